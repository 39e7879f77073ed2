-- The texts people read: how titles, sentences and questions end, names in
-- braces that name nothing, sentences that are missing.

local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local nodes = require "model.nodes"
local scaffold = require "scaffold"

local say <const> = diagnostic.new

local wording = {}

-- ---- how texts end ------------------------------------------------------

local ENDS <const> = {
  title = { not_wanted = "[.]$", code = "title-full-stop" },
  sentence = { wanted = "[.?!]$", code = "sentence-end" },
  question = { wanted = "%?$", code = "question-end" },
}

local function look_at_end(c, kind, text, what, at)
  if type(text) ~= "string" or text == "" then return end
  local rule = ENDS[kind]
  if rule.wanted and not text:find(rule.wanted)
    or rule.not_wanted and text:find(rule.not_wanted) then
    c.add("L050", say(rule.code, { what = what }), at)
  end
end

local function at_of(declared, key)
  return { file = declared.file, layer = declared.layer, line = declared.line,
    key = key }
end

-- ---- names in braces ----------------------------------------------------

local function known_names(c, list)
  local names = { "today" }
  for name in pairs(list and list.entries or {}) do names[#names + 1] = name end
  for name in pairs(c.model.vocabulary.entries) do names[#names + 1] = name end
  for name in pairs(c.model.parameters) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function braced(name) return "{" .. name .. "}" end

-- Whether the set of a condition under `node` can lack something.
local function has_set(node)
  local found = false
  nodes.walk(node, function(one)
    found = found or one.op == "includes" and #one.values > 1
  end)
  return found
end

-- "(arms.used)" and "[arms.used]" are printed as they stand.
local function look_at_brackets(c, text, list, what, at)
  for open, name in text:gmatch "([%(%[])([%w_.]+)[%)%]]" do
    local entry = list and list.entries[name] or c.model.vocabulary.entries[name]
      or c.model.parameters[name]
    if entry and name:find "[._]" then
      c.add("L051", say("round-brackets", { what = what, name = braced(name),
        it = open .. name .. (open == "(" and ")" or "]") }), at)
    end
  end
end

-- `node` is the condition whose finding the text is, where it is one.
local function look_at_names(c, text, list, what, at, node)
  if type(text) ~= "string" then return end
  local opened, closed = select(2, text:gsub("{", "")),
    select(2, text:gsub("}", ""))
  if opened ~= closed then
    c.add("L051", say("brace-alone", { what = what }), at)
  end
  for name in text:gmatch "{([^{}]*)}" do
    local entry = list and list.entries[name]
      or c.model.vocabulary.entries[name] or c.model.parameters[name]
    if name == "missing" and not (node and has_set(node)) then
      c.add("L051", say("missing-without-set", { what = what }), at)
    elseif not entry and name ~= "today" and name ~= "missing" then
      local near = nearest.find(name, known_names(c, list))
      c.add("L051", say("prints-no-fact", { what = what, name = braced(name),
        list = list and list.path, near = near and braced(near) },
        near and "write-near-fact"), at)
    end
  end
  look_at_brackets(c, text, list, what, at)
end

-- A text into which no facts are filled.
local function look_at_fixed(c, text, what, at)
  local name = type(text) == "string" and text:match "{([%w_.]+)}"
  if name then
    c.add("L051", say("fills-nothing", { what = what, name = braced(name) }), at)
  end
end

-- ---- sentences that are missing -----------------------------------------

-- Whether every part of a gate says by itself why it may not hold.
local function gives_reason(node)
  if node.otherwise then return true end
  if node.kind ~= "all" then return false end
  for _, child in ipairs(node.children) do
    if not gives_reason(child) then return false end
  end
  return true
end

local function look_at_missing(c, declared, what)
  if declared.applies and not declared.not_applicable
    and not gives_reason(declared.applies) then
    c.add("L053", say("reason-missing", { what = what }),
      at_of(declared, "applies"))
  end
end

-- ---- the sentences of findings ------------------------------------------

-- Calls bare(node) for a condition without a sentence of its own or around it,
-- and double(node) for one that has its own inside a group that has one too.
local function walk_sentences(node, group, bare, double)
  if node.otherwise and group then double(node) end
  group = group or node.otherwise
  local children = node.children or {}
  if #children == 0 and not group then bare(node) end
  for _, child in ipairs(children) do
    walk_sentences(child, group, bare, double)
  end
end

local function look_at_findings(c, check, what)
  local function at(node)
    return { file = check.file, layer = check.layer,
      line = node.line or check.line, column = node.ast.column }
  end
  walk_sentences(check.expect, nil, function(node)
    c.add("L053", say("finding-missing", { what = what, text = node.text }),
      at(node))
  end, function(node)
    c.add("L054", say("finding-twice", { it = node.text }), at(node))
  end)
end

-- ---- what a scaffold leaves to its author ---------------------------------

local function look_at_scaffold(c, check, what)
  for _, key in ipairs { "title", "met", "ask", "remedy" } do
    if check[key] == scaffold.WORDS[key] then
      c.add("L056", say("scaffold-words", { what = ("%s of %s"):format(key, what) }),
        at_of(check, key))
    end
  end
  nodes.walk(check.expect, function(node)
    if node.otherwise == scaffold.WORDS.otherwise then
      c.add("L056", say("scaffold-words", { what = "otherwise of " .. what }),
        { file = check.file, layer = check.layer, line = node.line or check.line,
          starts = node.otherwise })
    end
  end)
end

-- ---- checks, facts and all others ---------------------------------------

local function look_at_conditions(c, check, what)
  for _, root in ipairs(nodes.of_check(check)) do
    nodes.walk(root[2], function(node, list)
      local at = { file = check.file, layer = check.layer,
        line = node.line or check.line, starts = node.otherwise }
      look_at_end(c, "sentence", node.otherwise, "an otherwise of " .. what, at)
      look_at_names(c, node.otherwise, node.list or list, "an otherwise of "
        .. what, at, node)
      for _, key in ipairs { "never", "remedy" } do
        look_at_end(c, "sentence", node[key], ("a %s of %s"):format(key, what),
          { file = at.file, layer = at.layer, line = at.line,
            starts = node[key] })
        look_at_fixed(c, node[key], ("a %s of %s"):format(key, what), at)
      end
      if node.kind == "auditor" then
        look_at_end(c, "question", node.ask, "the question to the auditor in "
          .. what, { file = check.file, layer = check.layer,
          line = node.line or check.line, key = "ask" })
      end
    end)
  end
end

local function look_at_check(c, check)
  local what = ("check '%s'"):format(check.id)
  look_at_end(c, "title", check.title, "the title of " .. what,
    at_of(check, "title"))
  look_at_fixed(c, check.title, "the title of " .. what, at_of(check, "title"))
  for _, key in ipairs { "met", "not_applicable", "why" } do
    look_at_end(c, "sentence", check[key], ("%s of %s"):format(key, what),
      at_of(check, key))
    look_at_names(c, check[key], nil, ("%s of %s"):format(key, what),
      at_of(check, key))
  end
  for _, key in ipairs { "ask", "remedy" } do
    look_at_end(c, "sentence", check[key], ("%s of %s"):format(key, what),
      at_of(check, key))
    look_at_fixed(c, check[key], ("%s of %s"):format(key, what),
      at_of(check, key))
  end
  for _, prompt in ipairs(check.prompts) do
    look_at_end(c, "sentence", prompt.text, "a prompt of " .. what,
      at_of(check, "prompts"))
    look_at_fixed(c, prompt.text, "a prompt of " .. what,
      at_of(check, "prompts"))
  end
  look_at_missing(c, check, what)
  if not check.remedy then
    c.add("L053", say("remedy-missing", { what = what, it = check.id }),
      at_of(check))
  end
  look_at_scaffold(c, check, what)
  look_at_conditions(c, check, what)
  look_at_findings(c, check, what)
end

local function look_at_fact(c, entry, of)
  local what = ("'%s'%s"):format(entry.path, of or "")
  if not entry.ask then
    c.add("L053", say("question-missing", { what = what, it = entry.path }),
      at_of(entry))
  end
  look_at_end(c, "question", entry.ask, "ask of " .. what, at_of(entry, "ask"))
  look_at_end(c, "sentence", entry.help, "help of " .. what,
    at_of(entry, "help"))
end

local function look_at_vocabulary(c)
  local vocabulary = c.model.vocabulary
  for _, entry in ipairs(vocabulary.ordered) do look_at_fact(c, entry) end
  for _, list in ipairs(vocabulary.ordered_lists) do
    look_at_fact(c, list)
    for _, entry in ipairs(list.ordered) do
      look_at_fact(c, entry, (" of the list '%s'"):format(list.path))
    end
  end
end

local function look_at_declarations(c)
  for _, layer in ipairs(c.model.layers) do
    for _, one in ipairs(layer.disagreement) do
      look_at_end(c, "sentence", one.body.because, ("because of '%s'"):format(
        one.name), at_of(one, "because"))
    end
    for _, one in ipairs(layer.point) do
      look_at_end(c, "sentence", one.body.says, ("says of point '%s'"):format(
        one.name), at_of(one, "says"))
    end
  end
end

function wording.look(c)
  for _, provision in ipairs(c.model.provisions) do
    local what = ("provision '%s'"):format(provision.id)
    look_at_end(c, "title", provision.title, "the title of " .. what,
      at_of(provision, "title"))
    look_at_end(c, "sentence", provision.not_applicable, "not_applicable of "
      .. what, at_of(provision, "not_applicable"))
    look_at_missing(c, provision, what)
  end
  for _, check in ipairs(c.model.checks) do
    if not check.broken and not check.retired then look_at_check(c, check) end
  end
  look_at_vocabulary(c)
  look_at_declarations(c)
end

return wording
