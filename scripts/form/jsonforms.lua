-- The dossier as a form for JSON Forms with its Material renderers: the schema,
-- the uischema.
--
-- A fact is asked by its `value`, and beside it stands why there is no answer;
-- evidence and remarks are shown once there is one of these.  Where the data
-- holds a fact or list plainly, a plain control takes its place.  Its schema
-- stands in the first branch of an anyOf that is always met: JSON Forms leaves
-- such a branch out of the path to the data.

local controls = require "form.controls"
local dossier = require "dossier"
local patterns = require "schema.patterns"
local register_fields = require "schema.register_fields"
local topics = require "form.topics"
local words = require "form.words"

local jsonforms = {}

local PLAIN <const>, LISTS <const> = "anyOf/0/", "anyOf/1/"

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

local function text() return { type = { "string", "null" } } end

local function flag() return { type = { "boolean", "null" } } end

local function ids()
  return { type = "array", items = { type = "string" } }
end

local function legs()
  return { type = "array", items = { type = "object", properties = {
    id = { title = "Id", type = "string" },
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

local function in_state(state)
  return { type = "object", required = { "state" },
    properties = { state = { const = state } } }
end

-- The controls of a known fact that is known in part.
local function partial_elements(entry, answer, keys, fields)
  local elements = {}
  for _, names in ipairs(controls.partial(entry)) do
    for _, name in ipairs(names) do
      fields[name] = name == "share" and word(controls.SHARES)
        or name == "one_of" and several(answer.options)
        or name == "percent" and { type = "number", minimum = 0, maximum = 100 }
        or value_of(answer)
      elements[#elements + 1] = control(joined(keys, name), words.TITLES[name])
    end
  end
  return elements
end

local REASONS <const> = { { "unknown", "why" },
  { "withheld", "withheld_reason" }, { "not_applicable", "na_reason" } }

local function reason_elements(entry, keys, fields)
  local elements, scope = {}, scope_of(keys)
  for _, reason in ipairs(REASONS) do
    local state, name = reason[1], reason[2]
    if state ~= "not_applicable" or entry.na_when then
      fields[name] = text()
      local element = control(joined(keys, name), words.TITLES[name])
      -- A reason may stand beside an answer, too.
      element.rule = name ~= "why" and rule("SHOW", scope, in_state(state))
        or nil
      elements[#elements + 1] = element
    end
  end
  return elements
end

-- The evidence of a fact: ids, or where one says what it says, objects.
local function evidence_elements(object, keys, fields)
  local at = joined(keys, "evidence")
  local scope = scope_of(at)
  fields.evidence = { type = "array" }
  put(object.anyOf[1], at, ids())
  put(object.anyOf[2], at, legs())
  local plain = control(at, "Evidence (ids)")
  plain.scope = scope_of(at, PLAIN)
  plain.rule = rule("HIDE", scope, { contains = { type = "object" } })
  local said = control(at, "Evidence, and what it says")
  said.scope = scope_of(at, LISTS)
  said.rule = rule("SHOW", scope, { contains = { type = "object" } })
  return { plain, said }
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
local function word_element(object, answer, at)
  put(object.anyOf[2], at, word { answer.word })
  local element = control(at, "Or")
  element.scope = scope_of(at, LISTS)
  return element
end

-- What the auditor found, beside the Member's answer.
local function auditor_element(object, answer, keys)
  local at = joined(keys, "auditor")
  put(object, at, { properties = { value = answer_schema(answer), by = text(),
    date = { type = { "string", "null" }, format = "date" }, note = text() } })
  return layout("HorizontalLayout", {
    control(joined(at, "value"), "The auditor found"),
    control(joined(at, "by"), words.TITLES.by),
    control(joined(at, "date"), words.TITLES.date),
    control(joined(at, "note"), words.TITLES.note) })
end

local function question(object, part, keys)
  local entry, answer = part.entry, controls.of(part.entry)
  local scope, label, help = scope_of(keys), words.label(entry),
    words.help(entry)
  local fields = { value = answer_schema(answer, help),
    state = word(states_of(entry)), note = text(), stated_by = text() }
  put(object, keys, { properties = fields })
  put(object.anyOf[1], keys, answer_schema(answer, help))
  local plain = control(keys, "Answer")
  plain.scope, plain.rule = scope_of(keys, PLAIN), rule("SHOW", scope, IS_PLAIN)
  local value = joined(keys, "value")
  local asked = layout("HorizontalLayout", { control(value, "Answer"),
    control(joined(keys, "state"), "If there is none") },
    rule("HIDE", scope, IS_PLAIN))
  if answer.word then
    table.insert(asked.elements, 2, word_element(object, answer, value))
  end
  local more = {}
  local partial = partial_elements(entry, answer, keys, fields)
  if #partial > 0 then
    more[1] = layout("HorizontalLayout", partial,
      rule("SHOW", scope, in_state "known"))
  end
  for _, element in ipairs(reason_elements(entry, keys, fields)) do
    more[#more + 1] = element
  end
  for _, element in ipairs(evidence_elements(object, keys, fields)) do
    more[#more + 1] = element
  end
  more[#more + 1] = layout("HorizontalLayout", {
    control(joined(keys, "note"), "Note"),
    control(joined(keys, "stated_by"), "Stated by") })
  more[#more + 1] = auditor_element(object, answer, keys)
  return { { type = "Label", text = label }, plain, asked,
    layout("VerticalLayout", more,
    rule("SHOW", scope, IS_GIVEN)) }
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
      control(joined(keys, "complete"), "These are all there are"),
      control(joined(keys, "count"), "How many there are in all"),
      control(joined(keys, "stated_by"), "Stated by"),
      control(joined(keys, "note"), "Note") }) },
    rule("HIDE", scope, { type = "array" }))
  return { plain, full }
end

local function list_of(object, part, keys)
  local item, elements = object_of(part.item)
  return list_elements(object, part, keys, item,
    layout("VerticalLayout", elements), "Control")
end

-- ---- objects ------------------------------------------------------------

local function append(list, more)
  return table.move(more, 1, #more, #list + 1, list)
end

-- The elements of the parts of `topic`, whose schemas are put into `object`.
local function elements_of(object, topic, keys)
  local elements, topics_after = {}, {}
  for _, part in ipairs(topic.parts) do
    local here = joined(keys, part.name)
    if part.topic then
      topics_after[#topics_after + 1] = { type = "Group",
        label = part.topic.title,
        elements = elements_of(object, part.topic, here) }
    else
      local made = part.list and list_of(object, part, here)
        or question(object, part, here)
      local whole = layout("VerticalLayout", made,
        part.hidden and rule("HIDE", "#", part.hidden) or nil)
      table.insert(part.list and topics_after or elements, whole)
    end
  end
  return append(elements, topics_after)
end

-- The schema of an object with its parts, and the elements that ask for them.
function object_of(topic)
  local object = new_object(topic.title)
  return object, elements_of(object, topic, {})
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

local function category(label, elements)
  return { type = "Category", label = label, elements = elements }
end

-- The parts of a topic at the top of the dossier, such as the Member.
local function top(object, topic, name)
  return { type = "Group", label = topic.title,
    elements = elements_of(object, topic, { name }) }
end

function jsonforms.build(model)
  local objects, facilities = topics.of(model), model.vocabulary.facilities
  local root = new_object "Dossier"
  root.properties.format = { type = "string", const = dossier.FORMAT }
  local about = { top(root, objects.assessment, "assessment"),
    top(root, objects.member, "member") }
  local facility, elements = object_of(objects.facility)
  local places = list_elements(root, { list = facilities,
    title = "Facilities" }, { "facilities" }, facility,
    layout("VerticalLayout", elements), "ListWithDetail")
  local categories = { category("Assessment and Member", about),
    category("Evidence", { register_of(root, "evidence") }),
    category("All facilities", elements_of(root, objects.all_facilities,
      { "all_facilities" })),
    category("Facilities", places),
    category("Records", { register_of(root, "records") }),
    category("Findings", { register_of(root, "findings") }) }
  return { format = "cop11.form/1", library = "@jsonforms/react", props = {
    schema = root, uischema = { type = "Categorization",
      elements = categories } } }
end

return jsonforms
