require "support.host"
local amounts = require "base.amounts"

describe("an amount in words", function()
  it("is a number", function()
    for text, number in pairs { ["12"] = 12, one = 1, Twelve = 12, zero = 0,
      ["one hundred"] = 100, forty = 40, ["forty-two"] = 42, nineteen = 19,
      ["a dozen"] = 12, ["Two dozen"] = 24, ["two hundred and fifty"] = 250,
      ["one thousand two hundred and six"] = 1206, ["twelve hundred"] = 1200 } do
      assert.equal(number, amounts.number(text))
    end
    for _, text in ipairs { "many", "", "1.5", "-1", "one.two", "a", "and", "a five", "five six",
      "twenty ten", "hundred and", "zero hundred", "dozens", "not forty" } do
      assert.is_nil(amounts.number(text))
    end
  end)

  it("is a span of days or months, where it is exactly one", function()
    for text, expected in pairs { ["90 days"] = "90 days", ["a week"] = "7 days",
      ["2 years"] = "24 months", ["twelve months"] = "12 months",
      ["1 day"] = "1 day", ["one Year"] = "12 months" } do
      assert.equal(expected, amounts.said(amounts.span(text)))
    end
    for _, text in ipairs { "2 quarters", "days", "some days", "2 years ago",
      "999999 days", "" } do
      assert.is_nil(amounts.span(text))
    end
  end)
end)
