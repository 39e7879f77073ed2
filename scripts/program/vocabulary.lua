-- Facts, lists, parameters and the tree that dossiers are read by.

local conditions = require "program.conditions"
local values = require "base.values"

local vocabulary = {}

local SCOPES <const> = { "assessment", "facility", "member" }

-- ---- slots --------------------------------------------------------------

local function declare_facts(out, facts, list)
  for slot, entry in ipairs(facts) do
    out.declare("fact", entry)
    out.slots[entry] = slot - 1
    out.list_of[entry] = list
  end
end

local function of_scope(all, scope)
  local found = {}
  for _, one in ipairs(all) do
    if one.scope == scope then found[#found + 1] = one end
  end
  return found
end

-- The Member's lists hold the facilities too.
local function lists_of(v, scope)
  local found = of_scope(v.ordered_lists, scope)
  if scope == "member" then found[#found + 1] = v.facilities end
  return found
end

local function declare(out, m)
  local v, frames = m.vocabulary, {}
  out.slots, out.list_of = {}, {}
  for i, scope in ipairs(SCOPES) do
    frames[i] = { scope = scope, facts = of_scope(v.ordered, scope),
      lists = lists_of(v, scope) }
    declare_facts(out, frames[i].facts)
    for slot, list in ipairs(frames[i].lists) do
      out.declare("items", list)
      out.slots[list] = slot - 1
      declare_facts(out, list.ordered, list)
    end
  end
  frames[#frames + 1] = { scope = "parameter", facts = m.parameter_list,
    lists = {} }
  declare_facts(out, m.parameter_list)
  return frames
end

-- ---- the tree -----------------------------------------------------------

-- Adds a tree after those below it; its root is the row of the tree itself.
local function add_tree(out, tree, key)
  local children, depth = {}, 1
  for i, name in ipairs(tree.names or {}) do
    local child = tree.children[name]
    depth = math.max(depth, add_tree(out, child, name) + 1)
    children[i] = child
  end
  out.add("branch", tree, { key = key, fact = tree.entry, list = tree.list,
    below = children, depth = depth })
  return depth
end

-- ---- rows ---------------------------------------------------------------

local YES_NO <const> = { "yes", "no" }

-- Beside the values; an empty text for one that has no title.
local function titles_of(entry)
  if not entry.titles then return nil end
  local titles = {}
  local all = entry.type == "yes/no" and YES_NO or entry.values
  for i, value in ipairs(all or {}) do titles[i] = entry.titles[value] or "" end
  return titles
end

local function provisions(m, ids)
  local list = {}
  for i, id in ipairs(ids or {}) do list[i] = m.provision_by_id[id] end
  return list
end

local function fill_fact(out, m, entry)
  local reads = entry.reads or {}
  local why = entry.needs_why
  out.fill("fact", entry, { slot = out.slots[entry], list = out.list_of[entry],
    of = entry.of and m.vocabulary.entries[entry.of] or false,
    titles = titles_of(entry), gates = provisions(m, entry.gates),
    from = conditions.add(out, m, entry.from),
    follows = conditions.add(out, m, entry.follows),
    na_when = conditions.add(out, m, entry.na_when),
    always_needs_why = why == true,
    expected = values.expected_of(entry),
    needs_why = why ~= true and conditions.add(out, m, why) or false,
    reads = reads.facts or {}, reads_lists = reads.lists or {} })
end

local function fill_list(out, list)
  local own = { slot = out.slots[list], facts = list.ordered, branch = list.tree }
  out.fill("items", list, own)
end

-- Adds all of it; conditions name facts, and facts conditions.
function vocabulary.add(out, m)
  local v, frames = m.vocabulary, declare(out, m)
  for _, frame in ipairs(frames) do
    for _, list in ipairs(frame.lists) do
      if list ~= v.facilities then add_tree(out, list.tree) end
    end
  end
  for _, frame in ipairs(frames) do
    local tree = v.trees[frame.scope]
    if tree then add_tree(out, tree) end
    out.add("frame", frame, { branch = tree })
  end
  out.finish_vocabulary = function()
    for _, frame in ipairs(frames) do
      for _, entry in ipairs(frame.facts) do fill_fact(out, m, entry) end
      for _, list in ipairs(frame.lists) do
        for _, entry in ipairs(list.ordered) do fill_fact(out, m, entry) end
        fill_list(out, list)
      end
    end
  end
end

return vocabulary
