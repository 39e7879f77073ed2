-- A report as one self-contained web page: no script, nothing loaded from
-- anywhere, readable without colours, fit for A4.

local blocks = require "render.html_blocks"
local html = require "base.markup"
local frame = require "render.page"
local matrix = require "render.matrix"
local of_head = require "render.head"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local sections = require "render.sections"
local view = require "view"

local render_html = {}

local sentence = plain.sentence

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

local function put_remark(page, remark)
  if remark then page.put('<br><span class="small soft">%s</span>', remark) end
end

local function put_remarks(page, rating)
  for _, remark in ipairs(rating.remarks) do put_remark(page, remark) end
end

-- The auditor's column, of the same weight as the rules'.
local function auditor_cell(page, rating)
  page.put("<td>%s</td>", sentence(view.by_auditor(rating)))
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

local function fields(page, list)
  page.put '<dl class="facts">'
  for _, one in ipairs(list) do
    if one.code then
      page.put("<dt>%s</dt><dd><bdi>%s</bdi> <code>%s</code></dd>", one.label,
        one.text, one.code)
    elseif one.label ~= "" then
      page.field(one.label, one.text)
    end
  end
  page.put "</dl>"
end

-- A rating in a box: who says so, its words, the range where there is one, and what
-- stands behind it.
local function rating_box(page, who, tone, words, range, behind)
  local short, rest = words:match("^([^:]+): (.*)$")
  page.put('<div class="rating tone-%s"><span class="label">%s</span><strong>%s</strong>',
    tone, who, sentence(short or words))
  if range then range_boxes(page, range) end
  page.put("<span>%s</span></div>", (rest or "") .. (rest and behind ~= "" and "; " or "")
    .. behind)
end

-- What the rules say and what the auditor says, at the same size.
local function verdict(page, v)
  local member = v.member
  page.put '<section class="verdict" aria-label="Indicative rating">'
  rating_box(page, "Indicative rating", tone_of(member), member.text, member.range,
    member.stated or "")
  if v.auditor then
    local own = v.whose_records and v.with_records
    rating_box(page, "The auditor says", own and tone_of(own) or "none", v.auditor.says,
      own and own.range, v.auditor.behind)
  end
  page.put "</section>"
end

local function because(page, v)
  local section = of_head.because(v)
  if not section then return end
  page.put('<section class="keep"><h2>%s</h2>', section.title)
  blocks.put(page, section.blocks)
  page.put "</section>"
end

local function about(page, v)
  page.put '<section class="about" aria-label="What the rating stands on">'
  fields(page, of_head.rating(v))
  page.put('</section><p class="small soft note">%s</p>', v.bases)
end

local function changes(page, v)
  for _, section in ipairs(of_head.changes(v)) do
    page.put('<section class="keep"><h2>%s</h2>', section.title)
    blocks.put(page, section.blocks)
    page.put "</section>"
  end
end

local SEVERITIES <const> = { { "major", "Major" }, { "minor", "Minor" },
  { "observation", "Observations" }, { "conforming", "Conforming" } }

-- How many checks of the baseline there are of each severity, and of those that have none.
local function counts(page, v)
  page.put '<ul class="counts" aria-label="Checks">'
  local function count(number, name)
    page.put('<li><b>%s</b><span class="small soft">%s</span></li>', number, name)
  end
  for _, one in ipairs(SEVERITIES) do count(#view.baseline(v.places, one[1]), one[2]) end
  count(v.member.counts.open, "Open")
  count(v.member.counts.not_applicable, "Not applicable")
  page.put "</ul>"
  if v.member.counts.open > 0 then
    page.put('<p class="small soft note">Open: %s.</p>', view.open_text(v.member.counts))
  end
end

local function contents(page, all)
  page.put '<nav aria-label="Contents"><ul>'
  for _, section in ipairs(all) do
    page.put('<li><a href="#%s">%s</a> <span class="soft">%s</span></li>',
      section.id, section.title, section.count)
  end
  page.put "</ul></nav>"
end

local function head(page, v, all)
  page.put('<header><p class="eyebrow">Assessment report</p><h1>%s</h1>'
    .. '<p class="notice" role="note">%s</p>', v.title, v.notice)
  fields(page, of_head.who(v))
  page.put "</header><main>"
  verdict(page, v)
  because(page, v)
  changes(page, v)
  about(page, v)
  counts(page, v)
  matrix.put(page, v)
  contents(page, all)
end

-- ---- tables of ratings --------------------------------------------------

local function provisions(page, v)
  if #v.provisions == 0 then return end
  page.put "<h2>Provisions</h2>"
  page.table "Provisions"
  page.put('<th scope="col" colspan="2">Provision</th>'
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
      put_remark(page, one.stated)
      if one.house then
        page.put('<br><span class="small soft">house: %s%s</span>',
          short_text(one.house.range), one.house.tail)
      end
      if one.recorded or one.entered then
        page.put('<br><span class="small soft">by the auditor: %s</span>',
          view.by_auditor(one))
      end
    end
    page.put "</td>"
  end
end

-- The way from a facility to each of its findings.
local function finding_links(page, place)
  for _, group in ipairs(view.SHORTFALLS) do
    if #place[group] > 0 then
      page.put('<br><span class="small"><span class="tone tone-%s">%s</span>', group,
        sentence(group))
      for _, result in ipairs(place[group]) do
        page.put(' <a href="#%s">%s</a>', blocks.anchor(result), result.check)
      end
      page.put "</span>"
    end
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
  put_remark(page, place.rating.stated)
  finding_links(page, place)
  house_line(page, place.house)
  page.put "</td>"
  auditor_cell(page, place.rating)
  provision_cells(page, place, ids)
  page.put "</tr>"
end

local function facilities(page, v)
  if #v.facilities == 0 then return end
  local ids = columns_of(v)
  page.put "<h2>Facilities</h2>"
  page.table "Facilities"
  page.put('<th scope="col">Facility</th><th scope="col">Indicative rating</th>'
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
  frame.start(page, ("%s, as of %s"):format(v.member.name or v.member.id or v.title,
    v.as_of), v.engine, host)
end

local function origin(page, v)
  page.put "<h2>Made from</h2>"
  fields(page, of_head.origin(v))
  page.put('<footer><p class="small"><strong>%s</strong></p></footer>', v.notice)
end

-- The report of a view (see view.lua) as HTML.
function render_html.render(v, host)
  local page, all = html.new_page(), sections.of(v)
  start(page, v, host)
  head(page, v, all)
  provisions(page, v)
  facilities(page, v)
  for _, section in ipairs(all) do
    page.put('<h2 id="%s">%s</h2>', section.id, section.title)
    blocks.put(page, section.build(v))
  end
  signature(page)
  origin(page, v)
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

return render_html
