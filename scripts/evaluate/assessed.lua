-- Which facilities were assessed, and what stands for what is known of them.

local diagnostic = require "base.diagnostic"

local assessed = {}

local EMPTY <const> = {}

-- Whether a provision was looked at through its results from number `first` on:
-- at least one check is settled, or none applies.  What only a layer asks for does
-- not count.
function assessed.is_looked_at(results, first)
  local open = false
  for i = first, #results do
    local result = results[i]
    if result.check.layer == 0 then
      if result.count == "settled" then return true end
      open = open or result.count ~= "not_applicable"
    end
  end
  return not open
end

local IDENTITY <const> = { ["facility.id"] = true, ["facility.name"] = true,
  ["facility.country"] = true, ["facility.kind"] = true }

-- Whether nothing but the dossier's word stands for anything in a frame: no
-- evidence is named, and no auditor vouches.
local function by_statement(frame)
  for path, cell in pairs(frame) do
    if path:byte() ~= 35 and not IDENTITY[path] then -- "#" marks no fact
      if cell.legs and #cell.legs > 0 or cell.record or cell.auditor then
        return false
      end
      for _, item in ipairs(cell.items or EMPTY) do
        if not by_statement(item) then return false end
      end
    end
  end
  return true
end

-- A facility that settles checks was looked at, whatever is said of it.
local function check_reason(r, facility)
  local cell = facility["facility.not_assessed_why"]
  if cell and cell.value and facility["#assessed"] then
    r.problem("note", facility["#pointer"] .. "/not_assessed_why",
      diagnostic.new "assessed-all-the-same")
  end
end

-- Notes at a facility that has run whether statements alone stand for it.
function assessed.mark(r, facility)
  check_reason(r, facility)
  facility["#by_statement"] = facility["#assessed"] and by_statement(facility)
end

return assessed
