-- Reads one condition written as a sentence, such as
--   "licence.expires is on or after today"
-- into plain data: { kind = "leaf", fact = ..., op = ..., ... }.
-- It knows words, not facts: whether the names exist and fit each other is
-- checked where the vocabulary is known.

local operands = require "pack.operands"
local phrases = require "pack.phrases"
local say <const> = require "base.diagnostic".new
local sentence_hints = require "pack.sentence_hints"

local sentence = {}

local SPACE <const> = (" "):byte()

local MOST_WORDS <const> = 4

-- Where the first words of `text` end, up to as many as a phrase has; a text of
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

-- In whatever letters it is typed.
local function phrase_in(text)
  return phrases.by_words[text] or phrases.by_words[text:lower()]
end

-- The phrase that `text` begins with, and what follows it.  The longest wins:
-- "is at least" over "is"; one behind which nothing stands is the whole text.
local function phrase_of(text)
  local whole = phrase_in(text)
  if whole and whole.operand == "nothing" then return whole, "" end
  local ends = word_ends(text)
  for i = #ends, 1, -1 do
    local phrase = phrase_in(text:sub(1, ends[i]))
    if phrase and phrase.operand ~= "nothing" then
      return phrase, text:sub(ends[i] + 2)
    end
  end
end

-- Characters a word processor puts in, by what belongs there.
local FOREIGN <const> = {
  ["'"] = { "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{201C}", "\u{201D}",
    "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{2039}", "\u{203A}" },
  ["-"] = { "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}" },
  [" "] = { "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}" },
  [">="] = { "\u{2265}" }, ["<="] = { "\u{2264}" }, ["!="] = { "\u{2260}" },
}
local PLAIN <const> = {}
for plain, characters in pairs(FOREIGN) do
  for _, character in ipairs(characters) do PLAIN[character] = plain end
end

local function foreign_character(text)
  if utf8.len(text) == #text then return nil end
  local first
  local plain = text:gsub(utf8.charpattern, function(character)
    first = first or PLAIN[character] and character
    return PLAIN[character]
  end)
  if not first then return nil end
  plain = plain:match "^'([^']*)'$" or plain
  return say("foreign-character", { it = text, character = first,
    sentence = plain:gsub("%s+", " ") })
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
  local phrase, operand = phrase_of(rest)
  if not phrase then
    return nil, sentence_hints.not_understood(trimmed, name, rest)
  end
  local kind = phrase.operand
  local value = operands.KINDS[kind].read(operand)
  if value then
    local leaf = { kind = "leaf", fact = name, op = phrase.op, operand = value,
      typed = trimmed, says = rest:sub(1, #rest - #operand - 1):lower() }
    if kind == "words" then leaf.joint = operands.joint(operand) end
    leaf.text = sentence.write(leaf)
    return leaf
  end
  return nil, kind == "words"
    and sentence_hints.not_understood(trimmed, name, rest)
    or sentence_hints.wrong_operand(trimmed, operand, kind)
end

-- The way back: a parsed sentence in its plainest form, which every tool prints.
function sentence.write(leaf)
  local phrase, operand = phrases.of[leaf.op], leaf.operand
  local words = #operand > 1 and phrase.says_of_several or phrase.says
  if phrase.operand == "nothing" then return leaf.fact .. " " .. words end
  return ("%s %s %s"):format(leaf.fact, words,
    operands.KINDS[phrase.operand].write(operand, phrase.joins))
end

return sentence
