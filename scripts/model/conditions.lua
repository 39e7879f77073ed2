-- Turns the parsed conditions of a rule into nodes, which the core in C evaluates
-- (plugin/core/node.c) and tools look at.
--
-- A node is { kind, text, line, otherwise, children, entry, list, depth, weight, ... }:
-- what is said, with its names resolved to what the model has by them.

local nodes = require "model.nodes"
local cures = require "model.cures"
local fit = require "model.fit"
local meanings = require "pack.meanings"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

local conditions = {}
local compile -- forward

local function compile_all(parts, scope)
  local list = {}
  for i, part in ipairs(parts) do list[i] = compile(part, scope) end
  return list
end

local kinds = {}

local function of_parts(ast, scope)
  return { children = compile_all(ast.parts, scope) }
end

kinds.all, kinds.any, kinds.none = of_parts, of_parts, of_parts

-- The auditor's questions below a gate, or in a list, are `about` what it speaks of.
local function tell_questions(expect, gate)
  nodes.walk(expect, function(node)
    if node.kind == "auditor" then node.about = node.about or gate end
  end)
end

function kinds.when(ast, scope)
  local gate = compile(ast.gate, scope)
  local expect = compile(ast.expect, scope)
  tell_questions(expect, gate)
  return { gate = gate, children = { expect } }
end

-- A question that only the auditor may decide.
function kinds.auditor(ast)
  return { id = ast.id, ask = ast.ask, answers = ast.answers }
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
  local children = {}
  for i, value in ipairs(entry.values) do
    children[i] = compile(ast.choices[value], scope)
    children[i].reading = value
  end
  return { children = children, entry = entry }
end

local SUMMED <const> = { number = true, count = true, percent = true }

local function check_sum(ast, scope, entries)
  for _, entry in ipairs(entries) do
    if not SUMMED[entry.type] then
      scope.fail(ast, say("sum-of-no-numbers", { name = entry.path }))
    end
  end
end

-- The first fact against the sum of the others, which the core knows, or a plain
-- function of the author's: run(...) gives its extents for values of the facts.
function kinds.compute(ast, scope)
  local entries = {}
  for i, name in ipairs(ast.facts) do
    local entry, missing = scope.resolve(name)
    if not entry then scope.fail(ast, missing) end
    entries[i] = entry
  end
  if ast.sum then
    check_sum(ast, scope, entries)
    return { entries = entries, sum = ast.sum }
  end
  return { entries = entries, run = function(...) return scope.run_author(ast, ...) end }
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
    na_when = entry.na_when } -- as it is known now: that of one linked later is not
end

local function of_list(ast, scope)
  local list, missing = scope.list(ast.list)
  if not list then scope.fail(ast, missing) end
  local inner = scope.inside(list)
  local where = ast.where and compile(ast.where, inner)
  local expect = compile(ast.expect, inner)
  if where then tell_questions(expect, where) end
  return { list = list, where = where, children = { expect } }
end

kinds.every, kinds.some, kinds.no = of_list, of_list, of_list

-- Every item of a list is listed: what `none "people" {}` speaks of.
function kinds.listed() return { children = {} } end

-- The number of items is no condition: it only gives a count its value.
kinds.count = of_list

-- Nor is the latest of them: it gives a date, the one its condition compares.
function kinds.latest(ast, scope)
  local node = of_list(ast, scope)
  local compared = node.children[1]
  if compared.kind ~= "leaf" or compared.entry.type ~= "date"
    or compared.entry.future then
    scope.fail(ast, say("latest-no-day", { name = ast.list }))
  end
  return node
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

-- As far as the core goes (plugin/core/program.h): so that a model in which nothing is
-- wrong can be compiled to a program.
local DEEPEST <const>, MOST <const> = 256, 1 << 20

local function measure(node, ast, scope)
  nodes.measure(node)
  if node.depth > DEEPEST or node.weight > MOST then
    scope.fail(ast, say("conditions-far", { most = MOST, deepest = DEEPEST }))
  end
end

function compile(written, scope)
  local ast = meant(written, scope)
  local node = kinds[ast.kind](ast, scope)
  measure(node, ast, scope)
  if ast.never and not may_be_never(node) then
    scope.fail(ast, say "never-without-date")
  end
  node.kind, node.text, node.line = ast.kind, ast.text, ast.line
  node.otherwise, node.ast = ast.otherwise, ast
  node.never, node.remedy, node.points = ast.never, ast.remedy, ast.points
  if ast.points and scope.gives_note(ast.points) then node.softens = true end
  return node
end

-- Compiles `ast` to a node.
-- `scope` offers resolve(name), list(name), inside(list), fail(ast, diagnostic),
-- which raises, gives_note(points), whether falling short of them is no more than
-- an observation, and run_author(ast, ...), which gives the extents that the author's
-- function of `ast` makes of values.
conditions.compile = compile

return conditions
