-- The dossier as a form for react-jsonschema-form: the properties of its <Form>.
-- What a person chooses for each question is how it is answered.  Where nothing
-- is chosen, the answer is not known and the dossier does not hold it.

local controls = require "form.controls"
local dossier = require "dossier"
local patterns = require "schema.patterns"
local register_fields = require "schema.register_fields"
local shallow = require "base.shallow"
local topics = require "form.topics"
local words = require "form.words"

local rjsf = {}

local HIDDEN <const> = { ["ui:widget"] = "hidden" }

-- A piece of a form: its schema, and how the library is to show it.
local function piece(schema, ui) return { schema = schema, ui = ui or {} } end

-- A reference to a definition of `schema`.  What is the same is defined once: a
-- validator compiles each definition once, and large schemas very slowly.
local function shared(s, schema, prefix)
  local key = s.json.write(schema)
  if not s.shapes[key] then
    s.count = s.count + 1
    s.shapes[key] = ("%s-%d"):format(prefix, s.count)
    s.definitions[s.shapes[key]] = schema
  end
  return { ["$ref"] = "#/definitions/" .. s.shapes[key] }
end

-- When a question need not be asked; what many conditions hold is defined once.
local function condition(s, schema)
  for _, word in ipairs { "anyOf", "allOf" } do
    if schema[word] then
      local parts = {}
      for i, one in ipairs(schema[word]) do parts[i] = condition(s, one) end
      schema = { [word] = parts }
    end
  end
  return shared(s, schema, "not-asked")
end

-- ---- plain controls -----------------------------------------------------

-- An enum, since a form takes the constants of a oneOf as defaults.
local function one(options, required)
  local values, titles = controls.values(options)
  return piece({ enum = values, type = type(values[1]) },
    { ["ui:enumNames"] = titles, ["ui:widget"] = "select",
      ["ui:placeholder"] = not required and words.NOT_KNOWN or nil })
end

local function several(options)
  local values, titles = controls.values(options)
  return piece({ type = "array", uniqueItems = true,
    items = { type = "string", enum = values } },
    { ["ui:widget"] = "checkboxes", ["ui:enumNames"] = titles })
end

local function text() return piece { type = { "string", "null" } } end

local function reason()
  return piece({ type = "string", minLength = 1 },
    { ["ui:widget"] = "textarea", ["ui:options"] = { rows = 2 } })
end

local function day()
  return piece({ type = { "string", "null" }, format = "date" },
    { ["ui:widget"] = "date" })
end

local PLAIN <const> = {
  one = function(control) return one(control.options) end,
  several = function(control) return several(control.options) end,
  integer = function(control)
    return piece { type = "integer", minimum = control.least,
      maximum = control.most }
  end,
  number = function(control)
    return piece { type = "number", minimum = control.least,
      maximum = control.most }
  end,
  date = function()
    return piece({ type = "string", pattern = patterns.DATE },
      { ["ui:placeholder"] = "2013-11-30, 2013-11 or 2013" })
  end,
  text = function() return piece { type = "string", minLength = 1 } end,
  country = function()
    return piece({ type = "string", pattern = patterns.COUNTRY },
      { ["ui:placeholder"] = "PE" })
  end,
}

local function value_of(control) return PLAIN[control.kind](control) end

local NO_LABEL <const> = { ["ui:label"] = false }

local function evidence_id() return { ["$ref"] = words.EVIDENCE_ID } end

-- Ids of evidence; or some of them with what they say.
local function evidence()
  local leg = { title = "What it says", type = "object", required = { "id" },
    properties = { id = evidence_id(), supports = { title = "Speaks",
      type = "string", enum = { "for", "against" } } } }
  local leg_ui = { id = { ["ui:title"] = words.TITLES.evidence },
    supports = { ["ui:enumNames"] = { "For the answer", "Against it" } } }
  return piece({ anyOf = {
    { title = "For the answer", type = "array", items = evidence_id() },
    { title = "For or against the answer", type = "array",
      items = { anyOf = { { title = "For the answer", allOf =
        { evidence_id() } }, leg } } } } },
    { anyOf = { { ["ui:label"] = false, items = NO_LABEL },
      { ["ui:label"] = false, items = { anyOf = { NO_LABEL, leg_ui } } } } })
