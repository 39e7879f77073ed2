-- What packs laid over the baseline may say, and what they never reach: the
-- COP 11 rating.
local layered = require "support.layered"
local support = require "support.host"

local BASELINE <const> = layered.BASELINE
local LIMIT <const> = layered.LIMIT
local GROUNDS <const> = layered.GROUNDS
local FACTS <const> = layered.FACTS
local WELL <const> = layered.WELL
local layer = layered.layer
local open = layered.open
local report_of = layered.report_of
local plain = layered.plain
local refusal = layered.refusal
local ratings = layered.ratings

describe("a layer may not", function()
  for word, text in pairs {
    disagreement = 'disagreement "d" { when = "a.flag is yes", '
      .. 'facts = { "a.flag" }, because = "x" }',
    hint = 'hint "h" { "x", ratings = { "conformance" }, source = "s" }',
    list = 'list "things" { ask = "?", facts = {} }',
    point = 'point "P" { strength = "shall", says = "x" }',
    provision = 'provision "2" { title = "Two" }',
    ratings = "ratings { }", findings = "findings { }",
  } do
    it("declare a " .. word, function()
      assert.truthy(refusal(text):find("a layer cannot declare a " .. word, 1,
        true))
    end)
  end
  it("declare facts outside org.", function()
    assert.truthy(refusal 'fact "b.more" { type = "yes/no", ask = "?" }'
      :find("call it 'org.b.more'", 1, true))
  end)
  it("let a fact of its own contradict one of the baseline", function()
    assert.truthy(refusal('fact "org.n" { type = "count", of = "a.total", '
      .. 'ask = "?" }'):find("alone", 1, true))
  end)
  it("take an id that is taken", function()
    local check = 'check "1.org.1" { title = "T", ask = "?",\n'
      .. 'expect = "a.flag is yes" }\n'
    assert.truthy(refusal(check .. check):find("the id is taken by "
      .. "acme/acme.lua line 1", 1, true))
  end)
  it("take an id of the baseline, which lint says once", function()
    local text = 'check "1.1" { title = "T", points = { "SHALL" }, ask = "?",\n'
      .. 'expect = { "a.flag is yes", otherwise = "No." }, remedy = "Do." }\n'
    assert.truthy(refusal(text):find("call it '1.org.1'", 1, true))
    local found = {}
    for _, d in ipairs(support.decode(open(text, { tolerant = true }).lint())
      .diagnostics) do
      if d.file == "acme/acme.lua" and d.severity == "error" then
        found[#found + 1] = d.code .. " " .. d.cure
      end
    end
    assert.same({ "L010 Call it '1.org.1'." }, found)
  end)
  it("have the name of another pack", function()
    assert.truthy(refusal(nil, { layers = { layer("", "test") } })
      :find("two packs are called 'test'", 1, true))
  end)
  it("have the name of another pack, and no file to say so in", function()
    local layers = { { name = "test", files = {} } }
    local found = open(nil, { layers = layers, tolerant = true }).lint()
    assert.truthy(found:find('"message":"Two packs are called \'test\'."', 1, true))
  end)
  it("be broken where it does more than add checks", function()
    local message, problem = refusal('check "1.org.1" { title = "T" }\n'
      .. 'switch_off "1.1" { ' .. GROUNDS .. " }\nparameter = 1")
    assert.equal("acme/acme.lua", problem.where)
    assert.truthy(message)
  end)
end)

describe("files of several packs that are called alike", function()
  -- The baseline has a c.lua too, of other lines.
  local function layers_of(text)
    return { { name = "acme", files = { { path = "c.lua", text = text } } },
      { name = "more", files = { { path = "c.lua", text = "\n\n" .. text } } } }
  end
  local CHECK <const> = 'check "1.org.1" { title = "Own", ask = "Ask.",\n'
    .. '  expect = "a.flag is no" }\n'

  it("are told apart in messages", function()
    local message, problem = refusal(nil, { layers = layers_of(CHECK) })
    assert.equal('check "1.org.1": the id is taken by acme/c.lua line 1; '
      .. "choose another", message)
    assert.equal("more/c.lua", problem.where)
    assert.equal(3, problem.line)
  end)
  it("are told apart in reports", function()
    local report = report_of(nil, nil, { layers = { layers_of(CHECK)[1] } })
    assert.equal("acme/c.lua", support.result(report, "1.org.1").file)
    assert.equal("acme/c.lua", report.changes[1].file)
    assert.equal("c.lua", support.result(report, "1.1").file)
  end)
  it("are told apart by lint, which reads the right one", function()
    local runtime = open(nil, { tolerant = true, layers = {
      layers_of('-- x\ncheck "1.org.1" { title = "Own" ask = "Ask." }\n')[1],
      layers_of('check "1.org.2" { title = “Own” }\n')[2] } })
    local found = {}
    for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
      if d.code == "L001" then
        found[#found + 1] = ("%s:%d:%d"):format(d.file, d.line, d.column)
      end
    end
    assert.same({ "acme/c.lua:2:32", "more/c.lua:3:27" }, found)
  end)
  it("keep their own paths in the description of the pack", function()
    local runtime = open(nil, { layers = { layers_of(CHECK)[1] } })
    local described = support.decode(assert(runtime.describe "pack"))
    assert.equal("acme", described.layers[2].name)
    assert.equal("c.lua", described.layers[2].files[1].path)
  end)
end)

describe("the baseline may not", function()
  it("use the words of layers", function()
    assert.truthy(refusal("", { baseline = BASELINE .. 'switch_off "1.1" { '
      .. GROUNDS .. " }" }):find("belongs to a layer over it", 1, true))
  end)
  it("declare facts under org.", function()
    assert.truthy(refusal("", { baseline = BASELINE
      .. 'fact "org.x" { type = "yes/no", ask = "?" }' })
      :find("kept for layers", 1, true))
  end)
end)

describe("whatever a layer says", function()
  -- Layers that add, stricten, switch off, narrow and change.
  local text = 'check "1.org.1" { title = "Own", points = { "SHALL" },\n'
    .. 'ask = "?", expect = "b.flag is no" }\n'
    .. 'check "1.org.2" { title = "More", stricter_than = "1.1", ask = "?",\n'
    .. 'expect = "a.kinds includes x" }\n'
    .. 'switch_off "1.1" { ' .. GROUNDS .. " }\n"
    .. 'narrow "1.2" { applies = "a.kinds includes y", ' .. GROUNDS .. " }\n"
    .. 'parameter "most" { value = 9, source = "us", ' .. GROUNDS .. " }"

  it("the baseline's results and ratings are as without it", function()
    local baseline = BASELINE .. LIMIT
    for _, facts in ipairs { FACTS, WELL, {}, { a = { total = 5 } },
      { a = { flag = true, kinds = support.json.array { "x" } } } } do
      local with, without = report_of(text, facts, { baseline = baseline }),
        plain(facts, baseline)
      assert.same(ratings(without), ratings(with))
      assert.same(without.member.completeness, with.member.completeness)
      for _, result in ipairs(without.results) do
        local same = support.result(with, result.check, result.facility)
        same.with_layers = nil
        assert.same(result, same)
      end
    end
  end)
  it("making a fact unknown only widens the house rating", function()
    local function house(facts)
      local held = {}
      local report = report_of(text, facts, { baseline = BASELINE .. LIMIT })
      for _, name in ipairs(report.member.house_rating.range) do
        held[name] = true
      end
      return held
    end
    local full = { a = { flag = true, day = "2013-05-30", total = 5,
      kinds = support.json.array { "x" } }, b = { flag = true } }
    local before = house(full)
    for _, name in ipairs { "flag", "total", "kinds", "day" } do
      local facts = support.copy(full)
      facts.a[name] = nil
      local after = house(facts)
      for rating in pairs(before) do assert.is_true(after[rating], name) end
    end
  end)
end)

describe("a layer that is given in place of a pack", function()
  local FILES = { ["rules.lua"] = [[
parameter "limit" { value = 12, source = "our standard" }
fact "org.x" { type = "yes/no", ask = "X?" }
check "1.org.x" { title = "X", ask = "Ask.", expect = "org.x is yes" }
switch_off "1.2" { ]] .. GROUNDS .. " }\n",
    ["rules.examples.lua"] = 'examples "1.org.x" { { gives = "conformance", '
      .. 'because = "x is so", facts = { "org.x is yes" } } }' }
  local SAYS = "nothing here says pack or provision, so this looks like a layer"

  it("is told so, and nothing else", function()
    local runtime = support.open(FILES, { name = "grp", tolerant = true })
    local found = support.decode(runtime.lint()).diagnostics
    assert.equal(1, #found)
    assert.equal("rules.lua", found[1].file)
    assert.equal("N" .. SAYS:sub(2) .. ".", found[1].message)
    assert.equal("Write --layer grp.", found[1].cure)
  end)
  it("opens no engine", function()
    local runtime, problem = support.open(FILES, { name = "grp" })
    assert.is_nil(runtime)
    assert.equal(SAYS .. "; write --layer grp", problem.message)
  end)
  it("is one too where it sets but a parameter", function()
    local _, problem = support.open({ ["pack.lua"] = 'parameter "limit" { '
      .. 'value = 12, source = "us" }' }, { name = "grp" })
    assert.equal(SAYS .. "; write --layer grp", problem.message)
  end)
end)

describe("a layer's check that is misnamed", function()
  local FILES <const> = {
    { path = "acme.examples.lua", text = 'examples "1.org.alarm" { { gives = '
      .. '"conformance", because = "so", facts = { "a.flag is yes" } } }' },
    { path = "acme.lua", text = 'check "1.alarm" { title = "X", ask = "Ask.", '
      .. 'remedy = "Do.", points = { "SHALL" }, expect = { "a.flag is yes", '
      .. 'otherwise = "No." } }' },
  }
  local runtime = assert(open(nil, { tolerant = true, layers = {
    { name = "acme", files = FILES } } }))

  it("is told once, and its examples are not to be renamed", function()
    local found = support.decode(runtime.lint()).diagnostics
    for i = #found, 1, -1 do
      if found[i].file:sub(1, 5) ~= "acme/" then table.remove(found, i) end
    end
    assert.equal(1, #found)
    assert.equal("acme/acme.lua", found[1].file)
    assert.equal("Call it '1.org.alarm'.", found[1].cure)
  end)
  it("is not tested in silence", function()
    local test = support.decode(runtime.test())
    assert.is_false(test.ok)
    assert.equal("acme/acme.lua", test.problems[1].file)
    assert.truthy(test.problems[1].message:find("call it '1.org.alarm'", 1, true))
  end)
end)
