-- The extents that the core gives conditions over many frames: each is a facility of one
-- dossier, each condition a check of a small pack.  A check whose point has another rating
-- for each extent says by its range which these are.

local support = require "support.host"
local core = require "core"
local logic = require "base.logic"
local rows = require "report.rows"
local small = require "support.small"

local json = support.json

local extents = {}

local STEPS <const> = 1 << 50
local EXTENT_OF <const> = { ["not-applicable"] = logic.NA, conformance = logic.MET,
  ["minor-nonconformance"] = logic.LAPSE, ["major-nonconformance"] = logic.ABSENT }

local function check_of(i, condition)
  return ('check "1.%d" { title = "T", points = { "SHALL" }, ask = "?", expect = %s }')
    :format(i, condition)
end

local function mask_of(range)
  local mask = 0
  for _, rating in ipairs(range) do mask = mask | EXTENT_OF[rating] end
  return mask
end

-- A plain table as JSON has it.
local function listed(value)
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, inner in pairs(value) do copy[key] = listed(inner) end
  return (value[1] ~= nil or next(value) == nil) and json.array(copy) or copy
end

local function dossier_of(frames)
  local items = json.array {}
  for i, frame in ipairs(frames) do
    items[i] = listed(frame)
    items[i].id = "f" .. i
  end
  return json.write { format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    facilities = { complete = true, items = items } }
end

-- A function of frames, the facts of a facility each: the masks of each of `conditions`
-- (Lua text), in the order of the frames.  `facts` declares what they speak of.
function extents.by(facts, conditions)
  local checks = {}
  for i, condition in ipairs(conditions) do checks[i] = check_of(i, condition) end
  local runtime, problem = small.open(facts .. table.concat(checks, "\n"))
  assert(runtime, problem and problem.message)
  local assess = core.compiled(runtime.model(), support.host)
  return function(frames)
    support.host.refill(STEPS)
    local masks, text = {}, dossier_of(frames)
    for i in ipairs(conditions) do masks[i] = {} end
    rows.each(support.decode(assert(assess(text, {}), text)), function(row)
      local condition = math.tointeger(tonumber(row.check:sub(3)))
      masks[condition][math.tointeger(tonumber(row.facility:sub(2)))] = mask_of(row.range)
    end)
    return masks
  end
end

return extents
