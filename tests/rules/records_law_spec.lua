-- What no record may do, on all samples: make a rating better than without it,
-- unless it settles what the facts leave open; and what no order of lists may do:
-- change a rating.
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
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

-- ---- the order of lists --------------------------------------------------

local turn -- forward

-- The list in the opposite order; `moved` gets the new pointer of each item.
local function turn_list(list, from, to, moved)
  local turned, n = array {}, #list
  for i = 1, n do
    local old, new = ("%s/%d"):format(from, i - 1), ("%s/%d"):format(to, n - i)
    moved[old] = new
    turned[n - i + 1] = turn(list[i], old, new, moved)
  end
  return turned
end

function turn(value, from, to, moved)
  if type(value) ~= "table" then return value end
  if value[1] ~= nil then return turn_list(value, from, to, moved) end
  local turned = next(value) == nil and value or {}
  for key, inner in pairs(value) do
    turned[key] = turn(inner, from .. "/" .. key, to .. "/" .. key, moved)
  end
  return turned
end

-- The pointer of the same fact when lists are turned.
local function follow(pointer, moved)
  for at = #pointer, 1, -1 do
    local new = moved[pointer:sub(1, at)]
    if new and (at == #pointer or pointer:sub(at + 1, at + 1) == "/") then
      return new .. pointer:sub(at + 1)
    end
  end
  return pointer
end

local function turned(dossier)
  local moved = {}
  local other = turn(support.copy(dossier), "", "", moved)
  for _, one in ipairs(other.records or {}) do
    one.fact = one.fact and follow(one.fact, moved)
    local pointer = one.prompt and one.prompt:match "^fact:(.*)$"
    if pointer then one.prompt = "fact:" .. follow(pointer, moved) end
  end
  return other
end

-- All that is rated, by place and check.
local function rated(report)
  local all = { member = report.member.range,
    recorded = report.member.with_records.range }
  for _, facility in ipairs(report.facilities) do
    all[facility.id] = { facility.range, facility.with_records.range }
  end
  for _, result in ipairs(report.results) do
    all[result.check .. " " .. (result.facility or "")] = { result.outcome,
      result.range, result.basis or "none",
      result.with_records and result.with_records.range }
  end
  return all
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
      local other = turned(dossier)
      assert.same(rated(before), rated(assert(support.evaluate(runtime, other))))
    end)
  end)
end
