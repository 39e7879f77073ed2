-- Ids of checks and keys of items as a person reads them: three and more in a
-- row are a range.

local plain = require "base.plain"

local view_ids = {}

-- "11.3.7" is 7 of "11.3.", "pit/people[#2]" is 2 of "pit/people[#"; other names
-- have no number.
local function parts_of(id)
  local head, digits = id:match "^(.*%.)(%d+)$"
  if not head then head, digits = id:match "^(.*%[#)(%d+)%]$" end
  local is_number = head and #digits < 9 and (digits == "0" or digits:byte() ~= 48)
  return head, is_number and math.tointeger(tonumber(digits)) or nil
end

-- "s07" is 7 of "s", of two digits.
local function parts_of_place(id)
  local head, digits = id:match "^(.-)(%d+)$"
  if not head or #digits > 8 then return nil end
  return head .. #digits, math.tointeger(tonumber(digits))
end

-- How many ids from `first` on follow each other by number.
local function run_from(ids, first, split)
  local head, number = split(ids[first])
  local length = 1
  while number and ids[first + length] do
    local next_head, next_number = split(ids[first + length])
    if next_head ~= head or next_number ~= number + length then break end
    length = length + 1
  end
  return length
end

-- The names, and each run of them as write(first, last); and how many ids there are to
-- the end of each.
local function shortened(ids, write, of)
  local parts, ends, i = {}, {}, 1
  while i <= #ids do
    local length = run_from(ids, i, of or parts_of)
    if length < 3 then length = 1 end
    parts[#parts + 1] = length == 1 and ids[i]
      or write(ids[i], ids[i + length - 1])
    i = i + length
    ends[#parts] = i - 1
  end
  return parts, ends
end

-- The numbers of "11.3.7", for an order that a reader looks things up in; nil for
-- other ids.
local function numbers_of(id)
  if not id:find "^[%d.]+$" then return nil end
  local numbers = {}
  for digits in id:gmatch "%d+" do
    if #digits > 9 then return nil end
    numbers[#numbers + 1] = math.tointeger(tonumber(digits))
  end
  return numbers
end

local function is_before(a, b, otherwise)
  for i = 1, math.max(#a, #b) do
    local x, y = a[i] or -1, b[i] or -1
    if x ~= y then return x < y end
  end
  return otherwise
end

-- Ids of checks by number; as they came where one of them has none.
local function in_order(ids)
  local numbers, sorted = {}, {}
  for i, id in ipairs(ids) do
    numbers[id], sorted[i] = numbers_of(id), id
    if not numbers[id] then return ids end
  end
  table.sort(sorted, function(a, b) return is_before(numbers[a], numbers[b], a < b) end)
  return sorted
end

-- "11.3.1 to 11.3.7, 11.3.9, 11.3.10"
function view_ids.text(ids)
  return table.concat(shortened(in_order(ids), function(first, last)
    return ("%s to %s"):format(first, last)
  end), ", ")
end

-- "pit, s00 to s39 and works": facilities in the order given; at most `most` of them or
-- of their ranges, and how many other facilities there are.
function view_ids.facilities(ids, most)
  local parts, ends = shortened(ids, function(first, last)
    return ("%s to %s"):format(first, last)
  end, parts_of_place)
  if not most or #parts <= most then return plain.all_of(parts) end
  return ("%s and %d more"):format(table.concat(parts, ", ", 1, most), #ids - ends[most])
end

-- { "pit/people[#1] to [#8]", "pit/people[#10]" }
function view_ids.places(keys)
  return (shortened(keys, function(first, last)
    return ("%s to [#%d]"):format(first, select(2, parts_of(last)))
  end))
end

return view_ids
