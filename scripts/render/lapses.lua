-- On which days something ceases to hold (cop11.lapses/1: what differs between the
-- reports of each two days), for people and for spreadsheets.  As in view.lua, nothing
-- in it is trusted.

local html_blocks = require "render.html_blocks"
local layout = require "base.layout"
local markup = require "base.markup"
local page_frame = require "render.page"
local plain = require "base.plain"
local render_diff = require "render.diff"
local sections = require "render.diff_sections"
local text_blocks = require "render.text_blocks"

local lapses = {}

local object, objects, text = plain.object, plain.objects, plain.text

local TITLE <const> = "What ceases to hold, and when"
local AS_IF <const> = "Rated on each day as if nothing in the dossier changed. Each day "
  .. "lists what differs from the day before."

local function head(document)
  local first = object(objects(document.days)[1])
  local member = object(first.member)
  return { { "Member", text(member.name) or text(member.id) }, { "Days",
    ("after %s, up to %s"):format(text(document.from) or "?",
      text(document["until"]) or "?") },
    { "Changes", #objects(document.days) == 0 and "on no day" or
      plain.plural(#objects(document.days), "day", "days") } }
end

local function day_of(changes)
  return text(object(changes.new).as_of) or "?"
end

function lapses.text(document)
  local page = layout.new_page()
  page.text("", TITLE)
  page.text("", text(document.notice) or "")
  page.text("", AS_IF)
  page.gap()
  for _, one in ipairs(head(document)) do
    if one[2] then page.field(0, one[1], one[2], 8) end
  end
  for _, changes in ipairs(objects(document.days)) do
    page.heading(day_of(changes))
    text_blocks.put(page, sections.differing(changes))
  end
  return page.finish()
end

function lapses.html(document, host)
  local page = markup.new_page()
  page_frame.start(page, TITLE, "libcop11", host)
  page.put('<header><p class="eyebrow">Report of lapses</p><h1>%s</h1>'
    .. '<p class="notice" role="note">%s</p><p>%s</p></header><dl class="facts">', TITLE,
    text(document.notice) or "", AS_IF)
  for _, one in ipairs(head(document)) do
    if one[2] then page.field(one[1], one[2]) end
  end
  page.put "</dl><main>"
  for _, changes in ipairs(objects(document.days)) do
    page.put('<h2 id="%s">%s</h2>', day_of(changes), day_of(changes))
    html_blocks.put(page, sections.differing(changes))
  end
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

-- The rows of each day's changes, as of two reports.
function lapses.csv(document)
  local out = { render_diff.csv_header() }
  for _, changes in ipairs(objects(document.days)) do
    render_diff.put_rows(out, changes, true)
  end
  return table.concat(out)
end

return lapses
