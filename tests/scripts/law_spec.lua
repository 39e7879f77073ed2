-- Guarantees 1 and 3 over every sample dossier: making facts unknown yields a
-- superset of every range, and so never a better verdict.
local outcomes = require "base.outcomes"
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

-- ---- what speaks against the Member is printed ---------------------------

local FORMATS <const> = { "text", "html", "csv", "json" }

-- Text as it is compared: without markup, quotes and white space, which each
-- format adds for itself.
local function bare(text)
  return (text:gsub("<[^>]*>", ""):gsub("&quot;", ""):gsub("&#39;", "'")
    :gsub("&amp;", "&"):gsub("[%s\"\\]", ""))
end

local function pages_of(dossier)
  local pages = {}
  local report = assert(runtime.evaluate(support.json.write(dossier), {}))
  for _, format in ipairs(FORMATS) do
    pages[format] = bare(format == "json" and report
      or assert(runtime.render(report, format)))
  end
  return pages
end

-- The best rating a check may still have; not applicable is none.
local function best(range)
  for _, name in ipairs(range) do
    if name ~= "not-applicable" then return outcomes.RANK[name] end
  end
end

-- The results of `before` that are better in `after`.
local function lowered(before, after)
  local was, list = {}, {}
  local function key(result) return result.check .. " " .. (result.facility or "") end
  for _, result in ipairs(after.results) do was[key(result)] = best(result.range) end
  for _, result in ipairs(before.results) do
    local now, other = best(result.range), was[key(result)]
    if now and other and other < now then list[#list + 1] = result end
  end
  return list
end

-- What every format has to print of a result: its finding, or each condition that
-- is known to fall short.
local function traces(result)
  if outcomes.is_shortfall(result.outcome) then return { result.reason } end
  local list = {}
  for i, one in ipairs(result.against or {}) do list[i] = one.says end
  return list
end

local function check_printed(name, result, pages)
  local wanted = traces(result)
  assert.is_true(#wanted > 0, name .. " leaves no trace in " .. result.check)
  for _, text in ipairs(wanted) do
    for _, format in ipairs(FORMATS) do
      if not pages[format]:find(bare(text), 1, true) then
        error(("%s: %s does not print: %s"):format(name, format, text))
      end
    end
  end
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

    it("each fact made unknown widens every range; what it held down is printed "
      .. "in every format", function()
      assert.is_true(#paths > 5)
      local pages = pages_of(dossier)
      for _, path in ipairs(paths) do
        local changed = support.copy(dossier)
        path.erase(changed)
        local after = assert(support.evaluate(runtime, changed))
        local less = lost(before, after)
        if less then error(path.name .. " made unknown: " .. less) end
        if conflicts(after) >= conflicts(before) then
          for _, result in ipairs(lowered(before, after)) do
            check_printed(path.name, result, pages)
          end
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
        local less = lost(before, after)
        if less then
          error(table.concat(names, ", ") .. " made unknown: " .. less)
        end
      end
    end)
  end)
end
