-- The example of a layer that rules/README.md shows, over the COP 11 pack: it
-- holds what it says, and the COP 11 rating is the same with it and without.
local support = require "support.host"

local FOLDER <const> = support.root .. "/tests/layers/mining-group/"

local function files()
  local list = {}
  for i, name in ipairs { "pack.examples.lua", "pack.lua" } do
    list[i] = { path = name, text = support.read_file(FOLDER .. name) }
  end
  return list
end

local function open(options)
  options = options or {}
  options.layers = { { name = "mining-group", files = files() } }
  return support.open_builtin(options)
end

describe("the example of a layer", function()
  -- What the guidance leaves open is the layer's to set; nothing else counts.
  local set = { name = "mining-group", files = { { path = "pack.lua",
    text = 'parameter "consultation.longest_interval" { value = 12, '
      .. 'source = "Group security standard, section 4.2" }' } } }
  local runtime, plain = open(), support.open_builtin { layers = { set } }

  it("has nothing that lint would tell, and examples that pass", function()
    local tolerant = open { tolerant = true }
    assert.same({}, support.decode(tolerant.lint()).diagnostics)
    local test = support.decode(tolerant.test())
    assert.is_true(test.ok)
    assert.equal(2, test.totals.checks)
  end)
  it("rates the samples as its parameter alone does", function()
    for _, sample in ipairs(support.samples()) do
      local with = assert(support.evaluate(runtime, sample.text))
      local without = assert(support.evaluate(plain, sample.text))
      assert.equal(without.member.rating, with.member.rating)
      for i, one in ipairs(without.facilities) do
        assert.equal(one.rating, with.facilities[i].rating)
        assert.is_string(with.facilities[i].house_rating.rating)
        for _, provision in ipairs(with.facilities[i].provisions) do
          assert.is_string(provision.house_rating.rating)
        end
      end
    end
  end)
  it("names each of its changes, the weakening ones with grounds", function()
    local report = assert(support.evaluate(runtime, support.samples()[1].text))
    local kinds = {}
    for i, one in ipairs(report.changes) do
      kinds[i] = one.kind .. (one.weakens and "!" or "")
      assert.equal(one.weakens, one.because ~= nil and one.by ~= nil
        and one.until_date ~= nil)
    end
    assert.same({ "sets-parameter", "adds-check", "stricter-check",
      "switches-off!", "narrows!" }, kinds)
  end)
  it("shows on a check's page what it changes", function()
    local check = support.decode(assert(runtime.describe "rules/11.2.2"))
    assert.equal("switches-off", check.changes[1].kind)
    check = support.decode(assert(runtime.describe "rules/11.2.14"))
    assert.equal("11.2.org.licence-reserve", check.changes[1].check)
    check = support.decode(assert(runtime.describe "rules/11.1.26"))
    assert.equal("consultation.longest_interval", check.changes[1].parameter)
    check = support.decode(assert(runtime.describe "rules/11.2.1"))
    assert.same({}, check.changes)
  end)
end)
