-- Notes claims without force: a fact that is marked not applicable counts only where
-- the condition that its vocabulary entry names is known to hold.

local logic = require "evaluate.logic"

local say <const> = require("base.diagnostic").new

local na_claims = {}

local function note(r, entry, frame, mask)
  r.problem("note", frame["#pointer"] .. entry.suffix, say(logic.may_hold(mask)
    and "na-claim-open" or "na-claim-false", { when = entry.na_when.text }))
end

local function look_at(r, entries, scope, frame, ctx)
  for _, entry in ipairs(entries) do
    local cell = entry.scope == scope and entry.na_when and frame[entry.path]
    if cell and cell.claimed_na and cell.state == "not_applicable" then
      local mask = entry.na_when.eval(ctx)
      if not logic.holds(mask) then note(r, entry, frame, mask) end
    end
  end
end

-- Looks at the Member and at each facility; ctx.facility is left as it was.
function na_claims.look(vocabulary, r, ctx)
  local outside = ctx.facility
  look_at(r, vocabulary.ordered, "member", r.member, ctx)
  for _, facility in ipairs(r.facilities.items) do
    ctx.facility = facility
    look_at(r, vocabulary.ordered, "facility", facility, ctx)
  end
  ctx.facility = outside
end

return na_claims
