-- A report for a terminal of 80 columns, read from the top down by an auditor.

local blocks = require "render.text_blocks"
local layout = require "base.layout"
local plain = require "base.plain"
local of_head = require "render.head"
local sections = require "render.sections"
local view = require "view"

local render_text = {}

local LABEL <const> = 17

-- ---- the head -----------------------------------------------------------

local function put_fields(page, indent, columns, fields)
  for _, one in ipairs(fields) do
    page.field(indent, one.label, one.code and one.text == "" and one.code
      or one.text, columns)
    if one.code and one.text ~= "" then page.field(indent, "", one.code, columns) end
  end
end

-- What it is, of whom, and how it is rated, with what is `remarked` on that.
local function title(page, v, remarked)
  page.text("", v.title)
  page.text("", v.notice)
  page.gap()
  put_fields(page, 0, LABEL, of_head.who(v))
  page.field(0, "Indicative rating", v.member.text:gsub("^[^:]+", string.upper)
    .. remarked, LABEL)
end

local function head(page, v)
  title(page, v, view.remarks(v.member))
  put_fields(page, 0, LABEL, of_head.rating(v))
  page.field(0, "Checks", view.counts_text(v.member.counts, true), LABEL)
end

-- Why the rating is no better, in at most `most` findings, and what changes it.
local function changes(page, v, most)
  local list = { of_head.because(v, most) }
  for _, section in ipairs(of_head.changes(v)) do list[#list + 1] = section end
  for _, section in ipairs(list) do
    page.heading(section.title)
    blocks.put(page, section.blocks)
  end
end

-- ---- tables of ratings --------------------------------------------------

local RATING_COLUMNS <const> = { { 27 }, { 28 }, { 7, right = true },
  { 4, right = true }, { 4, right = true } }

-- `recorded` says that a record of the auditor speaks in some rating: then each
-- shows both columns.
local function rating_table(page, first_title, rows, recorded)
  page.row(2, RATING_COLUMNS, { first_title, "Indicative rating", "Settled",
    "Open", "N/A" })
  page.line("  " .. ("-"):rep(layout.WIDTH - 2))
  for _, row in ipairs(rows) do
    local counts = row.rating.counts
    page.row(2, RATING_COLUMNS, { row.name, row.rating.said,
      tostring(counts.settled), tostring(counts.open),
      tostring(counts.not_applicable) })
    if row.settled then page.text("    ", row.settled) end
    if row.rating.house then
      page.text("    House rating: ", row.rating.house.said)
    end
    if recorded then
      page.text("    By the auditor: ", view.by_auditor(row.rating))
    end
    for _, one in ipairs(row.parts or {}) do
      page.text(("    %s  "):format(one.id), one.said .. (one.house
        and "; house rating: " .. one.house.said or "") .. (recorded
        and "; by the auditor: " .. view.by_auditor(one) or ""))
    end
  end
end

local function provision_rows(provisions)
  local rows = {}
  for i, one in ipairs(provisions) do
    rows[i] = { name = one.id .. " " .. one.title, rating = one }
  end
  return rows
end

local function ratings(page, v)
  if #v.provisions > 0 then
    page.heading("Provisions")
    rating_table(page, "Provision", provision_rows(v.provisions),
      v.whose_records or v.any_entered)
  end
  local rows = {}
  for i, place in ipairs(v.facilities) do
    place.rating.house = place.house
    rows[i] = { name = view.place_name(place)
      .. (place.about and (", %s"):format(place.about) or "")
      .. (place.remark and (" (%s)"):format(place.remark) or ""), rating = place.rating,
      settled = place.rating.settled, parts = #place.provisions > 1 and place.provisions or nil }
  end
  if #rows > 0 then
    page.heading("Facilities")
    rating_table(page, "Facility", rows, v.whose_records or v.any_entered)
  end
  page.gap()
  page.text("  ", "Settled, open and N/A count checks. Open: unknown, "
    .. "withheld, conflicting or error.")
end

-- ---- the whole ----------------------------------------------------------

local MOST_IN_SUMMARY <const> = 4

-- What waits for somebody: how many, and in which words.
local TO_DO <const> = {
  { function(v) return #v.deciding end, "case for the auditor to decide",
    "cases for the auditor to decide" },
  { function(v) return view.count(v, "open") end, "check waits for an answer",
    "checks wait for an answer" },
  { function(v) return #v.problem_groups end, "problem of the dossier to look at",
    "problems of the dossier to look at" },
}

local function provenance(page, v)
  page.heading("Made from")
  put_fields(page, 2, 9, of_head.origin(v))
  page.gap()
  page.text("", v.notice)
end

local function to_do(page, v)
  local parts = {}
  for _, one in ipairs(TO_DO) do
    local count = one[1](v)
    if count > 0 then parts[#parts + 1] = plain.plural(count, one[2], one[3]) end
  end
  if #parts == 0 then return end
  page.heading("To do")
  for _, text in ipairs(parts) do page.text("  ", text, 4) end
end

-- What a reader decides by, on one screen: the ratings, why, and what is to be done.
function render_text.summary(v)
  local page = layout.new_page()
  title(page, v, v.member.stated and "; " .. v.member.stated or "")
  put_fields(page, 0, LABEL, of_head.rating_in_summary(v))
  page.field(0, "Checks", view.counts_text(v.member.counts), LABEL)
  changes(page, v, MOST_IN_SUMMARY)
  to_do(page, v)
  return page.finish()
end

-- The report of a view (see view.lua) as text; `verbose`: for who has the dossier and the
-- rules at hand.
function render_text.render(v, verbose)
  local page = layout.new_page()
  page.verbose = verbose
  head(page, v)
  changes(page, v)
  ratings(page, v)
  for _, section in ipairs(sections.of(v)) do
    page.heading(section.title)
    blocks.put(page, section.build(v))
  end
  provenance(page, v)
  return page.finish()
end

return render_text
