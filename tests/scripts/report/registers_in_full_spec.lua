-- Lists that are reported in full, such as allegations.
local support = require "support.host"

local json = support.json
local runtime = support.open_builtin()

local function registers(allegations)
  local _, text = assert(support.evaluate(runtime, json.write {
    format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    facilities = { complete = true, items = json.array { { id = "pit",
      kind = json.array { "mine" }, allegations = allegations } } } }))
  return support.decode(text).registers
end

describe("a register", function()
  it("holds each item, whatever a check read of it", function()
    assert.same({ ["pit/allegations"] = {
      { item = "P-1", says = { against = "private guards", status = "withheld" } },
      { item = "P-2", says = { severity = "death or injury" } },
    } }, registers { items = json.array {
      { id = "P-1", against = "private", status = { state = "withheld",
        withheld_reason = "with the lawyers" } },
      { id = "P-2", severity = "death_or_injury" } } })
  end)
  it("leaves no answer out that reads as the id does", function()
    assert.same({ ["pit/allegations"] = { { item = "no",
      says = { contested = "no", discipline_taken = "no" } } } },
      registers { items = json.array { { id = "no", contested = false,
        discipline_taken = "no" } } })
  end)
  it("says where an item stands that has no id", function()
    assert.same({ ["pit/allegations"] = { { says = { severity = "low" },
      pointer = "/facilities/items/0/allegations/items/0" } } },
      registers { items = json.array { { severity = "low" } } })
  end)
  it("is left out where it is empty", function()
    assert.same({}, registers { complete = true, items = json.array {} })
  end)
end)
