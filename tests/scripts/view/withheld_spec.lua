-- How a report counts and lists what is withheld.
require "support.host"
local view_withheld = require "view.withheld"

local function fact(name, more)
  local one = { name = name, facility = "pit", evidence = {}, state = "known" }
  for key, value in pairs(more) do one[key] = value end
  return one
end

local function read(...)
  local v = { facts = { ... } }
  view_withheld.read(v)
  return v
end

describe("what is withheld", function()
  it("is counted by what became of it", function()
    local v = read(fact("a", { withheld = true, known = true, why = "secret" }),
      fact("b", { withheld = true, known = true, record = "/records/0" }),
      fact("c", { withheld = true, state = "conflicting" }),
      fact("d", { state = "withheld" }), fact("e", { known = true }))
    assert.equal("4 facts are withheld by the Member: 1 known from an interview and an "
      .. "observation alone, 1 settled by a record, 1 in conflict and 1 not known",
      v.withheld)
  end)
  it("is listed once for each reason", function()
    local groups = read(fact("a", { state = "withheld", why = "secret" }),
      fact("b", { state = "withheld", why = "secret", evidence = { "I" } }),
      fact("c", { withheld = true, known = true, why = "secret" }),
      fact("d", { state = "withheld", facility = false })).withheld_groups
    assert.same({ { label = "Known", text = "pit/c" },
      { label = "Not known", text = "pit/a and pit/b [I]" } }, groups[1].fates)
    assert.equal("secret", groups[1].reason)
    assert.equal("A reason is given, and not printed, for it may name people.", groups[2].reason)
    assert.same({ { label = "Not known", text = "d" } }, groups[2].fates)
  end)
  it("is counted at the items of a list, not where it follows from them", function()
    assert.is_nil(read(fact("a", { state = "withheld",
      worked_out_from = "providers" })).withheld)
  end)
end)
