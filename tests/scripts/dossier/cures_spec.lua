-- Messages lead to a form that would be taken: each cure is fed back, and accepted.
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

local function problems(path, value)
  local facility = { id = "f" }
  place(facility, keys_of(path), value)
  local dossier = { format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    facilities = json.array { facility } }
  local found = {}
  for _, one in ipairs(support.decode(assert(runtime.validate(json.write(dossier), {})))
    .problems) do
    if one.kind == "error" then found[#found + 1] = one.message end
  end
  return found
end

-- The cure of the one message about `value`, as JSON text.
local function cure_of(path, value)
  local found = problems(path, value)
  assert.equal(1, #found, path)
  return found[1]:match "; write for example (.+)$" or found[1]:match "; write (.+)$",
    found[1]
end

-- { fact, what people write, the cure }
local TRAINED <const>, DATE <const>, EXISTS <const> = "vpshr.trained_private",
  "risk_assessment.date", "risk_assessment.exists"
local CASES <const> = {
  { TRAINED, "80 %", '{"percent":80}' },
  { TRAINED, "80%", '{"percent":80}' },
  { TRAINED, "33.5 percent", '{"percent":33.5}' },
  { TRAINED, "approx. 40", '{"at_least":36,"at_most":44}' },
  { TRAINED, "about 5", '{"at_least":4,"at_most":6}' },
  { TRAINED, "1?", '{"at_least":0,"at_most":2}' },
  { TRAINED, "at least 40", '{"at_least":40}' },
  { TRAINED, "40+", '{"at_least":40}' },
  { TRAINED, "more than 40", '{"at_least":41}' },
  { TRAINED, "up to 40", '{"at_most":40}' },
  { TRAINED, "< 40", '{"at_most":39}' },
  { TRAINED, "30-40", '{"at_least":30,"at_most":40}' },
  { TRAINED, "most", '{"share":"some"}' },
  { TRAINED, "all", '{"share":"all"}' },
  { TRAINED, "12 of them", "12" },
  { TRAINED, "38", "38" },
  { TRAINED, "twelve", "12" },
  { TRAINED, "80 percent", '{"percent":80}' },
  { TRAINED, "approx 80%", '{"note":"approx 80%","share":"some"}' },
  { TRAINED, "at least 80 %", '{"note":"at least 80 %","share":"some"}' },
  { TRAINED, "~40", '{"at_least":36,"at_most":44}' },
  { TRAINED, "40 or so", '{"at_least":36,"at_most":44}' },
  { TRAINED, "over 40", '{"at_least":41}' },
  { TRAINED, "four", "4" },
  { TRAINED, "not sure", '{"state":"unknown","why":"not sure"}' },
  { TRAINED, "tbd", '{"state":"unknown","why":"tbd"}' },
  { TRAINED, "N/A", '{"state":"unknown","why":"N/A"}' },
  { TRAINED, "don't know", '{"state":"unknown","why":"don\'t know"}' },
  { DATE, "Q3 2013", '{"at_least":"2013-07","at_most":"2013-09"}' },
  { DATE, "2012 Q1", '{"at_least":"2012-01","at_most":"2012-03"}' },
  { DATE, "H1 2013", '{"at_least":"2013-01","at_most":"2013-06"}' },
  { DATE, "March 2013", '"2013-03"' },
  { DATE, "Sept. 2012", '"2012-09"' },
  { DATE, "03/2013", '"2013-03"' },
  { DATE, "2013-3", '"2013-03"' },
  { DATE, "30 November 2012", '"2012-11-30"' },
  { DATE, "Nov 30, 2012", '"2012-11-30"' },
  { DATE, "30.11.2012", '"2012-11-30"' },
  { DATE, "11/30/2012", '"2012-11-30"' },
  { DATE, "2012/11/30", '"2012-11-30"' },
  { DATE, "01/02/2013", '"2013"' },
  { DATE, "2012/13", '{"at_least":"2012","at_most":"2013"}' },
  { DATE, "before 2013", '{"at_most":"2012"}' },
  { DATE, "since 2011", '{"at_least":"2011"}' },
  { DATE, "early 2013", '"2013"' },
  { DATE, "mid 2013", '"2013"' },
  { DATE, "mid-2013", '"2013"' },
  { DATE, "end of 2012", '"2012"' },
  { DATE, "2013-Q3", '{"at_least":"2013-07","at_most":"2013-09"}' },
  { DATE, "not sure", '{"state":"unknown","why":"not sure"}' },
  { DATE, 2013, '"2013"' },
  { DATE, "n/a", '{"state":"unknown","why":"n/a"}' },
  { "public_security.last_rotation", "Q4 2012",
    '{"at_least":"2012-10","at_most":"2012-12"}' },
  { "risk_assessment.own_interval", "annual", "12" },
  { "risk_assessment.own_interval", "2 years", "24" },
  { "risk_assessment.own_interval", "none", '"none-stated"' },
  { EXISTS, "yes", "true" },
  { EXISTS, "No", "false" },
  { EXISTS, "Ja", "true" },
  { EXISTS, "nein", "false" },
  { EXISTS, "yes please", '{"note":"yes please","value":true}' },
  { EXISTS, "tbd", '{"state":"unknown","why":"tbd"}' },
  { EXISTS, "yes, since 2011", '{"note":"yes, since 2011","value":true}' },
  { EXISTS, "see annex 2", '{"state":"unknown","why":"see annex 2"}' },
  { EXISTS, "in progress", '{"state":"unknown","why":"in progress"}' },
  { "inhouse_security.equivalent", "n/a",
    '{"na_reason":"the reason, in words","state":"not_applicable"}' },
  { "conduct.respect_in_practice", true, '"yes"' },
  { "conduct.respect_in_practice", "Yes", '"yes"' },
  { "protect.theft", "only partial", '"partial"' },
  { "protect.theft", "missing altogether", '"none"' },
  { "facility.kind", "refinery", '["refinery"]' },
  { "facility.kind", "cutting and polishing", '["cutting"]' },
  { "facility.kind", "mine + refinery", '["mine","refinery"]' },
  { "risk_assessment.perspectives", "all",
    '["political","economic","civil","social","environmental"]' },
}

describe("what people write", function()
  for _, case in ipairs(CASES) do
    local path, written, cure = case[1], case[2], case[3]
    it(("%s: %s leads to %s"):format(path, tostring(written), cure), function()
      local found, message = cure_of(path, written)
      assert.equal(cure, found, message)
      assert.same({}, problems(path, support.decode('{"it":' .. found .. "}").it))
    end)
    it(("%s: %s leads there in an envelope too"):format(path, tostring(written)),
      function()
        local found, message = cure_of(path, { value = written })
        local members = found:match '^(.+) in place of "value"$'
        local whole = members and "{" .. members .. "}" or '{"value":' .. found .. "}"
        assert.same({}, problems(path, support.decode(whole)), message)
      end)
  end

  it("of a share is led to a percentage", function()
    local found = problems(TRAINED, { share = "80%" })
    assert.equal('expected "all", "some" or "none", found \'80%\'; write "percent":80 '
      .. 'in place of "share"', found[1])
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
  it("and nobody can read gets no cure", function()
    for _, one in ipairs { { TRAINED, "lots" }, { DATE, "some time ago" },
      { DATE, "31.02.2013" }, { DATE, "not 2013" },
      { DATE, "around 2012" }, { TRAINED, "120 %" }, { EXISTS, "maybe" },
      { "protect.theft", "zzzzzzz" }, { TRAINED, ("9"):rep(70) } } do
      assert.is_nil(cure_of(one[1], one[2]), one[2])
    end
  end)
  it("about what is sensitive is not repeated", function()
    local message = problems("people", json.array { { licence = {
      expires = "Nov 2013" } } })[1]
    assert.is_nil(message:find("2013-11\"$"))
    assert.is_nil(message:find("; write", 1, true))
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
      { "collected_by", '"Auditor"', '"auditor"' }, { "title", "7", '"7"' },
    } do
      it(case[1] .. " " .. case[2] .. " leads to " .. case[3], function()
        local key, written = case[1], case[2]
        local form = said(('"%s":%s'):format(key, written), key):match "; write (.+)$"
        assert.equal(case[3], form)
        assert.is_nil(said(('"%s":%s'):format(key, form), key))
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
