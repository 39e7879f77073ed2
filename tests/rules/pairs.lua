-- All pairs of facts of the vocabulary, and what the rules make of each: a
-- contradiction, a question to the auditor, or nothing.  The first two are read
-- off the rules; that the rest are independent is reviewed by hand in
-- rules/PAIRS.md, by groups of facts inside a topic, and by topics between them.

local pairs_of = {}

-- ---- facts --------------------------------------------------------------

local function name_of(entry)
  return entry.list and entry.list.path .. "." .. entry.path or entry.path
end

-- Every fact of the vocabulary, those of list items by the list's name and
-- theirs, in the order of the files.
function pairs_of.facts(model)
  local names = {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    names[#names + 1] = name_of(entry)
  end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do names[#names + 1] = name_of(entry) end
  end
  return names
end

-- ---- which facts a condition holds against each other -------------------

-- A condition as alternatives, each the set of facts that must come together:
-- two facts of one alternative are weighed against each other.
local function joined(one, other)
  local all = {}
  for _, a in ipairs(one) do
    for _, b in ipairs(other) do
      local set = {}
      for name in pairs(a) do set[name] = true end
      for name in pairs(b) do set[name] = true end
      all[#all + 1] = set
    end
  end
  return all
end

local alternatives -- forward

local function of_all(nodes)
  local all = { {} }
  for _, node in ipairs(nodes) do all = joined(all, alternatives(node)) end
  return all
end

local function of_any(nodes)
  local all = {}
  for _, node in ipairs(nodes) do
    table.move(alternatives(node), 1, #alternatives(node), #all + 1, all)
  end
  return all
end

function alternatives(node)
  local own = {}
  for _, entry in ipairs { node.entry or false, node.operand or false } do
    if entry and entry.scope ~= "parameter" then own[name_of(entry)] = true end
  end
  for _, entry in ipairs(node.entries or {}) do own[name_of(entry)] = true end
  local of_children = node.kind == "any" and of_any or of_all
  local all = joined({ own }, of_children(node.children or {}))
  for _, gate in ipairs { node.gate or false, node.where or false } do
    if gate then all = joined(all, alternatives(gate)) end
  end
  return all
end

-- Every fact that the nodes read, as a set of names.
local function read_by(...)
  local set = {}
  for i = 1, select("#", ...) do
    local node = select(i, ...)
    for _, one in ipairs(node and alternatives(node) or {}) do
      for name in pairs(one) do set[name] = true end
    end
  end
  return set
end

-- ---- what the rules say of a pair ---------------------------------------

local function key(a, b)
  if a > b then a, b = b, a end
  return a .. " | " .. b
end

local function note(found, a, b, relation, by)
  if a == b then return end
  local one = found[key(a, b)] or {}
  found[key(a, b)] = one
  one[relation] = one[relation] or {}
  one[relation][by] = true
end

local function note_together(found, node, relation, by)
  for _, set in ipairs(alternatives(node)) do
    for a in pairs(set) do
      for b in pairs(set) do
        if a < b then note(found, a, b, relation, by) end
      end
    end
  end
end

local function note_across(found, some, others, relation, by)
  for a in pairs(some) do
    for b in pairs(others) do note(found, a, b, relation, by) end
  end
end

-- A part and its whole, and what follows from a list or from facts.
local function note_vocabulary(found, model)
  for _, entry in ipairs(model.vocabulary.ordered) do
    local name = name_of(entry)
    if entry.of then
      note(found, name, entry.of, "conflict", "part of " .. entry.of)
    end
    for _, node in ipairs { entry.from or false, entry.follows or false } do
      if node then
        note_across(found, { [name] = true }, read_by(node), "conflict",
          name .. " follows")
      end
    end
  end
end

local function note_disagreements(found, model)
  for _, one in ipairs(model.disagreements) do
    note_together(found, one.when, "conflict", one.id)
  end
end

-- The auditor's questions of a check, with the facts that lead to them.
local function note_questions(found, check, node, gates)
  local inner = {}
  for name in pairs(gates) do inner[name] = true end
  for _, gate in ipairs { node.gate or false, node.where or false } do
    if gate then
      for name in pairs(read_by(gate)) do inner[name] = true end
    end
  end
  for _, child in ipairs(node.children or {}) do
    if child.kind == "auditor" then
      local beside = read_by(check.expect, check.applies)
      local leading = next(inner) and inner or read_by(node)
      note_across(found, leading, beside, "deciding", child.id)
    else
      note_questions(found, check, child, inner)
    end
  end
end

local function note_facts_to_decide(found, check)
  local facts = read_by(check.expect, check.applies)
  for _, entry in ipairs(check.reads.facts) do
    if entry.auditor_may_decide then
      note_across(found, { [name_of(entry)] = true }, facts, "deciding",
        check.id)
    end
  end
end

local function note_advice(found, check)
  for _, prompt in ipairs(check.prompts) do
    if prompt.when then
      note_together(found, prompt.when, "advisory", prompt.id)
      note_across(found, read_by(prompt.when), read_by(check.expect),
        "advisory", prompt.id)
    end
  end
end

-- [pair] = { conflict = { [by] = true }, deciding = ..., advisory = ... }.
function pairs_of.connected(model)
  local found = {}
  note_vocabulary(found, model)
  note_disagreements(found, model)
  for _, check in ipairs(model.checks) do
    for _, node in ipairs { check.applies or false, check.expect or false } do
      if node then note_questions(found, check, node, {}) end
    end
    note_facts_to_decide(found, check)
    note_advice(found, check)
  end
  return found
end

-- ---- what was reviewed by hand ------------------------------------------

local function words(text, pattern)
  local list = {}
  for word in text:gmatch(pattern) do list[#list + 1] = word end
  return list
end

-- A topic's facts, by its groups: "*group* `fact`, `fact`; *group* ...".
local function note_groups(r, topic, text)
  for group, facts in text:gmatch "%*([%w_]+)%* ([^*]+)" do
    local name = topic .. "/" .. group
    r.groups[#r.groups + 1] = name
    for _, fact in ipairs(words(facts, "`([%w_.]+)`")) do
      if r.group_of[fact] then r.twice[#r.twice + 1] = fact end
      r.group_of[fact], r.topic_of[fact] = name, topic
    end
  end
end

-- Reads rules/PAIRS.md: { topics, groups, group_of, topic_of, because, twice };
-- because[topic | topic] and because[topic/group | topic/group] = why their facts
-- are independent unless connected.
function pairs_of.reviewed(text)
  local r = { topics = {}, groups = {}, group_of = {}, topic_of = {},
    because = {}, twice = {} }
  text = text:gsub("\n  ", " ")
  for name, facts in text:gmatch "\n%- %*%*([%w_]+)%*%*: ([^\n]+)" do
    r.topics[#r.topics + 1] = name
    note_groups(r, name, facts)
  end
  for one, others, reason in text:gmatch "\n%- ([%w_/]+) x ([%w_, ]+): ([^\n]+)" do
    local topic = one:match "^(.-/)" or ""
    for _, other in ipairs(words(others, "[%w_]+")) do
      local pair = key(one, topic .. other)
      if r.because[pair] then r.twice[#r.twice + 1] = pair end
      r.because[pair] = reason
    end
  end
  return r
end

-- The pair of topics, or inside a topic of groups, whose line speaks of two facts.
local function line_of(reviewed, a, b)
  local of = reviewed.topic_of[a] == reviewed.topic_of[b] and reviewed.group_of
    or reviewed.topic_of
  return key(of[a] or "?", of[b] or "?")
end

local each_pair -- forward

-- The lines that some independent pair needs and that are missing, and those that
-- no pair needs, sorted.
function pairs_of.unreviewed(model, reviewed)
  local needed, missing, needless = {}, {}, {}
  each_pair(model, function(a, b, found)
    if not found then needed[line_of(reviewed, a, b)] = true end
  end)
  for pair in pairs(needed) do
    if not reviewed.because[pair] then missing[#missing + 1] = pair end
  end
  for pair in pairs(reviewed.because) do
    if not needed[pair] then needless[#needless + 1] = pair end
  end
  table.sort(missing)
  table.sort(needless)
  return missing, needless
end

-- ---- the tables ---------------------------------------------------------

local RELATIONS <const> = { "conflict", "deciding", "advisory" }

local function sorted(set)
  local list = {}
  for name in pairs(set or {}) do list[#list + 1] = name end
  table.sort(list)
  return list
end

-- Calls see(a, b, relations or nil) for every pair of facts, sorted.
function each_pair(model, see)
  local facts, connected = pairs_of.facts(model), pairs_of.connected(model)
  table.sort(facts)
  for i, a in ipairs(facts) do
    for k = i + 1, #facts do see(a, facts[k], connected[key(a, facts[k])]) end
  end
end

-- One line a pair: what connects it, or why it is independent.
function pairs_of.full(model, reviewed)
  local lines = { "fact,fact,decision,by" }
  each_pair(model, function(a, b, found)
    local decision, by = "independent",
      reviewed.because[line_of(reviewed, a, b)] or "?"
    if found then
      local parts, names = {}, {}
      for _, relation in ipairs(RELATIONS) do
        if found[relation] then
          parts[#parts + 1] = relation
          table.move(sorted(found[relation]), 1, #sorted(found[relation]),
            #names + 1, names)
        end
      end
      decision, by = table.concat(parts, " "), table.concat(names, "; ")
    end
    lines[#lines + 1] = ('%s,%s,%s,"%s"'):format(a, b, decision,
      by:gsub('"', '""'))
  end)
  return table.concat(lines, "\n") .. "\n"
end

local HEAD <const> = [[
# Pairs of facts that the rules hold against each other

Written by `tests/rules/write_pairs`; a test compares it with the rules.  All other
pairs are independent, for the reasons in [PAIRS.md](PAIRS.md).  *Conflict*: both
become contradictory.  *Deciding*: the outcome stays open until the auditor
answers.  *Advisory*: the auditor is asked, and nothing changes.

]]

local function decision_of(found)
  for _, relation in ipairs(RELATIONS) do
    if found and found[relation] then return relation end
  end
  return "independent"
end

-- One line a fact and decision: the facts it is held against, by what.
function pairs_of.summary(model)
  local counts, rows = {}, {}
  each_pair(model, function(a, b, found)
    local decision = decision_of(found)
    counts[decision] = (counts[decision] or 0) + 1
    for _, relation in ipairs(found and RELATIONS or {}) do
      for _, by in ipairs(sorted(found[relation])) do
        local row = ("%s, %s"):format(relation, by)
        rows[row] = rows[row] or {}
        rows[row][a], rows[row][b] = true, true
      end
    end
  end)
  local total = 0
  for _, count in pairs(counts) do total = total + count end
  local lines = { HEAD .. ("%d facts, %d pairs: %d conflict, %d deciding, "
    .. "%d advisory, %d independent.\n"):format(#pairs_of.facts(model), total,
      counts.conflict, counts.deciding, counts.advisory, counts.independent),
    "| decision, by what | among these facts |", "|---|---|" }
  for _, row in ipairs(sorted(rows)) do
    lines[#lines + 1] = ("| %s | %s |"):format(row,
      table.concat(sorted(rows[row]), ", "))
  end
  return table.concat(lines, "\n") .. "\n"
end

return pairs_of
