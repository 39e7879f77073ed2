-- Files of rules that stop while they are read: what an assessment still says.
local support = require "support.host"

local BROKEN <const> = "provisions/11.2.lua"
local DOSSIER = support.read_file(support.root
  .. "/tests/dossiers/gold-mine.json")

-- The built-in rules with `to` for `from` in `file`.
local function files_with(file, from, to)
  local files = support.builtin_files()
  for _, one in ipairs(files) do
    if one.path == file then
      local first, last = one.text:find(from, 1, true)
      one.text = one.text:sub(1, first - 1) .. to .. one.text:sub(last + 1)
    end
  end
  return files
end

local function open_with(file, from, to)
  return support.open_files(files_with(file, from, to))
end

local function row(report, id)
  for _, one in ipairs(report.provisions) do
    if one.provision == id then return one end
  end
end

describe("a provision whose file stops", function()
  local whole = assert(support.evaluate(support.open_builtin(), DOSSIER))
  local runtime = assert(open_with(BROKEN, '"conduct.policy_written is yes",',
    '"conduct.policy_written is yes"'))
  local report, text = support.evaluate(runtime, DOSSIER)
  local broken = {}
  for _, result in ipairs(report.results) do
    if result.outcome == "error" then broken[#broken + 1] = result end
  end

  it("keeps its row, in which nothing is settled", function()
    local one = row(report, "11.2")
    assert.equal("Security personnel", one.title)
    assert.equal("not-determined", one.rating)
    assert.equal(#broken, one.completeness.error)
    assert.equal(0, one.completeness.settled)
    assert.same({ "not-applicable", "conformance", "minor-nonconformance",
      "major-nonconformance" }, one.range)
  end)
  it("leaves the other rows as they are", function()
    for _, id in ipairs { "11.1", "11.3", "11.4" } do
      assert.same(row(whole, id), row(report, id))
    end
  end)
  it("stays open at each facility", function()
    for _, facility in ipairs(report.facilities) do
      assert.equal("not-determined", row(facility, "11.2").rating)
    end
  end)
  it("says why in lint's words, with file and line", function()
    assert.truthy(#broken > 0)
    for _, result in ipairs(broken) do
      assert.equal("11.2", result.provision)
      assert.matches("^This check is broken and was not run: provisions/11%.2"
        .. "%.lua line %d+: a comma is missing behind \"conduct%.policy_written "
        .. "is yes\"%. Put a comma there%.$", result.reason)
    end
  end)
  it("is told at the head of the report", function()
    local checks, count = {}, 0
    for _, result in ipairs(broken) do
      count = count + (checks[result.check] and 0 or 1)
      checks[result.check] = true
    end
    local says = ("%d checks of 11.2 are broken; run cop11 lint"):format(count)
    for _, format in ipairs { "text", "html" } do
      local shown = assert(runtime.render(text, format))
      local at = shown:find(says, 1, true)
      assert.truthy(at, format)
      assert.truthy(at < shown:find(format == "text" and "\nPROVISIONS"
        or 'class="counts"', 1, true), format)
    end
  end)
end)

it("a provision of the Member whose file stops stays the Member's", function()
  local runtime = assert(open_with("provisions/11.4.lua", "remedy", "remedy ="))
  local report = assert(support.evaluate(runtime, DOSSIER))
  assert.equal("not-determined", row(report, "11.4").rating)
  local count = 0
  for _, result in ipairs(report.results) do
    if result.outcome == "error" then
      count = count + 1
      assert.is_nil(result.facility)
    end
  end
  assert.truthy(count > 0)
  assert.equal(count, row(report, "11.4").completeness.error)
end)

describe("a vocabulary whose file stops", function()
  it("opens no engine, and is told in lint's words", function()
    local runtime, problem = open_with("vocabulary/force.lua", 'type = "yes/no",',
      'type = "yes/no"')
    assert.is_nil(runtime)
    assert.equal("vocabulary/force.lua", problem.where)
    assert.matches('^a comma is missing behind "yes/no"%. Put a comma there%.$',
      problem.message)
  end)
end)
