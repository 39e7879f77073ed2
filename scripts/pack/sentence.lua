-- Reads one condition written as a sentence, such as
--   "licence.expires is on or after today"
-- into plain data: { kind = "leaf", fact = ..., op = ..., ... }.
-- It knows words, not facts: whether the names exist and fit each other is
-- checked where the vocabulary is known.

local say <const> = require "base.diagnostic".new
local sentence_hints = require "pack.sentence_hints"

local sentence = {}

local SPACE <const> = (" "):byte()
local NAME <const> = "^[%a][%w_]*[%w_.]*$"

-- "a, b and c", "a or b" -> { "a", "b", "c" }; nil when one is no single word.
local function words(text)
  if text:match("^[%w_%-]+$") then return { text } end
  local list = {}
  local plain = text:gsub("%s+and%s+", ","):gsub("%s+or%s+", ",")
  for word in (plain .. ","):gmatch("%s*(.-)%s*,") do
    if not word:match("^[%w_%-]+$") then return nil end
    list[#list + 1] = word
  end
  return list
end

-- A number, or the name of a fact or parameter that holds one.
local function amount(text)
  local number = tonumber(text)
  if number and text:match("^%-?%d+%.?%d*$") then
    return { number = math.tointeger(number) or number }
  end
  if text:match(NAME) then return { name = text } end
  return nil
end

-- "today", "2013-11-30", a name, or "30 days after today".
local function moment(text)
  local count, unit, side, base =
    text:match("^(%d+)%s+(%a+)%s+(%a+)%s+(%S+)$")
  if count then
    if (side ~= "after" and side ~= "before")
      or not unit:match("^days?$") and not unit:match("^months?$") then
      return nil
    end
    local point = moment(base)
    if not point then return nil end
    local shift = math.tointeger(count)
    point.shift = side == "before" and -shift or shift
    point.unit = unit:match("^day") and "days" or "months"
    return point
  end
  if text == "today" then return { today = true } end
  if text:match("^%d%d%d%d%-%d%d%-%d%d$") then return { date = text } end
  if text:match(NAME) then return { name = text } end
  return nil
end

-- "12 months", or the name of a fact or parameter that holds months.
local function span(text)
  local count = text:match("^(%d+)%s+months?$")
  if count then return { number = math.tointeger(count) } end
  if text:match(NAME) then return { name = text } end
  return nil
end

-- "X of today", where X is a number of months.
local function span_of_today(text)
  local limit = text:match("^(.+) of today$")
  return limit and span(limit)
end

-- The condition words.  Each: the op, the reader of what follows, and what kind
-- of thing that has to be.
local FORMS <const> = {
  ["is on or after"] = { "on_or_after", moment, "moment" },
  ["is on or before"] = { "on_or_before", moment, "moment" },
  ["is after"] = { "after", moment, "moment" },
  ["is before"] = { "before", moment, "moment" },
  ["is at least"] = { "at_least", amount, "amount" },
  ["is at most"] = { "at_most", amount, "amount" },
  ["is more than"] = { "more_than", amount, "amount" },
  ["is less than"] = { "less_than", amount, "amount" },
  ["is exactly"] = { "exactly", amount, "amount" },
  ["is within"] = { "within", span_of_today, "span" },
  ["covers all of"] = { "covers", amount, "amount" },
  ["includes none of"] = { "includes_none", words },
  ["includes any of"] = { "includes_any", words },
  ["includes all of"] = { "includes", words },
  ["includes"] = { "includes", words },
  ["is not"] = { "is_not", words },
  ["is"] = { "is", words },
}

local MOST_WORDS <const> = 4

-- Where the first words of `text` end, up to as many as a form has; a text of
-- fewer words ends none.
local function word_ends(text)
  local ends, space = {}, 0
  for i = 1, MOST_WORDS do
    space = text:find(" ", space + 1, true)
    if not space then break end
    ends[i] = space - 1
  end
  return ends
end

-- The form that `text` begins with, and what follows it.  The longest wins:
-- "is at least" over "is".
local function form_of(text)
  local ends = word_ends(text)
  for i = #ends, 1, -1 do
    local form = FORMS[text:sub(1, ends[i])]
    if form then return form, text:sub(ends[i] + 2) end
  end
end

-- What an author may write after a fact's name; also the help text.
sentence.PHRASES = {
  "is", "is not", "includes", "includes all of", "includes any of",
  "includes none of",
  "is at least", "is at most", "is more than", "is less than", "is exactly",
  "covers all of", "is on or after", "is on or before", "is after",
  "is before", "is within ... of today",
}

-- Characters a word processor puts in, and what belongs there.
local CURLY <const> = {
  { "\u{2018}" }, { "\u{2019}" }, { "\u{201C}" }, { "\u{201D}" },
  { "\u{2013}", "write-hyphen" }, { "\u{2014}", "write-hyphen" },
  { "\u{00A0}", "write-space" },
}

local function foreign_character(text)
  if utf8.len(text) == #text then return nil end
  for _, pair in ipairs(CURLY) do
    if text:find(pair[1], 1, true) then
      return say("foreign-character", { it = text, character = pair[1] }, pair[2])
    end
  end
end

-- A sentence may be broken over lines; most are not.
local function one_line(text)
  local plain = text
  if text:find("  ", 1, true) or text:find("%c") then
    plain = text:gsub("%s+", " ")
  end
  local first = plain:byte(1) == SPACE and 2 or 1
  return plain:sub(first, plain:byte(-1) == SPACE and -2 or -1)
end

-- The condition in `text`, or nil and a diagnostic.
function sentence.parse(text)
  local foreign = foreign_character(text)
  if foreign then return nil, foreign end
  local trimmed = one_line(text)
  local space = trimmed:find(" ", 1, true)
  if not space then
    return nil, sentence_hints.no_sentence(text)
  end
  local name, rest = trimmed:sub(1, space - 1), trimmed:sub(space + 1)
  local form, operand = form_of(rest)
  if not form then
    return nil, sentence_hints.not_understood(trimmed, name, rest,
      sentence.PHRASES)
  end
  local op, read, shape = form[1], form[2], form[3]
  local value = read(operand)
  if value then
    return { kind = "leaf", fact = name, op = op, operand = value,
      text = trimmed }
  end
  return nil, read == words
    and sentence_hints.not_understood(trimmed, name, rest, sentence.PHRASES)
    or sentence_hints.wrong_operand(trimmed, operand, shape)
end

return sentence
