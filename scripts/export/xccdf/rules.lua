-- The rules of an XCCDF Benchmark: checks, in the groups of their provisions.

local answers = require "export.xccdf.answers"
local rows = require "report.rows"
local shared = require "export.shared"
local values = require "export.xccdf.values"
local xml = require "export.xccdf.xml"

local rules = {}

-- The name that the dossier has beside the Benchmark.
local DOSSIER <const> = "dossier.json"

-- How much a check weighs, by the strongest wording it rests on.
local SEVERITIES <const> = { shall = "high", must = "high", should = "medium",
  could = "low" }

function rules.id(check)
  return "xccdf_cop11_rule_" .. shared.token(check)
end

function rules.severity(strength)
  return SEVERITIES[strength] or "info"
end

-- What is asked of the dossier.
function rules.content(check)
  return xml.element("check-content-ref", { { "href", DOSSIER },
    { "name", rules.id(check) } })
end

local function check_of(d, id, check)
  local list = {}
  values.add_exports(list, d, check)
  list[#list + 1] = rules.content(id)
  return xml.element("check", { { "system", answers.SYSTEM } }, list)
end

-- What the guidance says, in our words, and where.
local function points(d, check)
  local says, list = {}, {}
  for i, id in ipairs(check.points) do
    local point = d.report.points[id]
    says[i] = point and point.says or id
    list[i] = xml.element("reference", {}, id)
  end
  return table.concat(says, " "), list
end

local function rule(d, id, check)
  local list, says, references = {}, points(d, check)
  xml.add(list, "title", {}, id .. " " .. check.title)
  xml.add(list, "description", {}, check.expects and "Expects: " .. check.expects
    or check.title)
  xml.add(list, "question", {}, check.ask)
  table.move(references, 1, #references, #list + 1, list)
  xml.add(list, "rationale", {}, says)
  xml.add(list, "fixtext", {}, check.remedy)
  list[#list + 1] = check_of(d, id, check)
  return xml.element("Rule", { { "id", rules.id(id) }, { "selected", "true" },
    { "severity", rules.severity(rows.strength(d.report, check.points)) } }, list)
end

-- The group of a provision, with its checks.
function rules.group(d, provision)
  local list = {}
  xml.add(list, "title", {}, provision.title and provision.id .. " " .. provision.title
    or provision.id)
  for _, id in ipairs(shared.checks(d.report, provision.id)) do
    list[#list + 1] = rule(d, id, d.report.checks[id])
  end
  return xml.element("Group", { { "id",
    "xccdf_cop11_group_" .. shared.token(provision.id) } }, list)
end

return rules
