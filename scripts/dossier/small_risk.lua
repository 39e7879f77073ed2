-- Whether a reason says that a risk is small, which is never a reason for leaving a
-- question out: "low risk", "the risks are very low", whatever their case.

local small_risk = {}

local WORDS <const> = { "low%W+risk", "risks?%s+%a+%s+low",
  "risks?%s+%a+%s+%a+%s+low", "little%s+risk", "small%s+risk",
  "minimal%s+risk", "negligible%s+risk" }

function small_risk.is_said(reason)
  local text = reason:lower()
  for _, pattern in ipairs(WORDS) do
    if text:find(pattern) then return true end
  end
  return false
end

return small_risk
