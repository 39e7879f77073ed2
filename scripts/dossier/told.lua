-- How a problem tells of what stands in a dossier.  A value in the wrong
-- place may be a victim's name: inside what the vocabulary marks sensitive it is
-- kept back, in a problem as in a report, unless the caller asks.

local cures = require "dossier.cures"
local lookalike = require "base.lookalike"
local diagnostic = require "base.diagnostic"
local meant_group = require "dossier.meant_group"
local nearest = require "base.nearest"
local object_cures = require "dossier.object_cures"
local search = require "model.search"
local values = require "base.values"
local work = require "base.work"

local told = {}

local say <const> = diagnostic.new
local KEPT_BACK <const> = "(kept back)"
-- Names are looked for until that took so much work; the rest are told without a
-- name, but with where to look.
local MOST_WORK <const> = 2000000
local SEARCH_COST <const> = 2000
local MOST_DIGITS <const> = 60 -- that are shown of a number
local MOST_ALLOWED <const> = 40 -- names that are listed where none is near
local OF_TOP <const> = { evidence = true, records = true, findings = true,
  facilities = true, assessment = true }
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
local function looks_of(candidates)
  local looks = {}
  for _, name in ipairs(candidates) do
    local look = lookalike.skeleton(name)
    looks[look] = looks[look] or name
  end
  return looks
end

-- The cure where one of `candidates` is near, or nil.  A copy of a name that only
-- looks the same says by which character.
local function hint_for(word, candidates, looks)
  local copy = looks[lookalike.skeleton(word)]
  if copy then
    return { code = "did-you-mean-copy", near = copy,
      difference = lookalike.difference(word, copy) }
  end
  local near = nearest.find(word, candidates)
  return near and { code = "did-you-mean", near = near }
end

