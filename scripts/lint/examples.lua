-- Examples that do not fit, and outcomes that no example shows.

local diagnostic = require "base.diagnostic"
local dossier = require "dossier"
local examples_read = require "examples.read"
local reach = require "examples.reach"
local suggest = require "suggest"

local say <const> = diagnostic.new

local examples = {}

local MAX_DEPTH <const> = 64

local function at_of(one)
  return { file = one.file, line = one.line, column = one.column }
end

-- What the reader of dossiers finds wrong with the dossier of an example.
local function first_problem(c, example)
  local value, _, empties = c.host.json.read(
    c.host.json.write(example.dossier), MAX_DEPTH)
  local r = dossier.read(value, c.model, empties, c.host,
    nil, true)
  local first
  for _, problem in ipairs(r.problems) do
    if problem.kind == "error" and (not first
      or problem.pointer < first.pointer) then
      first = problem
    end
  end
  return first and (first.says or say("in-dossier", { text = first.message }))
end

local NO_PROMPT <const> = { ["no-such-prompt"] = true, ["prompt-of-nothing"] = true }

-- A check that is broken has lost its prompts, and its examples are not to blame.
local function lost_with(check, says)
  return check and check.broken and NO_PROMPT[diagnostic.core(says).code]
end

local function look_at_example(c, example, check)
  local problems = example.problems
  if #problems == 0 then problems = { first_problem(c, example) } end
  for _, says in ipairs(problems) do
    if not lost_with(check, says) then
      c.tell("L042", say("in-example", { name = example.name, inner = says }),
        at_of(example))
    end
  end
end

-- What `cop11 test --write-missing` leaves for the author to write.
local function has_reason(example)
  local because = example.because
  return because and because:find "%S"
    and because:sub(1, #suggest.SAY_WHY) ~= suggest.SAY_WHY
end

local function look_at_names(c, block, seen)
  for _, example in ipairs(block.list) do
    if not has_reason(example) then
      c.add("L044", say("example-without-reason", { check = block.check_id,
        gives = tostring(example.gives) }), at_of(example))
    end
    local first = seen[example.name]
    if first then
      c.add("L043", say("example-named-twice", { check = block.check_id,
        it = example.name, line = first.line }), at_of(example))
    end
    seen[example.name] = first or example
  end
end

local function look_at_blocks(c, blocks)
  local by_check = {}
  for _, block in ipairs(blocks) do
    local known = by_check[block.check_id] or { names = {}, given = {} }
    by_check[block.check_id] = known
    if not next(c.stopped) then
      for _, says in ipairs(block.problems) do
        c.tell("L042", says, { file = block.file, line = block.line })
      end
    end
    look_at_names(c, block, known.names)
    for _, example in ipairs(block.list) do
      look_at_example(c, example, c.model.check_by_id[block.check_id])
      if example.gives then known.given[example.gives] = true end
    end
  end
  return by_check
end

local function look_at_check(c, check, known)
  local at = { file = check.file, layer = check.layer, line = check.line }
  local missing = {}
  for _, outcome in ipairs(reach.outcomes(c.model, c.host, check)) do
    if not (known and known.given[outcome]) then
      missing[#missing + 1] = outcome
    end
  end
  if #missing == 0 then return end
  if not known then
    c.add("L040", say("no-examples", { it = check.id, outcomes = missing }), at)
  else
    c.add("L041", say("outcome-unshown", { it = check.id, outcomes = missing }), at)
  end
end

-- Where facts are lost, examples name hundreds that there are not: that is no
-- fault of theirs, and to look for what each may mean would take for ever.
function examples.look(c)
  if c.no_facts then return end
  local by_check = look_at_blocks(c,
    examples_read.blocks(c.model, c.host))
  if next(c.stopped) then return end
  for _, check in ipairs(c.model.checks) do
    look_at_check(c, check, by_check[check.id])
  end
end

return examples
