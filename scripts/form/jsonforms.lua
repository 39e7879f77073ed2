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

local controls = require "form.controls"
local dossier = require "dossier"
local patterns = require "schema.patterns"
local register_fields = require "schema.register_fields"
local topics = require "form.topics"
local words = require "form.words"

local jsonforms = {}

local PLAIN <const> = "anyOf/0/"

-- ---- plain controls -----------------------------------------------------

-- Not known is the first choice.
local function one(options)
  return { oneOf = table.move(options, 1, #options, 2,
    { { const = "unknown", title = words.NOT_KNOWN } }) }
end

-- One of some options that stand for no answer.
local function word(options) return { type = "string", oneOf = options } end

local function several(options)
  return { type = "array", uniqueItems = true,
    items = { type = "string", oneOf = options } }
end

local VALUES <const> = {
  one = function(control) return one(control.options) end,
  several = function(control) return several(control.options) end,
  integer = function(control)
    return { type = "integer", minimum = control.least, maximum = control.most }
  end,
  number = function(control)
    return { type = "number", minimum = control.least, maximum = control.most }
  end,
  date = function() return { type = "string", pattern = patterns.DATE } end,
  text = function() return { type = "string" } end,
  country = function()
    return { type = "string", pattern = patterns.COUNTRY }
  end,
}

local function value_of(control) return VALUES[control.kind](control) end

-- A reference to `schema` among the definitions of the form.
local function shared(s, schema)
  local key = s.json.write(schema)
  if not s.names[key] then
    s.count = s.count + 1
    s.names[key] = ("shared-%d"):format(s.count)
    s.definitions[s.names[key]] = schema
  end
  return { ["$ref"] = "#/definitions/" .. s.names[key] }
end

local function text() return { type = { "string", "null" } } end

local function flag() return { type = { "boolean", "null" } } end

local function ids()
  return { type = "array", uniqueItems = true,
    items = { ["$ref"] = words.EVIDENCE_ID } }
end

local function legs()
  return { type = "array", items = { type = "object", properties = {
    id = { title = "Evidence", ["$ref"] = words.EVIDENCE_ID },
    supports = { title = "Speaks", type = "string",
      oneOf = controls.SUPPORTS } } } }
end

-- ---- elements -----------------------------------------------------------

local function scope_of(keys, branch)
  return "#/" .. (branch or "") .. "properties/"
    .. table.concat(keys, "/properties/")
end

local function rule(effect, scope, schema)
  return { effect = effect, condition = { scope = scope, schema = schema,
    failWhenUndefined = true } }
end

local function control(keys, label, options)
  return { type = "Control", scope = scope_of(keys), label = label,
    options = options }
end

local function layout(kind, elements, shown)
  return { type = kind, elements = elements, rule = shown }
end

