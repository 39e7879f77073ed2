-- Asks of every check whether its examples would notice a slip: changes its
-- conditions one at a time (mutation/changes.lua), runs its examples on each, and keeps
-- the changes after which all of them still hold.

local changes = require "mutation.changes"
local dossier = require "dossier"
local evaluate = require "evaluate"
local compile = require "model.compile"
local rating = require "report.rating"
local shallow = require "base.shallow"

local mutation = {}

local MAX_DEPTH <const> = 64

-- ---- examples made ready ------------------------------------------------

-- An example read once, so that a check can be run on it again and again; nil
-- where it cannot be read.
function mutation.ready(m, host, example)
  local value, _, empties = host.json.read(host.json.write(example.dossier),
    MAX_DEPTH)
  local day = require("base.dates").parse(example.as_of)
  local r = dossier.read(value, m, empties, host, day)
  for _, problem in ipairs(r.problems) do
    if problem.kind == "error" then return nil end
  end
  local call = { show_sensitive = true, parameters = example.parameters }
  return { example = example, r = r,
    ctx = (evaluate.prepare(m, r, call, host)) }
end

local function same_range(mask, names)
  local wanted = 0
  for _, name in ipairs(names) do wanted = wanted | rating.bit_of(name) end
  return mask == wanted
end

-- Whether the example holds for `check` as it stands.
local function holds(m, one, check)
  local result = evaluate.one(m, check, one.r, one.ctx)
  local example = one.example
  return result ~= nil and result.outcome == example.gives
    and (not example.range or same_range(result.range, example.range))
    and (not example.says
      or result.reason:find(example.says, 1, true) ~= nil)
end

-- Adds to `list` the examples of `block` that hold for `check`.
local function add_ready(m, host, block, check, list)
  for _, example in ipairs(check and check.provision and block.list or {}) do
    local one = example.dossier and #example.problems == 0
      and mutation.ready(m, host, example)
    if one and holds(m, one, check) then list[#list + 1] = one end
  end
end

-- The examples of each check that hold, by its id.
local function ready_examples(m, host, blocks)
  local by_check = {}
  for _, block in ipairs(blocks) do
    local id = block.check_id
    by_check[id] = by_check[id] or {}
    add_ready(m, host, block, m.check_by_id[id], by_check[id])
  end
  return by_check
end

-- ---- running changes ----------------------------------------------------

local function noticed(m, check, examples)
  for i, one in ipairs(examples) do
    if not holds(m, one, check) then
      -- Who noticed one change is the likeliest to notice the next.
      table.remove(examples, i)
      table.insert(examples, 1, one)
      return true
    end
  end
  return false
end

-- The changes to what stands at `key` of `owner`, a check or a provision:
-- where there is a gate, also that it is left out.
local function changes_at(owner, key)
  local node = owner[key]
  if not node then return {} end
  local list = changes.of(node, owner.line)
  if key == "applies" then
    list[#list + 1] = { line = node.line or owner.line, column = node.ast.column,
      was = node.text, now = changes.LEFT_OUT, node = node }
  end
  return list
end

-- Calls see(change, node) for each change to what stands at `key` of `owner` that
-- fits the vocabulary, as `first`, a check, reads it; returns how many do.
local function fitting(m, host, owner, key, first, see)
  local count = 0
  for _, change in ipairs(changes_at(owner, key)) do
    host.charge(1)
    local ok, node = true, nil
    if change.ast then
      ok, node = host.protect(compile.instead, m, first, change.ast)
    end
    if ok then
      count = count + 1
      see(change, node)
    end
  end
  return count
end

-- Calls see(change, node) for those that no example of `checks` notices; returns
-- how many were tried.
local function try(m, host, owner, key, checks, see)
  return fitting(m, host, owner, key, checks[1].check, function(change, node)
    if not checks.noticed(owner, key, node) then see(change, node) end
  end)
end

-- ---- one check, one provision -------------------------------------------

local function of_check(check, examples, m)
  local checks = { { check = check } }
  function checks.noticed(_, key, node)
    return noticed(m, shallow.with(check, key, node), examples)
  end
  return checks
end

-- A provision's gate is shown by the examples of all its checks.
local function of_provision(provision, by_check, m)
  local checks = {}
  for _, check in ipairs(provision.checks) do
    if by_check[check.id] and not check.broken then
      checks[#checks + 1] = { check = check }
    end
  end
  function checks.noticed(_, key, node)
    local changed = shallow.with(provision, key, node)
    for _, one in ipairs(checks) do
      if noticed(m, shallow.with(one.check, "provision", changed),
        by_check[one.check.id]) then
        return true
      end
    end
    return false
  end
  return checks
end

-- The examples of one check that hold, each { example, r, ctx }.
function mutation.holding(m, host, blocks, check)
  local examples = {}
  for _, block in ipairs(blocks) do
    if block.check_id == check.id then
      add_ready(m, host, block, check, examples)
    end
  end
  return examples
end

-- The changes to one check that no example notices, each with the changed check:
-- { change, check }.
function mutation.of(m, host, blocks, check)
  local list, examples = {}, mutation.holding(m, host, blocks, check)
  local checks = of_check(check, examples, m)
  for _, key in ipairs { "applies", "expect" } do
    try(m, host, check, key, checks, function(change, node)
      list[#list + 1] = { change = change, check = shallow.with(check, key, node) }
    end)
  end
  return list
end

-- ---- the whole ----------------------------------------------------------

-- Under layers it is their checks that are tested: the baseline's examples
-- speak of the baseline as it is.
function mutation.is_tested(m, owner)
  return not owner.retired and (#m.layers == 1 or (owner.layer or 0) > 0)
    and (not m.only or owner.id == nil or m.only[owner.id] == true)
end

local function shown(owner, change)
  return { id = owner.id, file = owner.file, line = change.line,
    column = change.column, was = change.was, now = change.now }
end

-- Which conditions of a check are its own to show: what a stricter one takes over
-- is the baseline's.
local function keys_of(check)
  return (not check.stricter_than or check.declaration.body.applies)
    and { "applies", "expect" } or { "expect" }
end

-- A check without examples, and how many changes nothing could notice.
local function not_tried(m, host, check)
  local count = 0
  for _, key in ipairs(keys_of(check)) do
    count = count + fitting(m, host, check, key, check, function() end)
  end
  return { id = check.id, changes = count }
end

-- Tries every change to every check of the model that has examples.  Returns
-- { tried, unnoticed, not_tried }; an unnoticed one is { id, file, line, column,
-- was, now } of a check or a provision, one not tried { id, changes } of a check.
function mutation.run(m, host, blocks)
  local by_check = ready_examples(m, host, blocks)
  local result = { tried = 0, unnoticed = {}, not_tried = {} }
  local function look(owner, key, checks)
    if #checks == 0 then return end
    result.tried = result.tried + try(m, host, owner, key, checks,
      function(change)
        result.unnoticed[#result.unnoticed + 1] = shown(owner, change)
      end)
  end
  for _, provision in ipairs(m.provisions) do
    if not provision.broken then
      if mutation.is_tested(m, provision) then
        look(provision, "applies", of_provision(provision, by_check, m))
      end
      for _, check in ipairs(provision.checks) do
        local examples = by_check[check.id]
        local tested = not check.broken and mutation.is_tested(m, check)
        if tested and examples then
          local checks = of_check(check, examples, m)
          for _, key in ipairs(keys_of(check)) do look(check, key, checks) end
        elseif tested then
          table.insert(result.not_tried, not_tried(m, host, check))
        end
      end
    end
  end
  return result
end

return mutation
