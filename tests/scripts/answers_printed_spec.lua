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

-- How many facilities a heading names: "Facilities pit, s1 to s3 and works" are five.
local function named_in(heading)
  local all = heading:match "^All (%d+) facilities$"
  if all then return math.tointeger(tonumber(all)) end
  local list, total = heading:match "^Facilities (.*)$", 0
  if not list then return 1 end
  for one in (list:gsub(" and ", ", ") .. ", "):gmatch "(.-), " do
    local first, last = one:match "(%d+) to .-(%d+)$"
    total = total + (first and math.tointeger(tonumber(last)) - math.tointeger(tonumber(first))
      + 1 or 1)
  end
  return total
end

-- The parts of a page between headings, each as often as its heading names places, for
-- what several have alike is said once.
local function pages_by_place(text)
  local parts, times, lines = {}, 1, {}
  local function close()
    local part = bare(table.concat(lines, "\n"))
    for _ = 1, times do parts[#parts + 1] = part end
    lines = {}
  end
  for line in text:gsub("<h2[^>]*>", "\nSECTION\n"):gsub("<h3[^>]*>", "\n")
    :gsub("</h[23]>", "\n"):gsub("</?bdi>", "")
    :gmatch "[^\n]+" do
    local number = named_in(line)
    if number > 1 or line:find "^Facility " or line:find "^%u[%u ]+$" then
      close()
      times = number
    end
    lines[#lines + 1] = line
  end
  close()
  return table.concat(parts)
end

local function pages_of(text)
  local pages = {}
  for _, format in ipairs { "text", "html", "csv" } do
    pages[format] = assert(runtime.render(text, format))
  end
  return { text = pages_by_place(pages.text), html = pages_by_place(pages.html),
    csv = bare(pages.csv) }
end

-- A fact stands with its value, or, where it is asked for, with its state (in text) or
-- its place.
local function times(page, path)
  return count(page, path .. "=") + count(page, path .. "(")
    + count(page, "/" .. path:gsub("^facility%.", "")
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
