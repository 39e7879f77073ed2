-- What the vocabulary says of one fact or list, as data for hosts: its question,
-- type, values, where it stands in a dossier, and which checks need it.

local condition_tree = require "model.condition_tree"

local fact_card = {}

local BASES <const> = { assessment = "/assessment", member = "/member",
  facility = "/facilities/*" }

-- ---- where it stands ----------------------------------------------------

-- The JSON Pointer of a list; "*" stands for the number of an item.
local function list_pointer(list)
  if list.inner == "facility" then return list.suffix end
  return BASES[list.scope] .. list.suffix
end
fact_card.list_pointer = list_pointer

-- The JSON Pointer of a fact, with "*" for the number of each item.
function fact_card.pointer(entry)
  local base = entry.scope == "item" and list_pointer(entry.list) .. "/*"
    or BASES[entry.scope]
  return base .. entry.suffix
end

-- ---- its parts ----------------------------------------------------------

local function capital(text) return (text:gsub("^%l", string.upper)) end

-- The values a fact may take, in the vocabulary's order, with their titles, which
-- begin with a capital as those of facts and topics do.
function fact_card.values(entry)
  if entry.type == "yes/no" then
    return { { value = true, title = "Yes" }, { value = false, title = "No" } }
  end
  if not entry.values then return nil end
  local list = {}
  for i, value in ipairs(entry.values) do
    local title = entry.titles and entry.titles[value]
    list[i] = { value = value, title = title and capital(title)
      or fact_card.titled(value) }
  end
  return list
end

-- A word of the vocabulary as a person would write it: "on_site" -> "On site".
function fact_card.titled(word)
  return capital((tostring(word):gsub("[_.]+", " ")))
end

-- A condition as text and tree; nil stays nil.
function fact_card.condition(node)
  if not node then return nil end
  return { text = node.text, tree = condition_tree.of(node) }
end

-- A list of texts, copied so that marking it as an array changes nothing else.
function fact_card.texts(list, json)
  if type(list) ~= "table" then return nil end
  return json.array(table.move(list, 1, #list, 1, {}))
end

local function add_need(card, use, json)
  card.checks = fact_card.texts(use and use.checks or {}, json)
  if use and #use.gives > 0 then
    card.gives = fact_card.texts(use.gives, json)
  end
end

-- ---- cards --------------------------------------------------------------

-- The card of a fact; `use` is what need.of found of it, or nil.
function fact_card.of(entry, use, json)
  local card = { fact = entry.path, scope = entry.scope,
    list = entry.list and entry.list.path, pointer = fact_card.pointer(entry),
    type = entry.type, unit = entry.unit, least = entry.least,
    most = entry.most, values = fact_card.values(entry), label = entry.label,
    ask = entry.ask, help = entry.help,
    also_called = fact_card.texts(entry.also_called, json),
    evidence = fact_card.texts(entry.evidence, json),
    shown_by = fact_card.texts(entry.shown_by, json), part_of = entry.of,
    sensitive = entry.sensitive, may_lie_ahead = entry.future,
    may_be_none = entry.type == "choices" and entry.may_be_none or nil,
    may_be_none_stated = entry.type == "months" and entry.may_be_none or nil,
    auditor_may_decide = entry.auditor_may_decide, beyond = entry.beyond,
    worked_out_from = fact_card.condition(entry.from),
    follows_from = fact_card.condition(entry.follows),
    needs_why = entry.needs_why == true and "always"
      or entry.needs_why and entry.needs_why.text,
    not_applicable_when = fact_card.condition(entry.na_when),
    file = entry.file, line = entry.line }
  add_need(card, use, json)
  return card
end

-- The card of a list, with those of the facts of its items.
function fact_card.of_list(list, uses, json)
  local facts = {}
  for i, entry in ipairs(list.ordered) do
    facts[i] = fact_card.of(entry, uses[entry], json)
  end
  local card = { list = list.path, scope = list.scope,
    pointer = list_pointer(list), label = list.label, ask = list.ask,
    help = list.help, item = list.item, sensitive = list.sensitive,
    also_called = fact_card.texts(list.also_called, json),
    beyond = list.beyond, evidence = fact_card.texts(list.evidence, json),
    facts = json.array(facts), file = list.file, line = list.line }
  add_need(card, uses[list], json)
  return card
end

return fact_card
