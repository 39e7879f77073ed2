-- What a form for JSON Forms is put together from: schemas of plain controls, and
-- elements of its uischema.

local controls = require "form.controls"
local patterns = require "schema.patterns"
local words = require "form.words"

local pieces = {}

-- The branches in which what is given plainly has its schema, and what may be chosen
-- in its place.
local PLAIN <const>, INSTEAD <const> = "anyOf/0/", "anyOf/1/"

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

-- Evidence with what it says of the answer; a cell of its table shows no set.
local function legs(answer)
  local says = answer.kind ~= "several" and value_of(answer) or nil
  if says then says.title = words.TITLES.says end
  return { type = "array", items = { type = "object", properties = {
    id = { title = "Evidence", ["$ref"] = words.EVIDENCE_ID }, says = says,
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

-- Two beside each other: the library cuts the labels of more on a phone.
local function rows(elements, shown)
  local all = {}
  for i = 1, #elements, 2 do
    all[#all + 1] = layout("HorizontalLayout", { elements[i], elements[i + 1] })
  end
  return layout("VerticalLayout", all, shown)
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

pieces.word = word
pieces.several = several
pieces.value_of = value_of
pieces.shared = shared
pieces.text = text
pieces.flag = flag
pieces.ids = ids
pieces.legs = legs
pieces.scope_of = scope_of
pieces.rule = rule
pieces.control = control
pieces.layout = layout
pieces.joined = joined
pieces.append = append
pieces.put = put
pieces.rows = rows
pieces.new_object = new_object
pieces.PLAIN = PLAIN
pieces.INSTEAD = INSTEAD

return pieces
