-- Answers what hosts ask of a pack: its rules, facts and points, the schemas of
-- what goes in and comes out, the questionnaire.

local nearest = require "base.nearest"

local describe = {}

-- Each maker gives a table to be written as JSON; its module is loaded when
-- first asked for.
local MAKERS <const> = {
  ["rules"] = { "describe.rules", "all" },
  ["facts"] = { "describe.facts", "facts" },
  ["parameters"] = { "describe.facts", "parameters" },
  ["points"] = { "describe.pack", "points" },
  ["pack"] = { "describe.pack", "pack" },
  ["build"] = { "describe.build", "build" },
  ["batch-schema"] = { "schema.batch", "build" },
  ["dossier-schema"] = { "schema.dossier", "build" },
  ["report-schema"] = { "schema.report", "build" },
  ["form/page"] = { "form.page", "build" },
  ["form/jsonforms"] = { "form.jsonforms", "build" },
  ["form/rjsf"] = { "form.rjsf", "build" },
  ["questionnaire-schema"] = { "schema.questionnaire", "build" },
  ["questionnaire"] = { "questionnaire", "build" },
  ["codes"] = { "lint.explain_code", "all" },
  ["editor"] = { "editor", "build" },
}
local KNOWN <const> = { "rules", "rules/ID", "missing/ID", "new/ID", "facts",
  "parameters", "points", "dossier-schema", "report-schema", "batch-schema", "questionnaire",
  "questionnaire-schema", "form/rjsf", "form/jsonforms", "form/page", "pack", "build",
  "codes", "codes/CODE", "editor", "template/KIND" }
-- What is said of one check, one code, or a check there will be.
local OF_ONE <const> = { rules = { "describe.rules", "one" },
  missing = { "describe.rules", "missing" }, new = { "scaffold", "build" },
  template = { "template", "build" },
  codes = { "lint.explain_code", "one" } }

local function unknown(what, problem)
  return problem("argument", ("'%s' is nothing that can be described; ask for "
    .. "one of: %s%s"):format(what, table.concat(KNOWN, ", "),
    nearest.hint(what, KNOWN)))
end

-- Canonical JSON that describes `what` of the model, or nil and a problem.
-- load_with_examples(file) gives the same model with its examples read and,
-- where given, one file more.
function describe.answer(model, what, host, problem, load_with_examples)
  local kind, id = what:match("^(%a+)/(.+)$")
  local of_one = OF_ONE[kind]
  if of_one then
    local full, missing = require(of_one[1])[of_one[2]](model, id, host,
      load_with_examples)
    if not full then return problem("argument", missing) end
    return host.json.write(full)
  end
  local maker = MAKERS[what]
  if not maker then return unknown(what, problem) end
  return host.json.write(require(maker[1])[maker[2]](model, host,
    load_with_examples))
end

return describe
