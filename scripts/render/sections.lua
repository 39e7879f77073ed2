-- What a report says after its ratings, section by section in the order it is read:
-- { id, title, count, blocks }.  Every form that has pages lays out the same.

local of_outcomes = require "render.outcome_sections"
local of_registers = require "render.register_sections"
local view = require "view"

local sections = {}

local function in_group(group)
  return function(v) return view.count(v, group) end
end

local function in_list(name)
  return function(v) return #v[name] end
end

local function shortfalls(v)
  local count = 0
  for _, group in ipairs(view.SHORTFALLS) do count = count + view.count(v, group) end
  return count
end

-- { id, title, how many things it holds, its blocks }.
local ALL <const> = {
  { "questions", "Questions of the guidance", in_list "questions",
    of_registers.questions },
  { "registers", "Registers", in_list "in_full", of_registers.in_full },
  { "withheld", "Withheld by the Member", in_list "withheld_groups",
    of_registers.withheld },
  { "findings", "Findings", shortfalls, of_outcomes.findings },
  { "open", "Not settled", in_group "open", of_outcomes.open },
  { "broken", "Checks that could not run", in_group "broken", of_outcomes.broken },
  { "decide", "For the auditor to decide", in_list "deciding",
    of_registers.decide },
  { "consider", "For the auditor to consider", in_list "advisory",
    of_registers.consider },
  { "entered", "Entered findings", in_list "findings", of_registers.entered },
  { "hints", "What may follow", in_list "hints", of_registers.hints },
  { "problems", "Problems of the dossier", in_list "problem_groups",
    of_registers.problems },
  { "not-applicable", "Not applicable", in_group "not_applicable",
    of_outcomes.not_applicable },
  { "conforming", "Conforming", in_group "conforming", of_outcomes.conforming },
  { "answered", "Also answered", function(v) return v.answered end,
    of_registers.answered },
  { "evidence", "Evidence", in_list "evidence", of_registers.evidence },
  { "records", "Records", in_list "records", of_registers.records },
  { "parameters", "Parameters", in_list "parameters", of_registers.parameters },
}

-- The sections there are: { id, title, count, build(v) }.  That there is no finding
-- is said too.
function sections.of(v)
  local list = {}
  for _, one in ipairs(ALL) do
    local count = one[3](v)
    if count > 0 or one[1] == "findings" then
      list[#list + 1] = { id = one[1], title = one[2], count = count,
        build = one[4] }
    end
  end
  return list
end

return sections
