-- What is told of a slip leads to what was meant.
local support = require "support.host"

local runtime = support.open_builtin()

local HEAD <const> = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30",'
  .. '"kind":"certification"}'

local function problems(text, call)
  return support.decode(assert(runtime.validate(text, call or {}))).problems
end

local function at_facility(said)
  return HEAD .. ',"facilities":[{"id":"mine",' .. said .. "}]}"
end

local function message_at(text, pointer)
  for _, one in ipairs(problems(text)) do
    if one.pointer == pointer then return one.message end
  end
  return "nothing at " .. pointer
end

local F <const> = "/facilities/0"

-- A dossier, where its slip is told, and how the message ends.
local SLIPS <const> = {
  { at_facility '"arms":{"used":[]}', F .. "/arms/used",
    'expected true or false, found an object or an empty list; write {"state":"unknown"}' },
  { at_facility '"arms":{"armed_count":[]}', F .. "/arms/armed_count",
    'write {"state":"unknown"}' },
  { HEAD .. ',"facility":[]}', "/facility", "write facilities" },
  { HEAD .. ',"facilities":{"mine":{"kind":["mine"]}}}', "/facilities/mine",
    'write each item into "items", with its name as "id"' },
  { at_facility '"arms.used":true', F .. "/arms.used", 'write "arms": {"used": ...}' },
  { at_facility '"facility":{"kind":["mine"]}', F .. "/facility",
    "write what it holds at the facility itself" },
  { at_facility '"arms":{"used":{"value":true,"evidence":"E-1, E-2"}}',
    F .. "/arms/used/evidence", 'found \'E-1, E-2\'; write ["E-1","E-2"]' },
  { at_facility '"people":{"complete":"yes","items":[]}', F .. "/people/complete",
    "found 'yes'; write true" },
  { at_facility '"vpshr":{"inhouse_training_date":"2013-11-31"}',
    F .. "/vpshr/inhouse_training_date",
    'there is no day 31 in that month, whose last is "2013-11-30"' },
  { at_facility '"vpshr":{"inhouse_training_date":"2013-13-01"}',
    F .. "/vpshr/inhouse_training_date", "there is no month 13; a year has 01 to 12" },
  { at_facility '"vpshr":{"inhouse_training_date":"2013-9-3"}',
    F .. "/vpshr/inhouse_training_date", 'write "2013-09-03"' },
  { HEAD .. ',"evidence":[{"id":"E","kind":"doc"}]}', "/evidence/0/kind",
    'write "document"' },
  { HEAD .. ',"evidence":[{"id":"E","kind":"document","collected_by":"us"}]}',
    "/evidence/0/collected_by", 'write "member"' },
  { HEAD .. ',"evidence":[{"id":"E","kind":"document","valid_until":"2013-02-29"}]}',
    "/evidence/0/valid_until", 'whose last is "2013-02-28"' },
  { HEAD .. ',"findings":[{"id":"F","provision":"11.2","rating":"minor"}]}',
    "/findings/0/rating", 'write "minor-nonconformance"' },
  { HEAD .. ',"findings":[{"id":"F","provision":"11.2","corrective_action":"train"}]}',
    "/findings/0/corrective_action", "write action" },
  { HEAD .. ',"records":[{"kind":"override","outcome":"major"}]}', "/records/0/outcome",
    'write "major-nonconformance"' },
  { HEAD .. ',"records":[{"kind":"override","page":"p. 9"}]}', "/records/0/page",
    "write ref" },
  { HEAD .. ',"findings":[{"id":"F","reference":"WP-1"}]}', "/findings/0/reference",
    "write ref" },
  { at_facility '"security":{"inhouse_count":9007199254740993}',
    F .. "/security/inhouse_count",
    "not beyond 9007199254740991, found 9007199254740993" },
  { at_facility '"arms":{"used":1.0}', F .. "/arms/used", "found 1.0; write true" },
  { at_facility '"arms":{"used":0}', F .. "/arms/used", "found 0; write false" },
  { at_facility '"arms":{"used":2}', F .. "/arms/used", "found 2" },
  { at_facility '"guards":12', F .. "/guards", "found 12; see arms.armed_count, "
    .. "security.inhouse_engaged, security.private_engaged, security.inhouse_count, "
    .. "security.private_count" },
  { at_facility '"country":"Congo"', F .. "/country",
    'write "CD" (Congo-Kinshasa) or "CG" (Congo-Brazzaville)' },
  { at_facility '"country":"Korea"', F .. "/country", 'write "KR" (South) or "KP" (North)' },
  { at_facility '"vpshr":{"trained_inhouse":{"percent":0.8}}',
    F .. "/vpshr/trained_inhouse/percent",
    "write 80 for 80%, not 0.8; what is truly below one percent stands as it is" },
  { at_facility '"arms":{"used":["yes"]}', F .. "/arms/used", "found a list; write true" },
  { at_facility '"country":["GH"]', F .. "/country", 'found a list; write "GH"' },
  { at_facility '"kind":["Mine site"]', F .. "/kind/0", 'found \'Mine site\'; write "mine"' },
  { at_facility '"evidence":[]', F .. "/evidence",
    "'evidence' stands at the top of a dossier; write it there, beside \"format\"" },
  { at_facility '"arms":{"used":{"value":true,"evidence":[{"title":"Policy"}]}}',
    F .. "/arms/used/evidence/0", "list \"evidence\", and name its id here: [\"E-1\"]" },
  { at_facility '"arms":{"used":{"value":true,"auditor":true}}', F .. "/arms/used/auditor",
    'write for example {"value": true, "by": "A. Lead", "date": "2013-11-20"}' },
  { HEAD .. ',"facilities":{"id":"mine","kind":["mine"]}}', "/facilities",
    "found one alone; put it into square brackets: [{...}]" },
  { HEAD .. ',"facilities":3}', "/facilities", "{\"complete\": true, \"items\": []} where "
    .. "there are none" },
  { HEAD .. ',"facilities":["mine"]}', "/facilities/0", 'write {"id": "...", ...}' },
  { at_facility '"providers":"none"', F .. "/providers",
    "found 'none'; write {\"complete\": true, \"items\": []}" },
  { at_facility '"providers":3', F .. "/providers", 'found 3; write {"count": 3}' },
  { at_facility '"providers":{"none":true}', F .. "/providers",
    '\'none\' is not part of a list; write {"complete": true, "items": []}' },
  { at_facility '"arms":{"used":{"value":true,"confidence":0.9}}',
    F .. "/arms/used/confidence", 'write "x-confidence" to keep your own mark of it' },
  { HEAD .. ',"member":"ACME"}', "/member", 'found \'ACME\'; write {"name":"ACME"}' },
  { HEAD .. ',"member":["ACME"]}', "/member", 'write its parts into braces: {"...": ...}' },
  { '{"format":"cop11.dossier/1","assessment":"2013-11-30"}', "/assessment",
    'write {"date":"2013-11-30"}' },
  { '{"format":"cop11.dossier/1","assessment":{"date":"today"}}', "/assessment/date",
    'no clock is read: write the day itself, such as "2013-11-30"' },
  { '{"assessment":{"date":"2013-11-30"}}', "/format",
    'write "format": "cop11.dossier/1"' },
  { '{"version":1,"assessment":{"date":"2013-11-30"}}', "/version",
    'write "format": "cop11.dossier/1" in place of "version"' },
  { '{"a":1,"b":{}}', "/format", "'cop11 new dossier' writes one to begin with" },
  { HEAD .. ',"evidence":{"E-1":{"kind":"document"}}}', "/evidence",
    "put each into square brackets: [{...}, {...}]" },
  { HEAD .. ',"_comment":"draft"}', "/_comment", 'write "x-comment"' },
  { HEAD .. ',"records":[{"kind":"acceptance"}]}', "/records/0/kind", 'write "waiver"' },
  { HEAD .. ',"findings":[{"id":"F","rating":"Minor NC"}]}', "/findings/0/rating",
    'write "minor-nonconformance"' },
  { HEAD .. ',"$schema":5}', "/$schema",
    "expected the address of a schema, a text, found 5" },
}

