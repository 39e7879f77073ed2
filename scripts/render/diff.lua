-- Reports of changes (cop11.diff/1) for people and for spreadsheets.

local html = require "render.markup"
local html_blocks = require "render.html_blocks"
local layout = require "render.layout"
local page_frame = require "render.page"
local plain = require "render.plain"
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

local COLUMNS <const> = { "kind", "check", "facility", "provision", "title", "strength",
  "was", "now", "old_reason", "new_reason", "facts_that_differ", "remedy" }

local function row(cells)
  for i, cell in ipairs(cells) do cells[i] = render_csv.cell(cell) end
  return table.concat(cells, ",") .. "\r\n"
end

local function change_row(change)
  local differ = {}
  for i, one in ipairs(objects(change.facts)) do differ[i] = sections.fact(one) end
  return row { text(change.kind) or "", text(change.check) or "",
    text(change.facility) or "", text(change.provision) or "",
    text(change.title) or "", text(change.strength) or "",
    sections.side(change.was), sections.side(change.now),
    text(object(change.was).reason) or "", text(object(change.now).reason) or "",
    table.concat(differ, "; "), text(change.remedy) or "" }
end

local function rating_row(one)
  return row { "rating", "", text(one.facility) or "", text(one.provision) or "",
    "rating of the " .. (text(one.level) or "?"), "", text(one.was) or "",
    text(one.now) or "", "", "", "", "" }
end

-- One row for each check of which something is told, and each rating that differs.
function render_diff.csv(document)
  local out = { row(table.move(COLUMNS, 1, #COLUMNS, 1, {})) }
  for _, change in ipairs(objects(document.changes)) do
    out[#out + 1] = change_row(change)
  end
  for _, one in ipairs(objects(document.ratings)) do
    out[#out + 1] = rating_row(one)
  end
  return table.concat(out)
end

return render_diff
