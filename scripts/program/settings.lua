-- The values of parameters: those of the pack, and those that layers give them.

local settings = {}

local WORDS <const> = { [true] = "yes", [false] = "no" }

local function words_of(entry, value)
  if type(value) ~= "table" then return { WORDS[value] or value } end
  local words = {}
  for _, word in ipairs(entry.values) do
    if value[word] then words[#words + 1] = word end
  end
  return words
end

-- Adds the value that `cell` gives to the parameter `entry`, and returns it; nil
-- for none.
function settings.add(out, entry, cell)
  if not cell or cell.value == nil then return nil end
  if out.is_declared("setting", cell) then return cell end
  local value = cell.value
  local number = math.type(value) and value or nil
  out.add("setting", cell, { fact = entry, number = number,
    words = number and {} or words_of(entry, value) })
  return cell
end

-- Adds the values of the pack, in out.settings.
function settings.add_all(out, m)
  out.settings = {}
  for _, entry in ipairs(m.parameter_list) do
    table.insert(out.settings, settings.add(out, entry, m.parameter_frame[entry.path]))
  end
end

return settings
