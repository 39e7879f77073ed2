-- Gives meaning to what an author wrote where a condition is expected: a
-- sentence in quotes, a sentence with its `otherwise`, or a joining word.
-- The result is plain data for model/conditions.lua and for every tool that looks at
-- rules without running them (questionnaire, explanation, mutation).

local diagnostic = require "base.diagnostic"
local kinds = require "pack.kinds"
local nearest = require "base.nearest"
local parts_of_rules = require "pack.parts"
local sentence = require "pack.sentence"

local say <const> = diagnostic.new

local parse = {}
local condition -- forward

-- Far above what a person can read.  One table written once may stand in many
-- places, so a short file can mean a condition without end.
local MOST <const>, DEEPEST <const> = 2000, 40

-- The condition as one line of text, for reports.
local function text_of_parts(kind, parts)
  local texts = {}
  for i, part in ipairs(parts) do
    local nested = kinds.of[part.kind].joins and part.kind ~= kind
    texts[i] = nested and "(" .. part.text .. ")" or part.text
  end
  if kind == "none" then return "none of: " .. table.concat(texts, "; ") end
  return table.concat(texts, kinds.of[kind].joins)
end

-- A name in braces that means nothing there would be passed over in silence,
-- and `were = ...` would change what a rule says.
-- `place` is the line, or the sentence that stands there.
local function check_keys(body, allowed, what, place, at)
  local wrong = diagnostic.not_part(body, allowed, what)
  if wrong then
    at.fail(wrong, type(place) == "string" and at.locate(place) or place)
  end
end

-- The points beside a condition are some of those that the whole check cites.
local function check_points(points, at, line)
  if not parts_of_rules.is_texts(points) or #points == 0 then
    at.fail(say "points-not-texts", line)
  end
  for _, id in ipairs(points) do
    if not nearest.is_in(id, at.cites) then
      at.fail(say("point-not-cited", { it = id, allowed = at.cites }), line)
    end
  end
end

-- What stands below `keys` is a text, where there is any.
local function check_texts(body, keys, place, at)
  for _, key in ipairs(keys) do
    if body[key] ~= nil and type(body[key]) ~= "string" then
      at.fail(say("part-not-text", { key = key }), place)
    end
  end
end

-- What is said where the condition does not hold: the finding (another where a
-- day never came) and, for it alone, what closes it and the points it falls
-- short of.
local function take_branch(ast, body, at)
  local texts <const> = { "otherwise", "never", "remedy" }
  check_texts(body, texts, ast.line, at)
  for _, key in ipairs(texts) do ast[key] = body[key] end
  local points, more = body.points, body.never or body.remedy or body.points
  if more ~= nil and not (ast.otherwise and at.cites) then
    at.fail(say "part-without-finding", ast.line)
  end
  if points ~= nil then check_points(points, at, ast.line) end
  ast.points = points
end

local function parts_of(body, at)
  local parts = {}
  for i = 1, #body do parts[i] = condition(body[i], at) end
  if #parts == 0 then
    at.fail(say "braces-empty")
  end
  return parts
end

local function join(kind)
  return function(written, at)
    check_keys(written.body, kinds.of[kind].keys, kind .. " { ... }",
      written.line, at)
    local parts = parts_of(written.body, at)
    return { kind = kind, parts = parts, text = text_of_parts(kind, parts) }
  end
end

local function all_of(body, at)
  local parts = parts_of(body, at)
  if #parts == 1 then return parts[1] end
  return { kind = "all", parts = parts, text = text_of_parts("all", parts) }
end

-- A condition on a list in words; `where` and `expect` are parsed, `where` may be
-- nil.
function parse.list_text(kind, list, where, expect)
  local of = kinds.of[kind]
  local named = list .. (where and " where " .. where.text or "")
  if expect.kind == "listed" and of.bare then return of.bare .. named end
  return ("%s of %s: %s"):format(of.said, named, expect.text)
end

-- `none "people" {}`: without any condition, being listed is enough.
local function expect_of_items(kind, body, at)
  if #body == 0 and kinds.of[kind].bare then
    return { kind = "listed", text = "listed" }
  end
  return all_of(body, at)
end

local function over_list(kind)
  return function(written, at)
    local body = written.body
    local of = kinds.of[kind]
    check_keys(body, of.keys, ('%s "%s" { ... }'):format(of.word, written.list),
      written.line, at)
    local where = body.where and condition(body.where, at)
    local expect = expect_of_items(kind, body, at)
    return { kind = kind, list = written.list, where = where, expect = expect,
      text = parse.list_text(kind, written.list, where, expect) }
  end
end

local readers = {}
for _, one in ipairs(kinds.ALL) do
  if one.shape == "joined" then readers[one.kind] = join(one.kind) end
  if one.shape == "list" then readers[one.kind] = over_list(one.kind) end
end

