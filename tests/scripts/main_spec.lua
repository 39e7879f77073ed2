local support = require "support.host"

local json = support.json
local builtin

local function evaluate(text, call) return builtin.evaluate(text, call or {}) end

-- A conformance with records, findings of each kind, and what is open.
local function samples()
  local list = {}
  for _, sample in ipairs(support.samples()) do
    if sample.name:find "^gold" or sample.name:find "^half"
      or sample.name:find "^withheld" then
      list[#list + 1] = sample
    end
  end
  assert(#list == 3)
  return list
end

describe("evaluating", function()
  setup(function() builtin = support.open_builtin() end)

  -- The result is rendered from tables; a stored report is read and checked.
  for _, format in ipairs { "text", "html", "csv", "json" } do
    it("gives " .. format .. " as rendering the report does", function()
      for _, sample in ipairs(samples()) do
        local report = assert(evaluate(sample.text))
        assert.equal(assert(builtin.render(report, format)),
          assert(evaluate(sample.text, { format = format })), sample.name)
      end
    end)
  end

  it("says what the Member is rated, in every format", function()
    local bits = { ["not-applicable"] = 1, conformance = 2,
      ["minor-nonconformance"] = 4, ["major-nonconformance"] = 8 }
    local bases = { stated = 1, evidenced = 2, ["auditor-verified"] = 3 }
    for _, sample in ipairs(samples()) do
      local report, rated = evaluate(sample.text)
      local member, range = support.decode(report).member, 0
      for _, name in ipairs(member.range) do range = range + bits[name] end
      assert.same({ range = range, basis = bases[member.basis] or 0 }, rated)
      assert.same(rated, select(2, evaluate(sample.text, { format = "text" })))
    end
  end)

  it("refuses another format and names the nearest", function()
    local text, problem = evaluate(samples()[1].text, { format = "cvs" })
    assert.is_nil(text)
    assert.equal("argument", problem.status)
    assert.truthy(problem.message:find("did you mean 'csv'", 1, true))
  end)

  it("prints when the host evaluates, and lets nothing follow from it",
    function()
      local sample = samples()[1].text
      local report = support.decode(evaluate(sample))
      local timed = support.decode(evaluate(sample,
        { evaluated_at = "2014-01-31T09:30:00Z" }))
      assert.equal("2014-01-31T09:30:00Z", timed.evaluated_at)
      timed.evaluated_at = nil
      assert.equal(json.write(report), json.write(timed))
    end)

  it("takes no moment that is none", function()
    for _, text in ipairs { "", "2014-01-31", "2014-01-31T09:30:00",
      "2014-02-30T09:30:00Z", "2014-01-31T09:30:00Z ", "now" } do
      local report, problem = evaluate(samples()[1].text,
        { evaluated_at = text })
      assert.is_nil(report)
      assert.equal("evaluated_at", problem.where)
    end
    for _, text in ipairs { "2014-01-31T09:30:00.25Z",
      "2014-01-31T09:30:00+05:30" } do
      assert.truthy(evaluate(samples()[1].text,
        { evaluated_at = text }))
    end
  end)

  it("carries what a host keeps with evidence, numbers beyond a double named", function()
    local report = assert(evaluate('{"format":"cop11.dossier/1","evidence":[{"id":'
      .. '"E","kind":"document","x-a":{"b":[1,[]]},"x-n":-1e400}]}',
      { as_of = "2013-11-30" }))
    local own = support.decode(report).evidence.E
    assert.same({ 1, {} }, own["x-a"].b)
    assert.equal("(a number beyond the range of a double)", own["x-n"])
  end)

  -- One fact more of evidence at the mine: what may change, and nothing else.
  it("changes only what follows from a changed fact", function()
    local path = support.root .. "/tests/dossiers/large-gold-mine.json"
    local dossier = support.decode(support.read_file(path))
    local before = support.report(builtin, dossier)
    local key = "mine/management.responsibility"
    local management = dossier.facilities.items[1].management
    assert.same({ "E-02" }, before.facts[key].evidence)
    management.responsibility.evidence = { "E-01" }
    local after = support.report(builtin, dossier)
    assert.same({ "E-01" }, after.facts[key].evidence)
    before.facts[key], after.facts[key] = nil, nil
    before.dossier, after.dossier = nil, nil
    for _, id in ipairs { "E-01", "E-02" } do
      before.evidence[id].used_by, after.evidence[id].used_by = nil, nil
    end
    assert.equal(json.write(before), json.write(after))
  end)

  it("changes only the rows of a table that follow from a changed fact",
    function()
      local path = support.root .. "/tests/dossiers/large-gold-mine.json"
      local dossier = support.decode(support.read_file(path))
      local function rows()
        local set = {}
        local text = evaluate(json.write(dossier), { format = "csv" })
        for line in text:gmatch "([^\r\n]+)\r\n" do set[line] = true end
        return set
      end
      local before = rows()
      dossier.facilities.items[1].management.responsibility.evidence =
        { "E-01" }
      local changed = {}
      for line in pairs(rows()) do
        if not before[line] then
          changed[#changed + 1] = line:match "^[^,]*,[^,]*"
        end
      end
      table.sort(changed)
      assert.same({ "evidence,E-01", "evidence,E-02",
        "fact,mine/management.responsibility", "report,dossier_sha256",
        "result,mine/11.1.3" }, changed)
    end)

  it("keeps ids and keys when facilities and lists are ordered anew", function()
    local path = support.root .. "/tests/dossiers/large-gold-mine.json"
    local dossier = support.decode(support.read_file(path))
    local function names()
      local report, set = support.report(builtin, dossier), {}
      for _, result in ipairs(report.results) do
        set[result.id] = result.outcome
      end
      for key, fact in pairs(report.facts) do
        if not key:find("[#", 1, true) then -- named by its place alone
          set[key] = fact.state or json.write { value = fact.value }
        end
      end
      return set
    end
    local function turn(list)
      for i = 1, #list // 2 do
        list[i], list[#list + 1 - i] = list[#list + 1 - i], list[i]
      end
    end
    local before = names()
    turn(dossier.facilities.items[1].providers.items)
    turn(dossier.facilities.items)
    turn(dossier.evidence)
    assert.same(before, names())
  end)

  it("gives the report that the README shows", function()
    local shown = builtin.evaluate(support.read_file(support.root
      .. "/tests/dossiers/large-gold-mine.json"), { format = "json" })
    local readme = support.read_file(support.root .. "/plugin/README.md")
    local count = 0
    local function without_lines(text) -- rule files grow
      return (text:gsub('"line": %d+', '"line"'))
    end
    shown = without_lines(shown)
    for excerpt in readme:gmatch "```json\n(.-)```" do
      count = count + 1
      assert.truthy(shown:find(without_lines(excerpt), 1, true), excerpt)
    end
    assert.equal(2, count)
  end)

  it("compares no packs when it renders", function()
    local comparison = '{"format":"cop11.comparison/1"}'
    assert.is_nil(builtin.render(comparison, "json")
      :find("cop11.impact/1", 1, true))
    assert.truthy(builtin.impact(comparison):find("cop11.impact/1", 1, true))
  end)
end)
