-- Reads the examples that authors wrote beside their checks, and makes of each
-- the dossier it stands for.  What does not fit is kept as a problem of that
-- example, for tests and lint to tell.

local data = require "examples.data"
local dates = require "base.dates"
local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local facts = require "examples.facts"
local layers = require "layers"
local example_parameters = require "examples.parameters"
local nearest = require "base.nearest"
local outcomes = require "base.outcomes"
local tokens = require "pack.tokens"

local say <const>, none_of <const> = diagnostic.new, diagnostic.none_of
local copy <const>, sorted_names <const> = facts.copy, facts.sorted_names

local read = {}

local AS_OF <const> = "2013-11-30"
local FACILITY <const> = "here"
local OUTCOMES <const>, RANGES <const> = outcomes.OF_CHECKS, outcomes.SCALE
read.OUTCOMES, read.FACILITY, read.AS_OF = OUTCOMES, FACILITY, AS_OF

local SHARED_KEYS <const> = declarations.KEYS.examples
local KEYS <const> = { "because", "gives", "range", "says",
  table.unpack(SHARED_KEYS) }
table.sort(KEYS)
local FACILITY_KEYS <const> = { "facts", "id" }

-- ---- one example --------------------------------------------------------

local function check_keys(b, written, keys)
  local known = sorted_names(b.vocabulary.lists)
  for _, key in ipairs(keys) do known[#known + 1] = key end
  for _, key in ipairs(sorted_names(written)) do
    if not nearest.is_in(key, known) then
      local wrong = none_of("not-part", { it = key, what = "an example" }, known)
      b.fail(wrong)
      b.meant[wrong.args.near or ""] = true
    end
  end
end

local function put_facilities(b, written)
  local facilities = { complete = written.complete, items = b.json.array {} }
  for i, one in ipairs(written) do
    local object = { id = one.id or FACILITY .. "-" .. i }
    check_keys(b, one, FACILITY_KEYS)
    facts.put_place(b, object, one)
    facilities.items[i] = object
  end
  return facilities
end

local JUDGEMENT <const> = { kind = "judgement", by = "the auditor",
  party = "auditor", authority = "lead auditor", why = "as the example says" }

-- An auditor's record; what every record needs need not be written each time.
local function records_of(b, written, day)
  local records = {}
  for i, record in ipairs(written) do
    records[i] = copy(JUDGEMENT, b.json)
    records[i].date = day
    for key, value in pairs(record) do records[i][key] = value end
  end
  return b.json.array(records)
end

local function build(b, written, shared)
  local here = { id = FACILITY }
  for _, part in ipairs { shared, written } do
    facts.put_place(b, here, part)
    if part.member ~= nil then
      facts.put_facts(b, here, nil, part.member)
    end
    if part.facilities then
      b.facilities = put_facilities(b, part.facilities)
    end
  end
  local records = written.records or shared.records
  local day = written.as_of or shared.as_of
  local evidence = written.evidence or shared.evidence
  return { format = "cop11.dossier/1", assessment = b.assessment,
    member = b.member, evidence = evidence and copy(evidence, b.json),
    facilities = b.facilities or { complete = true,
      items = b.json.array { here } },
    records = records and records_of(b, records, type(day) == "string" and day
      or AS_OF) }
end

-- The dossier of an example as it is written, or nil and what is wrong with it.
function read.dossier(model, host, written)
  local problems = {}
  local b = read.new_builder(model, host, { problems = problems })
  local dossier = build(b, written, {})
  if problems[1] then return nil, problems[1] end
  return dossier
end

local function check_expected(b, written)
  local misspelt = written.gives == nil and b.meant.gives
  if not misspelt and not nearest.is_in(written.gives, OUTCOMES) then
    b.fail(written.gives == nil and say("outcome-missing", { allowed = OUTCOMES })
      or none_of("outcome-unknown", { it = tostring(written.gives) }, OUTCOMES))
  end
  for _, value in ipairs(type(written.range) == "table" and written.range
    or {}) do
    if not nearest.is_in(value, RANGES) then
      b.fail(none_of("range-unknown", { it = tostring(value) }, RANGES))
    end
  end
end

local function check_day(b, written)
  local day = written.as_of
  if type(day) == "string" and not dates.parse(day) then
    b.fail(say("as-of-unknown", { it = day, example = AS_OF }))
  end
end

local function check_shapes(b, written)
  check_day(b, written)
  for key, wanted in pairs { because = "string", says = "string",
    as_of = "string", range = "table", records = "table", evidence = "table",
    facilities = "table", parameters = "table" } do
    local value = written[key]
    if value ~= nil and type(value) ~= wanted then
      b.fail(say(wanted == "string" and "part-is-text" or "part-is-list",
        { key = key }))
      return false
    end
  end
  return true
end

-- Whether what is written can become a dossier.
local function check_data(b, fits)
  if not fits then b.fail(say "example-no-data") end
  return fits
end

-- What every dossier says of itself, as far as the pack knows such facts.
local function identity(entries, path, value)
  return entries[path] and value or nil
end

local function new_builder(model, host, example)
  local entries = model.vocabulary.entries
  return { vocabulary = model.vocabulary, json = host.json,
    member = { id = identity(entries, "member.id", "member") },
    assessment = { kind = identity(entries, "assessment.kind", "certification") },
    meant = {}, -- parts that a misspelt one stands for
    fail = function(says)
      example.problems[#example.problems + 1] = says
    end }
end

read.new_builder = new_builder

local function text(value)
  return type(value) == "string" and value or nil
end

-- The example `written` as data: its dossier and what is expected of it.
local function one_of(model, host, written, shared, example)
  local is_table = type(written) == "table" and not written.word
  local body = is_table and written or {}
  example.gives, example.says = text(body.gives), text(body.says)
  example.range = type(body.range) == "table" and body.range or nil
  example.as_of = body.as_of or shared.as_of or AS_OF
  example.because = text(body.because)
  example.name = example.because or "example " .. example.number
  local b = new_builder(model, host, example)
  if not is_table then
    b.fail(say "example-shape")
    return example
  end
  check_keys(b, written, KEYS)
  check_expected(b, written)
  if check_shapes(b, written) and check_data(b, data.is_readable(written)) then
    local dossier = build(b, written, shared)
    example.dossier = check_data(b, data.is_json(dossier)) and dossier or nil
    example.parameters, example.sets = example_parameters.frame(b, model,
      { shared.parameters or {}, written.parameters or {} })
  end
  return example
end

-- ---- where examples stand -----------------------------------------------

-- The opening braces of the examples in the block at `line`.
local function opening_braces(list, name, line)
  local braces, depth, inside = {}, 0, false
  for i, token in ipairs(list) do
    local before = list[i - 1]
    if not inside then
      inside = before and before.text == "examples"
        and tokens.content(token) == name and token.line >= line
    elseif token.kind == "sign" and token.text == "{" then
      if depth == 1 and before.text ~= "=" then
        braces[#braces + 1] = token
      end
      depth = depth + 1
    elseif token.kind == "sign" and token.text == "}" then
      depth = depth - 1
      if depth <= 0 then return braces end
    end
  end
  return braces
end

-- ---- the whole ----------------------------------------------------------

local function shared_of(model, host, declaration)
  local shared, problems = {}, {}
  for _, key in ipairs(SHARED_KEYS) do shared[key] = declaration.body[key] end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    shared[list.path] = declaration.body[list.path]
  end
  local b = new_builder(model, host, { problems = problems })
  check_keys(b, declaration.body, SHARED_KEYS)
  local fits = check_shapes(b, shared) and check_data(b, data.is_readable(shared))
  return fits and shared or {}, problems
end

-- The checks for which no examples are written.
local function without_examples(model)
  local ids = {}
  for id in pairs(model.check_by_id) do ids[id] = true end
  for _, layer in ipairs(model.layers) do
    for _, declaration in ipairs(layer.examples) do
      ids[declaration.name] = nil
    end
  end
  return sorted_names(ids)
end

-- The check that would be called `id` if it had the name it should.
local function misnamed(model, id)
  for _, check in ipairs(model.checks) do
    if check.layer > 0 and layers.right_id(model, check) == id then return check end
  end
end

local function check_named(model, id)
  local check = model.check_by_id[id] or misnamed(model, id)
  if check then return check end
  return nil, none_of("examples-of-none", { it = id }, without_examples(model))
end

local function read_block(model, host, declaration, scan)
  local block = { check_id = declaration.name, file = declaration.file,
    line = declaration.line, list = {} }
  local missing
  block.check, missing = check_named(model, declaration.name)
  local shared
  shared, block.problems = shared_of(model, host, declaration)
  table.insert(block.problems, missing)
  local braces = opening_braces(scan(declaration), declaration.name,
    declaration.line)
  for i, written in ipairs(declaration.body) do
    local at = braces[i] or { line = declaration.line, column = 1 }
    block.list[i] = one_of(model, host, written, shared, { number = i,
      file = declaration.file, line = at.line, column = at.column,
      check_id = declaration.name, problems = {} })
  end
  return block
end

-- Every block of examples in the pack and its layers, in the order of files:
-- { check_id, check, file, line, problems, list }.  Each example of a list:
-- { name, gives, range, says, as_of, dossier, parameters, sets, file, line,
-- column, problems }, where parameters and sets are nil for those of the pack.
function read.blocks(model, host)
  local blocks, reader = {}, tokens.reader(host)
  for _, layer in ipairs(model.layers) do
    local function scan(declaration)
      return reader(layer.layer .. ":" .. declaration.file,
        layer.texts[declaration.file] or "")
    end
    for _, declaration in ipairs(layer.examples) do
      blocks[#blocks + 1] = read_block(model, host, declaration, scan)
    end
  end
  return blocks
end

return read
