-- What a form asks, in the order an auditor works: an object for the assessment,
-- the Member, a facility and an item of each list, whose parts are facts, lists,
-- and topics (objects with parts of their own).

local fact_card = require "describe.fact_card"
local hidden = require "form.hidden"
local need = require "describe.need"
local sections = require "describe.sections"

local topics = {}

local function new_object(title)
  return { title = title, parts = {}, by_name = {} }
end

local function add(object, name, part)
  part.name = name
  object.parts[#object.parts + 1], object.by_name[name] = part, part
end

-- The topic called `name` within `object`, made where it is not there yet.
local function topic_at(object, name, section)
  local part = object.by_name[name]
  if not part then
    part = { topic = new_object(section and section.title
      or fact_card.titled(name)), chapter = section and section.chapter }
    add(object, name, part)
  end
  return part.topic
end

-- Puts a fact or list into `object`, below the topics that its keys name; one
-- that need never be asked is left out.
local function place(object, keys, part, section)
  if part.hidden == hidden.ALWAYS then return end
  for i = 1, #keys - 1 do
    object = topic_at(object, keys[i], i == 1 and section or nil)
  end
  add(object, keys[#keys], part)
end

-- A part that asks for the fact or list `target`.  `failed` is the text of a gate that
-- does not hold; see form.hidden.
local function part_for(target, uses, failed)
  local use = uses[target]
  return { hidden = hidden.schema(target, use, failed),
    member_facts = target.scope == "facility" and hidden.member_facts(target, use) or {} }
end

local function fact_part(entry, uses, failed)
  local part = part_for(entry, uses, failed)
  part.entry = entry
  return part
end

local function list_part(section, uses, failed)
  local list = section.list
  local item = new_object(list.item and fact_card.titled(list.item)
    or "One of them")
  for _, entry in ipairs(section.entries) do
    place(item, entry.keys, fact_part(entry, uses, failed))
  end
  local part = part_for(list, uses, failed)
  part.list, part.title, part.chapter, part.item = list, section.title, section.chapter, item
  return part
end

local OF_ONE <const> = { id = true, name = true }

-- What may be said of all facilities at once: the facts of `facility` but for
-- what tells facilities apart.
local function of_all(facility)
  local all = new_object "What holds for all facilities"
  for _, part in ipairs(facility.parts) do
    if not part.list and not OF_ONE[part.name] then add(all, part.name, part) end
  end
  return all
end

local function objects_of(model, uses, failed)
  local objects = { assessment = new_object "Assessment",
    member = new_object "Member", facility = new_object "Facility" }
  for _, section in ipairs(sections.of(model, uses)) do
    local object = objects[section.scope]
    if section.list then
      place(object, { section.list.path }, list_part(section, uses, failed))
    else
      for _, entry in ipairs(section.entries) do
        place(object, entry.keys, fact_part(entry, uses, failed), section)
      end
    end
  end
  objects.all_facilities = of_all(objects.facility)
  return objects
end

-- { assessment, member, all_facilities, facility }: an object each; and in
-- `gated`, for each gate that the Member decides, { schema, facility }: the
-- facility as it is asked where the Member meets `schema`.
function topics.of(model)
  local uses = need.of(model)
  local objects = objects_of(model, uses)
  objects.gated = {}
  for i, gate in ipairs(hidden.member_gates(model, uses)) do
    objects.gated[i] = { schema = gate.schema,
      facility = objects_of(model, uses, gate.text).facility }
  end
  return objects
end

return topics
