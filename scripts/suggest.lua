-- Writes the examples a check still lacks: one for each outcome that none shows,
-- and one for each change to its conditions that none notices.  Facts are tried
-- in an order that is always the same, and what is not needed is left out.  The
-- outcome is what the rule gives today; whether it is right, the author says.

local evaluate = require "evaluate"
local examples_read = require "examples_read"
local mutation = require "mutation"
local nodes = require "nodes"
local reach = require "reach"
local suggest_values = require "suggest_values"

local suggest = {}

local TRIES <const> = 3000

-- ---- what may be stated -------------------------------------------------

-- Facts and lists that a check reads, its provision's gate and the lists that
-- facts follow from included.
local function subjects_of(check)
  local roots = { check.provision.applies, check.applies, check.expect }
  local limits = suggest_values.limits_of(table.unpack(roots, 1, 3))
  local facts, lists, prompts, seen = {}, {}, {}, {}
  for i = 1, 3 do
    nodes.walk(roots[i], function(node)
      if node.kind == "auditor" then prompts[#prompts + 1] = node.id end
      local list = node.list
      if list and list.inner == "item" and not seen[list] then
        seen[list], lists[#lists + 1] = true, list
      end
    end)
  end
  for _, entry in ipairs(nodes.facts(table.unpack(roots, 1, 3))) do
    if entry.scope ~= "parameter" and entry.scope ~= "item" then
      facts[#facts + 1] = entry
    end
  end
  return { facts = facts, lists = lists, prompts = prompts, limits = limits }
end

-- ---- choosing -----------------------------------------------------------

-- Numbers that look random and are the same on every machine.
local function new_dice()
  local state = 20131130
  return function(sides)
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % sides + 1
  end
end

local function choose(dice, entry, limits)
  local values = suggest_values.of(entry, limits[entry])
  return values[dice(#values)]
end

local function choose_item(dice, list, limits)
  local item = {}
  for _, entry in ipairs(list.ordered) do
    if entry.type ~= "text" and (limits[entry] or dice(3) == 1) then
      item[entry.path] = choose(dice, entry, limits)
    end
  end
  return item
end

-- Answers of the auditor, to some of the check's questions.
local function choose_records(dice, prompts)
  local records = {}
  for _, prompt in ipairs(prompts) do
    local side = dice(3)
    if side < 3 then
      records[#records + 1] = { prompt = prompt,
        answer = side == 1 and "yes" or "no" }
    end
  end
  return records[1] and records
end

-- An example at random: most facts stated, lists complete with few items.
local function choose_all(dice, subjects)
  local written = { facts = {}, as_of = suggest_values.AS_OF }
  for _, entry in ipairs(subjects.facts) do
    if dice(8) > 1 then
      written.facts[entry.path] = choose(dice, entry, subjects.limits)
    end
  end
  for _, list in ipairs(subjects.lists) do
    local items = { complete = true }
    for i = 1, dice(3) - 1 do
      items[i] = choose_item(dice, list, subjects.limits)
    end
    written[list.path] = dice(8) > 1 and items or nil
  end
  written.records = choose_records(dice, subjects.prompts)
  return written
end

-- ---- trying -------------------------------------------------------------

-- What `check` and, where there is one, the changed check come to.
local function results(m, host, written, check, changed)
  host.charge(1)
  local dossier = examples_read.dossier(m, host, written)
  local one = dossier and mutation.ready(m, host, { dossier = dossier,
    as_of = written.as_of })
  if not one then return nil end
  local result = evaluate.one(m, check, one.r, one.ctx)
  return result, changed and evaluate.one(m, changed, one.r, one.ctx)
end

-- Whether the example shows what is wanted: an outcome, or a difference.
local function shows(m, host, written, check, wanted)
  local result, other = results(m, host, written, check, wanted.check)
  if not result or result.outcome == "error" then return nil end
  if wanted.outcome and result.outcome ~= wanted.outcome then return nil end
  if wanted.check and other.outcome == result.outcome then return nil end
  return result.outcome
end

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

local function smallest(written, subjects, still)
  prune(written, KEEP_HERE, still)
  prune(written.facts, {}, still)
  for _, list in ipairs(subjects.lists) do
    local items = written[list.path]
    for i = items and #items or 0, 1, -1 do
      local item = table.remove(items, i)
      if not still() then
        table.insert(items, i, item)
        prune(item, {}, still)
      end
    end
    if items then prune(items, KEEP_IN_LIST, still) end
  end
end

-- An example that shows `wanted` = { outcome, check }; nil where none was found.
local function find(m, host, check, subjects, wanted)
  local dice = new_dice()
  for _ = 1, TRIES do
    local written = choose_all(dice, subjects)
    local outcome = shows(m, host, written, check, wanted)
    if outcome then
      wanted = { outcome = outcome, check = wanted.check }
      smallest(written, subjects, function()
        return shows(m, host, written, check, wanted) ~= nil
      end)
      return written, outcome
    end
  end
end

-- ---- writing ------------------------------------------------------------

local function sentences(facts)
  local paths, list = {}, {}
  for path in pairs(facts) do
    if type(path) == "string" and path ~= "complete" then
      paths[#paths + 1] = path
    end
  end
  table.sort(paths)
  for i, path in ipairs(paths) do
    list[i] = ("%q"):format(suggest_values.sentence(path, facts[path]))
  end
  return table.concat(list, ",\n      ")
end

local function list_text(list, items)
  local parts = { "complete = true" }
  for _, item in ipairs(items) do
    parts[#parts + 1] = ("{ %s }"):format(sentences(item))
  end
  return ("    %s = { %s },"):format(list.path, table.concat(parts,
    ",\n      "))
end

local function example_text(written, outcome, because, subjects)
  local lines = { ("  { gives = %q,"):format(outcome),
    ("    because = %q,"):format(because) }
  if next(written.facts) then
    lines[#lines + 1] = ("    facts = { %s },"):format(
      sentences(written.facts))
  end
  for _, list in ipairs(subjects.lists) do
    local items = written[list.path]
    if items then lines[#lines + 1] = list_text(list, items) end
  end
  for _, record in ipairs(written.records or {}) do
    lines[#lines + 1] = ("    records = { { prompt = %q, answer = %q } },")
      :format(record.prompt, record.answer)
  end
  lines[#lines + 1] = "  },"
  return table.concat(lines, "\n")
end

-- ---- the whole ----------------------------------------------------------

local function given_of(blocks, check)
  local given = {}
  for _, block in ipairs(blocks) do
    for _, example in ipairs(block.check_id == check.id and block.list or {}) do
      if example.gives then given[example.gives] = true end
    end
  end
  return given
end

-- What is wanted of new examples: { outcome, because } or { check, because }.
local function wanted_of(m, host, blocks, check)
  local list, given = {}, given_of(blocks, check)
  for _, outcome in ipairs(reach.outcomes(m, host, check)) do
    if not given[outcome] then
      list[#list + 1] = { outcome = outcome,
        because = ("say why this is %s"):format(outcome) }
    end
  end
  for _, one in ipairs(mutation.of(m, host, blocks, check)) do
    list[#list + 1] = { check = one.check, because = ("say why, with '%s', "
      .. "which must not become '%s'"):format(one.change.was, one.change.now) }
  end
  return list
end

-- Whether one of the examples already found shows this too.
local function shown_by(m, host, found, check, wanted)
  for _, one in ipairs(found) do
    if shows(m, host, one, check, wanted) then return true end
  end
  return false
end

-- The examples that `check` lacks, as texts, and what none was found for.
local function examples_for(m, host, check)
  local blocks = examples_read.blocks(m, host)
  local subjects = subjects_of(check)
  local found, texts, none = {}, {}, {}
  for _, wanted in ipairs(wanted_of(m, host, blocks, check)) do
    if not shown_by(m, host, found, check, wanted) then
      local written, outcome = find(m, host, check, subjects, wanted)
      found[#found + 1] = written
      if written then
        texts[#texts + 1] = example_text(written, outcome, wanted.because,
          subjects)
      else
        none[#none + 1] = wanted.because
      end
    end
  end
  return texts, none
end

local HEAD <const> = [[
-- Written by cop11 from the rule as it stands.  Is each outcome right?  If so,
-- say in because why; if not, mend the rule.
]]

-- The examples that `check` lacks (cop11.missing/1), as text to put into the
-- file of its examples; `none` says what could not be shown.
function suggest.missing(m, host, check)
  local texts, none = examples_for(m, host, check)
  local text = ""
  if #texts > 0 then
    text = ("%sexamples %q {\n%s\n}\n"):format(HEAD, check.id,
      table.concat(texts, "\n"))
  end
  return { format = "cop11.missing/1", check = check.id, count = #texts,
    text = text, none = host.json.array(none) }
end

return suggest
