-- Other ways to say a condition, as tables of patterns: whole phrases, joiners,
-- comparators, and two conditions in one.  They are asked only where nothing else
-- heals a sentence, and each is tried before it is offered (see model/cures.lua); so
-- a pattern may match what it does not mean, but never say something else.

local amounts = require "base.amounts"
local say <const> = require "base.diagnostic".new

local rewordings = {}

-- Patterns look back and forth: longer texts are no sentence.
local LONGEST <const> = 240

-- ---- one sentence for another -----------------------------------------------

-- What stands behind the name, and what is meant.
local REST <const> = {
  -- Verbs and fillers.
  { "^is (%S+ .+)[!?]$", "is %1" }, { "^(.+)[!?]$", "%1" },
  { "^(.+) one of: (.+)$", "%1 one of %2" }, { "^(.+): (.+)$", "%1 %2" },
  { "^(.+) the (%S+)$", "%1 %2" }, { "^(%S+) the (.+)$", "%1 %2" },
  -- Limits.
  { "^is ([<>=!~]+) ?(.+)$", "%1 %2" },
  { "^is (.+) at most$", "is at most %1" }, { "^is (.+) at least$", "is at least %1" },
  { "^is (.+) at the most$", "is at most %1" },
  { "^is (.+) at the least$", "is at least %1" },
  { "^is (%d+)%+$", "is at least %1" }, { "^is (%d+) and up$", "is at least %1" },
  { "^is positive$", "is more than 0" }, { "^is negative$", "is less than 0" },
  -- Days.
  { "^is in the past$", "is before today" }, { "^is in the future$", "is after today" },
  { "^is not in the future$", "is on or before today" },
  { "^is not in the past$", "is on or after today" },
  { "^has passed$", "is before today" }, { "^has expired$", "is before today" },
  { "^has not passed$", "is on or after today" },
  { "^has not expired$", "is on or after today" },
  { "^is in the next (.+)$", "is between today and %1 after today" },
  { "^is within the next (.+)$", "is between today and %1 after today" },
  { "^is during (.+)$", "is in %1" }, { "^falls in (.+)$", "is in %1" },
  { "^lies in (.+)$", "is in %1" },
  -- Several values.
  { "^(.+)%s*;%s*(.+)$", "%1, %2" }, { "^is (.+) and/or (.+)$", "is %1 or %2" },
  { "^is not (.+) and/or (.+)$", "is not %1 or %2" },
  { "^includes (.+) and/or (.+)$", "includes any of %1 or %2" },
  { "^includes (.+ or .+) or both$", "includes any of %1" },
  { "^(.+) ?& ?(.+)$", "%1 and %2" }, { "^(.+) as well as (.+)$", "%1 and %2" },
  { "^(.+) together with (.+)$", "%1 and %2" }, { "^(.+) plus (.+)$", "%1 and %2" },
  { "^(%l+) (%S+)/(%S+)$", "%1 %2 or %3" },
  { "^is not (%S+) and not (%S+)$", "is not %1 or %2" },
  { "^is not (%S+) and is not (%S+)$", "is not %1 or %2" },
  { "^covers (.+ and .+)$", "includes all of %1" },
}

-- ---- several conditions in one ------------------------------------------------

-- What stands behind the name; how the two are joined; and what stands behind the
-- name in each.
local GROUPS <const> = {
  { "^includes (.+) but not (.+)$", "all", "includes %1", "does not include %2" },
  { "^includes (.+) and not (.+)$", "all", "includes %1", "does not include %2" },
  { "^includes (.+) without (.+)$", "all", "includes %1", "does not include %2" },
  { "^includes exactly (.+)$", "all", "includes all of %1", "includes only %1" },
  { "^includes precisely (.+)$", "all", "includes all of %1", "includes only %1" },
  { "^consists of (.+)$", "all", "includes all of %1", "includes only %1" },
  { "^does not include both (.+)$", "none", "includes all of %1" },
  { "^does not include all of (.+)$", "none", "includes all of %1" },
  { "^does not include only (.+)$", "none", "includes only %1" },
  { "^is (%S+ .+) but (%S+ .+)$", "all", "is %1", "is %2" },
  { "^is (%S+ .+) and (%S+ .+)$", "all", "is %1", "is %2" },
  { "^([<>=]+ ?%S+) and ([<>=]+ ?%S+)$", "all", "%1", "%2" },
  { "^is not equal to (%S+)$", "none", "is exactly %1" },
  { "^does not equal (%S+)$", "none", "is exactly %1" },
  { "^differs from (%S+)$", "none", "is exactly %1" },
  { "^is different from (%S+)$", "none", "is exactly %1" },
  { "^is other than (%S+)$", "none", "is exactly %1" },
}

-- Of what stands in order, more or less can be better: both are offered.
local BETTER <const> = {
  { "^is better than (%S+)$", "is more than %1", "is less than %1" },
  { "^is worse than (%S+)$", "is less than %1", "is more than %1" },
  { "^is no worse than (%S+)$", "is at least %1", "is at most %1" },
  { "^is not worse than (%S+)$", "is at least %1", "is at most %1" },
  { "^is (%S+) or better$", "is at least %1", "is at most %1" },
  { "^is (%S+) or worse$", "is at most %1", "is at least %1" },
}

