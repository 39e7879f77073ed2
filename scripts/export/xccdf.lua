-- A report as an XCCDF 1.2 Benchmark, NIST's format for checklists: provisions are
-- groups, checks are rules, parameters are values, and each place has a profile.
--
-- Who checks a rule asks our check system for it, which evaluates the dossier beside the
-- Benchmark; "xccdf/results" is what that system answers.

local places = require "export.places"
local profiles = require "export.xccdf.profiles"
local results = require "export.xccdf.results"
local rules = require "export.xccdf.rules"
local shared = require "export.shared"
local values = require "export.xccdf.values"
local xml = require "export.xccdf.xml"

local xccdf = {}

local SPACE <const> = "http://checklists.nist.gov/xccdf/1.2"
local NOT_A_RATING <const> = "A score is the program's own arithmetic over rules, and no "
  .. "rating: what is not known (unknown) counts there as not passed."

local function groups(d, list)
  for _, provision in ipairs(shared.provisions(d.report)) do
    list[#list + 1] = rules.group(d, provision)
  end
end

local function head(d)
  local pack, list = d.report.pack, {}
  xml.add(list, "status", {}, "draft")
  xml.add(list, "title", {}, pack.title or pack.name)
  xml.add(list, "description", {}, NOT_A_RATING)
  xml.add(list, "notice", { { "id", "notice" } }, d.report.notice)
  xml.add(list, "version", {}, pack.version or "0")
  return list
end

-- The Benchmark on a report, as text; with the results of each place where `kind` is
-- "results".
function xccdf.build(kind, report, host)
  local d = { report = report, host = host, places = places.of(report),
    checks = shared.checks(report) }
  local list = head(d)
  for _, place in ipairs(d.places) do list[#list + 1] = profiles.of(d, place) end
  values.add(list, d)
  groups(d, list)
  if kind == "results" then
    for _, place in ipairs(d.places) do list[#list + 1] = results.of(d, place) end
  end
  return xml.write(xml.element("Benchmark", { { "xmlns", SPACE },
    { "id", "xccdf_cop11_benchmark_" .. shared.token(report.pack.name) },
    { "xml:lang", "en" } }, list))
end

return xccdf
