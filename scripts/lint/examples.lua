-- Examples that do not fit, and outcomes that no example shows.

local dossier = require "dossier"
local examples_read = require "examples.read"
local reach = require "examples.reach"
local suggest = require "suggest"

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
  return first and first.message
end

local function look_at_example(c, example)
  local problems = example.problems
  if #problems == 0 then problems = { first_problem(c, example) } end
  for _, message in ipairs(problems) do
    c.tell("L042", message, at_of(example),
      ("example '%s': "):format(example.name))
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
      c.add("L044", ("an example of %s does not say why it gives %s"):format(
        block.check_id, tostring(example.gives)), at_of(example))
    end
    local first = seen[example.name]
    if first then
      c.add("L043", ("two examples of %s are called '%s'; the other is in line "
        .. "%d"):format(block.check_id, example.name, first.line),
        at_of(example))
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
      for _, message in ipairs(block.problems) do
        c.tell("L042", message, { file = block.file, line = block.line })
      end
    end
    look_at_names(c, block, known.names)
    for _, example in ipairs(block.list) do
      look_at_example(c, example)
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
    c.add("L040", ("check '%s' has no examples"):format(check.id), at,
      ("Write examples \"%s\" { ... } that give: %s."):format(check.id,
        table.concat(missing, ", ")))
  else
    c.add("L041", ("no example of check '%s' gives %s"):format(check.id,
      table.concat(missing, ", ")), at)
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