-- when "gate" { conditions }
function readers.when(written, at)
  local body = written.body
  check_keys(body, kinds.of.when.keys, "when ... { ... }", written.line, at)
  local gate = condition(written.gate, at)
  local expect = all_of(body, at)
  return { kind = "when", gate = gate, expect = expect,
    text = "where " .. gate.text .. ": " .. expect.text }
end

function readers.auditor(written, at)
  local body = written.body
  check_keys(body, kinds.of.auditor.keys, "auditor { ... }", written.line, at)
  if type(body.ask) ~= "string" then
    at.fail(say("auditor-asks-nothing", { name = written.name }))
  end
  check_texts(body, { "yes", "no" }, written.line, at)
  return { kind = "auditor", id = at.check .. "/" .. written.name,
    ask = body.ask, answers = { yes = body.yes, no = body.no },
    text = "the auditor finds: " .. body.ask }
end

function readers.reading(written, at)
  local choices, texts, names = {}, {}, {}
  for name in pairs(written.body) do
    if type(name) == "string" then names[#names + 1] = name end
  end
  table.sort(names)
  for i, name in ipairs(names) do
    choices[name] = condition(written.body[name], at)
    texts[i] = name .. ": " .. choices[name].text
  end
  return { kind = "reading", parameter = written.name, choices = choices,
    text = "by reading " .. written.name .. ": " .. table.concat(texts, "; ") }
end

-- How the first of the facts may compare with the sum of the others.
local SUMS <const> = { ["is at least"] = "at_least", ["is at most"] = "at_most",
  ["is more than"] = "more_than", ["is less than"] = "less_than",
  ["is exactly"] = "exactly" }

function readers.compute(written, at)
  local body = written.body
  local sum = SUMS[body.sum]
  check_keys(body, kinds.of.compute.keys, "compute { ... }", written.line, at)
  if not parts_of_rules.is_texts(body.facts) or #body.facts == 0 -- an outcome rests on facts
    or (type(body[1]) == "function") == (sum ~= nil) then
    at.fail(say "compute-incomplete")
  end
  check_texts(body, { "says" }, written.line, at)
  local captured = body[1] and at.captured(body[1])
  if captured then
    at.fail(say("compute-uses-outside", { name = captured }), written.line)
  end
  return { kind = "compute", facts = body.facts, run = body[1], sum = sum,
    text = body.says or "computed from " .. table.concat(body.facts, ", ") }
end

-- What is wrong with a sentence is told where its facts are known, for a cure is
-- tried before it is offered.
local function leaf(text, at)
  local line, column = at.locate(text)
  local ast, wrong = sentence.parse(text)
  if not ast then
    ast = { kind = "leaf", wrong = wrong, text = text, typed = text }
  end
  ast.line, ast.column = line, column
  return ast
end

local function unknown_shape(at)
  at.fail(say "condition-missing")
end

-- { all { ... }, otherwise = "..." }: the sentence belongs inside.
local function beside_group(written, at)
  local group = #written == 1 and type(written[1]) == "table" and written[1].word
  if not group then return end
  for _, key in ipairs(kinds.of.leaf.keys) do
    if written[key] ~= nil then
      at.fail(say("beside-group", { key = key, group = group,
        list = written[1].list }), written[1].line)
    end
  end
end

local function several(written, at)
  beside_group(written, at)
  local first = type(written[1]) == "string" and written[1]
  local line, column
  if first then line, column = at.locate(first) end
  at.fail(say "conditions-unjoined", line, column)
end

local function meaning(written, at)
  if type(written) == "function" then
    at.fail(say "word-without-braces")
  end
  if type(written) == "string" then return leaf(written, at) end
  if type(written) ~= "table" then unknown_shape(at) end
  if written.word then
    local reader = readers[written.word]
    if not reader then unknown_shape(at) end
    local ast = reader(written, at)
    ast.line = ast.line or written.line
    if written.word ~= "reading" then take_branch(ast, written.body, at) end
    return ast
  end
  if type(written[1]) == "string" and #written == 1 then
    check_keys(written, kinds.of.leaf.keys, "a condition", written[1], at)
    local ast = leaf(written[1], at)
    take_branch(ast, written, at)
    return ast
  end
  several(written, at)
end

function condition(written, at)
  at.count, at.depth = (at.count or 0) + 1, (at.depth or 0) + 1
  if at.count > MOST or at.depth > DEEPEST then
    at.fail(say("too-many-conditions", { most = MOST, deepest = DEEPEST }))
  end
  local ast = meaning(written, at)
  at.depth = at.depth - 1
  return ast
end

-- Parses the condition `written`.  `at` offers fail(diagnostic, line, column),
-- which raises; locate(text) -> line, column of a sentence in the file;
-- `check`, the id the condition belongs to; and, where what does not hold makes
-- a finding, `cites`, the points of the check.
parse.condition = condition

return parse
