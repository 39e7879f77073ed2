-- The JSON Schema of dossiers and the reader of dossiers say the same.
local json_schema = require "support.json_schema"
local support = require "support.host"

local PACK = {
  ["pack.lua"] = [[
pack { title = "T", notice = "N" }
ratings { should = { lapse = "minor-nonconformance",
  absent = "minor-nonconformance" } }
point "P" { strength = "should", says = "s" }
]],
  ["vocabulary.lua"] = [[
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "member.id" { type = "text", ask = "Which Member?" }
fact "facility.id" { type = "text", ask = "Which facility?" }
fact "a.flag" { type = "yes/no", ask = "Is it so?", help = "In any way.",
  evidence = { "a letter", "a visit" } }
fact "a.word" { type = "choice", values = { "none", "some" },
  titles = { some = "A few" }, ask = "Which?" }
fact "a.words" { type = "choices", values = { "red", "blue" }, ask = "Which?" }
fact "a.tasks" { type = "choices", values = { "red", "blue" }, may_be_none = true,
  ask = "Which?" }
fact "a.count" { type = "count", unit = "persons", ask = "How many?" }
fact "a.share" { type = "percent", ask = "What share?" }
fact "a.size" { type = "number", least = 2, most = 3, ask = "How big?" }
fact "a.limit" { type = "months", may_be_none = true, ask = "How long?" }
fact "a.term" { type = "months", ask = "How long?" }
fact "a.day" { type = "date", ask = "When?" }
fact "a.last" { type = "date", may_be_never = true, ask = "When last?" }
fact "a.name" { type = "text", label = "Name", ask = "Called?" }
fact "a.gated" { type = "yes/no", ask = "Then?",
  not_applicable_when = "a.flag is no" }
list "people" { ask = "Who?", facts = {
  fact "name" { type = "text", ask = "Called?" },
  fact "licence.ends" { type = "date", future = true, ask = "Until?" },
} }
]],
  ["rules.lua"] = [[
provision "1" { title = "P" }
check "1.1" { title = "T", points = { "P" }, ask = "?",
  expect = "a.flag is yes" }
]],
}

local runtime = assert(support.open(PACK))
local schema = support.decode(assert(runtime.describe "dossier-schema"))

-- Whether schema and reader accept the JSON text.
local function verdicts(text)
  local document = support.decode(text)
  local validation = support.decode(assert(runtime.validate(text, {})))
  return json_schema.valid(document, schema), validation.valid
end

local function each_says(expected, cases, around)
  for _, case in ipairs(cases) do
    local by_schema, by_reader = verdicts((around:gsub("%%", function()
      return case
    end)))
    assert.equal(expected, by_schema, "the schema on " .. case)
    assert.equal(expected, by_reader, "the reader on " .. case)
  end
end

local DOCUMENT = '{"format":"cop11.dossier/1","assessment":{"date":'
  .. '"2013-11-30"},"evidence":[{"id":"E1","kind":"document"}],%}'
local FACT = '{"format":"cop11.dossier/1","assessment":{"date":'
  .. '"2013-11-30"},"evidence":[{"id":"E1","kind":"document"}],'
  .. '"facilities":[{"id":"f","a":{%}}]}'

local function both_accept(cases, around)
  each_says(true, cases, around or FACT)
end
local function both_refuse(cases, around)
  each_says(false, cases, around or FACT)
end

