-- Messages lead to a form that would be taken: each cure is fed back, accepted, and
-- means what the text does.
local dates = require "base.dates"
local dossier = require "dossier"
local meant = require "support.meant"
local support = require "support.host"

local runtime = support.open_builtin()
local json = support.json

-- ---- a dossier that holds one fact --------------------------------------

local function place(object, keys, value)
  for i = 1, #keys - 1 do
    object[keys[i]] = object[keys[i]] or {}
    object = object[keys[i]]
  end
  object[keys[#keys]] = value
end

local function keys_of(path)
  local keys = {}
  for key in path:gmatch "[^.]+" do keys[#keys + 1] = key end
  if keys[1] == "facility" then table.remove(keys, 1) end
  return keys
end

local function holding(path, value)
  local facility = { id = "f" }
  place(facility, keys_of(path), value)
  return json.write { format = "cop11.dossier/1", facilities = json.array { facility },
    assessment = { date = "2013-11-30" } }
end

local function problems(path, value)
  local found = {}
  for _, one in ipairs(support.decode(assert(runtime.validate(holding(path, value), {})))
    .problems) do
    if one.kind == "error" then found[#found + 1] = one.message end
  end
  return found
end

-- What a fact says, in the notation of meant.lua; long after, so that no day lies ahead.
local LATE <const> = dates.parse "2190-01-01"
local function meaning_of(path, value)
  local root, _, empties = json.read(holding(path, value), 64)
  local r = dossier.read(root, runtime.model(), empties, support.host, LATE)
  local _, frame = next(r.facilities.items)
  return meant.said(frame[path], LATE, value)
end

-- The one message about `value`, and the forms that its cure shows, as values of the
-- fact.
local function cures_of(path, value)
  local found = problems(path, value)
  assert.equal(1, #found, path)
  local forms, key = meant.forms(found[1])
  for i, form in ipairs(forms) do
    forms[i] = support.decode('{"it":' .. form .. "}").it
    if key and not form:find "^{" then forms[i] = { [key] = forms[i] } end
  end
  return forms, found[1]
end

local TRAINED <const>, DATE <const>, EXISTS <const> = "vpshr.trained_private",
  "risk_assessment.date", "risk_assessment.exists"
local INTERVAL <const>, PRACTICE <const> = "risk_assessment.own_interval",
  "conduct.respect_in_practice"
local THEFT <const>, KIND <const> = "protect.theft", "facility.kind"

-- { fact, { what people write = what it means, ... } }, worked out by hand.
local MEANT <const> = {
  { TRAINED, {
    ["38"] = "38", ["12 of them"] = "12", ["12 of 40"] = "12", twelve = "12",
    forty = "40", ["Forty-two"] = "42", ["a dozen"] = "12", ["two dozen guards"] = "24",
    ["40 guards"] = "40", ["40 of the guards"] = "40", ["exactly 40"] = "40",
    ["1,200,000"] = "1200000", ["1 200"] = "1200", ["1'200"] = "1200",
    ["40 to 50"] = "40..50", ["40-50 guards"] = "40..50", ["40\u{2013}50"] = "40..50",
    ["between 40 and 50"] = "40..50", ["30-40"] = "30..40", ["40 or 50"] = "40..50",
    ["at least 40"] = "40..", ["40+"] = "40..", ["more than 40"] = "41..",
    ["over 40"] = "41..", ["> 40"] = "41..", ["no fewer than 40"] = "40..",
    ["up to 40"] = "0..40", ["< 40"] = "0..39", ["no more than 40"] = "0..40",
    ["fewer than forty guards"] = "0..39", ["max. 40"] = "0..40",
    ["approx. 40"] = "36..44", ["~40"] = "36..44", ["40 (est.)"] = "36..44",
    ["40 or so"] = "36..44", ["about 5"] = "4..6", ["1?"] = "0..2",
    ["about a dozen"] = "11..13", ["approx. 40-50"] = "40..50",
    ["nearly 40"] = "36..40",
    ["80 %"] = "80%", ["80%"] = "80%", ["33.5 percent"] = "33.5%", ["33,5 %"] = "33.5%",
    ["80 percent of them"] = "80%", ["approx 80%"] = "some", ["40-50 %"] = "some",
    most = "some", ["most of the guards"] = "some", all = "all", nobody = "none",
    ["not sure"] = "unknown", tbd = "unknown", ["N/A"] = "unknown",
    ["don't know"] = "unknown" } },
  { DATE, {
    ["Q3 2013"] = "2013-07-01..2013-09-30", ["3Q13"] = "2013-07-01..2013-09-30",
    ["Q3/2013"] = "2013-07-01..2013-09-30", ["2013-Q3"] = "2013-07-01..2013-09-30",
    ["2012 Q1"] = "2012-01-01..2012-03-31", ["H1 2013"] = "2013-01-01..2013-06-30",
    ["Q3 '13"] = "2013-07-01..2013-09-30",
    ["March 2013"] = "2013-03-01..2013-03-31", ["Sept. 2012"] = "2012-09-01..2012-09-30",
    ["03/2013"] = "2013-03-01..2013-03-31", ["2013-3"] = "2013-03-01..2013-03-31",
    ["30 November 2012"] = "2012-11-30", ["Nov 30, 2012"] = "2012-11-30",
    ["30.11.2012"] = "2012-11-30", ["11/30/2012"] = "2012-11-30",
    ["2012/11/30"] = "2012-11-30", ["20121130"] = "2012-11-30",
    ["2012-11-30T09:30:00Z"] = "2012-11-30", ["30-Nov-2012"] = "2012-11-30",
    ["2012/13"] = "2012-01-01..2013-12-31", ["2011-2013"] = "2011-01-01..2013-12-31",
    ["between March 2012 and May 2012"] = "2012-03-01..2012-05-31",
    ["before 2013"] = "..2012-12-31", ["before March 2013"] = "..2013-02-28",
    ["since 2011"] = "2011-01-01..", ["after 2011"] = "2012-01-01..",
    ["no later than 30 June 2013"] = "..2013-06-30",
    ["early 2013"] = "2013-01-01..2013-12-31", ["mid-2013"] = "2013-01-01..2013-12-31",
    ["end of 2012"] = "2012-01-01..2012-12-31",
    ["2013?"] = "2012-01-01..2014-12-31", ["ca. 2011"] = "2010-01-01..2012-12-31",
    ["around 2012"] = "2011-01-01..2013-12-31",
    ["not sure"] = "unknown", ["n/a"] = "unknown" } },
  { "public_security.last_rotation", { ["Q4 2012"] = "2012-10-01..2012-12-31" } },
  { INTERVAL, { annual = "12", ["2 years"] = "24", none = "none-stated",
    ["every 2-3 years"] = "24..36", ["at most 18 months"] = "0..18",
    ["every two years"] = "24" } },
  { EXISTS, { yes = "true", No = "false", Ja = "true", nein = "false",
    ["yes please"] = "true", ["yes, since 2011"] = "true", ["no, not yet"] = "false",
    ["not yet"] = "false", tbd = "unknown", ["see annex 2"] = "unknown",
    ["in progress"] = "unknown", mostly = "unknown", ["yes (partly)"] = "unknown",
    ["yes, but not at night"] = "unknown" } },
  { "inhouse_security.equivalent", { ["n/a"] = "not applicable" } },
  { PRACTICE, { Yes = "yes", mostly = "mixed", ["yes (partly)"] = "mixed" } },
  { THEFT, { ["only partial"] = "partial", ["missing altogether"] = "none",
    mostly = "partial", ["partial or adequate"] = "partial|adequate",
    adequat = "adequate" } },
  { KIND, { refinery = "refinery", ["cutting and polishing"] = "has cutting",
    ["mine + refinery"] = "mine,refinery", ["mine, spaceport"] = "has mine" } },
}
local VALUES <const> = { { PRACTICE, true, "yes" }, { DATE, 2013,
  "2013-01-01..2013-12-31" } }

local function leads_to(path, written, meaning)
  it(("%s: %s leads to %s"):format(path, tostring(written), meaning), function()
    local forms, message = cures_of(path, written)
    assert.equal(1, #forms, message)
    assert.same({}, problems(path, forms[1]))
    assert.equal(meaning, meaning_of(path, forms[1]), message)
  end)
  it(("%s: %s leads there in an envelope too"):format(path, tostring(written)),
    function()
      local forms, message = cures_of(path, { value = written })
      assert.same({}, problems(path, forms[1]), message)
      assert.equal(meaning, meaning_of(path, forms[1]), message)
    end)
end

describe("what people write", function()
  for _, of in ipairs(MEANT) do
    for written, meaning in pairs(of[2]) do leads_to(of[1], written, meaning) end
  end
  for _, case in ipairs(VALUES) do leads_to(table.unpack(case)) end

  -- Which is meant nobody but its author can say.
  for _, case in ipairs {
    { TRAINED, "1,200", "1200 or 1.2?", { "1200" } },
    { TRAINED, "1.200", "1200 or 1.2?", { "1200" } },
    { DATE, "01/02/2013", "2013-02-01 or 2013-01-02?", { "2013-02-01", "2013-01-02" } },
    { INTERVAL, "biannual", "every 6 months or every 24 months?", { "6", "24" } },
  } do
    it(case[2] .. " has two readings, and is asked about", function()
      for _, value in ipairs { case[2], { value = case[2] } } do
        local forms, message = cures_of(case[1], value)
        assert.truthy(message:find("; is that " .. case[3], 1, true), message)
        local meanings = {}
        for i, form in ipairs(forms) do meanings[i] = meaning_of(case[1], form) end
        assert.same(case[4], meanings)
      end
    end)
  end

  -- Words that show no amount, day or answer, and those that would turn one round.
  for _, one in ipairs { { TRAINED, "lots" }, { TRAINED, "120 %" }, { TRAINED, "40/50" },
    { TRAINED, "at least 80 %" }, { TRAINED, "40 untrained" }, { TRAINED, "not 40" },
    { TRAINED, "4k" }, { TRAINED, "37.5" }, { TRAINED, ("9"):rep(50) },
    { DATE, "last year" }, { DATE, "some time ago" }, { DATE, "31.02.2013" },
    { DATE, "not 2013" }, { DATE, "03/13" }, { DATE, "Decade 2010" }, { EXISTS, "maybe" },
    { EXISTS, "ok" }, { EXISTS, "yes?" }, { EXISTS, "no issues" },
    { THEFT, "zzzzzzz" }, { THEFT, "done" },
    { THEFT, "not adequate" }, { THEFT, "inadequate" },
    { THEFT, "adequate except at night" }, { KIND, "no mine" } } do
    it(one[2]:sub(1, 30) .. " leads to the forms that " .. one[1] .. " takes", function()
      for _, value in ipairs { one[2], { value = one[2] } } do
        local forms, message = cures_of(one[1], value)
        assert.truthy(message:find("; write, as the case may be, ", 1, true), message)
        assert.is_true(#forms > 1, message)
        for _, form in ipairs(forms) do assert.same({}, problems(one[1], form)) end
        assert.equal("unknown", meaning_of(one[1], forms[#forms]))
      end
    end)
  end

  it("of a share is led to a percentage", function()
    local found = problems(TRAINED, { share = "80%" })
    assert.equal('expected "all", "some" or "none", found \'80%\'; write "percent":80 '
      .. 'in place of "share"', found[1])
  end)
  it("of a share as a spreadsheet holds it is led to a percentage", function()
    assert.truthy(problems(TRAINED, 0.07)[1]:find('found 0.07; write {"percent":7}', 1, true))
  end)
  it("that is no percentage is no number of people either", function()
    assert.same({ "expected a number from 0 to 100, found 120" },
      problems(TRAINED, { percent = 120 }))
  end)
  it("in an envelope under another name is led to the one it has", function()
    for key, name in pairs { approx = "at_least and at_most", min = "at_least",
      comment = "note", Reason = "why" } do
      assert.equal(("'%s' is not part of a fact; write %s"):format(key, name),
        problems(TRAINED, { value = 38, [key] = 38 })[1])
    end
  end)
  it("for the day of the assessment gets no span of days", function()
    local found = runtime.validate('{"format":"cop11.dossier/1","assessment":'
      .. '{"date":"Q3 2013"}}', {})
    assert.is_nil(found:find("at_least", 1, true))
  end)
  it("about what is sensitive is not repeated", function()
    local message = problems("people", json.array { { licence = {
      expires = "Nov 2013" } } })[1]
    assert.is_nil(message:find("Nov 2013", 1, true))
    assert.truthy(message:find("; write, as the case may be, \"2013-11-30\" or ", 1, true))
  end)

  -- A register holds plain values alone.
  describe("in a register", function()
    local function said(entry, key)
      local text = ('{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
        .. '"facilities":[{"id":"f"}],"evidence":[{"id":"E","kind":"record",%s}]}')
        :format(entry)
      for _, one in ipairs(support.decode(assert(runtime.validate(text:gsub(
        '"kind":"record",("kind")', "%1"), {}))).problems) do
        if one.kind == "error" and one.pointer == "/evidence/0/" .. key then
          return one.message
        end
      end
    end
    for _, case in ipairs {
      { "date", '"30.11.2012"', '"2012-11-30"' },
      { "date", '"30 November 2012"', '"2012-11-30"' },
      { "kind", '"contract"', '"document"' }, { "kind", '"Interview"', '"interview"' },
      { "kind", '"site visit"', '"observation"' },
      { "date", '"01/02/2013"', '"2013-02-01" or "2013-01-02"' },
      { "date", '"2013-11"', '"2013-11-30"' }, { "date", '"2012"', '"2012-12-31"' },
      { "collected_by", '"Auditor"', '"auditor"' }, { "title", "7", '"7"' },
    } do
      it(case[1] .. " " .. case[2] .. " leads to " .. case[3], function()
        local key, written = case[1], case[2]
        local message = said(('"%s":%s'):format(key, written), key)
        assert.equal(case[3], message:match "[Ww]rite (.+)$" and table.concat(
          meant.forms(message), " or "), message)
        for _, form in ipairs(meant.forms(message)) do
          assert.is_nil(said(('"%s":%s'):format(key, form), key))
        end
      end)
    end
  end)
  it("in place of a group leads to the facts that take it", function()
    for path, written in pairs { guards = 40, arms = 3, ["arms "] = true } do
      local list = problems(path:gsub(" ", ""), written)
      local facts = list[1]:match "; see (.+)$"
      assert.truthy(facts, list[1])
      for fact in facts:gmatch "[%w_.]+" do
        assert.same({}, problems(fact, written))
      end
    end
  end)
end)
