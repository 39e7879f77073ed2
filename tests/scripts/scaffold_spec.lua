-- A new check for each provision of this pack: lint finds nothing in it, and its
-- examples pass, show every outcome and notice every change.
local support = require "support.host"

local function with(provision)
  local runtime = support.open_builtin { tolerant = true }
  local id = provision .. ".90"
  local found = support.decode(assert(runtime.describe("new/" .. id)))
  local files = support.builtin_files()
  files[#files + 1] = { path = found.file,
    text = table.concat(found.lines, "\n") .. "\n" }
  files[#files + 1] = { path = found.examples_file,
    text = table.concat(found.examples, "\n") .. "\n" }
  table.sort(files, function(a, b) return a.path < b.path end)
  return assert(support.open_files(files, { tolerant = true })), id
end

describe("a new check", function()
  for _, provision in ipairs { "11.1", "11.2", "11.3", "11.4" } do
    it("of " .. provision .. " is in order from the start", function()
      local runtime, id = with(provision)
      assert.same({}, support.decode(runtime.lint()).diagnostics)
      local test = support.decode(runtime.test())
      assert.is_true(test.ok)
      local count = 0
      for _, check in ipairs(test.checks) do
        if check.check == id then count = #check.examples end
      end
      assert.is_true(count >= 4)
    end)
  end

  it("is not given the id of one that was given up", function()
    local runtime = assert(support.open_files((function()
      local files = support.builtin_files()
      for _, one in ipairs(files) do
        one.text = one.text:gsub('check "11.2.10" {',
          'check "11.2.10" {\n  aliases = { "11.2.90" },')
      end
      return files
    end)(), { tolerant = true }))
    local none, problem = runtime.describe "new/11.2.90"
    assert.is_nil(none)
    assert.truthy(problem.message:find("the next number is 11.2.91", 1, true))
  end)
end)
