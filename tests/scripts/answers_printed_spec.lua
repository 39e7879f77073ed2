-- Every answer that a dossier gives of the Member and its facilities stands in each
-- format of its report, whether a check reads it or not.
local support = require "support.host"

local json = support.json
local runtime = support.open_builtin()
local vocabulary = runtime.model().vocabulary

local NAMES <const> = { ["facility.id"] = true, ["facility.name"] = true,
  ["facility.country"] = true,
  ["member.id"] = true, ["member.name"] = true }

local function given(object, names)
  for _, name in ipairs(names) do
    if type(object) ~= "table" then return nil end
    object = object[name]
  end
  return object ~= json.null and object or nil
end

-- Calls see(key, path) for each answer.
local function each_answer(dossier, see)
  local function look(object, scope, place)
    for _, fact in ipairs(vocabulary.ordered) do
      if fact.scope == scope and not NAMES[fact.path] and given(object, fact.keys) ~= nil then
        see((place and place .. "/" or "") .. fact.path, fact.path)
      end
    end
  end
  look(dossier.member or {}, "member")
  for _, one in ipairs(dossier.facilities.items or dossier.facilities) do
    look(one, "facility", one.id)
  end
end

-- Without markup and white space, which each format adds for itself.
local function bare(text) return (text:gsub("<[^>]*>", ""):gsub("%s+", "")) end

local function count(text, part)
  local found, at = 0, 1
  while true do
    local first, last = text:find(part, at, true)
    if not first then return found end
    found, at = found + 1, last + 1
  end
end

local function pages_of(text)
  local pages = {}
  for _, format in ipairs { "text", "html", "csv" } do
    pages[format] = bare(assert(runtime.render(text, format)))
  end
  return pages
end

-- A fact stands with its value, or, where it is asked for, with its place.
local function times(page, path)
  return count(page, path .. "=") + count(page, "/" .. path:gsub("^facility%.", "")
    :gsub("^member%.", ""):gsub("%.", "/"))
end

for _, sample in ipairs(support.samples()) do
  it("is so in " .. sample.name, function()
    local dossier, wanted = support.decode(sample.text), {}
    local _, text = assert(support.evaluate(runtime, dossier))
    local report, pages = support.decode(text), pages_of(text)
    each_answer(dossier, function(key, path)
      assert.is_truthy(report.facts[key], "no fact " .. key)
      assert.is_truthy(pages.csv:find("fact," .. key .. ",", 1, true), "no row " .. key)
      wanted[path] = (wanted[path] or 0) + 1
    end)
    for path, places in pairs(wanted) do
      for _, format in ipairs { "text", "html" } do
        assert.is_true(times(pages[format], path) >= places, format .. " lacks " .. path)
      end
    end
  end)
end

it("prints what nobody reads, with its value and what is remarked on it", function()
  local dossier = { format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    member = { id = "m" }, facilities = { complete = true, items = json.array { { id = "works",
      kind = json.array { "refinery" }, security = {
        public_called = { value = true, note = "they shot two people" },
        public_supported = { state = "withheld", withheld_reason = "an agreement" } } } } } }
  local _, text = assert(support.evaluate(runtime, dossier))
  local report, pages = support.decode(text), pages_of(text)
  assert.equal("they shot two people", report.facts["works/security.public_called"].note)
  for format, page in pairs(pages) do
    assert.is_truthy(page:find("theyshottwopeople", 1, true), format)
    assert.is_truthy(page:find("anagreement", 1, true), format)
  end
  assert.is_truthy(pages.text:find("security.public_called=yes(note:theyshottwopeople)", 1,
    true))
end)
