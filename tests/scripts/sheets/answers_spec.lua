local answers = require "sheets.answers"

local COUNT <const> = { type = "count", least = 0, unit = "persons", of = "people" }
local DATE <const> = { type = "date" }
local YES_NO <const> = { type = "yes/no" }

local function choice(kind, more)
  local entry = { type = kind, values = { "inhouse", "private", "part_time" },
    titles = { inhouse = "in-house guards", private = "guards of companies" },
    allowed = { inhouse = true, private = true, part_time = true } }
  for key, value in pairs(more or {}) do entry[key] = value end
  return entry
end

local function reads(entry, typed, said)
  local found, wrong = answers.read(entry, typed)
  assert.is_nil(wrong)
  assert.same(said, found, tostring(typed))
end

local function refuses(entry, typed, ...)
  local found, wrong = answers.read(entry, typed)
  assert.is_nil(found)
  for _, words in ipairs { ... } do assert.truthy(wrong:find(words, 1, true), wrong) end
end

describe("an answer typed in a cell", function()
  it("may be empty", function()
    reads(COUNT, nil, {})
    reads(COUNT, "  ", {})
  end)
  it("may be yes or no as people write it, or the cell's own", function()
    for _, typed in ipairs { "yes", "Yes", " YES ", "y", "true" } do
      reads(YES_NO, typed, { value = true })
    end
    reads(YES_NO, "n", { value = false })
  end)
  it("may be a number, whole though the program kept it with a fraction", function()
    reads(COUNT, 40, { value = 40 })
    assert.equal("integer", math.type(answers.read(COUNT, 40.0).value))
    reads(COUNT, "40", { value = 40 })
  end)
  it("may be bounds, and part of a whole", function()
    reads(COUNT, "at least 40", { at_least = 40 })
    reads(COUNT, "35 to 45", { at_least = 35, at_most = 45 })
    reads(COUNT, "80 %", { percent = 80 })
    reads(COUNT, "some", { share = "some" })
  end)
  it("may be about a number, of which no more is known than that there is some", function()
    local said, wrong, note = answers.read(COUNT, "approx. 40")
    assert.is_nil(wrong)
    assert.same({ at_least = 1, note = "approx. 40" }, said)
    assert.truthy(note:find('"at least 1"', 1, true))
  end)
  it("may be a day, a month or a span", function()
    reads(DATE, { date = "2013-11-30" }, { value = "2013-11-30" })
    reads(DATE, "2013-11-30", { value = "2013-11-30" })
    reads(DATE, 41608, { value = "2013-11-30" }) -- as a workbook counts days
    reads(DATE, "Nov 2013", { value = "2013-11" })
    reads(DATE, "not before 2013-07", { at_least = "2013-07" })
    reads(DATE, "2013-07 to 2013-09", { at_least = "2013-07", at_most = "2013-09" })
  end)
  it("may be a choice by its title or its word", function()
    reads(choice "choice", "In-house guards", { value = "inhouse" })
    reads(choice "choice", "inhouse", { value = "inhouse" })
    reads(choice "choice", "Part time", { value = "part_time" })
    reads(choice "choice", "In-house guards or part time",
      { one_of = { "inhouse", "part_time" } })
  end)
  it("may be several choices", function()
    reads(choice "choices", "In-house guards; part time", { value = { "inhouse", "part_time" } })
    reads(choice "choices", "includes part time", { includes = { "part_time" } })
    reads(choice("choices", { may_be_none = true }), "None of these", { value = "none" })
  end)
  it("may be what stands in place of a value", function()
    reads(COUNT, "not known", { state = "unknown" })
    reads(COUNT, "Withheld", { state = "withheld" })
    reads(choice "choice", "not applicable", { state = "not_applicable" })
    reads({ type = "count", na_when = {} }, "n/a", { state = "not_applicable" })
  end)
  it("is refused with what could stand there", function()
    refuses(COUNT, "lots", "'lots' is no answer here", "at least 40")
    refuses(COUNT, { date = "2013-01-02" }, "2013-01-02", "a whole number")
    refuses(YES_NO, "perhaps so", "Yes; No; Not known")
    refuses(choice "choice", "In-hose guards", "did you mean 'In-house guards'?")
  end)
  it("is refused where it can be read in two ways, which are named", function()
    refuses(DATE, "03/04/2013", "2013-04-03 or 2013-03-04")
  end)
  it("is refused where one of several is none", function()
    refuses(choice "choices", "In-house guards; martians", "martians")
  end)
end)
