-- Reads and weighs the legs of evidence beneath a fact: what documents, interviews
-- and observations each say of it.

local dates = require "base.dates"
local digits = require "base.digits"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local registers = require "dossier.registers"
local values = require "base.values"

local say <const> = diagnostic.new

local legs = {}
local check_keys, expected = values.check_keys, values.expected

local LEG_KEYS <const> = { "id", "says", "supports" }
local LEG_SET <const> = { id = true, says = true, supports = true }
local SUPPORTS <const> = { "for", "against" }

-- ---- reading ------------------------------------------------------------

-- What the evidence says of the value.  A word that is not understood here
-- could have turned evidence against a value into evidence for it.
local function read_says(r, entry, leg, pointer)
  local supports = leg.supports
  if supports ~= nil and not nearest.is_in(supports, SUPPORTS) then
    expected(r, pointer .. "/supports", supports, "wanted-for-or-against")
  end
  if leg.says == nil then return nil end
  local says, what = values.read_in(r, entry, leg, "says")
  if not says then
    expected(r, pointer .. "/says", leg.says, what, r.plain_cure(entry, leg.says))
  end
  return says
end

local function read_leg(r, entry, written, pointer, index)
  local detailed = type(written) == "table" and written[1] == nil
  local leg = {}
  if detailed then leg.id = written.id else leg.id = written end
  leg.item = registers.evidence_of(r, leg.id, pointer, index)
  if detailed then
    local at = pointer .. "/" .. index
    check_keys(r, written, at, "not-part-of-leg", LEG_KEYS, LEG_SET)
    leg.against = written.supports == "against"
    leg.says = read_says(r, entry, written, at)
  end
  return leg.item and leg
end

