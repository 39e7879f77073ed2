-- The basis of an outcome is the weakest support of what decided it: of several
-- conditions that would each have sufficed, the best supported one decided.
local support = require "support.host"
local small = require "support.small"

local EVIDENCE = { { id = "D", kind = "document", title = "T",
  date = "2013-06-30", collected_by = "member" },
  { id = "O", kind = "observation", title = "T", date = "2013-06-30", collected_by = "auditor" } }
local STATED, EVIDENCED, SEEN = "stated", "evidenced", "auditor-verified"

local function given(value, id)
  return { value = value, evidence = id and { id } or nil }
end

local function result_of(expect, facts, more)
  return (small.result(expect, facts, { evidence = EVIDENCE }, more))
end

local function flags(a, b) return { a = { flag = a }, b = { flag = b } } end

describe("the basis of not applicable", function()
  local BOTH <const> = 'applies = all { "a.flag is yes", "b.flag is yes" },'
  local EITHER <const> = 'applies = any { "a.flag is yes", "b.flag is yes" },'
  local function basis(gate, a, b)
    local result = result_of('"a.level is full"', flags(a, b), gate)
    assert.equal("not-applicable", result.outcome)
    return result.basis, result
  end
  it("is that of the one gate that is false", function()
    assert.equal(SEEN, (basis(BOTH, given(true), given(false, "O"))))
    assert.equal(STATED, (basis(BOTH, given(true, "O"), given(false))))
  end)
  it("is that of the best supported, where each is false", function()
    assert.equal(SEEN, (basis(BOTH, given(false), given(false, "O"))))
    assert.equal(EVIDENCED, (basis(BOTH, given(false, "D"), given(false))))
  end)
  it("is the weakest, where all had to be false", function()
    assert.equal(STATED, (basis(EITHER, given(false), given(false, "O"))))
    assert.equal(EVIDENCED, (basis(EITHER, given(false, "D"),
      given(false, "O"))))
  end)
  it("is shown with the condition that decided, and its reason", function()
    local _, result = basis('applies = all { { "a.flag is yes", otherwise = '
      .. '"No a." }, { "b.flag is yes", otherwise = "No b." } },',
      given(false), given(false, "D"))
    assert.equal("b.flag is yes", result.deciding[1].condition)
    assert.equal(1, #result.deciding)
    assert.equal("As documented: No b.", result.reason)
  end)
  it("is the auditor's, where a record says what the facts leave open",
    function()
      local result = small.result('"a.flag is yes"', { a = { flag = true } }, {
        records = { { kind = "judgement", prompt = "1.1/applies", answer = "no",
          by = "A. Auditor", party = "auditor", authority = "lead",
          date = "2013-11-01", why = "There is no such thing." } } },
        'applies = "b.flag is yes"')
      assert.equal("not-applicable", result.outcome)
      assert.equal(SEEN, result.basis)
      assert.equal("The auditor's record says that this does not apply: There is "
        .. "no such thing (A. Auditor, lead).", result.reason)
      assert.equal("A. Auditor", result.with_judgements[1].by)
    end)
end)

describe("the basis of conformance", function()
  local function basis(expect, facts, more)
    local result = result_of(expect, facts, more)
    assert.equal("conformance", result.outcome)
    return result.basis
  end
  it("is the weakest of all that had to be so", function()
    assert.equal(STATED, basis('all { "a.flag is yes", "b.flag is yes" }',
      flags(given(true, "O"), given(true))))
  end)
  it("is that of one that sufficed", function()
    assert.equal(SEEN, basis('any { "a.flag is yes", "b.flag is yes" }',
      flags(given(true), given(true, "O"))))
  end)
  it("leaves out a gate that holds, and rests on one that does not", function()
    assert.equal(SEEN, basis('"a.flag is yes"', flags(given(true, "O"),
      given(true)), 'applies = "b.flag is yes",'))
    assert.equal(STATED, basis('all { "a.flag is yes", when "b.flag is yes" '
      .. '{ "a.level is full" } }', flags(given(true, "O"), given(false))))
  end)
  it("is that of the reading that rates", function()
    local runtime = assert(small.open([[
      parameter "way" { type = "choice", values = { "one", "other" },
        value = "one", ask = "Which?", source = "ours" }]]
      .. small.check [[reading "way" { one = "a.flag is yes",
        other = "b.flag is yes" }]]))
    local report = assert(support.evaluate(runtime, small.dossier(
      flags(given(true, "D"), given(false)), { evidence = EVIDENCE })))
    assert.equal(EVIDENCED, support.result(report, "1.1").basis)
  end)
  it("rests on every item, or on the one that sufficed", function()
    local people = { complete = true, items = {
      { armed = given(true) }, { armed = given(true, "O") } } }
    assert.equal(STATED, basis('every "people" { "armed is yes" }',
      { people = people }))
    assert.equal(SEEN, basis('any "people" { "armed is yes" }',
      { people = people }))
    assert.equal(SEEN, basis('"a.any_armed is yes"', { people = people }))
  end)
  it("rests on the list being complete, where no item sufficed alone", function()
    local function of(expect, support_of_list, armed)
      return basis(expect, { people = { complete = true,
        evidence = support_of_list, items = { { armed = given(armed, "O") } } } })
    end
    for _, expect in ipairs { 'every "people" { "armed is yes" }',
      '"a.total is exactly 1"' } do
      assert.equal(STATED, of(expect, nil, true))
      assert.equal(EVIDENCED, of(expect, { "D" }, true))
      assert.equal(SEEN, of(expect, { "D", "O" }, true))
    end
    assert.equal(STATED, of('"a.any_armed is no"', nil, false))
    assert.equal(EVIDENCED, of('none "people" { "armed is yes" }', { "D" },
      false))
    assert.equal(SEEN, of('any "people" { "armed is yes" }', { "D" }, true))
  end)
  it("rests on the list alone, where it is empty", function()
    local function empty(id)
      return basis('none "people" { "armed is yes" }', { people = {
        complete = true, items = support.json.array {},
        evidence = id and { id } } })
    end
    assert.equal(STATED, empty())
    assert.equal(SEEN, empty "O")
  end)
  it("is shown with the list, and what speaks for it", function()
    local people = { complete = true, evidence = { "D" }, stated_by = "Guard",
      items = { { armed = given(true, "O") } } }
    local function list_of(given_people)
      local result = result_of('every "people" { "armed is yes" }',
        { people = given_people })
      for _, fact in ipairs(result.facts) do
        if fact.list then return fact end
      end
    end
    local shown = list_of(people)
    assert.equal(EVIDENCED, shown.basis)
    assert.same({ "D" }, shown.evidence)
    assert.equal("Guard", shown.stated_by)
    people.complete = nil
    assert.is_nil(list_of(people).basis)
  end)
end)
