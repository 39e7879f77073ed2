-- The dossier as a form for react-jsonschema-form: the properties of its <Form>.
-- What a person chooses for each question is how it is answered.  Where nothing
-- is chosen, the answer is not known and the dossier does not hold it.

local dossier = require "dossier"
local register_fields = require "schema.register_fields"
local topics = require "form.topics"
local words = require "form.words"
local pieces = require "form.rjsf.pieces"
local ways = require "form.rjsf.ways"

local rjsf = {}

local piece <const>, shared <const>, condition <const>, one <const> =
  pieces.piece, pieces.shared, pieces.condition, pieces.one
local text <const>, day <const>, evidence <const>, any_of <const> =
  pieces.text, pieces.day, pieces.evidence, pieces.any_of
local HIDDEN <const> = pieces.HIDDEN
local ROW <const> = pieces.ROW
local details <const>, append <const>, ways_of <const> =
  ways.details, ways.append, ways.ways_of

-- ---- objects ------------------------------------------------------------

local object_of -- forward

local function list_of(part, s)
  local list, name = part.list, part.list.path .. "-item" .. s.variant
  if not s.definitions[name] then
    local item = object_of(part.item, s)
    s.definitions[name] = item.schema
    s.ui["#/definitions/" .. name] = item.ui
  end
  local items = { type = "array", items = { ["$ref"] = "#/definitions/"
    .. name } }
  local ui = {}
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
  local schema = shared(s, made.schema, "answer", made.ui)
  schema.title, schema.description = words.label(entry), words.help(entry)
  return piece(schema)
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
  prose = function()
    local made = text()
    made.ui = { ["ui:widget"] = "textarea", ["ui:options"] = { rows = 2 } }
    return made
  end,
  flag = function() return piece { type = { "boolean", "null" } } end,
  choice = function(field) return one(field.options, field.needed and words.CHOOSE) end,
  ids = function()
    return piece { type = { "array", "null" }, items = { type = "string" } }
  end,
  answer = function() return pieces.any_answer() end,
}

local SHORT <const> = 24 -- letters of a choice that a part of a row can show

-- Whether a field can stand beside others.
local function is_small(field)
  if field.description or field.kind == "prose" then return false end
  for _, option in ipairs(field.options or {}) do
    if #option.title > SHORT then return false end
  end
  return true
end

local function entry_of(shape)
  local made = piece({ title = shape.item or shape.title, type = "object",
    properties = {}, required = {} }, { ["ui:order"] = {},
      ["ui:classNames"] = ROW })
  local widths = pieces.widths(#shape.fields, function(i)
    return is_small(shape.fields[i])
  end)
  for i, field in ipairs(shape.fields) do
    local one_field = REGISTER[field.kind](field)
    one_field.schema.title = field.title
    one_field.schema.description = field.description
    one_field.ui["ui:classNames"] = widths[i]
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

local function facilities_of(model, facility, s)
  return list_of({ list = model.vocabulary.facilities, item = facility,
    title = "Facilities" }, s)
end

-- Asks of facilities what the Member's own facts leave open: each gate gives
-- them once more, and the first that does not hold decides.
local function gate(schema, model, gated, s)
  local facilities = schema.properties.facilities
  schema.properties.facilities = nil
  local otherwise = { properties = { facilities = facilities } }
  for i = #gated, 1, -1 do
    s.variant = ("-%d"):format(i)
    local asked = facilities_of(model, gated[i].facility, s)
    otherwise = { ["if"] = { required = { "member" },
        properties = { member = shared(s, gated[i].schema, "member") } },
      ["then"] = { properties = { facilities = asked.schema } },
      ["else"] = otherwise }
  end
  schema.allOf = { otherwise }
end

-- Words beside the signs of buttons, and less room around boxes within boxes.
local STYLE <const> = [[
.btn-add::after { content: " Add"; }
.rjsf-array-item-add { width: 100%; margin-left: 0; }
.btn-add.col-xs-12 { float: right; width: auto; }
.rjsf-add-optional-data::after { content: " Open"; }
.rjsf-remove-optional-data::after { content: " Clear"; }
.rjsf-array-item-remove::after { content: " Remove"; }
.rjsf-array-item > [class*="col-xs-"] { width: auto; min-width: 0; flex: 1; }
.rjsf-array-item > .array-item-toolbox { flex: none; }
.panel-body > .form-group, .panel > .form-group { margin-bottom: 5px; }
@media (max-width: 480px) {
  .panel-body, .panel { padding: 2px; border-width: 0 0 0 1px; }
  .rjsf-array-item { flex-direction: column-reverse; border-top: 1px solid #ddd; }
  .rjsf-array-item > [class*="col-xs-"] { width: 100%; flex: none; }
  .row, .array-item-list { margin-left: 0; margin-right: 0; }
  [class*="col-"] { padding-left: 2px; padding-right: 2px; }
}
]]

function rjsf.build(model, host)
  local s = { json = host.json, ui = {}, shapes = {}, count = 0, variant = "",
    definitions = {} }
  pieces.define(s)
  local objects = topics.of(model)
  local parts = { assessment = object_of(objects.assessment, s),
    member = object_of(objects.member, s),
    all_facilities = object_of(objects.all_facilities, s),
    facilities = facilities_of(model, objects.facility, s) }
  for _, name in ipairs(register_fields.NAMES) do
    parts[name] = register_of(register_fields[name])
  end
  local schema = { ["$schema"] = "http://json-schema.org/draft-07/schema#",
    title = "Dossier", type = "object", required = { "format" },
    properties = { format = { const = dossier.FORMAT } },
    definitions = s.definitions }
  local ui = { format = HIDDEN, ["ui:order"] = ORDER,
    ["ui:definitions"] = s.ui }
  parts.all_facilities.ui["ui:enableOptionalDataFieldForType"] = { "object" }
  -- After each change the library gives an object that is said to be one all the objects
  -- in it, though nobody answered there; of one that shows by its properties, it does not.
  for _, name in ipairs { "assessment", "member", "all_facilities" } do
    parts[name].schema.type = nil
  end
  for name, part in pairs(parts) do
    schema.properties[name], ui[name] = part.schema, part.ui
  end
  gate(schema, model, objects.gated, s)
  return { format = "cop11.form/1", library = "@rjsf/core", style = STYLE, props = {
    schema = schema, uiSchema = ui, liveValidate = false,
    experimental_defaultFormStateBehavior = {
      emptyObjectFields = "skipEmptyDefaults",
      arrayMinItems = { populate = "never" } } } }
end

return rjsf
