-- What the OSCAL documents on a report share: who they are, how their parts are
-- named, and properties of our own for what OSCAL has no place for.
--
-- A UUID follows from the Member and from what it names (`mine/11.1.7`), so that the
-- same finding has the same one in the next report; that of a document and of its
-- result follows from the dossier, the rules and the day too.

local shared = require "export.shared"
local texts = require "export.oscal.texts"
local uuid = require "base.uuid"

local parts = {}

parts.VERSION = "1.2.1" -- of OSCAL
parts.SPACE = "urn:cop11:oscal" -- of our properties
parts.UUIDS = "http://ietf.org/rfc/rfc4122" -- by what an id is named that is a UUID
local ROOT <const> = uuid.of(uuid.URLS, parts.SPACE)

-- A name of any length as one that is quickly made a UUID of.
local function brief(name, host)
  return #name <= 200 and name or "sha256:" .. host.sha256(name)
end

-- The UUID of what is called `name` and is of this kind.
function parts.id(d, kind, name)
  return uuid.of(d.space, kind .. ":" .. brief(name or "", d.host))
end

-- The list for JSON, or nil where it is empty: OSCAL has no empty lists.
function parts.list(d, items)
  return items[1] ~= nil and d.json.array(items) or nil
end

-- A value of a fact or a parameter as one line.
function parts.value(d, value)
  return texts.line(type(value) == "table" and d.json.write(value) or tostring(value))
end

-- Properties of our own, from pairs of name and value; without a value none.  A value
-- may be a list: one property each.
function parts.props(d, pairs_of)
  local props = {}
  for _, pair in ipairs(pairs_of) do
    local name, value, class = pair[1], pair[2], pair[3]
    for _, one in ipairs(type(value) == "table" and value or { value }) do
      props[#props + 1] = { name = name, ns = parts.SPACE, class = class,
        value = texts.line(tostring(one)) }
    end
  end
  return parts.list(d, props)
end

-- The properties of a rating, which may be a range: OSCAL has neither.
function parts.rating(rating, class, into)
  into[#into + 1] = { "rating", rating.rating, class }
  into[#into + 1] = { "possible-rating", rating.range, class }
  into[#into + 1] = { "basis", rating.basis, class }
  local auditors = rating.with_records
  if auditors then
    into[#into + 1] = { "auditor-rating", auditors.rating, class }
    into[#into + 1] = { "auditor-possible-rating", auditors.range, class }
  end
  return into
end

function parts.member_name(d)
  local member = d.report.member
  return member.name or member.id or "a Member without a name"
end

-- What stands at the head of the document called `title`.
function parts.metadata(d, title, more)
  local report, member = d.report, d.report.member
  local metadata = { title = texts.markup(title), version = texts.line(report.as_of),
    ["last-modified"] = d.when, ["oscal-version"] = parts.VERSION,
    remarks = report.notice and texts.markup(report.notice),
    props = parts.props(d, { { "as-of", report.as_of },
      { "engine", report.engine.version }, { "pack", report.pack.name },
      { "pack-version", report.pack.version }, { "pack-digest", report.pack.digest },
      { "dossier-digest", report.dossier.digest }, { "member-id", member.id },
      { "assessment-kind", report.assessment.kind } }) }
  for name, value in pairs(more or {}) do metadata[name] = value end
  return metadata
end

-- The places that results speak of, as components: facilities, and the Member.
function parts.places(d)
  local report, places = d.report, {}
  local function add(id, name, kind, props)
    places[#places + 1] = { uuid = parts.id(d, "place", id), type = kind,
      title = texts.markup(name), description = texts.markup(name),
      status = { state = "other", remarks = "A dossier does not say it." },
      props = parts.props(d, props) }
  end
  add("", parts.member_name(d), "this-system", parts.rating(report.member, nil, {}))
  for _, facility in ipairs(report.facilities) do
    local props = parts.rating(facility, nil, { { "facility-id", facility.id },
      { "kind", facility.kind }, { "country", facility.country },
      { "assessed", facility.assessed }, { "not-assessed-why", facility.not_assessed_why } })
    for _, one in ipairs(facility.provisions) do
      parts.rating(one, texts.token(one.provision), props)
    end
    add("/" .. facility.id, facility.name or facility.id, "physical", props)
  end
  return d.json.array(places)
end

-- Points from something to the place it is about.
function parts.subjects(d, facility)
  return d.json.array { { ["subject-uuid"] = parts.id(d, "place",
    facility and "/" .. facility or ""), type = "component" } }
end

-- The library, as the tool that found what is found.
function parts.tool(d)
  return { uuid = parts.id(d, "tool"), type = "software", title = "libcop11",
    description = "Evaluates a dossier by the rules of a pack.",
    status = { state = "operational" },
    props = parts.props(d, { { "version", d.report.engine.version } }) }
end

function parts.origin(d, actor)
  return { actors = d.json.array { actor
    or { type = "tool", ["actor-uuid"] = parts.id(d, "tool") } } }
end

function parts.assets(d)
  return { components = d.json.array { parts.tool(d) },
    ["assessment-platforms"] = d.json.array { { uuid = parts.id(d, "platform"),
      title = "The program that called libcop11" } } }
end

-- Every control was asked; what came of each stands where it is told.
function parts.reviewed(d)
  return { ["control-selections"] = d.json.array { {
    ["include-all"] = {} } },
    remarks = "Every check is asked. One that is settled has a finding; one that is "
      .. "open, does not apply or is broken has an observation that says so." }
end

-- What all of these functions take: a document on a report, in the making.
function parts.new(report, host)
  local member = report.member
  local of = uuid.of(ROOT, brief(member.id or member.name or report.dossier.digest, host))
  return { report = report, host = host, json = host.json, space = of,
    when = shared.moment_of(report), run = table.concat({ report.dossier.digest,
      report.pack.digest, report.as_of, report.evaluated_at }, " ") }
end

return parts
