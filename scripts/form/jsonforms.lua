-- The dossier as a form for JSON Forms with its Material renderers: the schema,
-- the uischema.
--
-- A fact is asked by its `value`, and beside it stands why there is no answer;
-- evidence and remarks are shown once there is one of these.  Where the data
-- holds a fact or list plainly, a plain control takes its place.  Its schema
-- stands in the first branch of an anyOf that is always met: JSON Forms leaves
-- such a branch out of the path to the data.
--
-- What is the same is defined once, and one topic is drawn at a time: the library
-- takes long over a large schema, and over many controls.

local dossier = require "dossier"
local register_fields = require "schema.register_fields"
local topics = require "form.topics"
local words = require "form.words"
local pieces = require "form.jsonforms.pieces"
local question = require "form.jsonforms.question"

local jsonforms = {}

local word <const>, shared <const>, text <const>, flag <const>, ids <const> =
  pieces.word, pieces.shared, pieces.text, pieces.flag, pieces.ids
local scope_of <const>, rule <const>, control <const>, layout <const> =
  pieces.scope_of, pieces.rule, pieces.control, pieces.layout
local joined <const>, append <const>, put <const>, new_object <const> =
  pieces.joined, pieces.append, pieces.put, pieces.new_object
local PLAIN <const> = pieces.PLAIN

-- ---- lists --------------------------------------------------------------

local object_of -- forward

-- Whether these are all is asked below a list: but above it with `first`, where it
-- would seem to be said of a list in the facility that is open.
local function list_elements(object, part, keys, item, detail, first)
  local scope = scope_of(keys)
  local label = part.title or words.label(part.list)
  local items = { type = "array", items = item }
  put(object, keys, { properties = { items = items, complete = flag(),
    count = { type = { "integer", "null" }, minimum = 0 }, stated_by = text(),
    evidence = ids(), note = text(), why = text() } })
  put(object.anyOf[1], keys, items)
  local options = { detail = detail, showSortButtons = true,
    elementLabelProp = part.item.by_name.name and "name" or "id" }
  local plain = { type = "Control", scope = scope_of(keys, PLAIN), label = label,
    options = options, rule = rule("SHOW", scope, { type = "array" }) }
  local listed = { type = "Control", scope = scope_of(joined(keys, "items")),
    label = label, options = options }
  local whole = pieces.rows({
    control(joined(keys, "complete"), words.TITLES.complete),
    control(joined(keys, "count"), words.TITLES.count),
    control(joined(keys, "stated_by"), "Stated by"),
    control(joined(keys, "note"), "Note") })
  local full = layout("VerticalLayout", first and { whole, listed }
    or { listed, whole }, rule("HIDE", scope, { type = "array" }))
  local help = words.help_of(part)
  return help and { { type = "Label", text = help }, plain, full } or { plain, full }
end

local function list_of(object, part, keys, s)
  local item, elements = object_of(part.item, s)
  return list_elements(object, part, keys, shared(s, item),
    layout("VerticalLayout", elements))
end

-- ---- objects ------------------------------------------------------------

-- The elements of one part of a topic, whose schemas are put into `object`.
local part_of -- forward

-- The elements of all parts: facts first, then lists and topics.
local function elements_of(object, topic, keys, s)
  local elements, after = {}, {}
  for _, part in ipairs(topic.parts) do
    table.insert(part.entry and elements or after,
      part_of(object, part, keys, s))
  end
  return append(elements, after)
end

function part_of(object, part, keys, s)
  local here = joined(keys, part.name)
  if part.topic then
    return { type = "Group", label = part.topic.title,
      elements = elements_of(object, part.topic, here, s) }
  end
  local made = part.list and list_of(object, part, here, s)
    or question(object, part, here, s)
  return layout("VerticalLayout", made,
    part.hidden and rule("HIDE", "#" .. s.within, part.hidden) or nil)
end

-- The schema of an object with its parts, and the elements that ask for them.
function object_of(topic, s)
  local object = new_object(topic.title)
  return object, elements_of(object, topic, {}, s)
end

-- ---- tabs ---------------------------------------------------------------

local function category(label, elements)
  return { type = "Category", label = label, elements = elements }
end

local function categorization(categories)
  return { type = "Categorization", elements = categories }
end

local function title_of(part)
  return part.title or part.topic and part.topic.title
end

