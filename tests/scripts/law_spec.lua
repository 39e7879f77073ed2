-- Guarantees 1 and 3 over every sample dossier: making facts unknown yields a
-- superset of every range, and so never a better verdict.
local support = require "support.host"
local unknowns = require "support.unknowns"

local runtime = support.open_builtin()
local vocabulary = runtime.model().vocabulary

local function conflicts(report)
  local count = 0
  for _, p in ipairs(report.problems) do
    if p.kind == "conflict" then count = count + 1 end
  end
  return count
end

-- What `after` no longer allows, or nil.  Facts that contradict each other read
-- as unknown already: taking one side away takes the contradiction away and makes
-- the other side known, so that is left out here.
local function lost(before, after)
  if conflicts(after) < conflicts(before) then return nil end
  return unknowns.lost(before, after)
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
        local less = lost(before, after)
        if less then error(path.name .. " made unknown: " .. less) end
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
        local less = lost(before, after)
        if less then
          error(table.concat(names, ", ") .. " made unknown: " .. less)
        end
      end
    end)
  end)
end
