-- Checks of a layer that are called stricter than one of the baseline, and are not:
-- over many answers to the facts they read they never fall short where the other
-- does not, and somewhere they are met where the other falls short.

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

local function known(value) return { state = "known", value = value, raw = value } end

-- A few of the answers there are to `entry`; nil where they cannot be listed.
local function answers(entry, as_of)
  local few = reach.cells_of(entry)
  if few then return few end
  local cells = {}
  if entry.type == "date" then
    for i, days in ipairs(DAYS_AGO) do cells[i] = known(as_of - days) end
  elseif entry.type == "text" or entry.type == "choices" then
    return nil
  else
    for i, count in ipairs(COUNTS) do
      cells[i] = known(math.max(count, entry.least or 0))
    end
  end
  return cells
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
    local cells = answers(entry, as_of)
    if entry.scope ~= "parameter" then
      if not cells then return nil end
      list[#list + 1] = { entry = entry, cells = cells }
    end
  end
  return list
end

-- ---- comparing ----------------------------------------------------------

local function extent(check, ctx)
  local gate = check.applies and check.applies.eval(ctx) or logic.MET
  if not logic.may_hold(gate) then return logic.NA end
  return check.expect.eval(ctx)
end

local function is_short(mask) return mask ~= 0 and mask & ~logic.SHORT == 0 end

local function shown(list)
  local texts = {}
  for i, one in ipairs(list) do
    local raw = one.cell.raw
    if one.entry.type == "date" then raw = dates.format(raw) end
    if type(raw) == "boolean" then raw = raw and "yes" or "no" end
    texts[i] = ("%s is %s"):format(one.entry.path, tostring(raw))
  end
  return table.concat(texts, ", ")
end

-- The next case: each fact at the answer that `number` counts to.
local function set(ctx, list, number)
  local at = {}
  for i, one in ipairs(list) do
    local cell = one.cells[number % #one.cells + 1]
    number = number // #one.cells
    ctx[one.entry.scope][one.entry.path] = cell or nil
    at[i] = { entry = one.entry, cell = cell }
  end
  return at
end

local function count_of(list)
  local count = 1
  for _, one in ipairs(list) do count = math.min(count * #one.cells, CASES + 1) end
  return count
end

-- Facts by which `check` is met where `base` falls short, where it never is short
-- where `base` is not; nil else.
local function milder(c, check, base)
  local ctx = reach.context(c.model, c.host)
  local list = candidates(check, base, ctx.as_of)
  local count = list and count_of(list) or CASES + 1
  local found
  if count > CASES then return nil end
  for number = 0, count - 1 do
    local at = set(ctx, list, number)
    c.host.charge(10)
    if not reach.contradicts(c.model, ctx) then
      local own, other = extent(check, ctx), extent(base, ctx)
      if own & logic.SHORT ~= 0 and not is_short(other) then return nil end
      if own == logic.MET and is_short(other) then found = found or at end
    end
  end
  return found and shown(found)
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
