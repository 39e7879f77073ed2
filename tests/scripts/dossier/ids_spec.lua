-- Ids that look alike, and countries.
local lookalike = require "base.lookalike"
local support = require "support.host"

local runtime = support.open_builtin()

local function problems(evidence, facilities)
  local list = {}
  local text = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
    .. '"evidence":[' .. evidence .. '],"facilities":[' .. facilities .. "]}"
  for i, one in ipairs(support.decode(assert(runtime.validate(text, {})))
    .problems) do
    list[i] = one.kind .. " " .. one.pointer .. " " .. one.message
  end
  return list
end

local function facilities(...)
  local list = { ... }
  for i, id in ipairs(list) do list[i] = '{"id":"' .. id .. '"}' end
  return problems("", table.concat(list, ","))
end

-- Two ids and the character that tells them apart.
local ALIKE <const> = {
  { "mine", "mine ", "a space too many (U+0020)" },
  { "pit 1", "pit  1", "a space too many (U+0020)" },
  { "pit 1", "pit\u{A0}1", "a no-break space (U+00A0)" },
  { "mine", "mi\u{200B}ne", "a zero-width space (U+200B)" },
  { "mine", "\u{202E}mine", "an invisible character (U+202E)" },
  { "mi\u{F1}a", "min\u{303}a", "an accent written apart (U+0303)" },
  { "\u{1EBF}", "e\u{302}\u{301}", "an accent written apart (U+0302)" },
  { "\u{30AC}", "\u{30AB}\u{3099}", "an accent written apart (U+3099)" },
  { "mine", "min\u{435}", "a Cyrillic letter (U+0435)" },
  { "A-1", "\u{391}-1", "a Greek letter (U+0391)" },
  { "A-1", "A\u{2011}1", "a dash (U+2011)" },
  { "A-1", "\u{FF21}-1", "a letter as wide as kanji (U+FF21)" },
}

