-- Turns the parsed conditions of a rule into nodes that evaluate themselves.
--
-- A node is { kind, eval, cost, text, line, otherwise, children, entry, list,
-- ... }.  node.eval(ctx) gives the set of extents the condition may have; ctx
-- holds one frame of cells a scope (member, facility, item, parameter), the
-- as-of day and the auditor's judgements.  node.cost is the work of eval in
-- steps, without that over the items of lists, which charge it themselves.

local logic = require "base.logic"
local leaves = require "model.leaves"
local lists = require "model.lists"
local walk = require("model.nodes").walk
local cures = require "model.cures"
local fit = require "model.fit"
local meanings = require "pack.meanings"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local shallow = require "base.shallow"

local worst <const>, best <const>, negate <const> =
  logic.worst, logic.best, logic.negate
local NA <const>, MET <const>, UNKNOWN <const> =
  logic.NA, logic.MET, logic.UNKNOWN

local NODE_COST <const> = 5

local say <const> = diagnostic.new

local conditions = {}
local compile -- forward

local function compile_all(parts, scope)
  local nodes = {}
  for i, part in ipairs(parts) do nodes[i] = compile(part, scope) end
  return nodes
end

-- Joins the children's sets with one of logic's tables.
local function joined(children, join)
  if #children == 1 then return children[1].eval end
  return function(ctx)
    local mask = NA
    for i = 1, #children do mask = join[mask][children[i].eval(ctx)] end
    return mask
  end
end

local kinds = {}

function kinds.all(ast, scope)
  local children = compile_all(ast.parts, scope)
  return { children = children, eval = joined(children, worst) }
end

function kinds.any(ast, scope)
  local children = compile_all(ast.parts, scope)
  return { children = children, eval = joined(children, best) }
end

function kinds.none(ast, scope)
  local children = compile_all(ast.parts, scope)
  local either = joined(children, best)
  return { children = children,
    eval = function(ctx) return negate[either(ctx)] end }
end

-- `when` narrows one part of a condition: not applicable where the gate is
-- known not to hold, and possibly so where that is not known.  The auditor's questions
-- inside are `about` what the gate speaks of.
function kinds.when(ast, scope)
  local gate = compile(ast.gate, scope)
  local expect = compile(ast.expect, scope)
  walk(expect, function(node)
    if node.kind == "auditor" then node.about = node.about or gate end
  end)
  return { gate = gate, children = { expect }, eval = function(ctx)
    local open = gate.eval(ctx)
    return (logic.may_hold(open) and expect.eval(ctx) or 0)
      | (logic.may_fail(open) and NA or 0)
  end }
end

-- A question that only the auditor may decide: unknown until a record says.
function kinds.auditor(ast)
  local id = ast.id
  return { id = id, ask = ast.ask, answers = ast.answers, eval = function(ctx)
    local answer = ctx.judgement(id)
    if answer == nil then return MET | logic.LAPSE end
    return answer == "yes" and MET or logic.LAPSE
  end }
end

-- What is wrong with a reading of the parameter `entry`, or nil.
local function reading_problem(ast, entry)
  if entry.scope ~= "parameter" or entry.type ~= "choice" then
    return say("reading-no-parameter", { name = ast.parameter })
  end
  for _, value in ipairs(entry.values) do
    if not ast.choices[value] then
      return say("reading-incomplete", { name = ast.parameter, value = value })
    end
  end
  local strange = nearest.stranger(ast.choices, entry.values)
  return strange and diagnostic.none_of("reading-stranger", { it = strange,
    name = ast.parameter }, entry.values)
end

-- One condition for each value of a parameter; every reading is reported.
function kinds.reading(ast, scope)
  local entry, missing = scope.resolve(ast.parameter)
  local wrong = not entry and missing or reading_problem(ast, entry)
  if wrong then scope.fail(ast, wrong) end
  local by_value, children = {}, {}
  for i, value in ipairs(entry.values) do
    local child = compile(ast.choices[value], scope)
    child.reading = value
    by_value[value], children[i] = child, child
  end
  return { children = children, entry = entry, eval = function(ctx)
    local cell = ctx.parameter[entry.path]
    if cell and cell.value then return by_value[cell.value].eval(ctx) end
    local mask = 0
    for _, child in ipairs(children) do mask = mask | child.eval(ctx) end
    return mask
  end }
end

-- A set is handed over as a copy: what a function does to it stays there.
local function copy(value)
  return type(value) == "table" and shallow.copy(value) or value
end

local SUMMED <const> = { number = true, count = true, percent = true }
local COMPARED <const> = {
  at_least = function(a, b) return a >= b end,
  at_most = function(a, b) return a <= b end,
  more_than = function(a, b) return a > b end,
  less_than = function(a, b) return a < b end,
  exactly = function(a, b) return a == b end,
}

-- What is done with the values: the first against the sum of the others, which the
-- core in C does too, or the author's function.
local function computer(ast, scope, entries)
  if not ast.sum then return scope.run_author end
  for _, entry in ipairs(entries) do
    if not SUMMED[entry.type] then scope.fail(ast, say("sum-of-no-numbers",
      { name = entry.path })) end
  end
  return function(_, values)
    local sum = 0
    for i = 2, #values do sum = sum + values[i] end
    return COMPARED[ast.sum](values[1], sum) and logic.MET or logic.LAPSE
  end
