-- In JSON Forms a condition in a facility cannot read the Member's facts: what these
-- decide is asked all the same, and says on which answer it depends.
local support = require "support.host"

local runtime = assert(support.open {
  ["pack.lua"] = [[
pack { title = "T", notice = "N" }
ratings { should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" } }
point "P" { strength = "should", says = "s" }
]],
  ["vocabulary.lua"] = [[
fact "facility.id" { type = "text", ask = "Which?" }
fact "member.mines" { type = "yes/no", ask = "Are there mines?" }
fact "a.flag" { type = "yes/no", ask = "So?" }
list "visits" { ask = "Which visits?", facts = {
  fact "id" { type = "text", ask = "Which?" },
  fact "noted" { type = "yes/no", ask = "Noted?" } } }
list "people" { ask = "Which people?", facts = {
  fact "id" { type = "text", ask = "Who?" },
  fact "trained" { type = "yes/no", ask = "Trained?" } } }
]],
  ["rules.lua"] = [[
provision "1" { title = "P" }
check "1.1" { title = "T", points = { "P" }, ask = "?", applies = "member.mines is yes",
  expect = every "visits" { "noted is yes", otherwise = "Not noted." } }
check "1.2" { title = "T", points = { "P" }, ask = "?", applies = "a.flag is yes",
  expect = every "people" { "trained is yes", otherwise = "Not trained." } }
]],
})

-- What stands directly above each list of the form's facilities, by its label.
local function said_above(element, said)
  for i, inner in ipairs(element.elements or {}) do
    local before = element.elements[i - 1]
    if inner.options and inner.options.detail and before then
      said[inner.label] = said[inner.label] or before.text
    end
    said_above(inner, said)
  end
  local detail = element.options and element.options.detail
  if detail then said_above(detail, said) end
  return said
end

describe("a list for JSON Forms", function()
  local form = support.decode(assert(runtime.describe "form/jsonforms"))
  local said = said_above(form.props.uischema, {})
  it("says on which of the Member's answers it depends", function()
    assert.equal("Whether this matters depends on the Member's answer to: Are there mines?",
      said["Visits"])
  end)
  it("says nothing where the facility alone decides", function()
    assert.is_nil(said["People"])
  end)
end)
