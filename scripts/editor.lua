-- The words of rules, and the facts, points and checks of a pack, as type
-- definitions in the notation of the Lua language server: editors then complete
-- them, show the question of each fact, and mark what is misspelt.

local language = require "language"
local parts = require "parts"

local editor = {}

-- ---- fields of declarations ---------------------------------------------

local TYPES <const> = { text = "string", flag = "boolean", number = "number",
  texts = "string[]", titles = "table<string, string>", list = "table",
  row = "table", facts = "table[]" }

local CONDITION <const> = "cop11.condition"
-- Parts that parts.lua leaves to others, or that a pack can complete.
local MORE <const> = {
  check = { applies = CONDITION, expect = CONDITION, points = "cop11.point[]",
    stricter_than = "cop11.check_id" },
  provision = { applies = CONDITION },
  fact = { from = CONDITION, not_applicable_when = CONDITION,
    type = "cop11.type" },
  disagreement = { when = CONDITION, facts = "cop11.fact[]" },
  hint = { when = CONDITION },
  narrow = { applies = CONDITION, because = "string", by = "string",
    until_date = "string" },
  switch_off = { because = "string", by = "string", until_date = "string" },
  parameter = { value = "any", type = "cop11.type" },
}

local SAYS <const> = {
  title = "The good state, in a few words, without a full stop.",
  points = "The points of the guidance it rests on.",
  applies = "When it is asked at all.",
  not_applicable = "The reason printed where it is not asked, as a sentence.",
  expect = "What must be so.",
  met = "The sentence printed where all is well.",
  ask = "What to ask people for.",
  remedy = "What would put it right, as a sentence.",
  prompts = "Things to point out to the auditor.",
  why = "Background for the reader of the rule.",
  retired = "Why the check was given up; its id is never used again.",
  aliases = "Ids that this check had before.",
  otherwise = "The finding where it is not so, as one sentence.",
  source = "Who set it, and where.",
  because = "Why, as a sentence.",
}

-- ---- writing ------------------------------------------------------------

