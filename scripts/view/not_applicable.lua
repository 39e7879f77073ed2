-- What does not apply at a place: checks that share a reason together, and a
-- provision of whose checks none applies in one row.

local view = require "view"
local view_records = require "view.records"

local not_applicable = {}

-- Whether a record or an entered finding speaks of the check itself.
local function says_more(result)
  return #view_records.beside(result) > 0
end

-- How many results of each provision `results` holds, added to `counts`; one that
-- layers, records or entered findings speak of is never summed up with others.
local function count_provisions(results, counts)
  for _, result in ipairs(results) do
    local id = result.provision
    if id then counts[id] = (counts[id] or 0) + 1 end
    if id and (view.layer_tail(result) ~= "" or says_more(result)) then
      counts[id] = math.huge
    end
  end
  return counts
end

local function titles_of(v)
  local titles = {}
  for _, one in ipairs(v.provisions) do titles[one.id] = one.title end
  return titles
end

-- A group's rows: one for each check, and one for a provision of whose checks
-- none applies at the place.
local function rows_of_group(group, all, titles)
  local here, rows, summed = count_provisions(group, {}), {}, {}
  for _, result in ipairs(group) do
    local id = result.provision
    local whole = titles[id] and here[id] > 1 and here[id] == all[id]
      and here[id] < math.huge
    if not whole then
      rows[#rows + 1] = { result.check, result.title
        .. view.layer_tail(result), result = says_more(result) and result
          or nil }
    elseif not summed[id] then
      summed[id] = true
      rows[#rows + 1] = { id, ("%s: all %d checks"):format(titles[id],
        here[id]) }
    end
  end
  return rows
end

-- What does not apply at a place: { { reason, rows = { { id, title } } } }.
function not_applicable.groups(v, place)
  local all, titles, groups = {}, titles_of(v), {}
  for _, name in ipairs(view.GROUP_NAMES) do count_provisions(place[name], all) end
  for i, group in ipairs(view.by_reason(place.not_applicable)) do
    groups[i] = { reason = group[1].reason, support = group[1].support,
      rows = rows_of_group(group, all, titles) }
  end
  return groups
end

return not_applicable
