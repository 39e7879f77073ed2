-- The questions of a vocabulary as a UI schema over the dossier's JSON Schema:
-- sections in the order an auditor works, each question with its place in a
-- dossier and in the schema, the checks that need it, and the condition under
-- which it need not be asked.

local condition_tree = require "model.condition_tree"
local dossier = require "dossier"
local fact_card = require "describe.fact_card"
local need = require "describe.need"
local sections = require "describe.sections"

local questionnaire = {}

local FORMAT <const> = "cop11.questionnaire/1"
local ABOUT <const> = {
  pointer = "A JSON Pointer into the dossier.  Each * stands for the number of "
    .. "an item, from 0; where a list is written as an object, /items comes "
    .. "before it.",
  schema = "A JSON Pointer into what cop11_describe gives for dossier-schema.",
  needed_when = "Lists of names of conditions.  The question is needed while, "
    .. "in one of these lists, no condition is known not to hold.  A condition "
    .. "whose facts are unknown, or that holds a word which your program does "
    .. "not know, is not known not to hold: ask.  Without needed_when, always "
    .. "ask.",
  conditions = "What needed_when names: the text, and the same as a tree.  A "
    .. "condition about the items of a list is judged for the item in hand.",
  checks = "The checks that read the fact, directly or through a fact that is "
    .. "worked out from it.",
}

-- ---- when a question is needed ------------------------------------------

-- The conditions that questions name; each stands once.
local function new_conditions()
  return { names = {}, parts = {}, count = 0 }
end

local function name_of(conditions, target, gate)
  local key = need.key_of(target, gate)
  local name = conditions.names[key]
  if not name then
    conditions.count = conditions.count + 1
    name = ("%d"):format(conditions.count)
    conditions.names[key] = name
    conditions.parts[name] = { text = gate.text,
      tree = condition_tree.of(gate) }
  end
  return name
end

-- When `target` is needed, as lists of names; nil where it always is.
local function needed_when(target, use, conditions)
  local alternatives = use and need.alternatives(target, use)
  if not alternatives then return nil end
  local options = {}
  for i, gates in ipairs(alternatives) do
    options[i] = {}
    for k, gate in ipairs(gates) do
      options[i][k] = name_of(conditions, target, gate)
    end
  end
  return options
end

-- ---- questions ----------------------------------------------------------

local SCHEMA_BASES <const> = { assessment = "/properties/assessment",
  member = "/properties/member", facility = "/definitions/facility" }

-- Where the schema of a fact or list stands in dossier-schema.
local function schema_pointer(target)
  local base = target.list and "/definitions/" .. target.list.path .. "-item"
    or SCHEMA_BASES[target.scope]
  local suffix = target.suffix:gsub("/", "/properties/")
  if target.scope ~= "facility" or #(target.keys or {}) < 2 then
    return base .. suffix
  end
  return base .. "-" .. suffix:sub(#"/properties/" + 1) -- a topic of its own
end

local function question_of(entry, use, conditions, json)
  local question = fact_card.of(entry, use, json)
  question.schema = schema_pointer(entry)
  question.needed_when = needed_when(entry, use, conditions)
  question.required = entry.path == "facility.id" or nil
  question.worked_out_from = entry.from and entry.from.text
  question.not_applicable_when = entry.na_when and entry.na_when.text
  return question
end

local function section_part(section, uses, conditions, json)
  local questions, list = {}, section.list
  for i, entry in ipairs(section.entries) do
    questions[i] = question_of(entry, uses[entry], conditions, json)
  end
  local part = { id = section.id, title = section.title, scope = section.scope,
    questions = json.array(questions) }
  if list then
    local use = uses[list]
    part.list, part.ask, part.help = list.path, list.ask, list.help
    part.pointer = fact_card.list_pointer(list)
    part.schema = schema_pointer(list)
    part.sensitive = list.sensitive
    part.checks = fact_card.texts(use and use.checks or {}, json)
    part.gives = use and #use.gives > 0 and fact_card.texts(use.gives, json)
      or nil
    part.needed_when = needed_when(list, use, conditions)
  end
  return part
end

-- ---- questions to the auditor -------------------------------------------

local function add_auditor(out, node, check)
  if node.kind == "auditor" and not out[node.id] then
    out[node.id] = true
    out[#out + 1] = { prompt = node.id, check = check.id, ask = node.ask,
      answers = next(node.answers) and node.answers or nil }
  end
  for _, child in ipairs(node.children or {}) do
    add_auditor(out, child, check)
  end
end

-- What only the auditor may decide, by a record of kind judgement: each prompt
-- once, wherever in its check it stands.
local function auditor_part(model, json)
  local out = {}
  for _, check in ipairs(model.checks) do
    if check.expect and not check.broken and not check.retired then
      add_auditor(out, check.expect, check)
    end
  end
  return json.array(table.move(out, 1, #out, 1, {}))
end

-- ---- the whole ----------------------------------------------------------

-- The questionnaire of `model`.
function questionnaire.build(model, host)
  local json, uses, parts = host.json, need.of(model), {}
  local conditions = new_conditions()
  for i, section in ipairs(sections.of(model, uses)) do
    parts[i] = section_part(section, uses, conditions, json)
  end
  return { format = FORMAT, dossier_format = dossier.FORMAT, about = ABOUT,
    pack = { name = model.layers[1].name, digest = model.digest },
    conditions = conditions.parts, sections = json.array(parts),
    auditor = auditor_part(model, json) }
end

return questionnaire