-- A tab for each chapter, and in it one for each of its topics and lists; the
-- facts that belong to no topic come first.
local function tabs_of(object, topic, keys, s)
  local facts, chapters, by_title = {}, {}, {}
  for _, part in ipairs(topic.parts) do
    local made = part_of(object, part, keys, s)
    if part.entry then
      facts[#facts + 1] = made
    else
      local title = part.chapter or title_of(part)
      if not by_title[title] then
        by_title[title] = {}
        chapters[#chapters + 1] = category(title,
          { categorization(by_title[title]) })
      end
      made.type = part.topic and "VerticalLayout" or made.type
      table.insert(by_title[title], category(title_of(part), { made }))
    end
  end
  table.insert(chapters, 1, category(words.ABOUT, facts))
  return { categorization(chapters) }
end

-- ---- registers ----------------------------------------------------------

local REGISTER <const> = {
  text = text, prose = text, flag = flag, ids = ids, answer = text,
  day = function() return { type = { "string", "null" }, format = "date" } end,
  choice = function(field) return word(field.options) end,
}

local function entry_of(shape)
  local schema, elements = new_object(shape.item or shape.title), {}
  schema.required = {}
  for _, field in ipairs(shape.fields) do
    local made = REGISTER[field.kind](field)
    made.title, made.description = field.title, field.description
    local element = control({ field.name }, field.title,
      field.kind == "prose" and { multi = true } or nil)
    if field.kind == "answer" then -- a text for most, of any type
      put(schema.anyOf[1], { field.name }, made)
      element.scope = scope_of({ field.name }, PLAIN)
    else
      schema.properties[field.name] = made
    end
    elements[#elements + 1] = element
    if field.needed then table.insert(schema.required, field.name) end
  end
  if #schema.required == 0 then schema.required = nil end
  return schema, elements
end

local function register_of(object, name)
  local shape = register_fields[name]
  local entry, elements = entry_of(shape)
  object.properties[name] = { title = shape.title, description = shape.help,
    type = { "array", "null" }, items = entry }
  return { type = "Control", scope = "#/properties/" .. name,
    label = shape.title, options = { elementLabelProp = "id",
      detail = layout("VerticalLayout", elements) } }
end

-- ---- the whole ----------------------------------------------------------

-- The parts of a topic at the top of the dossier, such as the Member.
local function top(object, topic, name, s)
  return { type = "Group", label = topic.title,
    elements = elements_of(object, topic, { name }, s) }
end

-- What holds for all facilities is asked by what was answered for all.
local function for_all(root, topic, s)
  s.within = "/properties/all_facilities"
  local tabs = tabs_of(root, topic, { "all_facilities" }, s)
  s.within = ""
  return tabs
end

-- A rule inside a facility reads that facility alone: what the Member's own facts
-- decide is asked at each.
local function facilities_of(root, topic, list, s)
  local facility = new_object(topic.title)
  local tabs = tabs_of(facility, topic, {}, s)
  return list_elements(root, { list = list, title = "Facilities", item = topic },
    { "facilities" }, shared(s, facility), layout("VerticalLayout", tabs), true)
end

-- On a phone a field has a row of its own, a question three lines at most, and a number
-- and the buttons leave room for the name.
local STYLE <const> = [[
@media (max-width: 480px) {
  .MuiGrid-direction-xs-row > .MuiGrid-grid-xs-grow { flex-basis: 100%; }
  .MuiFormControl-root { margin-top: 6px; }
  .MuiInputBase-input { font-size: 14px; }
  .MuiCardHeader-title { font-size: 17px; }
  .MuiAccordionSummary-root .MuiAvatar-root { width: 20px; height: 20px; font-size: 12px; }
  .MuiAccordionSummary-root .MuiIconButton-root { padding: 4px; }
}
]]

function jsonforms.build(model, host)
  local s = { json = host.json, names = {}, count = 0, within = "",
    definitions = { [words.EVIDENCE_ID:match "[^/]+$"] = { type = "string" } } }
  local objects = topics.of(model)
  local root = new_object "Dossier"
  root.properties.format = { type = "string", const = dossier.FORMAT }
  local categories = {
    category("Assessment and Member", {
      top(root, objects.assessment, "assessment", s),
      top(root, objects.member, "member", s) }),
    category("Evidence", { register_of(root, "evidence") }),
    category("All facilities", for_all(root, objects.all_facilities, s)),
    category("Facilities", facilities_of(root, objects.facility,
      model.vocabulary.facilities, s)),
    category("Records", { register_of(root, "records") }),
    category("Findings", { register_of(root, "findings") }) }
  root.definitions = s.definitions
  return { format = "cop11.form/1", library = "@jsonforms/react", style = STYLE, props = {
    schema = root, uischema = categorization(categories),
    config = { showUnfocusedDescription = true } } } -- help is there before a question is touched
end

return jsonforms
