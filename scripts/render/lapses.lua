-- On which days something ceases to hold (cop11.lapses/1: what differs between the
-- reports of each two days), for people and for spreadsheets.  As in view.lua, nothing
-- in it is trusted.

local listing = require "render.listing"
local plain = require "base.plain"
local render_diff = require "render.diff"
local sections = require "render.diff_sections"

local lapses = {}

local object, objects, text = plain.object, plain.objects, plain.text

local TITLE <const> = "What ceases to hold, and when"
local AS_IF <const> = "Rated on each day as if nothing in the dossier changed. Each day "
  .. "lists what differs from the day before."
local LABEL <const> = 8

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

local function listed(document)
  local days = {}
  for i, changes in ipairs(objects(document.days)) do
    local day = day_of(changes)
    days[i] = { title = day, id = day, blocks = sections.differing(changes) }
  end
  return { title = TITLE, eyebrow = "Report of lapses", notice = text(document.notice) or "",
    how = AS_IF, label = LABEL, head = head(document), sections = days }
end

function lapses.text(document) return listing.text(listed(document)) end

function lapses.html(document, host) return listing.html(listed(document), host) end

-- The rows of each day's changes, as of two reports.
function lapses.csv(document)
  local out = { render_diff.csv_header() }
  for _, changes in ipairs(objects(document.days)) do
    render_diff.put_rows(out, changes, true)
  end
  return table.concat(out)
end

return lapses
