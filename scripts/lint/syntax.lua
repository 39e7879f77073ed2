-- Says in plain words what is wrong with a file that Lua cannot read.  Lua
-- names the place where it gave up; the slip itself often stands a little
-- before.  Each recogniser below knows one slip that authors make, and answers
-- with the place, what is wrong and what to do, or with nothing.

local amounts = require "base.amounts"
local brackets = require "lint.brackets"
local declarations = require "pack.declarations"
local kinds = require "pack.kinds"
local nearest = require "base.nearest"
local quotes = require "lint.quotes"
local tokens = require "pack.tokens"

local say <const> = require "base.diagnostic".new
local shown <const> = quotes.shown

local syntax = {}

-- The names that stand before a sign = in rules: parts of declarations, of
-- examples and of conditions.
local FIELDS <const> = declarations.names { "gives", "never", "otherwise", "range",
  "where" }
syntax.FIELDS = FIELDS

-- ---- small questions ----------------------------------------------------

local function answer(token, code, args, cure)
  return { line = token.line, column = token.column,
    says = say(code, args, cure) }
end

-- The place just behind a token.
local function behind(token)
  return { line = token.last_line, column = token.last_line == token.line
    and token.column + #token.text or nil }
end

local function is_sign(token, sign)
  return token ~= nil and token.kind == "sign" and token.text == sign
end

local VALUE_WORDS <const> = { ["true"] = true, ["false"] = true,
  ["nil"] = true }

local function ends_value(token)
  return token ~= nil and (token.kind == "text" or token.kind == "name"
    or token.kind == "number" or VALUE_WORDS[token.text]
    or is_sign(token, "}") or is_sign(token, ")") or is_sign(token, "]"))
end

local function begins_value(token)
  return token ~= nil and (token.kind == "text" or token.kind == "name"
    or token.kind == "number" or VALUE_WORDS[token.text]
    or is_sign(token, "{") or is_sign(token, "["))
end

-- ---- words of other languages -------------------------------------------

local KEYWORD_CURES <const> = { ["if"] = "write-when", ["then"] = "write-when",
  ["else"] = "write-when", ["elseif"] = "write-when", ["and"] = "join-all",
  ["or"] = "join-any", ["not"] = "write-none" }

local function keyword(s)
  local token = s.token
  if not token or token.kind ~= "keyword" or VALUE_WORDS[token.text] then
    return nil
  end
  return answer(token, "no-place-in-rule", { it = token.text },
    KEYWORD_CURES[token.text])
end

local COMMENTS <const> = { ["//"] = true, ["#"] = true, ["/"] = true }

-- The first token of the line on which `token` stands.
local function first_of_line(s, token)
  for _, one in ipairs(s.list) do
    if token and one.line == token.line then return one end
  end
end

-- What word processors make of two hyphens.
local DASHES <const> = { ["\u{2013}"] = true, ["\u{2014}"] = true }

-- A remark that begins with one dash, whatever Lua makes of its words.
local function remark(s)
  local last
  for _, token in ipairs(s.list) do
    if token.line ~= last and DASHES[token.text] then
      return answer(token, "dash-for-hyphens", { it = token.text })
    end
    last = token.last_line
  end
  for _, token in ipairs { s.token or s.before, s.before } do
    local first = first_of_line(s, token)
    if first and first.text == "-" then
      return answer(first, "one-hyphen")
    end
  end
end

local function other_comment(s)
  local first = first_of_line(s, s.token)
  if not first or not COMMENTS[first.text] then
    first = first_of_line(s, s.before)
  end
  if not first or not COMMENTS[first.text] then return nil end
  return answer(first, "other-comment", { it = first.text })
end

-- ---- names and their signs ----------------------------------------------

-- "arms.used" out of the tokens that end at `i`, and where it begins.
local function dotted_name(list, i)
  local name, at = list[i].text, list[i]
  while i > 2 and (list[i - 2].kind == "name" or list[i - 2].text == "not")
    and (is_sign(list[i - 1], ".") or is_sign(list[i - 1], "-")) do
    name = list[i - 2].text .. list[i - 1].text .. name
    i = i - 2
    at = list[i]
  end
  return name, at, i
end

local function before_equals(s)
  if s.near ~= "=" or not s.before then return nil end
  local before, list = s.before, s.list
  local content = tokens.content(before)
  if content then
    return answer(before, "name-quoted", { key = content, quoted = before.text },
      content:match("^[%a_][%w_]*$") and "write-key" or "write-quoted-key")
  end
  if before.kind ~= "name" then return nil end
  local name, at, first = dotted_name(list, s.index - 1)
  if name:find("[.-]") then
    local plain = name:gsub("-", "_")
    return answer(at, "name-no-word", { it = name, key = plain },
      nearest.is_in(plain, FIELDS) and "write-key" or "write-key-or-sentence")
  end
  local two = list[first - 1]
  if two and two.line == before.line and (two.kind == "name"
    or two.kind == "keyword") then
    local joined = two.text .. "_" .. before.text
    return answer(two, "name-two-words", { it = two.text .. " " .. before.text,
      key = nearest.find(joined, FIELDS) or joined })
  end
end

local function colon(s)
  local sign = is_sign(s.token, ":") and s.token or s.before
  if not is_sign(sign, ":") then return nil end
  local named = s.list[(sign == s.token and s.index or s.index - 1) - 1]
  local content = named and tokens.content(named)
  return answer(sign, "colon", { key = named and named.text,
    quoted = named and named.text }, content and "write-quoted-key"
    or named and "write-key" or nil)
end

-- ---- commas and dots ----------------------------------------------------

local function stray_comma(s)
  if s.near ~= "," then return nil end
  if is_sign(s.before, ",") or is_sign(s.before, "{") then
    return answer(s.token, "comma-too-many")
  elseif is_sign(s.before, "=") then
    return answer(s.before, "nothing-behind-equals")
  end
end

-- "value = 12%"
local function percent_sign(s)
  local number = s.list[s.index - 2]
  if not is_sign(s.before, "%") or number.kind ~= "number" then return nil end
  return answer(s.before, "percent-sign", { number = number.text })
end

local function stray_dots(s)
  if s.near ~= ".." or not is_sign(s.before, ",") then return nil end
  return answer(s.before, "comma-before-dots")
end

local function nothing_behind(s)
  if not is_sign(s.before, "=") and not is_sign(s.before, "..") then
    return nil
  end
  return answer(s.before, "nothing-behind", { sign = s.before.text })
end

-- ---- something missing between two things -------------------------------

local function quote_inside(s)
  local before, token = s.before, s.token
  if before.kind ~= "text" or token.kind ~= "name" or token.line ~= before.line
    or token.first ~= before.last + 1 then
    return nil
  end
  return answer(before, "text-ends-early", { text = shown(before),
    word = token.text })
end

local function two_texts(s)
  local before, token = s.before, s.token
  if before.kind ~= "text" or token.kind ~= "text" then return nil end
  local place = behind(before)
  return answer(place, "between-texts", { first = shown(before),
    second = shown(token) })
end

-- Whether the next quotation mark of the line stands right behind a word: then
-- it ends a text.
local function closes_a_text(s)
  for i = s.index, #s.list do
    local token = s.list[i]
    if token.line ~= s.token.line then return false end
    if token.kind == "text" then
      return token.first == s.list[i - 1].last + 1
        and s.list[i - 1].kind ~= "sign"
    end
  end
  return false
end

local COUNTED <const> = { "day", "hour", "month", "percent", "person",
  "persons", "people", "week", "year" }

-- "value = 12 months"
local function unit_behind(s)
  local before, token = s.before, s.token
  local unit = token.text:lower()
  if before.kind ~= "number" or not is_sign(s.list[s.index - 2], "=")
    or not nearest.is_in(unit:gsub("s$", ""), COUNTED) then
    return nil
  end
  local count, of = amounts.span(before.text .. " " .. unit)
  local months = of == "months" and unit:find "^year" and count or nil
  return answer(token, "unit-behind", { it = token.text, number = before.text,
    unit = unit, months = months })
end

-- when all { ... } { ... }
local function group_behind_when(s)
  local group = s.token.text
  if s.before.text ~= "when" or not kinds.by_word[group] then return nil end
  return answer(s.before, "group-behind-when", { group = group })
end

-- Words in a row, or a number and a word: a text without quotation marks.
local function unquoted(s)
  local before, token = s.before, s.token
  if token.kind ~= "name" or token.line ~= before.line
    or is_sign(s.list[s.index + 1], "=") then
    return nil
  end
  if before.kind ~= "name" and before.kind ~= "number" then return nil end
  if s.depth == 0 then
    return answer(before, "no-declaration",
      { it = before.text .. " " .. token.text })
  end
  local name, at = before.text, before
  if before.kind == "name" then name, at = dotted_name(s.list, s.index - 1) end
  if closes_a_text(s) then
    return answer(at, "quote-missing-before", { it = name })
  end
  return answer(at, "unquoted-words", { it = name .. " " .. token.text })
end

local function missing_comma(s)
  local before = s.before
  return answer(behind(before), "comma-missing", { token = shown(before) })
end

local BETWEEN <const> = { quote_inside, two_texts, unit_behind, group_behind_when,
  unquoted, missing_comma }

local function between(s)
  if not ends_value(s.before) or not begins_value(s.token) then return nil end
  if s.depth == 0 then return unquoted(s) end
  for _, recognise in ipairs(BETWEEN) do
    local found = recognise(s)
    if found then return found end
  end
end

-- ---- the rest -----------------------------------------------------------

local function bad_number(s)
  if not s.message:find("malformed number", 1, true) then return nil end
  return answer(s.token, "no-number", { it = s.near })
end

-- What Lua says of no word in particular speaks for itself: a limit of rules, or
-- something that only those write who program.
local function as_lua_says(list, line, message)
  local at = { line = line, column = 1 }
  for _, token in ipairs(list) do
    if token.last_line == line then at = token break end
  end
  if message:find("C stack overflow", 1, true) then
    return answer(at, "braces-too-deep")
  end
  return answer(at, "lua-says", { text = message })
end

local function unknown_slip(s)
  local token = s.token or s.list[#s.list] or { line = s.line, column = 1 }
  return answer(token, s.near == "<eof>" and "file-ends" or "stands-wrong",
    { it = s.near })
end

local RECOGNISERS <const> = { remark, quotes.unfinished, quotes.unfinished_long,
  quotes.foreign, quotes.bad_escape, bad_number, keyword, other_comment,
  brackets.outside, before_equals, colon, percent_sign, stray_dots, stray_comma,
  brackets.mismatch, brackets.swallowed, between, nothing_behind,
  brackets.unbalanced }

-- The tokens that may be the one Lua names in its message.
local function candidates(list, line, near)
  local found, last = {}, #list + 1
  for i, token in ipairs(list) do
    if token.text == near and token.last_line == line then
      found[#found + 1] = i
    elseif token.line <= line then
      last = i
    end
  end
  if #found == 0 then found[1] = near == "<eof>" and #list + 1 or last end
  return found
end

local function situation(list, line, message, near, index)
  return { list = list, line = line, message = message, near = near,
    index = index, token = list[index], before = list[index - 1],
    depth = brackets.depth_at(list, index) }
end

local function recognised(list, line, message, near)
  local first
  for _, index in ipairs(candidates(list, line, near)) do
    local s = situation(list, line, message, near, index)
    first = first or s
    for _, recognise in ipairs(RECOGNISERS) do
      local found = recognise(s)
      if found then return found end
    end
  end
  return unknown_slip(first)
end

-- What is wrong in a file of these tokens, where Lua says `message` at `line`:
-- { line, column, says, lua }; `lua` is for programs, and for people who
-- know it.
function syntax.explain(list, line, message)
  local near = message:match("near '(.*)'$") or message:match("near (<eof>)")
  local found = near and recognised(list, line, message, near)
    or as_lua_says(list, line, message)
  found.lua = message
  return found
end

return syntax
