-- What a report asks the auditor, and when.
local support = require "support.host"
local small = require "support.small"
local small_report = require "support.small_report"

local list, report_of = small_report.list, small_report.of

-- Such a question speaks of what stands before it as known.
local CASES <const> = [[
list "cases" { ask = "Which cases?", beside = "grave", facts = {
  fact "id" { type = "text", ask = "Which?" },
  fact "grave" { type = "choice", ask = "Grave?", values = { "small", "grave" } },
  fact "founded" { type = "yes/no", ask = "Founded?" },
} }
fact "a.founded" { type = "count", ask = "How many?",
  from = count "cases" { "founded is yes" } }
]]

describe("a question that only the auditor may decide", function()
  local QUESTION <const> = 'auditor "q" { ask = "And so?", yes = "Y.", no = "N." }'
  local function asked(expect, cases)
    local report = small_report.of(small_report.list { id = "f", cases = cases }, nil,
      CASES .. small.check(expect:format(QUESTION)))
    local texts = {}
    for _, one in ipairs(report.prompts) do
      if one.kind == "deciding" then texts[#texts + 1] = one.text end
    end
    return table.concat(texts, "|")
  end
  local CASES_OF <const> = { complete = true, items = {
    { id = "C-1", founded = true, grave = "grave" }, { id = "C-2", founded = false },
    { id = "C-3", founded = true } } }
  it("names the cases that the facts around it count", function()
    assert.equal("And so?  Asked of: C-1: grave, C-3.",
      asked('when "a.founded is more than 0" { %s }', CASES_OF))
    assert.equal("And so?  Asked of: C-1: grave, C-3.",
      asked('when(any { "a.founded is more than 0", "a.total is exactly 7" }) { %s }', CASES_OF))
  end)
  it("names none that a part of the gate counts which does not hold", function()
    assert.equal("And so?", asked('when(any { all { "a.founded is more than 0", '
      .. '"a.founded is less than 2" }, "facility.id is f" }) { %s }', CASES_OF))
  end)
  it("names the case that it is asked in", function()
    assert.equal("And so?  Asked of: C-1: grave.|And so?  Asked of: C-3.",
      asked('every "cases" { where = "founded is yes", %s }', CASES_OF))
  end)
  it("names none where a count is all that is known", function()
    local report = small_report.of(small_report.list { id = "f",
      a = { founded = 2 } }, nil, CASES .. small.check(
      ('when "a.founded is more than 0" { %s }'):format(QUESTION)))
    assert.equal("And so?", report.prompts[1].text)
  end)
end)

describe("a question to the auditor", function()
  local ENOUGH <const> = 'auditor "x" { ask = "Enough?" }'
  local function asked(rules, facts)
    facts.id, facts.people = "f", { { name = "someone" } }
    local report = report_of(list(facts), nil, rules)
    assert.equal("insufficient-evidence", support.result(report, "1.1").outcome)
    return report.prompts[1] and report.prompts[1].prompt
  end
  it("in a gate waits for every part before it", function()
    local rules = small.check('"b.flag is yes"', 'applies = all { '
      .. '"a.flag is yes", any { "a.level is full", ' .. ENOUGH .. " } }")
    local known = { level = "none" }
    assert.is_nil(asked(rules, { a = known }))
    known.flag = true
    assert.equal("1.1/x", asked(rules, { a = known }))
  end)
  it("waits for no other expectation beside it", function()
    local rules = small.check('all { "b.flag is yes", when "a.flag is yes" { '
      .. ENOUGH .. " } }")
    assert.equal("1.1/x", asked(rules, { a = { flag = true } }))
  end)
end)

describe("advice on a date that is known in part", function()
  local function given(day)
    local report = report_of(list({ id = "f", a = { flag = true, day = day } }),
      nil, small.check('"a.flag is yes"', 'prompts = { advise { "Still so?", '
        .. 'when = "a.day is before 2012-08-16" } },'))
    return report.prompts[1] and report.prompts[1].text
  end
  it("is given where the day may be such, and says so", function()
    assert.equal("Still so?  Known: a.day = 2012-08-15.", given "2012-08-15")
    assert.equal("Still so?  Known: a.day = 2011.", given "2011")
    assert.equal("Still so?  Whether it is so is open.  Known: a.day = 2012.",
      given "2012")
    assert.is_nil(given "2013")
  end)
  it("says what the dossier remarks on it", function()
    assert.equal('Still so?  Known: a.day = 2012-08-15 ("armed men came").',
      given { value = "2012-08-15", note = "armed men came" })
  end)
  it("is not given where nothing is known of it", function()
    assert.is_nil(given(nil))
    assert.is_nil(given { state = "unknown", why = "lost" })
  end)
end)

describe("advice by what an item of a list says", function()
  local LIST <const> = [[
list "forces" { ask = "Which forces?", facts = {
  fact "name" { type = "text", ask = "Name?" },
  fact "contract.ends_on" { type = "date", ask = "Until when?" } } }
]]
  local function given(rules)
    local report = report_of(list({ id = "f", a = { flag = true }, forces = { items = {
      { name = "Gendarmerie", contract = { ends_on = "2013-10-31" } },
      { name = "Garrison", contract = { ends_on = "2014" } } } } }), nil, LIST
      .. small.check('"a.flag is yes"', "prompts = { advise { \"What now?\", "
        .. "when = any \"forces\" { \"contract.ends_on is before 2013-11-30\" } } },")
      .. (rules or ""))
    return report.prompts[1].text
  end
  it("says of which item, and when", function()
    assert.equal("What now?  Known: Gendarmerie: contract.ends_on = 2013-10-31.", given())
  end)
end)

describe("advice", function()
  local function given(more)
    local report = report_of(list({ id = "f", a = { flag = false } }), nil,
      small.check('"b.flag is yes"', 'applies = "a.flag is yes", prompts = { '
        .. 'advise { "Sure?", when = "a.flag is no"' .. more .. " } },"))
    assert.equal("not-applicable", support.result(report, "1.1").outcome)
    return report.prompts[1] and report.prompts[1].text
  end
  it("is not given where its check is not applicable", function()
    assert.is_nil(given "")
  end)
  it("is given there where it says so", function()
    assert.equal("Sure?", given ", where_not_asked = true")
  end)
end)

describe("the same minor finding at several facilities", function()
  it("raises a prompt and no rating", function()
    local rules = small.check '"a.level is full"'
    local report = report_of(list({ id = "p", a = { level = "partial" } },
      { id = "q", a = { level = "partial" } }), nil, rules)
    assert.equal("minor-nonconformance", report.member.rating)
    local found
    for _, prompt in ipairs(report.prompts) do
      if prompt.prompt == "1.1/repetitive" then found = prompt end
    end
    assert.equal("advisory", found.kind)
    assert.matches("^The same shortfall stands at 2 facilities: p, q%.", found.text)
  end)
  it("names five of them, and counts the rest", function()
    local all = {}
    for i = 1, 7 do all[i] = { id = "f" .. i, a = { level = "partial" } } end
    local report = report_of(list(table.unpack(all)), nil,
      small.check '"a.level is full"')
    assert.matches("stands at 7 facilities: f1, f2, f3, f4, f5, 2 more%.",
      report.prompts[#report.prompts].text)
  end)
end)

describe("several minor findings against one provision", function()
  local second = [[
check "1.2" { title = "T", points = { "SHOULD" }, ask = "A.", remedy = "R.",
  expect = { "a.flag is yes", otherwise = "O." } }
]]
  local function related(...)
    local found = {}
    for _, prompt in ipairs(report_of(list(...), nil,
      small.check '"a.level is full"' .. second).prompts) do
      if prompt.prompt == "1/related" then found[#found + 1] = prompt end
    end
    return found
  end
  local partial = { id = "p", a = { level = "partial", flag = false } }

  it("at one facility raise a prompt that names them", function()
    local found = related(partial)
    assert.equal(1, #found)
    assert.equal("advisory", found[1].kind)
    assert.equal("p", found[1].facility)
    assert.truthy(found[1].text:find("2 minor findings stand against 1 here: 1.1 and 1.2.",
      1, true), found[1].text)
  end)
  it("count those that rest on one fact as one matter", function()
    local same = small.check('"a.level is full"'):gsub('"1.1"', '"1.3"')
    local function texts(rules)
      local found = {}
      for _, prompt in ipairs(report_of(list(partial), nil, rules).prompts) do
        if prompt.prompt == "1/related" then found[#found + 1] = prompt.text end
      end
      return found
    end
    local found = texts(small.check '"a.level is full"' .. second .. same)
    assert.matches("^3 minor findings on 2 matters stand against 1 here: 1.1, 1.2 and 1.3%.",
      found[1])
    assert.same({}, texts(small.check '"a.level is full"' .. same))
  end)
  it("say which of them rests on the facts of one against another provision", function()
    local other = [[
provision "2" { title = "Two" }
check "2.1" { title = "T", points = { "SHOULD" }, ask = "A.", remedy = "R.",
  expect = "a.level is full" }
check "2.2" { title = "T", points = { "SHOULD" }, ask = "A.", remedy = "R.",
  expect = { "b.flag is yes", otherwise = "O." } }
]]
    for _, prompt in ipairs(report_of(list { id = "p", a = { level = "partial" },
      b = { flag = false } }, nil, small.check '"a.level is full"' .. other).prompts) do
      if prompt.prompt == "2/related" then
        assert.matches("2.1 and 2.2%.  2.1 rests on the same facts as 1.1%.", prompt.text)
        return
      end
    end
    assert.truthy(nil, "no prompt 2/related")
  end)
  it("raise none where each stands at another facility", function()
    assert.same({}, related({ id = "p", a = { level = "partial",
      flag = true } }, { id = "q", a = { level = "full", flag = false } }))
  end)
end)

describe("a question of one check at several places", function()
  it("names the check once", function()
    local _, text = report_of(list({ id = "f", a = { flag = true } },
      { id = "g", a = { flag = true } }), nil, small.check(
      '"a.flag is yes"', 'prompts = { advise { "Sure?", when = "a.flag is yes" } },'))
    local prompt = support.decode(text).prompts[1]
    assert.equal("1.1", prompt.check)
    assert.same({ { id = "f/1.1/advice-1", facility = "f" },
      { id = "g/1.1/advice-1", facility = "g" } }, prompt.at)
  end)
end)

describe("a question on an item of a list", function()
  it("names the item and its facility", function()
    local rules = [[
list "firms" { ask = "Firms?", facts = {
  fact "name" { type = "text", ask = "Name?" },
  fact "licensed" { type = "yes/no", ask = "Is it licensed?" } } }
check "1.1" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = every "firms" { "licensed is yes" } }
]]
    local withheld = { state = "withheld", withheld_reason = "secret",
      evidence = { { id = "I", says = true } } }
    local report = report_of(list({ id = "mine", a = { flag = true },
      firms = { complete = true, items = { { name = "Ridge", licensed = withheld } } }
      }), { evidence = { { id = "I", kind = "interview" } } }, rules)
    local prompt = report.prompts[1]
    assert.equal("deciding", prompt.kind)
    assert.equal("mine", prompt.facility)
    assert.matches("^Ridge: Is it licensed%?", prompt.text)
    assert.truthy(prompt.text:find("do not yet both speak for it (I: yes).", 1, true),
      "what does speak for it is said")
  end)
end)

-- An auditor reads a question once, with every place where it is asked; a table has a
-- row for each place.
describe("what a report asks", function()
  local runtime = support.open_builtin()
  local function once(seen, key)
    assert.is_nil(seen[key], key)
    seen[key] = true
  end
  -- The parts of `text` that follow `mark` up to `stop`, each once, and their number.
  local function marked(text, mark, stop)
    local seen, count = {}, 0
    for part in text:gmatch(mark .. "(.-)" .. stop) do
      once(seen, part)
      count = count + 1
    end
    return count
  end
  local function shown_in(sample, format)
    return assert(runtime.evaluate(sample.text, { format = format }))
  end

  for _, sample in ipairs(support.samples()) do
    local report = assert(support.report(runtime, sample.text))
    local prompts, places, asks, count = {}, {}, {}, 0

    it("is listed once, with each place once, of " .. sample.name, function()
      for _, one in ipairs(report.prompts) do
        once(prompts, one.kind .. one.text)
        for _, at in ipairs(one.at) do
          once(places, at.id .. "\n" .. one.text)
          count = count + 1
        end
      end
      for _, one in ipairs(report.missing) do
        once(asks, one.ask)
        for _, at in ipairs(one.at) do once(asks, at.fact) end
      end
    end)
    it("is listed once in text and HTML, and in CSV once for each place, of " .. sample.name,
      function()
        local text, html = shown_in(sample, "text"), shown_in(sample, "html")
        local questions = html:gsub('^.-<h2 id="decide">', "", 1)
        if questions == html then questions = html:gsub('^.-<h2 id="consider">', "", 1) end
        assert.equal(#report.prompts, marked(text, "\n  DECIDE ", "\n      Prompt:")
          + marked(text, "\n  CONSIDER ", "\n      Prompt:"))
        assert.equal(#report.prompts, #report.prompts > 0 and marked(
          questions:match '^(.-)<h2 id="[^c]' or questions, '<p class="question">', "</p>") or 0)
        assert.equal(count, marked(shown_in(sample, "csv"), "\nprompt,", "%f[\n]"))
      end)
  end
end)
