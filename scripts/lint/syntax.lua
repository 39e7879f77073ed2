-- Says in plain words what is wrong with a file that Lua cannot read.  Lua
-- names the place where it gave up; the slip itself often stands a little
-- before.  Each recogniser below knows one slip that authors make, and answers
-- with the place, what is wrong and what to do, or with nothing.

local brackets = require "lint.brackets"
local nearest = require "base.nearest"
local tokens = require "pack.tokens"

local syntax = {}

local FIELDS <const> = { "aliases", "applies", "ask", "because", "evidence",
  "expect", "facts", "gives", "help", "met", "not_applicable", "otherwise",
  "points", "prompts", "remedy", "says", "source", "strength", "title", "type",
  "unit", "value", "values", "when", "where" }
syntax.FIELDS = FIELDS

-- ---- small questions ----------------------------------------------------

local function answer(token, message, cure)
  return { line = token.line, column = token.column, message = message,
    cure = cure }
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

local function shown(token)
  local text = token.text
  if #text <= 40 then return text end
  local cut = utf8.offset(text, 0, 38) or 38
  return text:sub(1, cut - 1) .. "..."
end

-- ---- characters and texts -----------------------------------------------

local QUOTES <const> = { ["\u{201C}"] = '"', ["\u{201D}"] = '"',
  ["\u{201E}"] = '"', ["\u{00AB}"] = '"', ["\u{00BB}"] = '"',
  ["\u{2018}"] = "'", ["\u{2019}"] = "'", ["\u{201A}"] = "'",
  ["`"] = "'" }
local OTHERS <const> = { ["\u{2013}"] = "-", ["\u{2014}"] = "-",
  ["\u{2026}"] = "..", ["\u{00A0}"] = "a plain space" }

local function foreign_character(s)
  for _, token in ipairs(s.list) do
    if token.kind == "foreign" then
      local char = token.text
      if QUOTES[char] then
        return answer(token, ("the quotation mark %s is not the plain one; "
          .. "word processors put it there"):format(char),
          ("Write the plain quotation mark %s around texts."):format(
            QUOTES[char]))
      end
      local plain = OTHERS[char]
      return answer(token, ("the character %s cannot stand outside quotation "
        .. "marks"):format(char == "\u{00A0}" and "no-break space" or char),
        plain and ("Write %s in its place."):format(plain)
          or "Take it out, or put quotation marks around the text it belongs "
          .. "to.")
    end
  end
end

local function unfinished_text(s)
  if not s.message:find("unfinished string", 1, true) then return nil end
  for _, token in ipairs(s.list) do
    if not token.closed and token.line == s.line and token.kind == "text" then
      local quote = token.text:sub(1, 1)
      return answer(token, ("the text that begins with %s has no quotation "
        .. "mark at its end"):format(shown(token)), ("Put %s behind the last "
        .. "word of the text, before any comma. A text of several lines is "
        .. "joined with two dots: \"...\" .. \"...\"."):format(
          quote == "[" and "]]" or quote))
    end
  end
end

