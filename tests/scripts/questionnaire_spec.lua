-- The questions a host can draw, and those it may leave out.
local json_schema = require "support.json_schema"
local schema_questionnaire = require "schema.questionnaire"
local need = require "describe.need"
local shut = require "support.shut"
local support = require "support.host"
local unknowns = require "support.unknowns"

local PACK = {
  ["pack.lua"] = [[
pack { title = "T", sections = { { "guards", "Who guards" } } }
ratings { should = { lapse = "minor-nonconformance",
  absent = "minor-nonconformance" } }
point "P" { strength = "should", says = "s" }
]],
  ["vocabulary.lua"] = [[
fact "cash.kept" { type = "yes/no", ask = "Is cash kept?" }
fact "arms.used" { type = "yes/no", ask = "Arms?",
  from = any "people" { "armed is yes" } }
fact "arms.count" { type = "count", ask = "How many?",
  from = count "people" { "armed is yes", "trained is yes" } }
fact "arms.law" { type = "yes/no", ask = "Law?" }
fact "guards.used" { type = "yes/no", ask = "Guards?" }
fact "facility.id" { type = "text", ask = "Which?" }
fact "facility.open" { type = "yes/no", ask = "Open?" }
fact "member.id" { type = "text", ask = "Which Member?" }
fact "member.mines" { type = "yes/no", ask = "Mines?" }
fact "member.policy" { type = "yes/no", ask = "Policy?" }
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "never.read" { type = "yes/no", ask = "Nobody asks?" }
list "people" { ask = "Who?", help = "All.", facts = {
  fact "name" { type = "text", ask = "Called?" },
  fact "armed" { type = "yes/no", ask = "Armed?" },
  fact "trained" { type = "yes/no", ask = "Trained?" },
  fact "lapse" { type = "date", ask = "Until?" },
} }
]],
  ["rules.lua"] = [[
provision "1" { title = "One", applies = "guards.used is yes" }
provision "2" { title = "Two" }
provision "3" { title = "Three", scope = "member" }
check "1.1" { title = "T", points = { "P" }, ask = "?",
  applies = all { "arms.used is yes", "arms.law is yes" },
  expect = "arms.count is at least 1" }
check "1.2" { title = "T", points = { "P" }, ask = "?",
  expect = every "people" { where = "armed is yes",
    all { "lapse is after today", "trained is yes" } } }
check "1.3" { title = "T", points = { "P" }, ask = "?",
  expect = all { "facility.open is yes", when "cash.kept is yes" {
    "member.mines is no",
    auditor "look" { ask = "Look?", yes = "Seen.", no = "Not." } } } }
check "2.1" { title = "T", points = { "P" }, ask = "?",
  applies = "arms.used is yes", expect = "arms.law is yes" }
check "3.1" { title = "T", points = { "P" }, ask = "?",
  expect = every "facilities" { where = "guards.used is yes",
    "facility.open is yes" } }
check "3.2" { title = "T", points = { "P" }, ask = "?",
  applies = any "facilities" { "arms.used is yes" },
  expect = "member.policy is yes" }
]],
}

local function describe_of(runtime, what)
  return support.decode(assert(runtime.describe(what)))
end

local runtime = assert(support.open(PACK))
local form = describe_of(runtime, "questionnaire")

local function section_of(id)
  for _, section in ipairs(form.sections) do
    if section.id == id then return section end
  end
end

local function question_of(id, fact)
  for _, question in ipairs(section_of(id).questions) do
    if question.fact == fact then return question end
  end
end

-- The texts of the conditions a question or section names.
local function conditions_of(part)
  if not part.needed_when then return nil end
  local options = {}
  for i, names in ipairs(part.needed_when) do
    local texts = {}
    for k, name in ipairs(names) do texts[k] = form.conditions[name].text end
    options[i] = table.concat(texts, " and ")
  end
  return table.concat(options, " or ")
end

