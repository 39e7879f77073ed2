-- A document of blocks for people, below who and what it is of: as text, and as a page
-- (HTML).  `one` is { title, eyebrow, notice, how?, generator?, label, head, sections }:
-- `how` says how it came to be, `label` is how wide the labels of the head are in text,
-- `head` is { label, text } each, `sections` { title, id, blocks } each.

local html_blocks = require "render.html_blocks"
local layout = require "base.layout"
local markup = require "base.markup"
local page_frame = require "render.page"
local text_blocks = require "render.text_blocks"

local listing = {}

function listing.text(one)
  local page = layout.new_page()
  page.text("", one.title)
  page.text("", one.notice)
  if one.how then page.text("", one.how) end
  page.gap()
  for _, field in ipairs(one.head) do
    if field[2] then page.field(0, field[1], field[2], one.label) end
  end
  for _, section in ipairs(one.sections) do
    page.heading(section.title)
    text_blocks.put(page, section.blocks)
  end
  return page.finish()
end

-- A page with its head, to which more can be put; to be given to listing.finish.
function listing.start(one, host)
  local page = markup.new_page()
  page_frame.start(page, one.title, one.generator or "libcop11", host)
  page.put('<header><p class="eyebrow">%s</p><h1>%s</h1>'
    .. '<p class="notice" role="note">%s</p>', one.eyebrow, one.title, one.notice)
  if one.how then page.put("<p>%s</p>", one.how) end
  page.put '</header><main><dl class="facts">'
  for _, field in ipairs(one.head) do
    if field[2] then page.field(field[1], field[2]) end
  end
  page.put "</dl>"
  return page
end

function listing.finish(page)
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

function listing.html(one, host)
  local page = listing.start(one, host)
  for _, section in ipairs(one.sections) do
    page.put('<h2 id="%s">%s</h2>', section.id, section.title)
    html_blocks.put(page, section.blocks)
  end
  return listing.finish(page)
end

return listing
