-- Titles of the built-in pack are in one style, wherever they are read: in a form, a
-- report, a schema.
local fact_card = require "describe.fact_card"
local need = require "describe.need"
local sections = require "describe.sections"
local support = require "support.host"

local runtime = support.open_builtin()
local model = runtime.model()

-- ---- the style ----------------------------------------------------------

-- What is written with a capital wherever it stands.
local NAMES <const> = { "International Code of Conduct for Private Security Service "
    .. "Providers", "International Code of Conduct", "Voluntary Principles on Security "
    .. "and Human Rights", "Voluntary Principles", "Jewellery Products", "Applicable Law",
  "Human Rights", "ICoC Association", "ICoCA", "ICoC", "VPSHR", "COP", "ISO", "Member",
  "Code" }

-- The most letters of a title: a question fills two lines of a form, all else one.
local MOST <const> = { question = 165, check = 70, provision = 50, topic = 40, label = 20,
  value = 55 }

-- Why a title of some kind is not written as the others are; nil where it is.
local function slip_of(title, kind)
  local plain = title
  for _, name in ipairs(NAMES) do plain = plain:gsub(name, "it") end
  if title:find "^%l" then return "begins with a small letter" end
  if title:find "%.$" then return "ends with a full stop" end
  if title:find "[%w]_[%w]" then return "is a code" end
  if plain:find "[%s(]%u" then return "has capitals within" end
  if title:find "  " or title:find "^%s" or title:find "%s$" then return "has wide spaces" end
  if kind and #title > MOST[kind] then return "is long" end
  local asks = title:find("?", 1, true)
  if kind == "question" and asks ~= #title then return "does not end as a question" end
  if kind and kind ~= "question" and asks then return "is a question" end
  return nil
end

local function is_in_style(title, kind)
  local slip = slip_of(title, kind)
  assert(slip == nil, ("%s '%s' %s"):format(kind or "title", title, slip))
end

-- ---- titles of the pack -------------------------------------------------

-- Calls see for each fact, and see_list for each list.
local function each_fact(see, see_list)
  for _, entry in ipairs(model.vocabulary.ordered) do see(entry) end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    see_list(list)
    for _, entry in ipairs(list.ordered) do see(entry) end
  end
end

local function asks(target)
  if target.ask then is_in_style(target.ask, "question") end
  if target.label then is_in_style(target.label, "label") end
end

describe("a title of the pack is in one style:", function()
  it("of checks, each once", function()
    local seen = {}
    for _, check in ipairs(model.checks) do
      is_in_style(check.title, "check")
      assert.is_nil(seen[check.title], check.title)
      seen[check.title] = true
    end
    assert.is_true(#model.checks > 50)
  end)
  it("of provisions", function()
    for _, provision in ipairs(model.provisions) do
      is_in_style(provision.title, "provision")
    end
    assert.equal(4, #model.provisions)
  end)
  it("of facts and lists, whose questions are questions", function()
    each_fact(asks, asks)
  end)
  it("of one item of each list", function()
    local count = 0
    each_fact(function() end, function(list)
      count = count + 1
      if list.inner ~= "facility" then
        assert.is_string(list.item, list.path)
        is_in_style(fact_card.titled(list.item), "label")
      end
    end)
    assert.is_true(count > 8)
  end)
  it("of the values of a fact, each once", function()
    local count = 0
    each_fact(function(entry)
      local seen = {}
      for _, one in ipairs(fact_card.values(entry) or {}) do
        count = count + 1
        is_in_style(one.title, "value")
        assert.is_nil(seen[one.title], entry.path .. ": " .. one.title)
        seen[one.title] = true
      end
    end, function() end)
    assert.is_true(count > 400, count)
  end)
  it("of topics and chapters, each topic once", function()
    local seen = {}
    for _, section in ipairs(sections.of(model, need.of(model))) do
      is_in_style(section.title, "topic")
      if section.chapter then is_in_style(section.chapter, "topic") end
      assert.is_nil(seen[section.title], section.title)
      seen[section.title] = true
    end
  end)
  it("of parameters", function()
    for _, parameter in ipairs(model.parameter_list) do
      if parameter.ask then is_in_style(parameter.ask, "question") end
    end
  end)
end)

-- ---- titles of what describe gives --------------------------------------

-- Calls see(title) for each title within `value`.
local function each_title(value, see)
  if type(value) ~= "table" then return end
  for key, inner in pairs(value) do
    if (key == "title" or key == "label" or key == "ui:title") and type(inner) == "string" then
      see(inner)
    end
    each_title(inner, see)
  end
end

describe("titles", function()
  for _, what in ipairs { "questionnaire", "form/rjsf", "form/jsonforms", "dossier-schema",
    "report-schema", "questionnaire-schema" } do
    it("are in one style in " .. what, function()
      each_title(support.decode(assert(runtime.describe(what))), is_in_style)
    end)
  end
  it("are told apart from what is in another style", function()
    for _, title in ipairs { "on site", "On site.", "on_site", "On Site", "On  site" } do
      assert.truthy(slip_of(title), title)
    end
    for kind, most in pairs(MOST) do
      local ending = kind == "question" and "?" or ""
      assert.is_nil(slip_of("O" .. ("o"):rep(most - 1 - #ending) .. ending, kind), kind)
      assert.equal("is long", slip_of("O" .. ("o"):rep(most - #ending) .. ending, kind))
    end
    assert.truthy(slip_of("Is it so", "question"))
    assert.truthy(slip_of("Is it so? Is it?", "question"))
    assert.truthy(slip_of("Is it so?", "value"))
  end)
end)
