-- A validator for the part of JSON Schema (draft-07) that our schemas use, so
-- that specs can judge with them.  tests/hosts/python/schemas.py does the same
-- with a validator that is not ours.

local support = require "support.host"
local patterns = require "schema.patterns"

local json_schema = {}
local valid -- forward

-- ---- what a value is ----------------------------------------------------

local function is_array(value)
  return type(value) == "table"
    and (value[1] ~= nil or getmetatable(value) == support.json.array_mt)
end

local function is_object(value)
  return type(value) == "table" and not is_array(value)
end

local TYPES = {
  null = function(value) return value == support.json.null end,
  boolean = function(value) return type(value) == "boolean" end,
  string = function(value) return type(value) == "string" end,
  number = function(value) return type(value) == "number" end,
  integer = function(value)
    return type(value) == "number" and value % 1 == 0
  end,
  array = is_array, object = is_object,
}

local function same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key in pairs(a) do if not same(a[key], b[key]) then return false end end
  for key in pairs(b) do if a[key] == nil then return false end end
  return true
end

-- Patterns in Lua's own terms, since Lua has no regular expressions.
local dates = require "base.dates"
local MATCHES = {
  [patterns.DAY] = function(text)
    return #text == 10 and dates.parse(text) ~= nil
  end,
  [patterns.DATE] = function(text) return dates.parse(text) ~= nil end,
  [patterns.DATE_OR_NEVER] = function(text)
    return text == "never" or dates.parse(text) ~= nil
  end,
  [patterns.TEXT] = require("base.values").is_text,
  [patterns.DIGEST] = function(text)
    return #text == 64 and not text:find("[^0-9a-f]")
  end,
  [patterns.COUNTRY] = require("base.countries").is_code,
  ["^(/.*)?$"] = function(text)
    return text == "" or text:sub(1, 1) == "/"
  end,
}

-- The keys of an object: "^(x-.*|a|b)$".
local function is_key(text, pattern)
  local names = pattern:match "^%^%(x%-%.%*|(.*)%)%$$"
  return text:sub(1, 2) == "x-" or ("|" .. names .. "|"):find("|"
    .. text:gsub("%$", "\\x24") .. "|", 1, true) ~= nil
end

-- ---- keywords -----------------------------------------------------------

local keywords = {}

function keywords.type(value, types)
  for _, name in ipairs(type(types) == "table" and types or { types }) do
    if TYPES[name](value) then return true end
  end
  return false
end

function keywords.const(value, wanted) return same(value, wanted) end

function keywords.enum(value, list)
  for _, wanted in ipairs(list) do
    if same(value, wanted) then return true end
  end
  return false
end

function keywords.minimum(value, least)
  return type(value) ~= "number" or value >= least
end

function keywords.maximum(value, most)
  return type(value) ~= "number" or value <= most
end

function keywords.pattern(value, pattern)
  if type(value) ~= "string" then return true end
  return (MATCHES[pattern] or is_key)(value, pattern)
end

function keywords.minItems(value, least)
  return not is_array(value) or #value >= least
end

function keywords.uniqueItems(value)
  for i = 1, is_array(value) and #value or 0 do
    for k = 1, i - 1 do
      if same(value[i], value[k]) then return false end
    end
  end
  return true
end

function keywords.items(value, schema, root)
  for _, item in ipairs(is_array(value) and value or {}) do
    if not valid(item, schema, root) then return false end
  end
  return true
end

function keywords.contains(value, schema, root)
  for _, item in ipairs(is_array(value) and value or {}) do
    if valid(item, schema, root) then return true end
  end
  return not is_array(value)
end

function keywords.required(value, names)
  for _, name in ipairs(is_object(value) and names or {}) do
    if value[name] == nil then return false end
  end
  return true
end

function keywords.properties(value, properties, root)
  if not is_object(value) then return true end
  for name, schema in pairs(properties) do
    if value[name] ~= nil and not valid(value[name], schema, root) then
      return false
    end
  end
  return true
end

function keywords.additionalProperties(value, schema, root, whole)
  if not is_object(value) or schema == true then return true end
  for name, inner in pairs(value) do
    local known = whole.properties and whole.properties[name] ~= nil
    if not known and (schema == false or not valid(inner, schema, root)) then
      return false
    end
  end
  return true
end

function keywords.maxProperties(value, most)
  local count = 0
  for _ in pairs(is_object(value) and value or {}) do count = count + 1 end
  return count <= most
end

function keywords.propertyNames(value, schema, root)
  for name in pairs(is_object(value) and value or {}) do
    if not valid(name, schema, root) then return false end
  end
  return true
end

local function count_valid(value, list, root)
  local count = 0
  for _, schema in ipairs(list) do
    if valid(value, schema, root) then count = count + 1 end
  end
  return count
end

function keywords.anyOf(value, list, root)
  return count_valid(value, list, root) > 0
end

function keywords.oneOf(value, list, root)
  return count_valid(value, list, root) == 1
end

function keywords.allOf(value, list, root)
  return count_valid(value, list, root) == #list
end

keywords["not"] = function(value, schema, root)
  return not valid(value, schema, root)
end

keywords["if"] = function(value, schema, root, whole)
  local branch = whole[valid(value, schema, root) and "then" or "else"]
  return branch == nil or valid(value, branch, root)
end

keywords["$ref"] = function(value, pointer, root)
  local name = pointer:match("^#/definitions/(.+)$")
  return valid(value, assert(root.definitions[name], pointer), root)
end

-- Words that judge nothing here, or together with another one.
local SILENT = { ["$schema"] = true, definitions = true, description = true,
  format = true, ["else"] = true, ["then"] = true, title = true }

function valid(value, schema, root)
  if type(schema) == "boolean" then return schema end
  for word, argument in pairs(schema) do
    local judge = keywords[word]
    assert(judge or SILENT[word], "the validator does not know " .. word)
    if judge and not judge(value, argument, root, schema) then return false end
  end
  return true
end

-- Whether `value` is what `schema` describes.
function json_schema.valid(value, schema)
  return valid(value, schema, schema)
end

-- ---- what a schema leaves out -------------------------------------------

local undescribed -- forward

-- The schemas that may speak of a value, through references and choices.
local function spoken(schema, root, out)
  local pointer = schema["$ref"]
  if pointer then
    return spoken(root.definitions[pointer:match("[^/]+$")], root, out)
  end
  out[#out + 1] = schema
  for _, word in ipairs { "anyOf", "allOf" } do
    for _, inner in ipairs(schema[word] or {}) do spoken(inner, root, out) end
  end
  return out
end

local function look_into(value, schemas, root, path, out)
  for name, inner in pairs(value) do
    local found = false
    for _, schema in ipairs(schemas) do
      local property = schema.properties and schema.properties[name]
        or type(name) == "number" and schema.items
        or type(schema.additionalProperties) == "table"
          and schema.additionalProperties
      if property and valid(inner, property, root) then
        found = true
        undescribed(inner, property, root, path .. "/" .. name, out)
      end
    end
    if not found then out[#out + 1] = path .. "/" .. name end
  end
end

function undescribed(value, schema, root, path, out)
  if type(value) ~= "table" then return end
  local schemas, open = spoken(schema, root, {}), false
  for _, one in ipairs(schemas) do
    if one == root.definitions.value then open = true end
  end
  if not open then look_into(value, schemas, root, path, out) end
end

-- The paths of everything in `value` that `schema` says nothing about.
function json_schema.undescribed(value, schema)
  local out = {}
  undescribed(value, schema, schema, "", out)
  table.sort(out)
  return out
end

return json_schema
