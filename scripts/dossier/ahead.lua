-- What is dated after the as-of day.  A past event cannot lie after today: such a date
-- is not known, nor what else an entry of a list says that has one.

local ahead = {}

-- `cell`, which has been read of the date `entry` in `frame`, or one that is not known.
function ahead.check(r, entry, cell, frame)
  if entry.future or cell.state ~= "known" then return cell end
  local first = cell.value or cell.lo or -math.huge
  if first > r.as_of then
    r.ahead[frame] = entry.scope == "item" or nil
    return { state = "unknown" }
  end
  if cell.value == nil and r.as_of < math.huge then
    cell.hi = math.min(cell.hi or r.as_of, r.as_of)
  end
  return cell
end

-- An entry of a later day tells nothing of the as-of day but that it was made: what it
-- says is not known.
function ahead.blank(list, frame)
  for _, entry in ipairs(list.ordered) do
    local cell = frame[entry.path]
    if cell and cell.state == "known" and entry.type ~= "text" then
      frame[entry.path] = { state = "unknown" }
    end
  end
end

return ahead
