-- The facts of a report: each fact and list that was read at a place, once,
-- under a key that does not change when lists are ordered anew.  A sensitive
-- fact shows no value unless the caller asks.

local culprits = require "evaluate.culprits"
local decided = require "evaluate.decided"
local keys = require "report.keys"
local rating = require "report.rating"

local facts = {}

local NO_LIST <const> = { items = {} }

local function evidence_of(legs, json)
  if not legs then return nil end
  local ids = {}
  for i, leg in ipairs(legs) do ids[i] = leg.id end
  return json.array(ids)
end

-- ---- what one shows -----------------------------------------------------

-- A fact that the dossier speaks of.  A reason in words may name people: it is
-- as sensitive as the fact and the list it stands in.
local function shown(entry, cell, show_sensitive, json)
  local known = cell.state == "known"
  local readable = show_sensitive or not entry.hides_why
  local fact = { state = cell.state, evidence = evidence_of(cell.legs, json),
    record = cell.record, set_by = cell.set_by, worked_out_from = cell.list,
    stated_by = readable and cell.stated_by or nil,
    why = readable and cell.why or nil }
  if known then fact.basis = rating.basis_name(cell.basis or 1) end
  if known and (show_sensitive or not entry.sensitive) then
    fact.value = cell.raw
    fact.title = entry.titles and type(cell.raw) == "string"
      and entry.titles[cell.raw] or nil
  end
  return fact
end

-- A list: how many items it names, whether that is all of them, and who or what
-- says so.
local function list_shown(list, content, pointer, json)
  local basis = decided.of_list(content)
  return { list = list.path, items = #content.items, complete = basis ~= nil,
    state = "known", pointer = content.pointer or pointer,
    basis = basis and rating.basis_name(basis),
    evidence = evidence_of(content.legs, json),
    stated_by = content.stated_by and tostring(content.stated_by) }
end

-- ---- all of them --------------------------------------------------------

-- Names the items of `list` in `content`, each by its id or name where that is
-- not sensitive and no other item has it, else by its number.
local function name_items(list, content, before)
  local taken = {}
  for i, item in ipairs(content.items) do
    local label = culprits.label(item, false)
    local name = label and not taken[label] and keys.escape(label) or "#" .. i
    taken[label or name] = true
    item["#key"] = ("%s%s[%s]"):format(before, list.path, name)
  end
end

-- The facts of one evaluation: `by_key` is what the report shows.  What is asked
-- for is added.
function facts.new(ctx, json)
  local store = { by_key = {} }

  local function frame_of(scope, facility)
    return scope == "facility" and (facility or ctx.facility) or ctx[scope]
  end

  -- The key of an item of `list`; a facility's is its id.
  function store.item(list, item, facility)
    if item["#id"] then return keys.escape(item["#id"]) end
    if not item["#key"] then
      local frame = frame_of(list.scope, facility)
      name_items(list, frame[list.path], keys.of_place(frame))
    end
    return item["#key"]
  end

  local function key_in(entry, frame, facility)
    if entry.scope ~= "item" then return keys.of_place(frame) .. entry.path end
    return store.item(frame["#list"], frame, facility) .. "." .. entry.path
  end

  -- The key of a fact as read in `frame`.
  function store.fact(entry, frame, facility)
    local key = key_in(entry, frame, facility)
    if not store.by_key[key] then
      local cell = frame[entry.path]
      local fact = cell and shown(entry, cell, ctx.show_sensitive, json)
        or { state = "unknown" }
      fact.fact = entry.path
      fact.pointer = frame["#pointer"] .. (entry.suffix or "")
      store.by_key[key] = fact
    end
    return key
  end

  -- The key of a list.
  function store.list(list, facility)
    local frame = frame_of(list.scope, facility)
    local key = keys.of_place(frame) .. list.path
    store.by_key[key] = store.by_key[key] or list_shown(list,
      frame[list.path] or NO_LIST, frame["#pointer"] .. list.suffix, json)
    return key
  end

  store.frame_of = frame_of
  return store
end

return facts
