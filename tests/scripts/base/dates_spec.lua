local support = require "support.host"
local dates = require "base.dates"
assert(support)

describe("dates", function()
  it("count days from 1970 and back, every day of three centuries", function()
    local number = dates.from_civil(1900, 1, 1)
    for year = 1900, 2199 do
      for month = 1, 12 do
        local days = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
        local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
        local last = month == 2 and leap and 29 or days[month]
        for day = 1, last do
          assert(number == dates.from_civil(year, month, day))
          local y, m, d = dates.to_civil(number)
          assert(y == year and m == month and d == day)
          number = number + 1
        end
      end
    end
    assert.equal(0, dates.from_civil(1970, 1, 1))
  end)

  it("reads a day, a month or a year as the days it may mean", function()
    assert.same({ 15739, 15739 }, { dates.parse "2013-02-03" })
    local first, last = dates.parse "2012-02"
    assert.equal("2012-02-01", dates.format(first))
    assert.equal("2012-02-29", dates.format(last))
    first, last = dates.parse "2013"
    assert.equal("2013-01-01", dates.format(first))
    assert.equal("2013-12-31", dates.format(last))
  end)

  it("says what is wrong with a day", function()
    for text, said in pairs { ["2013-11-30"] = "", ["2014-02-30"] =
      "there is no such day", ["2013-13-01"] = "there is no such day",
      ["2200-01-01"] = "a date lies between 1900-01-01 and 2199-12-31",
      ["1899-12-31"] = "a date lies between 1900-01-01 and 2199-12-31",
      ["2013"] = "write a date such as \"2013-11-30\"",
      ["30.11.2013"] = "write a date such as \"2013-11-30\"" } do
      assert.equal(said, dates.day_problem(text) or "", text)
    end
  end)

  it("refuses what is no date", function()
    for _, text in ipairs { "2013-02-29", "2013-13-01", "2013-00-10", "2013-1-1",
      "13-01-01", "2013-01-01T00:00", "2013-01-32", "", "1899-12-31", "2200",
      "2013-01-", " 2013", "2013-01-01 " } do
      assert.is_nil(dates.parse(text), text)
    end
  end)

  it("adds months, keeping to the last day of a shorter month", function()
    local function plus(text, months)
      return dates.format(dates.add_months((dates.parse(text)), months))
    end
    assert.equal("2013-02-28", plus("2013-01-31", 1))
    assert.equal("2012-02-28", plus("2013-02-28", -12))
    assert.equal("2012-11-30", plus("2013-11-30", -12))
    assert.equal("2011-02-28", plus("2012-02-29", -12))
    assert.equal("2014-01-15", plus("2013-12-15", 1))
  end)
end)
