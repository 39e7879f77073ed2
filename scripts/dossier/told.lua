-- How a problem tells of what stands in a dossier.  A value in the wrong
-- place may be a victim's name: inside what the vocabulary marks sensitive it is
-- kept back, in a problem as in a report, unless the caller asks.

local cures = require "dossier.cures"
local lookalike = require "base.lookalike"
local nearest = require "base.nearest"
local search = require "model.search"
local values = require "dossier.values"

local told = {}

-- What a name is said not to be in, or part of.
local VOCABULARY <const>, FACT <const> = "in the vocabulary", "part of a fact"
local KEPT_BACK <const> = "(kept back)"
-- Names that a nearest one is looked for; the rest are told without.
local MOST_HINTS <const> = 50
local SEARCH_COST <const> = 2000
local MOST_COPIES <const>, LOOK_COST <const> = 500, 50
local SCALARS <const> = { boolean = true, number = true, string = true }

-- Whether anything below a node of the vocabulary's trees is sensitive.
local function holds_sensitive(node)
  local entry, list = node.entry, node.list
  if entry then return entry.hides_why end
  if list then return list.sensitive or holds_sensitive(list.tree) end
  for _, child in pairs(node.children) do
    if holds_sensitive(child) then return true end
  end
  return false
end

-- The first of `candidates` that looks like `word`.
local function copy_of(r, word, candidates)
  local look = lookalike.skeleton(word)
  for i = 1, math.min(#candidates, MOST_COPIES) do
    r.charge(LOOK_COST)
    if lookalike.skeleton(candidates[i]) == look then return candidates[i] end
  end
end

-- A copy of a name that only looks the same says by which character.
local function hint_for(r, word, candidates)
  local copy = copy_of(r, word, candidates)
  local best = copy or nearest.find(word, candidates)
  if not best then return "" end
  return ("; did you mean '%s'?"):format(best)
    .. (copy and " " .. lookalike.difference(word, copy) or "")
end

-- Did you mean?  A dossier may hold one slip a thousand times.
local function new_hints(r)
  local hints = {}
  return function(word, candidates)
    local known = hints[candidates] or {}
    hints[candidates] = known
    known[word] = known[word] or hint_for(r, word, candidates)
    return known[word]
  end
end

-- Where no name is near: the facts that speak of the word, or the name that an
-- envelope has for it.
local function by_word(r, one)
  if one.what == FACT then return cures.of_key(one.key) end
  if not one.may_search then return "" end
  r.charge(SEARCH_COST)
  local paths = search.facts(r.vocabulary, one.key)
  return #paths > 0 and "; see " .. table.concat(paths, ", ") or ""
end

-- Names in the wrong place get their hint when all are known: which are the first
-- must not depend on the order in which an object's fields come.
local function add_hints(r, strangers, hint)
  table.sort(strangers, function(a, b)
    return a.problem.pointer < b.problem.pointer
  end)
  local known, left = {}, MOST_HINTS
  for _, one in ipairs(strangers) do
    local seen = known[one.candidates] or {}
    known[one.candidates] = seen
    if not seen[one.key] and left > 0 then
      seen[one.key], left = hint(one.key, one.candidates), left - 1
      if seen[one.key] == "" then seen[one.key] = by_word(r, one) end
    end
    one.problem.message = one.problem.message .. (seen[one.key] or "")
  end
end

-- Where a name belongs that stands at the other of Member and facility.
local function place_of(trees, tree, key)
  if tree == trees.member and trees.facility.children[key] then
    return "a facility, not of the Member; write it at each facility, or in "
      .. "all_facilities"
  elseif tree == trees.facility and trees.member.children[key] then
    return "the Member, not of a facility; write it in member"
  end
end

-- Gives the reading `r` its words.  r.secret is true while something sensitive
-- is read.
function told.prepare(r, json)
  local hint, strangers, hints = new_hints(r), {}, 0
  r.secret = false

  -- A value; `node` is what should stand in its place.
  function r.shown(value, node)
    local hidden = r.secret
      or node and not r.show_sensitive and holds_sensitive(node)
    return hidden and SCALARS[type(value)] and KEPT_BACK or values.shown(value)
  end

  -- The form that a fact of `entry` would take, in an envelope in place of `key`.
  -- The day of the assessment is a day, whatever else a date may be.
  function r.cure(entry, value, key)
    if r.secret or entry.path == "assessment.date" then return "" end
    return cures.text(entry, value, json, key)
  end

  -- The nearest of `candidates` in a list, whose order is that of the dossier.
  function r.hint(word, candidates)
    if r.secret or hints >= MOST_HINTS then return "" end
    hints = hints + 1
    return hint(word, candidates)
  end

  -- A key that has no place in the object at `pointer`.  It is never kept back:
  -- who wrote it must find it again.
  function r.stranger(pointer, key, what, candidates, may_search)
    if key:sub(1, 2) == "x-" then return end
    local place = pointer .. "/" .. r.escape(key)
    local problem = r.problem("error", place, ("'%s' is not %s"):format(key, what))
    strangers[#strangers + 1] = { problem = problem, key = key, what = what,
      candidates = candidates, may_search = may_search }
  end

  -- A key that is no name in `tree`; perhaps one is said of the Member that belongs
  -- to a facility, or the other way round.
  function r.stranger_in(tree, pointer, key, frame)
    local where, list = place_of(r.vocabulary.trees, tree, key), frame["#list"]
    if where then
      r.problem("error", pointer .. "/" .. r.escape(key), ("'%s' is said of %s")
        :format(key, where))
    else
      r.stranger(pointer, key, VOCABULARY, tree.names,
        not list or list == r.vocabulary.facilities)
    end
  end

  -- To be called once all is read.
  function r.end_told() add_hints(r, strangers, hint) end
end

return told
