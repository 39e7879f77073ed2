-- Where a finding of lint stands, and how much is looked at to tell.
require "support.host"
local place = require "lint.place"
local tokens = require "pack.tokens"

-- The tokens of `text` in a list that counts how many are read.
local function counted(text)
  local list, count = tokens.scan(text), { reads = 0 }
  return setmetatable({}, { __len = function() return #list end,
    __index = function(_, i)
      count.reads = count.reads + 1
      return list[i]
    end }), count
end

local TEXT <const> = 'check "1" {\n  title = "A", wrong = 1\n}\ncheck "2" {\n'
  .. '  title = "B", "doors is yes" }'

describe("the place of a finding", function()
  local function at(where, word)
    return { place.find(where, word, TEXT, tokens.scan(TEXT)) }
  end

  it("is that of an entry, of a text's beginning, or of the word", function()
    assert.same({ 2, 3 }, at { line = 1, key = "title" })
    assert.same({ 5, 16 }, at { line = 4, starts = "doors is yes and more" })
    assert.same({ 2, 16 }, at({ line = 1 }, "wrong"))
    assert.same({ 2, 16 }, at({ line = 1, key = "ask" }, "wrong"))
  end)

  it("is the line alone where the next declaration comes first", function()
    assert.same({ 4, 1 }, at({ line = 4 }, "wrong"))
    assert.same({ 1, 1 }, at { line = 1, starts = "doors is yes" })
  end)

  it("is found without reading the file from its start", function()
    local text = ('check "1" { title = "A" }\n'):rep(4000)
    local list, count = counted(text)
    assert.same({ 3999, 1 }, { place.find({ line = 3999 }, "absent", text, list) })
    assert.is_true(count.reads < 100, count.reads)
  end)
end)
