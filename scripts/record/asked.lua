-- Which question the words PROMPT[@PLACE]=ANSWER answer.

local nearest = require "base.nearest"

local asked = {}

-- PROMPT@PLACE and ANSWER; what names an item of a list, in brackets, may hold a "=".
local function split(words)
  local depth = 0
  for at, char in words:gmatch "()([%[%]=])" do
    if char == "=" and depth == 0 then return words:sub(1, at - 1), words:sub(at + 1) end
    depth = depth + (char == "[" and 1 or char == "]" and -1 or 0)
  end
end

-- "11.2.1/founded@pit"; the name of a fact holds its place already.
local function name_of(one)
  if one.prompt:find "^fact:" or not one.facility then return one.prompt end
  return one.prompt .. "@" .. one.facility
end
asked.name_of = name_of

local function names_in(list)
  local names = {}
  for i, one in ipairs(list) do names[i] = name_of(one) end
  return names
end

-- Those of `list` that are called `name`, with their place or without.
local function called(list, name)
  local found = {}
  for _, one in ipairs(list) do
    if name_of(one) == name then return { one } end
    if one.prompt == name then found[#found + 1] = one end
  end
  return found
end

-- The question of `list` that `words` answer: { prompt, facility, answer }; nil and
-- what is wrong.
function asked.find(list, words)
  local name, answer = split(words)
  if not name then
    return nil, ("'%s' is no PROMPT=ANSWER, such as %s=yes"):format(words,
      list[1] and name_of(list[1]) or "11.2.1/applies")
  end
  local found = called(list, name)
  if #found == 1 then
    return { prompt = found[1].prompt, facility = found[1].facility, answer = answer }
  elseif #found > 1 then
    return nil, ("'%s' is asked at more than one place: write one of %s"):format(name,
      table.concat(names_in(found), ", "))
  end
  return nil, ("nothing asks '%s' now; --list tells what is asked%s"):format(name,
    nearest.hint(name, names_in(list)))
end

return asked
