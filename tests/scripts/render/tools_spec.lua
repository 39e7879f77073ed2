local support = require "support.host"
local tools = require "render.tools"

describe("what validating found, as text", function()
  it("says whether the dossier can be assessed", function()
    assert.equal("The dossier can be assessed.\nNothing is wrong with it.\n",
      (tools.validation { valid = true, problems = {} }:gsub("\n\n", "\n")))
  end)
  it("lists problems with their place", function()
    assert.equal("The dossier cannot be assessed until its errors are put "
      .. "right.\n1 error, 2 notes.\n\n"
      .. "  ERROR  'x' is not in the vocabulary\n"
      .. "      /a/x (line 3, column 7)\n"
      .. "  NOTE  It is late.\n      /b\n"
      .. "  NOTE  \u{FFFD}[2J\n      the whole dossier\n",
      tools.validation { valid = false, problems = {
        { kind = "error", pointer = "/a/x", line = 3, column = 7,
          message = "'x' is not in the vocabulary" },
        { kind = "note", pointer = "/b", message = "It is late." },
        { kind = "note", message = "\27[2J" } } })
  end)
  it("never says of an odd document that it can be assessed", function()
    for _, document in ipairs { {}, { valid = "true" }, { valid = 1 },
      { problems = "x" }, { problems = { 1, {} } } } do
      assert.truthy(tools.validation(document):find "^The dossier cannot")
    end
  end)
end)

describe("what linting found, as text", function()
  it("is a line an editor can follow, and a cure", function()
    assert.equal("a.lua:3:7: error: It is wrong. [bad-word]\n    Use another."
      .. "\nb.lua: warning: Hm.\n\n2 problems in the rules.\n", tools.lint {
        diagnostics = {
          { file = "a.lua", line = 3, column = 7, severity = "error",
            code = "bad-word", message = "It is wrong.",
            cure = "Use another." },
          { file = "b.lua", severity = "warning", message = "Hm." } } })
  end)
  it("shows the line with a caret, and paths from where the user stands", function()
    assert.equal("../ours/a.lua:3:8: warning: Hm. [L050]\n    x = \"é y\"\n"
      .. "          ^\n\n1 problem in the rules. 1 warning accepted.\n", tools.lint {
        folders = { { name = "", path = "rules/" }, { name = "l", path = "../ours" } },
        diagnostics = { { file = "l/a.lua", line = 3, column = 8, code = "L050",
          severity = "warning", message = "Hm.", source = "x = \"é y\"" } },
        accepted = { { file = "b.lua", line = 1, code = "L040", message = "Hm.",
          severity = "warning", accepted = "so" } } })
  end)
  it("says so when there is nothing", function()
    assert.equal("Nothing is wrong with the rules.\n", tools.lint {
      diagnostics = {} })
  end)
end)

