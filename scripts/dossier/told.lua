-- How a problem tells of what stands in a dossier.  A value in the wrong
-- place may be a victim's name: inside what the vocabulary marks sensitive it is
-- kept back, in a problem as in a report, unless the caller asks.

local cures = require "dossier.cures"
local lookalike = require "base.lookalike"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local search = require "model.search"
local values = require "dossier.values"

local told = {}

local say <const> = diagnostic.new
local KEPT_BACK <const> = "(kept back)"
-- Names that a nearest one is looked for; the rest are told without.
local MOST_HINTS <const> = 50
local SEARCH_COST <const> = 2000
local LOOK_COST <const> = 50
local MOST_ALLOWED <const> = 40 -- names that are listed where none is near
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

-- How each of `candidates` looks: the first name of a look.
local function looks_of(r, candidates)
  local looks = {}
  for _, name in ipairs(candidates) do
    r.charge(LOOK_COST)
    local look = lookalike.skeleton(name)
    looks[look] = looks[look] or name
  end
  return looks
end

-- The cure where one of `candidates` is near: { code, near, odd }, or false.  A copy
-- of a name that only looks the same says by which character.
local function hint_for(word, candidates, looks)
  local copy = looks[lookalike.skeleton(word)]
  if copy then
    return { code = "did-you-mean-copy", near = copy,
      difference = lookalike.difference(word, copy) }
  end
  local near = nearest.find(word, candidates)
  return near and { code = "did-you-mean", near = near } or false
end

-- Did you mean?  A dossier may hold one slip a thousand times.
local function new_hints(r)
  local hints, looks = {}, {}
  return function(word, candidates)
    local known = hints[candidates] or {}
    hints[candidates] = known
    looks[candidates] = looks[candidates] or looks_of(r, candidates)
    if known[word] == nil then
      known[word] = hint_for(word, candidates, looks[candidates])
    end
    return known[word] or nil
  end
end

-- Where no name is near: the name that an envelope has for the word, the facts that
-- speak of it, or else all that may stand there.
local function by_word(r, one)
  local name = one.wrong == "not-part-of-fact" and cures.of_key(one.key)
  if name then return { code = "write", form = name } end
  if one.may_search then
    r.charge(SEARCH_COST)
    local paths = search.facts(r.vocabulary, one.key)
    if #paths > 0 then return { code = "see-facts", facts = paths } end
  end
  return #one.candidates <= MOST_ALLOWED
    and { code = "may-hold", allowed = one.candidates } or nil
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
      seen[one.key], left = hint(one.key, one.candidates) or by_word(r, one), left - 1
    end
    r.say_again(one.problem, told.cured(say(one.wrong, { it = one.key }),
      seen[one.key]))
  end
end

-- What is wrong with a name that stands at the other of Member and facility.
local function at_the_other(trees, tree, key)
  if tree == trees.member and trees.facility.children[key] then
    return say("said-of-facility", { it = key })
  elseif tree == trees.facility and trees.member.children[key] then
    return say("said-of-member", { it = key })
  end
end

-- The diagnostic with a cure found for it, which may be nil.
function told.cured(d, cure)
  return cure and diagnostic.with_cure(d, cure.code, cure) or d
end

-- The counts that others are a part of: those of heads.
local function wholes(vocabulary)
  local paths = {}
  for _, entry in ipairs(vocabulary.parts) do
    if not nearest.is_in(entry.of, paths) then paths[#paths + 1] = entry.of end
  end
  return paths
end

-- The yes/no or counts that a group holds, or another says of it, for a value that
-- stands in place of the group.
local function facts_for(r, value, key, suffix)
  local wanted = math.type(value) and "count" or type(value) == "boolean" and "yes/no"
  if not wanted then return nil end
  local function fits(entry) return entry.type == wanted and entry.scope ~= "item" end
  local paths = {}
  for _, entry in ipairs(r.vocabulary.ordered) do
    if fits(entry) and entry.suffix:find(suffix .. "/", 1, true) == 1 then
      paths[#paths + 1] = entry.path
    end
  end
  if #paths == 0 then paths = search.facts(r.vocabulary, key, fits) end
  if #paths == 0 and wanted == "count" then paths = wholes(r.vocabulary) end
  return #paths > 0 and { code = "see-facts", facts = paths } or nil
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

  -- The form that a fact of `entry` would take, in an envelope in place of `key`, as
  -- a cure.  The day of the assessment is a day, whatever else a date may be.
  function r.cure(entry, value, key)
    if entry.path == "assessment.date" then return cures.day(entry, value, json) end
    return cures.told(entry, value, json, key, r.secret)
  end

  -- The same in a register, where plain values alone stand.
  function r.plain_cure(entry, value)
    if r.secret then return nil end
    if entry.type == "date" then return cures.day(entry, value, json) end
    return cures.plain(entry, value, json)
  end

  -- The diagnostic, with the nearest of `candidates` in a list, whose order is that of
  -- the dossier, to `word` as its cure.
  function r.hinted(d, word, candidates)
    if type(word) ~= "string" or r.secret or hints >= MOST_HINTS then return d end
    hints = hints + 1
    return told.cured(d, hint(word, candidates))
  end

  -- A value in place of a group of facts: `suffix` is where in its frame.
  function r.not_a_group(pointer, value, node, key, suffix)
    r.charge(SEARCH_COST)
    r.error(pointer, told.cured(say("wanted-group", { names = node.names,
      found = r.shown(value, node) }), facts_for(r, value, key, suffix)))
  end

  -- A key that has no place in the object at `pointer`.  It is never kept back:
  -- who wrote it must find it again.
  function r.stranger(pointer, key, wrong, candidates, may_search)
    if key:sub(1, 2) == "x-" then return end
    local place = pointer .. "/" .. r.escape(key)
    local problem = r.problem("error", place, say(wrong, { it = key }))
    strangers[#strangers + 1] = { problem = problem, key = key, wrong = wrong,
      candidates = candidates, may_search = may_search }
  end

  -- A key that is no name in `tree`; perhaps one is said of the Member that belongs
  -- to a facility, or the other way round.
  function r.stranger_in(tree, pointer, key, frame)
    local trees, list = r.vocabulary.trees, frame["#list"]
    local wrong = at_the_other(trees, tree, key)
    if wrong then
      r.problem("error", pointer .. "/" .. r.escape(key), wrong)
    else
      r.stranger(pointer, key, "not-in-vocabulary", tree.names, tree ~= trees.assessment
        and (not list or list == r.vocabulary.facilities))
    end
  end

  -- To be called once all is read.
  function r.end_told() add_hints(r, strangers, hint) end
end

return told
