local support = require "support.host"
local answers = require "sheets.answers"
local deep = require "base.deep"
local facts = require "sheets.facts"
local places = require "sheets.places"
local shown = require "sheets.shown"

local json = support.json
local builtin = support.open_builtin()

local function sheets_of(text)
  return support.decode(assert(builtin.sheets(text, {})))
end

-- The workbook as it is read again where nobody changed anything.
local function as_read(document)
  local book = { dossier = document.dossier, sheets = json.array {} }
  for i, sheet in ipairs(document.sheets) do
    local columns, rows = json.array { "key" }, json.array {}
    for k, column in ipairs(sheet.columns) do columns[k + 1] = column.key end
    for k, row in ipairs(sheet.rows) do
      rows[k] = { number = k + 2, cells = json.array { row.key,
        table.unpack(row.cells, 1, #columns - 1) } }
    end
    book.sheets[i] = { id = sheet.id, name = sheet.title, columns = columns, rows = rows }
  end
  return book
end

local function sheet_in(book, id)
  for _, sheet in ipairs(book.sheets) do
    if sheet.id == id then return sheet end
  end
end

local function index_of(sheet, column)
  for i, key in ipairs(sheet.columns) do
    if key == column then return i end
  end
end

local function row_in(sheet, key)
  for _, row in ipairs(sheet.rows) do
    if row.cells[1] == key then return row end
  end
end

local function put(book, id, key, column, value)
  local sheet = sheet_in(book, id)
  row_in(sheet, key).cells[index_of(sheet, column)] = value
end

local function take(book)
  return support.decode(assert(builtin.taken(json.write(book), {})))
end

local function taken_dossier(book)
  local found = take(book)
  assert.same({}, found.problems)
  return support.decode(found.dossier)
end

local MINE <const> = [[{"format":"cop11.dossier/1",
  "assessment":{"date":"2013-11-30","kind":"certification"},
  "evidence":[{"id":"E-1","kind":"document"},{"id":"E-2","kind":"interview"}],
  "facilities":[{"id":"pit","kind":["mine"],
    "arms":{"used":{"value":true,"evidence":[{"id":"E-1","supports":"for"}]},"armed_count":3},
    "people":[{"id":"G-1","armed":true},{"id":"G-2","armed":false}]}]}]]
local PIT <const> = "/facilities/0"
local TOPIC <const> = "Conduct and incidents"

local function book_of(text) return as_read(sheets_of(text or MINE)) end

local function one_problem(book)
  local found = take(book)
  assert.equal(1, #found.problems)
  return found.problems[1], found
end

-- Calls with(entry, said, path) for each fact of each sample.
local function each_fact(with)
  local vocabulary = builtin.model().vocabulary
  local function all(root, base, entries)
    for _, entry in ipairs(entries) do
      with(entry, deep.at(root, places.below(base, entry.suffix)), entry.path)
    end
  end
  local function of_scope(scope)
    local list = {}
    for _, entry in ipairs(vocabulary.ordered) do
      if entry.scope == scope then list[#list + 1] = entry end
    end
    return list
  end
  for _, sample in ipairs(support.samples()) do
    local root = support.decode(sample.text)
    all(root, { "member" }, of_scope "member")
    for _, facility in ipairs(places.facilities(root)) do
      all(root, facility.keys, of_scope "facility")
      for _, list in ipairs(vocabulary.ordered_lists) do
        local items, keys = places.items(root, places.below(facility.keys, list.suffix))
        for i = 1, #items do all(root, places.item(keys, i), list.ordered) end
      end
    end
  end
end

describe("a workbook", function()
  it("gives the dossier back byte for byte where nobody changed it, for each sample", function()
    for _, sample in ipairs(support.samples()) do
      local found = take(as_read(sheets_of(sample.text)))
      assert.same({}, found.problems, sample.name)
      assert.equal(sample.text, found.dossier, sample.name)
    end
  end)
  it("shows each answer of each sample in words that say the same when read", function()
    local count = 0
    each_fact(function(entry, said, path)
      local cell = shown.of(entry, said, json.null).answer
      if cell ~= nil and cell ~= shown.TITLES.conflicting then
        local read, wrong = answers.read(entry, cell)
        assert.is_nil(wrong, path)
        assert.equal(json.write(shown.of(entry, read, json.null)),
          json.write { answer = cell }, path)
        count = count + 1
      end
    end)
    assert.is_true(count > 500)
  end)
end)

describe("a cell that was changed", function()
  it("changes its fact alone", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/armed_count", "answer", 5)
    local before = support.decode(MINE)
    before.facilities[1].arms.armed_count = 5
    assert.same(before, taken_dossier(book))
  end)
  it("keeps what is said of evidence that is still named", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/used", "evidence", "E-2; E-1")
    assert.same({ value = true, evidence = { "E-2", { id = "E-1", supports = "for" } } },
      taken_dossier(book).facilities[1].arms.used)
  end)
  it("puts the reason where the state has it", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/used", "answer", "Withheld")
    put(book, TOPIC, PIT .. "/arms/used", "why", "a secret of the company")
    local said = taken_dossier(book).facilities[1].arms.used
    assert.equal("withheld", said.state)
    assert.equal("a secret of the company", said.withheld_reason)
    assert.is_nil(said.value)
  end)
  it("takes an answer away where it is empty", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/armed_count", "answer", json.null)
    assert.is_nil(taken_dossier(book).facilities[1].arms.armed_count)
  end)
  it("is the auditor's, with name and day of the assessment", function()
    local book = book_of()
    put(book, "assessment", "/assessment/assessor", "answer", "A. Auditor")
    put(book, TOPIC, PIT .. "/arms/armed_count", "auditor", 4)
    assert.same({ value = 3, auditor = { value = 4, by = "A. Auditor", date = "2013-11-30" } },
      taken_dossier(book).facilities[1].arms.armed_count)
  end)
  it("is refused as the auditor's while nobody says who that is", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/armed_count", "auditor", 4)
    assert.truthy(one_problem(book).message:find("sheet Assessment", 1, true))
  end)
  it("is told by sheet and cell where it cannot be read, and nothing is given then", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/armed_count", "answer", "lots")
    local problem, found = one_problem(book)
    assert.equal("Conduct and incidents", problem.sheet)
    local sheet = sheet_in(book, TOPIC)
    assert.equal("E" .. row_in(sheet, PIT .. "/arms/armed_count").number, problem.cell)
    assert.is_nil(found.dossier)
  end)
  it("is told where the dossier then has an error", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/used", "evidence", "E-9")
    local problem = one_problem(book)
    assert.truthy(problem.message:find("E-9", 1, true))
    assert.equal("G", problem.cell:sub(1, 1))
  end)
  it("is told where it holds a formula without a result", function()
    local book = book_of()
    put(book, TOPIC, PIT .. "/arms/armed_count", "answer", { problem = "no result" })
    assert.equal("no result", one_problem(book).message)
  end)
end)

local function new_row(book, id, cells)
  local sheet, row = sheet_in(book, id), json.array {}
  for i in ipairs(sheet.columns) do row[i] = json.null end
  for column, value in pairs(cells) do row[index_of(sheet, column)] = value end
  sheet.rows[#sheet.rows + 1] = { number = 90, cells = row }
end

describe("a row of a list", function()
  it("is a new item where it is new", function()
    local book = book_of()
    new_row(book, "people", { facility = "pit", ["id|answer"] = "G-3", ["armed|answer"] = "y" })
    local people = taken_dossier(book).facilities[1].people
    assert.same({ id = "G-3", armed = true }, people[3])
  end)
  it("needs a facility that is there", function()
    local book = book_of()
    new_row(book, "people", { facility = "pitt", ["id|answer"] = "G-3" })
    local problem = one_problem(book)
    assert.truthy(problem.message:find("did you mean 'pit'?", 1, true))
    assert.equal("B90", problem.cell)
  end)
  it("that was copied is a new item", function()
    local book = book_of()
    new_row(book, "people", { key = PIT .. "/people/0", facility = "pit",
      ["id|answer"] = "G-3" })
    assert.equal("G-3", taken_dossier(book).facilities[1].people[3].id)
  end)
  it("takes its item along where it is removed, and says so", function()
    local book = book_of()
    table.remove(sheet_in(book, "people").rows, 1)
    local problem, found = one_problem(book)
    assert.equal("note", problem.kind)
    local people = support.decode(found.dossier).facilities[1].people
    assert.same({ { id = "G-2", armed = false } }, people)
  end)
  it("is found by its key wherever it was moved", function()
    local book = book_of()
    local rows = sheet_in(book, "people").rows
    rows[1], rows[2] = rows[2], rows[1]
    assert.equal(MINE, take(book).dossier)
  end)
  it("tells an error of a new item in its own cell, though rows before it are gone", function()
    local book = book_of()
    table.remove(sheet_in(book, "people").rows, 1)
    new_row(book, "people", { facility = "pit", ["id|answer"] = "G-3",
      ["armed|evidence"] = "E-9", ["armed|answer"] = "Yes" })
    local found = take(book)
    assert.equal(2, #found.problems)
    assert.truthy(found.problems[2].cell:find "90$")
  end)
end)

describe("the sheet of the lists", function()
  it("says that a list is complete", function()
    local book = book_of()
    put(book, "lists", PIT .. "/people", "complete", "Yes")
    local people = taken_dossier(book).facilities[1].people
    assert.is_true(people.complete)
    assert.equal(2, #people.items)
  end)
  it("says it of a list that is empty", function()
    local book = book_of()
    put(book, "lists", PIT .. "/threats", "complete", "Yes")
    put(book, "lists", PIT .. "/threats", "stated_by", "the manager")
    assert.same({ complete = true, stated_by = "the manager" },
      taken_dossier(book).facilities[1].threats)
  end)
end)

describe("the sheets of the registers", function()
  local FOUND <const> = { id = "F-1", provision = "11.2", rating = "minor-nonconformance",
    nature = "nobody knew the rules", by = "A. Auditor", party = "auditor",
    raised = "2013-11-30", evidence = { "E-2" } }
  local function with_finding()
    local book = book_of()
    new_row(book, "findings", { id = "F-1", provision = "11.2",
      rating = "Minor nonconformance", nature = "nobody knew the rules", by = "A. Auditor",
      party = "auditor", raised = { date = "2013-11-30" }, evidence = "E-2" })
    return take(book)
  end
  it("take a finding in, and close it on a day", function()
    local text = with_finding().dossier
    assert.same({ FOUND }, support.decode(text).findings)
    local book = book_of(text)
    put(book, "assessment", "/assessment/date", "answer", { date = "2014-02-28" })
    put(book, "findings", "/findings/0", "closed_on", { date = "2014-02-28" })
    put(book, "findings", "/findings/0", "verified_by", "A. Auditor")
    local one = taken_dossier(book).findings[1]
    assert.same({ "2014-02-28", "A. Auditor" }, { one.closed_on, one.verified_by })
  end)
  it("take a record in", function()
    local book = book_of()
    new_row(book, "records", { kind = "judgement", by = "A. Auditor", date = "2013-11-30",
      party = "auditor", authority = "lead auditor", why = "one guard, new",
      prompt = "11.2.14/extent", answer = "isolated", facility = "pit" })
    local record = taken_dossier(book).records[1]
    assert.same({ "judgement", "isolated" }, { record.kind, record.answer })
  end)
  it("read an answer as it was: several words, a truth, a number", function()
    for cell, answer in pairs { ["a; b"] = { "a", "b" }, ["true"] = true, yes = "yes" } do
      assert.same(answer, facts.alone({ type = "answer" }, cell))
      assert.equal(cell, shown.plain_answer(answer))
    end
    assert.equal(3, facts.alone({ type = "answer" }, 3.0))
  end)
  it("tell a slip by its cell", function()
    local book = book_of()
    new_row(book, "findings", { id = "F-1", provision = "11.9", rating = "Minor",
      nature = "n", by = "A", party = "auditor" })
    local problem = one_problem(book)
    assert.equal("Findings", problem.sheet)
    assert.equal("F90", problem.cell)
  end)
  it("have no records in a self-assessment", function()
    local book = book_of((MINE:gsub("certification", "self")))
    assert.is_nil(sheet_in(book, "records"))
    assert.is_table(sheet_in(book, "findings"))
  end)
end)

describe("a sheet", function()
  it("that is missing keeps what it held, and that is told", function()
    local book = book_of()
    for i, sheet in ipairs(book.sheets) do
      if sheet.id == "people" then table.remove(book.sheets, i) end
    end
    local problem, found = one_problem(book)
    assert.equal("note", problem.kind)
    assert.equal(MINE, found.dossier)
  end)
  it("asks only what may apply to a facility of its kind", function()
    local function has(text, key) return row_in(sheet_in(book_of(text), TOPIC) or { rows = {} },
      key) ~= nil end
    assert.is_true(has(MINE, PIT .. "/arms/used"))
    local office = MINE:gsub('"mine"', '"office"')
    assert.is_true(has(office, PIT .. "/arms/used")) -- it is answered
    local fewer = sheet_in(book_of(office), "Voluntary Principles").rows
    assert.is_true(#fewer < #sheet_in(book_of(MINE), "Voluntary Principles").rows // 3)
  end)
  it("has no auditor's columns in a self-assessment", function()
    local book = book_of((MINE:gsub("certification", "self")))
    assert.is_nil(index_of(sheet_in(book, TOPIC), "auditor"))
    assert.is_number(index_of(sheet_in(book, TOPIC), "note"))
  end)
end)

describe("a dossier with an error", function()
  it("is refused", function()
    local text, wrong = builtin.sheets((MINE:gsub('"pit"', "7")), {})
    assert.is_nil(text)
    assert.equal("/facilities/0/id", wrong.where)
  end)
end)
