-- A roll-up of many dossiers (cop11.batch/1) read for people: the worst first, and what
-- falls short at most places.  As in view.lua, nothing in it is trusted.

local outcomes = require "base.outcomes"
local plain = require "base.plain"
local sorted_keys = require "base.sorted_keys"

local batch_view = {}

local object, objects, text, texts = plain.object, plain.objects, plain.text, plain.texts

-- ---- ratings ------------------------------------------------------------------

local function rank(name) return outcomes.RANK[name] or 0 end

-- The best and the worst that a rating still allows.
local function bounds(thing)
  local range = texts(thing.range)
  if #range == 0 then range = { text(thing.rating) or "" } end
  local best, worst = 4, 0
  for _, name in ipairs(range) do
    best, worst = math.min(best, rank(name)), math.max(worst, rank(name))
  end
  return best, worst
end

-- How bad it is in any case, and then how bad it may be; of what the rules say and
-- what the auditor says the worse.
local function severity(thing)
  local best, worst = bounds(thing)
  local recorded = rank(text(thing.with_records) or "")
  return math.max(best * 10 + worst, recorded * 11)
end

local function short(name)
  local one = outcomes.of[name]
  return one and one.short or outcomes.words(name)
end

-- "minor", or "open: minor or major" where more than one is possible.
function batch_view.rating(thing)
  local range = texts(thing.range)
  if #range < 2 then return short(text(thing.rating) or "?") end
  return ("open: %s to %s"):format(short(range[1]), short(range[#range]))
end

-- What the auditor's records make of it, or nil.
function batch_view.recorded(thing)
  local name = text(thing.with_records)
  return name and short(name)
end

-- The colour of a rating: of one that is open that of what is certain.
function batch_view.tone(thing)
  local best = bounds(thing)
  local one = outcomes.of[outcomes.SCALE[best] or ""]
  if #texts(thing.range) > 1 and best < outcomes.RANK[outcomes.MINOR] then return "open" end
  return one and one.tone or "open"
end

-- ---- dossiers -----------------------------------------------------------------

local function by_provision(given)
  local list = {}
  for _, one in ipairs(objects(given.provisions)) do
    if text(one.provision) then list[one.provision] = one end
  end
  return list
end

local COUNTED <const> = { major = outcomes.MAJOR, minor = outcomes.MINOR,
  observation = "observation" }

local function counts(given)
  local list = { major = 0, minor = 0, observation = 0,
    open = #texts(given.open) }
  for _, finding in ipairs(objects(given.findings)) do
    for name, outcome in pairs(COUNTED) do
      if finding.outcome == outcome then list[name] = list[name] + 1 end
    end
  end
  return list
end

local function read_dossier(given)
  local member = object(given.member)
  return { given = given, file = text(given.file) or "?", report = given.report,
    name = text(member.name) or text(member.id) or "no name", id = text(member.id),
    sites = ("%d of %d%s"):format(plain.whole(member.facilities_assessed),
      plain.whole(member.facilities_listed),
      member.facilities_complete == true and "" or " or more"),
    as_of = text(given.as_of), kind = text(given.kind), counts = counts(given),
    provisions = by_provision(given), severity = severity(given) }
end

local function worse(a, b)
  if a.severity ~= b.severity then return a.severity > b.severity end
  for _, name in ipairs { "major", "minor", "observation", "open" } do
    if a.counts[name] ~= b.counts[name] then return a.counts[name] > b.counts[name] end
  end
  return a.file < b.file
end

-- FILE:LINE:COLUMN: where: message
local function problem(given)
  local wrong, place = object(given.error), text(given.file) or "?"
  if plain.whole(wrong.line) > 0 then
    place = ("%s:%d:%d"):format(place, wrong.line, plain.whole(wrong.column))
  end
  local where = text(wrong.where)
  return { place = place, file = text(given.file) or "?",
    message = (where and where .. ": " or "") .. (text(wrong.message) or "?") }
end

-- ---- patterns -----------------------------------------------------------------

local function read_check(given)
  local check = { id = text(given.id) or "?", title = text(given.title) or "",
    provision = text(given.provision), remedy = text(given.remedy), at = {} }
  for _, name in ipairs { "major", "minor", "observation", "places", "dossiers",
      "open" } do
    check[name] = plain.whole(given[name])
  end
  return check
end

local function names_of_sites(dossier)
  local names = {}
  for _, site in ipairs(objects(dossier.given.sites)) do
    local id = text(site.id)
    if id then names[id] = text(site.name) end
  end
  return names
end

-- Each place of each check: its dossier, its site and its outcome.
local function find_places(dossiers, by_id)
  for _, dossier in ipairs(dossiers) do
    local names = names_of_sites(dossier)
    for _, finding in ipairs(objects(dossier.given.findings)) do
      local check, site = by_id[finding.check], text(finding.facility)
      if check then
        check.at[#check.at + 1] = { dossier = dossier, outcome = text(finding.outcome),
          site = site and (names[site] or site), site_id = site,
          recorded = text(finding.with_records) }
      end
    end
  end
end

local function more_places(a, b)
  if a.places ~= b.places then return a.places > b.places end
  if a.major ~= b.major then return a.major > b.major end
  return a.id < b.id
end

-- "3 major, 37 minor": what there is of.
function batch_view.count_words(of)
  local parts = {}
  for _, name in ipairs { "major", "minor", "observation" } do
    local count = of[name]
    if count > 0 then
      parts[#parts + 1] = name == "observation"
        and plain.plural(count, "observation", "observations")
        or ("%d %s"):format(count, name)
    end
  end
  return table.concat(parts, ", ")
end

-- ---- the whole ----------------------------------------------------------------

-- "3 minor non-conformance, 2 not determined": how many dossiers have which rating.
function batch_view.tally(given)
  local parts = {}
  for _, name in ipairs { outcomes.MAJOR, outcomes.MINOR, outcomes.NOT_DETERMINED,
      outcomes.CONFORMANCE, outcomes.NOT_APPLICABLE } do
    local count = plain.whole(object(given)[name])
    if count > 0 then parts[#parts + 1] = ("%d %s"):format(count, outcomes.words(name)) end
  end
  return #parts > 0 and table.concat(parts, ", ") or "none"
end

local function read_checks(document)
  local checks, by_id = {}, {}
  for i, given in ipairs(objects(document.checks)) do
    local check = read_check(given)
    checks[i], by_id[check.id] = check, check
  end
  return checks, by_id
end

local function falling_short(checks)
  local list = {}
  for _, check in ipairs(checks) do
    if check.places > 0 then list[#list + 1] = check end
  end
  table.sort(list, more_places)
  return list
end

-- "M-1 in 2 dossiers, M-7 in 3 dossiers": Members that count more than once.
local function repeated(dossiers)
  local times, parts = {}, {}
  for _, one in ipairs(dossiers) do
    if one.id then times[one.id] = (times[one.id] or 0) + 1 end
  end
  for _, id in ipairs(sorted_keys(times)) do
    if times[id] > 1 then parts[#parts + 1] = ("%s in %d dossiers"):format(id, times[id]) end
  end
  return #parts > 0 and table.concat(parts, ", ") or nil
end

function batch_view.read(document)
  local v = { bad = {}, dossiers = {}, provisions = objects(document.provisions),
    notice = text(document.notice) or "", count = plain.whole(document.count) }
  for _, given in ipairs(objects(document.dossiers)) do
    if given.error ~= nil then
      v.bad[#v.bad + 1] = problem(given)
    else
      v.dossiers[#v.dossiers + 1] = read_dossier(given)
    end
  end
  table.sort(v.dossiers, worse)
  v.repeated = repeated(v.dossiers)
  local checks, by_id = read_checks(document)
  find_places(v.dossiers, by_id)
  v.patterns = falling_short(checks)
  v.rules, v.auditor = batch_view.tally(document.ratings),
    batch_view.tally(document.with_records)
  return v
end

return batch_view
