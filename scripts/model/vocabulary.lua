-- The facts a pack knows: builds, from what authors declared, the entries that
-- conditions read and the trees that dossiers are read by.

local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local values = require "base.values"

local say <const> = diagnostic.new

local vocabulary = {}

local EVIDENCE_KINDS <const> = require "base.evidence_kinds"
local SCOPES <const> = { "assessment", "facility", "member" }
vocabulary.SCOPES = SCOPES

local function new_tree()
  return { children = {}, names = {} }
end

-- The group node at `keys` (all but the last) below `tree`, made on the way; nil
-- where a fact or a list stands in the way.
local function group_at(tree, keys)
  for i = 1, #keys - 1 do
    local key = keys[i]
    local child = tree.children[key]
    if not child then
      child = new_tree()
      tree.children[key] = child
      tree.names[#tree.names + 1] = key
    end
    if not child.children then return nil end
    tree = child
  end
  return tree
end

-- Where a fact stands in its object: "facility.kind" directly, since the
-- object is the facility; "conduct.policy_written" in the group "conduct".
local function keys_of(path, scope)
  local keys = {}
  for key in path:gmatch("[^.]+") do keys[#keys + 1] = key end
  if keys[1] == scope and #keys > 1 then table.remove(keys, 1) end
  return keys
end

local function place(tree, keys, node)
  local group = group_at(tree, keys)
  local key = keys[#keys]
  if not group or group.children[key] then return false end
  group.children[key] = node
  group.names[#group.names + 1] = key
  return true
end

local function sort_names(tree)
  table.sort(tree.names)
  for _, child in pairs(tree.children) do
    if child.children then sort_names(child) end
  end
end

local MOST_PARTS <const> = 15 -- of a name: a dossier nests so many groups

-- Whether each part of a declaration is one, and its name can be a path.
local function check_keys(declaration, fail)
  local _, points = tostring(declaration.name):gsub("%.", "")
  local wrong = diagnostic.not_part(declaration.body,
    declarations.KEYS[declaration.word], "a " .. declaration.word)
    or points >= MOST_PARTS and say("name-too-deep", { word = declaration.word,
      name = declaration.name, count = points + 1, most = MOST_PARTS })
  if wrong then fail(declaration, wrong) end
  return not wrong
end

-- The kinds of evidence that are said to show a fact, without those that are none.
local function kinds_of(declaration, fail)
  local written, kinds = declaration.body.shown_by, {}
  if not written then return EVIDENCE_KINDS end
  for _, kind in ipairs(written) do
    if nearest.is_in(kind, EVIDENCE_KINDS) then
      kinds[#kinds + 1] = kind
    else
      fail(declaration, diagnostic.none_of("evidence-kind-unknown",
        { it = tostring(kind) }, EVIDENCE_KINDS))
    end
  end
  return kinds
end

-- Whether `order` puts values of a choice in order, each once.
local function check_order(declaration, fail)
  local body, seen = declaration.body, {}
  if not body.order then return true end
  if body.type ~= "choice" then
    fail(declaration, say("order-beside-other", { name = declaration.name }))
    return false
  end
  for _, value in ipairs(body.order) do
    if seen[value] or not nearest.is_in(value, body.values) then
      fail(declaration, say(seen[value] and "order-twice" or "order-stranger",
        { it = value, name = declaration.name, allowed = body.values }))
      return false
    end
    seen[value] = true
  end
  return true
end

local MOST_VALUES <const> = 64 -- the core has a bit for each

-- Whether a fact or parameter says of which type it is, and all that the type
-- needs.
function vocabulary.check_type(declaration, fail)
  local body = declaration.body
  if not nearest.is_in(body.type, values.TYPES) then
    local args = { word = declaration.word, name = declaration.name,
      it = body.type, allowed = values.TYPES }
    fail(declaration, body.type and diagnostic.none_of("type-unknown", args,
      values.TYPES) or say("type-missing", args))
    return false
  end
  local needs_values = body.type == "choice" or body.type == "choices"
  if needs_values and type(body.values) ~= "table" then
    fail(declaration, say("values-missing", { word = declaration.word,
      name = declaration.name }))
    return false
  elseif needs_values and #body.values > MOST_VALUES then
    fail(declaration, say("values-too-many", { word = declaration.word,
      name = declaration.name, count = #body.values, most = MOST_VALUES }))
    return false
  end
  return check_order(declaration, fail)
end

local LEAST <const> = { count = 0, months = 1, percent = 0 }
local MOST <const> = { percent = 100 }

local function copy_set(list)
  local set = {}
  for _, value in ipairs(list or {}) do set[value] = true end
  return set
end

-- An entry out of a declared fact; `scope` names the frame it lives in.
local function new_entry(declaration, scope, keys, kinds)
  local body = declaration.body
  local entry = { path = declaration.name, scope = scope,
    -- A country is a text to all but those who read and describe it.
    type = body.type == "country" and "text" or body.type,
    is_country = body.type == "country", keys = keys, suffix = "/" .. table.concat(keys, "/"),
    values = body.values, order = body.order, allowed = copy_set(body.values),
    least = body.least or LEAST[body.type], most = body.most or MOST[body.type],
    unit = body.unit, of = body.of, left_out = body.left_out, ask = body.ask, help = body.help,
    label = body.label, titles = body.titles, evidence = body.evidence,
    also_called = body.also_called,
    shown_by = kinds, shown_by_some = body.shown_by ~= nil,
    is_shown_by = nearest.set_of(kinds),
    future = body.future, may_be_none = body.may_be_none,
    may_be_never = body.may_be_never,
    auditor_may_decide = body.auditor_may_decide,
    sensitive = body.sensitive, hides_why = body.sensitive,
    beyond = body.beyond, written_from = body.from,
    written_follows = body.follows,
    written_na = body.not_applicable_when, written_why = body.needs_why,
    layer = declaration.layer, file = declaration.file,
    line = declaration.line, readers = {} }
  return entry
end

local function add_fact(v, declaration, fail)
  if not check_keys(declaration, fail) then return end
  local kinds = kinds_of(declaration, fail)
  if not vocabulary.check_type(declaration, fail) then return end
  local scope = declaration.body.scope or v.scope_of(declaration.name)
  if not nearest.is_in(scope, SCOPES) then
    return fail(declaration, say("scope-unknown", { it = tostring(scope),
      allowed = SCOPES }))
  end
  local entry = new_entry(declaration, scope,
    keys_of(declaration.name, scope), kinds)
  if v.entries[entry.path]
    or not place(v.trees[scope], entry.keys, { entry = entry }) then
    return fail(declaration, say("declared-twice", { name = entry.path }))
  end
  v.entries[entry.path] = entry
  v.ordered[#v.ordered + 1] = entry
end

local function add_item_fact(list, declaration, fail)
  if not check_keys(declaration, fail) then return end
  local kinds = kinds_of(declaration, fail)
  if not vocabulary.check_type(declaration, fail) then return end
  local entry = new_entry(declaration, "item", keys_of(declaration.name, ""),
    kinds)
  entry.list, entry.hides_why = list, list.sensitive or entry.sensitive
  if list.entries[entry.path]
    or not place(list.tree, entry.keys, { entry = entry }) then
    return fail(declaration, say("declared-twice", { name = entry.path,
      list = list.path }))
  end
  list.entries[entry.path] = entry
  list.ordered[#list.ordered + 1] = entry
end

-- The fact of an item that stands beside its id.
local function beside_of(list, declaration, fail)
  local name = declaration.body.beside
  local entry, names = list.entries[name], {}
  if name == nil or entry then return entry end
  for i, one in ipairs(list.ordered) do names[i] = one.path end
  fail(declaration, diagnostic.none_of("beside-unknown", { it = tostring(name),
    list = list.path }, names))
end

local function add_list(v, declaration, fail)
  check_keys(declaration, fail)
  local body = declaration.body
  local scope = body.scope or "facility"
  local list = { path = declaration.name, scope = scope, inner = "item",
    tree = new_tree(), entries = {}, ordered = {}, ask = body.ask,
    help = body.help, item = body.item, label = body.label,
    also_called = body.also_called,
    sensitive = body.sensitive, beyond = body.beyond, in_full = body.in_full,
    readers = {},
    evidence = body.evidence, suffix = "/" .. declaration.name,
    file = declaration.file, line = declaration.line }
  for _, fact in ipairs(body.facts or {}) do
    fact.file = declaration.file
    if not fact.refused then add_item_fact(list, fact, fail) end
  end
  list.beside = beside_of(list, declaration, fail)
  sort_names(list.tree)
  if not place(v.trees[scope], { list.path }, { list = list }) then
    return fail(declaration, say("declared-twice", { name = list.path }))
  end
  v.lists[list.path] = list
  v.ordered_lists[#v.ordered_lists + 1] = list
end

local function facilities_list(trees)
  return { path = "facilities", scope = "member", inner = "facility",
    tree = trees.facility, entries = {}, ordered = {}, readers = {},
    suffix = "/facilities" }
end

-- A fact named "member.x" or "assessment.x" lives there; others at a facility.
local function scope_of(name)
  local head = name:match("^(%a+)%.")
  if head == "member" or head == "assessment" then return head end
  return "facility"
end

local function counts_of(v)
  local names = {}
  for _, entry in ipairs(v.ordered) do
    if entry.type == "count" then names[#names + 1] = entry.path end
  end
  return names
end

-- A part and its whole are counted at one place, or nothing could compare them.
-- `declared` are all names: what is wrong with one is told already.
local function check_of(v, entry, declared, fail)
  local whole = v.entries[entry.of]
  local declaration = { word = "fact", name = entry.path, file = entry.file,
    line = entry.line }
  if entry.type ~= "count" or entry.scope ~= "facility" then
    fail(declaration, say("of-beside-other", { it = "of", name = entry.path }))
  elseif not whole and not declared[entry.of] then
    fail(declaration, diagnostic.none_of("of-unknown", { it = entry.of,
      name = entry.path }, counts_of(v)))
  elseif whole and (whole.type ~= "count" or whole.scope ~= "facility") then
    fail(declaration, say("of-no-count", { it = entry.of, name = entry.path }))
  end
end

-- Builds the vocabulary from declarations of facts and lists; problems go to
-- fail(declaration, diagnostic).
function vocabulary.build(facts, lists, fail)
  local trees = { assessment = new_tree(), facility = new_tree(),
    member = new_tree() }
  local v = { entries = {}, ordered = {}, lists = {}, ordered_lists = {},
    trees = trees, scope_of = scope_of, facilities = facilities_list(trees) }
  for _, declaration in ipairs(lists) do add_list(v, declaration, fail) end
  local declared = {}
  for _, declaration in ipairs(facts) do
    declared[declaration.name] = true
    if not declaration.written.of_list then add_fact(v, declaration, fail) end
  end
  for _, tree in pairs(trees) do sort_names(tree) end
  v.lists.facilities = v.facilities
  v.derived, v.following, v.parts, v.reasoned = {}, {}, {}, {}
  for _, entry in ipairs(v.ordered) do
    if entry.written_from then v.derived[#v.derived + 1] = entry end
    if entry.written_follows then v.following[#v.following + 1] = entry end
    if entry.written_why then v.reasoned[#v.reasoned + 1] = entry end
    if entry.of then
      check_of(v, entry, declared, fail)
      v.parts[#v.parts + 1] = entry
    end
  end
  return v
end

return vocabulary
