-- What no record may do, on all samples: make a rating better than without it,
-- unless it settles what the facts leave open; and what no order of lists may do:
-- change a rating.
local shuffled = require "support.shuffled"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local SEEDS <const> = 5
local RANK <const> = { ["not-applicable"] = 1, conformance = 2,
  ["minor-nonconformance"] = 3, ["major-nonconformance"] = 4 }

local function record(day, id, fields)
  local one = { id = id, kind = "judgement", by = "A. Auditor",
    party = "auditor", authority = "lead auditor", date = day, why = "Seen." }
  for key, value in pairs(fields) do one[key] = value end
  return one
end

-- The records of a kind that make() gives for each check and provision, in one
-- dossier: make(id, is_check) gives what it says, or nil.
local function with_records(dossier, report, make)
  local changed, seen = support.copy(dossier), {}
  local records = array(support.copy(changed.records or {}))
  local function add(id, is_check)
    local fields = not seen[id] and make(id, is_check)
    seen[id] = true
    if fields then
      records[#records + 1] = record(dossier.assessment.date, "N" .. #records,
        fields)
    end
  end
  for _, result in ipairs(report.results) do
    add(result.check, true)
    add(result.provision, false)
  end
  changed.records = records
  return changed
end

local function worst(range)
  return RANK[range[#range]]
end

local function holds_na(range) return range[1] == "not-applicable" end

-- No worst end is better, unless the facts leave open whether it applies.
local function no_better(before, after, what)
  for i, old in ipairs(before.results) do
    local new = after.results[i]
    local open = holds_na(old.range) and #old.range > 1
    assert.is_true(open or worst(new.range) >= worst(old.range),
      ("%s: %s at %s"):format(what, old.check, tostring(old.facility)))
  end
end

-- Each kind of record that may be on a check or a provision.
local KINDS <const> = {
  ["does not apply"] = function(id)
    return { prompt = id .. "/applies", answer = "no" }
  end,
  ["applies"] = function(id) return { prompt = id .. "/applies", answer = "yes" } end,
  override = function(id, is_check)
    return { kind = "override", outcome = "conformance",
      [is_check and "check" or "provision"] = id }
  end,
  ["override to not applicable"] = function(id, is_check)
    return { kind = "override", outcome = "not-applicable",
      [is_check and "check" or "provision"] = id }
  end,
  waiver = function(id, is_check)
    return { kind = "waiver", [is_check and "check" or "provision"] = id }
  end,
}

-- Those that the rules' column never hears.
local BESIDE <const> = { override = true, ["override to not applicable"] = true,
  waiver = true }

local function extents(report, answer)
  local asked = {}
  for _, one in ipairs(report.prompts) do
    local id = one.prompt:match "^(.*)/extent$"
    if id then asked[id] = true end
  end
  return function(id)
    return asked[id] and { prompt = id .. "/extent", answer = answer }
  end
end

for _, sample in ipairs(support.samples()) do
  describe("in " .. sample.name, function()
    local dossier = support.decode(sample.text)
    local before = assert(support.evaluate(runtime, dossier))

    it("no record makes a rating better than without it", function()
      for what, make in pairs(KINDS) do
        local after = assert(support.evaluate(runtime, with_records(dossier,
          before, make)))
        no_better(before, after, what)
        if BESIDE[what] then
          assert.equal(before.member.rating, after.member.rating, what)
        end
      end
    end)
    it("no answer on an extent makes one better, nor one that contradicts it",
      function()
        local function answered(report, from, answer)
          local changed = with_records(from, report, extents(before, answer))
          local after = assert(support.evaluate(runtime, changed))
          no_better(report, after, answer)
          return after, changed
        end
        answered(before, dossier, "isolated")
        local systemic, changed = answered(before, dossier, "systemic")
        answered(systemic, changed, "isolated")
      end)
    it("the order of lists changes no rating", function()
      for seed = 1, SEEDS do
        local after = assert(support.evaluate(runtime, shuffled.of(dossier, seed)))
        assert.same(shuffled.rated(before), shuffled.rated(after))
      end
    end)
  end)
end
