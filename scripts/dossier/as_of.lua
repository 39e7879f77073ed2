-- The as-of day that a caller meant by other words than a date.

local cures = require "dossier.cures"
local diagnostic = require "base.diagnostic"

local as_of = {}

-- What to write in place of `text`, in words; nil where that cannot be told.
function as_of.cure(text, json)
  if cures.is_by_clock(text) then return diagnostic.wrong(diagnostic.new "no-clock") end
  local cure = cures.day({ type = "date" }, text, json)
  return cure and diagnostic.wrong(diagnostic.new(cure.code, cure))
end

return as_of
