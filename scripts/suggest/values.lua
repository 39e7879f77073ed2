-- Values a fact might have in an example, chosen near the limits that a check
-- compares it with, and how each is written there.

local dates = require "base.dates"
local nodes = require "model.nodes"
local listed <const> = require "pack.operands".listed

local suggest_values = {}

local AS_OF <const> = "2013-11-30"
suggest_values.AS_OF = AS_OF

-- ---- the limits a check names -------------------------------------------

-- What a condition compares with, a parameter by its value.
local function operand_of(node, parameter_frame)
  local other = node.operand
  if not other or other.scope ~= "parameter" then return node.ast.operand end
  local cell = parameter_frame[other.path]
  return { number = cell and math.tointeger(cell.value) }
end

-- [entry] = the numbers, months and days that the conditions `roots` compare it
-- with.
function suggest_values.limits_of(roots, parameter_frame)
  local limits = {}
  for _, root in ipairs(roots) do
    nodes.walk(root, function(node)
      if not node.entry or not node.ast.operand then return end
      local list = limits[node.entry] or {}
      limits[node.entry] = list
      list[#list + 1] = operand_of(node, parameter_frame)
    end)
  end
  return limits
end

-- ---- values by type -----------------------------------------------------

local function add(list, seen, value)
  if seen[value] then return end
  seen[value], list[#list + 1] = true, value
end

local function numbers(entry, operands, least, usual)
  local list, seen = {}, {}
  for _, operand in ipairs(operands or {}) do
    for step = -1, operand.number and 1 or -2 do
      local value = operand.number + step
      if value >= least and (not entry.most or value <= entry.most) then
        add(list, seen, value)
      end
    end
  end
  for _, value in ipairs(usual) do add(list, seen, value) end
  return list
end

local function days(operands, today)
  local list, seen = {}, {}
  local function around(day)
    for step = -1, 1 do add(list, seen, dates.format(day + step)) end
  end
  around(today)
  for _, operand in ipairs(operands or {}) do
    if operand.number then around(dates.add_months(today, -operand.number)) end
    if operand.date then around(dates.parse(operand.date)) end
  end
  add(list, seen, dates.format(dates.add_months(today, -18)))
  return list
end

local function sets(entry)
  local values = entry.values
  local list = { table.move(values, 1, #values, 1, {}) }
  if entry.may_be_none then table.insert(list, 1, "none") end
  for _, value in ipairs(values) do
    list[#list + 1] = { value }
    local rest = {}
    for _, other in ipairs(values) do
      if other ~= value then rest[#rest + 1] = other end
    end
    if #rest > 1 then list[#list + 1] = rest end
  end
  return list
end

local by_type = {
  ["yes/no"] = function() return { true, false } end,
  choice = function(entry) return entry.values end,
  choices = function(entry) return sets(entry) end,
  text = function() return { "x" } end,
}

function by_type.count(entry, operands)
  return numbers(entry, operands, entry.least or 0, { 0, 1, 2, 3 })
end
function by_type.number(entry, operands)
  return numbers(entry, operands, entry.least or 0, { 0, 10 })
end
function by_type.percent(entry, operands)
  return numbers(entry, operands, 0, { 0, 50, 100 })
end
function by_type.months(entry, operands)
  local list = numbers(entry, operands, 1, { 1, 12, 24 })
  if entry.may_be_none then list[#list + 1] = "none-stated" end
  return list
end
function by_type.date(entry, operands, today)
  local list = days(operands, today)
  if entry.may_be_never then list[#list + 1] = "never" end
  return list
end

-- The values to try for `entry`; `operands` is what it is compared with, `today` the
-- day of the assessment, that of examples where it is nil.
function suggest_values.of(entry, operands, today)
  return by_type[entry.type](entry, operands, today or dates.parse(AS_OF))
end

-- ---- writing them -------------------------------------------------------

-- The sentence that states it, such as "arms.used is yes".
function suggest_values.sentence(path, value)
  if type(value) == "table" then
    return ("%s includes %s"):format(path, listed(value, " and "))
  elseif type(value) == "boolean" then
    return ("%s is %s"):format(path, value and "yes" or "no")
  end
  return ("%s is %s"):format(path, tostring(value))
end

return suggest_values