describe("the schema of dossiers", function()
  it("is draft-07, with the question as title", function()
    assert.equal("http://json-schema.org/draft-07/schema#", schema["$schema"])
    local group = schema.definitions["facility-a"]
    assert.equal("Is it so?", group.properties.flag.title)
    assert.equal("In any way.", group.properties.flag.description)
    assert.equal("Name", group.properties.name.title)
    assert.equal("Called?", group.properties.name.description)
    assert.equal("Counted in persons.", group.properties.count.description)
    assert.same({ "none", "some" }, schema.definitions.word.enum)
  end)

  local function fact_of(property)
    return schema.definitions[property.allOf[1]["$ref"]:match "[^/]+$"]
  end

  it("shares one definition among facts of one shape", function()
    local facility = schema.definitions.facility.properties
    local a = schema.definitions["facility-a"].properties
    assert.equal("#/definitions/text", fact_of(a.name).anyOf[2]["$ref"])
    assert.equal("#/definitions/yes-no", fact_of(a.flag).anyOf[2]["$ref"])
    assert.equal(fact_of(facility.id), fact_of(a.name))
    assert.not_equal(fact_of(a.limit), fact_of(a.term))
  end)

  -- A form takes the first choice, and the constant of a choice, as default.
  it("has not known as the first choice", function()
    for name, definition in pairs(schema.definitions) do
      if name:find "-fact" then
        assert.equal("#/definitions/not-known", definition.anyOf[1]["$ref"])
      end
    end
    local facility = schema.definitions.facility.properties
    assert.equal("null", facility.people.anyOf[1].type)
  end)
end)

