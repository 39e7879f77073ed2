-- Checks of a layer that are called stricter than one of the baseline, and are not:
-- over many answers to the facts they read they never fall short where the other
-- does not, and somewhere they are met where the other falls short.

local core = require "core"
local dates = require "base.dates"
local logic = require "base.logic"
local nodes = require "model.nodes"
local reach = require "examples.reach"

local say <const> = require "base.diagnostic".new

local stricter = {}

local CASES <const> = 400
local COUNTS <const> = { 0, 1, 2, 3, 5 }
local DAYS_AGO <const> = { 0, 30, 200, 400, 800 }

-- ---- answers ------------------------------------------------------------

-- A few of the answers there are to `entry`; nil where they cannot be listed.
local function answers_of(entry, as_of)
  local few = reach.answers_of(entry)
  if few then return few end
  local answers = {}
  if entry.type == "date" then
    for i, days in ipairs(DAYS_AGO) do
      answers[i] = { number = as_of - days, text = dates.format(as_of - days) }
    end
  elseif entry.type == "text" or entry.type == "choices" then
    return nil
  else
    for i, count in ipairs(COUNTS) do
      local number = math.max(count, entry.least or 0)
      answers[i] = { number = number, text = tostring(number) }
    end
  end
  return answers
end

-- The facts of both checks with their answers; nil where a list is read, or a fact
-- whose answers cannot be listed.
local function candidates(check, base, as_of)
  for _, one in ipairs { check, base } do
    if #one.reads.lists > 0 or one.computes then return nil end
  end
  local list = {}
  for _, entry in ipairs(nodes.facts(check.applies, check.expect, base.applies,
    base.expect)) do
    local answers = answers_of(entry, as_of)
    if entry.scope ~= "parameter" then
      if not answers then return nil end
      list[#list + 1] = { entry = entry, answers = answers }
    end
  end
  return list
end

-- ---- comparing ----------------------------------------------------------

-- Adds the conditions of a check to `list`; its extent is then that of the masks from
-- `first` on.
local function add_conditions(list, check)
  local first = #list + 1
  list[#list + 1] = check.applies
  list[#list + 1] = check.expect
  return function(masks)
    if not check.applies then return masks[first] end
    return logic.may_hold(masks[first]) and masks[first + 1] or logic.NA
  end
end

local function is_short(mask) return mask ~= 0 and mask & ~logic.SHORT == 0 end

-- The answers of combination `number`, as words.
local function shown(list, number)
  local texts = {}
  for i, one in ipairs(list) do
    local answer = one.answers[number % #one.answers + 1]
    number = number // #one.answers
    texts[i] = ("%s is %s"):format(one.entry.path, answer.text or "not applicable")
  end
  return table.concat(texts, ", ")
end

local function count_of(list)
  local count = 1
  for _, one in ipairs(list) do count = math.min(count * #one.answers, CASES + 1) end
  return count
end

-- Facts by which `check` is met where `base` falls short, where it never is short
-- where `base` is not; nil else.
local function milder(c, check, base)
  local list = candidates(check, base, dates.parse(core.AS_OF))
  if not list or count_of(list) > CASES then return nil end
  local conditions, found = {}, nil
  local own_of, other_of = add_conditions(conditions, check), add_conditions(conditions, base)
  for _, case in ipairs(core.cases(c.model, c.host, list, conditions,
    reach.contradictions(c.model)) or {}) do
    local own, other = own_of(case.masks), other_of(case.masks)
    if own & logic.SHORT ~= 0 and not is_short(other) then return nil end
    if own == logic.MET and is_short(other) then
      found = math.min(found or case.number, case.number)
    end
  end
  return found and shown(list, found)
end

function stricter.look(c)
  for _, check in ipairs(c.model.checks) do
    local base = check.stricter_than
    if base and not check.broken and not base.broken and not check.retired then
      local facts = milder(c, check, base)
      if facts then
        c.add("L071", say("never-stricter", { it = check.id, base = base.id,
          facts = facts }), { file = check.file, layer = check.layer,
          line = check.line, key = "stricter_than" })
      end
    end
  end
end

return stricter
