-- What no record may do, on all samples: make a rating better than without it,
-- unless it settles what the facts leave open; and what no order of lists may do:
-- change a rating.
local quick = require "support.quick"
local shuffled = require "support.shuffled"
local support = require "support.host"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"
local targets = require "dossier.records.targets"

local runtime = support.open_builtin()
local model = runtime.model()
local results_of = quick.results(model)
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

-- ---- single records ------------------------------------------------------

local function add_judgement(list, prompt, answers)
  for _, answer in ipairs(answers) do
    list[#list + 1] = { prompt = prompt, answer = answer }
  end
end

local function values_of(entry)
  if entry.type == "yes/no" then return { true, false } end
  return entry.type == "choice" and entry.values or {}
end

-- Each judgement that may be written: on whether each check and provision applies,
-- on each question of the auditor's own, on each extent, and on each fact whose
-- evidence leaves it open.
local function judgements(report)
  local list = {}
  for _, provision in ipairs(model.provisions) do
    add_judgement(list, provision.id .. "/applies", { "yes", "no" })
    for _, check in ipairs(provision.checks) do
      add_judgement(list, check.id .. "/applies", { "yes", "no" })
      if targets.has_extent(model, check) then
        add_judgement(list, check.id .. "/extent", { "isolated", "systemic" })
      end
      nodes.walk(check.expect, function(node)
        if node.kind == "auditor" then
          add_judgement(list, node.id, { "yes", "no" })
        end
      end)
    end
  end
  for _, one in ipairs(report.prompts) do
    local fact = one.kind == "deciding" and one.prompt:find "^fact:"
      and report.facts[one.id:sub(6)]
    if fact then
      add_judgement(list, one.prompt, values_of(model.vocabulary.entries[fact.fact]
        or {}))
    end
  end
  return list
end

-- The checks whose own questions to the auditor these are, by the prompt's id.
local own_question = {}
for _, check in ipairs(model.checks) do
  nodes.walk(check.expect, function(node)
    if node.kind == "auditor" then own_question[node.id] = check.id end
  end)
end

-- Those that the facts leave to the auditor: deciding prompts, by id.
local function deciding(report)
  local ids = {}
  for _, one in ipairs(report.prompts) do
    if one.kind == "deciding" then ids[one.prompt] = true end
  end
  return ids
end

-- What may be answered: a deciding prompt, one that waits until facts of its open check
-- are known, and whether something applies where the facts leave that open.
local function may_settle(fields, old, asked)
  local of = fields.prompt:match "^(.*)/applies$"
  if of then
    return (of == old.check or of == old.provision) and holds_na(old.range)
      and #old.range > 1
  end
  return asked[fields.prompt]
    or own_question[fields.prompt] == old.check and #old.range > 1
end

local function is_within(range, old)
  local held = {}
  for _, name in ipairs(old) do held[name] = true end
  for _, name in ipairs(range) do
    if not held[name] then return false end
  end
  return true
end

-- The prompts that records of the dossier answer: another answer contradicts it.
local function taken_by(dossier)
  local prompts = {}
  for _, one in ipairs(dossier.records or {}) do
    if one.prompt then prompts[one.prompt] = true end
  end
  return prompts
end

-- A record narrows what it settles, and makes nothing else better at either end.
local function check_single(before, after, fields, asked)
  for i, old in ipairs(before) do
    local new = after[i]
    local what = ("%s %s: %s at %s"):format(fields.prompt, fields.answer, old.check,
      old.facility)
    if may_settle(fields, old, asked) then
      assert.is_true(is_within(new.range, old.range), what)
    else
      assert.is_true(worst(new.range) >= worst(old.range)
        and RANK[new.range[1]] >= RANK[old.range[1]], what)
    end
  end
end

-- Records that contradict each other leave open what one of them had settled: no
-- worst end is better, and nothing that was short of the guidance conforms.
local function check_reopened(before, after)
  for i, old in ipairs(before) do
    local new = after[i]
    assert.is_true(worst(new.range) >= worst(old.range)
      and is_within(old.range, new.range), old.check)
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
    it("no single judgement makes a rating better, unless it settles what is open",
      function()
        local asked, day = deciding(before), dossier.assessment.date
        local list, taken = judgements(before), taken_by(dossier)
        assert.is_true(#list > 200)
        local old, conflicts = results_of(sample.text)
        local with = quick.with_record(dossier)
        for _, fields in ipairs(list) do
          local new, more = results_of(with(record(day, "N", fields)))
          if taken[fields.prompt] and more > conflicts then
            check_reopened(old, new)
          else
            check_single(old, new, fields, asked)
          end
        end
      end)
    it("no outcome that a record states changes what the rules say", function()
      for _, outcome in ipairs(outcomes.RECORDABLE) do
        for _, kind in ipairs { "override", "waiver" } do
          local after = assert(support.evaluate(runtime, with_records(dossier,
            before, function(id, is_check)
              return { kind = kind, outcome = outcome,
                [is_check and "check" or "provision"] = id }
            end)))
          assert.same(before.member.range, after.member.range)
          for i, result in ipairs(before.results) do
            assert.same({ result.outcome, result.range }, { after.results[i].outcome,
              after.results[i].range })
          end
        end
      end
    end)
    it("the order of lists changes no rating", function()
      for seed = 1, SEEDS do
        local after = assert(support.evaluate(runtime, shuffled.of(dossier, seed)))
        assert.same(shuffled.rated(before), shuffled.rated(after))
      end
    end)
  end)
end