describe("what testing found, as text", function()
  local document = { checks = {
    { check = "1.1", file = "x.lua", not_shown = { "observation", "error" },
      shown = { "conformance", "not-applicable" }, examples = { { name = "good", ok = true },
        { name = "bad", ok = false, file = "x.examples.lua", line = 4,
          problem = "expected conformance, got observation: so." },
        { ok = false, expected = "a", got = "b" } } },
    { check = "1.2", examples = {}, not_shown = {} } },
    details = true, problems = { { message = "a stray file",
      file = "y.examples.lua", line = 1 } } }

  it("lists failures, problems and what no example shows", function()
    assert.equal("  1.1      3 examples, conformance, not-applicable shown, "
      .. "observation, error not\n"
      .. "  1.2      0 examples, nothing is shown\n\n"
      .. "  ERROR  a stray file\n      y.examples.lua:1\n\n"
      .. "  FAILED  1.1  bad\n      expected conformance, got "
      .. "observation: so.\n      x.examples.lua:4\n"
      .. "  FAILED  1.1  an example without a name\n      expected a, got b\n"
      .. "      x.lua\n"
      .. "\n  NOT SHOWN  1.1  observation, error\n"
      .. "      cop11 test FOLDER --write-missing 1.1 writes what it lacks\n\n"
      .. "2 checks, 3 examples: 1 passed, 2 failed.\n"
      .. "2 outcomes are not shown by any example.\n", tools.test(document))
  end)
  it("is one line when all is well", function()
    assert.equal("2 checks, 7 examples: 7 passed, 0 failed; 1 change, all noticed.\n",
      tools.test { ok = true, checks = { { check = "1" }, { check = "2" } },
        totals = { checks = 2, examples = 7, passed = 7, changes = 1 } })
  end)
  it("names each check where details are asked for, and else what fails", function()
    local short = support.copy(document)
    short.details = nil
    assert.equal((tools.test(document):gsub("^.-\n\n", "")), tools.test(short))
    assert.equal("  1        1 example, all outcomes shown: conformance\n\n"
      .. "1 check, 1 example: 1 passed, 0 failed.\n"
      .. "Of 5 changes to the conditions, the examples notice every one (1 "
      .. "more are listed\nwith a reason).\n", tools.test { ok = true, details = true,
      checks = { { check = "1", shown = { "conformance" },
        examples = { { ok = true } } } }, totals = { changes = 5 },
      changes = { unnoticed = {}, listed = { {} } } })
  end)
  it("shows each change that no example notices, in the rule's words", function()
    local shown = tools.test { checks = {}, totals = { changes = 2 },
      changes = { unnoticed = { { id = "1.2", file = "r.lua", line = 7,
        column = 3, was = "n is at least 2", now = "n is at least 3" } } } }
    assert.equal("  UNNOTICED  1.2  \"n is at least 2\" could become \"n is at "
      .. "least 3\"\n      r.lua:7:3\n\n"
      .. "0 checks, 0 examples: 0 passed, 0 failed.\nOf 2 changes to the "
      .. "conditions, no example notices 1. Each needs an example that\n"
      .. "comes out otherwise with the change.\ncop11 test FOLDER "
      .. "--write-missing 1.2 writes those it finds for one check.\n", shown)
  end)
  it("tells the next command for the rules as they were named", function()
    local checks = { { check = "1.1", not_shown = { "error" } } }
    assert.truthy(tools.test { checks = checks, named = " ours --layer 'a b'" }
      :find("  cop11 test ours --layer 'a b' --write-missing 1.1 writes", 1, true))
    assert.truthy(tools.test { checks = checks, named = "" }
      :find("  cop11 test --write-missing 1.1 writes", 1, true))
  end)
  it("names the checks whose changes were not tried", function()
    local told = tools.test { checks = {}, totals = { changes = 3 },
      changes = { not_tried = { { id = "1.1", changes = 69 },
        { id = "1.2", changes = 1 } } } }
    assert.truthy(told:find("\n69 changes of 1.1 were not tried: it has no examples."
      .. "\n1 change of 1.2 was not tried: it has no examples.\n", 1, true), told)
  end)
  it("says it where no change was tried, or no example could be run", function()
    assert.equal("  ERROR  Lost.\n      a.lua:3\n\n"
      .. "0 checks, 0 examples: 0 passed, 0 failed.\n"
      .. "No example can be run until these rules are put right.\n"
      .. "No change to the conditions was tried.\n", tools.test { checks = {},
      problems = { { message = "Lost.", file = "a.lua", line = 3 } },
      totals = { changes = 0 }, changes = { unnoticed = {}, listed = {} } })
    assert.equal("0 checks, 0 examples: 0 passed, 0 failed.\n"
      .. "1 outcome is not shown by any example.\n", (tools.test { checks = {
        { check = "1.1", not_shown = { "error" } } } }
      :gsub("^.*writes what it lacks\n\n", ""):gsub("^1 check", "0 checks")))
  end)
end)

describe("rules, as text", function()
  it("stand under their provision, broken and stray ones too", function()
    assert.equal("1 Conduct\n\n  1.1      All is well (must)\n"
      .. "  1.2      Old (should, retired)\n\n"
      .. "  9.9      Lost (broken: no such fact)\n\n3 checks.\n", tools.rules {
        provisions = { { id = "1", title = "Conduct" } },
        checks = {
          { id = "9.9", title = "Lost", broken = { message =
            "no such fact" } },
          { id = "1.1", title = "All is well", strength = "must",
            provision = "1" },
          { id = "1.2", title = "Old", strength = "should", provision = "1",
            retired = true } } })
  end)
end)

describe("documents that are not what they say", function()
  it("never make it fail", function()
    for _, name in ipairs { "validation", "lint", "test", "rules" } do
      for _, value in ipairs { 1, "x", true, { 1, { 2 } }, { {} },
        { { examples = { {} }, not_shown = { {} }, broken = 3 } } } do
        for _, key in ipairs { "problems", "diagnostics", "checks",
          "provisions" } do
          assert.is_string(tools[name] { [key] = value })
        end
      end
    end
  end)
end)
