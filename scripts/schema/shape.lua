-- Whether a document has the shape that a schema of fields.lua describes.
-- Patterns are not looked at, and fields that the schema does not know are let
-- be: a later version may have added them.

local shape = {}

local KINDS <const> = { array = "a list", boolean = "true or false",
  integer = "a whole number", null = "null", number = "a number",
  object = "an object", string = "a text" }
local VALUE_COST <const> = 2

local find -- forward

-- ---- kinds of values ----------------------------------------------------

-- An empty table may be either: lua-cjson decodes both to the same.
local function is_kind(value, kind)
  if type(value) == "table" then
    return next(value) == nil and (kind == "array" or kind == "object")
      or (kind == "array") == (value[1] ~= nil)
        and (kind == "array" or kind == "object")
  elseif type(value) == "number" then
    return kind == "number" or kind == "integer"
      and math.tointeger(value) ~= nil
  elseif type(value) == "userdata" then
    return kind == "null"
  end
  return type(value) == kind
end

-- Of a value its kind alone: it may be sensitive.
local function found(value)
  for _, kind in ipairs { "array", "boolean", "null", "number", "string" } do
    if is_kind(value, kind) then return KINDS[kind] end
  end
  return KINDS.object
end

local function expected(what, value)
  return "", ("expected %s, found %s"):format(what, found(value))
end

-- ---- one word of a schema -----------------------------------------------

local words = {}

function words.type(value, kinds)
  if type(kinds) == "string" then
    if is_kind(value, kinds) then return nil end
    return expected(KINDS[kinds], value)
  end
  local names = {}
  for i, kind in ipairs(kinds) do
    if is_kind(value, kind) then return nil end
    names[i] = KINDS[kind]
  end
  return expected(table.concat(names, " or "), value)
end

function words.const(value, wanted)
  if value == wanted then return nil end
  return "", "expected " .. tostring(wanted)
end

function words.enum(value, wanted)
  for _, one in ipairs(wanted) do
    if value == one then return nil end
  end
  return "", "expected one of: " .. table.concat(wanted, ", ")
end

function words.required(value, names)
  if not is_kind(value, "object") then return nil end
  for _, name in ipairs(names) do
    if value[name] == nil then return "", ("'%s' is missing"):format(name) end
  end
end

words["$ref"] = function(value, pointer, c)
  return find(value, c.root.definitions[pointer:match "[^/]+$"], c)
end

function words.allOf(value, list, c)
  for _, schema in ipairs(list) do
    local pointer, message = find(value, schema, c)
    if pointer then return pointer, message end
  end
end

function words.anyOf(value, list, c)
  local pointer, message
  for _, schema in ipairs(list) do
    pointer, message = find(value, schema, c)
    if not pointer then return nil end
  end
  return pointer, message
end
words.oneOf = words.anyOf

-- ---- what is inside -----------------------------------------------------

function words.items(value, schema, c)
  if not is_kind(value, "array") then return nil end
  for i, item in ipairs(value) do
    local pointer, message = find(item, schema, c)
    if pointer then return "/" .. i - 1 .. pointer, message end
  end
end

-- In one order, so that the first problem is always the same.
local function sorted_names(object, c)
  local names = c.names[object]
  if not names then
    names = {}
    for name in next, object do names[#names + 1] = name end
    table.sort(names)
    c.names[object] = names
  end
  return names
end

local function find_in(value, name, schema, c)
  local pointer, message = find(value[name], schema, c)
  if not pointer then return nil end
  return "/" .. name:gsub("~", "~0"):gsub("/", "~1") .. pointer, message
end

function words.properties(value, properties, c)
  if not is_kind(value, "object") then return nil end
  for _, name in ipairs(sorted_names(properties, c)) do
    if value[name] ~= nil then
      local pointer, message = find_in(value, name, properties[name], c)
      if pointer then return pointer, message end
    end
  end
end

function words.additionalProperties(value, schema, c)
  if type(schema) ~= "table" or not is_kind(value, "object") then return nil end
  for _, name in ipairs(sorted_names(value, c)) do
    local pointer, message = find_in(value, name, schema, c)
    if pointer then return pointer, message end
  end
end

-- ---- the whole ----------------------------------------------------------

local ORDER <const> = { "type", "const", "enum", "required", "$ref", "allOf",
  "anyOf", "oneOf", "properties", "additionalProperties", "items" }

function find(value, schema, c)
  c.charge(VALUE_COST)
  for _, word in ipairs(ORDER) do
    local argument = schema[word]
    if argument ~= nil then
      local pointer, message = words[word](value, argument, c)
      if pointer then return pointer, message end
    end
  end
end

-- The JSON Pointer and text of the first problem of `document`; nil where it
-- has the shape.
function shape.problem(document, schema, charge)
  return find(document, schema, { root = schema, names = {}, charge = charge })
end

return shape
