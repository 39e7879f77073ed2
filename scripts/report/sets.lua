-- The answers to a question that asks for a set, by the ratings that they come to.
-- Only the values that some condition names matter: each set of those is tried.

local nodes = require "model.nodes"
local wording = require "evaluate.wording"

local sets = {}

local MOST_NAMED <const> = 8 -- values: 256 sets
local MOST_WRITTEN <const> = 4 -- sets that are written out

-- ---- which sets there are ------------------------------------------------

-- The values of `entry` that conditions of the checks of `results` name, in the
-- vocabulary's order; all of them where a function looks at the whole set.
local function named_values(entry, results)
  local named, whole, list = {}, false, {}
  local function see(node)
    if node.entry == entry then
      for _, value in ipairs(node.values) do named[value] = true end
    end
    for _, read in ipairs(node.entries or {}) do whole = whole or read == entry end
  end
  for _, result in ipairs(results) do
    local check = result.check
    nodes.walk(check.provision.applies, see)
    nodes.walk(check.applies, see)
    nodes.walk(check.expect, see)
  end
  for _, value in ipairs(entry.values) do
    if whole or named[value] then list[#list + 1] = value end
  end
  return list
end

-- A value that no condition names, to stand for them all; nil where all are named.
local function unnamed(entry, named)
  local set = {}
  for _, value in ipairs(named) do set[value] = true end
  for _, value in ipairs(entry.values) do
    if not set[value] then return value end
  end
end

-- The set number `bits` of the values `named`, as an answer: { with, without, set };
-- nil where it is none, since it is empty or lacks what is known to be in it.
local function answer_of(entry, named, bits, other, has)
  local one = { with = {}, without = {}, set = {} }
  for i, value in ipairs(named) do
    local is_in = bits >> (i - 1) & 1 == 1
    if has[value] and not is_in then return nil end
    table.insert(is_in and one.with or one.without, value)
    if is_in then one.set[value] = true end
  end
  if #one.with == 0 and not entry.may_be_none then
    if not other then return nil end
    one.set[other] = true
  end
  return one
end

-- ---- in words ------------------------------------------------------------

local function titles(entry, values)
  local cell = { state = "known", value = {}, raw = values }
  return wording.value(entry, cell)
end

local function in_words(entry, one)
  if #one.without == 0 then return titles(entry, one.with) end
  if #one.with == 0 then return "none of " .. titles(entry, one.without) end
  return ("%s without %s"):format(titles(entry, one.with),
    titles(entry, one.without))
end

-- The answers by rating; of the rating that most sets come to no set is written,
-- it is that of any other.  nil where too many would be.
local function in_groups(entry, groups)
  local most = groups[1]
  for _, group in ipairs(groups) do
    if #group > #most then most = group end
  end
  if #groups == 1 then return { { answer = "any", rating = most.rating } } end
  local answers = {}
  for _, group in ipairs(groups) do
    for _, one in ipairs(group ~= most and group or {}) do
      if #answers == MOST_WRITTEN then return nil end
      answers[#answers + 1] = { answer = in_words(entry, one),
        rating = group.rating }
    end
  end
  local last = #most == 1 and in_words(entry, most[1]) or "any other"
  answers[#answers + 1] = { answer = last, rating = most.rating }
  return answers
end

-- What each answer to the question on the set `entry` in `frame`, for which
-- `results` wait, comes to; see spans.answers.
function sets.answers(entry, frame, results, try)
  if entry.type ~= "choices" then return nil end
  local named, cell = named_values(entry, results), frame[entry.path]
  if #named > MOST_NAMED then return nil end
  local groups, by_rating = {}, {}
  for bits = (1 << #named) - 1, 0, -1 do
    local one = answer_of(entry, named, bits, unnamed(entry, named),
      cell and cell.has or {})
    if one then
      local rating = try { state = "known", value = one.set, raw = {} }
      if not rating then return nil end
      local group = by_rating[rating]
      if not group then
        group = { rating = rating }
        by_rating[rating], groups[#groups + 1] = group, group
      end
      group[#group + 1] = one
    end
  end
  return #groups > 0 and in_groups(entry, groups) or nil
end

return sets
