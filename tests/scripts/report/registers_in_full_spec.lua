-- Lists that are reported in full, such as allegations.
local support = require "support.host"

local json = support.json
local runtime = support.open_builtin()

-- L is evidence without a date: it raises no basis.
local EVIDENCE <const> = json.array {
  { id = "R", kind = "record", title = "Register", date = "2013-09-20",
    collected_by = "member" },
  { id = "L", kind = "document", title = "Letter", collected_by = "member" } }

local function registers(allegations, show_sensitive)
  return assert(support.report(runtime, {
    format = "cop11.dossier/1", evidence = EVIDENCE,
    assessment = { date = "2013-11-30" },
    facilities = { complete = true, items = json.array { { id = "pit",
      kind = json.array { "mine" }, allegations = allegations } } } },
    { show_sensitive = show_sensitive })).registers
end

describe("a register", function()
  it("holds each item, whatever a check read of it", function()
    assert.same({ ["pit/allegations"] = {
      { item = "P-1", says = { against = "private guards", status = "withheld" },
        why = { status = "(given, and not printed, for it may name people)" } },
      { item = "P-2", says = { severity = "death or injury" } },
    } }, registers { items = json.array {
      { id = "P-1", against = "private", status = { state = "withheld",
        withheld_reason = "with the lawyers" } },
      { id = "P-2", severity = "death_or_injury" } } })
  end)
  it("says what each answer stands on, and why it is not known", function()
    local row = registers({ items = json.array { { id = "P-1",
      status = { value = "open", evidence = json.array { "R", "L" }, note = "as told" },
      severity = { value = "low", evidence = json.array { "L" } },
      against = "private" } } }, true)["pit/allegations"][1]
    assert.same({ status = "evidenced" }, row.basis)
    assert.same({ status = { "R", "L" }, severity = { "L" } }, row.evidence)
    assert.same({ status = "as told" }, row.note)
    assert.is_nil(row.why)
  end)
  it("says that a note is there which may name people", function()
    local items = { items = json.array { { id = "P-1", status = { value = "open",
      note = "his widow contests it" } } } }
    assert.same({ status = "(given, and not printed, for it may name people)" },
      registers(items)["pit/allegations"][1].note)
    assert.same({ status = "his widow contests it" },
      registers(items, true)["pit/allegations"][1].note)
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
