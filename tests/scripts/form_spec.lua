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

-- The choices of each question of a form for react-jsonschema-form.
local function choices_of(form)
  local lists = {}
  each({ form.props.schema }, function(key, value)
    if key == "anyOf" and type(value) == "table" and value[2]
      and value[2].title then
      lists[#lists + 1] = value
    end
  end)
  return lists
end

describe("not known", function()
  it("is the first choice of every question in rjsf", function()
    local count = 0
    for _, ways in ipairs(choices_of(form_of "rjsf")) do
      for i, way in ipairs(ways) do
        if way.title == "Not known" then
          count = count + 1
          assert.equal(1, i)
        end
      end
    end
    assert.is_true(count > 50, count)
  end)
end)

describe("the form for jsonforms", function()
  it("says of a facility's question that the Member's answer may take it away",
    function()
      local said = {}
      each(form_of "jsonforms".props.schema, function(key, value)
        if key == "description" and type(value) == "string" then
          said[value:match "depends on the Member's answer to: (.*)$" or ""] = true
        end
      end)
      assert.is_true(said["Does the Member have mining facilities?"])
    end)
end)
