-- No rule that loads can break an assessment.  Packs, layers and dossiers are made
-- from the grammar (tests/fuzz/grammar.lua) by a fixed seed; all of them load, and
-- whatever loads is assessed.  SURVIVE=1000 tries so many packs;
-- tests/fuzz/fuzz_grammar.c, as many as there is time for.
local small = require "support.small"
local support = require "support.host"

local grammar <const> = dofile(support.root .. "/tests/fuzz/grammar.lua")
local PACKS <const> = tonumber(os.getenv "SURVIVE") or 60

local seed
local function random(n) -- 1..n; the same on every machine
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return (seed >> 8) % n + 1
end

it("whatever loads can be assessed", function()
  local given = {}
  for number = 1, PACKS do
    seed = number
    local rules, layer, dossiers = grammar(random)
    local text = table.concat(rules) .. table.concat(layer)
    local runtime, wrong = support.open({ ["a.lua"] = table.concat(rules) }, {
      layers = #layer > 0 and { { name = "ours", files = { { path = "pack.lua",
        text = table.concat(layer) } } } } or nil })
    assert.truthy(runtime, wrong and wrong.message .. "\n" .. text)
    for _, pieces in ipairs(dossiers) do
      local dossier = table.concat(pieces)
      local ok, report, problem = pcall(runtime.evaluate, dossier, {})
      assert.truthy(ok and report, ("pack %d: %s\n%s\n%s"):format(number,
        tostring(problem and problem.message or report), text, dossier))
      for outcome in report:gmatch '"outcome":"([^"]+)"' do given[outcome] = true end
    end
  end
  assert.same({ conformance = true, ["minor-nonconformance"] = true,
    ["major-nonconformance"] = true, ["insufficient-evidence"] = true,
    ["not-applicable"] = true }, given)
end)

describe("what broke an assessment once", function()
  local BEYOND <const> = [[
fact "c.part" { type = "count", ask = "Part?" }
fact "c.whole" { type = "count", ask = "Whole?" }
]]
  local COVERS <const> = '{ "c.part covers all of c.whole", otherwise = "X." }'

  it("leaves open what a part above its whole means", function()
    local runtime = assert(small.open(BEYOND .. small.check(COVERS)))
    local report = assert(support.evaluate(runtime, small.dossier {
      c = { part = 4, whole = 3 } }))
    local result = support.result(report, "1.1", "f")
    assert.equal("insufficient-evidence", result.outcome)
    assert.same({ "not-applicable", "conformance", "minor-nonconformance",
      "major-nonconformance" }, result.range)
    assert.truthy(result.reason:find("contradicts itself", 1, true), result.reason)
  end)

  -- A limit that is not stated cannot be too long, or too short.
  for _, case in ipairs { { "none-stated", "not-applicable" },
    { 6, "minor-nonconformance" }, { 12, "conformance" } } do
    it("compares a limit only where one is stated: " .. case[1], function()
      local result = small.result('{ "a.limit is at least 12", otherwise = "X." }',
        { a = { limit = case[1] } })
      assert.equal(case[2], result.outcome)
    end)
  end
  it("leaves open whether a limit is stated that nobody knows", function()
    local result = small.result('{ "a.limit is at least 12", otherwise = "X." }',
      { a = { flag = true } })
    assert.same({ "not-applicable", "conformance", "minor-nonconformance" },
      result.range)
  end)

  local function refuses(title, text, says)
    it("is refused: " .. title, function()
      local runtime, problem = small.open(text)
      assert.is_nil(runtime)
      assert.truthy(problem.message:find(says, 1, true), problem.message)
    end)
  end
  local CHECK <const> = small.check '"a.flag is yes"'
  refuses("a part of something that is no count", 'fact "c.x" { type = "count", '
    .. 'of = "a.flag", ask = "X?" }\n' .. CHECK, "'a.flag', which is no count")
  refuses("a part of what there is not", 'fact "c.x" { type = "count", '
    .. 'of = "a.totl", ask = "X?" }\n' .. CHECK, "did you mean 'a.total'?")
  refuses("a part that is no count itself", 'fact "c.x" { type = "yes/no", '
    .. 'of = "a.total", ask = "X?" }\n' .. CHECK, "take it out")

  -- Nothing else read them, and nothing said so.
  for _, written in ipairs { 'advise { "Look." }', '{ "Look.", when = "a.flag is '
    .. 'yes" }' } do
    it("or was lost is refused: prompts = " .. written, function()
      local runtime = assert(small.open(small.check('"a.flag is yes"',
        "prompts = " .. written), { tolerant = true }))
      local broken = runtime.model().check_by_id["1.1"].broken
      assert.truthy(broken and broken.message:find("beside its prompts", 1, true))
    end)
  end
end)
