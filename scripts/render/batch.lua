-- The roll-up of many dossiers (cop11.batch/1) for people and for spreadsheets: which
-- Member stands where by provision, and what falls short at many sites.

local batch_view = require "render.batch_view"
local html_blocks = require "render.html_blocks"
local layout = require "base.layout"
local listing = require "render.listing"
local plain = require "base.plain"
local render_csv = require "render.csv"

local batch = {}

local objects, text = plain.objects, plain.text

local TITLE <const> = "Roll-up of many dossiers"
local MOST_ROWS <const> = 40 -- of each list on a terminal
local MOST_PLACES <const> = 100 -- of a pattern that a page lists
local LABEL <const> = 12

local function head(v)
  local fields = { { "Dossiers", ("%d"):format(v.count) } }
  if #v.bad > 0 then
    fields[2] = { "Not assessed", plain.plural(#v.bad, "dossier", "dossiers") }
  end
  if v.repeated then fields[#fields + 1] = { "Repeated", v.repeated } end
  fields[#fields + 1] = { "Rules say", v.rules }
  if v.auditor ~= v.rules then fields[#fields + 1] = { "Auditor says", v.auditor } end
  return fields
end

-- ---- text ---------------------------------------------------------------------

-- The first of `list`, each put by `put`, and how many more there are.
local function some(page, list, put)
  for i, one in ipairs(list) do
    if i > MOST_ROWS then
      page.text("  ", ("and %d more; see rollup.html"):format(#list - MOST_ROWS))
      return
    end
    put(one)
  end
end

local function dossier_words(one)
  local parts = { batch_view.rating(one.given) }
  local recorded = batch_view.recorded(one.given)
  if recorded then parts[1] = parts[1] .. "; auditor: " .. recorded end
  local found = batch_view.count_words(one.counts)
  if found ~= "" then parts[#parts + 1] = found end
  if one.counts.open > 0 then parts[#parts + 1] = ("%d open"):format(one.counts.open) end
  return ("%s: %s"):format(one.name, table.concat(parts, "; "))
end

local function pattern_words(check)
  return ("%s in %s (%s): %s"):format(plain.plural(check.places, "place", "places"),
    plain.plural(check.dossiers, "dossier", "dossiers"), batch_view.count_words(check),
    check.title)
end

function batch.text(document)
  local v, page = batch_view.read(document), layout.new_page()
  page.text("", TITLE)
  page.text("", v.notice)
  page.gap()
  for _, one in ipairs(head(v)) do page.field(0, one[1], one[2], LABEL) end
  if #v.bad > 0 then
    page.heading "Could not be assessed"
    some(page, v.bad, function(one)
      page.text("  ", ("%s: %s"):format(one.place, one.message), 6)
    end)
  end
  page.heading "Dossiers, the worst first"
  some(page, v.dossiers, function(one)
    page.text("  ", one.file)
    page.text((" "):rep(6), dossier_words(one))
  end)
  if #v.patterns > 0 then
    page.heading "What falls short at most places"
    some(page, v.patterns, function(check)
      page.text(("  %-8s "):format(check.id), pattern_words(check))
    end)
  end
  return page.finish()
end

-- ---- a page -------------------------------------------------------------------

-- A path as a link: every byte that could mean anything else is written as a number.
local function link(path)
  return (tostring(path):gsub("[^%w%-%._/]", function(byte)
    return ("%%%02X"):format(byte:byte())
  end))
end

local function put_rating(page, thing)
  page.put('<td class="part"><span class="tone tone-%s">%s</span>',
    batch_view.tone(thing), batch_view.rating(thing))
  local recorded = batch_view.recorded(thing)
  if recorded then page.put('<br><span class="small">auditor: %s</span>', recorded) end
  page.put "</td>"
end

local function put_name(page, one)
  page.put '<th scope="row">'
  if text(one.report) then
    page.put('<a href="%s"><bdi>%s</bdi></a>', link(one.report), one.name)
  else
    page.put("<bdi>%s</bdi>", one.name)
  end
  page.put('<br><span class="small soft"><bdi>%s</bdi>; %s sites</span></th>', one.file,
    one.sites)
end

local function put_row(page, one, provisions)
  page.put "<tr>"
  put_name(page, one)
  put_rating(page, one.given)
  for _, provision in ipairs(provisions) do
    local rated = one.provisions[provision.id]
    if rated then put_rating(page, rated) else page.put "<td></td>" end
  end
  for _, name in ipairs { "major", "minor", "observation", "open" } do
    page.put('<td class="number">%s</td>', ("%d"):format(one.counts[name]))
  end
  page.put "</tr>"
end

local function put_columns(page, titles, numbers)
  page.put "<thead><tr>"
  for _, title in ipairs(titles) do page.put('<th scope="col">%s</th>', title) end
  for _, title in ipairs(numbers) do
    page.put('<th scope="col" class="number">%s</th>', title)
  end
  page.put "</tr></thead><tbody>"
end

local function put_matrix(page, v)
  local titles = { "Member and dossier", "Rating" }
  for _, one in ipairs(v.provisions) do titles[#titles + 1] = text(one.id) or "?" end
  page.put '<h2 id="dossiers">Members by provisions</h2>'
  page.wide "Members by provisions"
  page.put("<table><caption>The worst first. Open: what is not known leaves more than one "
    .. "rating. Sites: so many of them were assessed.</caption>")
  put_columns(page, titles, { "Major", "Minor", "Obs.", "Open" })
  for _, one in ipairs(v.dossiers) do put_row(page, one, v.provisions) end
  page.put "</tbody></table></div>"
  for _, one in ipairs(v.provisions) do
    page.put('<p class="small soft">%s: %s</p>', text(one.id) or "?",
      text(one.title) or "")
  end
end

local function put_places(page, check)
  page.put("<details><summary>%s</summary><ul class=\"plain small\">", "where")
  for i, at in ipairs(check.at) do
    if i > MOST_PLACES then
      page.put("<li>and %s more; see rollup.csv</li>", ("%d"):format(#check.at - i + 1))
      break
    end
    page.put("<li><bdi>%s</bdi>: <bdi>%s</bdi></li>", at.dossier.name,
      at.site or "the Member")
  end
  page.put "</ul></details>"
end

local function put_patterns(page, v)
  if #v.patterns == 0 then return end
  page.put '<h2 id="patterns">What falls short at most places</h2>'
  page.wide "What falls short at most places"
  page.put('<table><caption>A place is a site of a dossier, '
    .. "or the Member itself.</caption>")
  put_columns(page, { "Check", "What it asks" },
    { "Places", "Dossiers", "Major", "Minor", "Obs.", "Open" })
  for _, check in ipairs(v.patterns) do
    page.put('<tr><th scope="row">%s</th><td><bdi>%s</bdi>', check.id, check.title)
    put_places(page, check)
    page.put "</td>"
    for _, name in ipairs { "places", "dossiers", "major", "minor", "observation",
        "open" } do
      page.put('<td class="number">%s</td>', ("%d"):format(check[name]))
    end
    page.put "</tr>"
  end
  page.put "</tbody></table></div>"
end

local function put_bad(page, v)
  if #v.bad == 0 then return end
  local rows = {}
  for i, one in ipairs(v.bad) do rows[i] = { one.place, one.message } end
  page.put '<h2 id="bad">Could not be assessed</h2>'
  html_blocks.put(page, { { kind = "table", columns = { "Dossier", "What is wrong" },
    rows = rows } })
end

function batch.html(document, host)
  local v = batch_view.read(document)
  local page = listing.start({ title = TITLE, eyebrow = "Roll-up", notice = v.notice,
    head = head(v) }, host)
  put_bad(page, v)
  put_matrix(page, v)
  put_patterns(page, v)
  return listing.finish(page)
end

-- ---- spreadsheets -------------------------------------------------------------

local COLUMNS <const> = { "kind", "file", "member", "member_name", "as_of", "assessment",
  "facility", "facility_name", "provision", "check", "title", "result", "range", "basis",
  "with_records", "open_checks", "message", "report" }

local function row(cells, of)
  return render_csv.named(COLUMNS, cells, of)
end

local function rated(kind, thing, more)
  more.kind, more.result, more.basis = kind, text(thing.rating), text(thing.basis)
  more.range = table.concat(plain.texts(thing.range), " ")
  more.with_records = text(thing.with_records)
  return more
end

local function put_dossier(out, one)
  local given = one.given
  local of = { file = one.file, member = one.id, member_name = one.name,
    as_of = one.as_of, assessment = one.kind }
  out[#out + 1] = row(rated("dossier", given, { report = text(given.report),
    open_checks = ("%d"):format(one.counts.open) }), of)
  for _, provision in ipairs(objects(given.provisions)) do
    out[#out + 1] = row(rated("provision", provision,
      { provision = text(provision.provision) }), of)
  end
  for _, site in ipairs(objects(given.sites)) do
    out[#out + 1] = row(rated("site", site, { facility = text(site.id),
      facility_name = text(site.name) }), of)
  end
  return of
end

-- A row for each dossier, for each rating of a provision or a site, and for each check
-- that falls short somewhere.
function batch.csv(document)
  local v, out, of = batch_view.read(document), { render_csv.row(COLUMNS) }, {}
  for _, one in ipairs(v.bad) do
    out[#out + 1] = row({ kind = "bad", file = one.place, message = one.message }, {})
  end
  for _, one in ipairs(v.dossiers) do of[one] = put_dossier(out, one) end
  for _, check in ipairs(v.patterns) do
    for _, at in ipairs(check.at) do
      out[#out + 1] = row({ kind = "finding", facility = at.site_id,
        facility_name = at.site, provision = check.provision, check = check.id,
        title = check.title, result = at.outcome, with_records = at.recorded },
        of[at.dossier])
    end
  end
  return table.concat(out)
end

return batch
