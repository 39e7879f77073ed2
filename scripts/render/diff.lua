-- Reports of changes (cop11.diff/1) for people and for spreadsheets.

local kinds = require "diff.kinds"
local listing = require "render.listing"
local plain = require "base.plain"
local render_csv = require "render.csv"
local sections = require "render.diff_sections"

local render_diff = {}

local object, objects, text = plain.object, plain.objects, plain.text

local TITLE <const> = "What changed between two reports"
local LABEL <const> = 11

local function listed(document)
  local engine, head = object(object(document.new).engine), {}
  for i, one in ipairs(sections.head(document)) do head[i] = { one.label, one.text } end
  return { title = TITLE, eyebrow = "Report of changes",
    notice = text(document.notice) or "", label = LABEL, head = head,
    generator = ("%s %s"):format(text(engine.name) or "?", text(engine.version) or "?"),
    sections = sections.of(document) }
end

function render_diff.text(document) return listing.text(listed(document)) end

function render_diff.html(document, host) return listing.html(listed(document), host) end

-- ---- spreadsheets -----------------------------------------------------------

-- What both reports are of stands in each row, so that rows of many comparisons can be
-- kept in one table.
local COLUMNS <const> = { "kind", "check", "facility", "provision", "title", "strength",
  "was", "was_range", "was_basis", "now", "now_range", "now_basis", "old_reason",
  "new_reason", "facts_that_differ", "remedy", "member", "old_as_of", "new_as_of",
  "old_dossier", "new_dossier" }

-- The row with these cells by name; the rest is what `of_both` holds, or empty.
local function row(cells, of_both)
  return render_csv.named(COLUMNS, cells, of_both)
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
