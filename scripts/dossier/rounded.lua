-- Numbers of which a double holds less than was written.  Where the number that is read
-- is whole, somebody notices: 99.99999999999999999 becomes 100.  Any other differs in a
-- digit that nobody looks at.

local digits = require "base.digits"
local json_position = require "dossier.json_position"

local say <const> = require("base.diagnostic").new

local rounded = {}

-- Without such a stretch a text holds no number that is rounded.
local MANY <const> = ("[%d.]"):rep(16)
local SMALL <const> = "%d[eE]%-?%d"
local MOST_SHOWN <const> = 60 -- bytes of a number

-- Calls take(pointer, number) for each whole number of `value` that is no host's own.
local function each_whole(r, value, pointer, take)
  r.charge(1)
  if math.type(value) and value % 1 == 0 then return take(pointer, value) end
  if type(value) ~= "table" then return end
  for key, inner in next, value do
    local is_own = type(key) == "string" and key:sub(1, 2) == "x-"
    if not is_own then
      local step = math.type(key) and key - 1 or r.escape(key)
      each_whole(r, inner, pointer .. "/" .. step, take)
    end
  end
end

local function told_already(r)
  local told = {}
  for _, one in ipairs(r.problems) do told[one.pointer] = one.kind == "error" end
  return told
end

-- Tells the numbers of the dossier `root`, whose text is `text`, that are read as
-- another one.
function rounded.note(r, root, text)
  r.charge(#text // 16)
  if not text:find(MANY) and not text:find(SMALL) then return end
  local pointers, numbers, told = {}, {}, told_already(r)
  each_whole(r, root, "", function(pointer, number)
    pointers[#pointers + 1], numbers[pointer] = pointer, number
  end)
  table.sort(pointers)
  local places = json_position.find(text, pointers, r.host.json)
  for _, pointer in ipairs(pointers) do
    local at = places[pointer] and places[pointer].value_at
    local written = at and text:match("^[%d.eE+-]+", at)
    if written and not told[pointer] and not r.host.json.keeps(written) then
      local shown = #written > MOST_SHOWN and written:sub(1, MOST_SHOWN) .. "..." or written
      r.problem("note", pointer, say("number-rounded", { it = shown,
        read = digits(numbers[pointer]) }))
    end
  end
end

return rounded
