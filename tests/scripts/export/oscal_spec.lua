-- Reports as OSCAL: what is settled, what is not, and texts that could be markup.
-- tests/exports holds whole documents to other people's schemas.
local exported = require "support.exported"
local support = require "support.host"
local texts = require "export.oscal.texts"

local json = support.json

-- A report on one facility, of a check that reads a.flag.
local function results_of(flag, more)
  local text = exported.of("oscal", "SHALL", { id = "pit", a = { flag = flag },
    b = { flag = true } }, more)
  return json.read(text, 32)["assessment-results"].results[1]
end

describe("OSCAL results", function()
  it("take what is not known for neither satisfied nor not", function()
    local result = results_of(nil)
    assert.is_nil(result.findings)
    assert.is_nil(result.risks)
    assert.same({ "insufficient-evidence" }, result.observations[1].types)
    assert.equal("To ask: Ask them.", result.observations[1].remarks)
  end)
  it("say satisfied of what conforms", function()
    local result = results_of(true)
    assert.equal("satisfied", result.findings[1].target.status.state)
    assert.is_nil(result.risks)
  end)
  it("say not satisfied of a shortfall, with its risk and remedy", function()
    local result = results_of(false)
    assert.equal("not-satisfied", result.findings[1].target.status.state)
    assert.equal(result.risks[1].uuid, result.findings[1]["related-risks"][1]["risk-uuid"])
    assert.equal("Hire.", result.risks[1].remediations[1].description)
  end)
  it("say not satisfied where the auditor alone finds a shortfall", function()
    local result = results_of(true, exported.major_at "pit")
    assert.equal("not-satisfied", result.findings[1].target.status.state)
    assert.equal("Seen.", result["assessment-log"].entries[1].description)
  end)
end)

describe("texts for OSCAL", function()
  it("are one line that begins and ends with a letter", function()
    assert.equal("a b", texts.line "\u{3000} a\nb \u{A0}")
    assert.equal("(nothing is said)", texts.line " \u{2009}")
  end)
  it("are no markup", function()
    assert.equal("\\<b\\> \\*x\\* \\[a\\](b) \\{\\{ insert",
      texts.markup "<b> *x* [a](b) {{ insert")
    assert.equal("\\# a", texts.markup "# a")
    assert.equal("1\\. a", texts.markup "1. a")
    assert.equal("11.1 a", texts.markup "11.1 a")
  end)
  it("name controls so that no two are the same", function()
    assert.equal("cop-11.2.org_5Fa", texts.token "11.2.org_a")
    assert.equal("cop-a_2Fb", texts.token "a/b")
  end)
  it("lead to the web, or nowhere", function()
    assert.equal("https://a.example/b?c=1", texts.address "https://a.example/b?c=1")
    assert.equal("javascript%3Aalert%281%29", texts.address "javascript:alert(1)")
    assert.equal("shelf%203", texts.address "shelf 3")
  end)
end)