-- The place of the fact that `path` names, as its groups are written.
local function nested(vocabulary, path)
  local entry = vocabulary.entries[path]
  if not entry or entry.scope == "item" then return nil end
  local steps = {}
  for step in entry.suffix:gmatch "[^/]+" do steps[#steps + 1] = '"' .. step .. '": ' end
  return table.concat(steps, "{") .. "..." .. ("}"):rep(#steps - 1)
end

-- Where no name is near: the name that is meant by the word, or the facts that speak
-- of it.
local function by_word(r, one)
  if cures.is_confidence(one.says.code, one.word) then
    return { code = "no-confidence", it = one.word }
  end
  if cures.is_remark(one.word) then return { code = "write", form = '"x-comment"' } end
  local name = cures.of_key(one.says.code, one.word)
  if name and nearest.is_in(name, one.says.code == "not-part-of-fact" and { name }
      or one.candidates) then return { code = "write", form = name } end
  if not one.may_search then return nil end
  local form = nested(r.vocabulary, one.word)
  if form then return { code = "write", form = form } end
  local group = one.group and meant_group.of(r.vocabulary, one.tree, one.word, one.group)
  if group then return { code = "did-you-mean", near = group } end
  local paths = search.facts(r.vocabulary, one.word)
  return #paths > 0 and { code = "see-facts", facts = paths } or nil
end

-- All that may stand there, where these are few.
local function allowed(one)
  if one.lists and #one.candidates == 0 then return { code = "may-hold-nothing" } end
  return one.lists and #one.candidates <= MOST_ALLOWED
    and { code = "may-hold", allowed = one.candidates } or nil
end

-- Cures for names of one list of candidates, each looked for once: a dossier may
-- hold one slip a thousand times.
local function new_hints(r, candidates)
  local known, looks = {}, nil
  local function look(one)
    local called = one.may_search and search.is_called(r.vocabulary, one.word)
    looks = looks or looks_of(candidates)
    return called and by_word(r, one) or hint_for(one.word, candidates, looks)
      or by_word(r, one) or false
  end
  return function(one, may_look)
    local key = one.word .. (one.group and "{" or "")
    if known[key] == nil and may_look then known[key] = look(one) end
    return known[key] or allowed(one)
  end
end

-- Names that lead nowhere get their cure when all are known: which are the first
-- must not depend on the order in which an object's fields come.
local function add_hints(r, unfound)
  table.sort(unfound, function(a, b)
    if a.problem.pointer ~= b.problem.pointer then
      return a.problem.pointer < b.problem.pointer
    end
    return a.word < b.word
  end)
  local hints, start = {}, work.total()
  for _, one in ipairs(unfound) do
    local hint = hints[one.candidates] or new_hints(r, one.candidates)
    hints[one.candidates] = hint
    local cure = hint(one, work.total() - start < MOST_WORK)
    if cure then r.say_again(one.problem, told.cured(one.says, cure)) end
  end
end

-- What stands in the envelope of a fact beside its answer.
local IN_A_FACT <const> = nearest.set_of { "auditor", "evidence", "na_reason",
  "na_verified_by", "note", "set_by", "stated_by", "why", "withheld_reason" }

-- What is wrong with a name that stands elsewhere in a dossier.
local function elsewhere(trees, tree, key)
  if (tree == trees.facility or tree == trees.member) and OF_TOP[key] then
    return say("stands-at-top", { it = key })
  end
  if tree == trees.facility and key == "facility" then
    return say("at-facility-itself", { it = key })
  end
  if tree == trees.member and trees.facility.children[key] then
    return say("said-of-facility", { it = key })
  elseif tree == trees.facility and trees.member.children[key] then
    return say("said-of-member", { it = key })
  end
  return IN_A_FACT[key] and say("stands-in-fact", { it = key })
end

-- The diagnostic with a cure found for it, which may be nil.
function told.cured(d, cure)
  return cure and diagnostic.with_cure(d, cure.code, cure) or d
end

local PERSONS <const> = "persons" -- the unit of a head-count

-- The head-counts that others are a part of.
local function wholes(vocabulary)
  local paths = {}
  for _, entry in ipairs(vocabulary.parts) do
    if vocabulary.entries[entry.of].unit == PERSONS
      and not nearest.is_in(entry.of, paths) then paths[#paths + 1] = entry.of end
  end
  return paths
end

-- A number of its own is a head-count: those that speak of the word, or else all.
local function heads_for(vocabulary, key)
  local heads = wholes(vocabulary)
  local spoken = search.facts(vocabulary, key, function(entry)
    return nearest.is_in(entry.path, heads)
  end)
  if #spoken == 0 then spoken = heads end
  return #spoken > 0 and { code = "see-facts", facts = spoken } or nil
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
  if #paths == 0 and wanted == "count" then return heads_for(r.vocabulary, key) end
  if #paths == 0 then paths = search.facts(r.vocabulary, key, fits) end
  return #paths > 0 and { code = "see-facts", facts = paths } or nil
end

local function quoted(words)
  local list = {}
  for i, word in ipairs(words) do list[i] = "'" .. word .. "'" end
  return list
end

-- Tells keys of a fact that is kept back by the names they have there, and nothing of
-- their values; gives whether it is known what each of several is meant as.
local function told_by_names(r, object, pointer, known)
  local keys, names = object_cures.names(object, known)
  if not names or #keys < 2 then return false end
  local list = { separator = " and " }
  for i, key in ipairs(keys) do
    list[i] = say("name-for-name", { name = names[i], key = key })
  end
  r.error(pointer, told.cured(say("not-parts-of-fact", { it = quoted(keys), many = true }),
    { code = "write-each", names = list }))
  return true
end

-- Gives the reading `r` its words.  r.secret is true while something sensitive
-- is read.
function told.prepare(r, json)
  local unfound = {}
  r.secret = false

  -- A value; `node` is what should stand in its place.
  function r.shown(value, node)
    local hidden = r.secret
      or node and not r.show_sensitive and holds_sensitive(node)
    return hidden and SCALARS[type(value)] and KEPT_BACK or values.shown(value)
  end

  -- A number that was found is told as it stands in the text at `place`: read as the
  -- nearest double, it may look like the one that was wanted.
  function r.say_as_written(problem, place, text)
    local written = problem.is_number and place.value_at
      and text:match("^[%d.eE+-]+", place.value_at)
    if not written then return end
    r.say_again(problem, diagnostic.with(problem.says, {
      found = #written <= MOST_DIGITS and written
        or written:sub(1, MOST_DIGITS) .. "..." }))
  end

  -- The form that a fact of `entry` would take, in an envelope in place of `key`, as
  -- a cure.  The day of the assessment is a day, whatever else a date may be.
  function r.cure(entry, value, key)
    if entry.path == "assessment.date" then
      return cures.is_by_clock(value) and { code = "no-clock" }
        or cures.day(entry, value, json)
    end
    return cures.told(entry, value, json, key, r.secret)
  end

  -- Tells the keys of a fact's object that are not in `known` together, where it is
  -- known what they say; gives whether it is.  `key`: the object is that key's value.
  function r.told_together(entry, object, pointer, known, key)
    if r.secret then return told_by_names(r, object, pointer, known) end
    local cure, more, keys, alone, also = object_cures.of(entry, object, known)
    if cure == nil or key and not alone then return false end
    local says = say("not-parts-of-fact", { it = quoted(keys), one = #keys == 1 or nil,
      many = #keys > 1 or nil })
    keys[#keys + 1] = also
    local place = not alone and table.concat(keys, '", "') or key
    cure = cures.as_told(cure, more, json, place)
    if alone and cure.code == "write" and not cure.form.code then
      cure.code = "write-for-braces"
    end
    r.error(pointer, told.cured(says, cure))
    return true
  end

  -- Tells `code` of the way `key` to say a value, which a fact of `entry` has not.
  function r.other_way(pointer, code, entry, object, key)
    local value = object[key]
    local cure = cures.of_way(entry, value, json, key, r.secret)
    r.error(pointer, told.cured(say(code), cure))
  end

  -- The state that was meant by one that is none.
  function r.state_cure(entry, object, written)
    local cure = not r.secret and cures.of_state(entry, object, written)
    return cure and cures.as_told(cure, {}, json, "state") or nil
  end

  -- The same in a register, where plain values alone stand.
  function r.plain_cure(entry, value)
    if r.secret then return nil end
    if entry.type == "date" then return cures.day(entry, value, json) end
    return cures.plain(entry, value, json)
  end

  -- Tells `says` of the name `word` at `pointer`, which is none of `candidates`; the
  -- nearest of these is its cure.  `more.lists`: else all of them, where they are few;
  -- `more.may_search`: else the facts that speak of the word, and first where people
  -- call a fact so; `more.group`: the facts that stand below the name in `more.tree`.
  function r.unfound(pointer, says, word, candidates, more)
    local problem = r.problem("error", pointer, says)
    if type(word) ~= "string" or r.secret and not more then return end
    unfound[#unfound + 1] = { problem = problem, says = says, word = word,
      candidates = candidates, lists = more ~= nil,
      may_search = more and more.may_search, group = more and more.group,
      tree = more and more.tree }
  end

  -- A value in place of a group of facts: `suffix` is where in its frame.
  function r.not_a_group(pointer, value, node, key, suffix)
    r.charge(SEARCH_COST)
    r.error(pointer, told.cured(say("wanted-group", { names = node.names,
      found = r.shown(value, node) }), facts_for(r, value, key, suffix)))
  end

  -- A key that has no place in the object at `pointer`.  It is never kept back:
  -- who wrote it must find it again.
  function r.stranger(pointer, key, wrong, candidates, more)
    if key:sub(1, 2) == "x-" then return end
    r.unfound(pointer .. "/" .. r.escape(key), say(wrong, { it = key }), key,
      candidates, more or {})
  end

  -- A key that is no name in `tree`; perhaps one is said of the Member that belongs
  -- to a facility, or the other way round.
  function r.stranger_in(tree, pointer, key, value, frame)
    local trees, list = r.vocabulary.trees, frame["#list"]
    local wrong = elsewhere(trees, tree, key)
    if wrong then
      r.problem("error", pointer .. "/" .. r.escape(key), wrong)
    else
      r.stranger(pointer, key, "not-in-vocabulary", tree.names, { tree = tree,
        may_search = tree ~= trees.assessment
          and (not list or list == r.vocabulary.facilities),
        group = meant_group.holds_facts(value) and value or nil })
    end
  end

  -- To be called once all is read.
  function r.end_told() add_hints(r, unfound) end
end

return told
