-- What hosts are told of a pack.
local support = require "support.host"

local PACK = {
  ["pack.lua"] = [[
pack { title = "A small pack", edition = "e1", version = "9.1.0",
  notice = "Not an audit." }
ratings {
  shall = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" },
  beyond = { lapse = "observation", absent = "observation" },
}
parameter "limit" { type = "months", value = 12, source = "ours",
  ask = "How old may it be?" }
parameter "unset" { type = "count", ask = "How many?" }
point "R1" { strength = "shall", says = "There are guards." }
point "P2" { strength = "should", says = "They are trained." }
point "P3" { strength = "should", says = "Nobody cites this one." }
]],
  ["vocabulary.lua"] = [[
fact "member.name" { type = "text", ask = "Which Member?" }
fact "facility.id" { type = "text", ask = "Which facility?" }
fact "guards.used" { type = "yes/no", ask = "Are there guards?",
  help = "Of any kind.", evidence = { "roster" },
  from = any "people" { "armed is yes or no" } }
fact "guards.kind" { type = "choice", values = { "own_staff", "hired" },
  titles = { hired = "from a company" }, ask = "What kind?" }
fact "guards.trained" { type = "date", ask = "When were they trained?" }
fact "guards.count" { type = "count", unit = "persons", ask = "How many?" }
list "people" { ask = "Who?", sensitive = true, facts = {
  fact "name" { type = "text", sensitive = true, ask = "Called?" },
  fact "armed" { type = "yes/no", ask = "Armed?" },
} }
]],
  ["rules.lua"] = [[
provision "1" { title = "Guards", applies = "guards.used is yes",
  not_applicable = "No guards." }

check "1.1" {
  title = "Guards are trained", points = { "R1", "P2" },
  applies = all { "guards.kind is hired", "guards.count is more than 0" },
  expect = all {
    { "guards.trained is within limit of today", otherwise = "Not } trained." },
    any { "guards.count is at least 2", auditor "few" { ask = "Enough?",
      yes = "They are enough." } },
    when "guards.used is yes" { "guards.trained is after 2012-01-01" },
  },
  ask = "Show the records.", remedy = "Train them.", why = "It matters.",
  met = "Trained.", aliases = { "1.0" }, -- a brace } in a comment
  prompts = { advise { "Look twice.", when = "guards.count is exactly 1" } },
}
check "1.2" {
  title = "Nobody is armed", points = {},
  expect = none "people" { "armed is yes" },
  ask = "Who is armed?",
}
check "1.3" { title = "Broken", points = { "R1" }, ask = "?",
  expect = "guards.trainde is yes" }
]],
  ["rules.examples.lua"] = [[
examples "1.1" {
  { gives = "not-applicable", because = "there are no guards",
    facts = { "guards.used is no" } },
}
]],
}

local runtime = assert(support.open(PACK))

local function describe_as(what)
  return support.decode(assert(runtime.describe(what)))
end

local function by(list, key, value)
  for _, one in ipairs(list) do
    if one[key] == value then return one end
  end
end

local KINDS = { "rules", "rules/1.1", "facts", "parameters", "points",
  "dossier-schema", "report-schema", "batch-schema", "questionnaire", "pack", "build" }

describe("describe", function()
  it("answers in canonical JSON, the same bytes each time", function()
    for _, what in ipairs(KINDS) do
      local text = assert(runtime.describe(what))
      assert.equal(text, support.json.write(support.decode(text)))
      assert.equal(text, runtime.describe(what))
    end
  end)

  it("names the format of each answer", function()
    for what, format in pairs { rules = "rules", ["rules/1.1"] = "check",
      facts = "facts", parameters = "parameters", points = "points",
      pack = "pack", build = "build", questionnaire = "questionnaire" } do
      assert.equal("cop11." .. format .. "/1", describe_as(what).format)
    end
  end)

  it("says what is near where it knows no such thing", function()
    local text, problem = runtime.describe "dossier-shema"
    assert.is_nil(text)
    assert.equal("argument", problem.status)
    assert.matches("did you mean 'dossier%-schema'", problem.message)
    assert.matches("did you mean 'rules'",
      select(2, runtime.describe "rules/").message)
    text, problem = runtime.describe "rules/1.11"
    assert.is_nil(text)
    assert.equal("argument", problem.status)
    assert.matches("did you mean '1.1'", problem.message)
  end)
end)

