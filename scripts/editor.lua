-- The words of rules, and the facts, points and checks of a pack, as type
-- definitions in the notation of the Lua language server: editors then complete
-- them, show the question of each fact, and mark names there are not.

local examples_read = require "examples.read"
local kinds = require "pack.kinds"
local points = require "model.points"
local releases = require "model.releases"
local sorted_keys = require "base.sorted_keys"
local values = require "base.values"
local vocabulary = require "model.vocabulary"
local words = require "editor.words"

local editor = {}

-- ---- writing ------------------------------------------------------------

local function add(lines, text, ...)
  lines[#lines + 1] = select("#", ...) > 0 and text:format(...) or text
end

local function one_line(text)
  return (tostring(text):gsub("%c+", " "))
end

local function typed(name)
  return (name:gsub("@", "cop11."))
end

-- One of several texts, each with what it stands for.
local function alias(lines, name, list)
  add(lines, "")
  add(lines, "---@alias cop11.%s", name)
  for _, one in ipairs(list) do
    local says = one[2] and " # " .. one_line(one[2]) or ""
    add(lines, "---| %q%s", one_line(one[1]), says)
  end
  if #list == 0 then add(lines, "---| string") end
end

local function field(lines, key, type, says)
  local name = key:find "^%[" and key or key:find "[^%w_]"
    and ("[%q]?"):format(key) or key .. "?"
  add(lines, "---@field %s %s%s", name, typed(type),
    says and " " .. one_line(says) or "")
end

local function class(lines, name, parts, more)
  add(lines, "")
  add(lines, "---@class cop11.%s", name)
  for _, part in ipairs(parts) do field(lines, table.unpack(part)) end
  for _, part in ipairs(more or {}) do field(lines, table.unpack(part)) end
end

-- ---- what the pack holds ------------------------------------------------

local STATEMENTS <const> = { count = { "is at least 1", "is exactly 0" },
  ["yes/no"] = { "is yes", "is no" },
  date = { "is on or after today", "is before today" } }

-- The sentences that begin a condition on `entry`; a number that is no more
-- than "any" or "none" would be an invented limit.
local function statements(entry)
  if not entry.values then return STATEMENTS[entry.type] or {} end
  local list = {}
  for i, value in ipairs(entry.values) do
    list[i] = (entry.type == "choices" and "includes " or "is ") .. value
  end
  return list
end

local KINDS <const> = { ["yes/no"] = "yes or no", choice = "one of %s",
  choices = "any of %s", count = "a count", percent = "percent",
  number = "a number", months = "months", date = "a date", text = "a text" }

-- "yes or no", "one of yes, mixed, no", "a count of persons".
local function kind_of(entry)
  local kind = (KINDS[entry.type] or entry.type):format(table.concat(
    entry.values or {}, ", "))
  local unit = entry.unit and entry.unit ~= kind and " of " .. entry.unit or ""
  return kind .. unit
end

-- The question, and what can answer it.
local function says_of(entry, list)
  return ("%s%s (%s)"):format(list and ("Of %s: "):format(list.path) or "",
    entry.ask or entry.path, kind_of(entry))
end

local function each_entry(m, see)
  for _, entry in ipairs(m.vocabulary.ordered) do see(entry) end
  for _, list in ipairs(m.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do see(entry, list) end
  end
end

-- The names of facts, those that need no item, and the sentences.
local function facts_of(m)
  local names, outside, sentences, seen = {}, {}, {}, {}
  each_entry(m, function(entry, list)
    local says = says_of(entry, list)
    if not seen[entry.path] then names[#names + 1] = { entry.path, says } end
    if not list then outside[#outside + 1] = { entry.path, "any", says } end
    seen[entry.path] = true
    for _, phrase in ipairs(statements(entry)) do
      sentences[#sentences + 1] = { entry.path .. " " .. phrase, says }
    end
  end)
  return names, outside, sentences
end

local function pairs_of(list, key, says)
  local result = {}
  for i, one in ipairs(list) do result[i] = { one[key], one[says] } end
  return result
end

local function plain(list)
  local result = {}
  for i, value in ipairs(list) do result[i] = { value } end
  return result
end

local function aliases(lines, m, lists)
  alias(lines, "list", lists)
  local settings = {}
  for i, entry in ipairs(m.parameter_list) do
    settings[i] = { entry.path, says_of(entry) }
  end
  alias(lines, "parameter", settings)
  alias(lines, "point", pairs_of(m.point_list, "id", "says"))
  alias(lines, "check_id", pairs_of(m.checks, "id", "title"))
  alias(lines, "type", plain(values.TYPES))
  alias(lines, "scope", plain(vocabulary.SCOPES))
  alias(lines, "outcome", plain(examples_read.OUTCOMES))
  alias(lines, "effect", plain(releases.EFFECTS))
  alias(lines, "strength", plain { "information",
    table.unpack(points.STRENGTHS) })
end

-- ---- what the language holds --------------------------------------------

local function declaring(lines, word)
  local says, name, parts = table.unpack(words.DECLARING[word], 1, 3)
  class(lines, word .. ".parts", parts)
  add(lines, "")
  add(lines, "---%s", says)
  local body = ("cop11.%s.parts"):format(word)
  add(lines, "---@param %s %s", name and "name" or "body",
    name and typed(name) or body)
  add(lines, "---@return %s", name and ("fun(body: %s): table"):format(body)
    or "table")
  add(lines, "function %s(%s) end", word, name and "name" or "body")
end

local function joining(lines, word)
  local says, name, body = table.unpack(kinds.WORDS[word], 1, 3)
  add(lines, "")
  add(lines, "---%s", says)
  if name then
    add(lines, "---@param name %s", typed(name))
    add(lines, "---@return fun(body: %s): cop11.group", typed(body))
  else
    add(lines, "---@param body %s", typed(body))
    add(lines, "---@return cop11.group")
  end
  if kinds.WORDS[word].items then
    add(lines, "---@overload fun(name: cop11.list): fun(body: %s): cop11.group",
      typed(kinds.WORDS[word].items))
  end
  add(lines, "function %s(%s) end", word, name and "name" or "body")
end

-- ---- the whole ----------------------------------------------------------

local HEAD <const> = { "---@meta cop11",
  "-- The words of rules and the facts of the pack, for editors.",
  "-- Written by cop11; not to be changed by hand." }

-- Parts of examples that are named as the lists are.
local function items_of(lists)
  local fields = {}
  for i = 2, #lists do fields[i - 1] = { lists[i][1], "table", lists[i][2] } end
  return fields
end

-- The definitions for the pack of model `m`, line by line (cop11.editor/1).
function editor.build(m, host)
  local lines = table.move(HEAD, 1, #HEAD, 1, {})
  local names, outside, sentences = facts_of(m)
  local lists = pairs_of(m.vocabulary.ordered_lists, "path", "ask")
  table.insert(lists, 1, { "facilities", "Which facilities are there?" })
  alias(lines, "fact", names)
  alias(lines, "sentence", sentences)
  add(lines, "")
  add(lines, "---@alias cop11.condition cop11.sentence|string|cop11.group")
  aliases(lines, m, lists)
  class(lines, "facts", { { "[integer]", "@sentence|string",
    "What is known, as a sentence." } }, outside)
  for _, shape in ipairs(words.SHAPES) do
    class(lines, shape[1], shape[2],
      shape[1] == "example" and items_of(lists) or nil)
  end
  for _, word in ipairs(sorted_keys(words.DECLARING)) do declaring(lines, word) end
  for _, word in ipairs(sorted_keys(kinds.WORDS)) do joining(lines, word) end
  return { format = "cop11.editor/1", lines = host.json.array(lines) }
end

return editor
