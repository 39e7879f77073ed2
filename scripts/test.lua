-- Runs the examples beside the checks of a pack, each as a dossier through the
-- same evaluation as any other, and compares what comes out with what its
-- author says is right.

local diagnostic = require "base.diagnostic"
local examples_read = require "examples.read"
local lint = require "lint"
local mutation = require "mutation"
local only = require "test.only"
local pack = require "pack"
local reach = require "examples.reach"
local rows = require "report.rows"
local unnoticed = require "mutation.unnoticed"

local examples = {}

local FORMAT <const> = "cop11.test/1"
local MAX_DEPTH <const> = 64

-- ---- comparing ----------------------------------------------------------

local function refused(outcome)
  local where = outcome.where ~= "" and " (" .. outcome.where .. ")" or ""
  return { got = "refused", reason = outcome.message .. where }
end

-- The result of the check at the first facility, or at the Member.
local function result_in(report, id)
  local found
  rows.each(report, function(row)
    if row.check == id then found = found or row end
  end)
  return found
end

local function same_set(a, b)
  local seen, count = {}, 0
  for _, value in ipairs(a) do
    if not seen[value] then seen[value], count = true, count + 1 end
  end
  for _, value in ipairs(b) do
    if not seen[value] then return false end
    count = count - 1
  end
  return count == 0
end

-- What differs from what the example expects, as one sentence; nil for nothing.
local function difference(example, result)
  if result.outcome ~= example.gives then
    return ("expected %s, got %s: %s"):format(example.gives, result.outcome,
      result.reason)
  end
  if example.range and not same_set(example.range, result.range) then
    return ("expected the range %s, got %s"):format(
      table.concat(example.range, ", "), table.concat(result.range, ", "))
  end
  if example.says and not result.reason:find(example.says, 1, true) then
    return ("expected the reason to hold '%s'; it is: %s"):format(example.says,
      result.reason)
  end
end

-- ---- running ------------------------------------------------------------

local function evaluate(example, host, runtime)
  local text, problem = runtime.evaluate(host.json.write(example.dossier),
    { as_of = example.as_of, show_sensitive = true,
      parameters = example.sets })
  if not text then return refused(problem) end
  local report = host.json.read(text, MAX_DEPTH)
  local result = result_in(report, example.check_id)
  return { got = result.outcome, reason = result.reason, range = result.range,
    problem = difference(example, result) }
end

local function problems_text(example)
  local texts = {}
  for i, says in ipairs(example.problems) do texts[i] = diagnostic.text(says) end
  return table.concat(texts, "; ")
end

-- The outcome of one example, as the report of a test shows it.
local function run_one(example, host, runtime)
  local shown = { name = example.name, expected = example.gives,
    file = example.file, line = example.line, column = example.column }
  local ran
  if #example.problems > 0 then
    ran = { got = "refused", reason = problems_text(example) }
  else
    ran = evaluate(example, host, runtime)
  end
  shown.got, shown.reason, shown.problem = ran.got, ran.reason, ran.problem
  shown.range = ran.range and host.json.array(ran.range)
  if not shown.problem and ran.got ~= example.gives then
    shown.problem = ran.reason
  end
  shown.ok = shown.problem == nil
  return shown
end

-- ---- putting together ---------------------------------------------------

