local because = require "view.because"

local function result(check, facility, more)
  local one = { id = facility .. "/" .. check, check = check, facility = facility,
    title = "Title " .. check, reason = "Reason " .. check .. ".", strength = "shall",
    basis = "stated" }
  for name, given in pairs(more or {}) do one[name] = given end
  return one
end

local function place(id, groups)
  return { id = id, major = groups.major or {}, minor = groups.minor or {},
    observation = groups.observation or {} }
end

local function read(...)
  local v = { places = { ... } }
  because.read(v)
  return v.because
end

local PIT_MAJOR <const> = { major = { result("1.2", "pit") } }

describe("why the rating is no better", function()
  it("is nothing where no finding lowers it", function()
    assert.is_nil(read(place("pit", { observation = { result("1.1", "pit") } })))
  end)
  it("is the gravest findings alone", function()
    local one = read(place("pit", { major = { result("1.2", "pit") },
      minor = { result("1.3", "pit") }, observation = { result("1.4", "pit") } }))
    assert.equal("major", one.group)
    assert.equal(1, #one.rows)
    assert.equal("1.2", one.rows[1].check)
    assert.equal("1 minor, 1 observation", one.beside)
  end)
  it("names a check once with its places, and its reason where all give it", function()
    local one = read(place("pit", { minor = { result("1.1", "pit") } }),
      place("works", { minor = { result("1.1", "works", { basis = "evidenced" }),
        result("1.2", "works") } }),
      place("shop", { minor = { result("1.2", "shop", { reason = "Another." }) } }))
    assert.equal(4, one.count)
    assert.equal("Reason 1.1.", one.rows[1].says)
    assert.equal("shall, stated to evidenced; at pit and works", one.rows[1].behind)
    assert.equal("Title 1.2", one.rows[2].says)
    assert.equal("pit/1.1", one.rows[1].results[1].id)
  end)
  it("has what the guidance demands before what it recommends", function()
    local one = read(place("pit", { minor = { result("1.1", "pit",
      { strength = "should" }), result("1.2", "pit", { strength = "must" }) } }))
    assert.equal("1.2", one.rows[1].check)
  end)
  it("leaves a layer's own checks to the house rating", function()
    assert.is_nil(read(place("pit", { major = { result("h.1", "pit",
      { is_own = true }) } })))
  end)
  it("says what the rating could be at best without them", function()
    assert.equal("conformance", read(place("pit", PIT_MAJOR)).without)
    assert.equal("minor non-conformance", read(place("pit", { major = PIT_MAJOR.major,
      minor = { result("1.3", "pit") } })).without)
    assert.equal("conformance", read(place("pit", { minor = { result("1.3", "pit") } }))
      .without)
  end)
end)
