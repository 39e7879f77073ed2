local evidence = require "view.evidence"

local function row(id, age)
  return { id = id, date = "date-" .. id, age = age, given = {} }
end

local function result(check, strength, group, ...)
  return { check = check, strength = strength, group = group,
    rests_on = { { evidence = { ... } } } }
end

describe("the oldest evidence behind a shall or must", function()
  local results = { result("1.1", "shall", "conforming", "A", "B"),
    result("1.2", "must", "minor", "B"),
    result("1.3", "should", "conforming", "C"),
    result("1.4", "shall", "open", "D") }
  local function oldest(...)
    return evidence.oldest { results = results, evidence = { ... } }
  end
  it("is told with its date, its age and what rests on it", function()
    assert.equal("Under a shall or must: [B] of date-B, 20 days old, behind "
      .. "check 1.1 and 1 more",
      oldest(row("A", 1), row("B", 20)))
    assert.equal("Under a shall or must: [A] of date-A, 1 day old, behind check "
      .. "1.1",
      oldest(row("A", 1)))
  end)
  it("is not that behind a should, or behind what is open", function()
    assert.matches("[A] of date-A, 2 days old",
      oldest(row("C", 90), row("D", 80), row("A", 2)), 1, true)
    assert.is_nil(oldest(row("C", 90)))
  end)
  it("has a date on or before the as-of date", function()
    assert.is_nil(oldest(row("A", -3), row("B")))
  end)
end)

describe("the age of evidence", function()
  it("is counted to the as-of date, and to no other day", function()
    assert.equal(333, evidence.age("2013-01-01", "2013-11-30"))
    assert.equal(0, evidence.age("2013-01-01", "2013-01-01"))
    assert.equal(-1, evidence.age("2013-01-02", "2013-01-01"))
    assert.is_nil(evidence.age(nil, "2013-01-01"))
    assert.is_nil(evidence.age("2013-01-01", "not stated"))
  end)
end)

describe("who uses a piece of evidence", function()
  local function used(results, given, gates)
    local one = { id = "A", given = given or {} }
    evidence.mark { results = results, evidence = { one },
      places = { { id = "pit", gates = gates or {} } } }
    local details = evidence.details(one)
    return details[#details].text
  end
  local function at(check, group, facility, rests_on, also_read)
    local function facts(list)
      return list and { { evidence = list, against = {} } } or {}
    end
    return { check = check, group = group, facility = facility,
      rests_on = facts(rests_on), also_read = facts(also_read) }
  end
  it("is told by check and place", function()
    assert.equal("1.9; 1.1, 1.2 at pit; read beside that by 1.3 at pit", used {
      at("1.1", "minor", "pit", { "A" }),
      at("1.2", "conforming", "pit", { "A", "A" }), at("1.9", "major", nil, { "A" }),
      at("1.3", "open", "pit", { "A" }) })
  end)
  it("is told where it speaks against a fact", function()
    local one = at("1.1", "minor", "pit")
    one.rests_on = { { evidence = {}, against = { "A" } } }
    assert.equal("1.1 at pit", used { one })
  end)
  it("tells what was read beside what decided", function()
    assert.equal("no outcome rests on it; read by 1.1, 1.2 at pit",
      used { at("1.1", "open", "pit", { "A" }), at("1.2", "minor", "pit", {}, { "A" }) })
  end)
  it("tells what else reads it, each check once", function()
    assert.equal("1.1 at pit; read beside that by 1.2 at pit", used {
      at("1.1", "minor", "pit", { "A" }, { "A" }), at("1.2", "minor", "pit", {}, { "A" }),
      at("1.2", "open", "pit", { "A" }) })
  end)
  it("tells for which provisions it shows whether they apply", function()
    assert.equal("the reach of 1, 2 at pit", used({}, {}, { { id = "1", facts = {
      { evidence = { "A" }, against = {}, facility = "pit" } } }, { id = "2", facts = {
      { evidence = { "A" }, against = {}, facility = "pit" },
      { evidence = { "A" }, against = {} } } } }))
  end)
  it("tells what no check reads from what nothing names", function()
    assert.equal("no outcome rests on it; what names it is read by no check, and stands "
      .. "under Registers or Also answered", used {})
    assert.equal("no outcome rests on it; nothing in the dossier names it",
      used({}, { unnamed = true }))
  end)
end)
