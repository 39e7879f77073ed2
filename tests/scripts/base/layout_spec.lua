require "support.host"
local layout = require "base.layout"

describe("the width of text", function()
  it("is in columns, not bytes", function()
    assert.equal(0, layout.width "")
    assert.equal(5, layout.width "Größe")
    assert.equal(4, layout.width "上海")
    assert.equal(2, layout.width "\u{1F642}")
    assert.equal(1, layout.width "e\u{301}")
  end)
end)

describe("wrapping", function()
  it("breaks at blanks", function()
    assert.same({ "one two", "three" }, layout.wrap("one two three", 8))
    assert.same({ "one two", "three" }, layout.wrap("  one   two three ", 7))
    assert.same({ "" }, layout.wrap("", 8))
    assert.same({ "" }, layout.wrap("   ", 8))
  end)
  it("breaks a word that fits no line", function()
    assert.same({ "abcde", "fghij", "kl" }, layout.wrap("abcdefghij kl", 5))
    assert.same({ "x", "abcd", "ef y" }, layout.wrap("x abcdef y", 4))
  end)
  it("never breaks inside a character, and ends for any width", function()
    assert.same({ "上", "海" }, layout.wrap("上海", 3))
    assert.same({ "上", "海" }, layout.wrap("上海", 1))
  end)
  it("of a long word takes twice as much for twice the length", function()
    local function instructions(word)
      local count = 0
      debug.sethook(function() count = count + 1 end, "", 1000)
      local lines = layout.wrap(word, 60)
      debug.sethook()
      assert.equal(word, table.concat(lines))
      return count
    end
    local word = ("x\u{E9}\u{4E2D}"):rep(5000)
    assert.is_true(instructions(word .. word) < 2.5 * instructions(word))
  end)

  it("keeps to the width", function()
    local text = ("word 上海 longer-word-than-most "):rep(20)
    for width = 4, 40 do
      for _, line in ipairs(layout.wrap(text, width)) do
        assert.is_true(layout.width(line) <= width)
      end
    end
  end)
end)

describe("a page", function()
  local page
  before_each(function() page = layout.new_page() end)

  it("hangs text below where it began", function()
    page.text("  A  ", ("word "):rep(20))
    assert.equal("  A  " .. ("word "):rep(14) .. "word\n"
      .. "     word word word word word\n", page.finish())
  end)
  it("breaks ASCII, which it does faster, where it breaks other text", function()
    for seed = 1, 400 do
      local words = {}
      for i = 1, seed % 23 do words[i] = ("e"):rep(seed * i * 7 % 11 + 1) end
      local text = table.concat(words, " ")
      for columns = 3, 24 do
        local other = table.concat(layout.wrap(text:gsub("e", "\u{E9}"), columns), "\n")
        assert.equal(other:gsub("\u{E9}", "e"), table.concat(layout.wrap(text, columns), "\n"))
      end
    end
  end)
  it("has headings in capitals, with one empty line around them", function()
    page.line "x"
    page.gap()
    page.gap()
    page.heading "Not settled"
    page.line "y"
    assert.equal("x\n\nNOT SETTLED\n\ny\n", page.finish())
  end)
  it("has rows of cells that wrap", function()
    page.row(2, { { 5 }, { 4, right = true } }, { "one two", "12" })
    page.row(0, { { 5 }, { 4 } }, { "上海", "x" })
    assert.equal("  one      12\n  two\n上海   x\n", page.finish())
  end)
  it("leaves no blanks at the end of a line", function()
    page.text("  ", "")
    page.row(2, { { 5 }, { 4 } }, { "a", "" })
    assert.equal("\n  a\n", page.finish())
  end)
end)
