-- What would close each finding (cop11.remedies/1): the fewest changed answers with which
-- its check comes out well, found by trying and proven by evaluating again; what else
-- comes out otherwise with them; and for each rating which findings hold it down.

local core = require "core"
local dates = require "base.dates"
local digits = require "base.digits"
local keys = require "base.keys"
local moves = require "remedies.moves"
local outcomes = require "base.outcomes"
local place = require "remedies.place"
local search = require "remedies.search"
local sorted_keys = require "base.sorted_keys"
local suggest_values = require "suggest.values"
local wording = require "base.wording"

local remedies = {}

local FORMAT <const> = "cop11.remedies/1"
local DEPTH <const> = 64 -- of a report of our own

-- ---- in words ------------------------------------------------------------------

local function title_of(entry)
  return entry.label or entry.ask or entry.path
end

local function words_of(entry, value)
  if type(value) == "number" then return digits(value) end
  return wording.value(entry, { raw = value, value = value })
end

-- A change as the document has it.  What is sensitive is not shown as it was.
local function change_of(move, run)
  local names, json = {}, run.host.json
  for i, target in ipairs(move.targets) do names[i] = target.name end
  local now = move.targets[1].now
  local is_plain = now ~= nil and now ~= json.null and not move.entry.sensitive
    and not move.list and (type(now) ~= "table" or now[1] ~= nil)
  return { fact = move.entry.path, title = title_of(move.entry), ask = move.entry.ask,
    list = move.list and move.list.path, items = move.list and json.array(names),
    of = move.list and move.of, was = is_plain and words_of(move.entry, now) or nil,
    answer = words_of(move.entry, move.value) }
end

-- ---- trying ----------------------------------------------------------------------

-- The options of the core for the report's own day.
local function options_of(report, call)
  return { as_of = dates.parse(report.as_of), show_sensitive = call.show_sensitive,
    max_depth = call.max_depth, parameters = call.parameters }
end

-- Outcomes by the ids of results, of the dossier `root`; nil where it cannot be rated.
local function outcomes_in(run, root)
  local text = run.report(run.host.json.write(root), run.options())
  if not text then return nil end
  local by_id = {}
  for _, result in ipairs(run.host.json.read(text, DEPTH).results) do
    by_id[result.id or ""] = result.outcome
  end
  return by_id
end

local function judge_in(run, root, check)
  return function()
    local results = run.alone(run.host.json.write(root), run.options(), { check })
    return results and results[1]
  end
end

local function is_finding(outcome)
  return outcome == outcomes.MAJOR or outcome == outcomes.MINOR
end