describe("the questionnaire", function()
  it("has its sections in the order an auditor works", function()
    local ids = {}
    for i, section in ipairs(form.sections) do ids[i] = section.id end
    assert.same({ "assessment", "member", "facility", "guards", "arms",
      "people", "cash", "never" }, ids)
  end)

  it("takes the titles that the pack gives, else the group's name", function()
    assert.equal("Who guards", section_of "guards".title)
    assert.equal("Arms", section_of "arms".title)
  end)

  it("asks each question once, in the order of the vocabulary", function()
    local seen, count = {}, 0
    for _, section in ipairs(form.sections) do
      for _, question in ipairs(section.questions) do
        assert.is_nil(seen[question.pointer])
        seen[question.pointer], count = true, count + 1
      end
    end
    assert.equal(16, count)
    assert.equal("arms.used", section_of "arms".questions[1].fact)
    assert.equal("/facilities/*/people/*/armed",
      question_of("people", "armed").pointer)
  end)

  it("says where in the dossier's schema each question stands", function()
    local schema = describe_of(runtime, "dossier-schema")
    for _, section in ipairs(form.sections) do
      for _, question in ipairs(section.questions) do
        local at = schema
        for key in question.schema:gmatch "[^/]+" do
          at = assert(at[key], question.schema)
        end
        assert.equal(question.ask, at.title)
      end
    end
    assert.equal("/definitions/facility/properties/people",
      section_of "people".schema)
  end)

  it("says which checks need it, and what a list can answer", function()
    assert.same({ "1.1", "2.1", "3.2" }, question_of("arms", "arms.used").checks)
    assert.same({ "1.1", "1.2", "2.1", "3.2" },
      section_of "people".checks)
    assert.same({ "arms.used", "arms.count" }, section_of "people".gives)
    assert.same({}, question_of("never", "never.read").checks)
  end)

  it("lists what only the auditor may decide", function()
    assert.same({ { prompt = "1.3/look", check = "1.3", ask = "Look?",
      answers = { yes = "Seen.", no = "Not." } } }, form.auditor)
  end)
end)

describe("a question is needed", function()
  it("always, when a gate itself asks it, or no check does", function()
    assert.is_nil(question_of("guards", "guards.used").needed_when)
    assert.is_nil(question_of("never", "never.read").needed_when)
    assert.is_nil(question_of("arms", "arms.used").needed_when) -- 2.1 asks it
  end)

  it("where the gates of a check that reads it stay open", function()
    assert.equal("guards.used is yes and arms.used is yes and arms.law is yes",
      conditions_of(question_of("arms", "arms.count")))
    assert.equal("guards.used is yes", conditions_of(question_of("cash",
      "cash.kept")))
  end)

  it("where any of several checks needs it; the weakest wins", function()
    -- 1.1 asks for the law behind guards and arms, 2.1 behind arms alone.
    assert.equal("arms.used is yes", conditions_of(question_of("arms",
      "arms.law")))
  end)

  it("of an item where the item may count", function()
    assert.equal("guards.used is yes and armed is yes",
      conditions_of(question_of("people", "lapse")))
    -- 1.1 counts the trained behind more gates; 1.2 asks wherever armed may be
    assert.equal("guards.used is yes and armed is yes",
      conditions_of(question_of("people", "trained")))
  end)

  it("at the Member whatever holds at one facility", function()
    assert.is_nil(question_of("member", "member.mines").needed_when)
  end)

  it("at the Member behind a gate that looks through the facilities",
    function()
      assert.equal("any of facilities: arms.used is yes",
        conditions_of(question_of("member", "member.policy")))
    end)

  it("of a facility by a check of the Member, for that facility", function()
    assert.equal("guards.used is yes", conditions_of(question_of("facility",
      "facility.open")))
  end)
end)

-- ---- leaving questions out changes nothing --------------------------------

