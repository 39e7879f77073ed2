-- What differs between two reports on dossiers that differ in one thing, row by row, and
-- why each row may: it is the fact, it follows from the fact, it read the fact, or it sums
-- up what did.

local keys = require "base.keys"
local need = require "describe.need"
local nodes = require "model.nodes"
local rows = require "report.rows"
local support = require "support.host"

local changed_rows = {}

local json = support.json
local model = support.open_builtin().model()
local uses = need.of(model)

-- ---- rows that differ -----------------------------------------------------

local function index(list, name)
  local by_key = {}
  for i, one in ipairs(list) do by_key[name and one[name] or tostring(i)] = one end
  return by_key
end

-- Each part of a report as rows by what they are called.
local function parts_of(report)
  local parts = { facts = report.facts, checks = report.checks, points = report.points,
    evidence = report.evidence, parameters = report.parameters,
    results = index(report.results, "id"), facilities = index(report.facilities, "id"),
    provisions = index(report.provisions, "provision"),
    questions = index(report.questions, "id"), records = index(report.records, "pointer"),
    prompts = {}, missing = {}, problems = {},
    rest = {} }
  for _, one in ipairs(report.prompts) do
    for _, at in ipairs(one.at) do
      parts.prompts[at.id .. "\n" .. one.text] = { one, at }
    end
  end
  for _, one in ipairs(report.missing) do
    for _, at in ipairs(one.at) do parts.missing[at.fact] = { one.ask, at } end
  end
  for _, one in ipairs(report.problems) do parts.problems[json.write(one)] = one end
  for name, value in pairs(report) do
    if not parts[name] then parts.rest[name] = value end
  end
  return parts
end

-- { part = { key = { before, after } } } of the rows that differ.
function changed_rows.differences(before, after)
  local a, b, found = parts_of(before), parts_of(after), {}
  for part in pairs(a) do
    local changed = {}
    for _, side in ipairs { a[part], b[part] } do
      for key in pairs(side) do
        local old, new = a[part][key], b[part][key]
        if old == nil or new == nil or json.write(old) ~= json.write(new) then
          changed[key] = { old, new }
        end
      end
    end
    found[part] = changed
  end
  return found
end

-- ---- reasons --------------------------------------------------------------

