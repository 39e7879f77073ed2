-- Finds what a name in a condition means: a fact of the list item in hand, a
-- fact of the facility or Member, or a parameter.  Notes every fact and list a
-- rule reads.

local diagnostic = require "base.diagnostic"

local say <const>, none_of <const> = diagnostic.new, diagnostic.none_of

local names = {}

local function note(list, seen, entry)
  if not seen[entry] then
    seen[entry] = true
    list[#list + 1] = entry
  end
end

-- In any order: what is nearest does not depend on it.
local function all_names(model, list)
  local vocabulary, parameters = model.vocabulary, model.parameters
  local found = {}
  model.host.charge(#vocabulary.ordered + #model.parameter_list)
  for name in pairs(list and list.entries or {}) do found[#found + 1] = name end
  for name in pairs(vocabulary.entries) do found[#found + 1] = name end
  for name in pairs(parameters) do found[#found + 1] = name end
  return found
end

-- The first list whose items have the fact `name`.
local function list_with(model, name)
  model.host.charge(#model.vocabulary.ordered_lists)
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    if list.entries[name] then return list.path end
  end
end

local function unknown_name(model, list, name)
  local of = not list and list_with(model, name)
  if of then
    return say("fact-of-items", { it = name, list = of })
  end
  return none_of("name-unknown", { it = name, list = list and list.path },
    all_names(model, list))
end

local function unknown_list(model, path)
  local vocabulary, found = model.vocabulary, {}
  model.host.charge(#vocabulary.ordered_lists)
  for name in pairs(vocabulary.lists) do found[#found + 1] = name end
  table.sort(found)
  return none_of("list-unknown", { it = path }, found)
end

-- Whether a rule of `scope` may read `entry` outside a list.
local function reachable(entry, scope, inside_facilities)
  return entry.scope ~= "facility" or scope == "facility" or inside_facilities
end

-- A scope for conditions.compile.  `reads` = { facts, lists } collects what the
-- rule reads; fail(ast, diagnostic) raises.
function names.scope(model, rule_scope, reads, fail, run_author)
  local vocabulary, parameters = model.vocabulary, model.parameters
  local seen = {}
  local function note_read(entry)
    note(reads.facts, seen, entry)
    if entry.follows then -- reports show what it follows from, too
      for _, other in ipairs(entry.reads.facts) do note(reads.facts, seen, other) end
    end
    if entry.left_out then note(reads.facts, seen, vocabulary.entries[entry.of]) end
  end
  local function gives_note(points)
    for _, id in ipairs(points) do
      local row = model.ratings[model.points[id].strength]
      if row and row.lapse ~= "observation" then return false end
    end
    return true
  end
  local function at(list, inside_facilities)
    local scope = { gives_note = gives_note, fail = fail, run_author = run_author }
    function scope.resolve(name)
      local entry = list and list.entries[name] or vocabulary.entries[name]
        or parameters[name]
      if not entry then
        return nil, unknown_name(model, list, name)
      end
      if not reachable(entry, rule_scope, inside_facilities) then
        return nil, say("fact-of-facility", { it = name })
      end
      note_read(entry)
      return entry
    end
    function scope.list(path)
      local found = vocabulary.lists[path]
      if not found then return nil, unknown_list(model, path) end
      note(reads.lists, seen, found)
      return found
    end
    function scope.inside(inner)
      local facilities = inner.inner == "facility"
      return at(not facilities and inner or list,
        inside_facilities or facilities)
    end
    return scope
  end
  return at(nil, false)
end

return names
