-- The checks of a report as a library of CISO Assistant: a framework whose requirements
-- are the checks, below the provisions.
--
-- Other rules are another library: what it is called holds the digest of the rules, so
-- that no audit ends up with results for requirements it was not made from.

local plain = require "base.plain"
local rows = require "report.rows"
local shared = require "export.shared"

local library = {}

-- An id as URNs take it, different for each `id`; the platform makes them small.
local function token(id)
  return (id:gsub("[^%l%d.-]", function(byte)
    return ("_%02x"):format(byte:byte())
  end))
end

local function urn(report, kind, id)
  local name = ("%s-%s"):format(token(report.pack.name), report.pack.digest:sub(1, 12))
  return ("urn:cop11:risk:%s:%s%s"):format(kind, name, id and ":" .. token(id) or "")
end

-- The URN of the requirement that a check is.
function library.requirement(report, check)
  return urn(report, "req_node", check)
end

function library.framework(report)
  return urn(report, "framework")
end

function library.name(report)
  return urn(report, "library")
end

-- What a check rests on, and how much each part of it asks.
local function description(report, check)
  local lines = {}
  for i, id in ipairs(check.points) do
    local point = report.points[id]
    lines[i] = point and ("%s (%s): %s"):format(plain.line(id), plain.line(point.strength),
      plain.line(point.says)) or plain.line(id)
  end
  return table.concat(lines, "\n")
end

local function requirement(report, provision, id)
  local check = report.checks[id]
  local ask = plain.text(check.ask)
  return { urn = library.requirement(report, id), ref_id = plain.line(id), depth = 2,
    parent_urn = library.requirement(report, provision.id), assessable = true,
    name = plain.line(check.title), description = description(report, check),
    annotation = ("Strongest wording: %s.%s"):format(rows.strength(report, check.points),
      ask and " " .. ask or ""),
    typical_evidence = plain.text(check.expects) }
end

local function nodes(report)
  local list = {}
  for _, provision in ipairs(shared.provisions(report)) do
    list[#list + 1] = { urn = library.requirement(report, provision.id), depth = 1,
      assessable = false, ref_id = plain.line(provision.id),
      name = plain.text(provision.title) or plain.line(provision.id) }
    for _, id in ipairs(shared.checks(report, provision.id)) do
      list[#list + 1] = requirement(report, provision, id)
    end
  end
  return list
end

-- The library, a document that is written as JSON, which YAML holds.
function library.build(report, json)
  local pack = report.pack
  local title = plain.text(pack.title) or plain.line(pack.name)
  local says = plain.text(report.notice) or title
  return { urn = library.name(report), locale = "en", version = 1, provider = "libcop11",
    packager = "libcop11", ref_id = plain.line(pack.name), name = title,
    description = says, copyright = "The words are libcop11's, under the MIT licence.",
    objects = { framework = { urn = library.framework(report), name = title,
      ref_id = plain.line(pack.name), description = says,
      requirement_nodes = json.array(nodes(report)) } } }
end

return library
