-- What would close each finding (cop11.remedies/1) for people and for spreadsheets.  As in
-- view.lua, nothing in it is trusted.

local blocks = require "render.blocks"
local html_blocks = require "render.html_blocks"
local keys = require "base.keys"
local layout = require "base.layout"
local markup = require "base.markup"
local outcomes = require "base.outcomes"
local page_frame = require "render.page"
local plain = require "base.plain"
local render_csv = require "render.csv"
local text_blocks = require "render.text_blocks"

local remedies = {}

local object, objects, text, texts = plain.object, plain.objects, plain.text, plain.texts
local add_field = blocks.add_field

local TITLE <const> = "What would close the findings"
local HOW <const> = "The fewest answers that would have to be others, found by trying and "
  .. "proven by rating the dossier with them. An answer may change only when what it tells "
  .. "of has changed and something shows it. What no answer alone closes needs the auditor "
  .. "or more than was tried."
local MOST_NAMED <const> = 8

-- ---- words ----------------------------------------------------------------------

-- " at pit (Main pit)"; nothing for the Member.
local function at_place(one)
  local id, name = text(one.facility), text(one.facility_name)
  if not id then return "" end
  return name and name ~= id and (" at %s (%s)"):format(id, name) or " at " .. id
end

-- "11.2.3 at pit, 11.3.1".
local function ids_words(ids)
  local list = {}
  for i, id in ipairs(texts(ids)) do
    local facility, check = keys.parts(id)
    list[i] = check .. (facility and " at " .. facility or "")
  end
  return table.concat(list, ", ")
end

