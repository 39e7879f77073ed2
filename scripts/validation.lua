-- Puts everything wrong with a dossier together as cop11.validation/1: what is
-- malformed (error), what contradicts itself (conflict) and what is worth
-- knowing (note).

local dates = require "base.dates"
local json_position = require "dossier.json_position"

local validation = {}

local FORMAT <const> = "cop11.validation/1"
-- Problems that are listed; a person mends the first and asks again.
local MOST_LISTED <const> = 1000
local KINDS <const> = { "error", "conflict", "note" }

local function has_errors(problems)
  for _, one in ipairs(problems) do
    if one.kind == "error" then return true end
  end
  return false
end

-- Whether an evaluation takes the reading `r`.
function validation.can_be_assessed(r)
  return not r.is_other and not r.no_as_of and not has_errors(r.problems)
end

-- ---- the list of problems -----------------------------------------------

-- The places that `problem` names, to be held against those of another.
local function named_by(problem)
  return table.concat(problem.pointers or {}, " ")
end

local function before(a, b)
  if a.pointer ~= b.pointer then return a.pointer < b.pointer end
  if a.message ~= b.message then return a.message < b.message end
  if a.kind ~= b.kind then return a.kind < b.kind end
  return named_by(a) < named_by(b)
end

local function is_same(a, b)
  return a.pointer == b.pointer and a.message == b.message and a.kind == b.kind
end

-- The problems by pointer, then message; one told twice is kept once, with the first
-- of its places.
local function sorted(problems)
  local list = table.move(problems, 1, #problems, 1, {})
  table.sort(list, before)
  local kept = {}
  for _, one in ipairs(list) do
    local last = kept[#kept]
    if not last or not is_same(last, one) then kept[#kept + 1] = one end
  end
  return kept
end

local function places_of(problems, text, host)
  if not text or #problems == 0 then return {} end
  host.charge(#text // 16 + #problems)
  local pointers = {}
  for i, one in ipairs(problems) do pointers[i] = one.pointer end
  return json_position.find(text, pointers, host.json)
end

local function problems_part(r, problems, text, host)
  local places, list = places_of(problems, text, host), {}
  for i, one in ipairs(problems) do
    local place = places[one.pointer] or {}
    r.say_as_written(one, place, text)
    list[i] = { kind = one.kind, code = one.code, pointer = one.pointer,
      message = one.message,
      pointers = one.pointers and host.json.array(one.pointers),
      cure = one.cure, line = place.line, column = place.column }
  end
  return host.json.array(list)
end

local function counts_of(problems)
  local counts = {}
  for _, kind in ipairs(KINDS) do counts[kind] = 0 end
  for _, one in ipairs(problems) do counts[one.kind] = counts[one.kind] + 1 end
  return counts
end

-- ---- the whole ----------------------------------------------------------

-- What `problems` the dossier `text` has, as canonical JSON.
local function written(r, problems, digest, as_of, host, text)
  problems = sorted(problems)
  local counts = counts_of(problems)
  local listed = table.move(problems, 1, math.min(#problems, MOST_LISTED), 1, {})
  return host.json.write {
    format = FORMAT, dossier = { digest = digest }, as_of = as_of,
    valid = counts.error == 0, counts = counts,
    problems = problems_part(r, listed, text, host),
    more = #problems > #listed and #problems - #listed or nil,
  }
end

-- What is wrong with a dossier that can be assessed, by the `report` on it; `r` is the
-- reading of its `text`.
function validation.of_report(r, report, host, text)
  return written(r, report.problems, report.dossier.digest, report.as_of, host, text)
end

-- Whether something is wrong with the assessment, which may be why it has no day.
local function is_told(problems)
  for _, one in ipairs(problems) do
    if one.kind == "error" and (one.pointer == "/assessment"
      or one.pointer == "/assessment/date") then return true end
  end
  return false
end

-- The same of one that cannot, by all `problems` of its reading `r`.
function validation.of_reading(r, problems, digest, host, text)
  if r.no_as_of and not r.is_other and not is_told(problems) then
    problems[#problems + 1] = r.problem("error", "/assessment/date",
      r.no_as_of)
  end
  return written(r, problems, digest, not r.no_as_of and dates.format(r.as_of) or nil,
    host, text)
end

return validation
