-- From the guidance to the facts and back: points that no check cites, checks
-- that cite none, facts that none reads, values without a source.

local nodes = require "model.nodes"

local say <const> = require "base.diagnostic".new

local reads = {}

-- What the runtime itself reads: who and what is assessed.  All that is said of
-- the assessment stands in the report.
local BY_RUNTIME <const> = { ["member.id"] = true, ["member.name"] = true,
  ["facility.id"] = true, ["facility.name"] = true,
  ["facility.country"] = true, ["facility.not_assessed_why"] = true }

-- ---- what is read -------------------------------------------------------

local note -- forward

-- A fact that is read brings with it what it follows from.
local function note_entry(seen, entry)
  if seen[entry] then return end
  seen[entry] = true
  note(seen, entry.reads)
  if entry.list then note_entry(seen, entry.list) end
end

function note(seen, of)
  for _, entry in ipairs(of and of.facts or {}) do note_entry(seen, entry) end
  for _, list in ipairs(of and of.lists or {}) do note_entry(seen, list) end
end

-- Facts that a sentence prints.
local function note_printed(c, seen, text, list)
  for name in type(text) == "string" and text:gmatch "{([%w_.]+)}"
    or function() end do
    local entry = list and list.entries[name]
      or c.model.vocabulary.entries[name]
    if entry then note_entry(seen, entry) end
  end
end

local function note_check(c, seen, check)
  note(seen, check.reads)
  note(seen, check.prompt_reads)
  for _, key in ipairs { "met", "not_applicable" } do
    note_printed(c, seen, check[key])
  end
  for _, root in ipairs(nodes.of_check(check)) do
    nodes.walk(root[2], function(node, list)
      note_printed(c, seen, node.otherwise, node.list or list)
    end)
  end
end

-- A fact that can make one a check reads conflicting is read for that check.
local function note_disagreement(seen, disagreement)
  for _, entry in ipairs(disagreement.entries) do
    if seen[entry] then return note(seen, disagreement.reads) end
  end
end

-- No example nests deeper.
local DEEPEST <const> = 8

-- Calls see(word) for each first word of a text in `written`, and each name.
local function each_word(written, see, done, depth)
  if type(written) == "string" then return see(written:match "^%S*") end
  if type(written) ~= "table" or done[written] or depth > DEEPEST then return end
  done[written] = true
  for key, value in pairs(written) do
    each_word(key, see, done, depth + 1)
    each_word(value, see, done, depth + 1)
  end
end

-- Facts in the examples of a check that there is not: it would read them.
local function note_examples_of_none(c, seen)
  local entries = c.model.vocabulary.entries
  for _, layer in ipairs(c.model.layers) do
    for _, declaration in ipairs(layer.examples) do
      if not c.model.check_by_id[declaration.name] then
        each_word(declaration.body, function(word)
          if entries[word] then note_entry(seen, entries[word]) end
        end, {}, 1)
      end
    end
  end
end

local function all_read(c)
  local seen = {}
  note_examples_of_none(c, seen)
  for _, provision in ipairs(c.model.provisions) do
    note(seen, provision.reads)
  end
  for _, check in ipairs(c.model.checks) do
    if not check.retired then note_check(c, seen, check) end
  end
  for _, disagreement in ipairs(c.model.disagreements) do
    note_disagreement(seen, disagreement)
  end
  for _, hint in ipairs(c.model.hints) do note(seen, hint.reads) end
  return seen
end

-- ---- findings -----------------------------------------------------------

local function look_at_facts(c, seen)
  local function tell(entry, what, of)
    if seen[entry] or BY_RUNTIME[entry.path] or entry.scope == "assessment" then
      return
    end
    c.add("L030", say("fact-unread", { what = what, it = entry.path, list = of }),
      { file = entry.file, line = entry.line })
  end
  local vocabulary = c.model.vocabulary
  for _, entry in ipairs(vocabulary.ordered) do tell(entry, "fact") end
  for _, list in ipairs(vocabulary.ordered_lists) do
    tell(list, "list")
    for _, entry in ipairs(seen[list] and list.ordered or {}) do
      -- A text says which item is meant; it is there for people.
      if entry.type ~= "text" then
        tell(entry, "fact", list.path)
      end
    end
  end
end

local function look_at_parameters(c, seen)
  for _, entry in ipairs(c.model.parameter_list) do
    local at = { file = entry.file, line = entry.line }
    if not seen[entry] then
      c.add("L030", say("fact-unread", { what = "parameter", it = entry.path }), at)
    end
    if not entry.source then
      c.add("L035", say("source-lacking", { it = entry.path }), at)
    end
  end
end

local function look_at_points(c)
  for _, point in ipairs(c.model.point_list) do
    if point.strength ~= "information" and #point.checks == 0 then
      c.add("L032", say("point-uncited", { it = point.id }),
        { file = point.file, line = point.line })
    end
  end
end

local function look_at_checks(c)
  for _, check in ipairs(c.model.checks) do
    if not check.broken and not check.retired and not check.strength then
      c.add("L033", say(#check.points == 0 and "check-without-point"
        or "check-of-information", { it = check.id }), { file = check.file,
        layer = check.layer, line = check.line, key = "points" })
    end
  end
  local has_checks = {}
  for _, provision in ipairs(c.model.provisions) do
    has_checks[provision.id] = has_checks[provision.id]
      or #provision.checks > 0
  end
  for _, provision in ipairs(c.model.provisions) do
    if not has_checks[provision.id] then
      c.add("L034", say("provision-without-check", { it = provision.id }),
        { file = provision.file, line = provision.line })
    end
  end
end

-- Without it no dossier can name its facilities.
local function look_at_facility_id(c)
  local vocabulary = c.model.vocabulary
  local first = vocabulary.ordered[1]
  if vocabulary.entries["facility.id"] or c.no_facts or not first then
    return
  end
  c.add("L012", say "facility-id-missing", { file = first.file,
    line = first.line })
end

-- Who reads what can be told only where every rule could be read.
function reads.look(c)
  look_at_facility_id(c)
  if next(c.stopped) or c.incomplete then return end
  local seen = all_read(c)
  look_at_facts(c, seen)
  look_at_parameters(c, seen)
  look_at_points(c)
  look_at_checks(c)
end

return reads
