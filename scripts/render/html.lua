-- A report as one self-contained web page: no script, nothing loaded from
-- anywhere, readable without colours, fit for A4.

local html = require "render.markup"
local outcomes = require "base.outcomes"
local plain = require "render.plain"
local style = require "render.style"
local view = require "render.view"
local findings = require "render.html_findings"
local lists = require "render.html_lists"
local rules = require "render.html_rules"

local render_html = {}

local sentence = plain.sentence

local COUNT_WORDS <const> = { settled = "Settled", unknown = "Unknown",
  withheld = "Withheld", conflicting = "Conflicting", error = "Error",
  not_applicable = "Not applicable" }

local function tone_of(rating)
  local outcome = outcomes.of[rating.rating]
  return outcome and outcome.tone or "open"
end

-- ---- ratings ------------------------------------------------------------

-- Four boxes, not applicable to major, those of the range filled.  The words
-- beside them say the same.
local function range_boxes(page, range)
  local held = {}
  for _, name in ipairs(range) do held[name] = true end
  page.put '<span class="range" aria-hidden="true">'
  for _, name in ipairs(outcomes.SCALE) do
    if held[name] then
      page.put('<i class="on-%s"></i>', outcomes.of[name].tone)
    else
      page.put "<i></i>"
    end
  end
  page.put "</span>"
end

local function house_line(page, rating)
  if rating then
    page.put('<br><span class="small soft">house rating: %s</span>', rating.said)
  end
end

local function put_remarks(page, rating)
  for _, remark in ipairs(rating.remarks) do
    page.put('<br><span class="small soft">%s</span>', remark)
  end
end

-- The auditor's column, of the same weight as the rules'.
local function auditor_cell(page, rating)
  page.put("<td>%s</td>", sentence(rating.recorded or "the same"))
end

local function rating_cell(page, rating, house)
  page.put '<td>'
  range_boxes(page, rating.range)
  page.put('<span class="tone tone-%s">%s</span>', tone_of(rating),
    sentence(rating.text))
  put_remarks(page, rating)
  house_line(page, house)
  page.put "</td>"
  auditor_cell(page, rating)
end

local function count_cells(page, counts)
  for _, key in ipairs { "settled", "open", "not_applicable" } do
    page.put('<td class="number">%s</td>', counts[key])
  end
end

local COUNT_HEADS <const> = '<th scope="col" class="number">Settled</th>'
  .. '<th scope="col" class="number">Open</th>'
  .. '<th scope="col" class="number">N/A</th></tr></thead><tbody>'

-- ---- the head -----------------------------------------------------------

local function with_basis(rating)
  return rating and (rating.basis and ("%s (%s)"):format(rating.said,
    rating.basis) or rating.said)
end

local function verdict(page, v)
  local member = v.member
  local short, rest = member.text:match("^([^:]+): (.*)$")
  page.put('<section class="verdict" aria-label="Indicative rating">'
    .. '<div class="rating tone-%s"><span class="label">Indicative rating'
    .. "</span><strong>%s</strong>", tone_of(member),
    sentence(short or member.text) .. (#member.range > 1 and ""
      or view.remarks(member)))
  range_boxes(page, member.range)
  page.put("<span>%s</span>", rest and rest .. view.remarks(member)
    or member.basis and "basis: " .. member.basis or "")
  page.put('<p class="small soft">%s.</p></div><dl class="facts">',
    sentence(member.assessed))
  page.field("Member", member.name or member.id or "not named")
  page.field("Member id", member.name and member.id)
  page.field("As of", v.as_of)
  page.field("Evaluated at", v.evaluated_at)
  page.field("Assessment", v.kind)
  for _, one in ipairs(v.assessment) do page.field(one.label, one.text) end
  for _, one in ipairs(v.broken) do page.field("Broken rules", one) end
  page.field("To determine it", member.determined_by)
  page.field("Those assessed", with_basis(v.of_assessed))
  page.field("By the auditor", v.by_auditor)
  page.field("Findings entered", v.entered)
  page.field("Settled checks", member.support)
  page.field("Oldest evidence", v.oldest)
  page.field("Unnamed evidence", v.undated)
  page.field("House rating", v.house and v.house.said)
  page.put("</dl></section>"
    .. '<p class="small soft note">%s</p>', v.bases)