end

local function constant(option)
  return piece({ title = option.title, type = type(option.const),
    const = option.const }, HIDDEN)
end

-- A choice among pieces.
local function any_of(s, ways, title, help)
  local made = piece({ title = title, description = help, anyOf = {} },
    { anyOf = {} })
  for i, way in ipairs(ways) do
    made.schema.anyOf[i], made.ui.anyOf[i] = way.schema.type == "object"
      and shared(s, way.schema, "way") or way.schema, way.ui
  end
  return made
end

-- ---- ways of answering --------------------------------------------------

-- The fields that may stand beside an answer, by name.
local function fields_of(control, s)
  local value = function() return value_of(control) end
  return { value = function()
      if not control.word then return value_of(control) end
      local plain = value_of(control)
      plain.schema.title, plain.ui["ui:label"] = "Answer", false
      return any_of(s, { plain, constant(control.word) })
    end, at_least = value, at_most = value,
    share = function() return one(controls.SHARES) end,
    percent = function()
      return piece { type = "number", minimum = 0, maximum = 100 }
    end,
    one_of = function() return several(control.options) end, includes = value,
    evidence = evidence, note = text, why = text, stated_by = text,
    as_of = text, withheld_reason = reason, na_reason = reason,
    na_verified_by = text,
    set_by = function() return one(controls.SET_BY) end }
end

-- Small fields stand side by side, three in a row, in a theme of Bootstrap.
local COLUMN <const>, ROW <const> = "col-md-4", "clearfix"

local SMALL <const> = { why = true, note = true, stated_by = true,
  as_of = true, set_by = true, na_verified_by = true, by = true, date = true,
  at_least = true, at_most = true, count = true, complete = true }

