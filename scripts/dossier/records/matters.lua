-- What the records in force say, matter by matter: a prompt, or the outcome of a
-- check or provision.  Records that say different things of one matter at one
-- place contradict each other, whatever their order.

local diagnostic = require "base.diagnostic"
local targets = require "dossier.records.targets"

local say <const> = diagnostic.new

local matters = {}

local EVERYWHERE <const> = {} -- the place of a record that names no facility
local RANK <const> = { ["not-applicable"] = 0, conformance = 1, observation = 1,
  ["minor-nonconformance"] = 2, ["major-nonconformance"] = 3 }
local MOST_NAMED <const>, SIDE_COST <const> = 8, 20

function matters.of_prompt(prompt) return "prompt " .. prompt end
function matters.of_record(record)
  return matters.of_prompt(record.asked or record.prompt)
end
function matters.of_outcome(id) return "outcome of " .. id end
function matters.of_waiver(id) return "waiver of " .. id end

-- ---- gathering -----------------------------------------------------------

local function matter_of(all, key, about)
  local matter = all[key]
  if not matter then
    matter = { about = about, at = {}, places = {}, known = {} }
    all[key], all[#all + 1] = matter, matter
  end
  return matter
end

local function add_claim(all, key, about, record, says)
  local matter = matter_of(all, key, about)
  local place = record.facility or EVERYWHERE
  local claims = matter.at[place]
  if not claims then
    claims = {}
    matter.at[place], matter.places[#matter.places + 1] = claims, place
  end
  claims[#claims + 1] = { record = record, says = says }
  matter.exceptions = matter.exceptions or record.superseded_at ~= nil
end

-- The answer as text that is the same for the same answer.
local function answer_text(record, json)
  if record.cell then return json.write(json.array { record.cell.raw }) end
  return record.answer
end

local function add_record(all, record, json)
  if record.kind == "judgement" then
    add_claim(all, matters.of_record(record), record.prompt, record,
      answer_text(record, json))
  end
  if record.kind == "waiver" and not record.outcome then
    add_claim(all, matters.of_waiver(record.subject), say "a-waiver", record)
  end
  local id = targets.not_applicable(record)
  local outcome = id and "not-applicable" or record.outcome
  if outcome then
    id = id or record.subject
    add_claim(all, matters.of_outcome(id), say("outcome-of", { it = id }), record,
      outcome)
  end
end

-- All matters that the records in force speak of: a list, and by key.
function matters.gather(r, json)
  local all = {}
  for _, record in ipairs(r.records) do add_record(all, record, json) end
  return all
end

-- ---- one matter at one place ---------------------------------------------

local function add_speaking(out, claims, place)
  for _, claim in ipairs(claims or {}) do
    local exceptions = claim.record.superseded_at
    if not (exceptions and exceptions[place]) then
      out[#out + 1] = claim
      out.contradict = out.contradict or claim.says ~= out[1].says
    end
  end
end

-- The claims that speak of `matter` at a facility, or at the Member; nil where
-- there is none.  `contradict` says that they differ.
function matters.at(r, matter, facility)
  local place = facility or EVERYWHERE
  if not matter.at[place] and not matter.exceptions then place = EVERYWHERE end
  local known = matter.known[place]
  if known == nil then
    local out = {}
    add_speaking(out, matter.at[EVERYWHERE], place)
    if place ~= EVERYWHERE then add_speaking(out, matter.at[place], place) end
    r.charge(#out)
    known = #out > 0 and out or false
    matter.known[place] = known
  end
  return known or nil
end

-- ---- contradictions ------------------------------------------------------

-- The order of the file: "/records/2" before "/records/10".
local function comes_before(a, b)
  if #a ~= #b then return #a < #b end
  return a < b
end

local function add_side(sides, pointers, claim)
  local record = claim.record
  sides[#sides + 1] = say("side-of-record", { who = record.id or record.pointer,
    says = record.entry and say "another-value" or claim.says })
  pointers[#pointers + 1] = record.pointer
end

local function tell(r, about, place, claims)
  local sides, pointers = {}, {}
  r.charge(SIDE_COST * #claims)
  for _, claim in ipairs(claims) do add_side(sides, pointers, claim) end
  table.sort(sides, function(a, b)
    return diagnostic.wrong(a) < diagnostic.wrong(b)
  end)
  sides.separator = "; "
  table.sort(pointers, comes_before)
  for i = #sides, MOST_NAMED + 1, -1 do sides[i] = nil end
  r.conflict(pointers[1], say("records-contradict", { about = about, sides = sides,
    place = place ~= EVERYWHERE and place or nil }), pointers)
end

local function tell_of_matter(r, matter)
  for _, place in ipairs(matter.places) do
    local claims = matters.at(r, matter, place ~= EVERYWHERE and place or nil)
    if claims and claims.contradict then tell(r, matter.about, place, claims) end
  end
end

-- ---- a provision and its checks ------------------------------------------

-- The claims on a check that are worse than what is said of its provision: a
-- provision is as bad as its worst check.
local function worse_than(r, of_provision, of_check, facility)
  local below = matters.at(r, of_check, facility)
  local said = matters.at(r, of_provision, facility)
  if not below or not said then return nil end
  local worse = {}
  for _, claim in ipairs(below) do
    if RANK[claim.says] > RANK[said[1].says] then worse[#worse + 1] = claim end
  end
  if #worse == 0 then return nil end
  return table.move(said, 1, #said, #worse + 1, worse)
end

local function tell_of_pair(r, of_provision, of_check)
  local seen = {}
  for _, matter in ipairs { of_check, of_provision } do
    for _, place in ipairs(matter.places) do
      local worse = not seen[place] and worse_than(r, of_provision, of_check,
        place ~= EVERYWHERE and place or nil)
      seen[place] = true
      if worse then tell(r, of_provision.about, place, worse) end
    end
  end
end

-- Tells of all records that contradict each other.
function matters.tell_contradictions(model, r, all)
  for _, matter in ipairs(all) do tell_of_matter(r, matter) end
  for _, provision in ipairs(model.provisions) do
    local whole = all[matters.of_outcome(provision.id)]
    for _, check in ipairs(whole and provision.checks or {}) do
      local part = all[matters.of_outcome(check.id)]
      if part then tell_of_pair(r, whole, part) end
    end
  end
end

return matters
