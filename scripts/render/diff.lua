-- Reports of changes (cop11.diff/1) for people and for spreadsheets.

local kinds = require "diff.kinds"
local html = require "base.markup"
local html_blocks = require "render.html_blocks"
local layout = require "base.layout"
local page_frame = require "render.page"
local plain = require "base.plain"
local render_csv = require "render.csv"
local sections = require "render.diff_sections"
local text_blocks = require "render.text_blocks"

local render_diff = {}

local object, objects, text = plain.object, plain.objects, plain.text

local TITLE <const> = "What changed between two reports"
local LABEL <const> = 11

local function notice_of(document)
  return text(document.notice) or ""
end

function render_diff.text(document)
  local page = layout.new_page()
  page.text("", TITLE)
  page.text("", notice_of(document))
  page.gap()
  for _, one in ipairs(sections.head(document)) do
    page.field(0, one.label, one.text, LABEL)
  end
  for _, section in ipairs(sections.of(document)) do
    page.heading(section.title)
    text_blocks.put(page, section.blocks)
  end
  return page.finish()
end

local function put_head(page, document)
  page.put('<header><p class="eyebrow">Report of changes</p><h1>%s</h1>'
    .. '<p class="notice" role="note">%s</p></header><dl class="facts">', TITLE,
    notice_of(document))
  for _, one in ipairs(sections.head(document)) do page.field(one.label, one.text) end
  page.put "</dl>"
end

function render_diff.html(document, host)
  local page, engine = html.new_page(), object(object(document.new).engine)
  page_frame.start(page, TITLE, ("%s %s"):format(text(engine.name) or "?",
    text(engine.version) or "?"), host)
  put_head(page, document)
  page.put "<main>"
  for _, section in ipairs(sections.of(document)) do
    page.put('<h2 id="%s">%s</h2>', section.id, section.title)
    html_blocks.put(page, section.blocks)
  end
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

-- ---- spreadsheets -----------------------------------------------------------

-- What both reports are of stands in each row, so that rows of many comparisons can be
-- kept in one table.
local COLUMNS <const> = { "kind", "check", "facility", "provision", "title", "strength",
  "was", "was_range", "was_basis", "now", "now_range", "now_basis", "old_reason",
  "new_reason", "facts_that_differ", "remedy", "member", "old_as_of", "new_as_of",
  "old_dossier", "new_dossier" }

-- The row with these cells by name; the rest is what `of_both` holds, or empty.
local function row(cells, of_both)
  local list = {}
  for i, name in ipairs(COLUMNS) do
    list[i] = cells[name] or of_both[name] or ""
  end
  return render_csv.row(list)
end

function render_diff.csv_header()
  return render_csv.row(COLUMNS)
end

local function digest_of(side)
  return text(object(side.dossier).digest)
end

local function of_both(document)
  local member, old, new = object(document.member), object(document.old),
    object(document.new)
  return { member = text(member.id) or text(member.name), old_as_of = text(old.as_of),
    new_as_of = text(new.as_of), old_dossier = digest_of(old),
    new_dossier = digest_of(new) }
end

local function range_of(side)
  return table.concat(plain.texts(side.range), " ")
end

local function change_row(change, of)
  local differ, was, now = {}, object(change.was), object(change.now)
  for i, one in ipairs(objects(change.facts)) do differ[i] = sections.fact(one) end
  return row({ kind = text(change.kind), check = text(change.check),
    facility = text(change.facility), provision = text(change.provision),
    title = text(change.title), strength = text(change.strength),
    was = text(was.outcome), was_range = range_of(was), was_basis = text(was.basis),
    now = text(now.outcome), now_range = range_of(now), now_basis = text(now.basis),
    old_reason = text(was.reason), new_reason = text(now.reason),
    facts_that_differ = table.concat(differ, "; "), remedy = text(change.remedy) }, of)
end

local function rating_row(one, of)
  return row({ kind = "rating", facility = text(one.facility),
    provision = text(one.provision), title = "rating of the " .. (text(one.level) or "?"),
    was = text(one.was), now = text(one.now) }, of)
end

-- A row for each check of which something is told (where `differing`, not for what
-- stayed), and for each rating that differs.
function render_diff.put_rows(out, document, differing)
  local of = of_both(document)
  for _, change in ipairs(objects(document.changes)) do
    if not (differing and kinds.STAYS[change.kind]) then
      out[#out + 1] = change_row(change, of)
    end
  end
  for _, one in ipairs(objects(document.ratings)) do
    out[#out + 1] = rating_row(one, of)
  end
end

function render_diff.csv(document)
  local out = { render_diff.csv_header() }
  render_diff.put_rows(out, document, false)
  return table.concat(out)
end

return render_diff
