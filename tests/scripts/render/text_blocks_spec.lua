local layout = require "base.layout"
local text_blocks = require "render.text_blocks"

local function put_on(page, ...)
  text_blocks.put(page, { ... })
  return page.finish()
end

local function put(...) return put_on(layout.new_page(), ...) end

local function put_verbose(...)
  local page = layout.new_page()
  page.verbose = true
  return put_on(page, ...)
end

local FACT <const> = { name = "policy.written", value = "no", evidence = { "E-1" },
  against = { "E-2" }, pointer = "/member/policy/written", basis = "evidenced", by = "the owner" }

describe("blocks on a terminal", function()
  it("show a place between empty lines", function()
    assert.equal("  One.\n\nFacility pit\n\n", put({ kind = "note", text = "One." },
      { kind = "place", text = "Facility pit" }))
  end)
  it("set what notes introduce apart", function()
    assert.equal("  One.\n  Two.\n\n  ASK  Three\n", put({ kind = "note",
      text = "One." }, { kind = "note", text = "Two." }, { kind = "item",
      mark = "ASK", title = "Three", fields = {} }))
  end)
  it("show a note by its mark", function()
    assert.equal("  RECORD  Changed.\n", put { kind = "note", mark = "RECORD",
      text = "Changed." })
    assert.equal("  Read here:\n    policy.written = no [E-1]\n", put {
      kind = "note", label = "Read here", facts = { FACT } })
  end)
  local ITEM <const> = { kind = "item", mark = "MAJOR", tone = "major", id = "1.1",
    title = "Title", says = "It is not.", fields = {
      { label = "Rule", text = "a.lua line 1", under = { "at pit" }, is_detail = true },
      { label = "Rests on", facts = { FACT }, full = true },
      { label = "Known", facts = { FACT } },
      { label = "", code = "/member/size", brief = "member.size", text = "(unknown)" },
      { label = "", code = "x-of", text = "a host's own" },
      { label = "Cure", text = "none" } } }
  it("show a thing by its mark and id, then its fields", function()
    assert.equal([[
  MAJOR  1.1  Title
      It is not.
      At pit
      Rests on:
        policy.written = no [E-1] (evidenced, stated by the owner); against
            it: [E-2]
      Known: policy.written = no [E-1]
      member.size (unknown)
      x-of a host's own
      Cure: none

]], put(ITEM))
  end)
  it("show where it stands in dossier and rules, too, where the page is verbose", function()
    assert.equal([[
  MAJOR  1.1  Title
      It is not.
      Rule: a.lua line 1
        at pit
      Rests on:
        policy.written = no [E-1]
            /member/policy/written (evidenced, stated by the owner); against it:
            [E-2]
      Known: policy.written = no [E-1]
      /member/size (unknown)
      x-of a host's own
      Cure: none

]], put_verbose(ITEM))
  end)
  it("show a line in a row, its fields below its text", function()
    assert.equal("    1.1      It holds.\n             Auditor: agrees\n", put {
      kind = "line", id = "1.1", text = "It holds.",
      fields = { { label = "Auditor", text = "agrees" } } })
  end)
  it("show a table as its rows, each cell by its column, but empty ones", function()
    local columns = { "Id", "Title", "More", "Why" }
    assert.equal("  ERROR  a  One\n      x: 1\n      Why: So\n  ERROR  b  Two\n",
      put { kind = "table", mark = "ERROR", columns = columns, rows = {
        { "a", "One", { { label = "x", text = "1" } }, "So" },
        { "b", "Two", {}, "" } } })
    assert.equal("  One\n      Why: So\n", put { kind = "table", head = 1,
      columns = { "Id", "Why" }, rows = { { "One", "So" } } })
  end)
end)
