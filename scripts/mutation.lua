-- Asks of every check whether its examples would notice a slip: changes its
-- conditions one at a time (mutation/changes.lua), runs its examples on each, and keeps
-- the changes after which all of them still hold.

local changes = require "mutation.changes"
local core = require "core"
local dates = require "base.dates"
local compile = require "model.compile"
local rating = require "report.rating"
local shallow = require "base.shallow"

local mutation = {}

local MAX_DEPTH <const> = 64

-- ---- what examples give -------------------------------------------------

-- What each of `checks` comes to in an example, by a function of core.alone.
function mutation.results(run, host, example, checks)
  return run(host.json.write(example.dossier), { max_depth = MAX_DEPTH,
    as_of = dates.parse(example.as_of), show_sensitive = true,
    parameters = example.sets }, checks)
end

local function same_range(mask, names)
  local wanted = 0
  for _, name in ipairs(names) do wanted = wanted | rating.bit_of(name) end
  return mask == wanted
end

-- Whether the result is what the example says.
local function holds(result, example)
  return result.outcome ~= nil and result.outcome == example.gives
    and (not example.range or same_range(result.range, example.range))
    and (not example.says
      or result.reason:find(example.says, 1, true) ~= nil)
end

-- Adds to `list` the examples of `block` that hold for `check`.
local function add_holding(run, host, block, check, list)
  for _, example in ipairs(check and check.provision and block.list or {}) do
    local results = example.dossier and #example.problems == 0
      and mutation.results(run, host, example, { check })
    if results and holds(results[1], example) then list[#list + 1] = example end
  end
end

-- The examples of each check that hold, by its id.
local function holding_by_check(m, run, host, blocks)
  local by_check = {}
  for _, block in ipairs(blocks) do
    local id = block.check_id
    by_check[id] = by_check[id] or {}
    add_holding(run, host, block, m.check_by_id[id], by_check[id])
  end
  return by_check
end

-- The examples of one check that hold.
function mutation.holding(run, host, blocks, check)
  local examples = {}
  for _, block in ipairs(blocks) do
    if block.check_id == check.id then
      add_holding(run, host, block, check, examples)
    end
  end
  return examples
end

-- ---- slips --------------------------------------------------------------

-- A slip is a change and the checks that it makes other: { owner, change, checks },
-- the owner a check or a provision.

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

-- The changes to what stands at `key` of `owner` that fit the vocabulary, as `first`, a
-- check, reads it; each made by make(change, node).
local function fitting(m, host, owner, key, first, make)
  local list = {}
  for _, change in ipairs(changes_at(owner, key)) do
    host.charge(1)
    local ok, node = true, nil
    if change.ast then
      ok, node = host.protect(compile.instead, m, first, change.ast)
    end
    if ok then list[#list + 1] = make(change, node) end
  end
  return list
end

-- The slips in one condition of a check.
local function slips_of_check(m, host, check, key)
  return fitting(m, host, check, key, check, function(change, node)
    return { owner = check, change = change,
      checks = { shallow.with(check, key, node) } }
  end)
end

-- A provision's gate is shown by the examples of all its checks, which are `checks`.
local function slips_of_provision(m, host, provision, checks)
  return fitting(m, host, provision, "applies", checks[1], function(change, node)
    local changed, own = shallow.with(provision, "applies", node), {}
    for i, check in ipairs(checks) do
      own[i] = shallow.with(check, "provision", changed)
    end
    return { owner = provision, change = change, checks = own }
  end)
end

local function append(list, more)
  return table.move(more, 1, #more, #list + 1, list)
end

-- The slips in those conditions of a check that stand at `keys`.
local function slips_at(m, host, check, keys)
  local slips = {}
  for _, key in ipairs(keys) do append(slips, slips_of_check(m, host, check, key)) end
  return slips
end

-- All checks that the slips make, for core.alone.
local function changed_by(slips)
  local list = {}
  for _, slip in ipairs(slips) do append(list, slip.checks) end
  return list
end

-- ---- noticing them ------------------------------------------------------

local function number_of(slips, index)
  local checks = {}
  for i, slip in ipairs(slips) do checks[i] = slip.checks[index] end
  return checks
end

-- The slips that none of the examples of their check number `index` notices.
local function unnoticed_by(run, host, slips, index, examples)
  for _, example in ipairs(examples) do
    if #slips == 0 then break end
    local results = mutation.results(run, host, example, number_of(slips, index))
    local left = {}
    for i, slip in ipairs(slips) do
      if holds(results[i], example) then left[#left + 1] = slip end
    end
    slips = left
  end
  return slips
end

-- The slips to one check, without those to its provision.
function mutation.slips(m, host, check)
  return slips_at(m, host, check, { "applies", "expect" })
end

-- A function of core.alone for the model and what `slips` make of it.
function mutation.runner(m, host, slips)
  return core.alone(m, host, changed_by(slips))
end

-- Those of a check's slips that none of its examples notices.
function mutation.unnoticed(run, host, slips, examples)
  return unnoticed_by(run, host, slips, 1, examples)
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

-- The checks of a provision that have examples.
local function checks_shown(provision, has_examples)
  local checks = {}
  for _, check in ipairs(provision.checks) do
    if has_examples[check.id] and not check.broken then
      checks[#checks + 1] = check
    end
  end
  return checks
end

-- What is tried, in the order of the rules: groups of slips, each with the checks whose
-- examples may notice them; and the checks without examples, each { id, changes }.
local function plan_of(m, host, has_examples)
  local groups, not_tried = {}, {}
  local function look_at_provision(provision)
    local checks = checks_shown(provision, has_examples)
    if #checks > 0 and mutation.is_tested(m, provision) then
      groups[#groups + 1] = { checks = checks,
        slips = slips_of_provision(m, host, provision, checks) }
    end
  end
  local function look_at_check(check)
    if check.broken or not mutation.is_tested(m, check) then return end
    local slips = slips_at(m, host, check, keys_of(check))
    if has_examples[check.id] then
      groups[#groups + 1] = { checks = { check }, slips = slips }
    else
      not_tried[#not_tried + 1] = { id = check.id, changes = #slips }
    end
  end
  for _, provision in ipairs(m.provisions) do
    if not provision.broken then
      look_at_provision(provision)
      for _, check in ipairs(provision.checks) do look_at_check(check) end
    end
  end
  return groups, not_tried
end

local function slips_of_all(groups)
  local slips = {}
  for _, group in ipairs(groups) do append(slips, group.slips) end
  return slips
end

local function ids_in(blocks)
  local ids = {}
  for _, block in ipairs(blocks) do ids[block.check_id] = true end
  return ids
end

-- The slips of a group that no example notices.
local function unnoticed_in(run, host, group, by_check)
  local slips = group.slips
  for i, check in ipairs(group.checks) do
    slips = unnoticed_by(run, host, slips, i, by_check[check.id])
  end
  return slips
end

-- Tries every change to every check of the model that has examples.  Returns
-- { tried, unnoticed, not_tried }; an unnoticed one is { id, file, line, column,
-- was, now } of a check or a provision, one not tried { id, changes } of a check.
function mutation.run(m, host, blocks)
  local groups, not_tried = plan_of(m, host, ids_in(blocks))
  local slips = slips_of_all(groups)
  local result = { tried = #slips, unnoticed = {}, not_tried = not_tried }
  if #slips == 0 then return result end
  local run = mutation.runner(m, host, slips)
  local by_check = holding_by_check(m, run, host, blocks)
  for _, group in ipairs(groups) do
    for _, slip in ipairs(unnoticed_in(run, host, group, by_check)) do
      result.unnoticed[#result.unnoticed + 1] = shown(slip.owner, slip.change)
    end
  end
  return result
end

return mutation
