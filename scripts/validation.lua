-- Puts everything wrong with a dossier together as cop11.validation/1: what is
-- malformed (error), what contradicts itself (conflict) and what is worth
-- knowing (note).  Nothing is rated.

local bare = require "dossier.bare"
local na_claims = require "dossier.na_claims"
local contradictions = require "dossier.contradictions"
local dates = require "base.dates"
local json_position = require "dossier.json_position"
local record_facts = require "dossier.records.facts"
local records = require "dossier.records"

local validation = {}

local FORMAT <const> = "cop11.validation/1"
-- Problems that are listed; a person mends the first and asks again.
local MOST_LISTED <const> = 1000
local KINDS <const> = { "error", "conflict", "note" }

-- ---- facts against each other -------------------------------------------

-- The context that conditions on facts are evaluated in; see evaluate.lua.
local function new_context(model, r, host)
  local ctx = { member = r.member, assessment = r.assessment, facility = {},
    item = {}, parameter = model.parameter_frame, as_of = r.as_of,
    charge = host.charge }
  local answers = records.index(r)
  function ctx.judgement(prompt)
    return answers.judgement(prompt, ctx.facility["#id"])
  end
  return ctx, answers
end

-- Facts that cannot both be true are found as in an evaluation.  Without an
-- as-of date nothing is known about "today", and no evaluation is possible.
local function check_consistency(model, r, host)
  if r.no_as_of then
    r.error("/assessment/date", r.no_as_of)
    return
  end
  local ctx, answers = new_context(model, r, host)
  contradictions.settle(model, r, ctx)
  bare.open(model.vocabulary, r, ctx)
  na_claims.look(model.vocabulary, r, ctx)
  record_facts.settle(r, answers)
end

-- ---- the list of problems -----------------------------------------------

local function before(a, b)
  if a.pointer ~= b.pointer then return a.pointer < b.pointer end
  if a.message ~= b.message then return a.message < b.message end
  return a.kind < b.kind
end

-- The problems by pointer, then message; one told twice is kept once.
local function sorted(problems)
  local list = table.move(problems, 1, #problems, 1, {})
  table.sort(list, before)
  local kept = {}
  for _, one in ipairs(list) do
    local last = kept[#kept]
    if not last or before(last, one) then kept[#kept + 1] = one end
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

local function problems_part(problems, text, host)
  local places, list = places_of(problems, text, host), {}
  for i, one in ipairs(problems) do
    local place = places[one.pointer] or {}
    list[i] = { kind = one.kind, pointer = one.pointer, message = one.message,
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

-- What is wrong with the reading `r` of the dossier `text`, as canonical JSON;
-- without `text` no problem has a line.
function validation.build(model, r, _, digest, host, text)
  check_consistency(model, r, host)
  local problems = sorted(r.problems)
  local counts = counts_of(problems)
  local listed = table.move(problems, 1, math.min(#problems, MOST_LISTED), 1, {})
  return host.json.write {
    format = FORMAT, dossier = { digest = digest },
    as_of = not r.no_as_of and dates.format(r.as_of) or nil,
    valid = counts.error == 0, counts = counts,
    problems = problems_part(listed, text, host),
    more = #problems > #listed and #problems - #listed or nil,
  }
end

return validation