end

-- Computed only when every fact it names is known exactly, so that it can never see
-- what is missing.
function kinds.compute(ast, scope)
  local entries = {}
  for i, name in ipairs(ast.facts) do
    local entry, missing = scope.resolve(name)
    if not entry then scope.fail(ast, missing) end
    entries[i] = entry
  end
  local run = computer(ast, scope, entries)
  return { entries = entries, sum = ast.sum, eval = function(ctx)
    local values = {}
    for i, entry in ipairs(entries) do
      local cell = ctx[entry.scope][entry.path]
      if not cell or cell.value == nil then return UNKNOWN | NA end
      values[i] = copy(cell.value)
    end
    return run(ast, values)
  end }
end

-- The fact that the sentence `ast` speaks of; raises where something is wrong.
local function fact_of(ast, scope)
  local entry, wrong
  if ast.wrong then
    wrong = ast.wrong
  else
    entry, wrong = scope.resolve(ast.fact)
    wrong = not entry and wrong or fit.problem(ast, entry, scope.resolve)
  end
  if wrong then scope.fail(ast, cures.tried(wrong, ast, scope.resolve)) end
  return entry
end

function kinds.leaf(ast, scope)
  local entry = fact_of(ast, scope)
  local operand = ast.operand.name and scope.resolve(ast.operand.name)
  return { entry = entry, operand = operand, op = ast.op, values = ast.operand,
    na_when = entry.na_when, -- as it is known now: that of one linked later is not
    eval = leaves.build(ast, entry, scope.resolve) }
end

local function list_kind(build)
  return function(ast, scope)
    local list, missing = scope.list(ast.list)
    if not list then scope.fail(ast, missing) end
    local inner = scope.inside(list)
    local where = ast.where and compile(ast.where, inner)
    local expect = compile(ast.expect, inner)
    return { list = list, where = where, children = { expect },
      count = lists.count(list, where, expect),
      eval = build(list, where, expect) }
  end
end

kinds.every = list_kind(lists.every)
kinds.some = list_kind(lists.some)
kinds.no = list_kind(function(list, where, expect)
  local some = lists.some(list, where, expect)
  return function(ctx) return negate[some(ctx)] end
end)

-- Every item of a list is listed: what `none "people" {}` speaks of.
function kinds.listed()
  return { children = {}, eval = function() return MET end }
end

-- The number of items is no condition: it only gives a count its value.
kinds.count = list_kind(function()
  return function() return UNKNOWN end
end)

-- Nor is the latest of them: it gives a date, the one its condition compares.
function kinds.latest(ast, scope)
  local node = kinds.count(ast, scope)
  local compared = node.children[1]
  if compared.kind ~= "leaf" or compared.entry.type ~= "date"
    or compared.entry.future then
    scope.fail(ast, say("latest-no-day", { name = ast.list }))
  end
  node.bounds = lists.latest(node.list, node.where, compared, compared.entry)
  return node
end

-- Lists charge for what is under them; a sentence may name many values.
local function cost_of(node)
  local cost = NODE_COST * (1 + #(node.entries or node.values or {}))
  if node.list then return cost end
  if node.gate then cost = cost + node.gate.cost end
  for _, child in ipairs(node.children or {}) do cost = cost + child.cost end
  return cost
end

local function may_be_never(node)
  if node.entry and node.entry.may_be_never then return true end
  for _, child in ipairs(node.children or {}) do
    if may_be_never(child) then return true end
  end
  return false
end

-- The sentence `ast` in phrases that the engine knows.
local function meant(ast, scope)
  if ast.kind ~= "leaf" or not ast.wrong and not meanings.by_op[ast.op] then
    return ast
  end
  return meanings.of(ast, fact_of(ast, scope))
end

function compile(written, scope)
  local ast = meant(written, scope)
  local node = kinds[ast.kind](ast, scope)
  if ast.never and not may_be_never(node) then
    scope.fail(ast, say "never-without-date")
  end
  node.kind, node.text, node.line = ast.kind, ast.text, ast.line
  node.otherwise, node.ast = ast.otherwise, ast
  node.never, node.remedy, node.points = ast.never, ast.remedy, ast.points
  if ast.points and scope.gives_note(ast.points) then
    local eval = node.eval
    node.softens = true
    node.eval = function(ctx) return logic.soften[eval(ctx)] end
  end
  node.cost = cost_of(node)
  return node
end

-- Compiles `ast` to a node that charges for itself whenever it is evaluated.
-- `scope` offers resolve(name), list(name), inside(list), fail(ast, diagnostic),
-- which raises, gives_note(points), whether falling short of them is no more than
-- an observation, and run_author(ast, values).
function conditions.compile(ast, scope)
  local node = compile(ast, scope)
  local cost, eval = node.cost, node.eval
  function node.eval(ctx)
    ctx.charge(cost)
    return eval(ctx)
  end
  return node
end

return conditions