local function add(lines, text, ...)
  lines[#lines + 1] = select("#", ...) > 0 and text:format(...) or text
end

local function one_line(text)
  return (tostring(text):gsub("%c+", " "))
end

local function sorted(map)
  local names = {}
  for name in pairs(map) do names[#names + 1] = name end
  table.sort(names)
  return names
end

-- One of several texts, each with what it stands for.
local function alias(lines, name, values)
  add(lines, "")
  add(lines, "---@alias cop11.%s", name)
  for _, one in ipairs(values) do
    add(lines, "---| %q # %s", one_line(one[1]), one_line(one[2] or ""))
  end
  if #values == 0 then add(lines, "---| string") end
end

-- ---- what the pack holds ------------------------------------------------

local STATEMENTS <const> = { count = { "is at least 1" },
  number = { "is at least 1" }, percent = { "is at least 1" },
  months = { "is at most 12" }, ["yes/no"] = { "is yes", "is no" },
  date = { "is on or after today", "is before today" }, text = {} }

-- The sentences that begin a condition on `entry`.
local function statements(entry)
  if not entry.values then return STATEMENTS[entry.type] or {} end
  local list = {}
  for i, value in ipairs(entry.values) do
    list[i] = (entry.type == "choices" and "includes " or "is ") .. value
  end
  return list
end

local function each_entry(m, see)
  for _, entry in ipairs(m.vocabulary.ordered) do see(entry) end
  for _, list in ipairs(m.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do see(entry, list) end
  end
end

local function facts_of(m)
  local names, sentences, seen = {}, {}, {}
  each_entry(m, function(entry, list)
    local says = (list and ("(%s) "):format(list.path) or "")
      .. (entry.ask or entry.path)
    if not seen[entry.path] then names[#names + 1] = { entry.path, says } end
    seen[entry.path] = true
    for _, words in ipairs(statements(entry)) do
      sentences[#sentences + 1] = { entry.path .. " " .. words, says }
    end
  end)
  return names, sentences
end

local function pairs_of(list, key, says)
  local values = {}
  for i, one in ipairs(list) do values[i] = { one[key], one[says] } end
  return values
end

local function aliases(lines, m)
  local names, sentences = facts_of(m)
  alias(lines, "fact", names)
  alias(lines, "sentence", sentences)
  local lists = pairs_of(m.vocabulary.ordered_lists, "path", "ask")
  table.insert(lists, 1, { "facilities", "Which facilities are there?" })
  alias(lines, "list", lists)
  alias(lines, "parameter", pairs_of(m.parameter_list, "path", "ask"))
  alias(lines, "point", pairs_of(m.point_list, "id", "says"))
  alias(lines, "check_id", pairs_of(m.checks, "id", "title"))
  alias(lines, "type", { { "yes/no" }, { "choice" }, { "choices" }, { "count" },
    { "number" }, { "percent" }, { "months" }, { "date" }, { "text" } })
end

-- ---- what the language holds --------------------------------------------

local function class(lines, word)
  local fields = {}
  for key, kind in pairs(parts.PARTS[word]) do fields[key] = TYPES[kind] end
  for key, type in pairs(MORE[word] or {}) do fields[key] = type end
  add(lines, "")
  add(lines, "---@class cop11.%s.parts", word)
  for _, key in ipairs(sorted(fields)) do
    add(lines, "---@field %s? %s %s", key, fields[key], SAYS[key] or "")
  end
  add(lines, "---@field [integer] any")
end

-- What stands behind a word as its name, where the pack knows the names.
local NAMES <const> = { examples = "cop11.check_id", every = "cop11.list",
  count = "cop11.list", reading = "cop11.parameter",
  narrow = "cop11.check_id", switch_off = "cop11.check_id",
  unnoticed = "cop11.check_id" }

local GROUPS <const> = [[

---@alias cop11.condition cop11.sentence|string|cop11.group

---@alias cop11.group table<any, cop11.condition>

---@class cop11.question
---@field ask string The question to the auditor.
---@field yes? string What a yes means.
---@field no? string What a no means.
---@field otherwise? string The finding where it is not so, as one sentence.
]]

-- What the braces behind the words of conditions hold.
local BODIES <const> = { every = "cop11.group", count = "cop11.group",
  when = "cop11.group", auditor = "cop11.question",
  reading = "table<string, cop11.condition>" }
local SINGLE <const> = { all = "cop11.group", advise = "table",
  compute = "table", any = "cop11.list|cop11.group",
  none = "cop11.list|cop11.group", pack = "cop11.pack.parts",
  ratings = "cop11.ratings.parts", findings = "cop11.findings.parts" }

local function word_of(lines, word)
  add(lines, "")
  if SINGLE[word] then
    add(lines, "---@param body %s", SINGLE[word])
    add(lines, "---@return any")
    return add(lines, "function %s(body) end", word)
  end
  add(lines, "---@param name %s", word == "when" and CONDITION
    or NAMES[word] or "string")
  add(lines, "---@return fun(body: %s): any", BODIES[word]
    or ("cop11.%s.parts"):format(word))
  add(lines, "function %s(name) end", word)
end

-- ---- the whole ----------------------------------------------------------

-- The definitions for the pack of model `m`, line by line (cop11.editor/1).
function editor.build(m, host)
  local lines = { "---@meta cop11", "-- The words of rules and the facts of the "
    .. "pack, for editors.", "-- Written by cop11; not to be changed by hand." }
  aliases(lines, m)
  for line in GROUPS:gmatch "([^\n]*)\n" do add(lines, "%s", line) end
  for _, word in ipairs(sorted(parts.PARTS)) do class(lines, word) end
  for _, word in ipairs(language.WORDS) do
    if word ~= "math" then word_of(lines, word) end
  end
  return { format = "cop11.editor/1", lines = host.json.array(lines) }
end

return editor