describe("schema and reader", function()
  it("accept each type of value", function()
    both_accept { '"flag":true', '"word":"some"', '"words":["red"]',
      '"words":[]', '"tasks":["red"]', '"tasks":"none"',
      '"count":0', '"count":3.0', '"share":99.5', '"size":2.5',
      '"limit":12', '"limit":"none-stated"', '"term":1', '"day":"2012-02-29"',
      '"day":"2013-05"', '"day":"2013"', '"last":"never"', '"name":"x"',
      '"name":"\\u00a0"' }
  end)

  it("refuse each wrong value", function()
    both_refuse { '"flag":"yes"', '"flag":1', '"word":"few"', '"word":true',
      '"words":"red"', '"words":"none"', '"tasks":["none"]',
      '"words":["green"]', '"words":[null]', '"count":-1',
      '"count":1.5', '"count":"3"', '"count":1e300', '"share":101',
      '"size":1.9', '"limit":0', '"limit":"none"', '"term":"none-stated"',
      '"day":"2013-02-29"', '"day":"1900-02-29"', '"day":"2013-13"',
      '"day":"2013-04-31"', '"day":"1899"', '"day":"2200"', '"day":"13"',
      '"day":"never"', '"name":""', '"name":" \\t\\n"', '"name":5',
      '"flag":[]', '"count":[1]' }
  end)

  it("take null and the words for it as not known", function()
    for _, name in ipairs { "flag", "word", "words", "count", "limit", "day",
      "name" } do
      both_accept { ('"%s":null'):format(name), ('"%s":"unknown"'):format(name),
        ('"%s":"not_assessed"'):format(name),
        ('"%s":{"value":null}'):format(name),
        ('"%s":{"value":"unknown"}'):format(name) }
    end
  end)

  it("accept envelopes with states, reasons and evidence", function()
    both_accept { '"flag":{}', '"flag":{"value":true}', '"flag":{"state":"known","value":'
      .. 'false,"note":"n","as_of":"2013-05","set_by":"law"}',
      '"flag":{"state":"unknown","why":"lost"}', '"flag":{"state":"unknown"}',
      '"flag":{"state":"conflicting"}',
      '"flag":{"withheld_reason":"secret"}',
      '"flag":{"state":"withheld","withheld_reason":"secret"}',
      '"gated":{"state":"not_applicable","na_reason":"none here"}',
      '"flag":{"value":true,"evidence":["E1",{"id":"E1","supports":"for",'
      .. '"says":true}]}', '"flag":{"value":true,"x-mine":{}}' }
  end)

  it("refuse envelopes that lack what their state needs", function()
    both_refuse { '"flag":{"state":"known"}', '"flag":{"evidence":[]}',
      '"flag":{"state":"maybe","value":true}', '"flag":{"state":null}',
      '"flag":{"state":"withheld"}', '"flag":{"withheld_reason":" "}',
      '"flag":{"withheld_reason":null}',
      '"flag":{"state":"not_applicable","na_reason":"n"}',
      '"flag":{"state":"not_applicable"}',
      '"gated":{"state":"not_applicable"}',
      '"gated":{"state":"not_applicable","na_reason":""}',
      '"flag":{"value":1}', '"flag":{"value":true,"sate":"known"}',
      '"flag":{"value":true,"set_by":"us"}', '"flag":{"value":true,'
      .. '"evidence":"E1"}', '"flag":{"value":true,"evidence":[7]}',
      '"flag":{"value":true,"evidence":[{"says":true}]}',
      '"flag":{"value":true,"evidence":[{"id":"E1","says":"x"}]}',
      '"flag":{"state":"unknown","why":7}' }
  end)

  it("agree on what an auditor found", function()
    local found = '"auditor":{"value":false,"by":"A","date":"2013-11-20"}'
    both_accept { '"flag":{"value":true,' .. found .. '}', '"flag":{' .. found .. '}',
      '"flag":{"state":"unknown",' .. found .. '}',
      '"flag":{"value":true,"auditor":null}' }
    both_refuse { '"flag":{"value":1,' .. found .. '}', '"flag":{"auditor":true}',
      '"flag":{"value":true,"auditor":{"value":false,"by":"A"}}',
      '"flag":{"value":true,"auditor":{"value":false,"by":"A","date":"2013-11"}}' }
  end)

  it("agree on what an auditor's finding may hold, by the type of its fact", function()
    local function with(facts)
      for i, fact in ipairs(facts) do
        facts[i] = fact:gsub("{", '{"auditor":{"by":"A","date":"2013-11-20",', 1) .. "}"
      end
      return facts
    end
    both_accept(with { '"flag":{"value":true}', '"count":{"at_least":2,"at_most":3}',
      '"count":{"percent":80}', '"word":{"one_of":["none","some"]}',
      '"words":{"includes":["red"]}', '"words":{"value":["red"],"why":"seen"}',
      '"day":{"value":"2013-11","note":"n"}', '"flag":{"state":"unknown"}',
      '"flag":{"value":true,"evidence":["E1",{"id":"E1","says":true}],"x-a":1}' })
    both_refuse(with { '"flag":{"value":"yes"}', '"flag":{"at_least":2}',
      '"count":{"value":1.5}', '"count":{"at_least":"2"}', '"count":{"percent":180}',
      '"word":{"value":"few"}', '"word":{"one_of":["few"]}',
      '"words":{"includes":["green"]}', '"words":{"value":"red"}',
      '"day":{"value":"soon"}', '"flag":{"state":"withheld"}', '"flag":{"state":"known"}',
      '"flag":{"value":true,"set_by":"law"}', '"flag":{"value":true,"valeu":1}',
      '"flag":{"value":true,"evidence":[{"id":"E1","says":"x"}]}' })
  end)

  it("agree on what is said in part", function()
    both_accept { '"count":{"at_least":1}', '"count":{"at_least":1,"at_most":4}',
      '"count":{"share":"all"}', '"count":{"percent":33.3}',
      '"size":{"at_most":3}', '"term":{"at_least":2}',
      '"day":{"at_least":"2012"}', '"word":{"one_of":["none","some"]}',
      '"words":{"includes":["red"]}' }
    both_refuse { '"count":{"at_least":"1"}', '"count":{"at_most":-1}',
      '"count":{"share":"most"}', '"count":{"percent":101}',
      '"flag":{"at_least":1}', '"word":{"includes":["none"]}',
      '"flag":{"one_of":[true]}', '"word":{"one_of":[]}',
      '"word":{"one_of":["few"]}', '"word":{"one_of":["unknown","none"]}',
      '"size":{"share":"all"}', '"day":{"at_least":"soon"}',
      '"limit":{"at_least":"none-stated"}' }
  end)

  it("agree on lists", function()
    local around = FACT:gsub('"a":{%%}', '"people":%%')
    both_accept({ "[]", "null", '[{"name":"A","licence":{"ends":"2020-01-01"}}]',
      '{"items":[],"complete":true}', '{"count":3}', "{}",
      '{"items":[{}],"stated_by":"HR","note":"n","x-a":1}' }, around)
    both_refuse({ '"none"', "7", "[7]", "[null]", '{"items":7}',
      '{"items":null}', '{"count":"3"}', '{"count":-1}', '{"complete":"yes"}',
      '{"itmes":[]}', '[{"nmae":"A"}]', '[{"name":7}]', '[{"licence":7}]' },
      around)
  end)

  it("agree on the whole", function()
    both_accept({ '"facilities":[{"id":{"value":"f"}}]', '"member":{"id":"M"}', '"member":null,"facilities":null', -- luacheck: ignore 631
      '"records":null,"findings":[]', '"x-host":[1,2]', '"member":{"x-a":0}' },
      DOCUMENT)
    both_refuse({ '"members":{}', '"member":[]', '"member":7',
      '"facilities":[{}]', '"facilities":[{"id":"unknown"}]',
      '"facilities":[{"id":null}]', '"facilities":[{"id":{"value":null}}]',
      '"facilities":[{"id":{"state":"unknown"}}]', '"facilities":[{"id":"f","a":7}]',
      '"facilities":[{"id":"f","b":{}}]', '"facilities":{"items":[{}]}' },
      DOCUMENT)
    assert.same({ false, false }, { verdicts "{}" })
    assert.same({ false, false }, { verdicts '{"format":"cop11.dossier/2"}' })
  end)

  it("agree on what holds for all facilities", function()
    both_accept({ '"all_facilities":{"a":{"flag":true,"x-b":1}}',
      '"all_facilities":null', '"all_facilities":{}' }, DOCUMENT)
    both_refuse({ '"all_facilities":{"a":{"flag":7}}',
      '"all_facilities":{"people":[]}', '"all_facilities":{"id":"f"}',
      '"all_facilities":{"b":{}}', '"all_facilities":[1]' }, DOCUMENT)
  end)

  it("agree on registers", function()
    local record = '"records":[{"kind":"waiver","by":"A","party":"auditor",'
      .. '"authority":"lead","date":"2013-11-01","check":"1.1","why":"w"%}]'
    both_accept({ "", ',"from":"2013-01-01","until":null', ',"id":"R"',
      ',"answer":null', ',"outcome":"conformance"', ',"x-a":1' }, (DOCUMENT:gsub("%%", function()
        return record
      end)))
    both_refuse({ ',"from":"2013"', ',"kimd":"x"', ',"outcome":"fine"',
      ',"answer":{}', ',"until":"x"', ',"supersedes":7' }, (DOCUMENT:gsub("%%", function()
        return record
      end)))
    both_refuse({ '"records":[{"kind":"waiver"}]', '"records":{"a":1}',
      '"records":[{"kind":"waiver","by":null,"party":"auditor",'
        .. '"authority":"l","date":"2013-11-01","check":"1.1","why":"w"}]',
      '"findings":[{"id":"F","provision":"1","rating":"bad","nature":"n"}]',
      '"findings":[7]' }, DOCUMENT)
    both_accept({ '"findings":[{"id":"F","provision":"1","rating":'
      .. '"critical-breach","nature":"n","by":"A","party":"auditor",'
      .. '"due":"2014-01-01","closed_on":null}]' },
      DOCUMENT)
  end)
end)

describe("the schema of the built-in pack", function()
  it("accepts every sample dossier", function()
    local builtin = support.open_builtin()
    local own = support.decode(assert(builtin.describe "dossier-schema"))
    for _, sample in ipairs(support.samples()) do
      assert.is_true(json_schema.valid(support.decode(sample.text), own),
        sample.name)
    end
  end)
end)
