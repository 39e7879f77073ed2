-- Finds the line and column that a finding speaks of, from what is known of it:
-- the declaration's line, and a name, a word or the beginning of a text there.

local tokens = require "pack.tokens"

local place = {}

local function line_text(text, line)
  local start = 1
  for _ = 2, line do
    local newline = text:find("\n", start, true)
    if not newline then return "" end
    start = newline + 1
  end
  return text:sub(start, (text:find("\n", start, true) or #text + 1) - 1)
end

-- The first token at or after `line`: tokens stand in the order of lines.
local function first_at(list, line)
  local low, high = 1, #list + 1
  while low < high do
    local middle = (low + high) // 2
    if list[middle].line < line then low = middle + 1 else high = middle end
  end
  return low
end

-- The first token from `line` on, up to the next declaration, of which
-- is_it(token, the one after it) holds; nil for nil.
local function token_from(list, line, is_it)
  if not is_it then return nil end
  for i = first_at(list, line), #list do
    local token = list[i]
    if token.line > line and token.column == 1 and token.kind == "name" then
      return nil
    elseif is_it(token, list[i + 1]) then
      return token
    end
  end
end

-- Three ways to tell the token that is meant: the name of an entry, the beginning
-- of a text, the word that is wrong.

local function is_key(key)
  return key and function(token, after)
    return token.text == key and after and after.text == "="
  end
end

local function begins(text)
  return text and function(token)
    local content = tokens.content(token) or ""
    return content ~= "" and text:sub(1, #content) == content
  end
end

local function is_word(word)
  return word and function(token, after)
    return (token.text == word or tokens.content(token) == word)
      and not (after and after.text == ".")
  end
end

-- Where what stands in a line begins.
local function first_column(text, line, list)
  local token = list[first_at(list, line)]
  if token and token.line == line then return token.column end
  return line_text(text, line):find("%S") or 1
end

-- Line and column for `at`: { line, column, key, starts } in a file of `text`
-- and these tokens.  `key` is the name of an entry, `starts` a text that stands
-- in the file; `word`, what is wrong, helps where neither is known.
function place.find(at, word, text, list)
  local line = math.max(at.line or 1, 1)
  if at.column then return line, at.column end
  local token = token_from(list, line, is_key(at.key))
    or token_from(list, line, begins(at.starts))
    or token_from(list, line, is_word(word))
  if token then return token.line, token.column end
  return line, first_column(text, line, list)
end

return place