local function blocks_by_check(blocks)
  local by_check = {}
  for _, block in ipairs(blocks) do
    local list = by_check[block.check_id] or {}
    by_check[block.check_id] = list
    list[#list + 1] = block
  end
  return by_check
end

-- Which of the outcomes the check can give its examples show, and which not.
local function shown_of(can_give, given)
  local shown, not_shown = {}, {}
  for _, outcome in ipairs(can_give) do
    local list = given[outcome] and shown or not_shown
    list[#list + 1] = outcome
  end
  return shown, not_shown
end

local function one_check(model, check, blocks, host, runtime)
  local list, given = {}, {}
  for _, block in ipairs(blocks or {}) do
    for _, example in ipairs(block.list) do
      local ran = run_one(example, host, runtime)
      list[#list + 1] = ran
      -- Another value of a parameter shows nothing of the pack as it stands.
      if ran.ok and not example.parameters then given[ran.got] = true end
    end
  end
  local can_give = reach.outcomes(model, host, check)
  local shown, not_shown = shown_of(can_give, given)
  return { check = check.id, title = check.title, file = check.file,
    line = check.line, examples = host.json.array(list),
    can_give = host.json.array(can_give), shown = host.json.array(shown),
    not_shown = host.json.array(not_shown) }
end

local function add_totals(totals, one)
  totals.checks = totals.checks + 1
  totals.not_shown = totals.not_shown + #one.not_shown
  for _, example in ipairs(one.examples) do
    totals.examples = totals.examples + 1
    local key = example.ok and "passed" or "failed"
    totals[key] = totals[key] + 1
  end
end

-- What is wrong with the rules, and with whole blocks and files of examples,
-- each with its place.  A broken check may have no example that would fail.
local function problems_of(model, blocks, host)
  local problems, json = {}, host.json
  for _, d in ipairs(lint.causes(model, host)) do
    problems[#problems + 1] = { message = diagnostic.text(d.says), file = d.file,
      line = d.line }
  end
  if #model.checks == 0 then
    problems[1] = problems[1] or { message = "the pack holds no check",
      file = pack.first_file(model.layers[1]), line = 1 }
  end
  for _, block in ipairs(blocks) do
    for _, says in ipairs(block.problems) do
      problems[#problems + 1] = { message = diagnostic.text(says), file = block.file,
        line = block.line, check = block.check_id }
    end
  end
  return json.array(problems)
end

local function pack_part(model)
  return { name = model.layers[1].name, digest = model.digest,
    version = model.about.version }
end

-- Where the rules cannot be used, what lint says of them is all there is to say.
local function not_run(model, host)
  local json, problems = host.json, {}
  for _, d in ipairs(require("lint").findings(model, host)) do
    if d.severity == "error" then
      problems[#problems + 1] = { file = d.file, line = d.line,
        message = d.message .. " " .. d.cure }
    end
  end
  return json.write { format = FORMAT, checks = json.array {}, ok = false,
    problems = json.array(problems), pack = pack_part(model),
    totals = { checks = 0, examples = 0, passed = 0, failed = 0, not_shown = 0,
      changes = 0, unnoticed = 0 },
    changes = { tried = 0, unnoticed = json.array {}, listed = json.array {},
      not_tried = json.array {} } }
end

-- The blocks of the checks that are asked for.
local function blocks_of(model, host)
  local blocks = {}
  for _, block in ipairs(examples_read.blocks(model, host)) do
    if not model.only or model.only[block.check_id] then
      blocks[#blocks + 1] = block
    end
  end
  return blocks
end

-- The results of all examples of the pack, as cop11.test/1; where `asked` names a
-- check, a provision or a file, of those alone, or nil and what is wrong.
function examples.run(model, host, runtime, asked)
  if model.unusable then return not_run(model, host) end
  if asked then
    local ids, wrong = only.ids(model, asked)
    if not ids then return nil, wrong end
    model.only = ids
  end
  local json = host.json
  local blocks = blocks_of(model, host)
  local by_check = blocks_by_check(blocks)
  local totals = { checks = 0, examples = 0, passed = 0, failed = 0,
    not_shown = 0 }
  local checks, seen = {}, {}
  for _, check in ipairs(model.checks) do
    if mutation.is_tested(model, check) and not seen[check.id] then
      seen[check.id] = true
      local one = one_check(model, check, by_check[check.id], host, runtime)
      checks[#checks + 1] = one
      add_totals(totals, one)
    end
  end
  local problems = problems_of(model, blocks, host)
  local changes = unnoticed.run(model, host, blocks,
    function(says, declaration)
      problems[#problems + 1] = { message = diagnostic.text(says),
        file = declaration.file,
        line = declaration.line, check = declaration.name }
    end)
  totals.changes, totals.unnoticed = changes.tried, #changes.unnoticed
  return json.write { format = FORMAT, totals = totals, changes = changes,
    checks = json.array(checks), problems = problems,
    ok = totals.failed + totals.not_shown + totals.unnoticed + #problems == 0,
    pack = pack_part(model) }
end

return examples
