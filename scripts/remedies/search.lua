-- Looks for the fewest changed answers with which a check comes out well: first one,
-- then two, as long as there are tries.  What decides the outcome says what to change.

local moves = require "remedies.moves"
local outcomes = require "base.outcomes"
local shallow = require "base.shallow"

local search = {}

local MOST_CHANGES <const>, TRIES <const>, ENOUGH <const> = 4, 600, 3

local function is_well(result)
  return result and result.outcome and result.outcome ~= outcomes.NOT_APPLICABLE
    and outcomes.is_favourable(result.outcome)
end

-- ---- searching -----------------------------------------------------------------

local function fact_of(move)
  return ("%s %s"):format(move.list and move.list.path or "", move.entry.path)
end

-- One text for moves in any order, by what name(move) calls each.
local function key_of(made, name)
  local keys = {}
  for i, move in ipairs(made) do keys[i] = name(move) end
  table.sort(keys)
  return table.concat(keys, "\n")
end

-- What the check comes to now; the same changes are judged once.
local function judged(run, made)
  local key = key_of(made, function(move) return move.key end)
  if run.seen[key] == nil and run.tries > 0 then
    run.tries = run.tries - 1
    run.seen[key] = run.judge() or false
  end
  return run.seen[key]
end

local function has_changed(made, move)
  for _, one in ipairs(made) do
    if fact_of(one) == fact_of(move) then return true end
  end
  return false
end

-- Keeps the moves `made`, but where others are of the same facts.
local function keep(run, made)
  local facts = key_of(made, fact_of)
  if run.kept[facts] then return end
  run.kept[facts], run.found[#run.found + 1] = true, table.move(made, 1, #made, 1, {})
end

-- The conditions that decide, and those by which answers that were changed contradict
-- others.
local function to_mend(run, result, made)
  local list = table.move(result.found or {}, 1, #(result.found or {}), 1, {})
  for _, move in ipairs(result.outcome == outcomes.OPEN and made or {}) do
    for _, one in ipairs(run.at.disagreements) do
      for _, entry in ipairs(one.entries) do
        if entry == move.entry then list[#list + 1] = one.when end
      end
    end
  end
  return list
end

-- Tries up to `depth` changes more; whether one of the first of these did it.
local function look(run, made, depth)
  local result = judged(run, made)
  if is_well(result) then
    keep(run, made)
    return true
  end
  if depth == 0 or not result then return false end
  local done = {}
  for _, move in ipairs(moves.of(to_mend(run, result, made), run.at)) do
    if #run.found >= ENOUGH or run.tries == 0 then break end
    local fact = fact_of(move)
    if not done[fact] and not has_changed(made, move) then
      local undo = moves.apply(move, run.at.host.json)
      made[#made + 1] = move
      done[fact] = look(run, made, depth - 1)
      made[#made] = nil
      undo()
    end
  end
  return false
end

-- ---- no more than is needed --------------------------------------------------------

local function with_made(run, made, judge)
  local undo = {}
  for i, move in ipairs(made) do undo[i] = moves.apply(move, run.at.host.json) end
  local result = judge()
  for i = #undo, 1, -1 do undo[i]() end
  return result
end

-- `made` with another move at `i`, where it still does.
local function tried(run, made, i, move)
  local other = shallow.with(made, i, move)
  return is_well(with_made(run, other, run.judge)) and other or made
end

local function without(list, i)
  local rest = table.move(list, 1, i - 1, 1, {})
  return table.move(list, i + 1, #list, i, rest)
end

-- Fewer items, and fewer values in a set than were not stated before.
local function smaller(run, made)
  for i in ipairs(made) do
    for k = made[i].list and #made[i].targets or 0, 1, -1 do
      if #made[i].targets > 1 then
        made = tried(run, made, i, shallow.with(made[i], "targets",
          without(made[i].targets, k)))
      end
    end
    for k = type(made[i].value) == "table" and #made[i].value or 0, 1, -1 do
      if #made[i].value > 1 then
        made = tried(run, made, i, shallow.with(made[i], "value",
          without(made[i].value, k)))
      end
    end
  end
  return made
end

-- ---- the whole ------------------------------------------------------------------------

-- Up to a few lists of moves at the place `at`, all of the same and smallest length, with
-- each of which judge() comes out well; none where none was found.
function search.find(at, judge)
  local run = { at = at, judge = judge, seen = {}, tries = TRIES, found = {},
    kept = {} }
  for depth = 1, MOST_CHANGES do
    look(run, {}, depth)
    if #run.found > 0 or run.tries == 0 then break end
  end
  for i, made in ipairs(run.found) do run.found[i] = smaller(run, made) end
  return run.found
end

-- What judge() gives with the moves `made`.
function search.with(at, made, judge)
  return with_made({ at = at }, made, judge)
end

search.is_well = is_well
return search
