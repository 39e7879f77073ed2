-- Tries one condition, or one check, on a dossier, for those who write rules: what it
-- comes to at each facility or at the Member, step by step, and which facts make it so.

local compile = require "model.compile"
local dates = require "base.dates"
local describe_rules = require "describe.rules"
local diagnostic = require "base.diagnostic"
local evaluate = require "evaluate"
local explain = require "evaluate.explain"
local outcomes = require "base.outcomes"
local pack = require "pack"
local steps = require "try.steps"

local try = {}

local FORMAT <const>, OF_CHECK <const> = "cop11.try/1", "cop11.tried/1"
local FILE <const> = "the condition" -- what messages call it
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

-- The questions that leave it open here.
local function questions(node, ctx)
  local list = {}
  for i, found in ipairs(explain.open(node, ctx)) do
    list[i] = explain.open_reason(ctx, { found })
  end
  return list
end

local function at(node, ctx, name, host)
  local list = steps.of(node, ctx, host)
  local answer = list[1].answer
  return { place = name, answer = answer, steps = host.json.array(list),
    open = answer == steps.OPEN and host.json.array(questions(node, ctx)) or nil }
end

local function at_each(node, ctx, r, host)
  if not differs(node) then return { at(node, ctx, "the Member", host) } end
  local places = {}
  for i, facility in ipairs(r.facilities.items) do
    ctx.facility = facility
    places[i] = at(node, ctx, facility["#id"] or "#" .. i, host)
  end
  ctx.facility = EMPTY
  return places
end

-- One no is a no, whatever else is open.
local function answer_of(places)
  local answer = #places == 0 and steps.OPEN or steps.NOT_ASKED
  for _, place in ipairs(places) do
    answer = steps.worse(answer, place.answer)
  end
  return answer
end

-- ---- one check ----------------------------------------------------------

-- The parts of a check, each step by step, as they were read for `result`.
local function parts_of(result, ctx, host)
  local check, parts = result.check, {}
  local function add(name, node)
    if node then
      parts[#parts + 1] = { part = name,
        steps = host.json.array(steps.of(node, ctx, host)) }
    end
  end
  add("provision " .. check.provision.id .. " applies", check.provision.applies)
  add("applies", check.applies)
  add("expect", check.expect)
  return host.json.array(parts)
end

local function result_at(result, evaluation, host)
  local ctx, facility = evaluation.ctx, result.facility
  local usual, open = ctx.parameter, {}
  ctx.facility = facility or EMPTY
  ctx.parameter = result.parameters or usual
  for i, found in ipairs(result.outcome == outcomes.OPEN and result.found or EMPTY) do
    open[i] = explain.open_reason(ctx, { found })
  end
  local shown = { place = facility and facility["#id"] or "the Member",
    outcome = result.outcome, reason = result.reason,
    parts = not result.broken and parts_of(result, ctx, host) or nil,
    open = #open > 1 and host.json.array(open) or nil }
  ctx.facility, ctx.parameter = EMPTY, usual
  return shown
end

-- What the check `id` gives in the dossier read as `r`, or nil and what is wrong.
function try.check(m, id, r, call, host)
  local check, missing = describe_rules.find(m, id)
  if not check then return nil, missing end
  if check.retired then
    return nil, ("check '%s' is retired: %s"):format(id, check.retired)
  end
  local evaluation, places = evaluate.run(m, r, call, host), {}
  for _, result in ipairs(evaluation.results) do
    if result.check == check then
      places[#places + 1] = result_at(result, evaluation, host)
    end
  end
  return { format = OF_CHECK, check = check.id, title = check.title,
    as_of = dates.format(r.as_of), places = host.json.array(places) }
end

-- ---- the whole ----------------------------------------------------------

-- What the compiled condition `node` comes to in the dossier read as `r`.
function try.build(m, node, r, call, host)
  local ctx = evaluate.prepare(m, r, call, host)
  local places = at_each(node, ctx, r, host)
  return { format = FORMAT, condition = node.text, answer = answer_of(places),
    as_of = dates.format(r.as_of),
    places = host.json.array(places) }
end

return try
