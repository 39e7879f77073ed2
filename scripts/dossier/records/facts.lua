-- What the auditor's records do to facts: a judgement on the prompt "fact:" and a
-- JSON Pointer settles one that is open, an attestation verifies a known one.  No word
-- of a record verifies what only some kinds of evidence show, such as what people do.

local legs = require "dossier.legs"
local matters = require "dossier.records.matters"

local say <const> = require("base.diagnostic").new

local facts = {}

local AUDITOR <const> = 3 -- the basis of what the auditor vouches for

-- Why no judgement can settle what `cell` holds.
local WHY_NOT <const> = {
  known = say "judged-known", withheld = say "judged-withheld",
  not_applicable = say "judged-not-applicable",
}
local function why_not(cell)
  return cell and WHY_NOT[cell.state] or say "judged-unknown"
end

-- Whether a judgement may give `cell` its value: its legs do not settle it, it
-- contradicts another, or only the auditor may decide.
local function may_settle(entry, cell, open)
  return open or cell and cell.state == "conflicting"
    or entry.auditor_may_decide and (not cell or cell.state ~= "known")
end

-- Gives the cell its basis by the word of the record, or leaves it at `basis` where
-- only some kinds of evidence show the fact.  Returns whether it is verified.
local function vouch(r, record, cell, basis)
  local entry = record.entry
  cell.basis = entry.shown_by_some and basis or AUDITOR
  if cell.basis == AUDITOR then return true end
  if not cell.unshown_by and not cell.unverified then
    cell.unverified = true
    table.insert(r.unshown, { entry = entry, frame = record.frame, by = record.by,
      pointer = record.fact_pointer, cell = cell })
  end
  return false
end

-- Whether the dossier gave the value that a judgement chose.
local function is_as_given(old, cell)
  local given = old and old.claims and old.claims.given
  return given ~= nil and given.value ~= nil and not legs.excludes(cell, given.value)
end

-- That the Member withholds the answer, why, and what is noted of it stay told.
local function keep_reasons(old, cell)
  if not old then return end
  cell.withheld = old.withheld or old.state == "withheld" or nil
  cell.why, cell.note = old.why, old.note
end

local function settle(r, answers, record, undecided)
  local frame, entry = record.frame, record.entry
  local open, old = undecided[record.fact_pointer], frame[entry.path]
  local cell = record.cell
  if old and old.record and answers.judged[old] then
    return answers.use(record) -- another record says the same
  elseif not may_settle(entry, old, open) then
    return answers.stale(record, why_not(old))
  elseif cell.state ~= "known" then
    return answers.stale(record, say "judged-without-value")
  elseif matters.at(r, answers.matter(record), record.facility).contradict then
    return answers.use(record)
  end
  local is_given = is_as_given(old, cell)
  cell.legs, cell.record = old and old.legs, record.pointer
  keep_reasons(old, cell)
  legs.mark_contrary(cell.legs, cell, is_given)
  vouch(r, record, cell, legs.basis_for(cell.legs, cell, is_given))
  frame[entry.path], answers.judged[cell] = cell, true
  answers.use(record)
  if open then open.settled = true end
end

local function attest(r, answers, record)
  local cell = record.frame[record.entry.path]
  if not cell or cell.state ~= "known" then
    return answers.stale(record, say "attested-unknown")
  elseif not vouch(r, record, cell, cell.basis or 1) then
    return answers.without_effect(record, say("attested-unshown",
      { kinds = table.concat(record.entry.shown_by, " or ") }))
  end
  cell.record = cell.record or record.pointer
  answers.use(record)
end

-- The order of what evidence does not show; what is said for all facilities has one
-- pointer at each of them.
local function comes_before(a, b)
  if a.pointer ~= b.pointer then return a.pointer < b.pointer end
  return a.frame["#pointer"] < b.frame["#pointer"]
end

-- Lets judgements settle facts, and then attestations verify them: the order of
-- the records does not matter.
function facts.settle(r, answers)
  local undecided = {}
  for _, open in ipairs(r.undecided) do undecided[open.pointer] = open end
  for _, record in ipairs(r.records) do
    if record.kind == "judgement" and record.entry then
      settle(r, answers, record, undecided)
    end
  end
  for _, record in ipairs(r.records) do
    if record.kind == "attestation" then attest(r, answers, record) end
  end
  table.sort(r.unshown, comes_before)
end

return facts