-- Which findings beside that of `id` are there no more, and which are new.
local function beside(before, after, id, json)
  local closes, opens = json.array {}, json.array {}
  for _, other in ipairs(sorted_keys(after)) do
    local was, is = before[other], after[other]
    if other ~= id and is_finding(was) and outcomes.is_favourable(is) then
      closes[#closes + 1] = other
    elseif other ~= id and is_finding(is) and not is_finding(was) then
      opens[#opens + 1] = other
    end
  end
  return closes, opens
end

-- ---- one finding --------------------------------------------------------------------

-- The place where the check is asked, as remedies/moves.lua wants it.
local function at_of(run, check, frame)
  local r = run.r
  local frames = { frame or r.member, frame and r.member }
  return { frames = frames, host = run.host,
    limits = suggest_values.limits_of(moves.roots(check.expect), run.m.parameter_frame),
    day = dates.parse(run.document.as_of), disagreements = run.m.disagreements,
    objects = { facility = frame and frame["#said"], member = run.root.member } }
end

-- The dossier in which a finding is looked at: where it comes out alike, its facility
-- alone, which is read faster.
local function root_for(run, check, frame, outcome)
  if not frame then return run.root end
  local json = run.host.json
  local alone = place.alone(run.root, frame["#said"], json)
  local result = judge_in(run, alone, check)()
  if result and result.outcome == outcome then return alone end
  return place.first(run.root, frame["#said"], run.r.facilities.items, json)
end

local function way_of(run, made, at, root, result)
  local json, changes = run.host.json, {}
  for i, move in ipairs(made) do changes[i] = change_of(move, run) end
  run.before[root] = run.before[root] or outcomes_in(run, root)
  local after = search.with(at, made, function() return outcomes_in(run, root) end)
  local closes, opens = beside(run.before[root] or {}, after or {}, result.id, json)
  return { changes = json.array(changes), also_closes = closes, opens = opens }
end

-- Whether the moves `made` close the finding in the whole dossier too.
local function holds(run, made, at, check, frame)
  local root = frame and place.first(run.root, frame["#said"], run.r.facilities.items,
    run.host.json) or run.root
  return search.is_well(search.with(at, made, judge_in(run, root, check)))
end

local function finding_of(run, result)
  local json, check = run.host.json, run.m.check_by_id[result.check]
  local frame = run.frames[result.facility or ""]
  local at, ways = at_of(run, check, frame), {}
  local root = root_for(run, check, frame, result.outcome)
  for _, made in ipairs(search.find(at, judge_in(run, root, check))) do
    if holds(run, made, at, check, frame) then
      ways[#ways + 1] = way_of(run, made, at, root, result)
    end
  end
  return { id = result.id, check = result.check, title = check.title,
    facility = result.facility, facility_name = run.names[result.facility or ""],
    outcome = result.outcome, reason = result.reason, remedy = check.remedy,
    ways = json.array(ways) }
end

-- ---- the ratings ---------------------------------------------------------------------

local function add_rating(list, by_key, result, check)
  local key = keys.at(result.facility, check.provision.id)
  local one = by_key[key]
  if not one then
    one = { provision = check.provision.id, facility = result.facility, open = 0,
      by_outcome = {} }
    by_key[key], list[#list + 1] = one, one
  end
  return one
end

-- For each provision at each place, which findings make its rating, and what stays when
-- these are closed.
local function ratings_of(run)
  local list, by_key, json = {}, {}, run.host.json
  for _, result in ipairs(run.document.results) do
    local check = run.m.check_by_id[result.check]
    local one = check and add_rating(list, by_key, result, check)
    if one and result.outcome == outcomes.OPEN then
      one.open = one.open + 1
    elseif one then
      local of = one.by_outcome[result.outcome] or json.array {}
      of[#of + 1], one.by_outcome[result.outcome] = result.id, of
    end
  end
  local held = json.array {}
  for _, one in ipairs(list) do
    local major, minor = one.by_outcome[outcomes.MAJOR], one.by_outcome[outcomes.MINOR]
    if major or minor then
      held[#held + 1] = { provision = one.provision, facility = one.facility,
        facility_name = run.names[one.facility or ""], close = major or minor,
        rating = major and outcomes.MAJOR or outcomes.MINOR,
        stays = major and minor and outcomes.MINOR or nil, open = one.open }
    end
  end
  return held
end

-- ---- the whole -------------------------------------------------------------------------

local function frames_by_id(r)
  local by_id, names = {}, {}
  for _, frame in ipairs(r.facilities.items) do
    local name = frame["facility.name"]
    by_id[frame["#id"]] = frame
    names[frame["#id"]] = name and name.raw
  end
  return by_id, names
end

-- What would close the findings of the report `document` on the dossier `root`, which was
-- read as `r`; `call` as of host.core.report.
function remedies.build(m, host, root, r, document, call)
  local by_id, names = frames_by_id(r)
  local run = { m = m, host = host, root = root, r = r, document = document,
    frames = by_id, names = names, before = {}, alone = core.alone(m, host, {}),
    report = core.new(m, host),
    options = function() return options_of(document, call) end }
  local findings = host.json.array {}
  for _, result in ipairs(document.results) do
    if is_finding(result.outcome) then
      findings[#findings + 1] = finding_of(run, result)
    end
  end
  return { format = FORMAT, notice = document.notice, as_of = document.as_of,
    member = { id = document.member.id, name = document.member.name },
    findings = findings, ratings = ratings_of(run) }
end

return remedies