describe("ids that look alike", function()
  for _, case in ipairs(ALIKE) do
    it("are told with the odd character: " .. case[3], function()
      for _, order in ipairs { { 1, 2 }, { 2, 1 } } do
        local first, second = case[order[1]], case[order[2]]
        local list = facilities(first, second)
        local said = list[#list]
        assert.matches("^error /facilities/1/id the id '", said)
        assert.truthy(said:find("'" .. case[2] .. "' holds " .. case[3], 1, true),
          said)
      end
    end)
  end

  it("are none where a letter, its case or its accent differs", function()
    assert.same({}, facilities("mine", "Mine", "pe\u{F1}a", "pena", "A1", "A2",
      "\u{420}\u{443}\u{434}\u{43D}\u{438}\u{43A}", "1", "i", "mine-1"))
  end)

  local DIFFER <const> = { { "M-l", "M-1", "a small L stands where that has the digit 1" },
    { "MI", "Ml", "a capital I stands where that has a small L" },
    { "M0", "MO", "the digit 0 stands where that has a capital O" },
    { "a|", "a1", "a bar stands where that has the digit 1" } }
  for _, case in ipairs(DIFFER) do
    it("are noted where a plain letter is easily taken for another: " .. case[1], function()
      local said = ("note /facilities/1/id the id '%s' is easily taken for '%s': %s; give "
        .. "one of them another name"):format(case[1], case[2], case[3])
      assert.same({ said }, facilities(case[2], case[1]))
      local report = support.decode(assert(runtime.evaluate('{"format":"cop11.dossier/1",'
        .. '"assessment":{"date":"2013-11-30"},"facilities":[{"id":"' .. case[2]
        .. '"},{"id":"x"},{"id":"' .. case[1] .. '"}]}', {})))
      assert.equal("id-taken-for-other /facilities/2/id", report.problems[1].code .. " "
        .. report.problems[1].pointer)
    end)
  end

  it("are told of evidence too, and of a name for it", function()
    local document = '{"kind":"document","id":"%s"}'
    assert.matches("^error /evidence/1/id the id 'E%-1' looks like",
      problems(document:format "E\u{2010}1" .. "," .. document:format "E-1",
        '{"id":"a"}')[1])
    local list = problems(document:format "Annex\u{A0}5",
      '{"id":"a","arms":{"used":{"value":true,"evidence":["Annex 5"]}}}')
    assert.matches("^note /evidence/0/id .*a no%-break space %(U%+00A0%)", list[1])
    assert.truthy(list[2]:find("did you mean 'Annex\u{A0}5'? 'Annex\u{A0}5' holds "
      .. "a no-break space (U+00A0)", 1, true), list[2])
  end)

  it("are told of records and findings, and of names for them", function()
    local RECORD <const> = '{"kind":"waiver","provision":"11.1","party":"auditor",'
      .. '"by":"A","authority":"B","why":"C","date":"2013-11-01","id":"%s"%s}'
    local FINDING <const> = '{"provision":"11.1","rating":"minor-nonconformance",'
      .. '"nature":"n","party":"auditor","by":"A","id":"%s"}'
    local function said(register, ...)
      local text = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
        .. '"facilities":[{"id":"a"}],"' .. register .. '":[' .. table.concat({ ... },
        ",") .. "]}"
      return support.decode(assert(runtime.validate(text, {}))).problems[1]
    end
    for _, case in ipairs(ALIKE) do
      for register, entry in pairs { records = RECORD, findings = FINDING } do
        local one = said(register, entry:format(case[1], ""), entry:format(case[2], ""))
        assert.equal("/" .. register .. "/1/id", one.pointer)
        assert.truthy(one.message:find("'" .. case[2] .. "' holds " .. case[3], 1,
          true), one.message)
      end
    end
    assert.matches("^the id 'F' is used twice; ", said("findings", FINDING:format "F",
      FINDING:format "F").message)
    assert.matches("^the id 'R' is used twice; ", said("records", RECORD:format("R", ""),
      RECORD:format("R", "")).message)
    assert.truthy(said("records", RECORD:format("R-1", ""), RECORD:format("R-2",
      ',"supersedes":"R\u{2011}1"')).message:find("a dash (U+2011)", 1, true))
  end)

  it("and one that holds what nobody sees gets a note", function()
    assert.matches("^note /facilities/0/id the id 'mine ' holds a space too many",
      facilities("mine ")[1])
    assert.same({}, facilities("min\u{303}a"))
  end)

  it("are looked for in ids of a usual length", function()
    local long = ("x"):rep(300)
    assert.same({}, facilities(long, long .. " "))
    assert.equal(long .. " ", lookalike.skeleton(long .. " "))
  end)
end)

describe("a country", function()
  local function country(value)
    local list = problems("", '{"id":"a","country":' .. value .. "}")
    return list[1]
  end

  it("is one of ISO 3166, or not known", function()
    for _, code in ipairs { '"PE"', '"GB"', '"ZA"', '"XK"', '"unknown"', "null" } do
      assert.is_nil(country(code))
    end
  end)

  it("by another name gets its code as the cure", function()
    for name, code in pairs { ["Per\u{FA}"] = "PE", ["Peru\u{301}"] = "PE",
      peru = "PE", pe = "PE", USA = "US", ["United Kingdom"] = "GB",
      ["South Korea"] = "KR", ["C\u{F4}te d\u{2019}Ivoire"] = "CI",
      Germny = "DE", ["Congo (Dem. Rep.)"] = "CD", Tanzania = "TZ", GIN = "GN", COD = "CD" } do
      assert.truthy(country('"' .. name .. '"'):find("did you mean '" .. code
        .. "'?", 1, true), name)
    end
  end)

  it("that is none, or might be two, is refused without one", function()
    for _, value in ipairs { '"XX"', '"ENG"', '"Congo"', '"Atlantis and the sea"', "7",
      "true" } do
      local said = country(value)
      assert.matches("^error /facilities/0/country facility.country: expected the "
        .. "ISO 3166 code of a country", said)
      assert.is_nil(said:find "did you mean")
    end
  end)
end)

describe("ids of the items of a list", function()
  local function allegations(...)
    local list = {}
    for i, id in ipairs { ... } do
      list[i] = ('{"id":"%s","status":"open"}'):format(id)
    end
    return problems("", '{"id":"mine","allegations":[' .. table.concat(list, ",")
      .. "]}")
  end
  it("are used once: what is entered twice would count twice", function()
    assert.same({ "error /facilities/0/allegations/1/id the id 'A-1' is used twice; give "
      .. "each an id of its own, or take out what is entered twice" },
      allegations("A-1", "A-1"))
    assert.matches("looks like", allegations("A-1", "\u{391}-1")[1])
  end)
  it("are told with the odd character, in every list that has ids", function()
    local count = 0
    for _, list in ipairs(runtime.model().vocabulary.ordered_lists) do
      if list.entries.id then
        count = count + 1
        for _, case in ipairs(ALIKE) do
          for _, order in ipairs { { 1, 2 }, { 2, 1 } } do
            local said = problems("", ('{"id":"a","%s":{"items":[{"id":"other"},'
              .. '{"id":"%s"},{"id":"%s"}]}}'):format(list.path, case[order[1]],
              case[order[2]]))
            assert.matches("^error /facilities/0/" .. list.path .. "/items/2/id the id '",
              said[#said])
            assert.truthy(said[#said]:find("'" .. case[2] .. "' holds " .. case[3], 1,
              true), said[#said])
          end
        end
      end
    end
    assert.equal(8, count)
  end)
  it("and one that holds what nobody sees gets a note", function()
    assert.matches("^note /facilities/0/allegations/0/id the id 'A 1 ' holds a space too "
      .. "many", allegations("A 1 ")[1])
  end)
  it("may be the same at two facilities", function()
    local one = '{"id":"%s","incidents":[{"id":"I-1"}]}'
    assert.same({}, problems("", one:format "east" .. "," .. one:format "west"))
    assert.same({}, allegations("A-1", "A-2"))
  end)
end)
