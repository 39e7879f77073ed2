-- Every single change a slip could make to a condition: a part forgotten, `all`
-- for `any`, a gate left out, a limit off by one.  Works on the parsed form; a
-- change is the whole condition again, with one place different, and the words
-- of that place before and after.

local changes_leaf = require "mutation.changes_leaf"
local kinds_of = require "pack.kinds".of
local parse = require "pack.parse"
local phrases = require "pack.phrases"
local shallow = require "base.shallow"

local changes = {}

local copy <const> = shallow.copy
local LEFT_OUT <const> = "(left out)"

local walk -- forward

-- `at` is { put(ast) -> the whole condition, add(change) }.
local function note(node, at, now, was, text)
  at.add { line = node.line or at.line, column = node.ast.column, was = was,
    now = text, ast = at.put(now), node = node }
end

-- The place inside `node` where `set(copy of the node's ast, new part)` puts a
-- part.
local function inside(node, at, set)
  return { add = at.add, line = node.line or at.line, put = function(part)
    local whole = copy(node.ast)
    set(whole, part)
    return at.put(whole)
  end }
end

local function texts(parts)
  local list = {}
  for i, part in ipairs(parts) do list[i] = part.text end
  return table.concat(list, "; ")
end

-- ---- joining words ------------------------------------------------------

local function drop_each(node, at)
  local parts = node.ast.parts
  if #parts < 2 then return end
  for i, part in ipairs(parts) do
    local rest = table.move(parts, 1, #parts, 1, {})
    table.remove(rest, i)
    local whole = copy(node.ast)
    whole.parts = rest
    note(node.children[i], at, whole, part.text, LEFT_OUT)
  end
end

local function joined(node, at)
  local ast = node.ast
  local kind = kinds_of[ast.kind]
  local other = kind.swaps
  if #ast.parts > 1 or kind.turns then
    local whole = copy(ast)
    whole.kind = other
    note(node, at, whole, kind.slip .. texts(ast.parts),
      kinds_of[other].slip .. texts(ast.parts))
  end
  drop_each(node, at)
  for i, child in ipairs(node.children) do
    walk(child, inside(node, at, function(whole, part)
      whole.parts = table.move(ast.parts, 1, #ast.parts, 1, {})
      whole.parts[i] = part
    end))
  end
end

-- ---- lists --------------------------------------------------------------

local function list_text(kind, ast, where)
  return parse.list_text(kind, ast.list, where, ast.expect)
end

local function over_list(node, at)
  local ast = node.ast
  local kind = ast.kind
  local was = list_text(kind, ast, ast.where)
  local other = copy(ast)
  other.kind = kinds_of[kind].swaps
  note(node, at, other, was, list_text(other.kind, ast, ast.where))
  if ast.where then
    local open = copy(ast)
    open.where = nil
    note(node, at, open, was, list_text(kind, ast, nil))
    walk(node.where, inside(node, at, function(whole, part)
      whole.where = part
    end))
  end
  walk(node.children[1], inside(node, at, function(whole, part)
    whole.expect = part
  end))
end

-- ---- the other words ----------------------------------------------------

local kinds = {}
for name, one in pairs(kinds_of) do
  if one.swaps then kinds[name] = one.shape == "list" and over_list or joined end
end

-- Wraps in `none`: where a condition has no opposite of its own.
local function denied(node, at)
  note(node, at, { kind = "none", parts = { node.ast }, line = node.line,
    otherwise = node.otherwise, text = "none of: " .. node.text }, node.text,
    "none of: " .. node.text)
end

function kinds.leaf(node, at)
  local leaf = node.ast
  changes_leaf.each(leaf, node.entry, function(other)
    note(node, at, other, leaf.text, other.text)
  end)
  if phrases.of[leaf.op].denied then denied(node, at) end
end

kinds.auditor, kinds.compute = denied, denied

function kinds.when(node, at)
  local ast = node.ast
  local bare = copy(ast.expect)
  bare.otherwise = bare.otherwise or ast.otherwise
  note(node, at, bare, ast.text, ast.expect.text)
  walk(node.gate, inside(node, at, function(whole, part)
    whole.gate = part
  end))
  walk(node.children[1], inside(node, at, function(whole, part)
    whole.expect = part
  end))
end

function kinds.reading(node, at)
  for _, child in ipairs(node.children) do
    walk(child, inside(node, at, function(whole, part)
      whole.choices = copy(node.ast.choices)
      whole.choices[child.reading] = part
    end))
  end
end

-- A list that is asked only whether anything is on it.
function kinds.listed() end

function walk(node, at)
  kinds[node.kind](node, at)
end

-- The changes to the compiled condition `node`: { line, column, was, now, ast,
-- node }, the last the condition changed.  `line` is used where it has none.
function changes.of(node, line)
  local list = {}
  walk(node, { line = line, put = function(ast) return ast end,
    add = function(change) list[#list + 1] = change end })
  return list
end

changes.LEFT_OUT = LEFT_OUT
return changes
