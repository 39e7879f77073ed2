-- Reads one condition written as a sentence, such as
--   "licence.expires is on or after today"
-- into plain data: { kind = "leaf", fact = ..., op = ..., ... }.
-- It knows words, not facts: whether the names exist and fit each other is
-- checked where the vocabulary is known.

local nearest = require "nearest"

local sentence = {}

local NAME <const> = "^[%a][%w_]*[%w_.]*$"

-- "a, b and c", "a or b" -> { "a", "b", "c" }; nil when one is no single word.
local function words(text)
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

-- The condition words, longest first so that "is at least" wins over "is".
-- Each: the words, the op, the reader of what follows them, and what an author
-- is told when that does not fit.
local FORMS <const> = {
  { "is on or after ", "on_or_after", moment, "a date" },
  { "is on or before ", "on_or_before", moment, "a date" },
  { "is after ", "after", moment, "a date" },
  { "is before ", "before", moment, "a date" },
  { "is at least ", "at_least", amount, "a number" },
  { "is at most ", "at_most", amount, "a number" },
  { "is more than ", "more_than", amount, "a number" },
  { "is less than ", "less_than", amount, "a number" },
  { "is exactly ", "exactly", amount, "a number" },
  { "is within ", "within", span_of_today, "a number of months, 'of today'" },
  { "covers all of ", "covers", amount, "a count" },
  { "includes none of ", "includes_none", words, "values" },
  { "includes any of ", "includes_any", words, "values" },
  { "includes all of ", "includes", words, "values" },
  { "includes ", "includes", words, "values" },
  { "is not ", "is_not", words, "values" },
  { "is ", "is", words, "values" },
}

-- What an author may write after a fact's name; also the help text.
sentence.PHRASES = {
  "is", "is not", "includes", "includes all of", "includes any of",
  "includes none of",
  "is at least", "is at most", "is more than", "is less than", "is exactly",
  "covers all of", "is on or after", "is on or before", "is after",
  "is before", "is within ... of today",
}

-- Characters a word processor puts in place of the plain ones.
local CURLY <const> = {
  { "\u{2018}", "'" }, { "\u{2019}", "'" }, { "\u{201C}", '"' },
  { "\u{201D}", '"' }, { "\u{2013}", "-" }, { "\u{2014}", "-" },
  { "\u{00A0}", "a plain space" },
}

local function foreign_character(text)
  for _, pair in ipairs(CURLY) do
    if text:find(pair[1], 1, true) then return pair[1], pair[2] end
  end
end

-- The start of the phrase an author may have meant.
local function phrase_hint(rest)
  local head = rest:match("^(%S+%s+%S+%s+%S+)") or rest:match("^(%S+%s+%S+)")
    or rest
  return nearest.hint(head, sentence.PHRASES)
end

local function not_understood(text, rest)
  if rest:find("=", 1, true) or rest:find("[<>]") then
    return ("'%s' uses a sign; write it in words, such as 'is', 'is at least' "
      .. "or 'is before'"):format(text)
  end
  return ("'%s' is not a condition this tool knows: after the fact's name "
    .. "write one of: %s%s"):format(text,
    table.concat(sentence.PHRASES, ", "), phrase_hint(rest))
end

-- The condition in `text`, or nil and a sentence that says what is wrong.
function sentence.parse(text)
  local curly, plain = foreign_character(text)
  if curly then
    return nil, ("'%s' holds the character %s; use %s"):format(text, curly,
      plain)
  end
  local trimmed = text:gsub("%s+", " "):match("^ ?(.-) ?$")
  local name, rest = trimmed:match("^(%S+) (.+)$")
  if not name then
    return nil, ("'%s' is not a whole condition: write a fact's name, then "
      .. "what it should be, such as 'arms.used is yes'"):format(text)
  end
  for _, form in ipairs(FORMS) do
    local phrase, op, read, shape = table.unpack(form)
    if rest:sub(1, #phrase) == phrase then
      local operand = rest:sub(#phrase + 1)
      local value = read(operand)
      if not value then
        return nil, read == words and not_understood(text, rest)
          or ("'%s': '%s' is not %s"):format(text, operand, shape)
      end
      return { kind = "leaf", fact = name, op = op, operand = value,
        text = trimmed }
    end
  end
  return nil, not_understood(text, rest)
end

return sentence