local function joined(keys, ...)
  local longer = table.move(keys, 1, #keys, 1, {})
  for _, key in ipairs { ... } do longer[#longer + 1] = key end
  return longer
end

local function append(list, more)
  return table.move(more, 1, #more, #list + 1, list)
end

-- ---- putting schemas into an object -------------------------------------

local function put(object, keys, schema)
  for i = 1, #keys - 1 do
    object.properties = object.properties or {}
    object.properties[keys[i]] = object.properties[keys[i]] or {}
    object = object.properties[keys[i]]
  end
  object.properties = object.properties or {}
  object.properties[keys[#keys]] = schema
end

-- An object whose branches hold what may stand plainly in place of an envelope.
local function new_object(title)
  return { title = title, type = "object", properties = {},
    anyOf = { {}, {}, {} } }
end

-- ---- a question ---------------------------------------------------------

local STATES <const> = { { const = "known", title = "Known in part" },
  { const = "unknown", title = words.UNKNOWN_WHY },
  { const = "withheld", title = words.WITHHELD },
  { const = "not_applicable", title = words.NOT_APPLICABLE },
  { const = "conflicting", title = "Contradictory" } }

local function states_of(entry)
  local states = {}
  for _, state in ipairs(STATES) do
    local possible = state.const ~= "known" or #controls.partial(entry) > 0
    if state.const == "not_applicable" then possible = entry.na_when end
    if possible then states[#states + 1] = state end
  end
  return states
end

local IS_PLAIN <const> = { type = { "boolean", "string", "number", "array" } }
local IS_GIVEN <const> = { type = "object", minProperties = 1 }

-- Shows an element where the fact at `keys` is in `state`.
local function in_state(keys, state)
  return { effect = "SHOW", condition = { type = "LEAF",
    scope = scope_of(joined(keys, "state")), expectedValue = state } }
end

-- The controls of a fact that is known in part; `of` is the answer's schema.
local function partial_elements(entry, answer, keys, of, fields)
  local elements, all = {}, {}
  for _, names in ipairs(controls.partial(entry)) do
    for _, name in ipairs(names) do
      all[#all + 1] = name
      fields[name] = name == "share" and word(controls.SHARES)
        or name == "one_of" and several(answer.options)
        or name == "percent" and { type = "number", minimum = 0, maximum = 100 }
        or of
      elements[#elements + 1] = control(joined(keys, name), words.TITLES[name])
    end
  end
  return elements, all
end

local REASONS <const> = { { "unknown", "why" },
  { "withheld", "withheld_reason" }, { "not_applicable", "na_reason" } }

-- Shows an element in `state`, or where the fact at `keys` has a field of `names`.
local function in_state_or_with(keys, state, names)
  local fields = {}
  for i, name in ipairs(names) do fields[i] = { required = { name } } end
  local shown = in_state(keys, state)
  shown.condition = { type = "OR", conditions = { shown.condition,
    { scope = scope_of(keys), schema = { type = "object", anyOf = fields } } } }
  return shown
end

-- A reason may stand beside an answer, too; some answers count only with one.
local function why_rule(entry, keys)
  return not entry.needs_why and in_state_or_with(keys, "unknown", { "why" })
    or nil
end

local function reason_elements(entry, keys, fields)
  local elements = {}
  for _, reason in ipairs(REASONS) do
    local state, name = reason[1], reason[2]
    if state ~= "not_applicable" or entry.na_when then
      fields[name] = text()
      local element = control(joined(keys, name), words.TITLES[name])
      if name == "why" then
        element.rule = why_rule(entry, keys)
      else
        element.rule = in_state(keys, state)
      end
      elements[#elements + 1] = element
    end
  end
  return elements
end

-- The evidence of a fact: ids, or where one says what it says, objects.
local function evidence_elements(keys)
  local elements = {}
  for i, effect in ipairs { "HIDE", "SHOW" } do
    elements[i] = { type = "Control", label = words.TITLES.evidence,
      scope = ("%s/anyOf/%d/properties/evidence"):format(scope_of(keys), i - 1),
      rule = rule(effect, scope_of(joined(keys, "evidence")),
        { contains = { type = "object" } }) }
  end
  return elements
end

-- The schema of an answer, which may be a word, too.
local function answer_schema(answer, help)
  local schema = value_of(answer)
  schema.description = help
  if answer.kind == "date" and answer.word then
    schema.pattern = patterns.DATE_OR_NEVER
  elseif answer.word then
    schema.type = { schema.type, "string" }
  end
  return schema
end

-- The control for a word in place of a value: none of these, never.
local function word_element(keys)
  return { type = "Control", label = "Or",
    scope = scope_of(keys) .. "/anyOf/1/properties/value" }
end

-- What the auditor found, beside the Member's answer.
local function auditor_element(answer, keys, of, fields)
  fields.auditor = { properties = { value = of, by = text(), note = text(),
    date = { type = { "string", "null" }, format = "date" } } }
  local elements = {}
  for i, name in ipairs { "value", "by", "date", "note" } do
    elements[i] = control(joined(keys, "auditor", name), words.FOUND[name])
  end
  if answer.kind ~= "several" then return layout("HorizontalLayout", elements) end
  local value = table.remove(elements, 1) -- many boxes to tick: a row of its own
  return layout("VerticalLayout", { value, layout("HorizontalLayout", elements) })
end

-- What stands below an answer once there is one, or a reason for none.
local function more_elements(entry, answer, keys, of, fields)
  local more = {}
  local partial, names = partial_elements(entry, answer, keys, of, fields)
  if #partial > 0 then
    more[1] = layout("HorizontalLayout", partial,
      in_state_or_with(keys, "known", names))
  end
  append(more, reason_elements(entry, keys, fields))
  append(more, evidence_elements(keys))
  more[#more + 1] = layout("HorizontalLayout", {
    control(joined(keys, "note"), "Note"),
    control(joined(keys, "stated_by"), "Stated by") })
  more[#more + 1] = auditor_element(answer, keys, of, fields)
  return more
end

-- The schema of a fact that is not given plainly: the answer, what may stand
-- beside it, and in branches that are always met what may stand there instead.
local function fact_schema(s, answer, value, fields)
  return shared(s, { properties = { value = value },
    allOf = { shared(s, { properties = fields }) },
    anyOf = { { properties = { evidence = ids() } },
      { properties = { evidence = legs(),
        value = answer.word and word { answer.word } or nil } }, {} } })
end

local function question(object, part, keys, s)
  local entry, answer = part.entry, controls.of(part.entry)
  local scope, fields = scope_of(keys), { state = word(states_of(part.entry)),
    note = text(), stated_by = text() }
  local more = more_elements(entry, answer, keys,
    shared(s, answer_schema(answer)), fields)
  local value = shared(s, answer_schema(answer, words.help(entry)))
  put(object, keys, fact_schema(s, answer, value, fields))
  put(object.anyOf[1], keys, value)
  local plain = control(keys, "Answer")
  plain.scope, plain.rule = scope_of(keys, PLAIN), rule("SHOW", scope, IS_PLAIN)
  local asked = layout("HorizontalLayout", {
    control(joined(keys, "value"), "Answer"),
    control(joined(keys, "state"), words.NO_ANSWER) },
    rule("HIDE", scope, IS_PLAIN))
  if answer.word then table.insert(asked.elements, 2, word_element(keys)) end
  return { { type = "Label", text = words.label(entry) }, plain, asked,
    layout("VerticalLayout", more, rule("SHOW", scope, IS_GIVEN)) }
end

-- ---- lists --------------------------------------------------------------

local object_of -- forward

local function list_elements(object, part, keys, item, detail, kind)
  local scope = scope_of(keys)
  local label = part.title or words.label(part.list)
  local items = { type = "array", items = item }
  put(object, keys, { properties = { items = items, complete = flag(),
    count = { type = { "integer", "null" }, minimum = 0 }, stated_by = text(),
    evidence = ids(), note = text(), why = text() } })
  put(object.anyOf[1], keys, items)
  local options = { detail = detail, elementLabelProp = "name",
    showSortButtons = true }
  local plain = { type = kind, scope = scope_of(keys, PLAIN), label = label,
    options = options, rule = rule("SHOW", scope, { type = "array" }) }
  local full = layout("VerticalLayout", {
    { type = kind, scope = scope_of(joined(keys, "items")), label = label,
      options = options },
    layout("HorizontalLayout", {
      control(joined(keys, "complete"), words.TITLES.complete),
      control(joined(keys, "count"), words.TITLES.count),
      control(joined(keys, "stated_by"), "Stated by"),
      control(joined(keys, "note"), "Note") }) },
    rule("HIDE", scope, { type = "array" }))
  return { plain, full }
end

local function list_of(object, part, keys, s)
  local item, elements = object_of(part.item, s)
  return list_elements(object, part, keys, shared(s, item),
    layout("VerticalLayout", elements), "Control")
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
    part.hidden and rule("HIDE", "#", part.hidden) or nil)
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
  text = text, flag = flag, ids = ids, answer = text,
  day = function() return { type = { "string", "null" }, format = "date" } end,
  choice = function(field) return word(field.options) end,
}

local function entry_of(shape)
  local schema, elements = new_object(shape.item or shape.title), {}
  schema.required = {}
  for _, field in ipairs(shape.fields) do
    local made = REGISTER[field.kind](field)
    made.title, made.description = field.title, field.description
    local element = control({ field.name }, field.title)
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

local function facilities_of(root, topic, list, s)
  local facility = new_object(topic.title)
  local tabs = tabs_of(facility, topic, {}, s)
  return list_elements(root, { list = list, title = "Facilities" },
    { "facilities" }, shared(s, facility), layout("VerticalLayout", tabs),
    "ListWithDetail")
end

function jsonforms.build(model, host)
  local s = { json = host.json, names = {}, count = 0,
    definitions = { [words.EVIDENCE_ID:match "[^/]+$"] = { type = "string" } } }
  local objects = topics.of(model)
  local root = new_object "Dossier"
  root.properties.format = { type = "string", const = dossier.FORMAT }
  local categories = {
    category("Assessment and Member", {
      top(root, objects.assessment, "assessment", s),
      top(root, objects.member, "member", s) }),
    category("Evidence", { register_of(root, "evidence") }),
    category("All facilities", tabs_of(root, objects.all_facilities,
      { "all_facilities" }, s)),
    category("Facilities", facilities_of(root, objects.facility,
      model.vocabulary.facilities, s)),
    category("Records", { register_of(root, "records") }),
    category("Findings", { register_of(root, "findings") }) }
  root.definitions = s.definitions
  return { format = "cop11.form/1", library = "@jsonforms/react", props = {
    schema = root, uischema = categorization(categories) } }
end

return jsonforms
