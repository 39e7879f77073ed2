-- What the rules of a form for JSON Forms show and hide.
local json_schema = require "support.json_schema"
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
fact "a.count" { type = "count", ask = "How many?" }
list "visits" { ask = "Which visits?", facts = {
  fact "id" { type = "text", ask = "Which?" },
  fact "noted" { type = "yes/no", ask = "Noted?" } } }
list "people" { ask = "Which people?", help = "One entry for each.", facts = {
  fact "id" { type = "text", ask = "Which?" },
  fact "name" { type = "text", ask = "Who?" },
  fact "trained" { type = "yes/no", ask = "Trained?" } } }
]],
  ["rules.lua"] = [[
provision "1" { title = "P" }
check "1.1" { title = "T", points = { "P" }, ask = "?", applies = "member.mines is yes",
  expect = every "visits" { "noted is yes", otherwise = "Not noted." } }
check "1.2" { title = "T", points = { "P" }, ask = "?", applies = "a.flag is yes",
  expect = every "people" { "trained is yes", otherwise = "Not trained." } }
check "1.3" { title = "T", points = { "P" }, ask = "?", applies = "a.flag is yes",
  expect = { "a.count is more than 2", otherwise = "Too few." } }
]],
})

local form = support.decode(assert(runtime.describe "form/jsonforms"))

-- Calls see(element, parent, category) for each element of the uischema.
local function each(element, see, shown, category)
  shown = element.rule or shown
  see(element, shown, category)
  category = category or element.type == "Category" and element.label or nil
  for _, inner in ipairs(element.elements or {}) do each(inner, see, shown, category) end
  local detail = element.options and element.options.detail
  if detail then each(detail, see, shown, category) end
end

-- A condition in a facility cannot read the Member's facts: what these decide is asked
-- all the same.
describe("a list", function()
  local said, called = {}, {}
  each(form.props.uischema, function(element)
    for i, inner in ipairs(element.elements or {}) do
      local before = element.elements[i - 1]
      if before and inner.options and inner.options.detail then
        said[inner.label] = said[inner.label] or before.text
        called[inner.label] = inner.options.elementLabelProp
      end
    end
  end)
  it("says on which of the Member's answers it depends", function()
    assert.equal("Whether this matters depends on the Member's answer to: Are there mines?",
      said["Visits"])
  end)
  it("calls its items by their names, or by their ids where they have none", function()
    assert.same({ Visits = "id", People = "name", Facilities = "id" }, called)
  end)
  it("says its help, and nothing more where the facility alone decides", function()
    assert.equal("One entry for each.", said["People"])
  end)
end)

describe("bounds", function()
  it("are shown where one is given, though no state is", function()
    local count = 0
    each(form.props.uischema, function(element, rule)
      if not (element.scope or ""):find "/at_least$" then return end
      count = count + 1
      local shown = rule.condition.conditions[2].schema
      assert.is_true(json_schema.valid({ at_least = 3 }, shown))
      assert.is_true(json_schema.valid({ at_most = 3 }, shown))
      assert.is_false(json_schema.valid({ value = 3 }, shown))
    end)
    assert.is_true(count > 0)
  end)
end)

describe("a form for a phone", function()
  it("puts no more than two controls beside each other", function()
    each(form.props.uischema, function(element)
      if element.type == "HorizontalLayout" then assert.is_true(#element.elements <= 2) end
    end)
  end)
end)

describe("a question that does not matter", function()
  it("is hidden by what is answered in the same place: of all facilities, or of one",
    function()
      local within, count = { ["All facilities"] = "#/properties/all_facilities",
        Facilities = "#" }, {}
      each(form.props.uischema, function(element, _, category)
        local rule = element.rule
        local gate = rule and rule.effect == "HIDE" and support.json.write(rule.condition.schema)
        if gate and gate:find('"flag"', 1, true) then
          assert.equal(within[category], rule.condition.scope)
          count[category] = (count[category] or 0) + 1
          assert.is_true(json_schema.valid(support.decode '{"a":{"flag":false}}',
            rule.condition.schema))
        end
      end)
      assert.is_true(count["All facilities"] > 0 and count.Facilities > 0)
    end)
end)
