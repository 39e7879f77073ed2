-- What several places have alike is said once, below a heading that names them all:
-- forty sites that fall short of the same are one finding with a list.

local ordered = require "base.ordered"
local plain = require "base.plain"
local shallow = require "base.shallow"
local view = require "view"
local view_ids = require "view.ids"

local alike = {}

-- ---- a block as it is at each of its places -----------------------------

-- "/facilities/items/*/arms/used": a pointer without the number of its place.
local function generic(pointer, place)
  local own = place.pointer
  if not pointer or not own or pointer:sub(1, #own + 1) ~= own .. "/" then
    return pointer
  end
  return own:gsub("[^/]*$", "*") .. pointer:sub(#own + 1)
end

local function map(list, change, place)
  if not list then return nil end
  local changed = {}
  for i, one in ipairs(list) do changed[i] = change(one, place) end
  return changed
end

local function fact_anywhere(fact, place)
  return fact.pointer and shallow.with(fact, "pointer", generic(fact.pointer, place))
    or fact
end

local function field_anywhere(field, place)
  local one = shallow.with(field, "code", generic(field.code, place))
  one.facts = map(field.facts, fact_anywhere, place)
  return one
end

local function anywhere(block, place)
  local one = shallow.copy(block)
  one.fields = map(block.fields, field_anywhere, place)
  one.facts = map(block.facts, fact_anywhere, place)
  one.rests_on = map(block.rests_on, fact_anywhere, place)
  return one
end

-- ---- all that a block says, as one text ---------------------------------

local SAID <const> = { "kind", "mark", "tone", "id", "title", "says", "text", "label",
  "code" }

local function add_facts(words, facts)
  for _, fact in ipairs(facts or {}) do
    words[#words + 1] = fact.name
    words[#words + 1] = fact.value
    words[#words + 1] = plain.in_brackets(fact.evidence)
    words[#words + 1] = view.behind_fact(fact)
    words[#words + 1] = view.remark_on(fact)
  end
end

local function add_block(words, block)
  for _, name in ipairs(SAID) do words[#words + 1] = block[name] or "" end
  add_facts(words, block.facts)
  add_facts(words, block.rests_on)
  for _, field in ipairs(block.fields or {}) do add_block(words, field) end
  for _, row in ipairs(block.rows or {}) do add_block(words, { fields = {},
    text = table.concat(row, "\2") }) end
  for _, below in ipairs(block.under or {}) do words[#words + 1] = below end
end

local function words_of(block)
  local words = {}
  add_block(words, block)
  return table.concat(words, "\1")
end

-- ---- what is alike ------------------------------------------------------

-- Entries { block, places }: blocks that say the same, in the order of the first.  What
-- a place says twice stays twice; the Member is never one of several places.
local function entries_of(parts)
  local list, by_words = {}, {}
  for _, part in ipairs(parts) do
    local place, times = part.place, {}
    for _, block in ipairs(part.blocks) do
      local shared = anywhere(block, place)
      local words = words_of(shared)
      times[words] = (times[words] or 0) + 1
      local key = ("%s\1%d\1%s"):format(place.is_member and "member" or "", times[words],
        words)
      local entry = by_words[key]
      if not entry then
        entry = { block = block, shared = shared, places = {}, results = {} }
        by_words[key], list[#list + 1] = entry, entry
      end
      entry.places[#entry.places + 1] = place
      entry.results[#entry.results + 1] = block.result
    end
  end
  return list
end

local function names_of(places)
  local ids = {}
  for i, place in ipairs(places) do ids[i] = place.id or "" end
  return ids
end

-- The entries by the places they are of: { places, entries }, the first first.
local function sets_of(entries)
  local list, by_name = {}, {}
  for _, entry in ipairs(entries) do
    local name = table.concat(names_of(entry.places), "\1")
    local set = by_name[name]
    if not set then
      set = { places = entry.places, entries = {} }
      by_name[name], list[#list + 1] = set, set
    end
    set.entries[#set.entries + 1] = entry
  end
  return list
end

-- Whether these are all facilities of the report; one from outside may speak of others.
local function are_all(v, places)
  for _, place in ipairs(places) do
    if not place.rating then return false end
  end
  return #places == #v.facilities
end

local function heading(v, places)
  local first = places[1]
  if #places == 1 then
    return (first.is_member and "" or "Facility ") .. view.place_name(first)
  end
  return are_all(v, places) and ("All %d facilities"):format(#places)
    or "Facilities " .. view_ids.facilities(names_of(places))
end

local function block_of(entry)
  local block = shallow.copy(#entry.places > 1 and entry.shared or entry.block)
  block.results = #entry.results > 0 and entry.results or nil
  return block
end

-- The blocks of `parts`, { { place, blocks } }, below headings that name the places
-- they are of.
local function fold(v, parts, rank)
  local list, sets = {}, sets_of(entries_of(parts))
  if rank then
    for _, set in ipairs(sets) do set.rank = rank(set.entries) end
    ordered(sets, function(a, b) return a.rank < b.rank end)
  end
  for _, set in ipairs(sets) do
    list[#list + 1] = { kind = "place", text = heading(v, set.places) }
    for _, entry in ipairs(set.entries) do list[#list + 1] = block_of(entry) end
  end
  return list
end

-- What `places` say, below headings that name those that say it: `add` puts what one
-- says into a list.  `rank` of a set's entries, where given, orders the sets, the least
-- first.
function alike.of_places(v, places, add, rank)
  local parts = {}
  for _, place in ipairs(places) do
    local list = {}
    add(list, place)
    parts[#parts + 1] = #list > 0 and { place = place, blocks = list } or nil
  end
  return fold(v, parts, rank)
end

return alike
