-- What a form for react-jsonschema-form is put together from: plain controls, each
-- a schema and how the library is to show it.

local controls = require "form.controls"
local patterns = require "schema.patterns"
local words = require "form.words"

local pieces = {}

-- ---- rows ---------------------------------------------------------------

pieces.ROW = "clearfix"

-- The class by which field `k` of a run of `count` small ones lies in a theme of
-- Bootstrap: three in a row, and two in the last rows where one would be left over.
local function width(k, count)
  local in_pairs = count % 3 == 0 and 0 or count % 3 == 2 and 2 or 4
  if count == 1 then return "col-md-12" end
  return k > count - in_pairs and "col-md-6" or "col-md-4"
end

-- The class of each of `count` fields; is_small(i): it needs no row of its own.
function pieces.widths(count, is_small)
  local classes, first = {}, 1
  for i = 1, count do
    if not is_small(i) then
      classes[i], first = width(1, 1), i + 1
    elseif i == count or not is_small(i + 1) then
      for k = first, i do classes[k] = width(k - first + 1, i - first + 1) end
      first = i + 1
    end
  end
  return classes
end

-- ---- pieces -------------------------------------------------------------

local HIDDEN <const> = { ["ui:widget"] = "hidden" }

-- A piece of a form: its schema, and how the library is to show it.
local function piece(schema, ui) return { schema = schema, ui = ui or {} } end

-- A reference to a definition of `schema`, shown as `ui` says where it is given.
-- What is the same is defined once: a validator compiles each definition once,
-- and large schemas very slowly.
local function shared(s, schema, prefix, ui)
  local key = s.json.write { schema, ui }
  if not s.shapes[key] then
    s.count = s.count + 1
    s.shapes[key] = ("#/definitions/%s-%d"):format(prefix, s.count)
    s.definitions[s.shapes[key]:match "[^/]+$"] = schema
    s.ui[s.shapes[key]] = ui
  end
  return { ["$ref"] = s.shapes[key] }
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

-- An enum, since a form takes the constants of a oneOf as defaults; of yes and no
-- without a type, for the library's control for that shows no words before a choice.
-- These are `words.NOT_KNOWN`, or `first`.
local function one(options, first)
  local values, titles = controls.values(options)
  return piece({ enum = values, type = type(values[1]) == "string" and "string" or nil },
    { ["ui:enumNames"] = titles, ["ui:widget"] = "select",
      ["ui:placeholder"] = first or words.NOT_KNOWN })
end

local function several(options)
  local values, titles = controls.values(options)
  return piece({ type = "array", uniqueItems = true,
    items = { type = "string", enum = values } },
    { ["ui:widget"] = "checkboxes", ["ui:enumNames"] = titles })
end

local function text() return piece { type = { "string", "null" } } end

-- What must be said, in a line or in several.
local function line() return piece { type = "string", minLength = 1 } end

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
  text = line,
  country = function()
    return piece({ type = "string", pattern = patterns.COUNTRY },
      { ["ui:placeholder"] = "PE" })
  end,
}

local function value_of(control) return PLAIN[control.kind](control) end

local NO_LABEL <const> = { ["ui:label"] = false }

local function evidence_id() return { ["$ref"] = words.EVIDENCE_ID } end

-- An answer of whatever type.
local function any_answer()
  local yes_no = one(controls.YES_NO, words.CHOOSE)
  yes_no.schema.title, yes_no.ui["ui:label"] = "Yes or no", false
  local schema = { anyOf = { { title = "Text", type = "string" }, yes_no.schema,
    { title = "Number", type = "number" },
    { title = "List", type = "array", items = { type = "string" } } } }
  return piece(schema, { anyOf = { NO_LABEL, yes_no.ui, NO_LABEL, NO_LABEL } })
end

-- Ids of evidence; or some of them with what they say.  Their order says nothing.
local function all_evidence()
  local says = any_answer().ui
  says["ui:title"] = words.TITLES.says
  local supports = one(controls.SUPPORTS, words.CHOOSE)
  supports.schema.title = "Speaks"
  local leg = { title = "What it says", type = "object", required = { "id" },
    properties = { id = evidence_id(), says = { ["$ref"] = "#/definitions/answer" },
      supports = supports.schema } }
  local unordered = { orderable = false }
  local leg_ui = { ["ui:label"] = false, ["ui:order"] = { "id", "says", "supports", "*" },
    says = says, supports = supports.ui,
    id = { ["ui:title"] = words.TITLES.evidence, ["ui:placeholder"] = words.WHICH } }
  local named = { ["ui:label"] = false, ["ui:placeholder"] = words.WHICH }
  return piece({ anyOf = {
    { title = "For the answer", type = "array", items = evidence_id() },
    { title = "For or against the answer", type = "array",
      items = { anyOf = { { title = "For the answer", allOf =
        { evidence_id() } }, leg } } } } },
    { anyOf = { { ["ui:label"] = false, ["ui:options"] = unordered, items = named },
      { ["ui:label"] = false, ["ui:options"] = unordered, items = { ["ui:label"] = false,
        anyOf = { named, leg_ui } } } } })
end

-- What is the same at every question is defined once.
local EVIDENCE <const> = "#/definitions/evidence"

local function evidence() return piece { ["$ref"] = EVIDENCE } end

-- Puts what the pieces refer to into the definitions of a form, `s`.
function pieces.define(s)
  local made = all_evidence()
  s.definitions.evidence, s.ui[EVIDENCE] = made.schema, made.ui
  s.definitions.answer = any_answer().schema
  s.definitions[words.EVIDENCE_ID:match "[^/]+$"] = { type = "string" }
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
    local is_object = way.schema.type == "object"
    made.schema.anyOf[i] = is_object and shared(s, way.schema, "way", way.ui) or way.schema
    made.ui.anyOf[i] = is_object and {} or way.ui
  end
  return made
end

pieces.piece = piece
pieces.shared = shared
pieces.condition = condition
pieces.one = one
pieces.several = several
pieces.text = text
pieces.line = line
pieces.reason = reason
pieces.day = day
pieces.value_of = value_of
pieces.any_answer = any_answer
pieces.evidence = evidence
pieces.constant = constant
pieces.any_of = any_of
pieces.HIDDEN = HIDDEN

return pieces
