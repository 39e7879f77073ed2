-- What an author may have meant by words about days: how old one may be, how far it
-- is from another, a month or a year.

local amounts = require "base.amounts"
local day_hints = require "pack.day_hints"

local say <const> = require "base.diagnostic".new

local time_hints = {}

-- "the last 2 years before today" -> "2 years".
local function plain_span(text)
  local plain = text:gsub("^the ", ""):gsub("^last ", ""):gsub("^past ", "")
    :gsub(" of today$", ""):gsub(" before today$", "")
  return plain:find "^%a+$" and "one " .. plain or plain -- "the past year"
end

-- The sentence for "within" so long, and whether it speaks of days instead.
local function within(name, said)
  local count, unit = amounts.span(plain_span(said))
  if not count then return nil end
  if unit == "months" then
    return ("%s is within %s of today"):format(name, amounts.said(count, unit))
  end
  return ("%s is on or after %s before today"):format(name,
    amounts.said(count, unit)), true
end

-- The diagnostic `code` on `text`, whose cure is the sentence that within() gave.
local function in_months(code, args, said, in_days)
  args.sentence, args.note = said, in_days and say "whole-months" or nil
  return say(code, args, in_days and "write-days" or "write-sentence")
end

local RECENT <const> = { "^is not older than (.+)$", "^is no older than (.+)$",
  "^is not more than (.+) ago$", "^is at most (.+) ago$",
  "^is not more than (.+) old$", "^is at most (.+) old$",
  "^is no more than (.+) old$", "^is no more than (.+) ago$",
  "^is in the last (.+)$", "^is in the past (.+)$", "^is during the last (.+)$",
  "^is up to (.+) old$" }

local NEWER <const> = { "^is less than (.+) ago$", "^is less than (.+) old$",
  "^is newer than (.+)$", "^is younger than (.+)$" }

local OLD <const> = { "^is older than (.+)$", "^is more than (.+) old$",
  "^is more than (.+) ago$" }

-- The sentence that compares with so long before today.
local function on_a_side(name, rest, patterns, phrase)
  for _, pattern in ipairs(patterns) do
    local count, unit = amounts.span(rest:match(pattern) or "")
    if count then
      return ("%s %s %s before today"):format(name, phrase,
        amounts.said(count, unit))
    end
  end
end

local function recent(name, rest)
  for _, pattern in ipairs(RECENT) do
    local age = rest:match(pattern)
    local said, in_days = within(name, age or "")
    if said then return said, in_days end
  end
end

function time_hints.age(text, name, rest)
  local said, in_days = recent(name, rest)
  said = said or on_a_side(name, rest, OLD, "is before")
    or on_a_side(name, rest, NEWER, "is after")
  return said and in_months("age", { it = text }, said, in_days)
end

-- "is 30 days before today" may be meant as a limit on either side.
function time_hints.apart(text, name, rest)
  local moment = rest:match "^is (%d+ %a+ %a+ %S+)$"
  return moment and say("which-side", { it = text,
    first = ("%s is on or after %s"):format(name, moment),
    second = ("%s is on or before %s"):format(name, moment),
    any = ("%s is on %s"):format(name, moment) })
end

-- "is in 2013"
function time_hints.in_period(text, name, rest)
  local first, last = day_hints.period(rest:match "^is in (.+)$" or "")
  return first and say("other-words", { it = text, words = rest,
    sentence = ("%s is between %s and %s"):format(name, first, last) })
end

-- "2 weeks ago" or "1 year before today" as days or months.
local function moment_said(head, operand)
  local date = day_hints.plain(operand)
  if date then return head .. date end
  local said, side, base = operand:gsub(" ago$", " before today")
    :match "^(.+) (%a+) (%S+)$"
  local count, unit = amounts.span(said or "")
  return count and (side == "before" or side == "after")
    and ("%s%s %s %s"):format(head, amounts.said(count, unit), side, base)
end

-- The first or the last day of "2013", as the phrase wants it.
local LAST <const> = { ["is after"] = true, ["is on or before"] = true }

local function of_period(args, head)
  local first, last = day_hints.period(args.operand)
  local phrase = first and head:match "^%S+ (.-) $"
  if not phrase then return nil end
  if phrase == "is on" then
    return ("%s is between %s and %s"):format(head:match "^%S+", first, last)
  end
  return head .. (LAST[phrase] and last or first)
end

-- What is wrong with `args.operand`, which is no day, behind `head`.
function time_hints.no_moment(args, head)
  local one, other = day_hints.either(args.operand)
  if one then
    args.first, args.second = head .. one, head .. other
    return say("two-days", args)
  end
  args.sentence = moment_said(head, args.operand) or of_period(args, head) or nil
  return say("no-moment", args, args.sentence and "write-sentence")
end

-- The same for what is no span.
function time_hints.no_span(args, head)
  local said, in_days = within(head:match "^%S+", args.operand)
  if not said then return say("no-span", args) end
  return in_months("no-span", args, said, in_days)
end

function time_hints.no_day(text, operand, shape)
  if shape == "span" and (operand:find "^%d+ months?$"
    or operand:find "^%a[%w_.]*$") then
    return say("of-which-day", { it = text, sentence = text .. " of today" })
  end
end

return time_hints