function legs.read(r, entry, object, pointer)
  local list, at = {}, pointer .. "/evidence"
  registers.each_evidence(r, object.evidence, at, function(written, index)
    list[#list + 1] = read_leg(r, entry, written, at, index)
  end)
  return list
end

-- ---- conflicts ----------------------------------------------------------

local function same_value(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key in pairs(a) do if not b[key] then return false end end
  for key in pairs(b) do if not a[key] then return false end end
  return true
end

-- Takes the value away: the cell reads as unknown over all that it may be.
local function blank(cell, state)
  cell.state, cell.value, cell.lo, cell.hi = state, nil, nil, nil
  cell.possible, cell.has, cell.share = nil, nil, nil
end

-- `places` are where the same contradiction stands.
local function conflict(r, cell, pointer, says, places)
  r.conflict(pointer, says, places)
  blank(cell, "conflicting")
  cell.deciding = diagnostic.wrong(says)
end
legs.conflict = conflict

-- What the cell and its legs say, each once, before a conflict blanks it: other
-- contradictions are looked for in that.
local function claims_of(cell)
  local claims = {}
  local function add(claim)
    for _, known in ipairs(claims) do
      if claim.value ~= nil and known.value ~= nil
        and same_value(claim.value, known.value) then return end
    end
    claims[#claims + 1] = claim
  end
  if cell.state == "known" then
    local given = {}
    for key, value in pairs(cell) do given[key] = value end
    claims.given = given
    add(given)
  end
  for _, leg in ipairs(cell.legs) do
    if leg.says and leg.says.value ~= nil then add(leg.says) end
  end
  return claims
end

local MOST_SIDES <const>, LONGEST_SIDE <const> = 8, 60

-- A value for a person, as an argument of a diagnostic.
function legs.shown(raw)
  if raw == true then return say "yes" elseif raw == false then return say "no" end
  if type(raw) == "string" and #raw > LONGEST_SIDE then return say "longer-text" end
  if type(raw) == "number" then return digits(raw) end
  if type(raw) ~= "table" then return tostring(raw) end
  return #raw > 0 and raw or say "other-value"
end

-- "given: yes, D-2: no": what each side says, whatever the order they stand in;
-- nothing of what is sensitive.
local function sides_of(r, cell)
  if r.secret then return nil end
  local sides = {}
  for _, leg in ipairs(cell.legs) do
    local says = leg.says and leg.says.value ~= nil and legs.shown(leg.says.raw)
      or leg.against and say "against"
    if says then sides[#sides + 1] = say("side", { who = leg.id, says = says }) end
  end
  table.sort(sides, function(a, b)
    return diagnostic.wrong(a) < diagnostic.wrong(b)
  end)
  for i = #sides, MOST_SIDES + 1, -1 do sides[i] = nil end
  if cell.value ~= nil then
    table.insert(sides, 1, say("side-given", { says = legs.shown(cell.raw) }))
  end
  sides.separator = "; "
  return #sides > 0 and sides or nil
end

local function dispute(r, cell, pointer, code, id)
  local claims = claims_of(cell)
  conflict(r, cell, pointer, say(code, { id = id, sides = sides_of(r, cell) }))
  cell.claims = claims
end

-- ---- weighing -----------------------------------------------------------

-- Whether what is known of `cell`, perhaps in part, rules `value` out.
local function excludes(cell, value)
  if cell.value ~= nil then return not same_value(value, cell.value) end
  if cell.possible then return not nearest.is_in(value, cell.possible) end
  for key in pairs(cell.has or {}) do
    if not value[key] then return true end
  end
  if not cell.lo and not cell.hi then return false end
  return type(value) ~= "number" -- a limit that is none, against one that is some
    or cell.lo ~= nil and value < cell.lo or cell.hi ~= nil and value > cell.hi
end

legs.excludes = excludes

-- A known fact with a leg against it, or one that says otherwise.
local function weigh_known(r, cell, pointer)
  for _, leg in ipairs(cell.legs) do
    local differs = leg.says and leg.says.value ~= nil
      and excludes(cell, leg.says.value)
    if leg.against or differs then
      return dispute(r, cell, pointer, "evidence-against", leg.id)
    end
  end
end

-- A withheld document is not a withheld fact: an interview and an observation
-- that state the same value settle it.  They stand in for what an auditor may not
-- read, so they are the auditor's own (P11.1-15): the Member's word would open
-- what the Member withholds.  Evidence that does not say who collected it is not
-- taken for the auditor's, for nobody may gain by leaving that out.  Any leg can
-- disagree.
local function weigh_withheld(r, cell, pointer)
  local said, kinds = nil, {}
  for _, leg in ipairs(cell.legs) do
    local says = leg.says
    if says and says.value ~= nil and not leg.late then
      if said and not same_value(said.value, says.value) then
        cell.withheld = true
        return dispute(r, cell, pointer, "stand-ins-disagree")
      end
      said = said or says
      if leg.item.collector == "auditor" and not leg.against
        and not leg.early and not leg.item.draft then
        kinds[leg.item.kind or ""] = true
      end
    end
  end
  if kinds.interview and kinds.observation then
    cell.state, cell.value, cell.raw = "known", said.value, said.raw
    cell.withheld = true
  elseif said then
    cell.deciding = diagnostic.wrong(say("stand-ins-missing",
      { sides = sides_of(r, cell) }))
  end
end

local function is_late(r, item)
  return item.day ~= nil and item.day > r.as_of
end

-- Whether all that is named for something is from after the as-of date.  Then
-- nobody could know it on that day.
local function is_all_late(list)
  for _, leg in ipairs(list) do
    if not leg.late then return false end
  end
  return #list > 0
end

local ALL_LATE <const> = say "all-late"

-- Evidence without a title or a date cannot be looked up, and a draft is not in force:
-- they show nothing.
local function is_named(item)
  return item.title ~= nil and item.day ~= nil and not item.draft
end

-- Some facts are shown by some kinds of evidence alone: what people do, by an
-- interview or an observation.  Outsiders who looked into it, such as a public
-- inquiry, count whatever their evidence is called.
local function is_of_kind(entry, item)
  return not item.draft
    and (entry.is_shown_by[item.kind] or item.collected_by == "third-party")
end

local RANK <const> = { member = 2, ["third-party"] = 2, auditor = 3 }

-- Whether the leg bears on the fact at all: it speaks for it, on the right days.
local function bears(leg)
  return not leg.against and not leg.late and not leg.early
end

-- 1 stated, 2 evidenced, 3 auditor-verified.
local function basis_of(list)
  local basis = 1
  for _, leg in ipairs(list) do
    if bears(leg) and leg.shows then
      basis = math.max(basis, RANK[leg.item.collector] or 2)
    end
  end
  return basis
end

-- The basis that `list` gives the known `cell`.  A leg that says no value speaks for
-- the one that the dossier gives, which may be another: `is_given` tells.
function legs.basis_for(list, cell, is_given)
  local speaking = {}
  for _, leg in ipairs(list or {}) do
    local says = leg.says and leg.says.value
    if says == nil and is_given or says ~= nil and not excludes(cell, says) then
      speaking[#speaking + 1] = leg
    end
  end
  return basis_of(speaking)
end

-- Whether a leg speaks against what `cell` holds.  One that says no value speaks of the
-- answer it was given beside: `is_given` tells whether the cell holds that.
local function is_contrary(leg, cell, is_given)
  local says = leg.says and leg.says.value
  if says ~= nil then return excludes(cell, says) end
  return (leg.against or false) == is_given
end

-- Marks what speaks against the known `cell` among the legs of another answer to it.
function legs.mark_contrary(list, cell, is_given)
  for _, leg in ipairs(cell.state == "known" and list or {}) do
    leg.contrary = is_contrary(leg, cell, is_given)
  end
end

-- The ids of evidence of a kind that cannot show the fact, where nothing else
-- does.
local function unshown_by(entry, cell)
  local ids = {}
  for _, leg in ipairs(cell.basis == 1 and cell.legs or {}) do
    if bears(leg) and not is_of_kind(entry, leg.item) then
      ids[#ids + 1] = leg.id
    end
  end
  return #ids > 0 and ids or nil
end

-- The evidence that a list names for itself: that these are all there are.
function legs.of_list(r, written, pointer)
  local list = {}
  registers.each_evidence(r, written, pointer, function(id, index)
    local item = registers.evidence_of(r, id, pointer, index)
    list[#list + 1] = item and { id = id, item = item, late = is_late(r, item),
      shows = is_named(item) }
  end)
  local late = is_all_late(list)
  if late then
    r.problem("note", pointer, say("all-late-list", { why = ALL_LATE }))
  end
  return list, basis_of(list), late
end

-- What was written before an event cannot show that it took place.
local function check_early(r, entry, cell, leg, pointer)
  if entry.type ~= "date" or entry.future then return end
  local said = leg.says or cell
  local event = said.value or said.lo
  if not event or not leg.item.day or leg.item.day >= event then return end
  leg.early = true
  r.problem("note", pointer, say("evidence-early", { it = leg.id,
    day = dates.format(leg.item.day) }))
end

-- How well its legs support the new cell.
function legs.support(r, entry, cell, pointer)
  for _, leg in ipairs(cell.legs) do
    leg.late = is_late(r, leg.item)
    leg.shows = is_named(leg.item) and is_of_kind(entry, leg.item)
    check_early(r, entry, cell, leg, pointer)
  end
  cell.basis = basis_of(cell.legs)
end

-- What the legs of the new cell add up to.
function legs.weigh(r, entry, cell, pointer)
  legs.support(r, entry, cell, pointer)
  if cell.state == "known" then
    weigh_known(r, cell, pointer)
    if cell.state == "known" and is_all_late(cell.legs) then
      r.problem("note", pointer, say("all-late-fact", { why = ALL_LATE }))
      blank(cell, "unknown")
      cell.why = cell.why or diagnostic.wrong(ALL_LATE)
    end
    cell.unshown_by = unshown_by(entry, cell)
  elseif cell.state == "withheld" then
    weigh_withheld(r, cell, pointer)
  end
end

return legs
