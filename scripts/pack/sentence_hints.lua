-- What an author may have meant by a condition that is not understood: the slip
-- is named, and the sentence as it should stand is written out.

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

local function two_in_one(text)
  for _, pair in ipairs(GROUPS) do
    local joint, group = pair[1], pair[2]
    local at, behind, word = text:find(joint .. "%S+ (%a+) ")
    if behind and STARTS[word] then
      return ("'%s' holds two conditions; write %s { \"%s\", \"%s\" }"):format(
        text, group, text:sub(1, at - 1), text:sub(at + #joint))
    end
  end
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
  return sign(text) or two_in_one(text) or same_in_other_words(text, name, rest)
    or missing_space(text, name, rest)
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

-- What is wrong with what stands behind a phrase; `shape` is a kind of CURES.
function sentence_hints.wrong_operand(text, operand, shape)
  if shape == "span" and (operand:find "^%d+ months?$"
    or operand:find "^%a[%w_.]*$") then
    return ("'%s' does not say of which day; write \"%s of today\""):format(text,
      text)
  end
  local cure = CURES[shape]
  if shape == "amount" and operand:match "^%d%d%d%d%-%d%d?%-%d%d?$" then
    cure = "compare a date by 'is on or after', 'is on or before', 'is after' "
      .. "or 'is before'"
  end
  return ("'%s': '%s' is not %s; %s"):format(text, operand,
    shape == "moment" and "a date" or shape == "span"
      and "a number of months of today" or "a number", cure)
end

return sentence_hints
