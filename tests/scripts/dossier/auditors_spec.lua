-- The Member's answer and the auditor's finding, side by side in one fact.
local small = require "support.small"
local support = require "support.host"
local view = require "view"

local array, OPEN = support.json.array, "insufficient-evidence"
local runtime = assert(small.open(small.check '"a.flag is yes"'))
local EVIDENCE <const> = { evidence = array {
  { id = "D", title = "Handbook", kind = "document", date = "2013-01-01",
    collected_by = "member" },
  { id = "I", title = "Guards", kind = "interview", date = "2013-11-20",
    collected_by = "auditor" } } }

local function finding(value, more)
  local found = { value = value, by = "A. Auditor", date = "2013-11-20" }
  for key, one in pairs(more or {}) do found[key] = one end
  return found
end

local function evaluate(flag, more)
  local dossier = small.dossier({ a = { flag = flag }, b = { flag = true } }, EVIDENCE)
  for key, value in pairs(more or {}) do dossier[key] = value end
  return support.evaluate(runtime, dossier)
end

local function result_of(flag)
  local report = assert(evaluate(flag))
  return support.result(report, "1.1"), report
end

describe("an auditor's finding in a fact", function()
  it("decides, and both sides are shown", function()
    local result, report = result_of { value = true, evidence = array { "D" },
      auditor = finding(false, { evidence = array { "I" } }) }
    assert.equal("major-nonconformance", result.outcome)
    assert.equal("auditor-verified", result.basis)
    assert.same({ fact = "a.flag", pointer = "/facilities/items/0/a/flag",
      state = "known", value = false, basis = "auditor-verified",
      evidence = { "I" }, evidence_against = { "D" },
      auditor = { by = "A. Auditor", date = "2013-11-20" },
      member = { state = "known", value = true } }, result.facts[1])
    assert.equal("the Member says yes, and the auditor found no; the auditor's "
      .. "finding decides", report.problems[1].message)
    assert.equal("note", report.problems[1].kind)
  end)
  it("is no divergence where both say the same, or the Member nothing", function()
    local result, report = result_of { value = true, auditor = finding(true) }
    assert.equal("conformance", result.outcome)
    assert.equal(0, #report.problems)
    result, report = result_of { auditor = finding(true) }
    assert.equal("conformance", result.outcome)
    assert.same({ state = "unknown" }, result.facts[1].member)
    assert.equal(0, #report.problems)
  end)
  it("settles what evidence disputes and what is withheld", function()
    assert.equal("conformance", result_of { value = true, evidence = array {
      { id = "D", supports = "against" } }, auditor = finding(true) }.outcome)
    assert.equal("conformance", result_of { state = "withheld",
      withheld_reason = "secret", auditor = finding(true) }.outcome)
  end)
  it("may be that it cannot be known", function()
    local result, report = result_of { value = true, auditor = { state = "unknown",
      by = "A. Auditor", date = "2013-11-20", why = "nobody could be asked" } }
    assert.equal(OPEN, result.outcome)
    assert.truthy(report.problems[1].message:find("the auditor does not know it", 1,
      true))
  end)
  it("later than the as-of date decides nothing yet", function()
    local result, report = result_of { value = true,
      auditor = finding(false, { date = "2014-01-01" }) }
    assert.equal("conformance", result.outcome)
    assert.truthy(report.problems[1].message:find("the Member's answer is taken", 1,
      true))
  end)
  it("does not count in a self-assessment, as an auditor's record does not",
    function()
      local report = assert(support.evaluate(support.open_builtin(), {
        format = "cop11.dossier/1", assessment = { date = "2013-11-30",
          kind = "self" },
        facilities = array { { id = "f", arms = { used = { value = true,
          auditor = finding(false) } } } } }))
      local problem, used = report.problems[1], nil
      assert.same({ "conflict", "/facilities/0/arms/used/auditor" },
        { problem.kind, problem.pointer })
      assert.truthy(problem.message:find("this is a self-assessment", 1, true))
      for _, result in ipairs(report.results) do
        for _, fact in ipairs(result.facts) do
          used = fact.fact == "arms.used" and fact or used
        end
      end
      assert.same({ true, nil }, { used.value, used.basis }) -- stated alone
    end)
  it("verifies nothing by itself: the auditor's own evidence does", function()
    local function basis(flag)
      local result, report = result_of(flag)
      return result.basis, report.prompts[1] and report.prompts[1].text
    end
    local said, asked = basis { auditor = finding(true) }
    assert.equal("stated", said)
    assert.equal("Flag a?  A. Auditor vouches for the answer, and names no evidence "
      .. "collected by an auditor that shows it.  Name some of the kind document or "
      .. "interview or observation or record or external_register, or it counts as "
      .. "stated alone.", asked)
    said, asked = basis { value = true, evidence = array { "D" },
      auditor = finding(true) }
    assert.equal("evidenced", said)
    assert.matches("it counts as evidenced alone", asked, 1, true)
    for _, flag in ipairs {
      { value = true, evidence = array { "I" }, auditor = finding(true) },
      { value = true, auditor = finding(true, { evidence = array { "I" } }) } } do
      said, asked = basis(flag)
      assert.same({ "auditor-verified" }, { said, asked })
    end
    assert.equal("stated", (basis { value = true, evidence = array { "I" },
      auditor = finding(false) }))
  end)
  it("shows apart what speaks against it, which never raises its basis", function()
    local function fact_of(flag)
      local result = result_of(flag)
      local fact = result.facts[1]
      return { result.basis, table.concat(fact.evidence or {}, " "),
        table.concat(fact.evidence_against or {}, " ") }
    end
    local AGAINST <const> = array { { id = "I", supports = "against" }, "D" }
    local SAYS_NO <const> = array { { id = "I", says = false }, "D" }
    assert.same({ "evidenced", "D", "I" }, fact_of { value = true, evidence = AGAINST,
      auditor = finding(true) })
    assert.same({ "evidenced", "D", "I" }, fact_of { value = true, evidence = SAYS_NO,
      auditor = finding(true) })
    assert.same({ "stated", "I", "D" }, fact_of { value = true, evidence = SAYS_NO,
      auditor = finding(false) })
    assert.same({ "stated", "I", "D" }, fact_of { value = true, evidence = AGAINST,
      auditor = finding(false) })
    assert.same({ "stated", "D", "" }, fact_of { evidence = array { "D" },
      auditor = finding(false) })
  end)
  it("is used by the checks that read what it speaks against", function()
    local dossier = small.dossier({ a = { flag = { value = true,
      evidence = array { "D" }, auditor = finding(false, { evidence = array { "I" } }) } },
      b = { flag = true } }, EVIDENCE)
    local report = assert(support.report(runtime, dossier))
    local v = view.read(report, support.host)
    for _, row in ipairs(v.evidence) do assert.same({ f = { "1.1" } }, row.rests, row.id) end
  end)
  it("that is a bound is supported by nothing that speaks for a number beyond it",
    function()
      local counted = assert(small.open(small.check '"a.total is at most 20"'))
      local function total(value, at_most)
        local report = assert(support.evaluate(counted, small.dossier({ a = {
          total = { value = value, evidence = array { "I" }, auditor = {
            at_most = at_most, by = "A. Auditor", date = "2013-11-20" } } } },
          EVIDENCE)))
        return support.result(report, "1.1").basis, report.problems[1]
      end
      local basis, problem = total(12, 5)
      assert.equal("stated", basis)
      assert.matches("the auditor's finding decides", problem.message, 1, true)
      assert.same({ "stated" }, { total(4, 5) })
    end)
  it("on what people do needs an interview or an observation of the auditor's",
    function()
      local practice = assert(small.open(small.check '"a.practice is yes"'))
      local function basis(ids)
        local report = assert(support.evaluate(practice, small.dossier({ a = {
          practice = { auditor = finding("yes", { evidence = array(ids) }) } } },
          EVIDENCE)))
        local prompt = report.prompts[1]
        return support.result(report, "1.1").basis, prompt and prompt.text
      end
      local said, asked = basis { "D" }
      assert.equal("stated", said)
      assert.matches("Name some of the kind interview or observation", asked, 1, true)
      assert.same({ "auditor-verified" }, { basis { "D", "I" } })
    end)
  it("names who found it, and when", function()
    for _, key in ipairs { "by", "date" } do
      local found = finding(true)
      found[key] = nil
      local report, problem = evaluate { value = false, auditor = found }
      assert.is_nil(report)
      assert.equal("/facilities/items/0/a/flag/auditor/" .. key, problem.where)
    end
    for _, wrong in ipairs { finding(true, { state = "withheld" }),
      finding(true, { bye = "x" }), finding "yes", array { true }, true } do
      assert.is_nil((evaluate { value = false, auditor = wrong }))
    end
  end)
  it("is shown in the text, with what the Member says", function()
    local report = select(2, evaluate { value = false, auditor = finding(true) })
    local text = runtime.render(report, "text"):gsub("%s+", " ")
    assert.truthy(text:find("found by A. Auditor on 2013-11-20; the Member says no",
      1, true), text)
  end)
  it("is shown with what speaks against it, in every form", function()
    for _, found in ipairs { true, false } do
      local report = select(2, evaluate { value = not found, evidence = array { "D" },
        auditor = finding(found, { evidence = array { "I" } }) })
      for form, said in pairs { text = "against it: [D]", html = "against it: [D]",
        csv = ",D" } do
        local page = runtime.render(report, form):gsub("</?[a-z][^>]*>", " ")
          :gsub("%s+", " ")
        assert.truthy(page:find(said, 1, true), form)
      end
    end
  end)
end)
