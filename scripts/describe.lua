-- Answers what hosts ask of a pack: its rules, facts and points, the schemas of
-- what goes in and comes out, the questionnaire.

local nearest = require "nearest"

local describe = {}

-- Each maker gives a table to be written as JSON; its module is loaded when
-- first asked for.
local MAKERS <const> = {
  ["rules"] = { "describe_rules", "all" },
  ["facts"] = { "describe_facts", "facts" },
  ["parameters"] = { "describe_facts", "parameters" },
  ["points"] = { "describe_pack", "points" },
  ["pack"] = { "describe_pack", "pack" },
  ["dossier-schema"] = { "schema_dossier", "build" },
  ["report-schema"] = { "schema_report", "build" },
  ["questionnaire"] = { "questionnaire", "build" },
}
local KNOWN <const> = { "rules", "rules/ID", "missing/ID", "facts",
  "parameters", "points", "dossier-schema", "report-schema", "questionnaire",
  "pack" }
-- What is said of one check.
local OF_ONE <const> = { rules = "one", missing = "missing" }

local function unknown(what, problem)
  return problem("argument", ("'%s' is nothing that can be described; ask for "
    .. "one of: %s%s"):format(what, table.concat(KNOWN, ", "),
    nearest.hint(what, KNOWN)))
end

-- Canonical JSON that describes `what` of the model, or nil and a problem.
-- load_with_examples() gives the same model with its examples read.
function describe.answer(model, what, host, problem, load_with_examples)
  local kind, id = what:match("^(%a+)/(.+)$")
  if OF_ONE[kind] then
    local full, missing = require("describe_rules")[OF_ONE[kind]](model, id,
      host, load_with_examples)
    if not full then return problem("argument", missing) end
    return host.json.write(full)
  end
  local maker = MAKERS[what]
  if not maker then return unknown(what, problem) end
  return host.json.write(require(maker[1])[maker[2]](model, host,
    load_with_examples))
end

return describe
