-- Guarantees 1 and 3 over every sample dossier: making facts unknown yields a
-- superset of every range, and so never a better verdict.
local support = require "support.host"
local unknowns = require "support.unknowns"

local runtime = support.open_builtin()
local vocabulary = runtime.model().vocabulary

-- Facts that contradict each other read as unknown already: taking one side
-- away takes the contradiction away, so those are left out here.
local function contradicted(report)
  local pointers = {}
  for _, p in ipairs(report.problems) do
    if p.kind == "conflict" then pointers[#pointers + 1] = p.pointer end
  end
  return #pointers > 0
end

-- A small generator of its own, so that every run tries the same sets.
local function generator(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n + 1
  end
end

for _, sample in ipairs(support.samples()) do
  describe("in " .. sample.name, function()
    local dossier = support.decode(sample.text)
    local before = assert(support.evaluate(runtime, dossier))
    local paths = unknowns.all(dossier, vocabulary)

    it("each fact made unknown widens every range", function()
      assert.is_true(#paths > 5)
      for _, path in ipairs(paths) do
        local changed = support.copy(dossier)
        path.erase(changed)
        local after = assert(support.evaluate(runtime, changed))
        local lost = unknowns.lost(before, after)
        if lost and not contradicted(before) then
          error(path.name .. " made unknown: " .. lost)
        end
      end
    end)

    it("random sets of facts made unknown widen every range", function()
      local random = generator(#sample.text)
      for _ = 1, 40 do
        local changed, names = support.copy(dossier), {}
        for i = 1, random(6) do
          local path = paths[random(#paths)]
          names[i] = path.name
          path.erase(changed)
        end
        local after = assert(support.evaluate(runtime, changed))
        local lost = unknowns.lost(before, after)
        if lost and not contradicted(before) then
          error(table.concat(names, ", ") .. " made unknown: " .. lost)
        end
      end
    end)
  end)
end
