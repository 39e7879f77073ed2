-- What a sentence that cannot be read may have meant, where its fact tells.

local diagnostic = require "base.diagnostic"
local meanings = require "pack.meanings"
local nearest = require "base.nearest"
local operands = require "pack.operands"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"

local say <const> = diagnostic.new

local unread = {}

local VALUES <const> = { ["yes/no"] = { "yes", "no" } }

local function values_of(entry)
  return entry.values or VALUES[entry.type]
end

-- Words that turn what they stand beside.
local TURNS <const> = nearest.set_of { "all", "and", "any", "at", "but", "except",
  "least", "less", "limited", "more", "most", "never", "no", "none", "nor", "not", "of",
  "only", "or", "other", "than", "to", "without" }

local function turns(operand)
  for word in operand:lower():gmatch "[^%s,]+" do
    if TURNS[word] or not word:find "^[%a-]+$" then return true end
  end
  return false
end

-- "senior management" for the value senior, "closed founded" for closed_founded;
-- the value, and whether it was said in full.
local function value_in(operand, values)
  local joined = operand:lower():gsub("[%s-]", "_")
  if nearest.is_in(joined, values) then return joined, true end
  if turns(operand) then return nil end
  local found
  for _, value in ipairs(values) do
    local within = ("_" .. joined .. "_"):find("_" .. value .. "_", 1, true)
    if within and found then return nil end
    if within then found = value end
  end
  return found
end

local by_code = {}

by_code["ends-early"] = function(wrong, entry)
  local values, head = values_of(entry), wrong.args.it
  if not values then return wrong end
  if #values == 2 then
    return say("two-answers", { it = wrong.args.it, first = head .. " " .. values[1],
      second = head .. " " .. values[2] })
  end
  return diagnostic.with_cure(wrong, "one-of-behind", { allowed = values })
end

local EXCEPT <const> = { "^everything but (.+)$", "^everything except (.+)$",
  "^all but (.+)$", "^all except (.+)$" }

-- "includes everything but public": each other value, and not this one.
local function all_but(wrong, entry)
  if entry.type ~= "choices" or wrong.args.head ~= "includes " then return nil end
  for _, pattern in ipairs(EXCEPT) do
    local except = operands.KINDS.words.read(wrong.args.operand:match(pattern) or "-")
    if except and except[1] ~= "-" then
      local function said(op, operand)
        return sentence.write { fact = entry.path, op = op, operand = operand }
      end
      return say("several-conditions", { it = wrong.args.it, group = "all", parts = {
        said("includes", meanings.others(entry, except)), said("includes_none", except),
        separator = '", "' } })
    end
  end
end

by_code["words-unread"] = function(wrong, entry)
  local args = wrong.args
  local head = entry.path .. " " .. args.head
  local but = all_but(wrong, entry)
  if but then return but end
  if entry.type == "text" then
    return diagnostic.with_cure(wrong, "write-sentence",
      { sentence = ("%s'%s'"):format(head, args.operand) })
  end
  -- "is other.day" of a day, and the like.
  local other = phrases.of.is.instead[entry.type]
  if other and args.head:lower() == "is " then
    return diagnostic.with_cure(wrong, "write-sentence", { sentence =
      ("%s %s %s"):format(entry.path, phrases.of[other].says, args.operand) })
  end
  local values = values_of(entry)
  if not values then return wrong end
  local value, full = value_in(args.operand, values)
  local no_value = say("no-such-value", { it = args.operand, fact = entry.path,
    allowed = values, sentence = value and head .. value })
  if value then no_value.cure = full and "write-sentence" or "mean-sentence" end
  return no_value
end

-- "5%" of a share.
by_code["no-amount"] = function(wrong, entry)
  local digits = entry.type == "percent" and wrong.args.operand:match "^([%d.]+) ?%%$"
  return digits and diagnostic.with_cure(wrong, "write-sentence",
    { sentence = wrong.args.head .. digits }) or wrong
end

-- `wrong` again, as the fact `entry` makes it.
function unread.tell(wrong, entry)
  local tell = by_code[wrong.code]
  return tell and tell(wrong, entry) or wrong
end

return unread
