-- Says in plain words why a rule file stopped while it was read: Lua could read
-- it, but what it then did made no sense.

local amounts = require "base.amounts"
local brackets = require "lint.brackets"
local nearest = require "base.nearest"
local syntax = require "lint.syntax"

local run = {}

local function answer(token, message, cure)
  return { line = token.line, column = token.column, message = message,
    cure = cure }
end

-- Calls see(token, index) for the tokens of `line` and gives its first answer.
local function on_line(list, line, see)
  for i, token in ipairs(list) do
    local found = token.line == line and see(token, i)
    if found then return found end
  end
end

-- ---- words nobody knows -------------------------------------------------

local VALUE_BEFORE <const> = { ["="] = true, [","] = true, ["{"] = true,
  ["-"] = true, ["/"] = true }

-- Whether what stands behind a dotted name makes it a piece of a program, and no
-- condition without quotation marks.
local function is_program(token)
  return token and (token.kind == "text" or token.text == "("
    or token.text == "=")
end

local NUMERIC <const> = { "least", "most", "value" }

-- Why the word `token` does not stand as a name of Lua's here.
local function why_unknown(list, i, message)
  local token, after, before = list[i], list[i + 1], list[i - 1]
  local word, sign = token.text, after and after.text
  local number = before and before.text == "="
    and nearest.is_in(list[i - 2].text, NUMERIC) and amounts.number(word)
  if number then return message, ("Write numbers in figures: %d."):format(number) end
  if sign == "==" then
    return ("two signs == stand behind '%s' where one belongs"):format(word),
      ("Write %s = ... with one sign."):format(word)
  elseif nearest.is_in(word, syntax.FIELDS) and after
    and (after.kind == "text" or sign == "{") then
    return ("the sign = is missing behind '%s'"):format(word),
      ("Write %s = %s."):format(word, sign == "{" and "{ ... }" or sign)
  elseif sign == "." and not is_program(list[i + 3]) then
    return ("'%s.%s' stands without quotation marks"):format(word,
      list[i + 2] and list[i + 2].text or "..."),
      "Put quotation marks around the whole condition, such as \"arms.used is "
      .. "yes\"."
  elseif before and VALUE_BEFORE[before.text] and sign ~= "="
    and not (after and (after.kind == "text" or sign == "{")) then
    return message, ("Write \"%s\" in quotation marks where it is meant as a "
      .. "text."):format(word)
  end
  return message, message:match("did you mean '(.-)'%?") and "Correct the word."
    or "Use one of the words rules are made of, or put quotation marks around "
    .. "a text."
end

local function unknown_word(list, line, message)
  local word = message:match("^the word '(.-)' is not known here")
  return word and on_line(list, line, function(token, i)
    if token.text ~= word or token.kind ~= "name" then return nil end
    return answer(token, why_unknown(list, i, message))
  end)
end

-- ---- names set outside any braces ---------------------------------------

local function outside(list, line, message)
  local word = message:match("^'(.-)' cannot be set")
  if not word or not nearest.is_in(word, syntax.FIELDS) then return nil end
  return on_line(list, line, function(token, i)
    if token.text ~= word then return nil end
    local found = brackets.outside { list = list, index = i, depth = 0,
      near = "=" }
    return found or answer(token, ("'%s' stands outside all braces"):format(
      word), "Move it inside the braces of what it belongs to.")
  end)
end

-- ---- braces called like a word ------------------------------------------

-- A missing comma between two entries makes Lua call the first with the second.
local function called(list, line, message)
  if not message:find("attempt to call a", 1, true) then return nil end
  for i, token in ipairs(list) do
    local after = list[i + 1]
    if token.last_line >= line and token.text == "}" and after
      and (after.text == "{" or after.text == "(" or after.kind == "text") then
      return { line = token.line, column = token.column + 1, message =
        "a comma is missing behind this }", cure = "Put a comma there." }
    end
  end
end

-- ---- signs that calculate -----------------------------------------------

local SIGNS <const> = { ["+"] = true, ["-"] = true, ["*"] = true, ["/"] = true,
  ["<"] = true, [">"] = true, ["<="] = true, [">="] = true, [".."] = true,
  ["%"] = true, ["^"] = true, ["//"] = true }

local function calculates(list, line, message)
  if not message:find("^attempt to ") then return nil end
  return on_line(list, line, function(token)
    if token.kind ~= "sign" or not SIGNS[token.text] then return nil end
    return answer(token, ("the sign %s calculates here, with something that is "
      .. "no number"):format(token.text), "Put quotation marks around the whole "
      .. "text or date; write comparisons in words, such as \"is at least 3\".")
  end)
end

local RECOGNISERS <const> = { unknown_word, outside, called, calculates }

-- Why a file of these tokens stopped at `line` with `message`: { line, column,
-- message, cure, lua }.
function run.explain(list, line, message)
  for _, recognise in ipairs(RECOGNISERS) do
    local found = recognise(list, line, message)
    if found then
      found.lua = message:find "^attempt" and message or nil
      return found
    end
  end
  return { line = line, message = message }
end

return run
