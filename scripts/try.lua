-- Tries one condition, or one check, on a dossier, for those who write rules: what it
-- comes to at each facility or at the Member, step by step, and which facts make it so.

local compile = require "model.compile"
local describe_rules = require "describe.rules"
local diagnostic = require "base.diagnostic"
local pack = require "pack"
local steps = require "try.steps"
local with_checks = require "program.with_checks"

local try = {}

local FORMAT <const>, OF_CHECK <const> = "cop11.try/1", "cop11.tried/1"
local FILE <const> = "the condition" -- what messages call it
local NAME <const> = "tried" -- what the core calls it
local EMPTY <const> = {}

-- ---- reading it ---------------------------------------------------------

-- What is typed at a prompt is most often one sentence, without quotation marks.
local function is_sentence(text)
  return not text:find "[{}]" and not text:find "^%s*[\"']"
end

-- The condition as a rule file would hold it, or nil and what is wrong.
local function written_of(text, host)
  if is_sentence(text) then return text end
  local wrong
  local declared = pack.load({ name = "", files = { { path = FILE,
    text = 'check "try" { expect = ' .. text .. "\n}" } } }, 0,
    function(_, says) wrong = wrong or says end, host)
  if wrong then return nil, wrong end
  return declared.check[1].body.expect
end

-- The compiled condition `text`, or nil and what is wrong.
function try.compile(m, text)
  local written, wrong = written_of(text, m.host)
  if wrong then return nil, wrong end
  local declaration = { word = "check", name = "try", file = FILE, line = 1,
    layer = 0 }
  local ok, node = m.host.protect(function()
    return compile.condition(m, declaration, written, "facility",
      { facts = {}, lists = {} }, compile.place(m, declaration))
  end)
  if ok and node then return node end
  return nil, type(node) == "table" and node.says
    or diagnostic.new "condition-missing"
end

-- ---- where it is asked --------------------------------------------------

local function is_of_facility(entry)
  return entry ~= nil and entry.scope == "facility"
end

-- Whether what `node` comes to may differ from facility to facility: what stands
-- over the list of facilities speaks of each of them anyway.
local function differs(node)
  if not node then return false end
  if is_of_facility(node.entry) or is_of_facility(node.operand)
    or is_of_facility(node.list) then return true end
  for _, entry in ipairs(node.entries or EMPTY) do
    if is_of_facility(entry) then return true end
  end
  if node.list and node.list.inner == "facility" then return false end
  for _, child in ipairs(node.children or EMPTY) do
    if differs(child) then return true end
  end
  return differs(node.gate) or differs(node.where)
end

-- The model with the condition `node` as a check, and what that is called.
function try.model(m, node)
  local scope = differs(node) and "facility" or "member"
  return with_checks.new(m, NAME, { node }, scope), NAME .. "-1"
end

-- ---- what it comes to ---------------------------------------------------

-- What a place of the core has shown of the condition, its only part.
local function at(found, json)
  local list = steps.told(found.parts[1].steps, json)
  local answer = list[1].answer
  return { place = found.place, answer = answer, steps = list,
    open = answer == steps.OPEN and json.array(found.open) or nil }
end

-- One no is a no, whatever else is open.
local function answer_of(places)
  local answer = #places == 0 and steps.OPEN or steps.NOT_ASKED
  for _, place in ipairs(places) do
    answer = steps.worse(answer, place.answer)
  end
  return answer
end

-- What the condition `node` comes to by what the core `found` of its check; nil and why
-- where it could not be run.
function try.condition(node, found, json)
  local places = {}
  for i, one in ipairs(found.places) do
    if one.broken then return nil, "it fails while it runs: " .. one.broken end
    places[i] = at(one, json)
  end
  return { format = FORMAT, condition = node.text, answer = answer_of(places),
    as_of = found.as_of, places = json.array(places) }
end

-- ---- one check ----------------------------------------------------------

-- The check that is called `id`, or nil and what is wrong.
function try.find(m, id)
  local check, missing = describe_rules.find(m, id)
  if not check then return nil, missing end
  if check.retired then
    return nil, ("check '%s' is retired: %s"):format(id, check.retired)
  end
  return check
end

local function result_at(found, json)
  local parts = {}
  for i, one in ipairs(found.parts or EMPTY) do
    parts[i] = { part = one.part, steps = steps.told(one.steps, json) }
  end
  return { place = found.place, outcome = found.outcome, reason = found.reason,
    parts = found.parts and json.array(parts),
    open = #found.open > 1 and json.array(found.open) or nil }
end

-- What `check` gives by what the core `found` of it, step by step.
function try.check(check, found, json)
  local places = {}
  for i, one in ipairs(found.places) do places[i] = result_at(one, json) end
  return { format = OF_CHECK, check = check.id, title = check.title,
    as_of = found.as_of, places = json.array(places) }
end

return try