-- A function of a dossier that gives the names, as support.unknowns gives them, of the
-- questions at a facility that need not be asked.
local function idle_at_facilities(model)
  local alternatives = {}
  for target, use in pairs(need.of(model)) do
    if target.scope == "facility" and model.vocabulary.entries[target.path] == target then
      alternatives[target] = need.alternatives(target, use)
    end
  end
  local shut_in = shut.of(model, alternatives)
  return function(document)
    local is_idle, names = shut_in(support.json.write(document)), {}
    for i, facility in ipairs(document.facilities.items or document.facilities) do
      for entry, all in pairs(alternatives) do
        if is_idle(all, i) then
          names["/facility " .. facility.id .. entry.suffix] = true
        end
      end
    end
    return names
  end
end

describe("leaving out what need not be asked", function()
  local builtin = support.open_builtin()
  local model = builtin.model()
  local left_out, idle_in = 0, idle_at_facilities(model)

  for _, sample in ipairs(support.samples()) do
    it("changes no range in " .. sample.name, function()
      local document = support.decode(sample.text)
      local names = idle_in(document)
      local before = unknowns.ranges(assert(support.evaluate(builtin,
        document)))
      for _, path in ipairs(unknowns.all(document, model.vocabulary)) do
        if names[path.name] then
          left_out = left_out + 1
          local shorter = support.copy(document)
          path.leave_out(shorter)
          assert.same(before, unknowns.ranges(assert(support.evaluate(builtin,
            shorter))), path.name)
        end
      end
    end)
  end

  it("was tried", function()
    -- An office where nobody guards: what was answered about guards is idle.
    local text = [[{"format": "cop11.dossier/1",
      "assessment": {"date": "2013-11-30"}, "facilities": [{"id": "office",
        "security": {"inhouse_used": false, "private_used": false,
          "public_engaged": false}, "handles_jewellery_products": true,
        "conduct": {"policy_written": false, "covers_boundaries": false},
        "arms": {"used": false, "armed_count": 0}}]}]]
    local document = support.decode(text)
    local names = idle_in(document)
    assert.is_true(names["/facility office/arms/used"])
    assert.is_true(names["/facility office/conduct/covers_boundaries"])
    assert.is_nil(names["/facility office/security/inhouse_used"])
    local before = unknowns.ranges(assert(support.evaluate(builtin, document)))
    for _, path in ipairs(unknowns.all(document, model.vocabulary)) do
      if names[path.name] then
        left_out = left_out + 1
        path.leave_out(document)
      end
    end
    assert.same(before, unknowns.ranges(assert(support.evaluate(builtin,
      document))))
    assert.is_true(left_out >= 4)
  end)
end)

describe("the schema of the questionnaire", function()
  it("describes that of the built-in pack", function()
    local builtin = support.open_builtin()
    local schema = support.decode(assert(builtin.describe
      "questionnaire-schema"))
    assert.is_true(json_schema.valid(support.decode(assert(builtin.describe
      "questionnaire")), schema))
  end)

  it("says what every field of it means", function()
    local builtin = support.open_builtin()
    assert.same({}, json_schema.undescribed(
      support.decode(assert(builtin.describe "questionnaire")),
      support.decode(assert(builtin.describe "questionnaire-schema"))))
  end)

  it("says when each operator holds, and when it fails", function()
    for _, one in ipairs(schema_questionnaire.OPERATORS) do
      assert.truthy(one[2]:find "holds" and one[2]:find "fails", one[1])
    end
  end)

  it("names every kind of condition", function()
    local known = {}
    for _, one in ipairs(schema_questionnaire.KINDS) do known[one[1]] = true end
    local function look(tree)
      if type(tree) ~= "table" then return end
      if tree.kind then assert.is_true(known[tree.kind], tree.kind) end
      for _, inner in pairs(tree) do look(inner) end
    end
    look(support.decode(assert(support.open_builtin()
      .describe "questionnaire")).conditions)
  end)

  it("names every phrase that a condition can hold", function()
    local known = {}
    for _, one in ipairs(schema_questionnaire.OPERATORS) do
      known[one[1]] = true
    end
    for op in support.host.program.layout().enums.OP:gmatch "%S+" do
      assert.is_true(known[op], op)
    end
  end)
end)
