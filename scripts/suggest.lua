-- Writes the examples a check still lacks: one for each outcome that none shows,
-- and one for each change to its conditions that none notices.  The outcome is
-- what the rule gives today; whether it is right, the author says.

local examples_read = require "examples.read"
local mutation = require "mutation"
local reach = require "examples.reach"
local suggest_search = require "suggest.search"
local suggest_values = require "suggest.values"
local unnoticed = require "mutation.unnoticed"

local suggest = {}

-- How the reasons begin that are left for the author to write.
suggest.SAY_WHY = "say why"

-- ---- writing ------------------------------------------------------------

local function sentences_of(facts)
  local paths, list = {}, {}
  for path in pairs(facts) do
    if type(path) == "string" and path ~= "complete" then
      paths[#paths + 1] = path
    end
  end
  table.sort(paths)
  for i, path in ipairs(paths) do
    list[i] = suggest_values.sentence(path, facts[path])
  end
  return list
end

local function sentences(facts)
  local list = sentences_of(facts)
  for i, one in ipairs(list) do list[i] = ("%q"):format(one) end
  return table.concat(list, ",\n      ")
end

-- The reason that the facts themselves are.
local function by_facts(written)
  local list = sentences_of(written.facts)
  return #list > 0 and table.concat(list, " and ") or "nothing is known"
end

local function list_text(list, items)
  local parts = { "complete = true" }
  for _, item in ipairs(items) do
    parts[#parts + 1] = ("{ %s }"):format(sentences(item))
  end
  return ("    %s = { %s },"):format(list.path, table.concat(parts,
    ",\n      "))
end

local function record_texts(records)
  local list = {}
  for i, record in ipairs(records) do
    list[i] = ("{ prompt = %q, answer = %q }"):format(record.prompt,
      record.answer)
  end
  return table.concat(list, ",\n      ")
end

local COLUMNS <const> = 76

-- `words` as lines of remarks.
local function remarks(words, lines)
  local line = "  --"
  for word in words:gmatch "%S+" do
    if #line + #word > COLUMNS and line ~= "  --" then
      lines[#lines + 1], line = line, "  --"
    end
    line = line .. " " .. word
  end
  lines[#lines + 1] = line
end

local function example_text(written, outcome, wanted, lists)
  local lines = {}
  if wanted.remark then remarks(wanted.remark, lines) end
  lines[#lines + 1] = ("  { gives = %q,"):format(outcome)
  lines[#lines + 1] = ("    because = %q,"):format(wanted.because
    or ("%s this is %s"):format(suggest.SAY_WHY, outcome))
  if next(written.facts) then
    lines[#lines + 1] = ("    facts = { %s },"):format(
      sentences(written.facts))
  end
  for _, list in ipairs(lists) do
    local items = written[list.path]
    if items then lines[#lines + 1] = list_text(list, items) end
  end
  if written.records then
    lines[#lines + 1] = ("    records = { %s },"):format(
      record_texts(written.records))
  end
  lines[#lines + 1] = "  },"
  return table.concat(lines, "\n")
end

-- ---- the whole ----------------------------------------------------------

-- The outcomes that `examples`, which hold, show: one with parameters of its own shows
-- none, as `cop11 test` has it.
local function given_of(examples)
  local given = {}
  for _, example in ipairs(examples) do
    if not example.parameters then given[example.gives] = true end
  end
  return given
end

local function want_outcomes(m, host, check, given, list)
  for _, outcome in ipairs(reach.outcomes(m, host, check)) do
    if not given[outcome] then
      list[#list + 1] = { outcome = outcome,
        none = ("None was found that gives %s."):format(outcome) }
    end
  end
end

local function want_changes(m, check, slips, list)
  local is_listed = unnoticed.lister(m)
  for _, slip in ipairs(slips) do
    local change = slip.change
    local was, now = change.was, change.now
    if not is_listed(check.id, was, now) then
      list[#list + 1] = { check = slip.checks[1], place = change.node,
        remark = ("Shows that line %d is not to say, in place of '%s': '%s'.")
          :format(change.line, was, now),
        none = ("None was found that notices '%s' becoming '%s' in line %d.")
          :format(was, now, change.line) }
    end
  end
end

-- What is wanted of new examples: { outcome }, or { check, place, remark } for a
-- change; each with what to say where none is found.  And the function of core.alone
-- that knows the changed checks.
local function wanted_of(m, host, blocks, check)
  local list, slips = {}, mutation.slips(m, host, check)
  local run = mutation.runner(m, host, slips)
  local examples = mutation.holding(run, host, blocks, check)
  want_outcomes(m, host, check, given_of(examples), list)
  want_changes(m, check, mutation.unnoticed(run, host, slips, examples), list)
  return list, run
end

-- Whether one of the examples already found shows this too.
local function shown_by(search, found, wanted)
  for _, one in ipairs(found) do
    if suggest_search.shows(search, one, wanted) then return true end
  end
  return false
end

-- The examples that `check` lacks, as texts, and what none was found for.
local function examples_for(m, host, check, has_reasons)
  local all_wanted, run = wanted_of(m, host, examples_read.blocks(m, host), check)
  local search = suggest_search.new(m, host, check, run)
  local found, texts, none = {}, {}, {}
  for _, wanted in ipairs(all_wanted) do
    if not shown_by(search, found, wanted) then
      local written, outcome = suggest_search.find(search, wanted)
      found[#found + 1] = written
      if written then
        if has_reasons then wanted.because = by_facts(written) end
        texts[#texts + 1] = example_text(written, outcome, wanted, search.lists)
      else
        none[#none + 1] = wanted.none
      end
    end
  end
  return texts, none
end

local HEAD <const> = [[
-- Written by cop11 from the rule as it stands.  Is each outcome right?  If so,
-- say in because why; if not, mend the rule.
]]

-- The examples that `check` lacks (cop11.missing/1), as text to put into the
-- file of its examples; `none` says what could not be shown.  `has_reasons`: the
-- facts stand for the reasons that the author is else asked for.
function suggest.missing(m, host, check, has_reasons)
  local texts, none = examples_for(m, host, check, has_reasons)
  local text = ""
  if #texts > 0 then
    text = ("%sexamples %q {\n%s\n}\n"):format(HEAD, check.id,
      table.concat(texts, "\n"))
  end
  return { format = "cop11.missing/1", check = check.id, count = #texts,
    text = text, none = host.json.array(none) }
end

return suggest
