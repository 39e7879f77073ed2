-- A report as CSV by RFC 4180: a header, then one row for what it was made from,
-- and for each rating, result, fact, piece of evidence, question, finding, problem
-- and record, CRLF, UTF-8 without a byte order mark.
-- The first column says of which kind a row is.
--
-- Spreadsheets take a cell that begins with = + - @ (or a wide form of these)
-- for a formula; such a cell gets an apostrophe in front, which they hide.
-- Cells hold one line each: white space and controls were made blanks and
-- U+FFFD before they came here (plain.lua), so no tab or CR can begin one.

local csv_rows = require "render.csv_rows"

local render_csv = {}

local FORMULA <const> = { ["="] = true, ["+"] = true, ["-"] = true,
  ["@"] = true, ["\u{FF1D}"] = true, ["\u{FF0B}"] = true,
  ["\u{FF0D}"] = true, ["\u{FF20}"] = true }

-- One cell.  Blanks before the sign do not hide it from a spreadsheet.
local function cell(text)
  local first = text:match("^ *([%z\1-\x7F\xC2-\xF4][\x80-\xBF]*)")
  if FORMULA[first] then text = "'" .. text end
  if text:find('[",\r\n]') or text:find("^ ") or text:find(" $") then
    return '"' .. text:gsub('"', '""') .. '"'
  end
  return text
end

-- The cell of each text, made once: many rows repeat a long name.
local function cells_once()
  local made = {}
  return function(text)
    local known = made[text] or cell(text)
    made[text] = known
    return known
  end
end

-- New ones come last.
local COLUMNS <const> = { "kind", "id", "as_of", "member", "facility",
  "facility_name", "provision", "check", "title", "outcome", "range", "basis",
  "reason", "remedy", "ask", "strength", "points", "rests_on", "evidence",
  "with_records", "layer", "rule", "notice", "with_layers",
  "weakened_by_layers", "checks_by_state", "recorded_by", "standing", "pointer",
  "against", "cause", "containment", "action", "owner", "due", "raised", "verified_by",
  "closed_on", "overdue", "auditor_approved", "state", "value", "type", "answer", "by",
  "party", "authority", "date" }

-- What every row of the view repeats, so that none is read without it.  Digests and the
-- names of facilities are not: they change with a fact, and every row would with them.
local function on_each_row(v)
  return { as_of = v.as_of, member = v.member.id or v.member.name,
    notice = v.notice, weakened_by_layers = table.concat(v.weakened, " ") }
end

-- The report of a view (see view.lua) as CSV.
function render_csv.render(v)
  local lines, common = { table.concat(COLUMNS, ",") }, on_each_row(v)
  local once = cells_once()
  for _, row in ipairs(csv_rows.all(v)) do
    local cells = {}
    for i, name in ipairs(COLUMNS) do
      cells[i] = once(row[name] or common[name] or "")
    end
    lines[#lines + 1] = table.concat(cells, ",")
  end
  return table.concat(lines, "\r\n") .. "\r\n"
end

-- A row of these texts.
function render_csv.row(texts)
  local cells = {}
  for i, text in ipairs(texts) do cells[i] = cell(text) end
  return table.concat(cells, ",") .. "\r\n"
end

-- The row of the cells that `columns` name in `cells`, else in `common`.
function render_csv.named(columns, cells, common)
  local texts = {}
  for i, name in ipairs(columns) do
    texts[i] = cells[name] or common and common[name] or ""
  end
  return render_csv.row(texts)
end

return render_csv
