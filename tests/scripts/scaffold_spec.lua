-- A new check for each provision of this pack: lint finds nothing in them but the
-- words that their author is to write, and their examples
-- pass, show every outcome and notice every change.
local support = require "support.host"

local PROVISIONS <const> = { "11.1", "11.2", "11.3", "11.4" }

local function text_of(lines)
  return table.concat(lines, "\n") .. "\n"
end

-- This pack with a new check .90 in each provision.
local function with_new_checks()
  local runtime = support.open_builtin { tolerant = true }
  local files = support.builtin_files()
  for _, provision in ipairs(PROVISIONS) do
    local found = support.decode(assert(runtime.describe("new/" .. provision
      .. ".90")))
    files[#files + 1] = { path = found.file, text = text_of(found.lines) }
    files[#files + 1] = { path = found.examples_file,
      text = text_of(found.examples) }
  end
  table.sort(files, function(a, b) return a.path < b.path end)
  return assert(support.open_files(files, { tolerant = true }))
end

describe("a new check of each provision", function()
  local runtime = with_new_checks()

  it("has nothing that lint finds but the words to write", function()
    local count = 0
    for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
      assert.equal("scaffold-words", d.slip)
      count = count + 1
    end
    assert.equal(5 * #PROVISIONS, count)
  end)
  it("has examples that pass, show every outcome and notice every change",
    function()
      local test = support.decode(runtime.test())
      assert.is_true(test.ok)
      local shown = {}
      for _, check in ipairs(test.checks) do
        if check.check:find("%.90$") then
          assert.same({}, check.not_shown)
          assert.is_true(#check.examples >= 4)
          shown[#shown + 1] = check.check
        end
      end
      assert.same({ "11.1.90", "11.2.90", "11.3.90", "11.4.90" }, shown)
    end)
end)

describe("a new check", function()
  it("is not given the id of one that was given up", function()
    local files = support.builtin_files()
    for _, one in ipairs(files) do
      one.text = one.text:gsub('check "11.2.10" {',
        'check "11.2.10" {\n  aliases = { "11.2.90" },')
    end
    local runtime = assert(support.open_files(files, { tolerant = true }))
    local none, problem = runtime.describe "new/11.2.90"
    assert.is_nil(none)
    assert.truthy(problem.message:find("the next number is 11.2.91", 1, true))
  end)
end)
