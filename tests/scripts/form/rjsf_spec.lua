-- How a form for react-jsonschema-form lies: what a person would stumble over.
local json_schema = require "support.json_schema"
local support = require "support.host"

local runtime = support.open_builtin()
local form = support.decode(assert(runtime.describe "form/rjsf"))

-- Calls see(ui) for each part of the uiSchema, and those that definitions share.
local function each_ui(see)
  local function walk(value)
    if type(value) ~= "table" then return end
    see(value)
    for _, inner in pairs(value) do walk(inner) end
  end
  walk(form.props.uiSchema)
end

describe("a form for rjsf", function()
  it("fills each row of fields", function()
    local rows, filled = 0, 0
    each_ui(function(ui)
      for _, name in ipairs(ui["ui:order"] or {}) do
        local class = ui[name] and ui[name]["ui:classNames"]
        local part = class and tonumber(class:match "^col%-md%-(%d+)$")
        assert.is_true(filled + (part or 12) <= 12 or not part and filled == 0, name)
        filled = (filled + (part or 0)) % 12
        rows = rows + (filled > 0 and 1 or 0)
      end
      assert.equal(0, filled)
    end)
    assert.is_true(rows > 100, rows)
  end)
  it("asks who found something in one line", function()
    local count = 0
    each_ui(function(ui)
      if ui.by and ui.date then
        count = count + 1
        assert.not_equal("textarea", ui.by["ui:widget"])
      end
    end)
    assert.is_true(count > 0)
  end)
  it("says the way of answering once, where it is chosen", function()
    local ways = 0
    for name, ui in pairs(form.props.uiSchema["ui:definitions"]) do
      if name:find "/way%-" then
        ways = ways + 1
        assert.is_false(ui["ui:label"])
      end
    end
    assert.is_true(ways > 100, ways)
  end)
  it("has what the auditor found within reach of each answer and each reason", function()
    local seen = {}
    for _, schema in pairs(form.props.schema.definitions) do
      local given = schema.properties
      local state = given and given.auditor and (given.state and given.state.const or "known")
      if state then seen[state] = true end
    end
    assert.same({ known = true, unknown = true, withheld = true }, seen)
  end)
  it("begins each choice with words", function()
    local count = 0
    each_ui(function(ui)
      if ui["ui:widget"] == "select" then
        count = count + 1
        assert.truthy(ui["ui:placeholder"])
      end
    end)
    assert.is_true(count > 20, count)
  end)
  it("comes with words for the buttons that the library draws as signs", function()
    for _, class in ipairs { "btn-add", "rjsf-add-optional-data",
      "rjsf-remove-optional-data" } do
      assert.truthy(form.style:find("." .. class .. "::after { content: ", 1, true), class)
    end
  end)
end)

describe("evidence in a form for rjsf", function()
  it("may say what the answer is, and is in no order", function()
    local count = 0
    each_ui(function(ui)
      local legs = type(ui.items) == "table" and ui.items.anyOf or {}
      if legs[2] and legs[2].supports then
        count = count + 1
        assert.truthy(legs[2].says)
        assert.is_false(ui["ui:options"].orderable)
      end
    end)
    assert.is_true(count > 0)
  end)
end)

-- ---- a small pack -------------------------------------------------------

local small = support.decode(assert(assert(support.open {
  ["pack.lua"] = [[
pack { title = "T", notice = "N" }
ratings { should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" } }
point "P" { strength = "should", says = "s" }
]],
  ["vocabulary.lua"] = [[
fact "facility.id" { type = "text", ask = "Which?" }
fact "a.flag" { type = "yes/no", ask = "So?" }
fact "a.count" { type = "count", ask = "How many?" }
fact "a.share" { type = "percent", ask = "What share?" }
fact "a.term" { type = "months", may_be_none = true, ask = "How long?" }
fact "a.day" { type = "date", may_be_never = true, ask = "When?" }
fact "a.word" { type = "choice", values = { "red", "blue" }, ask = "Which?" }
fact "a.words" { type = "choices", values = { "red", "blue" }, ask = "Which?" }
]],
  ["rules.lua"] = [[
provision "1" { title = "P" }
check "1.1" { title = "T", points = { "P" }, ask = "?", applies = "a.flag is yes",
  expect = { "a.count is more than 2", otherwise = "Too few." } }
]],
}).describe "form/rjsf")).props.schema

-- What `schema` refers to.
local function meant(schema)
  while schema["$ref"] do
    schema = small.definitions[schema["$ref"]:match "[^/]+$"]
  end
  return schema
end

-- A schema with what it refers to in its place.
local function whole(schema)
  if type(schema) ~= "table" then return schema end
  local out = setmetatable({}, getmetatable(schema))
  for key, inner in pairs(meant(schema)) do out[key] = whole(inner) end
  return out
end

-- The titles of the ways of answering `name` that take the JSON text `answer`.
local function taken_by(name, answer)
  local of_all = small.properties.all_facilities
  local facts = of_all.properties.a.properties
  local question = facts[name] or of_all.allOf[1]["else"].properties.a.properties[name]
  local titles = {}
  for _, way in ipairs(meant(question).anyOf) do
    if json_schema.valid(support.decode(answer), whole(way)) then
      titles[#titles + 1] = meant(way).title
    end
  end
  return titles
end

describe("what is known in part is taken by its own way of answering alone:", function()
  local BOUNDS <const> = "At least, at most"
  for _, case in ipairs {
    { BOUNDS, "count", '{"at_least":3}', '{"at_most":3}', '{"at_least":0,"at_most":3}',
      '{"at_least":3,"evidence":["E"],"note":"n"}' },
    { BOUNDS, "share", '{"at_least":3.5}' }, { BOUNDS, "term", '{"at_most":12}' },
    { BOUNDS, "day", '{"at_least":"2013"}', '{"at_least":"2012-01","at_most":"2013-11-30"}' },
    { "All, some or none", "count", '{"share":"all"}' }, { "Percent", "count", '{"percent":80}' },
    { "One of several, not known which", "word", '{"one_of":["red","blue"]}' },
    { "These, and perhaps others", "words", '{"includes":["red"]}' },
  } do
    it(case[1] .. ", of " .. case[2], function()
      for i = 3, #case do assert.same({ case[1] }, taken_by(case[2], case[i])) end
    end)
  end
end)

describe("what is asked of all facilities", function()
  it("is asked by what was answered for all", function()
    local branch = small.properties.all_facilities.allOf[1]
    local shut = whole(branch["if"])
    assert.is_true(json_schema.valid(support.decode '{"a":{"flag":false}}', shut))
    assert.is_false(json_schema.valid(support.decode '{"a":{"flag":true}}', shut))
    assert.is_false(json_schema.valid(support.decode '{}', shut))
    assert.truthy(branch["else"].properties.a.properties.count)
  end)
end)
