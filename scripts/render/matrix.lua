-- The picture of a report: places by provisions, with a bar of checks in each cell.
-- What is open is hatched, so that it reads in grey too; the numbers are printed.

local view = require "view"

local matrix = {}

-- What a bar holds, the gravest first: the group, its tone, its mark and its words.
local PARTS <const> = {
  { "major", "major", "M", "major" }, { "minor", "minor", "m", "minor" },
  { "observation", "observation", "o", "observation" },
  { "conforming", "fine", "c", "conforming" }, { "open", "open", "?", "open" },
  { "broken", "open", "!", "in error" }, { "not_applicable", "none", " n/a",
    "not applicable" } }
local HATCHED <const> = { open = true, broken = true }
local WIDTH <const>, MIDDLE <const> = 100, 4

-- ---- what is counted ----------------------------------------------------

-- The cells of a place by provision: how many checks of the baseline each group holds,
-- how many in all, and whether a record or an entered finding speaks of one; nil where
-- there is none.
local function cells_of(place)
  local cells
  for _, part in ipairs(PARTS) do
    local group = part[1]
    for _, result in ipairs(view.baseline({ place }, group)) do
      cells = cells or {}
      local cell = cells[result.provision or ""] or { all = 0 }
      cells[result.provision or ""] = cell
      cell[group], cell.all = (cell[group] or 0) + 1, cell.all + 1
      cell.marked = cell.marked or result.auditor or #result.entered > 0
    end
  end
  return cells
end

local function rows_of(v)
  local rows = {}
  for _, place in ipairs(v.places) do
    local cells = cells_of(place)
    rows[#rows + 1] = cells and { place = place, cells = cells }
  end
  return rows
end

-- ---- what is drawn ------------------------------------------------------

local function words_of(cell)
  local parts = {}
  for _, part in ipairs(PARTS) do
    local number = cell[part[1]]
    if number then parts[#parts + 1] = ("%s %d"):format(part[4], number) end
  end
  return table.concat(parts, ", ")
end

local function put_bar(page, cell)
  page.put('<svg class="bar" role="img" aria-label="%s" viewBox="0 0 %s 8" '
    .. 'preserveAspectRatio="none">', words_of(cell), WIDTH)
  local from = 0
  for _, part in ipairs(PARTS) do
    local number = cell[part[1]]
    if number then
      local to = from + number * WIDTH / cell.all
      page.put('<path class="tone-%s %s" d="M%s %sH%s"/>', part[2],
        HATCHED[part[1]] and "open" or part[1] == "not_applicable" and "rest" or "whole",
        ("%.1f"):format(from), MIDDLE, ("%.1f"):format(to))
      from = to
    end
  end
  page.put "</svg>"
end

local function put_cell(page, cell)
  page.put "<td>"
  if cell then
    put_bar(page, cell)
    for _, part in ipairs(PARTS) do
      local number = cell[part[1]]
      if number then page.put('<span class="tone tone-%s">%s%s</span> ', part[2], number,
        part[3]) end
    end
    if cell.marked then page.put "<b>&#9679;</b>" end
  end
  page.put "</td>"
end

local LEGEND <const> = "Checks: M major, m minor, o observation, c conforming, ? open "
  .. "(hatched), n/a not applicable (a line). A dot: a record or an entered finding of "
  .. "the auditor speaks of one."

-- The picture of what `v` says of each place.
function matrix.put(page, v)
  local rows = rows_of(v)
  if #rows == 0 then return end
  page.put "<h2>Places by provisions</h2>"
  page.put '<div class="matrix">'
  page.table "Places by provisions"
  page.put '<th scope="col">Place</th>'
  for _, one in ipairs(v.provisions) do page.put('<th scope="col">%s</th>', one.id) end
  page.put "</tr></thead><tbody>"
  for _, row in ipairs(rows) do
    page.put('<tr><th scope="row"><bdi>%s</bdi></th>', row.place.is_member and "The Member"
      or row.place.name or row.place.id)
    for _, one in ipairs(v.provisions) do put_cell(page, row.cells[one.id]) end
    page.put "</tr>"
  end
  page.put('</tbody></table></div></div><p class="small soft note">%s</p>', LEGEND)
end

return matrix
