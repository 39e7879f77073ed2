-- The table of all pairs of facts, beside the rules: nobody adds a fact without
-- deciding what it means for the others.
package.path = "tests/rules/?.lua;" .. package.path
local pairs_of = require "pairs"
local support = require "support.host"

local model = support.open_builtin { tolerant = true }.model()
local facts = pairs_of.facts(model)
local text = support.read_file(support.root .. "/rules/PAIRS.md")
local reviewed = pairs_of.reviewed(text)
local connected = pairs_of.connected(model)

-- The facts that stand in no group of a topic.
local function without_group(names, in_review)
  local found = {}
  for _, name in ipairs(names) do
    if not in_review.group_of[name] then found[#found + 1] = name end
  end
  return found
end

-- The review with one line of it left out, or said twice.
local function changed(line, into)
  local from, to = text:find("\n%- " .. line .. "[^\n]*\n[^-#]*")
  return pairs_of.reviewed(text:sub(1, from - 1) .. into(text:sub(from, to))
    .. text:sub(to))
end
local function nothing() return "" end
local function twice(line) return line .. line end

describe("every fact of the vocabulary", function()
  it("stands in a group of PAIRS.md, and nothing else does", function()
    assert.same({}, without_group(facts, reviewed),
      "put it into a group of a topic of rules/PAIRS.md")
    local declared = {}
    for _, name in ipairs(facts) do declared[name] = true end
    for name in pairs(reviewed.group_of) do
      assert.is_true(declared[name], name .. " is no fact")
    end
  end)
  it("stands there once, and each line too", function()
    assert.same({}, reviewed.twice)
    assert.is_true(#changed("arms/use x law", twice).twice > 0)
  end)
  it("is missed where it is new", function()
    assert.same({ "arms.new" }, without_group({ "arms.used", "arms.new" },
      reviewed))
  end)
end)

describe("every two groups of a topic, and every two topics", function()
  it("have a line where their facts are independent, and only there", function()
    local missing, needless = pairs_of.unreviewed(model, reviewed)
    assert.same({}, missing)
    assert.same({}, needless)
  end)
  it("are missed where a line is gone", function()
    assert.same({ "risks/sources | risks/sources" },
      (pairs_of.unreviewed(model, changed("risks/sources x sources", nothing))))
    assert.same({ "code | kind" }, (pairs_of.unreviewed(model,
      pairs_of.reviewed((text:gsub("\n%- code x kind,", "\n- code x"))))))
  end)
  it("are missed where a group is new", function()
    local more = pairs_of.reviewed((text:gsub("`community.migrant_workers`",
      "*migrants* %0")))
    local missing = pairs_of.unreviewed(model, more)
    assert.is_true(#missing > 3)
    for _, pair in ipairs(missing) do
      assert.is_truthy(pair:find "community/migrants", pair)
    end
  end)
end)

describe("the table", function()
  it("beside the rules is the one they give", function()
    assert.is_true(pairs_of.summary(model) == support.read_file(support.root
      .. "/rules/CONNECTED.md"), "write it anew, and look at what changed: "
      .. "lua5.4 tests/rules/write_pairs.lua build/test-gcc/tests")
  end)
  it("holds every pair once, with a reason", function()
    local full, lines = pairs_of.full(model, reviewed), 0
    assert.is_nil(full:find('"?"', 1, true))
    for _ in full:gmatch "\n" do lines = lines + 1 end
    assert.equal(#facts * (#facts - 1) // 2 + 1, lines)
  end)

  local KNOWN <const> = {
    { "arms.armed_count | arms.used", "conflict", "arms-unused-but-counted" },
    { "arms.armed_count | arms.trained_count", "conflict",
      "part of arms.armed_count" },
    { "people.employer | security.inhouse_count", "conflict",
      "security.inhouse_count follows" },
    { "conduct.founded_allegations | conduct.respect_in_practice", "deciding",
      "11.2.1/founded" },
    { "conduct.respect_by_public | security.public_as_personnel", "deciding",
      "11.2.19" },
    { "risk_assessment.date | risk_assessment.last_trigger", "advisory",
      "11.1.9/advice-1" },
  }
  for _, one in ipairs(KNOWN) do
    it("says what the rules do with " .. one[1], function()
      assert.is_true(connected[one[1]][one[2]][one[3]])
    end)
  end
  it("leaves apart what only stands in one disagreement", function()
    -- Conduct seen and force used are each held against nobody's guarding.
    assert.is_nil(connected["conduct.known_by_personnel | force.uses"])
  end)
end)
