-- The forms of the built-in pack: every fact and list is asked, and nothing holds
-- an answer from the start.
local support = require "support.host"

local runtime = support.open_builtin()
local model = runtime.model()

local function form_of(library)
  return support.decode(assert(runtime.describe("form/" .. library)))
end

-- Calls see(key, value) for everything within `value`.
local function each(value, see)
  if type(value) ~= "table" then return end
  for key, inner in pairs(value) do
    see(key, inner)
    each(inner, see)
  end
end

for _, library in ipairs { "rjsf", "jsonforms" } do
  describe("the form for " .. library, function()
    local form = form_of(library)

    it("asks every question, as the vocabulary words it", function()
      local said = {}
      each(form.props, function(_, value)
        if type(value) == "string" then said[value] = true end
      end)
      for _, entry in ipairs(model.vocabulary.ordered) do
        assert.is_true(said[entry.ask or entry.label], entry.path)
      end
      for _, list in ipairs(model.vocabulary.ordered_lists) do
        for _, entry in ipairs(list.ordered) do
          assert.is_true(said[entry.ask or entry.label], entry.path)
        end
      end
    end)

    it("has no default", function()
      each(form.props, function(key) assert.not_equal("default", key) end)
    end)
  end)
end

describe("titles", function()
  it("begin with a capital", function()
    local questionnaire = support.decode(assert(
      runtime.describe "questionnaire"))
    each(questionnaire, function(key, value)
      if key == "title" then assert.is_nil(value:find "^%l", value) end
    end)
  end)
end)
