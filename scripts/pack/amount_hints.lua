-- What an author may have meant where a number should stand.

local amounts = require "base.amounts"
local operands = require "pack.operands"

local say <const> = require "base.diagnostic".new

local amount_hints = {}

local MOST_DIGITS <const> = 308 -- a number of more has no end

-- "3 persons"
local function bare_number(operand)
  return amounts.number(operand:match "^(%d+) %a+$" or "")
end

-- "1 000", "1'000" and "1,234,567" are one number each.
local function grouped_number(operand)
  if not operand:find "^%-?[1-9]%d?%d?[%s',.]%d%d%d" then return nil end
  local mark = operand:match "[%s',.]"
  local whole = mark:find "[%s']" and operand:gsub(mark, "")
    or select(2, operand:gsub("%" .. mark, "")) > 1 and operand:gsub("%" .. mark, "")
  return whole and whole:find "^%-?%d+$" and whole or nil
end

-- "1,000" and "1.000" may be a thousand or one; "0,5" is a half.
local function marked_number(args, head)
  local whole, mark, rest = args.operand:match "^(%-?%d+)([.,])(%d+)$"
  if not whole then return nil end
  if #rest ~= 3 or not whole:find "^%-?[1-9]%d?%d?$" then
    if mark == "." then return nil end
    args.sentence = ("%s%s.%s"):format(head, whole, rest)
    return say("no-amount", args, "write-sentence")
  end
  args.first = head .. whole .. rest
  args.second = ("%s%s.%s"):format(head, whole, (rest:gsub("0+$", "")))
    :gsub("%.$", "")
  return say("two-numbers", args)
end

-- "is at least 30 days before today", "is more than 2013-01-01"
local SIDES <const> = { ["is at least"] = { "is on or after", "is on or before" },
  ["is more than"] = { "is after", "is before" },
  ["is at most"] = { "is on or before", "is on or after" },
  ["is less than"] = { "is before", "is after" } }

local function day_amount(args, head)
  local moment = operands.KINDS.moment.read(args.operand)
  local name, phrase = head:match "^(%S+) (.-) $"
  local sides = moment and SIDES[phrase:lower()]
  if not sides then return nil end
  local back = moment.shift and moment.shift < 0
  local sentence = ("%s %s %s"):format(name, sides[back and 2 or 1], args.operand)
  -- No more than so long from another day: on one side of it, or near it.
  if moment.shift and phrase:lower() == "is at most" and not moment.today then
    args.first, args.second = sentence, ("%s is within %s"):format(name, args.operand)
    return say("how-far", args)
  end
  args.sentence = sentence
  return say("no-amount", args, "write-sentence")
end

-- What is wrong with `args.operand`, which is no number, behind `head`.
function amount_hints.no_amount(args, head)
  local operand = args.operand
  if operand:find "^%-?%d+%.?%d*$" and #operand > MOST_DIGITS then
    return say("amount-beyond", args)
  end
  local day = day_amount(args, head)
  if day then return day end
  local marked = marked_number(args, head)
  if marked then return marked end
  local count = grouped_number(operand) or amounts.number(operand)
    or bare_number(operand)
  args.sentence = count and ("%s%d"):format(head, count)
  return say("no-amount", args, count and "numbers-in-figures"
    or operand:match "^%d%d%d%d%-%d%d?%-%d%d?$" and "compare-dates" or nil)
end

return amount_hints
