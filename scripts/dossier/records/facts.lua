-- What the auditor's records do to facts: a judgement on the prompt "fact:" and a
-- JSON Pointer settles one that is open, an attestation verifies a known one.

local matters = require "dossier.records.matters"

local say <const> = require("base.diagnostic").new

local facts = {}

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
  cell.basis, cell.legs, cell.record = 3, old and old.legs, record.pointer
  frame[entry.path], answers.judged[cell] = cell, true
  answers.use(record)
  if open then open.settled = true end
end

local function attest(answers, record)
  local cell = record.frame[record.entry.path]
  if not cell or cell.state ~= "known" then
    return answers.stale(record, say "attested-unknown")
  end
  cell.basis, cell.record = 3, cell.record or record.pointer
  answers.use(record)
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
    if record.kind == "attestation" then attest(answers, record) end
  end
end

return facts
