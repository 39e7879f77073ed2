-- The facts of a report: each fact and list that was read at a place, once,
-- under a key that does not change when lists are ordered anew.  A key says where
-- the dossier holds the fact; only what stands elsewhere has a pointer too.  A
-- sensitive fact shows no value unless the caller asks.

local decided = require "evaluate.decided"
local item_names = require "dossier.records.item_names"
local keys = require "report.keys"
local rating = require "report.rating"

local facts = {}

local NO_LIST <const> = { items = {} }

-- The ids of the legs that do not speak against the answer, or of those that do; nil
-- where there are no legs, or none that do.
local function evidence_of(legs, json, contrary)
  if not legs then return nil end
  local ids = {}
  for _, leg in ipairs(legs) do
    if (leg.contrary or false) == (contrary or false) then ids[#ids + 1] = leg.id end
  end
  return (#ids > 0 or not contrary) and json.array(ids) or nil
end

-- ---- what one shows -----------------------------------------------------

-- Says where a fact comes from that the dossier does not state at its own place:
-- from what stands in the same frame, or from elsewhere, such as what is said of all
-- facilities.
local function add_origin(fact, pointer, frame)
  local own = frame["#pointer"] .. "/"
  if not pointer then return end
  if pointer:sub(1, #own) == own then
    fact.worked_out_from = pointer:sub(#own + 1):gsub("/", ".")
  else
    fact.pointer = pointer
  end
end

-- What the Member answers, where the auditor's finding decides.
local function member_part(entry, member, show_sensitive)
  if not member or show_sensitive or not entry.sensitive then return member end
  return { state = member.state }
end

-- What is stated alone says no basis.
local function basis_of(basis)
  return basis and basis > 1 and rating.basis_name(basis) or nil
end

-- Of a fact that follows from a list, the evidence of the list and of what was read
-- of its items, for and against; nil for any other.
local function legs_behind(entry, cell, frame)
  local content = cell.derived and entry.from and frame[entry.from.list.path]
  if not content or cell.state ~= "known" then return nil end
  local all, seen = {}, {}
  local function add(legs)
    for _, leg in ipairs(legs or {}) do
      local said = (leg.contrary and "-" or "+") .. leg.id
      if not seen[said] then seen[said], all[#all + 1] = true, leg end
    end
  end
  add(content.legs)
  for _, item in ipairs(content.items) do
    for _, read in ipairs(entry.reads.facts) do
      add(item[read.path] and item[read.path].legs)
    end
  end
  return #all > 0 and all or nil
end

-- A fact that the dossier speaks of.  A reason in words may name people: it is
-- as sensitive as the fact and the list it stands in.
local function shown(entry, cell, frame, show_sensitive, json)
  local known = cell.state == "known"
  local readable = show_sensitive or not entry.hides_why
  local legs = cell.legs or legs_behind(entry, cell, frame)
  local fact = { state = not known and cell.state or nil,
    evidence = evidence_of(legs, json),
    evidence_against = evidence_of(legs, json, true),
    record = cell.record,
    set_by = cell.set_by, withheld = cell.withheld,
    stated_by = readable and cell.stated_by or nil,
    why = readable and cell.why or nil, note = readable and cell.note or nil }
  fact.auditor, fact.member = cell.auditor, member_part(entry, cell.member,
    show_sensitive)
  if known then fact.basis = basis_of(cell.basis) end
  if known and (show_sensitive or not entry.sensitive) then
    fact.value = cell.raw
    fact.title = entry.titles and type(cell.raw) == "string"
      and entry.titles[cell.raw] or nil
  end
  return fact
end

-- A list: how many items it names, whether that is all of them, and who or what
-- says so.
local function list_shown(content, pointer, json)
  local basis = decided.of_list(content)
  return { items = #content.items, complete = basis ~= nil,
    pointer = content.pointer ~= pointer and content.pointer or nil,
    basis = basis_of(basis),
    evidence = evidence_of(content.legs, json),
    stated_by = content.stated_by and tostring(content.stated_by) }
end

-- ---- all of them --------------------------------------------------------

-- Gives `items`, those of `list` in `frame`, their keys.
local function name_items(list, frame, items, host)
  for i, name in ipairs(item_names.of(items, host)) do
    items[i]["#key"] = keys.in_frame(frame, ("%s[%s]"):format(list.path, name))
  end
end

-- The facts of one evaluation: `by_key` is what the report shows.  What is asked
-- for is added.
function facts.new(ctx, host)
  local store, json = { by_key = {} }, host.json

  local function frame_of(scope, facility)
    return scope == "facility" and (facility or ctx.facility) or ctx[scope]
  end

  -- The key of an item of `list`; a facility's is its id.
  function store.item(list, item, facility)
    if item["#id"] then return keys.escape(item["#id"]) end
    if not item["#key"] then
      name_items(list, frame_of(list.scope, facility), item["#among"], host)
    end
    return item["#key"]
  end

  local function key_in(entry, frame, facility)
    if entry.scope ~= "item" then return keys.in_frame(frame, entry.path) end
    return store.item(frame["#list"], frame, facility) .. "." .. entry.path
  end

  -- The key of a fact as read in `frame`.
  function store.fact(entry, frame, facility)
    local key = key_in(entry, frame, facility)
    if not store.by_key[key] then
      local cell = frame[entry.path]
      local fact = cell and shown(entry, cell, frame, ctx.show_sensitive, json)
        or { state = "unknown" }
      fact.pointer = entry.scope == "item"
        and frame["#pointer"] .. entry.suffix or nil
      add_origin(fact, cell and cell.list, frame)
      store.by_key[key] = fact
    end
    return key
  end

  -- The key of a list.
  function store.list(list, facility)
    local frame = frame_of(list.scope, facility)
    local key = keys.in_frame(frame, list.path)
    store.by_key[key] = store.by_key[key] or list_shown(
      frame[list.path] or NO_LIST, frame["#pointer"] .. list.suffix, json)
    return key
  end

  store.frame_of = frame_of
  return store
end

return facts
