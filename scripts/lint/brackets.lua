-- Finds the bracket that has no partner.  Which one it is cannot be told from
-- the brackets alone; the indentation that authors give their lines does.

local language = require "pack.language"
local tokens = require "pack.tokens"

local say <const> = require "base.diagnostic".new

local brackets = {}

local CLOSES <const> = { ["}"] = "{", [")"] = "(", ["]"] = "[" }
local OPENS <const> = { ["{"] = "}", ["("] = ")", ["["] = "]" }
local DECLARING <const> = {}
for _, word in ipairs(language.DECLARATIONS) do DECLARING[word] = true end
brackets.DECLARING = DECLARING

local function answer(token, code, args, cure)
  return { line = token.line, column = token.column,
    says = say(code, args, cure) }
end

-- Calls open(token) and close(token, opening or nil) for every bracket; stops
-- when either returns something, which is the answer.
local function each(list, last, open, close)
  local stack = {}
  for i = 1, last do
    local token = list[i]
    local found
    if token.kind == "sign" and OPENS[token.text] then
      stack[#stack + 1] = token
      found = open and open(token, stack)
    elseif token.kind == "sign" and CLOSES[token.text] then
      local opening = table.remove(stack)
      found = close and close(token, opening)
    elseif open then
      found = open(token, stack, list[i - 1])
    end
    if found then return found, stack end
  end
  return nil, stack
end

-- How many brackets are open before the token `index`.
function brackets.depth_at(list, index)
  local _, stack = each(list, math.min(index - 1, #list))
  return #stack
end

-- The column at which the line of each token begins.
local function indents(list)
  local indent = {}
  for _, token in ipairs(list) do
    indent[token.line] = indent[token.line] or token.column
  end
  return indent
end

-- `where` says how far down its partner can stand: behind the line `alone`, or
-- before the token `before` of `line`.
local function never_closed(opening, where)
  local args = where or {}
  args.bracket = (opening.text == "{" and "brace " or "bracket ") .. opening.text
  args.closing = OPENS[opening.text]
  return answer(opening, "never-closed", args)
end

local function one_too_many(closing)
  return answer(closing, "closes-nothing", { it = closing.text })
end

-- Judges the braces that stand first on their line by their indentation.
local function by_indent(list)
  local indent = indents(list)
  return each(list, #list, function(token, stack, before)
    if DECLARING[token.text] and token.kind == "name" and token.column == 1
      and #stack > 0 and (not before or before.line < token.line) then
      return never_closed(stack[#stack], before and { alone = before.last_line })
    end
  end, function(token, opening)
    if not opening then return one_too_many(token) end
    if indent[token.line] ~= token.column or token.line == opening.line then
      return nil
    end
    local expected = indent[opening.line]
    if token.column < expected then
      return never_closed(opening, { before = token.text, line = token.line })
    end
    if token.column > expected then return one_too_many(token) end
  end)
end

-- A bracket closed by one of another kind.
function brackets.mismatch(s)
  return (each(s.list, #s.list, nil, function(token, opening)
    if opening and CLOSES[token.text] ~= opening.text then
      return answer(token, "other-bracket", { it = token.text,
        closing = OPENS[opening.text], opening = opening.text,
        line = opening.line })
    end
  end))
end

-- The declaration that stands last before the token `index`: its word, its
-- name, and where its braces should open.
local function declaration_before(list, index)
  for i = math.min(index, #list), 2, -1 do
    local name = tokens.content(list[i])
    if name and DECLARING[list[i - 1].text] then
      return list[i - 1], list[i], i + 1
    end
  end
end

-- The bracket that closes the one at `index`.
local function partner(list, index)
  local depth = 0
  for i = index, #list do
    local token = list[i]
    if token.kind == "sign" and OPENS[token.text] then depth = depth + 1 end
    if token.kind == "sign" and CLOSES[token.text] then
      depth = depth - 1
      if depth == 0 then return token end
    end
  end
end

-- Something stands outside all braces that belongs inside some.
function brackets.outside(s)
  if s.depth > 0 or s.near ~= "=" and s.near ~= "," then return nil end
  local word, name, after = declaration_before(s.list, s.index)
  if not word then return nil end
  if not s.list[after] or s.list[after].text ~= "{" then
    return answer(word, "no-braces", { word = word.text, name = name.text })
  end
  local closing = partner(s.list, after)
  return closing and answer(closing, "ends-before-more", { it = closing.text,
    word = word.text, name = name.text })
end

-- A declaration begins where the one before it is not closed.
function brackets.swallowed(s)
  local token = s.token
  if token and DECLARING[token.text] and token.column == 1 and s.depth > 0 then
    return (by_indent(s.list))
  end
end

-- Something is opened and not closed, or closed and not opened.
function brackets.unbalanced(s)
  local found, stack = by_indent(s.list)
  if found then return found end
  return stack[1] and never_closed(stack[#stack]) or nil
end

return brackets
