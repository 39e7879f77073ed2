-- What changes between two packs for given dossiers (cop11.impact/1): outcomes
-- and ratings, through which check and which line, why, and whether the new
-- pack's own releases explain it.  Reads a comparison (cop11.comparison/1): both
-- packs as they describe themselves, and both reports on each dossier.

local impact_rules = require "impact.rules"
local plain = require "base.plain"
local outcomes = require "base.outcomes"
local rows = require "report.rows"

local impact = {}

local FORMAT <const> = "cop11.impact/1"

local object, objects, texts = plain.object, plain.objects, plain.texts

-- ---- stricter or milder -------------------------------------------------

-- The best and the worst a range holds; not to be asked at all is milder than
-- conformance.
local function bounds(range)
  local best, worst
  for _, name in ipairs(range) do
    local rank = outcomes.RANK[name] or 1
    best, worst = math.min(best or rank, rank), math.max(worst or rank, rank)
  end
  return best or 1, worst or 1
end

local OBSERVED <const> = { observation = 1 }

-- "stricter", "milder", "both" (wider or narrower at both ends) or "neither"
-- (only between the ends), for two { outcome, range }.
local function effect_of(was, now)
  local best, worst = bounds(was.range)
  local new_best, new_worst = bounds(now.range)
  if best == new_best and worst == new_worst then
    best, worst = OBSERVED[was.outcome] or 0, 0
    new_best, new_worst = OBSERVED[now.outcome] or 0, 0
  end
  local stricter = new_best > best or new_worst > worst
  local milder = new_best < best or new_worst < worst
  if stricter then return milder and "both" or "stricter" end
  return milder and "milder" or "neither"
end

-- ---- what the new pack explains -----------------------------------------

