-- Finds what Lua accepts in silence and an author never meant: words and signs
-- between sentences, of which Lua keeps one and drops the other; a name that
-- stands twice; a declaration without braces; a date without quotation marks.

local brackets = require "lint.brackets"
local kinds = require "pack.kinds"
local tokens = require "pack.tokens"

local say <const> = require "base.diagnostic".new

local notation = {}

local JOINS <const> = { ["and"] = "write-all", ["or"] = "write-any",
  ["not"] = "write-none" }
for _, sign in ipairs { "==", "~=", "<", ">", "<=", ">=" } do
  JOINS[sign] = "compare-in-words"
end

local function joins(list, i, add)
  local token = list[i]
  local cure = JOINS[token.text]
  if token.kind == "text" or not cure then return end
  if token.text == "<" and list[i + 2] and list[i + 2].text == ">"
    or token.text == ">" and list[i - 2] and list[i - 2].text == "<" then
    return -- local name <const>
  end
  add("L003", say("joins-nothing", { it = token.text }, cure), token)
end

local function date(list, i, add)
  local a, b, c, d = list[i], list[i + 1], list[i + 2], list[i + 3]
  if d and list[i + 4] and a.kind == "number" and #a.text == 4
    and b.text == "-" and c.kind == "number" and d.text == "-"
    and list[i + 4].kind == "number" then
    local text = a.text .. "-" .. c.text .. "-" .. list[i + 4].text
    add("L003", say("date-unquoted", { it = text }), a)
  end
end

-- "...conduct of" .. "security" prints conduct ofsecurity.
local function pieces(list, i, add)
  local first, second = list[i], list[i + 2]
  if list[i + 1] == nil or list[i + 1].text ~= ".." or not second then return end
  local ends, begins = tokens.content(first), tokens.content(second)
  if not ends or not begins or not ends:find "[%w,;:.?!)}]$"
    or not begins:find "^[%w({]" then
    return
  end
  add("L055", say("no-space-between", { first = ends:match "(%S+)$",
    second = begins:match "^(%S+)" }), first)
end

-- Words of conditions that take a text and then braces.
local function takes_text(word)
  local with = kinds.by_word[word]
  return with and (with.list or word == "when" or word == "auditor"
    or word == "reading")
end

-- any "arms.used is yes": the braces belong around a condition.
local function takes_it_in_braces(word, name)
  local with = kinds.by_word[word]
  return with and with.plain and with.list and name:find " " and "braces-around"
end

local function braces(list, i, add)
  local token, name, after = list[i], list[i + 1], list[i + 2]
  local declares = brackets.DECLARING[token.text]
  if token.kind ~= "name" or not declares and not takes_text(token.text)
    or not name or name.kind ~= "text" or after and (after.text == "{"
      or after.text == "..") then
    return
  end
  add("L005", say(declares and "declares-nothing" or "asks-for-nothing",
    { word = token.text, name = name.text,
      when = token.text == "when" or nil },
    takes_it_in_braces(token.text, name.text) or nil), token)
end

-- The name that an entry at token `i` is given, if any.
local function key_at(list, i)
  local before, token, after = list[i - 1], list[i], list[i + 1]
  if not before or before.text ~= "{" and before.text ~= ","
    and before.text ~= ";" or not after then
    return nil
  end
  if token.kind == "name" and after.text == "=" then return token.text end
  if token.text == "[" and after.kind == "text" and list[i + 3]
    and list[i + 3].text == "=" then
    return tokens.content(after)
  end
end

local function keys(list, i, stack, add)
  local token = list[i]
  if token.kind == "sign" and token.text == "{" then
    stack[#stack + 1] = {}
  elseif token.kind == "sign" and token.text == "}" then
    stack[#stack] = nil
  end
  local key, seen = key_at(list, i), stack[#stack]
  if not key or not seen then return end
  if seen[key] then
    add("L004", say("key-twice", { it = key, line = seen[key].line }), token)
  end
  seen[key] = token
end

-- Inside functions Lua is meant as it stands.
local OPENS <const> = { ["function"] = true, ["do"] = true, ["if"] = true,
  ["repeat"] = true }
local CLOSES <const> = { ["end"] = true, ["until"] = true }

-- Calls add(code, diagnostic, token) for what is found among the tokens of a
-- file that Lua can read.
function notation.check(list, add)
  local depth, stack = 0, {}
  for i, token in ipairs(list) do
    if token.kind == "keyword" then
      if OPENS[token.text] then depth = depth + 1 end
      if CLOSES[token.text] then depth = depth - 1 end
    end
    if depth == 0 then
      joins(list, i, add)
      date(list, i, add)
      pieces(list, i, add)
      braces(list, i, add)
      keys(list, i, stack, add)
    end
  end
end

return notation