-- "for 3 of people: G-1, G-2 and 1 more".
local function items_words(change)
  local names = texts(change.items)
  if not text(change.list) then return "" end
  local shown = table.move(names, 1, math.min(#names, MOST_NAMED), 1, {})
  local more = #names > MOST_NAMED and (" and %d more"):format(#names - MOST_NAMED) or ""
  return (", for %d of %s (%s%s)"):format(#names, text(change.list),
    table.concat(shown, ", "), more)
end

-- "Are they licensed? yes, for 3 of guards (G-1, G-2, G-3)"; "Interval: 12 months, in
-- place of 24".
local function change_words(change)
  local title, was = text(change.title) or "?", text(change.was)
  return ("%s%s %s%s%s"):format(title, title:find "%?$" and "" or ":",
    text(change.answer) or "?",
    was and ", in place of " .. was or "", items_words(change))
end

local function way_lines(way)
  local lines = {}
  for i, change in ipairs(objects(way.changes)) do
    lines[i] = (i > 1 and "and " or "") .. change_words(change)
  end
  return lines
end

-- ---- blocks -----------------------------------------------------------------------

local function add_way(fields, way, label)
  local lines = way_lines(way)
  add_field(fields, label, lines[1], { under = table.move(lines, 2, #lines, 1, {}) })
  if #texts(way.also_closes) > 0 then
    add_field(fields, "Closes too", ids_words(way.also_closes))
  end
  if #texts(way.opens) > 0 then
    add_field(fields, "But leads to", "a finding of "
      .. ids_words(way.opens))
  end
end

local function finding_block(one)
  local fields, ways = {}, objects(one.ways)
  add_field(fields, "To put right", text(one.remedy))
  for i, way in ipairs(ways) do
    add_way(fields, way, i == 1 and "Would close it" or "Or")
  end
  if #ways == 0 then
    add_field(fields, "Would close it", "no few changed answers alone, by what was tried")
  end
  local of = outcomes.of[text(one.outcome) or ""] or {}
  return blocks.item(fields, { mark = of.short and of.short:upper(), tone = of.tone,
    id = text(one.check) or "?", title = (text(one.title) or "?") .. at_place(one),
    says = text(one.reason) or "" })
end

-- "major non-conformance by 11.2.14; without it: minor non-conformance, 3 checks open".
local function rating_words(one)
  local stays, open = text(one.stays), plain.whole(one.open)
  local after = {}
  if stays then after[1] = (outcomes.of[stays] or {}).words or stays end
  if open > 0 then after[#after + 1] = plain.plural(open, "check", "checks") .. " open" end
  local rating, close = text(one.rating) or "", {}
  for i, id in ipairs(texts(one.close)) do close[i] = select(2, keys.parts(id)) end
  return ("%s by %s; without %s: %s"):format((outcomes.of[rating] or {}).words or rating,
    table.concat(close, ", "), #close == 1 and "it" or "these",
    #after == 0 and "no non-conformance" or table.concat(after, ", "))
end

local function rating_blocks(document)
  local fields = {}
  for i, one in ipairs(objects(document.ratings)) do
    fields[i] = { label = (text(one.provision) or "?") .. at_place(one),
      text = rating_words(one) }
  end
  return { blocks.item(fields, { title = "Which findings make the ratings" }) }
end

local function sections(document)
  local list, all = {}, objects(document.findings)
  for i, one in ipairs(all) do list[i] = finding_block(one) end
  if #all == 0 then return { { "Findings", { blocks.note "There is no finding." } } } end
  return { { "Ratings", rating_blocks(document) }, { "Findings", list } }
end

local function head(document)
  local member = object(document.member)
  return { { "Member", text(member.name) or text(member.id) },
    { "As of", text(document.as_of) },
    { "Findings", ("%d"):format(#objects(document.findings)) } }
end

-- ---- forms --------------------------------------------------------------------------

function remedies.text(document)
  local page = layout.new_page()
  page.text("", TITLE)
  page.text("", text(document.notice) or "")
  page.text("", HOW)
  page.gap()
  for _, one in ipairs(head(document)) do
    if one[2] then page.field(0, one[1], one[2], 15) end
  end
  for _, section in ipairs(sections(document)) do
    page.heading(section[1])
    text_blocks.put(page, section[2])
  end
  return page.finish()
end

function remedies.html(document, host)
  local page = markup.new_page()
  page_frame.start(page, TITLE, "libcop11", host)
  page.put('<header><p class="eyebrow">Remedies</p><h1>%s</h1>'
    .. '<p class="notice" role="note">%s</p><p>%s</p></header><dl class="facts">', TITLE,
    text(document.notice) or "", HOW)
  for _, one in ipairs(head(document)) do page.field(one[1], one[2]) end
  page.put "</dl><main>"
  for _, section in ipairs(sections(document)) do
    page.put('<h2>%s</h2>', section[1])
    html_blocks.put(page, section[2])
  end
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

local COLUMNS <const> = { "id", "outcome", "check", "title", "facility", "facility_name",
  "remedy", "way", "fact", "change", "answer", "was", "list", "items", "also_closes",
  "opens", "member", "as_of" }

local function row(cells)
  local list = {}
  for i, name in ipairs(COLUMNS) do list[i] = cells[name] or "" end
  return render_csv.row(list)
end

local function cells_of(one, document)
  local member = object(document.member)
  return { id = text(one.id), outcome = text(one.outcome), check = text(one.check),
    title = text(one.title), facility = text(one.facility),
    facility_name = text(one.facility_name), remedy = text(one.remedy),
    member = text(member.id) or text(member.name), as_of = text(document.as_of) }
end

-- A row for each change of each way; one for a finding that has none.
function remedies.csv(document)
  local out = { render_csv.row(COLUMNS) }
  for _, one in ipairs(objects(document.findings)) do
    local cells, before = cells_of(one, document), #out
    for number, way in ipairs(objects(one.ways)) do
      for _, change in ipairs(objects(way.changes)) do
        cells.way, cells.fact = ("%d"):format(number), text(change.fact)
        cells.change, cells.answer = text(change.title), text(change.answer)
        cells.was, cells.list = text(change.was), text(change.list)
        cells.items = table.concat(texts(change.items), "; ")
        cells.also_closes = table.concat(texts(way.also_closes), " ")
        cells.opens = table.concat(texts(way.opens), " ")
        out[#out + 1] = row(cells)
      end
    end
    if #out == before then out[#out + 1] = row(cells) end
  end
  return table.concat(out)
end

return remedies
