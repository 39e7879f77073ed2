-- A report is stored for years: how large it is beside its dossier.
local support = require "support.host"

local json = support.json
local runtime = support.open_builtin()

local MOST_TIMES <const> = 5
local MOST_FOR_A_FACILITY <const> = 40000 -- bytes

local function large_mine()
  for _, sample in ipairs(support.samples()) do
    if sample.name == "large-gold-mine.json" then return sample.text end
  end
end

-- The bytes of the report on the large mine and `copies` more of its main facility.
local function size_with(copies)
  local dossier = support.decode(large_mine())
  local items = dossier.facilities.items
  for i = 1, copies do
    local copy = support.copy(items[1])
    copy.id = copy.id .. "-" .. i + 1
    items[#items + 1] = copy
  end
  local _, text = assert(support.evaluate(runtime, json.write(dossier)))
  return #text
end

describe("the size of a report", function()
  it("is at most five times that of a large dossier", function()
    local times = size_with(0) / #large_mine()
    assert.is_true(times <= MOST_TIMES, ("it is %.2f times"):format(times))
  end)
  it("grows by 40 KB at most with a facility that answers everything", function()
    local bytes = (size_with(5) - size_with(1)) // 4
    assert.is_true(bytes <= MOST_FOR_A_FACILITY, bytes .. " bytes")
  end)
end)
