-- Splits the text of a rule file into words, texts, numbers and signs, each
-- with its place.  It never fails: what Lua itself would refuse becomes a token
-- too, so that lint can say what is wrong and where.

local source = require "pack.source"

local tokens = {}

-- Signs of two characters; of three there is one.
local LONG_SIGNS <const> = { ["=="] = true, ["~="] = true, ["<="] = true,
  [">="] = true, ["//"] = true, ["::"] = true, [".."] = true, ["<<"] = true,
  [">>"] = true }

-- ---- pieces -------------------------------------------------------------

-- The level of a long bracket "[[" or "[==[" that opens at `position`.
local function long_level(text, position)
  local equals = text:match("^%[(=*)%[", position)
  return equals and #equals
end

local function long_end(text, position, level)
  local _, last = text:find("]" .. ("="):rep(level) .. "]", position, true)
  return last
end

-- Where the comment that begins at `position` ends, and whether it does end.
local function skip_comment(text, position)
  local level = long_level(text, position + 2)
  if not level then
    return (text:find("\n", position, true) or #text + 1) - 1, true
  end
  local last = long_end(text, position + 2, level)
  return last or #text, last ~= nil
end

-- Where the text in quotes ends, and whether the closing quote is there.
local function quoted_end(text, position)
  local quote = text:sub(position, position)
  local stops = quote == '"' and '[\\\n"]' or "[\\\n']"
  local at = position + 1
  while true do
    local stop = text:find(stops, at)
    if not stop then return #text, false end
    local sign = text:byte(stop)
    if sign == 92 then at = stop + 2 -- a backslash and what it stands before
    elseif sign == 10 then return stop - 1, false
    else return stop, true end
  end
end

-- One character that no rule file should hold, whole even when it has several
-- bytes.
local function foreign(text, position)
  return text:match("^[\xC2-\xF4][\x80-\xBF]*", position)
    or text:sub(position, position)
end

local function sign_at(text, position)
  local pair = text:sub(position, position + 1)
  if LONG_SIGNS[pair] then
    return text:sub(position, position + 2) == "..." and "..." or pair
  end
  return text:match("^[{}()%[%]=,;:.+*/%%^#<>~&|%-]", position)
end

-- Kind, last byte and whether it is closed, of the token at `position`.
local function token_at(text, position)
  local first = text:sub(position, position)
  if first == '"' or first == "'" then
    local last, closed = quoted_end(text, position)
    return "text", last, closed
  end
  local level = first == "[" and long_level(text, position)
  if level then
    local last = long_end(text, position, level)
    return "text", last or #text, last ~= nil
  end
  local word = text:match("^[%a_][%w_]*", position)
  if word then return "name", position + #word - 1, true end
  local number = text:match("^%d[%w.]*", position)
    or text:match("^%.%d[%w.]*", position)
  if number then return "number", position + #number - 1, true end
  local sign = sign_at(text, position)
  if sign then return "sign", position + #sign - 1, true end
  return "foreign", position + #foreign(text, position) - 1, true
end

-- ---- the whole ----------------------------------------------------------

-- Counts lines as it goes, since the tokens come in order.
local function line_counter(text)
  local line, start, newline = 1, 1, nil
  return function(position)
    newline = newline or text:find("\n", start, true) or #text + 1
    while newline < position do
      line, start = line + 1, newline + 1
      newline = text:find("\n", start, true) or #text + 1
    end
    return line, position - start + 1
  end
end

-- What making a token takes, in steps.
local TOKEN_COST <const> = 40
local KEYWORDS <const> = {}
for word in ([[and break do else elseif end false for function goto if in local
  nil not or repeat return then true until while]]):gmatch "%a+" do
  KEYWORDS[word] = true
end

-- The tokens of `text`: { kind, text, line, column, last_line, closed }.  Kinds:
-- name, keyword, text (in quotes), number, sign, foreign.  Comments are left
-- out, but for one that never ends.  `charge` (nil: nobody pays) is called before
-- each.
function tokens.scan(text, charge)
  local list, place, position = {}, line_counter(text), 1
  while true do
    position = text:find("%S", position)
    if not position then return list end
    local kind, last, closed
    if text:sub(position, position + 1) == "--" then
      last, closed = skip_comment(text, position)
      kind = not closed and "comment" or nil
    else
      kind, last, closed = token_at(text, position)
    end
    if charge then charge(TOKEN_COST) end
    if kind then
      local piece = text:sub(position, last)
      local line, column = place(position)
      list[#list + 1] = { kind = KEYWORDS[piece] and "keyword" or kind,
        text = piece, line = line, column = column, first = position,
        last_line = place(last), last = last, closed = closed }
    end
    position = last + 1
  end
end

-- What stands between the quotes of a text token.
function tokens.content(token)
  if token.kind ~= "text" then return nil end
  return token.text:match("^[\"'](.*)[\"']$")
    or token.text:match("^%[=*%[(.*)%]=*%]$")
end

-- The tokens of a file of a pack, scanned once; `texts` maps paths to texts.
function tokens.reader(host)
  local seen = {}
  return function(file, text)
    if not seen[file] then
      host.charge(#text)
      seen[file] = tokens.scan(text, host.charge)
    end
    return seen[file]
  end
end

tokens.line_of = source.line_of

return tokens
