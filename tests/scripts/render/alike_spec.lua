local alike = require "render.alike"
local blocks = require "render.blocks"

local function place(id, index)
  return { id = id, rating = {}, pointer = "/facilities/items/" .. index }
end

local PIT <const>, WORKS <const>, SHOP <const> = place("pit", 0), place("works", 1),
  place("shop", 2)
local MEMBER <const> = { is_member = true, pointer = "/member" }

-- The blocks of `parts`, { { place, blocks } }.
local function fold(v, parts, rank)
  local places, said = {}, {}
  for i, one in ipairs(parts) do places[i], said[one.place] = one.place, one.blocks end
  return alike.of_places(v, places, function(list, at) blocks.add_all(list, said[at]) end,
    rank)
end

local V <const> = { facilities = { PIT, WORKS, SHOP } }

local function fact(at, value)
  return { name = "arms.used", value = value or "yes", known = true, evidence = {},
    against = {}, pointer = at.pointer .. "/arms/used" }
end

local function finding(at, value, more)
  local fields = {}
  blocks.add_facts(fields, "Rests on", { fact(at, value) }, { full = true })
  blocks.add_field(fields, "Remedy", "Mend it.", { code = at.pointer .. "/arms" })
  local one = blocks.item(fields, { mark = "MINOR", tone = "minor", id = "1.1",
    title = "T", says = "S", result = { id = (at.id or "") .. "/1.1" } })
  for name, given in pairs(more or {}) do one[name] = given end
  return one
end

-- "All 3 facilities: 1.1, 1.2 | Facility pit: 1.3" of what is folded.
local function shape(parts, rank)
  local out = {}
  for _, one in ipairs(fold(V, parts, rank)) do
    if one.kind == "place" then out[#out + 1] = one.text .. ":"
    else out[#out] = ("%s %s"):format(out[#out], one.id) end
  end
  return table.concat(out, " | ")
end

local function part(at, ...) return { place = at, blocks = { ... } } end

describe("what several places have alike", function()
  it("is said once, below a heading that names them", function()
    assert.equal("Facilities pit and works: 1.1",
      shape { part(PIT, finding(PIT)), part(WORKS, finding(WORKS)) })
    assert.equal("All 3 facilities: 1.1", shape { part(PIT, finding(PIT)),
      part(WORKS, finding(WORKS)), part(SHOP, finding(SHOP)) })
  end)
  it("never takes a place that the report does not list for one of all", function()
    local plain = blocks.item({}, { id = "1.1", title = "T" })
    assert.equal("Facilities pit, works and ghost: 1.1", shape { part(PIT, plain),
      part(WORKS, plain), part({ id = "ghost" }, plain) })
  end)
  it("names a row of facilities by its ends", function()
    local parts = {}
    for i = 1, 4 do
      local at = place("s0" .. i, i)
      parts[i] = part(at, finding(at))
    end
    assert.equal("Facilities s01 to s04: 1.1", shape(parts))
  end)
  it("has no heading for a place that says nothing", function()
    assert.equal("Facility pit: 1.1", shape { part(PIT, finding(PIT)), part(WORKS) })
  end)
  it("leaves what differs at its own place", function()
    assert.equal("Facilities pit and works: 1.1 | Facility shop: 1.1",
      shape { part(PIT, finding(PIT)), part(WORKS, finding(WORKS)),
        part(SHOP, finding(SHOP, "no")) })
  end)
  it("never says for the Member what is of a facility", function()
    assert.equal("The Member: 1.1 | Facility pit: 1.1", shape {
      part(MEMBER, finding(PIT)), part(PIT, finding(PIT)) })
  end)
  it("says twice what a place says twice", function()
    assert.equal("Facility pit: 1.1 1.1", shape { part(PIT, finding(PIT), finding(PIT)) })
  end)
  it("differs by any word", function()
    for name, given in pairs { mark = "MAJOR", tone = "major", id = "1.2", title = "U",
      says = "no S", fields = {}, kind = "line" } do
      local text = shape { part(PIT, finding(PIT)),
        part(WORKS, finding(WORKS, nil, { [name] = given })) }
      assert.truthy(text:find(" | ", 1, true), name)
    end
    local other = finding(WORKS)
    other.fields[2].text = "Leave it."
    assert.truthy(shape { part(PIT, finding(PIT)), part(WORKS, other) }:find " | ")
    other = finding(WORKS)
    other.fields[1].facts[1].evidence = { "E-1" }
    assert.truthy(shape { part(PIT, finding(PIT)), part(WORKS, other) }:find " | ")
    other = finding(WORKS)
    other.fields[2].under = { "except people[#4]" }
    assert.truthy(shape { part(PIT, finding(PIT)), part(WORKS, other) }:find " | ")
  end)
  it("has the pointer of each place with a star for its number", function()
    local list = fold(V, { part(PIT, finding(PIT)), part(WORKS, finding(WORKS)) })
    assert.equal("/facilities/items/*/arms/used", list[2].fields[1].facts[1].pointer)
    assert.equal("/facilities/items/*/arms", list[2].fields[2].code)
    local alone = fold(V, { part(PIT, finding(PIT)) })
    assert.equal("/facilities/items/0/arms/used", alone[2].fields[1].facts[1].pointer)
  end)
  it("keeps the results that it stands for", function()
    local list = fold(V, { part(PIT, finding(PIT)), part(WORKS, finding(WORKS)) })
    assert.same({ { id = "pit/1.1" }, { id = "works/1.1" } }, list[2].results)
  end)
  it("has the gravest first where it is ranked", function()
    local parts = { part(PIT, finding(PIT)), part(WORKS, finding(WORKS, nil,
      { tone = "major" })) }
    assert.equal("Facility pit: 1.1 | Facility works: 1.1", shape(parts))
    assert.equal("Facility works: 1.1 | Facility pit: 1.1", shape(parts,
      function(entries) return entries[1].block.tone == "major" and 1 or 2 end))
  end)
  it("tells rows of tables apart", function()
    local function rows(text)
      local one = blocks.table({ "A", "B" }, { { "1.1", text } })
      one.id = "t"
      return one
    end
    assert.equal("Facilities pit and works: t", shape { part(PIT, rows "x"),
      part(WORKS, rows "x") })
    assert.equal("Facility pit: t | Facility works: t", shape { part(PIT, rows "x"),
      part(WORKS, rows "y") })
  end)
end)
