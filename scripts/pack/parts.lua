-- What kind of value each part of a declaration holds, looked at before anything
-- reads it: authors write programs, so any value can stand anywhere.
-- Conditions are for parse.lua to say; what is of kind "any" is looked at where it
-- is read.

local declarations = require "pack.declarations"
local say <const> = require "base.diagnostic".new

local parts = {}

local kinds = {}

function kinds.text(value) return type(value) == "string" end
function kinds.flag(value) return type(value) == "boolean" end
function kinds.list(value) return type(value) == "table" end

function kinds.number(value)
  return type(value) == "number" and value == value
    and value > -math.huge and value < math.huge
end

-- A list of texts and nothing else.
function kinds.texts(value)
  if type(value) ~= "table" then return false end
  local size = #value
  for i = 1, size do
    if type(value[i]) ~= "string" then return false end
  end
  for _ in pairs(value) do size = size - 1 end
  return size == 0
end

parts.is_texts = kinds.texts

-- A text under each name.
function kinds.titles(value)
  if type(value) ~= "table" then return false end
  for key, text in pairs(value) do
    if type(key) ~= "string" or type(text) ~= "string" then return false end
  end
  return true
end

-- Rows of ratings { ... }.
kinds.row = kinds.titles

-- How each kind is called, and how it is written.
local SAID <const> = { text = "a text in quotes", flag = "true or false",
  number = "a number", texts = "a list of texts in braces",
  titles = "names with a text each, in braces",
  list = "a list in braces", row = "lapse and absent, in braces",
  facts = "a list of facts in braces" }
local WRITTEN <const> = { text = '"..."', flag = "true", number = "3",
  texts = '{ "..." }', titles = '{ name = "..." }', list = "{ ... }",
  row = '{ lapse = "...", absent = "..." }', facts = '{ fact "..." { ... } }' }

-- Names that paths and pointers are made of.
local PATHS <const> = { fact = true, list = true, parameter = true }

local function is_path(name)
  return (name .. "."):gsub("[%l%d_][%l%d_-]*%.", "") == ""
end

-- "Arms.Used by guards" -> "arms.used_by_guards"
local function as_path(name)
  local plain = name:lower():gsub("%s+", "_")
  return is_path(plain) and plain or nil
end

-- A fact as its word returned it, written inside a list; what is wrong with one is
-- told of itself.
function kinds.facts(value)
  if type(value) ~= "table" then return false end
  for _, fact in ipairs(value) do
    if type(fact) ~= "table" or fact.word ~= "fact"
      or type(fact.name) ~= "string" or type(fact.body) ~= "table"
      or math.type(fact.line) ~= "integer" then
      return false
    end
  end
  return true
end

-- How a part is to be written; texts that stand in one pair of quotes can stay.
local function written(kind, value)
  if kind == "texts" and type(value) == "string" and #value <= 80 then
    return ('{ "%s" }'):format(value:gsub("%s*,%s*", '", "'))
  end
  return WRITTEN[kind]
end

-- What is wrong with a declaration, or nil; the first name in byte order, so
-- that the answer is the same each time.
function parts.problem(declaration)
  if PATHS[declaration.word] and not is_path(declaration.name) then
    local path = as_path(declaration.name)
    return say("name-no-path", { it = declaration.name, path = path },
      path and "write-path")
  end
  local wrong
  local kind_of = declarations.KINDS[declaration.word]
  for key, value in pairs(declaration.body) do
    local fits = kinds[kind_of[key]]
    if fits and not fits(value) and (not wrong or key < wrong) then
      wrong = key
    end
  end
  local kind = kind_of[wrong]
  return wrong and say("part-kind", { it = wrong, kind = SAID[kind],
    written = written(kind, declaration.body[wrong]) })
end

return parts
