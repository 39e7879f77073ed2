-- The fact that a JSON Pointer leads to, in the frames of a reading.

local item_names = require "dossier.records.item_names"
local keys = require "base.keys"

local say <const> = require("base.diagnostic").new

local pointers = {}

-- One a list of entries, for those of a vocabulary never change.
local indexes = setmetatable({}, { __mode = "k" })

local function entry_at(entries, scope, suffix)
  local index = indexes[entries]
  if not index then
    index = {}
    for _, entry in ipairs(entries) do index[entry.scope .. entry.suffix] = entry end
    indexes[entries] = index
  end
  return suffix and index[scope .. suffix]
end

-- What follows `base` in `pointer`, or nil.
local function suffix_in(base, pointer)
  if pointer:sub(1, #base + 1) ~= base .. "/" then return nil end
  return pointer:sub(#base + 1)
end
pointers.suffix_in = suffix_in

-- The item of a list that `pointer` leads into, and what follows its pointer.
local function item_at(content, pointer)
  local rest = suffix_in(content.items_pointer, pointer)
  local number = rest and rest:match("^/(%d+)/")
  local index = number and math.tointeger(tonumber(number))
  local item = index and content.items[index + 1]
  local suffix = item and suffix_in(item["#pointer"], pointer)
  return item, suffix, rest
end

-- What is listed under `content`, for a pointer that leads past it.
local function listed(content, what)
  local base, count = content.items_pointer, #content.items
  if count == 0 then return say("none-listed", { what = what, at = base }) end
  return say("listed", { what = what, first = base .. "/0",
    last = ("%s/%d"):format(base, count - 1) })
end

-- A record names what is said of all facilities by the facilities it counts at.
local function said_of_all(r, pointer)
  local first = r.facilities.items[1]
  return say("name-at-facility", { at = (first and first["#pointer"] or "/facilities/0")
    .. suffix_in("/all_facilities", pointer) })
end

-- The frame and entry in a list of the facility or Member `frame`; nil, and what
-- is there instead, where the pointer leads into a list but to no item.
local function in_items(vocabulary, frame, pointer)
  for _, list in ipairs(vocabulary.ordered_lists) do
    local content = frame[list.path]
    if content and list.inner ~= "facility" then
      local item, suffix, rest = item_at(content, pointer)
      if item then
        return item, entry_at(list.ordered, "item", suffix), list.ordered
      end
      if rest then return nil, nil, nil, listed(content, say "the-items") end
    end
  end
  return frame
end

-- The frame and vocabulary entry of the fact at `pointer`; where there is none,
-- also what could have stood there: entries of the frame, or words.
function pointers.locate(vocabulary, r, pointer)
  r.charge(#vocabulary.ordered_lists)
  local frame, scope, suffix = r.member, "member",
    suffix_in(r.member["#pointer"], pointer)
  if not suffix then
    frame, suffix = item_at(r.facilities, pointer)
    scope = "facility"
    if not frame and suffix_in("/all_facilities", pointer) then
      return nil, nil, nil, said_of_all(r, pointer)
    end
    if not frame then return nil, nil, nil, listed(r.facilities, say "the-facilities") end
  end
  local entry = entry_at(vocabulary.ordered, scope, suffix)
  if entry then return frame, entry end
  local inner, of_item, entries, instead = in_items(vocabulary, frame, pointer)
  if of_item or instead then return inner, of_item, nil, instead end
  return inner, nil, entries or vocabulary.ordered
end

-- The frame that a path of a key leads to, and the fact's own path: an item of a
-- list, or `frame` itself.
local function frame_of_path(vocabulary, r, frame, path)
  local of_list, name, rest = path:match "^([^%[]*)%[(.*)%]%.(.-)$"
  if not of_list then return frame, path end
  local content = vocabulary.lists[of_list] and frame[of_list]
  if not content or not content.items then return nil end
  r.charge(#content.items)
  return item_names.find(content.items, name, r.host), rest, vocabulary.lists[of_list]
end

-- The pointer of the fact that a report calls `key`, or nil.
function pointers.of_key(vocabulary, r, key)
  local place, path = keys.parts(key)
  local home = not place and r.member
  for _, facility in ipairs(place and r.facilities.items or {}) do
    if facility["#id"] == place then home = facility end
  end
  if not home then return nil end
  local frame, name, list = frame_of_path(vocabulary, r, home, path)
  local entry = frame and (list and list.entries or vocabulary.entries)[name]
  local scope = list and "item" or place and "facility" or "member"
  return entry and entry.scope == scope and frame["#pointer"] .. entry.suffix or nil
end

-- The pointers of all facts that may stand in `frame`.
function pointers.all_in(r, frame, entries)
  local known = frame["#pointers"]
  if not known then
    known = {}
    for _, entry in ipairs(entries) do
      r.charge(1)
      if entry.scope == "item" or (entry.scope == "member") == (frame == r.member) then
        known[#known + 1] = frame["#pointer"] .. entry.suffix
      end
    end
    frame["#pointers"] = known
  end
  return known
end

return pointers
