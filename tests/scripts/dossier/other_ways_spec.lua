-- An answer that is said in a way its fact has not, or with a letter that is another
-- than it looks, leads to a form that is taken.
local support = require "support.host"

local runtime = support.open_builtin()

local F <const> = "/facilities/0"

local function problems(said, more)
  local text = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
    .. '"evidence":[{"id":"E-1","kind":"document","title":"T","date":"2013-01-02"}],'
    .. (more or "") .. '"facilities":[{"id":"mine",' .. said .. "}]}"
  return support.decode(assert(runtime.validate(text, {}))).problems
end

-- Where it is told: how the only problem at a place ends.
local function ends_at(said, pointer, ending)
  local found = {}
  for _, one in ipairs(problems(said)) do
    if one.pointer == pointer then found[#found + 1] = one.message end
  end
  assert.equal(1, #found, said)
  assert.equal(ending, found[1]:sub(-#ending), found[1])
end

local function codes(said, more)
  local list = {}
  for i, one in ipairs(problems(said, more)) do list[i] = one.code end
  return list
end

describe("a way to say a value that the fact has not", function()
  it("leads to the forms that it takes", function()
    ends_at('"arms":{"used":{"percent":80}}', F .. "/arms/used", 'write, as the case may '
      .. 'be, "value":true or "value":false or "state":"unknown","why":"percent: 80" in '
      .. 'place of "percent"')
    ends_at('"risk_assessment":{"covers":{"share":"some"}}', F .. "/risk_assessment/covers",
      '"value":["people"] or "includes":["people"] or "state":"unknown","why":"share: some"'
      .. ' in place of "share"')
    ends_at('"risk_assessment":{"exists":{"one_of":["a"]}}', F .. "/risk_assessment/exists",
      '"value":true or "value":false or "state":"unknown","why":"the reason, in words" in '
      .. 'place of "one_of"')
    ends_at('"arms":{"used":{"at_most":1}}', F .. "/arms/used",
      '"state":"unknown","why":"at_most: 1" in place of "at_most"')
    ends_at('"arms":{"used":{"includes":"x"}}', F .. "/arms/used",
      '"state":"unknown","why":"includes: x" in place of "includes"')
  end)
  it("says nothing of what is kept back", function()
    local list = problems '"people":[{"id":"p","armed":{"share":"Anna B"}}]'
    assert.equal("share-of-other-type", list[1].code)
    assert.is_nil(list[1].message:find "Anna")
  end)
end)

describe("the count of a list", function()
  local function count(written, ending)
    ends_at('"people":{"count":' .. written .. ',"items":[]}', F .. "/people/count", ending)
  end
  it("is a number, or else a note", function()
    count('"approx. 40"', 'write "note": "approx. 40" in place of "count": a list without '
      .. 'a count may hold more than it names')
    count('"40-50"', '"note": "40-50" in place of "count": a list without a count may hold '
      .. "more than it names")
    count('{"at_least":40}', '"note": "the number, in words" in place of "count": a list '
      .. "without a count may hold more than it names")
  end)
  it("is read out of a text that says a number", function()
    count('"40"', "write 40")
    count('"40 guards"', "write 40")
  end)
  it("as a note is taken", function()
    assert.same({}, codes '"people":{"note":"approx. 40","items":[]}')
  end)
end)

describe("a letter that is another than it looks", function()
  it("is named in a value, which is read as it looks", function()
    ends_at('"arms":{"used":"\u{443}es"}', F .. "/arms/used",
      "which holds a Cyrillic letter (U+0443); write true")
    ends_at('"arms":{"used":"yes\u{200B}"}', F .. "/arms/used",
      "which holds a zero-width space (U+200B); write true")
    ends_at('"risk_assessment":{"covers":["pr\u{435}mises"]}',
      F .. "/risk_assessment/covers/0", "which holds a Cyrillic letter (U+0435); write "
      .. '"premises"')
    ends_at('"risk_assessment":{"covers":["\u{440}roc\u{435}ss"]}',
      F .. "/risk_assessment/covers/0", "which holds a Cyrillic letter (U+0440)")
    ends_at('"risk_assessment":{"date":"2013\u{2013}02\u{2013}01"}',
      F .. "/risk_assessment/date", 'which holds a dash (U+2013); write "2013-02-01"')
  end)
  it("is not looked for in a sentence", function()
    for _, one in ipairs(problems '"arms":{"used":"yes \u{2013} see annex"}') do
      assert.is_nil(one.message:find("which holds", 1, true))
    end
  end)
end)

describe("a fact that is kept back", function()
  it("has keys by other names told together, and nothing of their values", function()
    local list = problems '"people":[{"id":"p","licence":{"expires":{"min":"2013","max":"2014"}}}]'
    assert.equal(1, #list)
    assert.equal("'max', 'min' are no parts of a fact; write \"at_most\" in place of "
      .. "\"max\" and \"at_least\" in place of \"min\"", list[1].message)
  end)
end)

describe("a note", function()
  it("is not told of an empty list beside a state", function()
    assert.same({}, codes('"risk_assessment":{"covers":{"value":[],"state":"unknown"}}'))
    assert.same({ "value-left-over" },
      codes('"risk_assessment":{"covers":{"value":["people"],"state":"unknown"}}'))
  end)
  it("tells of evidence that is named twice for a fact", function()
    assert.same({ "evidence-repeated" },
      codes('"arms":{"used":{"value":true,"evidence":["E-1","E-1"]}}'))
    assert.same({ "evidence-repeated" },
      codes('"arms":{"used":{"value":true,"evidence":["E-1",{"id":"E-1","says":true}]}}'))
    assert.same({}, codes('"arms":{"used":{"value":true,"evidence":["E-1"]}}'))
  end)
  it("is not told beside an error on the same", function()
    assert.same({ "fact-of-one" },
      codes('"kind":["mine"]', '"all_facilities":{"id":"x"},'))
    assert.same({ "fact-of-one" },
      codes('"name":"Pit"', '"all_facilities":{"name":"x"},'))
  end)
end)
