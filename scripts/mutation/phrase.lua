-- Says a parsed sentence in words again, as an author would write it: the way
-- back from what pack/sentence.lua reads.

local phrase = {}

local WORDS <const> = { is = "is", is_not = "is not", includes = "includes",
  includes_any = "includes any of", includes_none = "includes none of",
  at_least = "is at least", at_most = "is at most", more_than = "is more than",
  less_than = "is less than", exactly = "is exactly", covers = "covers all of",
  on_or_after = "is on or after", on_or_before = "is on or before",
  after = "is after", before = "is before", within = "is within" }

-- "a", "a or b", "a, b or c".
local function listed(words, join)
  if #words < 2 then return words[1] or "" end
  return table.concat(words, ", ", 1, #words - 1) .. join .. words[#words]
end
phrase.listed = listed

local function counted(count, unit)
  return ("%d %s"):format(count, count == 1 and unit:gsub("s$", "") or unit)
end

local function moment(operand)
  local base = operand.today and "today" or operand.date or operand.name
  local shift = operand.shift
  if not shift then return base end
  return ("%s %s %s"):format(counted(math.abs(shift), operand.unit),
    shift < 0 and "before" or "after", base)
end

local function operand_text(leaf)
  local operand = leaf.operand
  if operand[1] ~= nil then
    local either = leaf.op == "is" or leaf.op == "is_not"
    return listed(operand, either and " or " or " and ")
  elseif leaf.op == "within" then
    return (operand.name or counted(operand.number, "months")) .. " of today"
  elseif operand.number then
    return tostring(operand.number)
  end
  return moment(operand)
end

-- The sentence of a parsed leaf.
function phrase.of(leaf)
  local words = WORDS[leaf.op]
  if leaf.op == "includes" and #leaf.operand > 1 then
    words = "includes all of"
  end
  return ("%s %s %s"):format(leaf.fact, words, operand_text(leaf))
end

local SAID_OF_LIST <const> = { every = "every", some = "any", no = "none",
  count = "the number", latest = "the latest" }
local LISTED <const> = { some = "one is listed in ", no = "none is listed in " }

-- A condition on a list; `where` and `expect` are parsed too, `where` may be nil.
function phrase.of_list(kind, list, where, expect)
  local named = list .. (where and " where " .. where.text or "")
  if expect.kind == "listed" and LISTED[kind] then return LISTED[kind] .. named end
  return ("%s of %s: %s"):format(SAID_OF_LIST[kind], named, expect.text)
end

return phrase
