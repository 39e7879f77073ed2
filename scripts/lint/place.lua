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

local function first_column(text, line)
  return line_text(text, line):find("%S") or 1
end

-- The entry `key = ...` at or after `line`, up to the next declaration.
local function key_token(list, line, key)
  for i, token in ipairs(list) do
    if token.line > line and token.column == 1 and token.kind == "name" then
      return nil
    elseif token.line >= line and token.text == key and list[i + 1]
      and list[i + 1].text == "=" then
      return token
    end
  end
end

-- A text in quotes at or after `line` that begins with `text`.
local function text_token(list, line, text)
  for _, token in ipairs(list) do
    local content = token.line >= line and tokens.content(token)
    if content and content ~= "" and text:sub(1, #content) == content then
      return token
    end
  end
end

-- The word that is wrong, as it stands at or after `line`.
local function named_token(list, line, word)
  for i, token in ipairs(word and list or {}) do
    if token.line > line and token.column == 1 and token.kind == "name" then
      return nil
    elseif token.line >= line and (token.text == word
      or tokens.content(token) == word)
      and not (list[i + 1] and list[i + 1].text == ".") then
      return token
    end
  end
end

-- Line and column for `at`: { line, column, key, starts } in a file of `text`
-- and these tokens.  `key` is the name of an entry, `starts` a text that stands
-- in the file; `word`, what is wrong, helps where neither is known.
function place.find(at, word, text, list)
  local line = math.max(at.line or 1, 1)
  if at.column then return line, at.column end
  local token = at.key and key_token(list, line, at.key)
    or at.starts and text_token(list, line, at.starts)
    or named_token(list, line, word)
  if token then return token.line, token.column end
  return line, first_column(text, line)
end

return place
