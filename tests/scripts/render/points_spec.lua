require "support.host"
local points = require "render.points"

describe("the points of the guidance, as text", function()
  it("show wording, checks and the outcomes their examples prove", function()
    assert.equal("  R1        Doors are locked. (shall)\n"
      .. "      1.1: conformance, not-applicable\n"
      .. "      1.2: no example\n"
      .. "  I1        So it is. (information)\n"
      .. "      no check: it asks for nothing\n"
      .. "  P1        Guards are trained. (should)\n      NO CHECK\n\n"
      .. "3 points, 1 of them cited by a check.\n", points.render { points = {
        { id = "R1", strength = "shall", says = "Doors are locked.", shown = {
          { check = "1.1", outcomes = { "conformance", "not-applicable" } },
          { check = "1.2", outcomes = {} } } },
        { id = "I1", strength = "information", says = "So it is.", shown = {} },
        { id = "P1", strength = "should", says = "Guards are trained.",
          shown = {} } } })
  end)
  it("hold nothing a terminal could obey", function()
    assert.equal("  \u{FFFD}[2J    (?)\n      NO CHECK\n  ?         (?)\n"
      .. "      NO CHECK\n\n2 points, 0 of them cited by a check.\n",
      points.render { points = { { id = "\27[2J", says = 7 },
        { shown = "x" } } })
  end)
end)
