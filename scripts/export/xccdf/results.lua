-- The results of one place as XCCDF's TestResult, whose target is the place.

local answers = require "export.xccdf.answers"
local plain = require "base.plain"
local profiles = require "export.xccdf.profiles"
local rules = require "export.xccdf.rules"
local shared = require "export.shared"
local xml = require "export.xccdf.xml"

local results = {}

local function rule_result(d, row, when)
  return xml.element("rule-result", { { "idref", rules.id(row.check) }, { "time", when },
    { "severity", rules.severity(row.strength) } }, {
    xml.element("result", {}, answers.result(row)),
    xml.element("message", { { "severity", "info" } }, answers.message(d.report, row)),
    xml.element("check", { { "system", answers.SYSTEM } }, { rules.content(row.check) }) })
end

-- What is known of the place, and what XCCDF cannot hold: ratings, which may be ranges.
local function facts(d, place)
  local report, one, list = d.report, place.of, {}
  local function add(name, value)
    xml.add(list, "fact", { { "name", "urn:cop11:fact:" .. name }, { "type", "string" } },
      value)
  end
  add("id", plain.text(one.id))
  add("kind", shared.list(one.kind))
  add("country", plain.text(one.country))
  add("rating", one.rating)
  add("possible-ratings", table.concat(one.range or { one.rating }, ", "))
  add("basis", one.basis)
  add("as-of", report.as_of)
  add("dossier-digest", report.dossier.digest)
  return xml.element("target-facts", {}, list)
end

-- XCCDF's absolute score: 1 where every rule that counts passes, else 0.
local function score(place)
  local passed, others = 0, 0
  for _, row in ipairs(place.rows) do
    local result = answers.result(row)
    if result == "pass" then
      passed = passed + 1
    elseif result ~= "informational" and result ~= "notapplicable" then
      others = others + 1
    end
  end
  return xml.element("score", { { "system", "urn:xccdf:scoring:absolute" },
    { "maximum", "1" } }, passed > 0 and others == 0 and "1" or "0")
end

function results.of(d, place)
  local when = shared.moment_of(d.report)
  local list = { xml.element("title", {}, place.name),
    xml.element("profile", { { "idref", profiles.id(place) } }),
    xml.element("target", {}, place.token), facts(d, place) }
  for _, row in ipairs(place.rows) do list[#list + 1] = rule_result(d, row, when) end
  list[#list + 1] = score(place)
  return xml.element("TestResult", { { "id", "xccdf_cop11_testresult_" .. place.token },
    { "start-time", when }, { "end-time", when },
    { "test-system", d.report.engine.name .. " " .. d.report.engine.version },
    { "version", plain.text(d.report.pack.version) } }, list)
end

return results
