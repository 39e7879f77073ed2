-- Makes facts of a dossier unknown, one vocabulary path at a time, with every
-- source the path derives from; and compares the ranges of two reports.

local support = require "support.host"

local unknowns = {}

local BITS = { ["not-applicable"] = 1, conformance = 2,
  ["minor-nonconformance"] = 4, ["major-nonconformance"] = 8 }
local FULL = 15

local function mask_of(range)
  local mask = 0
  for _, name in ipairs(range) do mask = mask | BITS[name] end
  return mask
end

-- ---- where facts are given ----------------------------------------------

local function facilities_of(dossier)
  local list = dossier.facilities
  return list and (list.items or list) or {}
end

local function parent_of(object, keys)
  for i = 1, #keys - 1 do
    if type(object) ~= "table" then return nil end
    object = object[keys[i]]
  end
  return type(object) == "table" and object or nil
end

-- `leave_out` takes the stated answer away; `erase` makes the fact unknown, for
-- which the list that would give the answer as well has to go.
local function eraser(name, object_in, keys, from)
  local function leave_out(dossier)
    local parent = parent_of(object_in(dossier), keys)
    if parent and parent[keys[#keys]] ~= nil then
      parent[keys[#keys]] = support.json.null
    end
  end
  return { name = name, leave_out = leave_out, erase = function(dossier)
    leave_out(dossier)
    if from then object_in(dossier)[from] = nil end
  end }
end

local function given(object, keys)
  local parent = parent_of(object, keys)
  return parent and parent[keys[#keys]] ~= nil
end

local function add_entries(out, entries, scope, name, object, object_in)
  for _, entry in ipairs(entries) do
    local list = entry.written_from and entry.written_from.list
    if entry.scope == scope and entry.path ~= "facility.id" -- a name, no fact
      and (given(object, entry.keys) or list and object[list]) then
      out[#out + 1] = eraser(name .. entry.suffix, object_in, entry.keys, list)
    end
  end
end

local function add_list(out, list, name, object, object_in)
  local path = list.path
  out[#out + 1] = { name = name .. "/" .. path, erase = function(dossier)
    object_in(dossier)[path] = nil
  end }
  if object[path].items then
    out[#out + 1] = { name = name .. "/" .. path .. "/complete",
      erase = function(dossier)
        local written = object_in(dossier)[path]
        if not written then return end -- gone with another fact
        written.complete, written.count = nil, nil
      end }
  end
  local function items_in(dossier)
    local written = object_in(dossier)[path]
    return written and (written.items or written)
  end
  for i, item in ipairs(object[path].items or object[path]) do
    add_entries(out, list.ordered, "item", ("%s/%s/%d"):format(name, path,
      i - 1), item, function(dossier)
        local items = items_in(dossier)
        return items and items[i]
      end)
  end
end

-- Every way of making one path of the dossier unknown.
function unknowns.all(dossier, vocabulary)
  local out = {}
  local function member(d) return d.member or {} end
  add_entries(out, vocabulary.ordered, "member", "/member", member(dossier),
    member)
  out[#out + 1] = { name = "/facilities/complete", erase = function(d)
    if d.facilities and d.facilities.items then
      d.facilities.complete = nil
    end
  end }
  for i, facility in ipairs(facilities_of(dossier)) do
    local function object_in(d) return facilities_of(d)[i] end
    local name = "/facility " .. tostring(facility.id)
    add_entries(out, vocabulary.ordered, "facility", name, facility, object_in)
    for _, list in ipairs(vocabulary.ordered_lists) do
      if list.scope == "facility" and facility[list.path] ~= nil
        and facility[list.path] ~= support.json.null then
        add_list(out, list, name, facility, object_in)
      end
    end
  end
  return out
end

-- ---- comparing ----------------------------------------------------------

-- Every range of a report by name.
local function ranges(report)
  local out = { member = mask_of(report.member.range) }
  for _, p in ipairs(report.provisions) do
    out["provision " .. p.provision] = mask_of(p.range)
  end
  for _, f in ipairs(report.facilities) do
    out["facility " .. f.id] = mask_of(f.range)
    for _, p in ipairs(f.provisions) do
      out[f.id .. " " .. p.provision] = mask_of(p.range)
    end
  end
  for _, r in ipairs(report.results) do
    out["check " .. r.check .. " " .. (r.facility or "")] = mask_of(r.range)
  end
  return out
end
unknowns.ranges = ranges

-- nil when every range of `after` holds that of `before`, else what does not.
-- A check of a facility that is no longer assessed may be anything.
function unknowns.lost(before, after)
  local now = ranges(after)
  for name, mask in pairs(ranges(before)) do
    local wider = now[name] or name:find("^check ") and FULL or 0
    if mask & ~wider ~= 0 then
      return ("%s was %d and became %d"):format(name, mask, wider)
    end
  end
end

return unknowns
