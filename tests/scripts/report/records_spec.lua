-- The auditor's records in a report: what they decide, and what only stands
-- beside it.
local support = require "support.host"
local small = require "support.small"
local small_report = require "support.small_report"
local view = require "view"

local BAD <const> = small_report.BAD
local list, report_of = small_report.list, small_report.of

describe("records", function()
  local function record(more)
    local one = { by = "A. Auditor", party = "auditor", authority = "lead",
      date = "2013-11-01", why = "seen",
      facility = "bad" }
    for key, value in pairs(more) do one[key] = value end
    return { records = { one } }
  end
  it("that override show beside the rating, and never change it", function()
    local report = report_of(list(BAD), record { kind = "override",
      check = "1.1", outcome = "minor-nonconformance" })
    assert.equal("major-nonconformance", report.member.rating)
    assert.equal("minor-nonconformance", report.member.with_records.rating)
    assert.equal("minor-nonconformance",
      support.result(report, "1.1").with_records.outcome)
  end)
  it("say what they change, and aloud where they lift a shall", function()
    local report = report_of(list(BAD), record { kind = "override", id = "O-1",
      check = "1.1", outcome = "conformance" })
    assert.same({ { check = "1.1", facility = "bad", strength = "shall",
      from = "major-nonconformance", to = "conformance", remark = "lifts" } },
      report.records[1].changes)
    assert.is_true(report.records[1].used)
    assert.equal("O-1", support.result(report, "1.1").with_records.records[1].id)
  end)
  it("show at the provision whose check they change, and name it", function()
    local report = report_of(list(BAD, small_report.GOOD), record {
      kind = "override", id = "O-1", check = "1.1",
      outcome = "minor-nonconformance" })
    local expected = { rating = "minor-nonconformance", records = { "O-1" },
      range = { "minor-nonconformance" } }
    assert.same(expected, report.provisions[1].with_records)
    assert.same(expected, report.facilities[1].provisions[1].with_records)
    assert.same(expected, report.facilities[1].with_records)
    assert.equal("major-nonconformance", report.provisions[1].rating)
    assert.equal("conformance",
      report.facilities[2].provisions[1].with_records.rating)
    assert.same({}, report.facilities[2].with_records.records)
  end)
  it("that contradict each other leave the question open, and are not stale",
    function()
      local rules = small.check('any { "a.flag is yes", auditor "q" { ask = "So?", '
        .. 'yes = "Y.", no = "N." } }')
      local both = record { id = "A", kind = "judgement", prompt = "1.1/q",
        answer = "yes" }
      both.records[2] = record { id = "B", kind = "judgement", prompt = "1.1/q",
        answer = "no" }.records[1]
      local report = report_of(list(BAD), both, rules)
      assert.equal("deciding", report.prompts[1].kind)
      for _, one in ipairs(report.records) do
        assert.same({ nil, true }, { one.stale, one.used })
      end
    end)
  it("show in every table of ratings", function()
    local report = report_of(list(BAD), record { kind = "override", id = "O-1",
      check = "1.1", outcome = "minor-nonconformance" })
    local function count(format, text)
      local form = require("render." .. format)
      local page, at, found = form.render(view.read(report, support.host),
        support.host), 1, 0
      repeat
        at = page:find(text, at, true)
        if at then at, found = at + 1, found + 1 end
      until not at
      return found
    end
    local text <const> = "y the auditor: minor non-conformance (O-1)"
    assert.equal(2, count("text", text)) -- the provision, the facility
    assert.equal(1, count("html", text)) -- the facility's provision
    assert.equal(2, count("html", "<td>Minor non-conformance (O-1); as stated: 1 of "
      .. "1 checks without evidence for a deciding fact</td>"))
    -- in CSV a column: the Member, the provision, the facility and its provision
    local said <const> = "checks without evidence for a deciding fact; because of 1.1"
    assert.equal(2, count("csv", said .. " at bad.,,,,,,,minor-nonconformance,"))
    assert.equal(2, count("csv", said .. ".,,,,,,,minor-nonconformance,"))
  end)
  it("show beside each outcome, with who and why, in every form", function()
    local rules = small.check '"a.flag is yes"'
      .. small.check('"b.flag is yes"', 'applies = "a.flag is yes"')
        :gsub('"1.1"', '"1.2"')
    local places = list({ id = "bad", a = { flag = false } },
      { id = "good", a = { flag = true } })
    local records = {}
    for i, check in ipairs { "1.1", "1.2" } do
      records[i] = { id = "N-" .. i, kind = "override", by = "A. Auditor",
        party = "auditor", authority = "lead", date = "2013-11-01",
        why = "Not a place of that kind.", check = check,
        outcome = "not-applicable" }
    end
    -- A finding, what is not applicable, what conforms, and what is open.
    local report = support.decode(select(2, report_of(places,
      { records = records }, rules)))
    for _, format in ipairs { "text", "html", "csv" } do
      local form = require("render." .. format)
      local page = form.render(view.read(report, support.host), support.host)
      page = page:gsub("</?[a-z][^>]*>", " "):gsub("%s+", " ")
      for i = 1, 2 do
        local line = ("N-%d, override by A. Auditor (lead): not applicable; Not "
          .. "a place of that kind."):format(i)
        local count, at = 0, 1
        repeat
          at = page:find(line, at, true)
          if at then at, count = at + 1, count + 1 end
        until not at
        assert.equal(2, count, format .. " " .. i)
      end
    end
  end)
  it("that only make a shall less bad are no lift", function()
    local report = report_of(list(BAD), record { kind = "override",
      check = "1.1", outcome = "minor-nonconformance" })
    assert.is_nil(report.records[1].changes[1].remark)
  end)
  it("that make a should major go beyond the wording", function()
    local rules = small.check('"a.flag is yes"', 'points = { "SHOULD" }')
    local report = report_of(list(BAD), record { kind = "override",
      check = "1.1", outcome = "major-nonconformance" }, rules)
    assert.equal("beyond-wording", report.records[1].changes[1].remark)
  end)
  it("that attest a fact are named at the fact and by it", function()
    local report = report_of(list(BAD), { records = { { kind = "attestation",
      id = "A-1", by = "A", party = "auditor", authority = "lead",
      date = "2013-11-01", why = "seen",
      fact = "/facilities/items/0/a/flag" } } })
    assert.equal("a.flag", report.records[1].fact_name)
    assert.equal("/records/0",
      support.result(report, "1.1").facts[1].record)
  end)
  it("out of their time are listed and have no effect", function()
    local report = report_of(list(BAD), record { kind = "override",
      check = "1.1", outcome = "conformance", ["until"] = "2013-11-29" })
    assert.equal("major-nonconformance", report.member.with_records.rating)
    assert.is_false(report.records[1].in_force)
  end)
  it("that judge a lapse systemic make it major", function()
    local rules = small.check '"a.level is full"'
    local bad = { id = "bad", a = { level = "partial" } }
    assert.equal("minor-nonconformance",
      report_of(list(bad), nil, rules).member.rating)
    local report = report_of(list(bad), record { kind = "judgement",
      prompt = "1.1/extent", answer = "systemic" }, rules)
    assert.equal("major-nonconformance", report.member.rating)
    assert.is_true(report.records[1].used)
  end)
  it("answer a deciding prompt", function()
    local rules = small.check
      'any { "a.flag is yes", auditor "x" { ask = "Enough?" } }'
    local open = report_of(list(BAD), nil, rules)
    assert.equal("insufficient-evidence", support.result(open, "1.1").outcome)
    assert.equal("1.1/x", open.prompts[1].prompt)
    local answered = report_of(list(BAD), record { kind = "judgement",
      prompt = "1.1/x", answer = "yes" }, rules)
    local result = support.result(answered, "1.1")
    assert.equal("conformance", result.outcome)
    assert.same({ { by = "A. Auditor", authority = "lead", why = "seen",
      prompt = "1.1/x", answer = "yes", pointer = "/records/0" } },
      result.with_judgements)
  end)
  it("that raise a result to major, or answer advice, end the questions on it",
    function()
      local rules = small.check('"a.level is full"', [[prompts = {
        advise { "Is it major?" } }]])
      local bad = list { id = "bad", a = { level = "partial" } }
      local function asked(more)
        local ids = {}
        for i, one in ipairs(report_of(bad, more, rules).prompts) do
          ids[i] = one.prompt
        end
        return table.concat(ids, " ")
      end
      local all = asked()
      local advice = all:match "^(%S+) 1%.1/extent$"
      assert.truthy(advice)
      assert.equal("", asked(record { kind = "override", check = "1.1",
        outcome = "major-nonconformance" }))
      assert.equal(all, asked(record { kind = "override", check = "1.1",
        outcome = "conformance" }))
      assert.equal("1.1/extent", asked(record { kind = "judgement",
        prompt = advice, answer = "no" }))
    end)
  it("that answer no make a finding, and the question is asked no more",
    function()
      local report = report_of(list(BAD), record { kind = "judgement",
        prompt = "1.1/x", answer = "no" }, small.check(
        'any { "a.flag is yes", auditor "x" { ask = "Enough?" } }'))
      assert.equal("minor-nonconformance",
        support.result(report, "1.1").outcome)
      for _, prompt in ipairs(report.prompts) do
        assert.equal("advisory", prompt.kind)
      end
    end)
  it("answer what is asked once its circumstances are known", function()
    local QUESTION <const> = 'auditor "x" { ask = "It is so. Enough?" }'
    local function asked(condition, a)
      local report = report_of(list({ id = "one", b = { flag = true }, a = a }),
        nil, small.check(condition:format(QUESTION)))
      assert.equal("insufficient-evidence", support.result(report,
        "1.1").outcome)
      return report.prompts[1] and report.prompts[1].prompt
    end
    for _, condition in ipairs { 'when "a.flag is yes" { %s }',
      'all { "a.flag is yes", %s }', 'any { "a.flag is no", %s }' } do
      assert.is_nil(asked(condition), condition)
      assert.equal("1.1/x", asked(condition, { flag = true }), condition)
    end
  end)
  local function pages_of(report)
    local pages = {}
    local read = support.decode(support.json.write(report))
    for _, format in ipairs { "text", "html", "csv" } do
      local page = require("render." .. format).render(view.read(read, support.host),
        support.host)
      pages[format] = page:gsub("</?[a-z][^>]*>", " "):gsub("%s+", " ")
    end
    return pages
  end
  local function count_of(page, text)
    local count, at = 0, 1
    repeat
      at = page:find(text, at, true)
      if at then at, count = at + 1, count + 1 end
    until not at
    return count
  end
  it("that decide that nothing applies stand at that check, in every form", function()
    local rules = small.check('"b.flag is yes"', [[applies = any { "a.flag is yes",
      auditor "q" { ask = "So?", yes = "Y.", no = "N." } }]])
    local report = report_of(list { id = "bad", a = { flag = false } }, record {
      kind = "judgement", id = "J-1", prompt = "1.1/q", answer = "no",
      why = "Not a place of that kind." }, rules)
    assert.equal("not-applicable", support.result(report, "1.1").outcome)
    for format, page in pairs(pages_of(report)) do
      assert.is_true(count_of(page, "J-1, 1.1/q by A. Auditor (lead): no. "
        .. "Not a place of that kind.") >= 1, format)
    end
  end)
  it("that decide that a provision applies stand at its checks", function()
    local rules = 'provision "2" { title = "Two", applies = "a.flag is yes" }'
      .. small.check('"b.flag is yes"'):gsub("1%.1", "2.1")
    local report = report_of(list { id = "bad", b = { flag = false } }, record {
      kind = "judgement", id = "J-1", prompt = "2/applies", answer = "yes" }, rules)
    local result = support.result(report, "2.1")
    assert.equal("major-nonconformance", result.outcome)
    assert.equal("J-1", result.with_judgements[1].id)
  end)
  it("without force are said at the check they name, with why they have none", function()
    local report = report_of(list(BAD), record { kind = "waiver", id = "W-1",
      check = "1.1", why = "A plan.", ["until"] = "2013-11-29" })
    for format, page in pairs(pages_of(report)) do
      assert.is_true(count_of(page, "W-1, waiver by A. Auditor (lead): A plan; not in "
        .. "force on the as-of date, until 2013-11-29") >= 1, format)
    end
  end)
  it("in force say at the check until when", function()
    local report = report_of(list(BAD), record { kind = "waiver", id = "W-1",
      check = "1.1", why = "A plan.", ["until"] = "2014-11-29" })
    for format, page in pairs(pages_of(report)) do
      assert.is_true(count_of(page,
        "W-1, waiver by A. Auditor (lead): A plan; until 2014-11-29") >= 1, format)
    end
  end)
  it("decide a fact only the auditor may decide", function()
    local rules = small.check '"a.law is yes"'
    local known = { id = "bad", b = { flag = true } }
    local open = report_of(list(known), nil, rules)
    assert.equal("fact:bad/a.law", open.prompts[1].prompt)
    for _, prompt in ipairs { "fact:bad/a.law", "fact:/facilities/items/0/a/law" } do
      local answered = report_of(list(known), record { kind = "judgement",
        prompt = prompt, answer = true }, rules)
      assert.equal("conformance", support.result(answered, "1.1").outcome)
    end
  end)
end)