describe("a slip", function()
  for _, case in ipairs(SLIPS) do
    it("leads to what was meant: " .. case[3], function()
      local is_entry = case[1]:find '"findings":' or case[1]:find '"records":'
        or case[1]:find '"evidence":' -- which lacks its other fields
      assert.is_true(is_entry ~= nil or #problems(case[1]) == 1)
      local message = message_at(case[1], case[2])
      assert.truthy(message:sub(-#case[3]) == case[3], message)
    end)
  end

  it("in the name of a fact leads to its key at the facility", function()
    local text = HEAD .. ',"records":[{"kind":"attestation","fact":"arms.used",'
      .. '"by":"A","authority":"B","why":"C","date":"2013-11-30","party":"auditor"}],'
      .. '"facilities":[{"id":"mine","arms":{"used":true}}]}'
    assert.equal("no fact stands at 'arms.used'; did you mean 'mine/arms.used'?",
      message_at(text, "/records/0/fact"))
  end)
end)

describe("another document", function()
  for format, what in pairs { ["cop11.report/1"] = "a report",
    ["cop11.diff/1"] = "a comparison of two reports",
    ["cop11.validation/1"] = "a list of what is wrong with a dossier" } do
    it("is told as such, and nothing else of it: " .. format, function()
      local text = ('{"format":"%s","results":[],"member":{"rating":1}}'):format(format)
      for _, call in ipairs { {}, { as_of = "2013-11-30" } } do
        local told = problems(text, call)
        assert.equal(1, #told)
        assert.equal("other-document /format", told[1].code .. " " .. told[1].pointer)
        assert.equal("this is " .. what, told[1].message:sub(1, #what + 8))
        local _, wrong = runtime.evaluate(text, call)
        assert.equal(told[1].message, wrong.message)
      end
    end)
  end
end)

describe("a value that stands twice in a set", function()
  for _, written in ipairs { '["civil","civil"]', '{"value":["civil","social","civil"]}',
    '{"includes":["civil","civil"]}' } do
    it("is noted, and counts once: " .. written, function()
      local told = problems(at_facility('"risk_assessment":{"perspectives":' .. written
        .. "}"))
      assert.equal(1, #told)
      assert.same({ "note", "value-repeated", F .. "/risk_assessment/perspectives" },
        { told[1].kind, told[1].code, told[1].pointer })
    end)
  end
  it("is none where each stands once", function()
    assert.same({}, problems(at_facility
      '"risk_assessment":{"perspectives":["civil","social"]}'))
  end)
end)

describe("an as-of day in other words", function()
  for written, cure in pairs {
    yesterday = 'no clock is read: write the day itself, such as "2013-11-30"',
    ["30.11.2013"] = 'write "2013-11-30"',
    ["03/04/2013"] = "is that 2013-04-03 or 2013-03-04? Write \"2013-04-03\" or "
      .. '"2013-03-04"',
    ["2013-11"] = "a month or a year alone is not taken here: write the day, such as "
      .. '"2013-11-30"',
    ["2013-02-30"] = 'there is no day 30 in that month, whose last is "2013-02-28"',
    soon = 'write a date such as "2013-11-30"',
  } do
    it("leads to a day: " .. written, function()
      local _, wrong = runtime.evaluate(HEAD .. "}", { as_of = written })
      assert.equal(("as_of is '%s'; %s"):format(written, cure), wrong.message)
    end)
  end
end)
