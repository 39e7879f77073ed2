-- The core in C, which evaluates: the program of a model, and the reports that it makes
-- by it (plugin/core_lua.h).

local dates = require "base.dates"
local diagnostic = require "base.diagnostic"
local shallow = require "base.shallow"

local core = {}

local DEPTH <const> = 8 -- more than results of checks have
local AS_OF <const> = "2013-11-30" -- of what is asked of no dossier

-- ---- plain functions of the rules ---------------------------------------

-- A function of a condition's row and the values of its facts that gives the extents,
-- or nil and what is wrong; nil where no condition needs one.
function core.computer(functions, host)
  if not next(functions) then return nil end
  return function(row, ...)
    local ok, mask = host.protect(functions[row].run, ...)
    if ok then return mask end
    return nil, type(mask) == "table" and diagnostic.text(mask.says) or tostring(mask)
  end
end

-- ---- checks alone -------------------------------------------------------

-- `list` and, behind it, those of `more` that it lacks.
local function with_more(list, more)
  local all, has = table.move(list, 1, #list, 1, {}), {}
  for _, one in ipairs(list) do has[one] = true end
  for _, one in ipairs(more) do
    if not has[one] then all[#all + 1], has[one] = one, true end
  end
  return all
end

-- The model `m` with changed checks behind its own, and their provisions.
local function with_changed(m, checks)
  local provisions = {}
  for i, check in ipairs(checks) do provisions[i] = check.provision end
  local all = shallow.with(m, "checks", with_more(m.checks, checks))
  all.provisions = with_more(m.provisions, provisions)
  return all
end

-- The results of core/alone.h, each with the conditions that it found.
local function with_nodes(results, out)
  for _, result in ipairs(results) do
    for i, row in ipairs(result.found or {}) do
      result.found[i] = out.object_at("node", row)
    end
  end
  return results
end

-- A function of a dossier's text, options as of host.core.report, and a list of
-- checks of the model `m` or of `changed`, which are checks of it that were changed.
-- Gives what each of the list comes to alone, at the first facility or at the Member:
-- { outcome, range, reason, found }, empty where there is no facility, `range` a mask,
-- `found` the conditions that decide; nil where the dossier cannot be rated.
function core.alone(m, host, changed)
  local block, functions, out = require("program").compile(with_changed(m, changed),
    host.program.layout())
  local program, compute = host.core.open(block), core.computer(functions, host)
  return function(text, options, checks)
    local rows = host.json.array {}
    for i, check in ipairs(checks) do rows[i] = out.row_of("check", check) end
    options = shallow.with(options, "more", host.json.write {
      checks = rows, notes = host.json.array {}, parameters = options.parameters })
    options.part = "checks"
    local written = host.core.report(program, text, options, compute)
    return written and with_nodes(host.json.read(written, DEPTH).results, out)
  end
end

-- ---- the whole ----------------------------------------------------------

-- The model as a program that is compiled now, once: { of, program, compute, out }.
local function compiled(m, host)
  if not m.compiled or m.compiled.of ~= m then
    local block, functions, out = require("program").compile(m, host.program.layout())
    m.compiled = { of = m, program = host.core.open(block),
      compute = core.computer(functions, host), out = out }
  end
  return m.compiled
end

-- The same of a model that may have errors: nil where they leave no program.
local function compiled_beside_errors(m, host)
  if #m.diagnostics == 0 then return compiled(m, host) end
  if m.no_program then return nil end
  local ok, one = host.protect(compiled, m, host)
  m.no_program = not ok
  return ok and one or nil
end

-- What conditions of the model `m` come to over every combination of answers
-- (core/cases.h), each { masks, number }.  `candidates`: { entry, answers } each, an answer
-- { number }, without a number where it is left unknown; `nodes`: the conditions;
-- `without`: those that must not hold.  Nil where errors in the rules leave no program.
function core.cases(m, host, candidates, nodes, without)
  local one, json = compiled_beside_errors(m, host), host.json
  if not one then return nil end
  local function rows_of(list)
    local rows = json.array {}
    for i, node in ipairs(list) do rows[i] = one.out.row_of("node", node) end
    return rows
  end
  local facts = json.array {}
  for i, candidate in ipairs(candidates) do
    local numbers = json.array {}
    for k, answer in ipairs(candidate.answers) do
      numbers[k] = answer.number or json.null
    end
    facts[i] = { fact = one.out.row_of("fact", candidate.entry), answers = numbers }
  end
  local written = host.core.report(one.program, "", { part = "cases",
    as_of = dates.parse(AS_OF), more = json.write { facts = facts,
      nodes = rows_of(nodes), without = rows_of(without) } }, one.compute)
  return json.read(written, DEPTH).cases
end

local function reporter(one, host)
  return function(text, options)
    options.more = options.more and host.json.write(options.more)
    return host.core.report(one.program, text, options, one.compute)
  end
end

-- A function report(text, options) for the model `m`, as host.core.report has it, but
-- for `options.more`, which is a table here.
function core.compiled(m, host)
  return reporter(compiled(m, host), host)
end

-- The same for the model of the engine, which may have its program already.
function core.new(m, host)
  local program = host.core.program()
  return program and reporter({ program = program }, host) or core.compiled(m, host)
end

core.AS_OF = AS_OF
return core