end

-- A record that lifts a shall, or goes beyond the wording, is never read past.
local function alerts(page, v)
  if #v.alerts == 0 then return end
  page.put '<h2>Outcomes that records change</h2><ul>'
  for _, text in ipairs(v.alerts) do
    page.put("<li><bdi>%s</bdi></li>", text)
  end
  page.put "</ul>"
end

local function counts(page, v)
  page.put '<ul class="counts" aria-label="Checks, by state">'
  for _, name in ipairs(view.COUNTS) do
    page.put('<li><b>%s</b><span class="small soft">%s</span></li>',
      v.member.counts[name], COUNT_WORDS[name])
  end
  page.put "</ul>"
end

-- The sections there are: { id, title, count }.
local function sections_of(v)
  local shortfalls = 0
  for _, group in ipairs(view.SHORTFALLS) do
    shortfalls = shortfalls + view.count(v, group)
  end
  return {
    { "questions", "Questions of the guidance", #v.questions },
    { "findings", "Findings", shortfalls },
    { "open", "Not settled", view.count(v, "open") },
    { "broken", "Checks that could not run", view.count(v, "broken") },
    { "decide", "For the auditor to decide", #v.deciding },
    { "consider", "For the auditor to consider", #v.advisory },
    { "entered", "Findings the auditor entered", #v.findings },
    { "hints", "What may follow", #v.hints },
    { "problems", "Problems of the dossier", #v.problem_groups },
    { "not-applicable", "Not applicable", view.count(v, "not_applicable") },
    { "conforming", "Conforming", view.count(v, "conforming") },
    { "evidence", "Evidence", #v.evidence },
    { "records", "Records", #v.records },
    { "parameters", "Parameters", #v.parameters },
  }
end

local function contents(page, v)
  page.put '<nav aria-label="Contents"><ul>'
  for _, section in ipairs(sections_of(v)) do
    if section[3] > 0 or section[1] == "findings" then
      page.put('<li><a href="#%s">%s</a> <span class="soft">%s</span></li>',
        section[1], section[2], section[3])
    end
  end
  page.put "</ul></nav>"
end

local function head(page, v)
  page.put('<header><p class="eyebrow">Assessment report</p><h1>%s</h1>'
    .. '<p class="notice" role="note">%s</p></header>', v.title, v.notice)
  verdict(page, v)
  alerts(page, v)
  rules.changes(page, v)
  counts(page, v)
  contents(page, v)
end

-- ---- tables of ratings --------------------------------------------------

local function provisions(page, v)
  if #v.provisions == 0 then return end
  page.put('<h2>Provisions</h2><div class="wide"><table><thead><tr>'
    .. '<th scope="col" colspan="2">Provision</th>'
    .. '<th scope="col">Indicative rating</th>'
    .. '<th scope="col">By the auditor</th>' .. COUNT_HEADS)
  for _, one in ipairs(v.provisions) do
    page.put('<tr><td class="id">%s</td><th scope="row">%s</th>', one.id,
      one.title)
    rating_cell(page, one, one.house)
    count_cells(page, one.counts)
    page.put "</tr>"
  end
  page.put "</tbody></table></div>"
end

-- The provisions that facilities are rated by, in the order of the report.
local function columns_of(v)
  local ids, seen = {}, {}
  for _, place in ipairs(v.facilities) do
    for _, one in ipairs(place.provisions) do
      if not seen[one.id] then seen[one.id], ids[#ids + 1] = true, one.id end
    end
  end
  return ids
end

-- "minor", or "conformance to major".
local function short_text(range)
  if #range == 0 then return "not determined" end
  local best, worst = outcomes.of[range[1]].short, outcomes.of[range[#range]].short
  return best == worst and best or best .. " to " .. worst
end

local function provision_cells(page, place, ids)
  local by_id = {}
  for _, one in ipairs(place.provisions) do by_id[one.id] = one end
  for _, id in ipairs(ids) do
    local one = by_id[id]
    page.put '<td class="part">'
    if one then
      range_boxes(page, one.range)
      page.put('<br><span class="tone tone-%s">%s</span>', tone_of(one),
        short_text(one.range))
      put_remarks(page, one)
      if one.house then
        page.put('<br><span class="small soft">house: %s%s</span>',
          short_text(one.house.range), one.house.tail)
      end
      if one.recorded then
        page.put('<br><span class="small soft">by the auditor: %s</span>',
          one.recorded)
      end
    end
    page.put "</td>"
  end
end

local function facility_row(page, place, ids)
  local counted = place.rating.counts
  page.put('<tr><th scope="row"><bdi>%s</bdi><br>'
    .. '<span class="small soft"><bdi>%s</bdi>%s%s</span></th><td>',
    place.name or place.id, place.id, place.about and ", " .. place.about or "",
    place.remark and ", " .. place.remark or "")
  range_boxes(page, place.rating.range)
  page.put('<span class="tone tone-%s">%s</span><br><span class="small soft">'
    .. "%s, %s not applicable</span>",
    tone_of(place.rating), sentence(place.rating.text), place.rating.settled,
    counted.not_applicable)
  put_remarks(page, place.rating)
  house_line(page, place.house)
  page.put "</td>"
  auditor_cell(page, place.rating)
  provision_cells(page, place, ids)
  page.put "</tr>"
end

local function facilities(page, v)
  if #v.facilities == 0 then return end
  local ids = columns_of(v)
  page.put('<h2>Facilities</h2><div class="wide"><table><thead><tr>'
    .. '<th scope="col">Facility</th><th scope="col">Indicative rating</th>'
    .. '<th scope="col">By the auditor</th>')
  for _, id in ipairs(ids) do page.put('<th scope="col">%s</th>', id) end
  page.put "</tr></thead><tbody>"
  for _, place in ipairs(v.facilities) do facility_row(page, place, ids) end
  page.put("</tbody></table></div>"
    .. '<p class="small soft note">Settled, open and N/A count checks; open '
    .. "ones are unknown, withheld, conflicting or in error. The boxes show "
    .. "the range of ratings that the evidence still allows: not applicable, "
    .. "conformance, minor, major.</p>")
end

-- ---- the end ------------------------------------------------------------

local function signature(page)
  page.put('<section class="keep"><h2>Signature</h2><p class="small soft">'
    .. "Signing says that this report was read and its decisions taken; it "
    .. 'does not make it an audit or a certificate.</p><div class="sign">')
  for _, label in ipairs { "Name", "Authority", "Signature", "Date" } do
    page.put('<div class="small soft">%s</div>', label)
  end
  page.put "</div></section>"
end

-- ---- the whole ----------------------------------------------------------

local function start(page, v, host)
  page.put('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    .. '<meta http-equiv="Content-Security-Policy" content="default-src '
    .. "'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\""
    .. '>\n<meta name="viewport" content="width=device-width, '
    .. 'initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
    .. '<meta name="generator" content="%s">\n<title>%s, as of %s</title>\n'
    .. "<style>", html.base64_of_hex(host.sha256(style)), v.engine,
    v.member.name or v.member.id or v.title, v.as_of)
  page.put(style)
  page.put "</style>\n</head>\n<body>\n"
end

-- The report of a view (see view.lua) as HTML.
function render_html.render(v, host)
  local page = html.new_page()
  start(page, v, host)
  head(page, v)
  page.put "<main>"
  for _, part in ipairs { provisions, facilities, lists.questions,
    findings.all, lists.all, signature, rules.origin } do
    part(page, v)
  end
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

return render_html
