-- Which items of a list a shortfall speaks of, and what a report may call them:
-- by an id or a name, where that is not sensitive.

local wording = require "evaluate.wording"

local culprits = {}

local LABELS <const> = { "id", "name" }
local MOST <const> = 5

-- What `item` may be called, and by which fact; or nil.
function culprits.label(item, show_sensitive)
  local list = item["#list"]
  for _, path in ipairs(list and LABELS or {}) do
    local entry, cell = list.entries[path], item[path]
    if entry and cell and cell.state == "known" and cell.value ~= nil
      and (show_sensitive or not entry.sensitive) then
      return wording.value(entry, cell, show_sensitive), path
    end
  end
end

-- The items that a found condition speaks of.
local function items_of(found)
  if found.items then return found.items end
  return found.item["#pointer"] and { found.item } or {}
end

-- "P-07: serious", "T-5: Diesel from the tank farm": the label, the name where an id
-- is the label, and the fact that stands beside it; each where it is known.
local function label_and_more(item, show_sensitive)
  local label, by = culprits.label(item, show_sensitive)
  local list = item["#list"]
  local function add(entry)
    local cell = entry and item[entry.path]
    if cell and cell.state == "known" and cell.value ~= nil
      and (show_sensitive or not entry.sensitive) then
      label = label .. ": " .. wording.value(entry, cell, show_sensitive)
    end
  end
  if not label then return nil end
  local name = list.entries.name
  if by ~= "name" then add(name) end
  if list.beside ~= name then add(list.beside) end
  return label
end

-- What the items of `found` may be called, each once.
function culprits.labels(found, show_sensitive)
  local list, seen = {}, {}
  for _, item in ipairs(items_of(found)) do
    local label = label_and_more(item, show_sensitive)
    if label and not seen[label] then
      seen[label], list[#list + 1] = true, label
    end
  end
  return list
end

-- The labels of the first condition wherever it was found, as one text ("" for
-- none), and how many of `all` that names.  Of those that lack what the others have
-- the sentence speaks only by the others: "some do (not: S-4)".
function culprits.text(all, show_sensitive)
  local labels, named = {}, 0
  for _, found in ipairs(all) do
    local own = found.node == all[1].node
      and culprits.labels(found, show_sensitive) or {}
    if #own > 0 then named = named + 1 end
    table.move(own, 1, #own, #labels + 1, labels)
  end
  local more = #labels - MOST
  if more > 0 then
    labels = table.move(labels, 1, MOST, 1, {})
    labels[MOST + 1] = ("%d more"):format(more)
  end
  return (named > 0 and all[1].lacks and "not: " or "") .. table.concat(labels, ", "),
    named
end

return culprits
