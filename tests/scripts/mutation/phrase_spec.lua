-- A parsed sentence said in words again is the same sentence.
require "support.host"
local phrase = require "mutation.phrase"
local sentence = require "pack.sentence"

local function same(text)
  it(text, function()
    local leaf = assert(sentence.parse(text))
    assert.equal(text, phrase.of(leaf))
  end)
end

describe("a sentence said again", function()
  for _, text in ipairs { "a.b is yes", "a is x, y or z", "a is not x",
    "a includes x", "a includes all of x and y", "a includes any of x, y and z",
    "a includes none of x", "a is at least 2", "a is at most 2.5",
    "a is more than b.c", "a is less than 1", "a is exactly 0",
    "a covers all of b", "a is on or after today", "a is on or before "
    .. "2013-11-30", "a is after b", "a is before 1 day before today",
    "a is on or after 30 days after b", "a is within 12 months of today",
    "a is within 1 month of today", "a is within b of today" } do
    same(text)
  end
end)
