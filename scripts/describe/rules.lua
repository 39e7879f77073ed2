-- Describes checks: all of them in short (cop11.rules/1), or one in full with
-- its source text, the outcomes it can give and its examples (cop11.check/1).

local layer_changes_report = require "layers.changes_report"
local check_outcomes = require "describe.check_outcomes"
local declaration_text = require "pack.declaration_text"
local describe_facts = require "describe.facts"
local fact_card = require "describe.fact_card"
local nearest = require "base.nearest"
local need = require "describe.need"

local describe_rules = {}

-- ---- what a check reads -------------------------------------------------

local function add_reads(out, seen, reads)
  for _, entry in ipairs(reads.facts) do
    if not seen[entry] then
      seen[entry] = true
      local parameter = entry.scope == "parameter"
      local list = parameter and out.parameters or out.facts
      list[#list + 1] = parameter and entry.path or { fact = entry.path,
        list = entry.list and entry.list.path, scope = entry.scope,
        pointer = fact_card.pointer(entry) }
    end
  end
  for _, list in ipairs(reads.lists) do
    if not seen[list] then
      seen[list] = true
      out.lists[#out.lists + 1] = { list = list.path,
        pointer = fact_card.list_pointer(list) }
    end
  end
end

-- What the check and the gate of its provision read.
local function reads_of(check, json)
  local out, seen = { facts = {}, lists = {}, parameters = {} }, {}
  if check.provision then add_reads(out, seen, check.provision.reads) end
  add_reads(out, seen, check.reads)
  for _, list in pairs(out) do json.array(list) end
  return out
end

-- ---- a check in short ---------------------------------------------------

local function prompts_of(check, json)
  local list = {}
  for i, prompt in ipairs(check.prompts) do
    list[i] = { prompt = prompt.id, text = prompt.text,
      when = fact_card.condition(prompt.when),
      where_not_asked = prompt.where_not_asked }
  end
  return json.array(list)
end

local function text_or_nil(value)
  return type(value) == "string" and value or nil
end

local function points_cited(check, json)
  local list = {}
  for i, id in ipairs(check.points) do list[i] = tostring(id) end
  return json.array(list)
end

local function in_short(model, check, json)
  local broken = check.broken
  return { id = check.id, title = text_or_nil(check.title) or check.id,
    provision = check.provision and check.provision.id,
    scope = check.scope, points = points_cited(check, json),
    strength = check.strength or "beyond",
    layer = model.layer_names[(check.layer or 0) + 1],
    file = check.file, line = check.line, ask = text_or_nil(check.ask),
    remedy = text_or_nil(check.remedy), met = text_or_nil(check.met),
    why = text_or_nil(check.why),
    not_applicable = text_or_nil(check.not_applicable),
    applies = fact_card.condition(check.applies),
    expect = fact_card.condition(check.expect),
    reads = reads_of(check, json), prompts = prompts_of(check, json),
    stricter_than = check.stricter_than and check.stricter_than.id,
    retired = check.retired, aliases = fact_card.texts(check.aliases, json),
    broken = broken and { message = broken.message, file = broken.file,
      line = broken.line, column = broken.column } }
end

local function provision_part(provision, json)
  local ids = {}
  for i, check in ipairs(provision.checks) do ids[i] = check.id end
  return { id = provision.id, title = provision.title, scope = provision.scope,
    applies = fact_card.condition(provision.applies),
    not_applicable = provision.not_applicable, with = provision.with,
    checks = json.array(ids), file = provision.file, line = provision.line }
end

-- Every provision and every check.
function describe_rules.all(model, host)
  local json = host.json
  local checks, provisions = {}, {}
  for i, check in ipairs(model.checks) do
    checks[i] = in_short(model, check, json)
  end
  for i, provision in ipairs(model.provisions) do
    provisions[i] = provision_part(provision, json)
  end
  return { format = "cop11.rules/1", checks = json.array(checks),
    provisions = json.array(provisions) }
end

-- ---- a check in full ----------------------------------------------------

local function source_of(model, check)
  local text = model.texts[check.layer or 0][check.file]
  if not text then return nil end
  local found, last = declaration_text.of(text, check.line)
  return { file = check.file, first_line = check.line, last_line = last,
    text = found }
end

local function points_in_words(model, check, json)
  local list = {}
  for i, id in ipairs(check.points) do
    local point = model.points[id]
    list[i] = { id = tostring(id), strength = point and point.strength,
      says = point and point.says }
  end
  return json.array(list)
end

-- The questions behind the check, its facts and those of the lists it reads;
-- and the parameters it takes.
local function questions_of(model, check, json)
  local uses, questions, parameters, seen = need.of(model), {}, {}, {}
  for _, reads in ipairs { check.provision and check.provision.reads or false,
    check.reads } do
    for _, entry in ipairs(reads and reads.facts or {}) do
      local is_parameter = entry.scope == "parameter"
      local list = is_parameter and parameters or questions
      if not seen[entry] then
        seen[entry] = true
        list[#list + 1] = is_parameter
          and describe_facts.parameter(model, entry, uses[entry], json)
          or fact_card.of(entry, uses[entry], json)
      end
    end
  end
  return json.array(questions), json.array(parameters)
end

local function examples_of(check, load_with_examples, host)
  local json, list = host.json, {}
  local blocks = require("examples.read").blocks(load_with_examples(), host)
  for _, block in ipairs(blocks) do
    for _, example in ipairs(block.check_id == check.id and block.list or {}) do
      list[#list + 1] = { name = example.name, gives = example.gives,
        says = example.says, range = example.range, as_of = example.as_of,
        parameters = example.sets, dossier = example.dossier,
        file = example.file, line = example.line }
    end
  end
  return json.array(list)
end

-- The check called `id`, or nil, what is wrong and the id nearest to it.
function describe_rules.find(model, id)
  if model.check_by_id[id] then return model.check_by_id[id] end
  local ids = {}
  for i, check in ipairs(model.checks) do
    ids[i] = check.id
    for _, alias in ipairs(type(check.aliases) == "table" and check.aliases
      or {}) do
      if alias == id then return check end
    end
  end
  local near = nearest.find(id, ids)
  return nil, ("there is no check '%s'; %s"):format(id, near
    and ("did you mean '%s'?"):format(near) or '"rules" lists them all'), near
end

-- The check called `id` (an alias will do) in full, or what else has that name;
-- nil and what is wrong where nothing has.
function describe_rules.one(model, id, host, load_with_examples)
  local check, _, near = describe_rules.find(model, id)
  if not check then
    return require("describe.named").one(model, id, near, host,
      load_with_examples)
  end
  local json = host.json
  local full = in_short(model, check, json)
  full.format = "cop11.check/1"
  full.points = points_in_words(model, check, json)
  full.provision = check.provision and provision_part(check.provision, json)
  full.source = source_of(model, check)
  full.changes = layer_changes_report.of_check(model, check, json)
  full.questions, full.parameters = questions_of(model, check, json)
  full.outcomes = json.array(check.provision
    and check_outcomes.of(model, check, host) or {})
  full.examples = examples_of(check, load_with_examples, host)
  return full
end

-- The examples that the check called `id` lacks, or nil and what is wrong.
function describe_rules.missing(_, id, host, load_with_examples)
  local model = load_with_examples()
  local check, missing = describe_rules.find(model, id)
  if not check then return nil, missing end
  if check.broken or not check.provision or check.provision.broken then
    return nil, ("check '%s' is broken; cop11 lint says why"):format(id)
  end
  return require("suggest").missing(model, host, check)
end

return describe_rules
