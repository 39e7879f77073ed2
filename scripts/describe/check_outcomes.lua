-- The outcomes a check can give, and the rating each leads to.  Found by asking
-- the core about a dossier in which nothing is known: what is then possible is
-- all there is.

local core = require "core"
local logic = require "base.logic"
local outcomes = require "base.outcomes"
local rating = require "report.rating"

local check_outcomes = {}

local EXTENTS <const> = {
  { bit = logic.MET, says = "what is expected holds" },
  { bit = logic.NOTE, says = "a point that gives no more than an observation is "
    .. "not met" },
  { bit = logic.LAPSE, says = "an isolated lapse" },
  { bit = logic.ABSENT, says = "a required element is wholly absent" },
  { bit = logic.NA, says = "it does not apply" },
}

-- The extents the facts alone may give, and those a record may add: that a
-- lapse is systemic, or that the check does not apply.
local function extents(model, check, host)
  local conditions = { check.expect }
  conditions[#conditions + 1] = check.provision.applies
  conditions[#conditions + 1] = check.applies
  local masks = core.cases(model, host, {}, conditions, {})[1].masks
  local mask, gates = masks[1], logic.MET
  for i = 2, #masks do gates = logic.worst[gates][masks[i]] end
  if logic.may_fail(gates) then mask = mask | logic.NA end
  local recorded = logic.NA | (mask & logic.LAPSE ~= 0 and logic.ABSENT or 0)
  return mask, recorded & ~mask
end

local function add(out, by_outcome, row, extent, by_record)
  local cell = row[extent.bit]
  local one = by_outcome[cell.outcome]
  if not one then
    one = { outcome = cell.outcome, by_record = by_record, says = extent.says,
      rating = (rating.name_and_text(cell.range)),
      range = rating.names(cell.range) }
    by_outcome[cell.outcome], out[#out + 1] = one, one
  elseif not by_record then
    one.by_record = nil
    one.says = one.says .. ", or " .. extent.says
  end
end

-- The outcomes of `check`, conformance first; one with by_record = true needs
-- an auditor's record.  Empty for a check that is broken.
function check_outcomes.of(model, check, host)
  local out, by_outcome = {}, {}
  local row = model.outcome_tables[check.strength or "beyond"]
  if check.broken or check.provision.broken or not row then return out end
  local mask, recorded = extents(model, check, host)
  for _, extent in ipairs(EXTENTS) do
    if mask & extent.bit ~= 0 then add(out, by_outcome, row, extent, nil) end
  end
  for _, extent in ipairs(EXTENTS) do
    if recorded & extent.bit ~= 0 then
      add(out, by_outcome, row, extent, true)
    end
  end
  if row[mask].outcome == outcomes.OPEN then
    out[#out + 1] = { outcome = outcomes.OPEN,
      rating = (rating.name_and_text(row[mask].range)),
      range = rating.names(row[mask].range),
      says = "what is known does not settle it" }
  end
  return out
end

return check_outcomes
