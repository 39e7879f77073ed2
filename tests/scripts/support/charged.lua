-- Which charges of the scripts were made while something ran, and which there are.
-- A charge is named by its file and the function around it: "dossier/ids.lua check".

local support = require "support.host"

local charged = {}

local FUNCTION <const> = "function%s+([%w_.:]+)"
-- Charges that others hand on.
local CARRIER <const> = "base/work.lua"

-- The name of the function around each line of a script, and the lines that charge.
local function look_at(file)
  local around, charges, name = {}, {}, "?"
  for line in io.lines(support.root .. "/scripts/" .. file) do
    name = line:match(FUNCTION) or name
    around[#around + 1] = name
    if line:find "%f[%w_]charge%(" and not line:find "function"
      and not line:find "^%s*%-%-" then
      charges[#charges + 1] = #around
    end
  end
  return around, charges
end

-- By name how many lines of the scripts charge there.
function charged.all()
  local found = {}
  local list = assert(io.popen(("cd '%s/scripts' && find . -name '*.lua'")
    :format(support.root)))
  for path in list:lines() do
    local file = path:sub(3)
    local around, charges = look_at(file)
    for _, line in ipairs(file ~= CARRIER and charges or {}) do
      local name = file .. " " .. around[line]
      found[name] = (found[name] or 0) + 1
    end
  end
  list:close()
  return found
end

-- The file below scripts/ and the line from which host.charge was called.
local function caller()
  local level = 3
  repeat
    local info = debug.getinfo(level, "Sl")
    local file = info.short_src:match "scripts/(.*)$"
    level = level + 1
    if file and file ~= CARRIER then return file, info.currentline end
  until not file
end

-- Runs `body`; by name how many lines charged more than nothing.
function charged.by(body)
  local host, charge = support.host, support.host.charge
  local lines, found = {}, {}
  host.charge = function(units)
    local file, line = caller()
    if file and units > 0 then
      lines[file] = lines[file] or {}
      lines[file][line] = true
    end
    charge(units)
  end
  local done, wrong = pcall(body)
  host.charge = charge
  assert(done, wrong)
  for file, reached in pairs(lines) do
    local around = look_at(file)
    for line in pairs(reached) do
      local name = file .. " " .. around[line]
      found[name] = (found[name] or 0) + 1
    end
  end
  return found
end

return charged
