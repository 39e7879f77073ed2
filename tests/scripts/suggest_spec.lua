-- The examples that a check lacks, written for its author.
local small_pack = require "support.small_pack"
local support = require "support.host"

local NO_EXAMPLES <const> = { ["rules.examples.lua"] = "" }

local function missing(runtime, id)
  return support.decode(assert(runtime.describe("missing/" .. id)))
end

-- The files of the built-in pack with `text` for the examples of all checks.
local function builtin_with(text)
  local files = {}
  for _, file in ipairs(support.builtin_files()) do
    if not file.path:find "%.examples%.lua$" then files[#files + 1] = file end
  end
  files[#files + 1] = { path = "new.examples.lua", text = text }
  table.sort(files, function(a, b) return a.path < b.path end)
  return assert(support.open_files(files, { tolerant = true }))
end

local function result_of(test, id)
  for _, check in ipairs(test.checks) do
    if check.check == id then return check end
  end
end

describe("the examples written for a check", function()
  local found = missing(small_pack.open(nil, nil, nil, NO_EXAMPLES), "1.2")

  it("are as small as they can be", function()
    local _, _, text = found.text:find "(  { gives = \"not%-app.-\n  },\n)"
    assert.equal([[
  { gives = "not-applicable",
    because = "say why this is not-applicable",
    facts = { "guards.used is no" },
  },
]], text)
  end)
  it("ask the author whether they are right", function()
    assert.truthy(found.text:find("Is each outcome right?", 1, true))
  end)
  it("are the same each time", function()
    assert.same(found, missing(small_pack.open(nil, nil, nil, NO_EXAMPLES),
      "1.2"))
  end)
  -- Without the last example nobody sees whether some uniforms are enough.
  it("say beside each for which change it is", function()
    local one = missing(small_pack.open("rules.examples.lua", [[
  { gives = "conformance", because = "some uniforms are enough",
    facts = { "guards.uniform is some", "guards.count is 1",
      "guards.trained is 1" } },
]], ""), "1.2")
    for line in one.text:gmatch "[^\n]+" do
      assert.truthy(#line <= 80, line)
    end
    assert.truthy(one.text:find("  -- Shows that line 19 is not to say, in place "
      .. "of", 1, true), one.text)
  end)
  it("name what nothing was found for", function()
    -- Wholly absent weighs like a lapse here, so no example can tell.
    assert.same({ "None was found that notices 'guards.trained covers all of "
      .. "guards.count' becoming 'guards.trained is at least guards.count' in line 18." },
      found.none)
  end)
  it("name no change that is listed with a reason", function()
    local runtime = small_pack.open("rules.examples.lua", [[
  { gives = "not-applicable", because = "there are none",
    facts = { "guards.used is no" } },
]], "")
    local again = missing(runtime, "1.2")
    assert.same({}, again.none)
    assert.equal(1, again.count)
  end)
  it("hold the answers of the auditor in one list", function()
    local ask = '" { ask = "Is it?", yes = "Yes.", no = "No." }'
    local both = missing(small_pack.open("rules.lua",
      '{ "doors.locked is yes",', 'all { "doors.locked is yes", auditor "a'
        .. ask .. ', auditor "b' .. ask .. ",", NO_EXAMPLES), "1.1")
    assert.truthy(both.text:find([[
  { gives = "conformance",
    because = "say why this is conformance",
    facts = { "doors.locked is yes" },
    records = { { prompt = "1.1/a", answer = "yes" },
      { prompt = "1.1/b", answer = "yes" } },
  },
]], 1, true), both.text)
  end)
  it("are none where nothing is missing", function()
    local none = missing(small_pack.open(), "1.1")
    assert.equal("", none.text)
    assert.equal(0, none.count)
  end)
  it("are only those that are missing", function()
    local text = missing(small_pack.open("rules.examples.lua", [[
  { gives = "major-nonconformance", because = "they are not",
    facts = { ["doors.locked"] = false } },
]], ""), "1.1").text
    local _, count = text:gsub("gives = ", "")
    assert.equal(1, count)
    assert.truthy(text:find('"doors.locked is no"', 1, true))
  end)
  it("are those of outcomes that only a failing example gives", function()
    -- The example says yes where the doors are open: it shows nothing.
    local text = missing(small_pack.open("rules.examples.lua",
      'facts = { ["doors.locked"] = false }',
      'facts = { ["doors.locked"] = true }'), "1.1").text
    assert.truthy(text:find('gives = "major-nonconformance"', 1, true), text)
  end)
end)

describe("where a parameter sets a limit", function()
  local files = {}
  for i, file in ipairs(support.builtin_files()) do
    local text = file.text
    if file.path == "parameters.lua" then
      text = text:gsub('(longest_interval" {\n  type   = "months",)',
        "%1 value = 12,", 1)
    end
    files[i] = { path = file.path, text = text }
  end
  local runtime = assert(support.open_files(files, { tolerant = true }))

  -- An own interval that is broken while the parameter's is kept.
  it("the examples found notice every change", function()
    assert.same({}, missing(runtime, "11.1.26").none)
  end)
  it("a condition written in pieces is told with its own line", function()
    local tree = support.decode(assert(runtime.describe "rules/11.1.26"))
      .expect.tree
    local source = support.decode(assert(runtime.describe "rules/11.1.26"))
      .source
    local function line(text)
      local count = source.first_line
      for one in source.text:gmatch "([^\n]*)\n" do
        if one:find(text, 1, true) then return count end
        count = count + 1
      end
    end
    assert.equal(line "{ \"consultation.government_last", tree.parts[1].line)
    assert.equal(line "within consultation.longest_interval ",
      tree.parts[2].parts[2].line)
  end)
end)

-- The changes that mean the same, so that no example can notice them: those that the
-- rules declare `unnoticed`.
local SAME <const> = { ["11.2.12"] = { "discipline_taken is not_needed",
  "discipline_taken is not_needed or no" } }

describe("added to the pack, they show every outcome and notice every change",
  function()
  local empty = builtin_with ""
  for _, id in ipairs { "11.1.5", "11.2.4", "11.2.12", "11.2.13", "11.3.2" } do
    it(id, function()
      local found = missing(empty, id)
      assert.equal(SAME[id] and 1 or 0, #found.none)
      if SAME[id] then
        assert.matches(("that notices '%s' becoming '%s' in line"):format(
          table.unpack(SAME[id])), found.none[1], 1, true)
      end
      local test = support.decode(builtin_with(found.text).test())
      local result = result_of(test, id)
      assert.same({}, result.not_shown)
      assert.equal(found.count, #result.examples)
      for _, example in ipairs(result.examples) do
        assert.is_true(example.ok, example.problem)
      end
      for _, change in ipairs(test.changes.unnoticed) do
        if change.id == id then
          assert.same(SAME[id], { change.was, change.now })
        end
      end
    end)
  end
end)

describe("a check that has none to write", function()
  local function refused(runtime, id)
    local text, problem = runtime.describe("missing/" .. id)
    assert.is_nil(text)
    return problem.message
  end
  it("is not there", function()
    assert.truthy(refused(small_pack.open(), "1.3"):find("did you mean", 1,
      true))
  end)
  it("is broken", function()
    assert.truthy(refused(small_pack.open("rules.lua", "doors.locked is yes",
      "doors.lokced is yes"), "1.1"):find("cop11 lint says why", 1, true))
  end)
end)