local function unfinished_long(s)
  local last = s.list[#s.list]
  if not last or last.closed or s.near ~= "<eof>" then return nil end
  return answer(last, last.kind == "comment"
    and "the comment that begins here never ends"
    or "the text that begins here never ends",
    "Put ]] where it ends, or begin each line of a comment with two dashes.")
end

local function bad_escape(s)
  if not s.message:find("escape sequence", 1, true) then return nil end
  return answer(s.token, "a backslash in a text has a meaning of its own here",
    "Write two backslashes \\\\ for one, or do without.")
end

-- ---- words of other languages -------------------------------------------

local KEYWORD_CURES <const> = {
  ["if"] = "Write when \"...\" { ... } around what is expected only in that "
    .. "case, or applies = \"...\" for the whole check.",
  ["and"] = "Write all { \"...\", \"...\" } around the conditions.",
  ["or"] = "Write any { \"...\", \"...\" } around the conditions.",
  ["not"] = "Write none { \"...\" }, or is not inside the sentence.",
}
KEYWORD_CURES["then"], KEYWORD_CURES["else"] = KEYWORD_CURES["if"],
  KEYWORD_CURES["if"]
KEYWORD_CURES["elseif"] = KEYWORD_CURES["if"]

local function keyword(s)
  local token = s.token
  if not token or token.kind ~= "keyword" or VALUE_WORDS[token.text] then
    return nil
  end
  return answer(token, ("the word '%s' has no place in a rule: rules only "
    .. "declare what holds"):format(token.text), KEYWORD_CURES[token.text]
    or "Write the condition as a sentence in quotation marks, such as "
    .. "\"arms.used is yes\".")
end

local COMMENTS <const> = { ["//"] = true, ["#"] = true, ["/"] = true }

-- The first token of the line on which `token` stands.
local function first_of_line(s, token)
  for _, one in ipairs(s.list) do
    if token and one.line == token.line then return one end
  end
end

local function other_comment(s)
  local first = first_of_line(s, s.token)
  if not first or not COMMENTS[first.text] then
    first = first_of_line(s, s.before)
  end
  if not first or not COMMENTS[first.text] then return nil end
  return answer(first, ("a comment does not begin with %s"):format(first.text),
    "Begin the line with two dashes: -- a comment.")
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
    return answer(before, "a name that stands before = has no quotation marks "
      .. "of its own", content:match("^[%a_][%w_]*$")
      and ("Write %s = ..."):format(content)
      or ("Write [%s] = ..."):format(before.text))
  end
  if before.kind ~= "name" then return nil end
  local name, at, first = dotted_name(list, s.index - 1)
  if name:find("[.-]") then
    local plain = name:gsub("-", "_")
    return answer(at, ("'%s' cannot stand before = like this"):format(name),
      nearest.is_in(plain, FIELDS) and ("Write %s = ..."):format(plain)
      or ("Write [\"%s\"] = ..., or the sentence \"%s is ...\"."):format(name,
        name))
  end
  local two = list[first - 1]
  if two and two.line == before.line and (two.kind == "name"
    or two.kind == "keyword") then
    local joined = two.text .. "_" .. before.text
    return answer(two, ("'%s %s' is two words; a name is one"):format(two.text,
      before.text), ("Write %s = ..."):format(nearest.find(joined, FIELDS)
        or joined))
  end
end

local function colon(s)
  local sign = is_sign(s.token, ":") and s.token or s.before
  if not is_sign(sign, ":") then return nil end
  local named = s.list[(sign == s.token and s.index or s.index - 1) - 1]
  local content = named and tokens.content(named)
  return answer(sign, "a colon stands where = belongs", content
    and ("Write [%s] = ..."):format(named.text)
    or named and ("Write %s = ..."):format(named.text) or "Write = .")
end

-- ---- commas and dots ----------------------------------------------------

local function stray_comma(s)
  if s.near ~= "," then return nil end
  if is_sign(s.before, ",") or is_sign(s.before, "{") then
    return answer(s.token, "there is one comma too many here",
      "Take this comma out.")
  elseif is_sign(s.before, "=") then
    return answer(s.before, "nothing stands behind this =",
      "Write what it is, in quotation marks where it is a text.")
  end
end

local function stray_dots(s)
  if s.near ~= ".." or not is_sign(s.before, ",") then return nil end
  return answer(s.before, "this comma ends the text, yet two dots go on with it",
    "Take the comma before the two dots out.")
end

local function nothing_behind(s)
  if not is_sign(s.before, "=") and not is_sign(s.before, "..") then
    return nil
  end
  return answer(s.before, ("nothing that can be used stands behind this %s")
    :format(s.before.text), "Write what it is, in quotation marks where it is "
    .. "a text.")
end

-- ---- something missing between two things -------------------------------

local function quote_inside(s)
  local before, token = s.before, s.token
  if before.kind ~= "text" or token.kind ~= "name" or token.line ~= before.line
    or token.first ~= before.last + 1 then
    return nil
  end
  return answer(before, ("the text %s ends here, yet '%s' goes on behind it")
    :format(shown(before), token.text), "Look for a quotation mark that is "
    .. "missing or one too many on this line; inside a text write '...' in "
    .. "place of \"...\".")
end

local function two_texts(s)
  local before, token = s.before, s.token
  if before.kind ~= "text" or token.kind ~= "text" then return nil end
  local place = behind(before)
  return answer(place, ("between the texts %s and %s something is missing")
    :format(shown(before), shown(token)), "Write two dots .. between them "
    .. "where they are one long text, or a comma where they are two.")
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

-- Words in a row, or a number and a word: a text without quotation marks.
local function unquoted(s)
  local before, token = s.before, s.token
  if token.kind ~= "name" or token.line ~= before.line
    or is_sign(s.list[s.index + 1], "=") then
    return nil
  end
  if before.kind ~= "name" and before.kind ~= "number" then return nil end
  if s.depth == 0 then
    return answer(before, ("'%s %s' is no declaration"):format(before.text,
      token.text), "Begin the line with two dashes where it is a comment.")
  end
  local name, at = before.text, before
  if before.kind == "name" then name, at = dotted_name(s.list, s.index - 1) end
  if closes_a_text(s) then
    return answer(at, ("the text that begins with %s has no quotation mark at "
      .. "its start"):format(name), ("Put \" in front of %s."):format(name))
  end
  return answer(at, ("the words '%s %s ...' stand without quotation marks")
    :format(name, token.text), "Put a quotation mark "
    .. "in front of the first word and behind the last.")
end

local function missing_comma(s)
  local before = s.before
  return answer(behind(before), ("a comma is missing behind %s"):format(
    shown(before)), "Put a comma there.")
end

local BETWEEN <const> = { quote_inside, two_texts, unquoted, missing_comma }

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
  return answer(s.token, ("'%s' is no number"):format(s.near),
    "Put quotation marks around a date or a text; write a number as digits "
    .. "alone.")
end

local function unknown_slip(s)
  local token = s.token or s.list[#s.list] or { line = s.line, column = 1 }
  return answer(token, s.near == "<eof>" and "the file ends too early"
    or ("'%s' cannot stand here"):format(s.near or "this"),
    "Compare this line and the one before with another rule: commas between "
    .. "entries, quotation marks around texts, braces in pairs.")
end

local RECOGNISERS <const> = { unfinished_text, unfinished_long,
  foreign_character, bad_escape, bad_number, keyword, other_comment,
  brackets.outside, before_equals, colon, stray_dots, stray_comma,
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
-- { line, column, message, cure }.
function syntax.explain(list, line, message)
  local near = message:match("near '(.*)'$") or message:match("near (<eof>)")
  local found = recognised(list, line, message, near)
  if not near or not near:find "^<\\%d+>$" then -- a byte tells people nothing
    found.message = ("%s (Lua says: %s)"):format(found.message, message)
  end
  return found
end

return syntax
