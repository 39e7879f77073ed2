-- Everything wrong with a dossier, in one answer.
local support = require "support.host"
local small = require "support.small"
local validation = require "validation"

local runtime = support.open_builtin()

local function validate(text, call)
  return support.decode(assert(runtime.validate(text, call or {})))
end

local WRONG <const> = [[
{ "format": "cop11.dossier/1",
  "assessment": {"date": "2013-11-30"},
  "member": {"id": 5, "x/y": 1},
  "facilities": [
    {"id": "a",
     "arms": {"used": false,
              "armed_count": 3},
     "conduct": {"monitorin": true}},
    {"people": [{"name": " "}, 7]}]
}]]

describe("validation", function()
  it("says that a good dossier is valid, with its digest and date", function()
    local text = '{"format":"cop11.dossier/1","assessment":{"date":'
      .. '"2013-11-30"},"facilities":[{"id":"a"}]}'
    local v = validate(text)
    assert.equal("cop11.validation/1", v.format)
    assert.is_true(v.valid)
    assert.equal("2013-11-30", v.as_of)
    assert.same({ error = 0, conflict = 0, note = 0 }, v.counts)
    assert.equal('"problems":[]', runtime.validate(text, {}):match(
      '"problems":%[%]'))
    assert.equal(select(2, support.json.read(text, 32)), v.dossier.digest)
  end)

  it("lists every problem by pointer, with its line and column", function()
    local places = {}
    for i, p in ipairs(validate(WRONG).problems) do
      places[i] = ("%s %s %s %d:%d"):format(p.kind, p.code, p.pointer, p.line, p.column)
    end
    assert.same({ "conflict disagreement /facilities/0/arms/armed_count 7:15",
      "conflict disagreement /facilities/0/arms/used 6:15",
      "error not-in-vocabulary /facilities/0/conduct/monitorin 8:18",
      "error facility-without-id /facilities/1/id 9:5",
      "error wanted-text /facilities/1/people/0/name 9:18",
      "error wanted-item-of /facilities/1/people/1 9:32",
      "error wanted-text /member/id 3:14",
      "error not-in-vocabulary /member/x~1y 3:23" }, places)
  end)

  it("is named by an evaluation that fails, which places the first problem",
    function()
      local report, first = runtime.evaluate(WRONG, {})
      assert.is_nil(report)
      assert.same({ "dossier", "/facilities/0/conduct/monitorin", 8, 18 },
        { first.status, first.where, first.line, first.column })
      assert.matches("%(and 5 more problems; validate lists all%)$",
        first.message)
      local two = small.dossier({ a = { flag = 1, level = 2 } })
      local _, both = assert(small.open(small.check '"a.flag is yes"'))
        .evaluate(support.json.write(two), {})
      assert.matches("%(and 1 more problem; validate lists all%)$", both.message)
    end)

  it("checks what a list says of itself, and what a finding rests on",
    function()
      local found = {}
      for _, p in ipairs(validate([[{ "format": "cop11.dossier/1",
        "assessment": {"date": "2013-11-30"},
        "evidence": [{"id": "E1", "kind": "document"}],
        "facilities": {"complete": true, "items": {"id": "a"}, "why": " ",
          "stated_by": null, "evidence": ["E1", "E2"]},
        "findings": [{"id": "F", "provision": "11.1", "nature": "n", "by": "A",
          "party": "auditor",
          "rating": "minor-nonconformance", "evidence": ["E3"]}]}
        ]]).problems) do
        if p.kind == "error" then found[#found + 1] = p.pointer end
      end
      assert.same({ "/facilities/evidence/1", "/facilities/items",
        "/facilities/why", "/findings/0/evidence/0" }, found)
    end)

  it("counts them by kind, and is valid without errors alone", function()
    local v = validate(WRONG)
    assert.same({ error = 6, conflict = 2, note = 0 }, v.counts)
    assert.is_false(v.valid)
    v = validate((WRONG:gsub('"id": 5, "x/y": 1', '"id": "M"')
      :gsub('"monitorin"', '"monitoring"')
      :gsub('{"people.*$', '{"id": "b"}]}')))
    assert.same({ error = 0, conflict = 2, note = 0 }, v.counts)
    assert.is_true(v.valid)
  end)

  it("takes no empty object for a list, which would be known and empty",
    function()
      local found = {}
      for _, p in ipairs(validate([[{ "format": "cop11.dossier/1",
        "assessment": {"date": "2013-11-30"}, "facilities": [{"id": "a",
          "kind": {"value": {}}, "threats": [{"sources": {"includes": {}}}]}]}
        ]]).problems) do
        if p.kind == "error" then found[#found + 1] = p.pointer end
      end
      assert.same({ "/facilities/0/kind/value",
        "/facilities/0/threats/0/sources/includes" }, found)
    end)

  it("offers the word that was meant", function()
    local p = validate(WRONG).problems[3]
    assert.matches("did you mean 'monitoring'", p.message)
  end)

  -- 1,200 facilities, each with a slip of its own.
  local function many_slips()
    local items = {}
    for i = 1, 1200 do
      items[i] = ('{"id":"f%d","countryy":"x"}'):format(i)
    end
    return '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
      .. '"facilities":[' .. table.concat(items, ",") .. "]}"
  end

  it("lists the first thousand, counts all, and says how many more", function()
    local v = validate(many_slips())
    assert.equal(1200, v.counts.error)
    assert.equal(1000, #v.problems)
    assert.equal(200, v.more)
    assert.is_nil(validate(WRONG).more)
    assert.is_truthy(runtime.render(support.json.write(v), "text")
      :find("200 more", 1, true))
  end)

  it("looks for the nearest name of the first, by pointer, and tells the rest where "
    .. "to look", function()
    local keys, last, rest = {}, 0, 0
    for i = 1, 900 do
      keys[i] = ('"monitorin%03d":1'):format(i * 487 % 900) -- in no order
    end
    local v = validate('{"format":"cop11.dossier/1","assessment":{"date":'
      .. '"2013-11-30"},"facilities":[{"id":"a","conduct":{'
      .. table.concat(keys, ",") .. "}}]}")
    for i, p in ipairs(v.problems) do
      if p.message:find("did you mean 'monitoring'", 1, true) then
        last = i
      else
        rest = rest + 1
        assert.truthy(p.message:find("; it may hold ", 1, true), p.message)
      end
    end
    assert.equal(900, last + rest)
    assert.truthy(last > 50 and rest > 0, last)
  end)

  it("says how a missing piece of evidence is mended", function()
    local v = validate('{"format":"cop11.dossier/1","assessment":{"date":'
      .. '"2013-11-30"},"facilities":[{"id":"a","arms":{"used":'
      .. '{"value":true,"evidence":["E9"]}}}]}')
    assert.equal("evidence 'E9' is not in the dossier's list of evidence; add it to "
      .. "the dossier's list \"evidence\", or name one that is there",
      v.problems[1].message)
  end)

  it("takes the as-of date of the call before that of the dossier", function()
    local v = validate(WRONG, { as_of = "2012-01-01" })
    assert.equal("2012-01-01", v.as_of)
    local text, problem = runtime.validate(WRONG, { as_of = "soon" })
    assert.is_nil(text)
    assert.equal("argument", problem.status)
  end)

  it("finds no dossier valid that an evaluation would not take", function()
    for written, said in pairs { [""] = "there is no as%-of date; give one",
      ['"date": null'] = "there is no as%-of date; give one",
      ['"date": "2013-11"'] = "since '2013%-11' is no single day; give one" } do
      local text = '{"format":"cop11.dossier/1","assessment":{\n' .. written
        .. '},"facilities":[{"id":"a"}]}'
      local v = validate(text)
      assert.is_nil(v.as_of)
      assert.is_false(v.valid)
      assert.same({ error = 1, conflict = 0, note = 0 }, v.counts)
      assert.equal("/assessment/date", v.problems[1].pointer)
      assert.matches(said, v.problems[1].message)
      assert.equal("argument", select(2, runtime.evaluate(text, {})).status)
      assert.is_true(validate(text, { as_of = "2013-11-30" }).valid)
      assert(runtime.evaluate(text, { as_of = "2013-11-30" }))
    end
  end)

  it("refuses text that is not JSON, with line and column", function()
    local text, problem = runtime.validate('{\n "a": }', {})
    assert.is_nil(text)
    assert.equal("json", problem.status)
    assert.equal(2, problem.line)
  end)

  it("finds the contradictions that an evaluation reports", function()
    local text = [[{"format": "cop11.dossier/1",
      "assessment": {"date": "2013-11-30"}, "facilities": [{"id": "a",
        "arms": {"used": true, "armed_count": 2, "trained_count": 3},
        "people": {"complete": true, "items": [{"armed": true}]}}]}]]
    local report = assert(support.evaluate(runtime, text))
    local found = {}
    for i, p in ipairs(validate(text).problems) do
      assert.equal("conflict", p.kind)
      found[i] = p.pointer .. " " .. p.message
    end
    local reported = {}
    for i, p in ipairs(report.problems) do
      reported[i] = p.pointer .. " " .. p.message
    end
    assert.same(reported, found)
    assert.is_true(#found >= 2)
  end)

  it("keeps of what is told twice the one whose places come first", function()
    local function told(places)
      return { kind = "conflict", code = "disagreement", pointer = "/member", message = "M",
        pointers = places }
    end
    local one, two = told { "/member", "/facilities/0" }, told { "/member", "/facilities/1" }
    for _, problems in ipairs { { one, two }, { two, one } } do
      local v = support.decode(validation.of_report({ say_as_written = function() end },
        { problems = problems, dossier = { digest = "" }, as_of = "" }, support.host))
      assert.equal(1, #v.problems)
      assert.same(one.pointers, v.problems[1].pointers)
    end
  end)

  it("rates nothing", function()
    assert.is_nil(runtime.validate(WRONG, {}):find("rating", 1, true))
  end)

  it("lists what a hostile dossier is wrong in, whatever it is", function()
    for _, fact in ipairs { '{"evidence":[{}]}', '{"at_least":"x"}', "[[]]",
      '{"state":{}}', '{"one_of":{}}', '{"one_of":["unknown"]}',
      '{"value":{"value":1}}', '{"evidence":[[]]}', '{"":1}' } do
      for _, name in ipairs { "arms/armed_count", "arms/used",
        "conduct/known_by_personnel" } do
        local group, key = name:match("^(%a+)/(.+)$")
        local inner = ('"%s":{"%s":%s}'):format(group, key, fact)
        local v = validate(('{"format":"cop11.dossier/1","assessment":{"date":'
          .. '"2013-11-30"},"facilities":[{"id":"a",%s}]}'):format(inner))
        assert.is_false(v.valid, inner)
      end
    end
  end)
end)

describe("a contradiction", function()
  local v = validate(WRONG)
  local both = { "/facilities/0/arms/used", "/facilities/0/arms/armed_count" }

  it("is found from each of its facts, with every place and a cure", function()
    for i = 1, 2 do
      assert.same(both, v.problems[i].pointers)
      assert.matches("^Correct one of these, or let the auditor decide",
        v.problems[i].cure)
    end
    assert.is_nil(v.problems[3].pointers)
  end)

  it("stands once for people, its places beneath it", function()
    local text = runtime.render(support.json.write(v), "text")
    local _, count = text:gsub("CONFLICT", "")
    assert.equal(1, count)
    assert.is_truthy(text:find("1 conflict, 6 errors.", 1, true))
    assert.is_truthy(text:find("      /facilities/0/arms/used (line 6, column "
      .. "15)\n      /facilities/0/arms/armed_count (line 7, column 15)\n"
      .. "      Cure: Correct one of these", 1, true))
  end)

  it("names the list that a total was worked out from", function()
    local p = validate([[{"format": "cop11.dossier/1",
      "assessment": {"date": "2013-11-30"}, "facilities": [{"id": "a",
        "arms": {"armed_count": 2},
        "people": {"complete": true, "items": [{"armed": true}]}}]}]]).problems
    assert.equal(1, #p)
    assert.same({ "/facilities/0/arms/armed_count", "/facilities/0/people" },
      p[1].pointers)
  end)
end)

describe("a slip that is made at many places", function()
  local function shown(count)
    local people = {}
    for i = 1, count do people[i] = '{"id": "p' .. i .. '", "armed": "yess"}' end
    return runtime.render(runtime.validate([[{"format": "cop11.dossier/1", "assessment":
      {"date": "2013-11-30"}, "facilities": [{"id": "a", "kind": ["mine"], "people": []]
      .. table.concat(people, ", ") .. "]}]}", {}), "text")
  end

  it("is said once, with the first places and how many more", function()
    local text = shown(800)
    assert.equal(1, select(2, text:gsub("ERROR  armed", "")))
    assert.equal(5, select(2, text:gsub("\n      /facilities/0/people/%d+/armed", "")))
    assert.is_truthy(text:find("\n800 errors.\n", 1, true))
    assert.is_truthy(text:find("\n      and at 795 places more\n", 1, true))
  end)

  it("is said with each place where these are few", function()
    local text = shown(5)
    assert.equal(5, select(2, text:gsub("/facilities/0/people/%d/armed", "")))
    assert.is_nil(text:find("more", 1, true))
  end)
end)
