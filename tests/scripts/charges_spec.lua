-- What our own scripts do for others is charged, for the budget of a call counts
-- nothing else of theirs.  Each charge is made by work of its own below: where one
-- is taken away, this fails.
local charged = require "support.charged"
local layered = require "support.layered"
local small = require "support.small"
local small_pack = require "support.small_pack"
local support = require "support.host"

-- ---- work that is charged ----------------------------------------------------

local work = {}

function work.packs()
  local runtime = small_pack.open()
  runtime.lint()
  runtime.test()
  runtime.describe "missing/1.1"
  runtime.describe "new/1.9"
end

-- Names of facts, lists and points that nothing declares.
function work.unknown_names()
  for from, to in pairs { ['"doors.locked is yes"'] = '"doors.lockd is yes"',
    ['"guards.uniform is all or some"'] = '"trained is yes"',
    ['points = { "R1" }'] = 'points = { "R2" }' } do
    small_pack.open("rules.lua", from, to).lint()
  end
  small_pack.open("facts.lua", 'count "people"', 'count "peple"').lint()
end

function work.layers()
  local off = 'switch_off "1.%d" { ' .. layered.GROUNDS .. " }\n"
  layered.open(off:format(1) .. off:format(2) .. off:format(9), { tolerant = true })
  layered.open('check "1.org.1" { title = "T", points = { "SHALL" }, ask = "Ask.",'
    .. 'stricter_than = "1.1", expect = { "a.flag is yes", otherwise = "No." } }',
    { tolerant = true }).lint()
end

function work.samples()
  local runtime = support.open_builtin()
  for _, one in ipairs(support.samples()) do
    local report = assert(runtime.evaluate(one.text, {}))
    runtime.validate(one.text, {})
    runtime.render(report, "text")
    runtime.diff(report, report, {})
  end
end

-- The outcomes of a check, which are those that its condition can come to.
function work.described()
  local runtime = assert(small.open(small.check 'every "people" { "armed is yes" }'))
  assert(runtime.describe("rules/" .. runtime.model().checks[1].id))
end

-- Names and values that are not quite what they should be.
function work.slips()
  support.open_builtin().validate(support.json.write {
    format = "cop11.dossier/1", assessment = { dat = "31/12/2013" },
    member = { nam = "A", id = "a\u{2011}b" },
    facilities = support.json.array {
      { id = "a", kind = "a mine and a refinery", country = "Chile",
        security = { inhouse_used = "yes, since May", guards = true,
          inhouse_count = { min = 3, max = 5 }, private_count = 84.21052631578948 },
        vpshr = { trained_private = "about a dozen" },
        conflict_affected = "not at all",
        people = { count = "about a dozen, perhaps 14" },
        risk_assessment = { date = "around 5 May 2012", exists = "sure" },
        arms = "some of them are armed" },
      { id = "b\u{2011}c", people = { { id = "p\u{2011}q" } } } },
  }, { as_of = "2013-11-30" })
end

local function record(of)
  local whole = { kind = "judgement", by = "Ann", party = "auditor",
    authority = "lead auditor", why = "I saw it.", date = "2013-11-01" }
  for key, value in pairs(of) do whole[key] = value end
  return whole
end

function work.records()
  support.open_builtin().evaluate(support.json.write {
    format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    findings = support.json.array { { id = "F", provision = "11.1", nature = "n",
      by = "A", party = "auditor", rating = "minor-nonconformance" } },
    records = support.json.array {
      record { id = "A", facility = "a", prompt = "11.2.4/past-excess", answer = "no" },
      record { id = "B", facility = "a", prompt = "11.2.4/past-excess", answer = "yes" },
      record { id = "C", facility = "a", prompt = "11.2.4/past-excess", answer = "no",
        supersedes = "A" },
      record { prompt = "fact:a/people[p].armed", answer = true },
      record { prompt = "fact:a/people[p].amred", answer = true },
      record { prompt = "finding:F/plan", answer = "yes" },
      record { prompt = "11.2.4/past-excess", pointer = "/facilities/0/pepole" },
      record { prompt = "fact:/facilities/0/security/inhose_used", answer = true },
    },
    facilities = support.json.array { { id = "a",
      people = support.json.array { { id = "p", armed = false }, { armed = true } } } },
  }, {})
end

-- ---- every charge ------------------------------------------------------------

-- How many lines charge in each function of each script.
local CHARGES <const> = {
  ["base/lookalike.lua"] = { ["lookalike.skeleton"] = 2 },
  ["base/nearest.lua"] = { common = 1, ["nearest.find"] = 1, next_row = 1 },
  ["diff.lua"] = { rows_of = 1 },
  ["diff/facts.lua"] = { add = 1 },
  ["dossier.lua"] = { ["r.problem"] = 1, read_items = 1 },
  ["dossier/answer_cures.lua"] = { named_in = 1, value_of = 1 },
  ["dossier/cures.lua"] = { ["cures.of"] = 1 },
  ["dossier/day_cures.lua"] = { read_one = 1 },
  ["dossier/ids.lua"] = { ["ids.register"] = 1 },
  ["dossier/object_cures.lua"] = { ["object_cures.of"] = 1 },
  ["dossier/quantities.lua"] = { read = 1 },
  ["dossier/records/item_names.lua"] = { ["item_names.of"] = 1 },
  ["dossier/records/pointers.lua"] = {
    frame_of_path = 1,
    ["pointers.all_in"] = 1,
    ["pointers.locate"] = 1 },
  ["dossier/records/standing.lua"] = { in_a_circle = 1 },
  ["dossier/records/targets.lua"] = { finding_named = 1 },
  ["dossier/registers.lua"] = { read_all = 1 },
  ["dossier/rounded.lua"] = { each_whole = 1, ["rounded.note"] = 1 },
  ["dossier/told.lua"] = { ["r.not_a_group"] = 1 },
  ["layers/changes.lua"] = { baseline_ids = 1, earlier = 1 },
  ["lint.lua"] = { ["c.add"] = 1, ["c.seems_declared"] = 1 },
  ["main.lua"] = { opened_report = 1, read_json = 1 },
  ["model/check_ids.lua"] = { ["check_ids.provision"] = 1, each = 1 },
  ["model/names.lua"] = { all_names = 1, list_with = 1, unknown_list = 1 },
  ["model/search.lua"] = { count_word = 1, sums_of = 1 },
  ["model/points.lua"] = { ["points.strength_of"] = 1 },
  ["mutation.lua"] = { fitting = 1 },
  ["pack/source.lua"] = { find = 1, ["source.finder"] = 1, stands_at = 1 },
  ["pack/tokens.lua"] = { ["tokens.reader"] = 1, ["tokens.scan"] = 1 },
  ["view.lua"] = { read_results = 1 },
  ["schema/shape.lua"] = { find = 1 },
  ["suggest/search.lua"] = { results = 1 },
  ["validation.lua"] = { places_of = 1 },
}

local listed = {}
for file, functions in pairs(CHARGES) do
  for name, count in pairs(functions) do listed[file .. " " .. name] = count end
end

describe("every charge of the scripts", function()
  local made = {}
  for _, body in pairs(work) do
    for name, lines in pairs(charged.by(body)) do
      made[name] = math.max(made[name] or 0, lines)
    end
  end

  it("is in this list", function() assert.same(listed, charged.all()) end)
  for name, count in pairs(listed) do
    it("is made by " .. name, function() assert.equal(count, made[name]) end)
  end
end)
