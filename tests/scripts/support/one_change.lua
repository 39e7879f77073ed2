-- Dossiers that differ from a sample in one thing: in a fact of each type, in what a
-- fact says beside its answer or in place of one, in an item of a list, in the title
-- of a piece of evidence.

local one_change = {}

local function next_of(values, value)
  for i, one in ipairs(values) do
    if one == value then return values[i % #values + 1] end
  end
end

-- A day or month a year earlier.
local function year_before(text)
  local year = type(text) == "string" and text:match "^%d%d%d%d"
  return year and ("%04d%s"):format(tonumber(year) - 1, text:sub(5)) or nil
end

local function one_more(value)
  return type(value) == "number" and value + 1 or nil
end

-- Another answer of each type; nil where there is none.
local OTHER <const> = {
  choice = function(value, entry) return next_of(entry.values, value) end,
  choices = function(value)
    return type(value) == "table" and #value > 1 and table.move(value, 2, #value, 1,
      setmetatable({}, getmetatable(value))) or nil
  end,
  text = function(value) return type(value) == "string" and value .. " (other)" or nil end,
  number = one_more, count = one_more, percent = one_more, months = one_more,
  date = year_before,
}
OTHER["yes/no"] = function(value)
  if type(value) == "boolean" then return not value end
end

-- The object that holds what is written at `keys`, and its last key.
local function holder(object, keys)
  for i = 1, #keys - 1 do
    object = object[keys[i]]
    if type(object) ~= "table" then return nil end
  end
  return object, keys[#keys]
end

-- Calls see(entry, object, key, place, envelope) for each fact written in `object`;
-- `place` is the key of what it stands in, `envelope` the object that holds the answer.
local function facts_in(entries, object, place, see)
  for _, entry in ipairs(entries) do
    local at, key = holder(object, entry.keys)
    if at and at[key] ~= nil then
      local envelope = type(at[key]) == "table" and at[key].value ~= nil and at[key]
      see(entry, at, key, place .. entry.path, envelope)
    end
  end
end

local function items_of(written)
  return type(written) == "table" and (written.items or written) or {}
end

local function of_scope(vocabulary, scope)
  local entries = {}
  for _, entry in ipairs(vocabulary.ordered) do
    if entry.scope == scope then entries[#entries + 1] = entry end
  end
  return entries
end

-- Calls see for the facts of all frames, and see_list(items, key, list) for each list.
local function walk(vocabulary, dossier, see, see_list)
  local function frame(scope, object, place)
    facts_in(of_scope(vocabulary, scope), object, place, see)
    for path, list in pairs(vocabulary.lists) do
      local keys = {}
      for key in path:gmatch "[^.]+" do keys[#keys + 1] = key end
      local at, key = holder(object, keys)
      local items = list.scope == scope and at and items_of(at[key]) or {}
      if list.inner ~= "facility" and #items > 0 then
        see_list(items, place .. path .. "[", list)
        for _, item in ipairs(items) do
          facts_in(list.ordered, item, place .. path .. "[", see)
        end
      end
    end
  end
  frame("member", dossier.member or {}, "")
  for _, facility in ipairs(items_of(dossier.facilities)) do
    frame("facility", facility, facility.id:gsub("~", "~0"):gsub("/", "~1") .. "/")
  end
end

local WITHHELD <const> = { state = "withheld", withheld_reason = "kept back" }

-- The candidates of each shape: a list of { key, apply, undo }.
local function candidates(vocabulary, dossier)
  local shapes = {}
  local function add(shape, key, target, apply, undo, old, new)
    shapes[shape] = shapes[shape] or {}
    table.insert(shapes[shape], { shape = shape, key = key, target = target,
      apply = apply, undo = undo, old = old, new = new })
  end
  -- One thing at `key` of `object` is `other`.
  local function add_other(shape, place, entry, object, key, other)
    local old = object[key]
    add((place:find("[", 1, true) and "item's " or "") .. shape, place, entry,
      function() object[key] = other end, function() object[key] = old end, old, other)
  end
  walk(vocabulary, dossier, function(entry, object, key, place, envelope)
    if entry.path:find "%f[%w]id$" then return end
    local at, name = envelope or object, envelope and "value" or key
    local other = OTHER[entry.type] and OTHER[entry.type](at[name], entry)
    if other ~= nil then add_other(entry.type, place, entry, at, name, other) end
    add_other("state", place, entry, object, key, WITHHELD)
    add_other("no answer", place, entry, object, key, "unknown")
    if envelope and envelope.evidence then
      add_other("evidence of a fact", place, entry, envelope, "evidence", nil)
    end
    if envelope then add_other("why", place, entry, envelope, "why", "As it was put.") end
  end, function(items, place, list)
    local last = items[#items]
    add("list", place, list, function() items[#items] = nil end,
      function() items[#items + 1] = last end)
  end)
  for _, evidence in ipairs(dossier.evidence or {}) do
    local old = evidence.title
    add("evidence", evidence.id, nil, function() evidence.title = (old or "") .. " (other)" end,
      function() evidence.title = old end)
  end
  return shapes
end

-- Calls see(change) for `per_shape` changes of each shape, with `dossier` changed: its
-- `shape`, its `target` in the vocabulary, the `old` and `new` answer, and the `key` of the fact or
-- evidence, or the beginning of the keys of the items of a list.
function one_change.each(vocabulary, dossier, per_shape, see)
  local shapes, names = candidates(vocabulary, dossier), {}
  for name in pairs(shapes) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local list = shapes[name]
    table.sort(list, function(a, b) return a.key < b.key end)
    for i = 1, math.min(per_shape, #list) do
      local change = list[(i * 7919) % #list + 1]
      change.apply()
      see(change)
      change.undo()
    end
  end
end

return one_change
