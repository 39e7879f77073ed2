-- What an author may have meant by a condition that is not understood: the slip
-- is named, and the sentence as it should stand is written out.

local amounts = require "base.amounts"
local day_hints = require "pack.day_hints"
local nearest = require "base.nearest"

local sentence_hints = {}

local STARTS <const> = { is = true, includes = true, covers = true }

-- ---- signs --------------------------------------------------------------

local SIGNS <const> = { ["="] = "is", ["=="] = "is", ["~="] = "is not",
  ["!="] = "is not", ["<>"] = "is not", [">="] = "is at least",
  ["=>"] = "is at least", ["<="] = "is at most", ["=<"] = "is at most",
  [">"] = "is more than", ["<"] = "is less than" }

local function sign(text)
  local name, found, value = text:match("^(%S-)%s*([=<>~!]+)%s*(.-)$")
  if not found then return nil end
  local phrase = SIGNS[found]
  if not phrase or name == "" or value == "" then
    return ("'%s' uses a sign; write it in words, such as 'is', 'is at least' "
      .. "or 'is before'"):format(text)
  end
  return ("'%s' uses the sign %s; write it in words: \"%s %s %s\""):format(text,
    found, name, phrase, value)
end

-- ---- two conditions in one ----------------------------------------------

local GROUPS <const> = { { " and ", "all" }, { " or ", "any" } }

-- The second of two conditions that `joint` joins, where `rest` begins with one:
-- "arms.used is no", or "is no" of the fact `name` again.
local function second_of(name, rest)
  if STARTS[rest:match "^%S+ (%a+) "] then return rest end
  return STARTS[rest:match "^(%a+) "] and name .. " " .. rest
end

