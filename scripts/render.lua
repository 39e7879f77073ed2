-- Turns documents of this library into other forms: the door to the render_
-- modules, and to the documents of other platforms in export/.

local nearest = require "base.nearest"

local render = {}

-- The first are for people and for all; the others for one kind of document each.
local FORMATS <const> = { "text", "summary", "verbose", "html", "csv", "json", "sarif",
  "junit", "github", "hdf", "oscal", "oscal/assessment-results", "oscal/assessment-plan",
  "oscal/catalog", "oscal/component-definition", "oscal/poam", "oscal/profile", "xccdf",
  "xccdf/results", "ciso-assistant", "ciso-assistant/library" }

-- ---- json ---------------------------------------------------------------

local function pretty(document, host, empties)
  for value, kind in pairs(empties or {}) do
    if kind == "array" then host.json.array(value) end
  end
  return host.json.pretty(document) .. "\n"
end

-- ---- by format ----------------------------------------------------------

local function read_view(document, host)
  return require("view").read(document, host)
end

local REPORT <const> = {
  text = function(document, host)
    return require("render.text").render(read_view(document, host))
  end,
  verbose = function(document, host)
    return require("render.text").render(read_view(document, host), true)
  end,
  summary = function(document, host)
    return require("render.text").summary(read_view(document, host))
  end,
  html = function(document, host)
    return require("render.html").render(read_view(document, host), host)
  end,
  csv = function(document, host)
    return require("render.csv").render(read_view(document, host), host)
  end,
}

-- A report in the models of OSCAL; "oscal" alone is its results.
local function oscal(model)
  return function(document, host, problem)
    local built, why = require("export.oscal").build(model, document, host)
    if not built then return problem("argument", why, "format") end
    return pretty(built, host)
  end
end
for _, format in ipairs(FORMATS) do
  local model = format:match "^oscal/(.+)$"
  if model then REPORT[format] = oscal(model) end
end
REPORT.oscal = REPORT["oscal/assessment-results"]
function REPORT.hdf(document, host)
  return pretty(require("export.hdf").build(document, host), host)
end
for format, kind in pairs { xccdf = "benchmark", ["xccdf/results"] = "results" } do
  REPORT[format] = function(document, host)
    return require("export.xccdf").build(kind, document, host)
  end
end
REPORT["ciso-assistant"] = function(document, host)
  return pretty(require("export.ciso.results").build(document, host.json), host)
end
REPORT["ciso-assistant/library"] = function(document, host)
  return pretty(require("export.ciso.library").build(document, host.json), host)
end

local function tool(name)
  return { text = function(document)
    return require("render.tools")[name](document)
  end }
end

-- What lint and test find, for other programs too.
local function found(name)
  local kinds = tool(name)
  for _, format in ipairs { "sarif", "junit", "github" } do
    kinds[format] = function(document, host)
      return require("render.machines")[format](document, host)
    end
  end
  return kinds
end

-- What a module lays out under the names of the formats.
local function laid_out(module, ...)
  local kinds = {}
  for _, format in ipairs { ... } do
    kinds[format] = function(document, host)
      return require(module)[format](document, host)
    end
  end
  return kinds
end

-- Rules as text say less than their catalogue does.
local RULES <const> = laid_out("render.catalogue", "html", "csv")
function RULES.text(document) return require("render.tools").rules(document) end

local function named(kind)
  return { text = function(document)
    return require("render.named")[kind](document)
  end }
end

local KINDS <const> = {
  ["cop11.point/1"] = named "point",
  ["cop11.fact/1"] = named "fact",
  ["cop11.found/1"] = named "found",
  ["cop11.list/1"] = named "list",
  ["cop11.parameter/1"] = named "parameter",
  ["cop11.batch/1"] = laid_out("render.batch", "text", "html", "csv"),
  ["cop11.decisions/1"] = laid_out("record.shown", "text"),
  ["cop11.diff/1"] = laid_out("render.diff", "text", "html", "csv"),
  ["cop11.impact/1"] = laid_out("render.impact", "text", "csv"),
  ["cop11.lapses/1"] = laid_out("render.lapses", "text", "html", "csv"),
  ["cop11.questions/1"] = laid_out("render.questions", "text", "html", "csv"),
  ["cop11.remedies/1"] = laid_out("render.remedies", "text", "html", "csv"),
  ["cop11.report/1"] = REPORT,
  ["cop11.validation/1"] = tool "validation",
  ["cop11.lint/1"] = found "lint",
  ["cop11.test/1"] = found "test",
  ["cop11.rules/1"] = RULES,
  ["cop11.try/1"] = { text = function(document)
    return require("render.try").condition(document)
  end },
  ["cop11.tried/1"] = { text = function(document)
    return require("render.try").check(document)
  end },
  ["cop11.missing/1"] = tool "missing",
  ["cop11.editor/1"] = tool "lines",
  ["cop11.code/1"] = { text = function(document)
    return require("render.code").one(document)
  end },
  ["cop11.codes/1"] = { text = function(document)
    return require("render.code").all(document)
  end },
  ["cop11.points/1"] = { text = function(document)
    return require("render.points").render(document)
  end },
  ["cop11.check/1"] = { text = function(document)
    return require("render.check").render(document)
  end },
}

-- Whether `document` is one of ours, which may be shown as JSON.
local function is_ours(document)
  local name = document.format
  return type(name) == "string" and name:find("^cop11%.[%w-]+/1$") ~= nil
    or type(document["$schema"]) == "string"
end

local function said(document)
  local name = document.format
  return type(name) == "string"
    and ("says \"format\": %q"):format(require("base.plain").line(name:sub(1, 60)))
    or "has no text in \"format\""
end

-- Whether there is such a format: true, or nil and the problem.
function render.check_format(format, problem)
  if nearest.is_in(format, FORMATS) then return true end
  return problem("argument", ("'%s' is not a format; use text, html, csv or json, or "
      .. "sarif, junit or github for what lint and test find, or oscal, hdf, xccdf "
      .. "or ciso-assistant for a report%s")
    :format(format, nearest.hint(format, FORMATS)), "format")
end

-- In which formats a document of this kind can be shown.
local function forms_of(kind)
  local forms = {}
  for _, format in ipairs(FORMATS) do
    if kind[format] and format ~= "json" and not format:find "/" then forms[#forms + 1] = format end
  end
  return table.concat(forms, ", ") .. " or json"
end

-- The text of `document` in `format`, or nil and a problem.  `empties` tells
-- empty lists from empty objects, see host.json.read.
function render.answer(document, format, host, problem, empties)
  local _, wrong = render.check_format(format, problem)
  if wrong then return nil, wrong end
  if type(document) ~= "table" or document[1] ~= nil then
    return problem("dossier", "a report is a JSON object")
  end
  local kind = KINDS[document.format]
  if kind and kind[format] then return kind[format](document, host, problem) end
  if format == "json" and (kind or is_ours(document)) then
    return pretty(document, host, empties)
  elseif document.format == "cop11.dossier/1" then
    return problem("dossier", "this is a dossier, of which no report is made yet: "
      .. "'cop11 assess' (cop11_evaluate) makes it, and prints it too", "/format")
  elseif not kind then
    return problem("dossier", ("this is not a report: it %s, where a report "
      .. "has \"cop11.report/1\""):format(said(document)), "/format")
  end
  return problem("argument", ("%s can be shown as %s, not as %s"):format(document.format,
    forms_of(kind), format), "format")
end

return render