-- Whole texts: of two names with one answer, and of two conditions.
local TEXTS <const> = {
  { "^[nN]either (%S+) nor (%S+) (is .+)$", "none", "%1 %3", "%2 %3" },
  { "^[nN]either (%S+) nor (%S+) are (.+)$", "none", "%1 is %3", "%2 is %3" },
  { "^[nN]either (.+) nor (.+)$", "none", "%1", "%2" },
  { "^[bB]oth (%S+) and (%S+) are (.+)$", "all", "%1 is %3", "%2 is %3" },
  { "^(%S+) and (%S+) are both (.+)$", "all", "%1 is %3", "%2 is %3" },
  { "^(%S+) and (%S+) are (.+)$", "all", "%1 is %3", "%2 is %3" },
  { "^[eE]ither (%S+) or (%S+) (is .+)$", "any", "%1 %3", "%2 %3" },
  { "^(%S+) or (%S+) (is .+)$", "any", "%1 %3", "%2 %3" },
  { "^(.-),? and/or (.+)$", "any", "%1", "%2" },
  { "^(.+);%s*(.+)$", "all", "%1", "%2" },
  { "^(.+) & (.+)$", "all", "%1", "%2" },
  { "^(.-),? as well as (.+)$", "all", "%1", "%2" },
  { "^(.-),? but (.+)$", "all", "%1", "%2" },
}

-- The first holds only where the second does.
local GATED <const> = { "^(.-),? if (.+)$", "^(.-),? where (.+)$", "^(.-),? when (.+)$",
  "^(.-),? provided that (.+)$", "^(.-),? provided (.+)$", "^(.-),? as long as (.+)$",
  "^(.-),? in case (.+)$" }
local GATE_FIRST <const> = { "^[iI]f (.+) then (.+)$", "^[iI]f (.+), (.+)$",
  "^[wW]here (.+), (.+)$", "^[wW]hen (.+), (.+)$" }

local function gated(text)
  for _, pattern in ipairs(GATED) do
    local what, gate = text:match(pattern)
    if what then return what, gate end
  end
  for _, pattern in ipairs(GATE_FIRST) do
    local gate, what = text:match(pattern)
    if gate then return what, gate end
  end
end

-- "is 2, 3 or 4", "is neither 2 nor 3": the numbers, and how they are joined.
local function numbers(rest)
  local listed, group = rest:match "^is not (.+)$", "none"
  listed = listed or rest:match "^is neither (.+)$"
  if not listed then listed, group = rest:match "^is (.+)$", "any" end
  if not listed then return nil end
  local parts, joined = {}, listed:gsub("^either ", ""):gsub(" n?or ", ", ")
  for one in (joined .. ","):gmatch "%s*(.-)%s*," do
    local number = amounts.number(one)
    if not number then return nil end
    parts[#parts + 1] = "is exactly " .. number
  end
  return #parts > 1 and parts, group
end

-- ---- all of them ------------------------------------------------------------

local function quoted_list(list)
  list.separator = '", "'
  return list
end

-- The parts that a row of GROUPS or TEXTS makes of `said`, each behind `before`.
local function parts_of(row, said, before)
  if not said:find(row[1]) then return nil end
  local parts = {}
  for i = 3, #row do
    local part = said:gsub(row[1], row[i])
    if part:find "^includes only " then part = part:gsub(" and ", " or ") end
    parts[i - 2] = before .. part
  end
  return quoted_list(parts)
end

-- The conditions that `text` may stand for, as diagnostics that offer them.
function rewordings.of(text)
  local list, name, rest = {}, text:match "^(%S+) (.+)$"
  if not name or #text > LONGEST then return list end
  local function add(code, args)
    args.it = text
    list[#list + 1] = say(code, args)
  end
  for _, row in ipairs(REST) do
    local other = rest:gsub(row[1], row[2])
    if other ~= rest then
      add("other-words", { words = rest, sentence = name .. " " .. other })
    end
  end
  local listed, joined = numbers(rest)
  if listed then
    for i, part in ipairs(listed) do listed[i] = name .. " " .. part end
    add("several-conditions", { group = joined, parts = quoted_list(listed) })
  end
  for _, row in ipairs(BETTER) do
    if rest:find(row[1]) then
      add("better", { first = name .. " " .. rest:gsub(row[1], row[2]),
        second = name .. " " .. rest:gsub(row[1], row[3]) })
    end
  end
  local function add_groups(rows, said, before)
    for _, row in ipairs(rows) do
      local parts = parts_of(row, said, before)
      if parts and #parts == 1 then add("denied", { first = parts[1] }) end
      if parts and #parts > 1 then
        add("several-conditions", { group = row[2], parts = parts })
      end
    end
  end
  add_groups(GROUPS, rest, name .. " ")
  add_groups(TEXTS, text, "")
  local what, gate = gated(text)
  if what then add("gate-inside", { first = gate, second = what }) end
  local one, other = text:match "^(.-),? unless (.+)$"
  if one then add("unless", { first = one, second = other }) end
  return list
end

return rewordings