describe("describe rules", function()
  local rules = describe_as "rules"
  local check = by(rules.checks, "id", "1.1")

  it("lists every check in the order of the files", function()
    local ids = {}
    for i, one in ipairs(rules.checks) do ids[i] = one.id end
    assert.same({ "1.1", "1.2", "1.3" }, ids)
    assert.same({ "1.1", "1.2", "1.3" }, rules.provisions[1].checks)
  end)

  it("gives the texts, the place and the strength", function()
    assert.equal("Guards are trained", check.title)
    assert.equal("Show the records.", check.ask)
    assert.equal("Train them.", check.remedy)
    assert.equal("It matters.", check.why)
    assert.equal("shall", check.strength)
    assert.same({ "R1", "P2" }, check.points)
    assert.equal("rules.lua", check.file)
    assert.equal(4, check.line)
    assert.equal("test", check.layer)
    assert.equal("beyond", by(rules.checks, "id", "1.2").strength)
  end)

  it("gives what is read: facts of the gate too, lists and parameters",
    function()
      local facts = {}
      for i, one in ipairs(check.reads.facts) do facts[i] = one.pointer end
      assert.same({ "/facilities/*/guards/used", "/facilities/*/guards/kind",
        "/facilities/*/guards/count", "/facilities/*/guards/trained" }, facts)
      assert.same({ "limit" }, check.reads.parameters)
      local other = by(rules.checks, "id", "1.2").reads
      assert.same({ { list = "people", pointer = "/facilities/*/people" } },
        other.lists)
      assert.same({ fact = "armed", list = "people", scope = "item",
        pointer = "/facilities/*/people/*/armed" }, other.facts[2])
    end)

  it("gives conditions as text and as a tree", function()
    assert.equal("guards.kind is hired and guards.count is more than 0",
      check.applies.text)
    local tree = check.expect.tree
    assert.equal("all", tree.kind)
    local first = tree.parts[1]
    assert.equal("fact", first.kind)
    assert.equal("within", first.op)
    assert.same({ parameter = "limit", unit = "months" }, first.operand)
    assert.equal("Not } trained.", first.otherwise)
    assert.equal(8, first.line)
    local either = tree.parts[2]
    assert.equal("any", either.kind)
    assert.same({ number = 2 }, either.parts[1].operand)
    assert.same({ kind = "auditor", id = "1.1/few", ask = "Enough?",
      answers = { yes = "They are enough." }, line = 9,
      text = "the auditor finds: Enough?" }, either.parts[2])
    local when = tree.parts[3]
    assert.equal("when", when.kind)
    assert.same({ true }, when.gate.operand.values)
    assert.same({ date = "2012-01-01" }, when.parts[1].operand)
    local none = by(rules.checks, "id", "1.2").expect.tree
    assert.equal("no", none.kind)
    assert.equal("people", none.list)
    assert.equal("people", none.parts[1].list)
  end)

  it("gives prompts with their condition", function()
    assert.equal("1.1/advice-1", check.prompts[1].prompt)
    assert.equal("guards.count is exactly 1", check.prompts[1].when.text)
  end)

  it("says what is wrong with a broken check", function()
    local broken = by(rules.checks, "id", "1.3").broken
    assert.matches("did you mean 'guards.trained'", broken.message)
    assert.equal("rules.lua", broken.file)
    assert.equal(23, broken.line)
    assert.is_nil(check.broken)
  end)
end)