local function begins(text, part) return text:sub(1, #part) == part end

-- Whether fact `key` is the one that was changed, or one in the list that was.
local function is_changed(key, change)
  if change.key:sub(-1) == "[" then return begins(key .. "[", change.key) end
  return key == change.key or change.key:find("[", 1, true)
    and begins(key .. "[", change.key:match "^[^%[]*%[")
end

-- The paths of all facts that follow from `target`, as the vocabulary says.
local function followers(target)
  local paths, left = {}, { target }
  while #left > 0 do
    local use = uses[table.remove(left)]
    for _, path in ipairs(use and use.gives or {}) do
      if not paths[path] then
        paths[path], left[#left + 1] = true, model.vocabulary.entries[path]
      end
    end
  end
  return paths
end

local function path_of(key) return select(2, keys.parts(key)) end

-- Whether the rules say that `check` may need the changed fact.
local function needs(check, change)
  for _, id in ipairs(change.target and uses[change.target].checks or {}) do
    if id == check then return true end
  end
  return false
end

-- The keys of all facts that a result read, by itself or for its provision.
local function read_by(report, result)
  local read = {}
  for _, list in ipairs { rows.rests_on(report, result), rows.read(report, result) } do
    for _, key in ipairs(list) do read[key] = true end
  end
  for _, provision in ipairs(report.provisions) do
    for _, path in ipairs(provision.reads or {}) do
      read[keys.at(result.facility, path)], read[path] = true, true
    end
  end
  return read
end

-- Whether a result read one of the facts that differ, before or after.
local function reads_one(sides, found, at)
  for i, report in pairs { at.before, at.after } do
    for key in pairs(sides[i] and read_by(report, sides[i]) or {}) do
      if found.facts[key] then return true end
    end
  end
  return false
end

-- Whether a row names items of the changed list by marks: such an item is called by
-- what it answers, and by its number among those alike.
local function names_items(sides, change)
  local list = change.key:match "^[^%[]*%["
  return list and json.write(sides):find(list .. "#", 1, true)
end

-- Whether the sentence of the check names the fact that was changed.
local function names_fact(check, change)
  local met = model.check_by_id[check].met
  return change.target and type(met) == "string"
    and met:find("{" .. change.target.path .. "}", 1, true)
end

-- Whether a result differs in its sentence alone, which told the old answer.
local function says_it(sides, change)
  local before, after = support.copy(sides[1]), support.copy(sides[2])
  local told = tostring(change.old)
  told = told:match "^%d%d%d%d" or told -- a month is told in words
  if not before or not after or not (before.reason:find(told, 1, true)
    or names_fact(before.check, change)) then
    return false
  end
  before.reason, after.reason = nil, nil
  return json.write(before) == json.write(after)
end

-- A JSON Pointer's end for a fact, as it stands in a facility or at the Member.
local function place_of(path) return "/" .. path:gsub("^%a+%.(%a+)$", "%1"):gsub("%.", "/") end

-- Whether a problem that differs names the place of a fact.
local function is_disputed(key, found)
  for text in pairs(found.problems) do
    if text:find("/" .. path_of(key):gsub("%.", "/"), 1, true) then return true end
  end
  return false
end

-- What the change may be seen in: its fact, what follows from that, its list.
local function told_paths(change)
  local paths = change.target and followers(change.target) or {}
  if change.target then paths[change.target.path] = true end
  paths[path_of(change.key):gsub("%[.*", "")] = true -- of items: their list
  return paths
end

-- Whether a problem names such a place, or comes of a disagreement that reads one.
local function tells_of(text, change)
  local paths = told_paths(change)
  for path in pairs(paths) do
    if text:find(place_of(path), 1, true) then return true end
  end
  for _, one in ipairs(model.disagreements) do
    for _, entry in ipairs(text:find(one.because, 1, true) and nodes.facts(one.when) or {}) do
      if paths[entry.path] then return true end
    end
  end
  return false
end

local function any(list) return next(list) ~= nil end

-- Whether a fact that differs names a piece of evidence, before or after.
local function is_named(evidence, found)
  for _, sides in pairs(found.facts) do
    for _, side in pairs(sides) do
      for _, id in ipairs(side.evidence or {}) do
        if id == evidence then return true end
      end
    end
  end
  return false
end

-- Why a row of each part may differ, by its key and what it was and is.
local REASONS <const> = {
  facts = function(key, sides, found, change)
    local before, after = sides[1] or {}, sides[2] or {}
    return is_changed(key, change) and "the fact"
      or change.target and followers(change.target)[path_of(key)] and "follows"
      or (before.from or after.from) and "worked out"
      or is_disputed(key, found) and "disputed"
      or not (sides[1] and sides[2]) and any(found.results) and "read now, or no more"
  end,
  evidence = function(key, _, found, change)
    return key == change.key and "the title" or any(found.results) and "used by"
      or is_named(key, found) and "named by the fact"
  end,
  results = function(_, sides, found, change, at)
    local result = sides[1] or sides[2]
    return reads_one(sides, found, at) and "reads it"
      or needs(result.check, change) and "may need it"
      or not result.check and "a row for all checks of a provision"
      or names_items(sides, change) and "names the item"
      or says_it(sides, change) and "says it"
  end,
  checks = function(key, _, found)
    for id, sides in pairs(found.results) do
      if (sides[1] or sides[2]).check == key or id:find(key, 1, true) then
        return "of a result"
      end
    end
  end,
  points = function(_, _, found) return any(found.checks) and "of a check" end,
  parameters = function(_, _, found) return any(found.checks) and "of a check" end,
  facilities = function(key, _, found, change)
    if change.key == key .. "/facility.name" then return "the fact" end
    for _, sides in pairs(found.results) do
      if (sides[1] or sides[2]).facility == key then return "its results" end
    end
    return any(found.facts) and begins(change.key, keys.at(key, "")) and "the fact"
  end,
  provisions = function(_, _, found) return any(found.results) and "its results" end,
  questions = function(_, _, found) return any(found.results) and "its checks" end,
  prompts = function(key, sides, found, change)
    local fact = key:match "^fact:(.-)\n"
    return any(found.results) and "a check asks" or fact and found.facts[fact]
      and "asks of it" or needs((sides[1] or sides[2])[1].check, change) and "may need it"
      or fact and is_changed(fact, change) and "asks of it"
  end,
  missing = function(key, _, found)
    return (found.facts[key] or any(found.results)) and "a check waits"
  end,
  problems = function(text, _, _, change) return tells_of(text, change) and "tells of it" end,
  records = function(_, sides, found)
    local record = sides[1] or sides[2]
    for _, result in pairs(found.results) do
      local check = (result[1] or result[2]).check or ""
      if json.write(record):find(check, 1, true) then return "its check" end
    end
  end,
  rest = function(key, _, found, change)
    return key == "dossier" and "the digest"
      or (key == "member" or key == "hints") and (any(found.results) or any(found.facts)
        or begins(change.key, "member."))
        and "sums up"
      or key == "registers" and change.key:find("[", 1, true) and "the entry"
  end,
}

-- Facts that differ and follow from another that differs for a reason.
local function follow_on(found, reasons)
  local again = true
  while again do
    again = false
    for key, why in pairs(reasons) do
      local entry = model.vocabulary.entries[path_of(key)]
      for path in pairs(entry and followers(entry) or {}) do
        local follower = keys.at(keys.parts(key), path)
        if why and found.facts[follower] and not reasons[follower] then
          reasons[follower], again = "follows from " .. key, true
        end
      end
    end
  end
end

-- The rows that differ for no reason.
function changed_rows.unexplained(found, change, at)
  local left = {}
  for part, changed in pairs(found) do
    local reasons = {}
    for key, sides in pairs(changed) do
      reasons[key] = REASONS[part](key, sides, found, change, at) or false
    end
    if part == "facts" then follow_on(found, reasons) end
    for key, why in pairs(reasons) do
      if not why then left[#left + 1] = part .. " " .. key end
    end
  end
  table.sort(left)
  return left
end

-- The names of what differs, and of the checks that read it: what a block that differs
-- speaks of.
function changed_rows.names_of(found, change, at)
  local names = { [path_of(change.key)] = true }
  for _, answer in ipairs { change.old, change.new } do
    if type(answer) == "string" then names[answer] = true end
  end
  for _, part in ipairs { "facts", "evidence", "missing", "parameters" } do
    for key in pairs(found[part]) do
      names[path_of(key)], names[place_of(path_of(key))] = true, true
    end
  end
  for _, report in ipairs { at.before, at.after } do
    for _, result in ipairs(report.results) do
      if found.results[result.id] or reads_one({ result, result }, found, at) then
        for _, check in ipairs(result.checks or { result.check }) do names[check] = true end
        if result.provision then names[result.provision] = true end
      end
    end
  end
  return names
end

changed_rows.any, changed_rows.model = any, model

return changed_rows
