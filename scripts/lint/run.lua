-- Says in plain words why a rule file stopped while it was read: Lua could read
-- it, but what it then did made no sense.

local amounts = require "base.amounts"
local brackets = require "lint.brackets"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local syntax = require "lint.syntax"

local say <const> = diagnostic.new

local run = {}

local function answer(token, code, args, cure)
  return { line = token.line, column = token.column,
    says = say(code, args, cure) }
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

-- Why the word `token` does not stand as a name of Lua's here; `raised` says that it
-- is unknown.
local function why_unknown(list, i, raised)
  local token, after, before = list[i], list[i + 1], list[i - 1]
  local word, sign = token.text, after and after.text
  local number = before and before.text == "="
    and nearest.is_in(list[i - 2].text, NUMERIC) and amounts.number(word)
  if number then
    return diagnostic.with_cure(raised, "write-figures", { number = number })
  elseif sign == "==" then
    return say("two-equals", { it = word })
  elseif nearest.is_in(word, syntax.FIELDS) and after
    and (after.kind == "text" or sign == "{") then
    return say("equals-missing", { it = word,
      value = sign == "{" and "{ ... }" or sign })
  elseif sign == "." and not is_program(list[i + 3]) then
    return say("name-unquoted", { it = word .. "."
      .. (list[i + 2] and list[i + 2].text or "...") })
  elseif before and VALUE_BEFORE[before.text] and sign ~= "="
    and not (after and (after.kind == "text" or sign == "{")) then
    return diagnostic.with_cure(raised, "word-as-text")
  end
  return raised
end

local function unknown_word(list, line, _, raised)
  if not raised or raised.code ~= "word-unknown" then return nil end
  return on_line(list, line, function(token, i)
    if token.text ~= raised.args.it or token.kind ~= "name" then return nil end
    return { line = token.line, column = token.column,
      says = why_unknown(list, i, raised) }
  end)
end

-- ---- names set outside any braces ---------------------------------------

local function outside(list, line, _, raised)
  local word = raised and raised.code == "cannot-be-set" and raised.args.it
  if not word or not nearest.is_in(word, syntax.FIELDS) then return nil end
  return on_line(list, line, function(token, i)
    if token.text ~= word then return nil end
    local found = brackets.outside { list = list, index = i, depth = 0,
      near = "=" }
    return found or answer(token, "outside-braces", { it = word })
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
      return { line = token.line, column = token.column + 1,
        says = say "comma-behind-brace" }
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
    return answer(token, "sign-calculates", { sign = token.text })
  end)
end

local RECOGNISERS <const> = { unknown_word, outside, called, calculates }

-- Why a file of these tokens stopped at `line` with `message`, or with the
-- diagnostic `raised`: { line, column, says, lua }.
function run.explain(list, line, message, raised)
  for _, recognise in ipairs(RECOGNISERS) do
    local found = recognise(list, line, message, raised)
    if found then
      found.lua = message:find "^attempt" and message or nil
      return found
    end
  end
  return { line = line, says = raised or say("lua-says", { text = message }) }
end

return run