-- The changes of releases that the old pack does not have.
local function new_changes(old, new)
  local known, list = {}, {}
  for _, release in ipairs(objects(object(old.pack).releases)) do
    known[release.version] = true
  end
  for _, release in ipairs(objects(object(new.pack).releases)) do
    if not known[release.version] then
      for _, change in ipairs(objects(release.changes)) do
        list[#list + 1] = { change = change, version = release.version }
      end
    end
  end
  return list
end

-- The release that explains a change, as { version, because }, or nil.
local function explanation(released, change)
  for _, one in ipairs(released) do
    local said = one.change
    local same = said.check == change.check
      or said.provision ~= nil and said.provision == change.provision
    local effect = change.effect
    if same and (said.effect == "any" or said.effect == effect
      or effect == "neither") then
      return { version = one.version, because = said.because }
    end
  end
end

-- ---- results ------------------------------------------------------------

local NOTHING <const> = { outcome = "not asked", range = { "not-applicable" } }

local function key_of(check, facility)
  return check .. "\n" .. (facility or "")
end

local function results_of(report)
  local list = {}
  rows.each(report, function(row) list[#list + 1] = row end)
  return list
end

local function results_by_key(results, new_ids)
  local map = {}
  for _, result in ipairs(results) do
    map[key_of(new_ids[result.check] or result.check, result.facility)] = result
  end
  return map
end

local function same(was, now)
  return was.outcome == now.outcome
    and table.concat(texts(was.range), " ") == table.concat(texts(now.range),
      " ")
end

local function short(result, json)
  return { outcome = result.outcome, range = json.array(texts(result.range)),
    reason = result.reason }
end

-- The line that changed, or else the one that decides.
local function place(check, because, result)
  local first = because[1]
  if first and first.file then return first.file, first.line end
  local deciding = objects(object(result.result).deciding)[1]
  return result.file or check.file,
    deciding and deciding.line or result.line or check.line
end

-- ---- one dossier --------------------------------------------------------

local function add_change(c, name, check, was, now)
  local result = now == NOTHING and was or now
  local because = {}
  for _, d in ipairs(c.differences) do
    if c.concerns(d, check) then because[#because + 1] = d end
  end
  local change = { dossier = name, facility = result.facility,
    provision = result.provision, check = check.id, title = result.title,
    was = short(was, c.json), now = short(now, c.json),
    effect = effect_of(was, now), because = c.json.array(because) }
  change.file, change.line = place(check, because, result)
  change.explained = explanation(c.released, change)
  c.changes[#c.changes + 1] = change
end

local function compare_results(c, name, old, new)
  local old_results = results_of(old)
  local before = results_by_key(old_results, c.new_ids)
  for _, now in ipairs(results_of(new)) do
    local key = key_of(now.check, now.facility)
    local was = before[key] or NOTHING
    before[key] = nil
    if not same(was, now) then
      add_change(c, name, c.checks[now.check] or { id = now.check }, was, now)
    end
  end
  for _, was in ipairs(old_results) do
    local id = c.new_ids[was.check] or was.check
    if before[key_of(id, was.facility)] then
      add_change(c, name, { id = id, provision = was.provision,
        strength = was.strength }, was, NOTHING)
    end
  end
end

-- Every rating of a report: { level, facility, provision, part }.
local function ratings_of(report)
  local list = { { level = "member", part = object(report.member) } }
  for _, facility in ipairs(objects(report.facilities)) do
    list[#list + 1] = { level = "facility", facility = facility.id,
      part = facility }
    for _, provision in ipairs(objects(facility.provisions)) do
      list[#list + 1] = { level = "provision", facility = facility.id,
        provision = provision.provision, part = provision }
    end
  end
  return list
end

local function text_of(part)
  return part.text or select(2, outcomes.rated(part.range
    or { part.rating }))
end

local function rating_key(one)
  return table.concat({ one.level, one.facility or "", one.provision or "" },
    "\n")
end

-- Whether every change of an outcome below this rating is explained.
local function all_explained(changes, from, one)
  local any = false
  for i = from, #changes do
    local change = changes[i]
    if (not one.facility or change.facility == one.facility)
      and (not one.provision or change.provision == one.provision) then
      if not change.explained then return false end
      any = true
    end
  end
  return any
end

local function compare_ratings(c, name, old, new, from)
  local before = {}
  for _, one in ipairs(ratings_of(old)) do before[rating_key(one)] = one.part end
  for _, one in ipairs(ratings_of(new)) do
    local was = before[rating_key(one)] or { text = "not rated" }
    if text_of(was) ~= text_of(one.part) then
      c.ratings[#c.ratings + 1] = { dossier = name, level = one.level,
        facility = one.facility, provision = one.provision, was = text_of(was),
        now = text_of(one.part),
        explained = all_explained(c.changes, from, one) }
    end
  end
end

-- A dossier that one of the packs cannot assess.
local function add_failure(c, one)
  local old, new = one.old_problem, one.new_problem
  c.failures[#c.failures + 1] = { dossier = one.name, old = old, new = new }
end

local function compare_dossier(c, one)
  if one.old_problem ~= nil or one.new_problem ~= nil then
    return add_failure(c, one)
  end
  local old, new = object(one.old), object(one.new)
  local from = #c.changes + 1
  compare_results(c, one.name, old, new)
  compare_ratings(c, one.name, old, new, from)
end

-- ---- the whole ----------------------------------------------------------

local function totals_of(c, dossiers)
  local totals = { dossiers = #dossiers, outcomes = #c.changes,
    ratings = #c.ratings, failures = #c.failures, unexplained = 0 }
  for _, list in ipairs { c.changes, c.ratings } do
    for _, one in ipairs(list) do
      if not one.explained then totals.unexplained = totals.unexplained + 1 end
    end
  end
  return totals
end

local function about(pack)
  local of = object(pack.pack)
  return { name = of.name, version = of.version, digest = of.digest }
end

-- The impact as a table, out of a decoded comparison.
function impact.build(comparison, host)
  local old, new = object(comparison.old), object(comparison.new)
  local json = host.json
  local c = { json = json, changes = {}, ratings = {}, failures = {},
    checks = {}, released = new_changes(old, new) }
  c.differences, c.concerns, c.new_ids = impact_rules.compare(old, new)
  for _, check in ipairs(objects(object(new.rules).checks)) do
    c.checks[check.id] = check
  end
  local dossiers = objects(comparison.dossiers)
  for _, one in ipairs(dossiers) do compare_dossier(c, one) end
  local totals = totals_of(c, dossiers)
  return { format = FORMAT, old = about(old), new = about(new),
    summary_only = comparison.summary_only == true or nil,
    rules = json.array(c.differences), changes = json.array(c.changes),
    ratings = json.array(c.ratings), failures = json.array(c.failures),
    totals = totals, ok = totals.unexplained + totals.failures == 0 }
end

impact.FORMAT = FORMAT
return impact
