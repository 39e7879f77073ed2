local support = require "support.host"
local render_check = require "render.check"

describe("one check as text", function()
  it("tells what it says, asks and gives", function()
    assert.equal([[
1.1 All is well

Provision     1 Conduct
Points        P-1 (must): Be well.
              P-2 (should): Be better.
Applies       guards.used is yes
                not applicable: No guards are here.
Expects       all of these:
                well is yes
                  finding: It is not well.
                only when guards.used is yes:
                  none of people where kind is hired:
                    tired is yes
Why           Because.
Ask           Show it.
Remedy        Mend it.

OUTCOMES

  conformance            it holds

PROMPTS

  Is it grave?
    when well is no

FACTS

  well
    Is it well?
    worked out from: any of people: well is yes
  tired (of each of people)

PARAMETERS

  longest: 12 months
    How long at most?
    source: Ours.
  shortest: no value: it reads as not known

EXAMPLES

  conformance            all well

RULE

  provisions/1.lua line 4

check "1.1" {
  title = "All is well",
}
]], render_check.render { id = "1.1", title = "All is well",
      provision = { id = "1", title = "Conduct" },
      points = { { id = "P-1", strength = "must", says = "Be well." },
        { id = "P-2", strength = "should", says = "Be better." } },
      applies = { tree = { kind = "fact", text = "guards.used is yes",
        otherwise = "No guards are here." } },
      expect = { tree = { kind = "all", parts = {
        { kind = "fact", text = "well is yes", otherwise = "It is not well." },
        { kind = "when", gate = { kind = "fact", text = "guards.used is yes" },
          parts = { { kind = "no", list = "people",
            where = { text = "kind is hired" },
            parts = { { kind = "fact", text = "tired is yes" } } } } } } } },
      why = "Because.", ask = "Show it.",
      remedy = "Mend it.",
      outcomes = { { outcome = "conformance", says = "it holds" } },
      prompts = { { text = "Is it grave?", when = { text = "well is no" } } },
      questions = { { fact = "well", ask = "Is it well?",
        worked_out_from = { text = "any of people: well is yes" } },
        { fact = "tired", list = "people" } },
      parameters = { { name = "longest", value = 12, unit = "months",
        ask = "How long at most?", source = "Ours." }, { name = "shortest" } },
      examples = { { gives = "conformance", name = "all well" } },
      source = { file = "provisions/1.lua", first_line = 4,
        text = "check \"1.1\" {\n  title = \"All is well\",\n}" } })
  end)
  it("works for every check of the built-in pack", function()
    local runtime = support.open_builtin()
    local rules = support.decode(runtime.describe "rules")
    for _, check in ipairs(rules.checks) do
      local full = assert(runtime.describe("rules/" .. check.id))
      local text = assert(runtime.render(full, "text"))
      assert.truthy(text:find("EXPECTS") or text:find("\nExpects ", 1, true))
    end
  end)
  it("never fails on an odd document", function()
    for _, value in ipairs { 1, "x", true, { 1, { 2 } }, { {} } } do
      for _, key in ipairs { "id", "provision", "points", "applies", "source",
        "outcomes", "prompts", "questions",
        "examples", "expect", "parameters" } do
        assert.is_string(render_check.render { [key] = value })
      end
    end
  end)
end)