describe("describe rules/ID", function()
  local check = describe_as "rules/1.1"

  it("holds the source text of the declaration and no more", function()
    assert.equal(4, check.source.first_line)
    assert.equal(16, check.source.last_line)
    assert.matches('^check "1.1" {\n', check.source.text)
    assert.matches("exactly 1\" } },\n}$", check.source.text)
  end)

  it("puts its points into words", function()
    assert.same({ { id = "R1", strength = "shall", says = "There are guards." },
      { id = "P2", strength = "should", says = "They are trained." } },
      check.points)
    assert.equal("Guards", check.provision.title)
  end)

  it("names each outcome it can give, and the rating", function()
    local ratings = {}
    for _, one in ipairs(check.outcomes) do
      ratings[one.outcome] = one.rating
        .. (one.by_record and " by record" or "")
    end
    assert.same({ conformance = "conformance",
      ["minor-nonconformance"] = "minor-nonconformance",
      ["major-nonconformance"] = "major-nonconformance by record",
      ["not-applicable"] = "not-applicable",
      ["insufficient-evidence"] = "not-determined" }, ratings)
  end)

  it("gives no outcome that its wording cannot lead to", function()
    local ratings = {}
    for _, one in ipairs(describe_as "rules/1.2".outcomes) do
      ratings[one.outcome] = one.rating
    end
    assert.equal("conformance", ratings.observation)
    assert.is_nil(ratings["minor-nonconformance"])
  end)

  it("holds the questions of its facts", function()
    local question = by(check.questions, "fact", "guards.trained")
    assert.equal("When were they trained?", question.ask)
    assert.equal("date", question.type)
  end)

  it("holds its examples, which are read for it alone", function()
    local example = check.examples[1]
    assert.equal("not-applicable", example.gives)
    assert.equal("cop11.dossier/1", example.dossier.format)
    assert.same({}, describe_as "rules/1.2".examples)
  end)

  it("holds the parameters it takes, with value and source", function()
    assert.equal(1, #check.parameters)
    assert.equal("limit", check.parameters[1].name)
    assert.equal(12, check.parameters[1].value)
    assert.equal("ours", check.parameters[1].source)
    assert.is_nil(by(check.questions, "fact", "limit"))
  end)

  it("is as well a point, a fact, a list or a parameter of that name", function()
    local point = describe_as "rules/P2"
    assert.equal("cop11.point/1", point.format)
    assert.same({ "1.1" }, point.checks)
    local fact = describe_as "rules/guards.count"
    assert.equal("cop11.fact/1", fact.format)
    assert.equal("How many?", fact.ask)
    local list = describe_as "rules/people"
    assert.equal("cop11.list/1", list.format)
    assert.equal(2, #list.facts)
    local parameter = describe_as "rules/limit"
    assert.equal("cop11.parameter/1", parameter.format)
    assert.equal(12, parameter.value)
  end)

  it("names the nearest of all names", function()
    local function told(name)
      return select(2, runtime.describe("rules/" .. name)).message
    end
    local NONE <const> = "no check, fact, list, point or parameter is called "
    assert.equal(NONE .. "'guards.cuont'; did you mean 'guards.count'?",
      told "guards.cuont")
    assert.equal(NONE .. "'people.amred'; did you mean 'people.armed'?",
      told "people.amred")
    assert.equal(NONE .. "'quite-else'; \"rules\" lists the checks",
      told "quite-else")
  end)

  it("is as well a fact in a list, called by both names", function()
    local fact = describe_as "rules/people.armed"
    assert.equal("cop11.fact/1", fact.format)
    assert.equal("people", fact.list)
    assert.equal("armed", fact.fact)
    local found = describe_as "rules/armed"
    assert.equal("cop11.found/1", found.format)
    assert.equal("people.armed", found.found[1].name)
  end)

  it("is found under an earlier name", function()
    assert.equal("1.1", describe_as "rules/1.0".id)
  end)

  it("describes a broken check without outcomes", function()
    assert.same({}, describe_as "rules/1.3".outcomes)
  end)
end)

describe("describe facts", function()
  local facts = describe_as "facts"

  it("gives type, question, values and place", function()
    local kind = by(facts.facts, "fact", "guards.kind")
    assert.equal("choice", kind.type)
    assert.equal("/facilities/*/guards/kind", kind.pointer)
    assert.same({ { value = "own_staff", title = "Own staff" },
      { value = "hired", title = "From a company" } }, kind.values)
    local count = by(facts.facts, "fact", "guards.count")
    assert.equal("persons", count.unit)
    assert.equal(0, count.least)
    assert.equal("/member/name", by(facts.facts, "fact", "member.name").pointer)
  end)

  it("says which checks need it, also through what is worked out", function()
    local function checks(list, fact)
      return by(list, "fact", fact).checks
    end
    assert.same({ "1.1", "1.2" }, checks(facts.facts, "guards.used"))
    assert.same({ "1.1" }, checks(facts.facts, "guards.count"))
    assert.same({}, checks(facts.facts, "member.name"))
    local people = by(facts.lists, "list", "people")
    assert.same({ "1.1", "1.2" }, people.checks)
    assert.same({ "guards.used" }, people.gives)
    assert.same({ "1.1", "1.2" }, checks(people.facts, "armed"))
    assert.equal("any of people: armed is yes or no",
      by(facts.facts, "fact", "guards.used").worked_out_from.text)
  end)
end)

describe("describe parameters, points and pack", function()
  it("gives a parameter's value and who says so; unset is unknown", function()
    local list = describe_as "parameters".parameters
    local limit, unset = by(list, "name", "limit"), by(list, "name", "unset")
    assert.equal(12, limit.value)
    assert.equal("ours", limit.source)
    assert.same({ "1.1" }, limit.checks)
    assert.equal("unknown", unset.state)
    assert.is_nil(unset.value)
  end)

  it("gives each point, its checks, and those that no check cites", function()
    local points = describe_as "points"
    assert.same({ "1.1", "1.3" }, by(points.points, "id", "R1").checks)
    assert.same({ "P3" }, points.uncited)
  end)

  it("gives the outcomes that the examples of each check show", function()
    local points = describe_as "points"
    assert.same({ { check = "1.1", outcomes = { "not-applicable" } },
      { check = "1.3", outcomes = {} } }, by(points.points, "id", "R1").shown)
  end)

  it("gives the pack's files with their digests", function()
    local pack = describe_as "pack"
    assert.equal("test", pack.name)
    assert.equal("9.1.0", pack.version)
    assert.equal("Not an audit.", pack.notice)
    assert.equal(runtime.model().digest, pack.digest)
    local file = pack.layers[1].files[2]
    assert.equal("rules.examples.lua", file.path)
    assert.is_true(file.examples)
    assert.equal(support.host.sha256(PACK["rules.examples.lua"]), file.sha256)
    assert.equal(4, #pack.layers[1].files)
  end)
  it("says who signed each, where the host knows", function()
    assert.is_nil(describe_as("pack").layers[1].signature)
    local signature = { state = "modified", key = ("a"):rep(64),
      files = { "own.lua" } }
    local signed = assert(support.open(PACK, { layers = { { name = "own",
      signature = signature, files = { { path = "own.lua", text = "" } } } } }))
    assert.same(signature,
      support.decode(signed.describe "pack").layers[2].signature)
  end)
end)

describe("describe of the built-in pack", function()
  local builtin = support.open_builtin()

  it("answers everything, and every check in full", function()
    for _, what in ipairs(KINDS) do
      if what ~= "rules/1.1" then assert(builtin.describe(what)) end
    end
    local model = builtin.model()
    for _, check in ipairs(model.checks) do
      local full = support.decode(assert(builtin.describe("rules/"
        .. check.id)))
      assert.equal(check.id, full.id)
      assert.matches('^check "' .. check.id:gsub("%p", "%%%0") .. '"',
        full.source.text)
      assert.is_true(#full.outcomes >= 3, check.id)
    end
  end)

  it("needs every fact that a check reads", function()
    local uses = require("describe.need").of(builtin.model())
    for _, check in ipairs(builtin.model().checks) do
      for _, reads in ipairs { check.reads.facts, check.reads.lists } do
        for _, entry in ipairs(reads) do
          local found = false
          for _, id in ipairs(uses[entry] and uses[entry].checks or {}) do
            found = found or id == check.id
          end
          assert.is_true(found or check.broken ~= nil, entry.path)
        end
      end
    end
  end)
end)