local function two_in_one(text, name)
  for _, pair in ipairs(GROUPS) do
    local joint, group = pair[1], pair[2]
    local at = text:find(joint, 1, true)
    local second = at and second_of(name, text:sub(at + #joint))
    if second then
      return ("'%s' holds two conditions, and a text holds one; write %s { "
        .. "\"%s\", \"%s\" }"):format(text, group,
        (text:sub(1, at - 1):gsub(",$", "")), second)
    end
  end
end

-- "is between 2 and 5"
local function between(text, name, rest)
  local least, most = rest:match "^is between (%S+) and (%S+)$"
  if not least then return nil end
  least, most = amounts.number(least) or least, amounts.number(most) or most
  return ("'%s' holds two conditions, and a text holds one; write all { \"%s is at "
    .. "least %s\", \"%s is at most %s\" }"):format(text, name, least, name, most)
end

-- ---- shares -------------------------------------------------------------

-- "50% of", "half of" a number.
local COMPARED <const> = { ["is at most"] = "<=", ["is less than"] = "<",
  ["is more than"] = ">", ["is exactly"] = "==" }

local function share(text)
  local name, phrase, part, whole =
    text:match "^(%S+) (%l[%l ]-) (%d+) ?%%? of (%S+)$"
  if not name then
    name, phrase, whole = text:match "^(%S+) (%l[%l ]-) half of (%S+)$"
  end
  return name and ("'%s' speaks of a share, which no sentence can; write compute "
    .. "{ facts = { \"%s\", \"%s\" }, function(part, whole) return 100 * part "
    .. "%s %s * whole end, says = \"%s\" }"):format(text, name, whole,
    COMPARED[phrase] or ">=", part or 50, text)
end

-- ---- how old a day may be -------------------------------------------------

-- "the last 2 years before today" -> "2 years".
local function plain_span(text)
  local plain = text:gsub("^the ", ""):gsub("^last ", ""):gsub("^past ", "")
  return (plain:gsub(" of today$", ""):gsub(" before today$", ""))
end

local function within(name, said)
  local count, unit = amounts.span(plain_span(said))
  if unit == "months" then
    return ("write \"%s is within %s of today\""):format(name,
      amounts.said(count, unit))
  end
  return count and ("'is within' counts in whole months; write days as \"%s is on "
    .. "or after %s before today\""):format(name, amounts.said(count, unit))
end

local RECENT <const> = { "^is not older than (.+)$", "^is no older than (.+)$",
  "^is not more than (.+) old$", "^is at most (.+) old$",
  "^is less than (.+) old$" }

local OLD <const> = { "^is older than (.+)$", "^is more than (.+) old$" }

local function too_old(name, rest)
  for _, pattern in ipairs(OLD) do
    local count, unit = amounts.span(rest:match(pattern) or "")
    if count then
      return ("write \"%s is before %s before today\""):format(name,
        amounts.said(count, unit))
    end
  end
end

local function recent(name, rest)
  for _, pattern in ipairs(RECENT) do
    local cure = rest:match(pattern) and within(name, rest:match(pattern))
    if cure then return cure end
  end
end

local function age(text, name, rest)
  local cure = recent(name, rest) or too_old(name, rest)
  return cure and ("'%s' speaks of an age; %s"):format(text, cure)
end

-- ---- other words for a phrase -------------------------------------------

local SAME <const> = {
  { "is greater than", "is more than" }, { "is bigger than", "is more than" },
  { "is larger than", "is more than" }, { "is higher than", "is more than" },
  { "is over", "is more than" }, { "is above", "is more than" },
  { "exceeds", "is more than" }, { "is smaller than", "is less than" },
  { "is lower than", "is less than" }, { "is fewer than", "is less than" },
  { "is below", "is less than" }, { "is under", "is less than" },
  { "is no more than", "is at most" }, { "is not more than", "is at most" },
  { "is up to", "is at most" }, { "is no less than", "is at least" },
  { "is not less than", "is at least" }, { "is a minimum of", "is at least" },
  { "is equal to", "is" }, { "equals", "is" }, { "are", "is" },
  { "has", "includes" }, { "have", "includes" }, { "contains", "includes" },
  { "include", "includes" }, { "is one of", "is" }, { "is any of", "is" },
  { "isn't", "is not" }, { "is later than", "is after" },
  { "is earlier than", "is before" }, { "is not before", "is on or after" },
  { "is not after", "is on or before" }, { "is since", "is on or after" },
  { "is until", "is on or before" }, { "cover all of", "covers all of" },
  { "covers", "covers all of" },
}

local function same_in_other_words(text, name, rest)
  for _, pair in ipairs(SAME) do
    local words, phrase = pair[1], pair[2]
    if rest:lower():sub(1, #words + 1) == words .. " " then
      return ("'%s' says '%s'; write \"%s %s%s\""):format(text, words, name,
        phrase, rest:sub(#words + 1))
    end
  end
end

-- "arms.used is yes."
local function full_stop(text)
  return text:match "%a%.$" and ("'%s' ends with a full stop; write \"%s\"")
    :format(text, text:sub(1, -2))
end

-- "arms.used yes"
local function no_verb(text, name, rest)
  if not rest:find "^[%w_-]+$" or STARTS[rest] then return nil end
  return ("in '%s' a word is missing; write \"%s is %s\""):format(text, name, rest)
end

-- "the arms.used is yes", "arms used is yes"
local function many_words(text, name, rest)
  if STARTS[rest:match "^%a+"] then return nil end
  local behind = rest:match "^(%S+%.%S+ %a+ .+)$"
  if behind and not name:find(".", 1, true)
    and STARTS[behind:match "^%S+ (%a+) "] then
    return ("'%s' begins with '%s'; write \"%s\""):format(text, name, behind)
  end
  local verb = rest:find " is " or rest:find " includes "
  return verb and ("the name '%s %s' holds spaces; write the name of a fact as it "
    .. "is declared, such as arms.used"):format(name, rest:sub(1, verb - 1))
end

-- "arms.armed_count is at least"
local function ends_early(text, rest, phrases)
  return nearest.is_in(rest, phrases) and ("'%s' ends too early; write behind it "
    .. "what the fact is compared with"):format(text)
end

-- "arms.usedis yes"
local function missing_space(text, name, rest)
  local before = name:match "^(.+)is$"
  if before and not STARTS[rest:match "^%a+"] then
    return ("in '%s' a space is missing; write \"%s is %s\""):format(text,
      before, rest)
  end
end

-- ---- the answers --------------------------------------------------------

-- The start of the phrase an author may have meant.
local function phrase_hint(rest, phrases)
  local head = rest:match("^(%S+%s+%S+%s+%S+)") or rest:match("^(%S+%s+%S+)")
    or rest
  local best = nearest.find(head, phrases)
  return best and ("; did you mean '%s'?"):format(best)
    or ("; after the fact's name write one of: %s"):format(
      table.concat(phrases, ", "))
end

-- What is wrong with the sentence `text`, which begins with `name`; `phrases`
-- are those that might follow.
function sentence_hints.not_understood(text, name, rest, phrases)
  return sign(text) or two_in_one(text, name) or share(text)
    or age(text, name, rest) or same_in_other_words(text, name, rest)
    or between(text, name, rest) or missing_space(text, name, rest)
    or ends_early(text, rest, phrases) or full_stop(text)
    or no_verb(text, name, rest) or many_words(text, name, rest)
    or ("'%s' is not a condition this tool knows%s"):format(text,
      phrase_hint(rest, phrases))
end

-- What is wrong with a text of one word.
function sentence_hints.no_sentence(text)
  return sign(text) or ("'%s' is not a whole condition; write a fact's name, "
    .. "then what it should be, such as \"arms.used is yes\""):format(text)
end

local CURES <const> = {
  moment = "write a date as year, month and day, such as 2013-11-30, or today, "
    .. "or the name of a fact that holds a date",
  amount = "write digits alone, such as 5, or the name of a fact or parameter "
    .. "that holds a number",
  span = "write a number of months, such as \"is within 12 months of today\"",
}

-- "2 weeks ago" or "1 year before today" as days or months.
local function moment(head, operand)
  local date = day_hints.plain(operand)
  if date then return ("write \"%s%s\""):format(head, date) end
  local said, side, base = operand:gsub(" ago$", " before today")
    :match "^(.+) (%a+) (%S+)$"
  local count, unit = amounts.span(said or "")
  return count and (side == "before" or side == "after")
    and ("write \"%s%s %s %s\""):format(head, amounts.said(count, unit), side,
    base)
end

-- "1,000", or "3 persons"
local function bare_number(operand)
  local digits = operand:match "^(%d[%d,]*)$" or operand:match "^(%d+) %a+$"
  return digits and amounts.number((digits:gsub(",", "")))
end

local function amount(head, operand)
  local count = amounts.number(operand) or bare_number(operand)
  if count then
    return ("write numbers in figures: \"%s%d\""):format(head, count)
  elseif operand:match "^%d%d%d%d%-%d%d?%-%d%d?$" then
    return "compare a date by 'is on or after', 'is on or before', 'is after' "
      .. "or 'is before'"
  end
end

local function span(head, operand)
  return within(head:match "^%S+", operand)
end

local WRITTEN_AS <const> = { moment = moment, amount = amount, span = span }
local WANTED <const> = { moment = "a date", amount = "a number",
  span = "a number of months of today" }

local function no_day(text, operand, shape)
  if shape == "span" and (operand:find "^%d+ months?$"
    or operand:find "^%a[%w_.]*$") then
    return ("'%s' does not say of which day; write \"%s of today\""):format(text,
      text)
  end
end

-- What is wrong with what stands behind a phrase; `shape` is a kind of CURES.
function sentence_hints.wrong_operand(text, operand, shape)
  local head, name, rest = text:sub(1, #text - #operand), text:match "^(%S+) (.+)$"
  return no_day(text, operand, shape) or two_in_one(text, name) or share(text)
    or age(text, name, rest) or ("'%s': '%s' is not %s; %s"):format(text, operand,
      WANTED[shape], WRITTEN_AS[shape](head, operand) or CURES[shape])
end

return sentence_hints
