-- Splitting rule files into tokens, unreadable ones too.
require "support.host"
local tokens = require "pack.tokens"

local function shown(text)
  local list = {}
  for i, t in ipairs(tokens.scan(text)) do
    list[i] = ("%s %s %d:%d"):format(t.kind, t.text, t.line, t.column)
  end
  return list
end

describe("tokens", function()
  it("have kinds and places", function()
    assert.same({ "name check 1:1", 'text "1.1" 1:7', "sign { 1:13",
      "name a 2:3", "sign = 2:5", "number 12 2:7", "keyword and 2:10",
      "text 'x' 2:14", "sign } 3:1" },
      shown('check "1.1" {\n  a = 12 and \'x\'\n}'))
  end)

  it("leave comments out, long ones too", function()
    assert.same({ "name a 1:1", "name b 3:4" },
      shown("a -- b { \n--[[ c\n]] b --[==[ ]] ]==]"))
  end)

  it("know signs of two and three characters", function()
    assert.same({ "sign == 1:1", "sign .. 1:4", "sign ... 1:7", "sign ~= 1:11",
      "sign . 1:14", "sign - 1:16" }, shown("== .. ... ~= . -"))
  end)

  it("end a text where its line ends, unless told otherwise", function()
    local list = tokens.scan('"a\\"b" "c\nd "e\\\nf" [[g\nh]]')
    assert.equal('"a\\"b"', list[1].text)
    assert.is_true(list[1].closed)
    assert.equal('"c', list[2].text)
    assert.is_false(list[2].closed)
    assert.equal("d", list[3].text)
    assert.equal('"e\\\nf"', list[4].text)
    assert.same({ 2, 3 }, { list[4].line, list[4].last_line })
    assert.same({ 3, 4 }, { list[5].line, list[5].last_line })
  end)

  it("tell a comment and a long text that never end", function()
    assert.is_false(tokens.scan("a --[[ b")[2].closed)
    assert.equal("comment", tokens.scan("a --[[ b")[2].kind)
    assert.is_false(tokens.scan("[[ b")[1].closed)
  end)

  it("keep a character of several bytes whole", function()
    assert.same({ "foreign \u{201C} 1:1", "name a 1:4", "foreign ! 1:5",
      "foreign \xFF 1:6" }, shown("\u{201C}a!\xFF"))
  end)

  it("give what stands between quotation marks", function()
    local list = tokens.scan("\"a\" 'b' [==[c]==] d")
    assert.equal("a", tokens.content(list[1]))
    assert.equal("b", tokens.content(list[2]))
    assert.equal("c", tokens.content(list[3]))
    assert.is_nil(tokens.content(list[4]))
  end)

  it("cover any bytes without failing", function()
    local bytes = {}
    for i = 0, 255 do bytes[#bytes + 1] = string.char(i) end
    local text = table.concat(bytes):rep(3)
    local last = 0
    for _, t in ipairs(tokens.scan(text)) do
      assert.truthy(t.first > last and t.last >= t.first)
      last = t.last
    end
  end)

  it("are charged one by one", function()
    local units = 0
    tokens.scan((";"):rep(100), function(more) units = units + more end)
    assert.is_true(units >= 100 * 40)
  end)

  it("are found without searching the end of each line again and again", function()
    local find, searched = spy.on(string, "find"), 0
    local list = tokens.scan((";"):rep(1000) .. "\n" .. (";"):rep(1000))
    find:revert()
    for _, call in ipairs(find.calls) do
      if call.vals[2] == "\n" then searched = searched + 1 end
    end
    assert.same({ 2, 1000 }, { list[2000].line, list[2000].column })
    assert.is_true(searched <= 2, searched)
  end)
end)
