-- Searches for an example that shows something of a check: an outcome, or that
-- a change to one of its conditions matters.  An example is stated at random;
-- then, time and again, one of the facts that decide its outcome is stated
-- otherwise.  Chance is the same on every machine.

local examples_read = require "examples.read"
local mutation = require "mutation"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"
local shallow = require "base.shallow"
local suggest_values = require "suggest.values"

local suggest_search = {}

local STARTS <const> = 192
local STEPS <const> = 48
local TRIES <const> = 40000 -- in all, for one check
local SAMPLES <const> = 6 -- of a list, which has too many values to try all

-- ---- chance -------------------------------------------------------------

local function new_dice()
  local state = 20131130
  return function(sides)
    state = state * 6364136223846793005 + 1442695040888963407
    return (state >> 33) % sides + 1
  end
end

local function one_of(dice, list) return list[dice(#list)] end

-- ---- what may be stated -------------------------------------------------

-- Each variable has values(dice), the values to try, and put(written, value),
-- which states one in an example; nil states nothing.

local function fact_variable(entry, limits)
  local values = suggest_values.of(entry, limits[entry])
  return { values = function() return values end,
    put = function(written, value) written.facts[entry.path] = value end }
end

local function random_item(dice, list, limits)
  local item = {}
  for _, entry in ipairs(list.ordered) do
    if entry.type ~= "text" and (limits[entry] or dice(3) == 1) then
      item[entry.path] = one_of(dice, suggest_values.of(entry, limits[entry]))
    end
  end
  return item
end

local function list_variable(list, limits)
  return { put = function(written, value) written[list.path] = value end,
    values = function(dice)
      local values = {}
      for i = 1, SAMPLES do
        values[i] = { complete = true }
        for j = 1, i % 3 do
          values[i][j] = random_item(dice, list, limits)
        end
      end
      return values
    end }
end

local ANSWERS <const> = { "yes", "no" }

-- The auditor's answer to a question of the check.
local function prompt_variable(id)
  return { values = function() return ANSWERS end,
    put = function(written, answer)
      local records = {}
      for _, record in ipairs(written.records or {}) do
        if record.prompt ~= id then records[#records + 1] = record end
      end
      if answer then
        records[#records + 1] = { prompt = id, answer = answer }
      end
      written.records = records[1] and records
    end }
end

-- Calls see(key) for every fact, list and question that `root` reads; a fact of
-- a list's item is stated with its list.
local function each_read(root, see)
  nodes.walk(root, function(node, list)
    local of_items = node.list and node.list.inner == "item" and node.list
      or list
    for _, entry in ipairs { node.entry, node.operand } do
      see(entry.scope == "item" and of_items or entry, entry.scope)
    end
    for _, entry in ipairs(node.entries or {}) do see(entry, entry.scope) end
    if of_items then see(of_items, "list") end
    if node.kind == "auditor" then see(node.id, "prompt") end
  end)
end

local MAKERS <const> = { list = list_variable, item = list_variable,
  prompt = prompt_variable }

local function add_variables(search, root)
  each_read(root, function(key, kind)
    if kind ~= "parameter" and not search.by_key[key] then
      local variable = (MAKERS[kind] or fact_variable)(key, search.limits)
      search.by_key[key] = variable
      table.insert(search.variables, variable)
    end
  end)
end

-- ---- trying -------------------------------------------------------------

-- What the check comes to in the example `written`, and what it would if it were
-- `changed`; nil where the example cannot be.
local function results(search, written, changed)
  local m, host = search.m, search.host
  host.charge(1)
  search.tries = search.tries - 1
  local dossier = examples_read.dossier(m, host, written)
  local both = dossier and mutation.results(search.run, host,
    { dossier = dossier, as_of = written.as_of }, { search.check, changed })
  if not both or not both[1].outcome then return nil end
  return both[1], both[2]
end

-- Whether the example `written` shows `wanted`, which is { outcome } or { check },
-- the check with a change that must come out otherwise; and its result.
function suggest_search.shows(search, written, wanted)
  local result, other = results(search, written, wanted.check)
  if not result or result.outcome == "error" then return false end
  local shown = (not wanted.outcome or result.outcome == wanted.outcome)
    and (not other or result.outcome ~= other.outcome)
  return shown, result
end

-- ---- searching ----------------------------------------------------------

-- The variables that conditions `roots` read, less those in `except`.
local function variables_of(search, roots, except)
  local list, seen = {}, {}
  for _, root in ipairs(roots) do
    each_read(root, function(key)
      local variable = search.by_key[key]
      if variable and not seen[variable] and not except[variable] then
        seen[variable], list[#list + 1] = true, variable
      end
    end)
  end
  return list
end

local function nothing_stated()
  return { facts = {}, as_of = suggest_values.AS_OF }
end

local function random_example(search, dice)
  local written = nothing_stated()
  for _, variable in ipairs(search.variables) do
    if dice(8) > 1 then
      variable.put(written, one_of(dice, variable.values(dice)))
    end
  end
  return written
end

-- `written` with one variable stated otherwise.
local function with(written, variable, value)
  local other = shallow.with(written, "facts", shallow.copy(written.facts))
  variable.put(other, value)
  return other
end

-- The conditions that decide a result: its gates where it does not apply.
local function roots_of(search, result)
  if result.outcome == outcomes.NOT_APPLICABLE then return search.gates end
  return result.found
end

-- Restates facts that decide the outcome, but for those in `kept`, until what is
-- wanted shows.  Returns whether it does, and the example it ended with.
local function walk(search, dice, written, wanted, kept)
  for _ = 1, STEPS do
    local shown, result = suggest_search.shows(search, written, wanted)
    if shown then return true, written end
    local deciding = result
      and variables_of(search, roots_of(search, result), kept) or {}
    if wanted.check and result and result.outcome == "conformance" then break end
    -- Facts that contradict others decide nothing, and may be any.
    local variable = one_of(dice, #deciding > 0 and dice(8) > 1 and deciding
      or search.variables)
    if not variable then break end
    if not kept[variable] then
      written = with(written, variable, one_of(dice, variable.values(dice)))
    end
  end
  return false, written
end

-- Every example that differs from `written` in one variable.
local function look_around(search, dice, written, wanted)
  for _, variable in ipairs(search.variables) do
    for _, value in ipairs(variable.values(dice)) do
      local other = with(written, variable, value)
      if suggest_search.shows(search, other, wanted) then return other end
    end
  end
end

local function find_outcome(search, dice, wanted)
  local nothing = nothing_stated()
  if suggest_search.shows(search, nothing, wanted) then return nothing end
  for _ = 1, search.tries > 0 and STARTS or 0 do
    local shown, written = walk(search, dice, random_example(search, dice),
      wanted, {})
    if shown then return written end
  end
end

-- A change shows where what it speaks of is stated, all else is well, or all but
-- one thing; every other time beside nothing else, which contradicts nothing.
local function find_difference(search, dice, wanted)
  local focus, kept = variables_of(search, { wanted.place }, {}), {}
  for _, variable in ipairs(focus) do kept[variable] = true end
  for start = 1, STARTS do
    if search.tries < 0 then return nil end
    local alone = (start - 1) // 2 % 2 == 0
    local written = alone and nothing_stated() or random_example(search, dice)
    for _, variable in ipairs(focus) do
      local values = variable.values(dice)
      variable.put(written, #focus == 1 and values[(start - 1) % #values + 1]
        or one_of(dice, values))
    end
    local shown
    shown, written = walk(search, dice, written, wanted, kept)
    if shown then return written end
    written = look_around(search, dice, written, wanted)
    if written then return written end
  end
end

-- ---- what is needed -----------------------------------------------------

-- Leaves out of `object` what makes no difference; still(): whether it holds.
local function prune(object, keep, still)
  local keys = {}
  for key in pairs(object) do
    if type(key) == "string" and not keep[key] then keys[#keys + 1] = key end
  end
  table.sort(keys)
  for _, key in ipairs(keys) do
    local value = object[key]
    object[key] = nil
    if not still() then object[key] = value end
  end
end

local KEEP_HERE <const> = { facts = true, as_of = true }
local KEEP_IN_LIST <const> = { complete = true }

local function prune_list(items, still)
  for i = #items, 1, -1 do
    local item = table.remove(items, i)
    if not still() then
      table.insert(items, i, item)
      prune(item, {}, still)
    end
  end
  prune(items, KEEP_IN_LIST, still)
end

local function smallest(search, written, still)
  prune(written, KEEP_HERE, still)
  prune(written.facts, {}, still)
  for _, list in ipairs(search.lists) do
    if written[list.path] then prune_list(written[list.path], still) end
  end
  prune_list(written.records or {}, still)
end

-- ---- the whole ----------------------------------------------------------

-- A search for examples of `check` by a function of core.alone, which knows the changed
-- checks too; `lists` are those it may state.
function suggest_search.new(m, host, check, run)
  local gates = { check.provision.applies }
  gates[#gates + 1] = check.applies
  local roots = { check.expect, table.unpack(gates) }
  local search = { m = m, host = host, check = check, run = run, gates = gates,
    tries = TRIES, variables = {}, by_key = {},
    limits = suggest_values.limits_of(roots, m.parameter_frame),
    lists = m.vocabulary.ordered_lists }
  for _, root in ipairs(roots) do add_variables(search, root) end
  return search
end

-- The smallest example found that shows `wanted`, and its outcome; nil where
-- none was found.  `wanted` is { outcome }, or { check, place }: the changed
-- check, and the condition in which the change stands.
function suggest_search.find(search, wanted)
  local find = wanted.outcome and find_outcome or find_difference
  local written = find(search, new_dice(), wanted)
  if not written then return nil end
  local _, result = suggest_search.shows(search, written, wanted)
  local exactly = { outcome = result.outcome, check = wanted.check }
  smallest(search, written, function()
    return (suggest_search.shows(search, written, exactly))
  end)
  return written, result.outcome
end

return suggest_search