-- What keeps other ways of answering from being taken for this one.  To find the
-- way that data takes, the library drops `required`, so it is said again here.
local function exclusion(names, required)
  local none = {}
  if #required > 0 then none[1] = { ["not"] = { required = required } } end
  local audited = false
  for _, name in ipairs(names) do audited = audited or name == "auditor" end
  if not audited then none[#none + 1] = { required = { "auditor" } } end
  return #none > 0 and { anyOf = none } or nil
end

-- An object with the fields that `names` lists; those in `needed` must be there.
local function details(title, fields, names, needed, state)
  local properties, ui, order, required = {}, {}, {}, {}
  for i, name in ipairs(names) do
    local made = fields[name]()
    made.schema.title = words.TITLES[name]
    made.ui["ui:classNames"] = SMALL[name] and COLUMN or "col-md-12"
    properties[name], ui[name], order[i] = made.schema, made.ui, name
  end
  for i, name in ipairs(needed) do required[i] = name end
  if state then
    properties.state, ui.state = { type = "string", const = state }, HIDDEN
    order[#order + 1], required[#required + 1] = "state", "state"
  end
  ui["ui:order"], ui["ui:classNames"] = order, ROW
  return piece({ title = title, type = "object", properties = properties,
    required = #required > 0 and required or nil,
    ["not"] = exclusion(names, required) }, ui)
end

-- The ways of answering plainly, and whether what comes first is typed in.
local function plain_ways(control)
  local ways = {}
  if control.kind == "one" then
    for i, option in ipairs(control.options) do ways[i] = constant(option) end
  else
    ways[1] = value_of(control)
    ways[1].schema.title = control.kind == "several" and "Some of these"
      or "Answer"
    ways[1].ui["ui:label"] = false
  end
  if control.word then ways[#ways + 1] = constant(control.word) end
  return ways, control.kind ~= "one" and control.kind ~= "several"
end

-- The Member's answer, and beside it what the auditor found.
local function audited_way(fields)
  local found = shallow.copy(fields)
  found.by, found.date = reason, day
  fields.auditor = function()
    return details(nil, found, { "value", "by", "date", "evidence", "note" },
      { "by", "date" })
  end
  return details(words.AUDITED, fields, { "value", "evidence", "note",
    "auditor" }, { "auditor" })
end

local function partial_ways(entry, fields)
  local ways = {}
  for i, names in ipairs(controls.partial(entry)) do
    local all = table.move(names, 1, #names, 1, {})
    table.move({ "evidence", "note" }, 1, 2, #all + 1, all)
    ways[i] = details(words.PARTLY[names[1]], fields, all,
      #names == 1 and names or {})
    if #names == 2 then
      ways[i].schema.anyOf = { { required = { names[1] } },
        { required = { names[2] } } }
    end
  end
  return ways
end

local function append(list, more)
  return table.move(more, 1, #more, #list + 1, list)
end

-- Why there is no answer.
local function reason_ways(entry, fields)
  local ways = {
    details(words.UNKNOWN_WHY, fields, { "why", "evidence", "note" }, {},
      "unknown"),
    details(words.WITHHELD, fields, { "withheld_reason", "evidence", "note" },
      { "withheld_reason" }, "withheld") }
  ways[3] = entry.na_when and details(words.NOT_APPLICABLE, fields,
    { "na_reason", "na_verified_by" }, { "na_reason" }, "not_applicable")
    or nil
  return ways
end

-- Every way of answering `entry`.  What a person types stands open from the
-- start, and is not known while it is empty.
local function ways_of(entry, s)
  local control = controls.of(entry)
  local fields = fields_of(control, s)
  local ways, typed = plain_ways(control)
  table.insert(ways, typed and 2 or 1, piece({ title = words.NOT_KNOWN,
    enum = { s.json.null, "unknown", "not_assessed" } }, HIDDEN))
  ways[#ways + 1] = details(words.SUPPORTED, fields, { "value", "evidence",
    "why", "note", "stated_by", "as_of", "set_by" }, { "value" })
  ways[#ways + 1] = audited_way(fields)
  append(ways, partial_ways(entry, fields))
  return append(ways, reason_ways(entry, fields))
end

-- ---- objects ------------------------------------------------------------

local object_of -- forward

local function list_of(part, s)
  local list, name = part.list, part.list.path .. "-item"
  if not s.definitions[name] then
    local item = object_of(part.item, s)
    s.definitions[name], s.ui[name] = item.schema, item.ui
  end
  local items = { type = "array", items = { ["$ref"] = "#/definitions/"
    .. name } }
  local ui = { items = s.ui[name] }
  local fields = { items = function() return piece(items, ui) end,
    complete = function() return piece { type = "boolean" } end,
    count = function() return piece { type = "integer", minimum = 0 } end,
    evidence = evidence, stated_by = text, note = text, why = text }
  local plain = piece({ title = "List", type = "array", items = items.items },
    ui)
  return any_of(s, { piece({ title = words.NOT_KNOWN, type = "null" }, HIDDEN),
    plain, details("List, and whether these are all", fields, { "items",
      "complete", "count", "stated_by", "evidence", "note", "why" }, {}) },
    part.title or words.label(list), words.help(list))
end

local function question_of(entry, s)
  local made = any_of(s, ways_of(entry, s))
  local schema = shared(s, made.schema, "answer")
  schema.title, schema.description = words.label(entry), words.help(entry)
  return piece(schema, made.ui)
end

local function piece_of(part, s)
  if part.entry then return question_of(part.entry, s) end
  return part.list and list_of(part, s) or object_of(part.topic, s)
end

-- Puts `schema` at `keys` below `object`; `titles` holds those of the topics.
local function put(object, keys, schema, titles)
  for i = 1, #keys - 1 do
    local properties = object.properties
    properties[keys[i]] = properties[keys[i]] or { type = "object",
      title = titles[i], properties = {} }
    object = properties[keys[i]]
  end
  object.properties[keys[#keys]] = schema
end

-- Walks the parts of `object` and gives each that is asked to
-- take(part, piece, keys, titles), with the ui schema under way.
local function each_part(object, s, ui, take, keys, titles)
  ui["ui:order"] = {}
  for _, part in ipairs(object.parts) do
    table.insert(ui["ui:order"], part.name)
    local here = append(append({}, keys), { part.name })
    if part.topic then
      ui[part.name] = { ["ui:enableOptionalDataFieldForType"] = { "object" } }
      each_part(part.topic, s, ui[part.name], take, here,
        append(append({}, titles), { part.topic.title }))
    else
      local made = piece_of(part, s)
      ui[part.name] = made.ui
      take(part, made.schema, here, titles)
    end
  end
  table.insert(ui["ui:order"], "*")
end

-- An object with its parts; one that need not always be asked stands in the
-- `else` of when it need not.
function object_of(object, s)
  local schema = { title = object.title, type = "object", properties = {} }
  local ui, branches, by_key = {}, {}, {}
  each_part(object, s, ui, function(part, made, keys, titles)
    local into = schema
    if part.hidden then
      local key = s.json.write(part.hidden)
      into = by_key[key]
      if not into then
        into = { properties = {} }
        by_key[key] = into
        branches[#branches + 1] = { ["else"] = into,
          ["if"] = condition(s, part.hidden) }
      end
    end
    put(into, keys, made, titles)
  end, {}, {})
  schema.allOf = #branches > 0 and branches or nil
  return piece(schema, ui)
end

-- ---- registers ----------------------------------------------------------

local REGISTER <const> = {
  text = function() return text() end, day = day,
  flag = function() return piece { type = { "boolean", "null" } } end,
  choice = function(field) return one(field.options, field.needed) end,
  ids = function()
    return piece { type = { "array", "null" }, items = { type = "string" } }
  end,
  answer = function()
    return piece { anyOf = { { title = "Text", type = "string" },
      { title = "Yes or no", type = "boolean" },
      { title = "Number", type = "number" },
      { title = "List", type = "array", items = { type = "string" } } } }
  end,
}

local function entry_of(shape)
  local made = piece({ title = shape.item or shape.title, type = "object",
    properties = {}, required = {} }, { ["ui:order"] = {},
      ["ui:classNames"] = ROW })
  for _, field in ipairs(shape.fields) do
    local one_field = REGISTER[field.kind](field)
    one_field.schema.title = field.title
    one_field.schema.description = field.description
    one_field.ui["ui:classNames"] = COLUMN
    made.schema.properties[field.name] = one_field.schema
    made.ui[field.name] = one_field.ui
    table.insert(made.ui["ui:order"], field.name)
    if field.needed then table.insert(made.schema.required, field.name) end
  end
  table.insert(made.ui["ui:order"], "*")
  if #made.schema.required == 0 then made.schema.required = nil end
  return made
end

local function register_of(shape)
  local entry = entry_of(shape)
  return piece({ title = shape.title, description = shape.help,
    type = { "array", "null" }, items = entry.schema }, { items = entry.ui })
end

-- ---- the whole ----------------------------------------------------------

local ORDER <const> = { "format", "assessment", "member", "evidence",
  "facilities", "all_facilities", "records", "findings", "*" }

function rjsf.build(model, host)
  local s = { json = host.json, ui = {}, shapes = {}, count = 0,
    definitions = { [words.EVIDENCE_ID:match "[^/]+$"] = { type = "string" } } }
  local objects, facilities = topics.of(model), model.vocabulary.facilities
  local parts = { assessment = object_of(objects.assessment, s),
    member = object_of(objects.member, s),
    all_facilities = object_of(objects.all_facilities, s),
    facilities = list_of({ list = facilities, item = objects.facility,
      title = "Facilities" }, s) }
  for _, name in ipairs(register_fields.NAMES) do
    parts[name] = register_of(register_fields[name])
  end
  local schema = { ["$schema"] = "http://json-schema.org/draft-07/schema#",
    title = "Dossier", type = "object", required = { "format" },
    properties = { format = { const = dossier.FORMAT } },
    definitions = s.definitions }
  local ui = { format = HIDDEN, ["ui:order"] = ORDER }
  parts.all_facilities.ui["ui:enableOptionalDataFieldForType"] = { "object" }
  for name, part in pairs(parts) do
    schema.properties[name], ui[name] = part.schema, part.ui
  end
  return { format = "cop11.form/1", library = "@rjsf/core", props = {
    schema = schema, uiSchema = ui, liveValidate = false,
    experimental_defaultFormStateBehavior = {
      emptyObjectFields = "skipEmptyDefaults",
      arrayMinItems = { populate = "never" } } } }
end

return rjsf
