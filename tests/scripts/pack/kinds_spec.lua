-- Each kind of condition has all that belongs to one, everywhere: a kind without a
-- sample here fails, and so does one that a tool forgets.
local changes = require "mutation.changes"
local condition_tree = require "model.condition_tree"
local kinds = require "pack.kinds"
local render_condition = require "render.condition"
local small = require "support.small"
local support = require "support.host"

local SAMPLES <const> = {
  all = 'all { "a.flag is yes", "b.flag is yes" }',
  any = 'any { "a.flag is yes", "b.flag is yes" }',
  none = 'none { "a.flag is yes", "b.flag is yes" }',
  every = 'every "people" { "armed is yes" }',
  some = 'any "people" { "armed is yes" }', no = 'none "people" { "armed is yes" }',
  when = 'when "a.flag is yes" { "b.flag is yes" }',
  auditor = 'auditor "x" { ask = "Is it so?" }',
  reading = 'reading "way" { one = "a.flag is yes", two = "b.flag is yes" }',
  compute = 'compute { facts = { "a.flag" }, function(a) return a end }',
  leaf = '"a.flag is yes"', listed = 'none "people" { }',
}
local PARAMETER <const> = 'parameter "way" { type = "choice", values = { "one", '
  .. '"two" }, ask = "Which?" }\n'
local LUACHECK <const> = support.read_file(support.root .. "/.luacheckrc")

-- The first node of that kind in or below `node`.
local function find(node, kind)
  if node.kind == kind then return node end
  for _, child in ipairs(node.children or {}) do
    local found = find(child, kind)
    if found then return found end
  end
end

for _, one in ipairs(kinds.ALL) do
  describe("the kind of condition " .. one.kind, function()
    it("is written by a word that rule files see", function()
      if one.word then
        assert.truthy(LUACHECK:find('"' .. one.word .. '"', 1, true), one.word)
      end
    end)

    -- count and latest give a value to a fact, and are no conditions.
    local sample = SAMPLES[one.kind]
    it(one.gives and "gives a value to a fact" or "has a sample", function()
      assert.equal(one.gives == nil, sample ~= nil)
    end)
    if not sample then return end

    local runtime = assert(small.open(PARAMETER .. small.check(sample)))
    local check = runtime.model().check_by_id["1.1"]

    it("is read, and said in words", function()
      local node = find(check.expect, one.kind)
      assert.is_table(node)
      assert.truthy(#node.text > 0)
    end)

    it("is evaluated, and says what is open", function()
      for _, facts in ipairs { { a = { flag = false } }, { a = { flag = true },
        b = { flag = false } }, { b = { flag = true }, people = { complete = true,
        items = support.json.array { { armed = false } } } } } do
        local report = assert(support.evaluate(runtime, small.dossier(facts)))
        local result = support.result(report, "1.1", "f")
        assert.not_equal("error", result.outcome)
        assert.truthy(#result.reason > 0)
      end
    end)

    it("is drawn", function()
      local tree = condition_tree.of(check.expect)
      local lines = render_condition.lines({ tree = tree }, "finding")
      assert.truthy(#lines > 0)
      for _, line in ipairs(lines) do assert.not_equal("?", line.text) end
    end)

    it("can be changed by a slip", function()
      assert.truthy(#changes.of(check.expect, 1) > 0)
    end)
  end)
end
