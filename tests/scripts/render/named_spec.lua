-- Points, facts, lists and parameters as text.
local render_named = require "render.named"

describe("as text", function()
  it("a point names its checks", function()
    assert.equal([[
P-1 (must) Be well.

Checks        1.1, 1.2
File          points.lua line 3
]], render_named.point { id = "P-1", strength = "must", says = "Be well.",
      checks = { "1.1", "1.2" }, file = "points.lua", line = 3 })
  end)
  it("a fact says what may be answered, and where", function()
    assert.equal([[
guards.kind What kind?

Type          choice
Values        own, hired
Help          Of those on duty.
Worked out    any of people: kind is own
May not apply never: there is always an answer
In a dossier  /facilities/*/guards/kind
Look at       roster, contract
Shown by      document, external register
File          guards.lua line 9
]], render_named.fact { fact = "guards.kind", ask = "What kind?",
      type = "choice", values = { { value = "own" }, { value = "hired" } },
      help = "Of those on duty.", pointer = "/facilities/*/guards/kind",
      worked_out_from = { text = "any of people: kind is own" },
      evidence = { "roster", "contract" },
      shown_by = { "document", "external_register" }, file = "guards.lua", line = 9 })
  end)
  it("the answers of a choice say what they mean, where the word does not", function()
    local told = render_named.fact { fact = "duty", type = "choice",
      values = { { value = "senior", title = "with senior management" },
        { value = "own_staff", title = "Own staff" }, { value = "none" } } }
    assert.truthy(told:find("\nValues        senior (with senior management), "
      .. "own_staff, none\n", 1, true), told)
  end)
  it("that none of its values holds may be an answer, and when it may not apply",
    function()
      local told = render_named.fact { fact = "tasks", type = "choices",
        may_be_none = true, not_applicable_when = { text = "a.flag is no" } }
      assert.truthy(told:find("\nOr            none: none of these\n", 1, true))
      assert.truthy(told:find("\nMay not apply only where a.flag is no, with a "
        .. "reason\n", 1, true), told)
    end)
  it("a limit that nobody may have stated is an answer too", function()
    assert.truthy(render_named.fact { fact = "age", type = "months",
      may_be_none_stated = true }:find(
      "Type          months\nOr            none-stated: no limit is stated\n", 1,
      true))
    assert.truthy(render_named.parameter { name = "limit",
      may_be_none_stated = true }:find("Or            none-stated", 1, true))
  end)
  it("a number says from where to where it goes", function()
    local function range(least, most)
      return render_named.fact { fact = "a", type = "number", least = least, most = most }
        :match "\nRange +([^\n]+)"
    end
    assert.equal("0 to 100", range(0, 100))
    assert.equal("1 or more", range(1))
    assert.equal("2.5 or less", range(nil, 2.5))
    assert.is_nil(range())
  end)
  it("a fact in a list is called by both names", function()
    assert.equal("people.armed Armed?", render_named.fact { fact = "armed",
      list = "people", ask = "Armed?" }:match "^[^\n]+")
  end)
  it("a list shows its facts", function()
    assert.equal([[
people Who?

FACTS OF EACH

  people.armed  Armed?
  people.kind  What kind?
    own (our own), hired

Checks        1.1
File          guards.lua line 12
]], render_named.list { list = "people", ask = "Who?",
      facts = { { fact = "armed", ask = "Armed?", type = "yes/no",
        values = { { value = true, title = "Yes" } } }, { fact = "kind",
        type = "choice", ask = "What kind?", values = { { value = "own",
          title = "our own" }, { value = "hired" } } } }, checks = { "1.1" },
      file = "guards.lua", line = 12 })
  end)
  it("a parameter says its value and where that comes from", function()
    assert.equal([[
limit How old?

Value         1 months
Source        ours
File          p.lua line 1
]], render_named.parameter { name = "limit", ask = "How old?", value = 1,
      unit = "months", source = "ours", file = "p.lua", line = 1 })
    assert.truthy(render_named.parameter { name = "limit" }
      :find("Value         no value: it reads as not known", 1, true))
  end)
  it("an odd document never fails", function()
    for _, value in ipairs { 1, "x", true, { 1, { 2 } }, { {} } } do
      for _, key in ipairs { "id", "fact", "values", "facts", "checks", "value",
        "worked_out_from", "evidence", "source" } do
        for _, kind in ipairs { "point", "fact", "list", "parameter" } do
          assert.is_string(render_named[kind] { [key] = value })
        end
      end
    end
  end)
end)
