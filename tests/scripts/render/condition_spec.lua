-- Conditions as lines of text.
local render_condition = require "render.condition"

local function leaf(text) return { kind = "fact", text = text } end

-- The lines of a tree, each after the blanks it stands in by.
local function lines(tree)
  local list = {}
  for i, one in ipairs(render_condition.lines({ tree = tree }, "finding")) do
    list[i] = (" "):rep(one.indent) .. one.text
  end
  return list
end

describe("a condition as lines", function()
  it("is its sentence, alone", function()
    assert.same({ "a is yes" }, lines(leaf "a is yes"))
  end)
  it("has its finding beneath", function()
    assert.same({ "at least one of these:", "  a is yes", "  b is yes",
      "  finding: Neither." }, lines { kind = "any", otherwise = "Neither.",
      parts = { leaf "a is yes", leaf "b is yes" } })
  end)
  it("says what a gate of several conditions asks", function()
    assert.same({ "only when none of these:", "  a is yes", "  b is yes",
      "then:", "  c is yes", "  d is yes" }, lines { kind = "when",
      gate = { kind = "none", parts = { leaf "a is yes", leaf "b is yes" } },
      parts = { { kind = "all", parts = { leaf "c is yes",
        leaf "d is yes" } } } })
  end)
  it("keeps `all` where it is one of several that need not hold", function()
    assert.same({ "at least one of people:", "  all of these:", "    a is yes",
      "    b is yes" }, lines { kind = "some", list = "people", parts = {
      { kind = "all", parts = { leaf "a is yes", leaf "b is yes" } } } })
    assert.same({ "each of people where c is yes:", "  a is yes",
      "  b is yes" }, lines { kind = "every", list = "people",
      where = leaf "c is yes", parts = { { kind = "all",
        parts = { leaf "a is yes", leaf "b is yes" } } } })
  end)
  it("says that nothing is listed", function()
    assert.same({ "none is listed in people" }, lines { kind = "no",
      list = "people", text = "none is listed in people",
      parts = { { kind = "listed", text = "listed" } } })
  end)
  it("shows each reading", function()
    assert.same({ "as way says:", "  first:", "    a is yes", "  second:",
      "    b is yes" }, lines { kind = "reading", parameter = "way",
      choices = { second = leaf "b is yes", first = leaf "a is yes" } })
  end)
  it("stands no further in than a line has room", function()
    local tree = leaf "a is yes"
    for _ = 1, 30 do tree = { kind = "any", parts = { tree } } end
    local all = lines(tree)
    assert.equal(31, #all)
    assert.equal((" "):rep(24) .. "a is yes", all[31])
  end)
  it("of an odd document is empty, or has a mark in its place", function()
    assert.equal(0, #render_condition.lines {})
    assert.same({ "?" }, lines { kind = 7 })
    assert.same({ "as ? says:" }, lines { kind = "reading", choices = 3 })
  end)
end)
