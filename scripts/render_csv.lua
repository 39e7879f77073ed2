-- A report as CSV by RFC 4180: a header, then one row per outcome, CRLF, UTF-8
-- without a byte order mark.
--
-- Spreadsheets take a cell that begins with = + - @ (or a wide form of these)
-- for a formula; such a cell gets an apostrophe in front, which they hide.
-- Cells hold one line each: white space and controls were made blanks and
-- U+FFFD before they came here (plain.lua), so no tab or CR can begin one.

local view = require "render_view"
local view_signatures = require "view_signatures"

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

local function facts_text(facts)
  local parts = {}
  for i, fact in ipairs(facts) do
    parts[i] = fact.name .. " = " .. fact.value
  end
  return table.concat(parts, "; ")
end

local function evidence_text(facts)
  local ids, seen = {}, {}
  for _, fact in ipairs(facts) do
    for _, id in ipairs(fact.evidence) do
      if not seen[id] then seen[id], ids[#ids + 1] = true, id end
    end
  end
  return table.concat(ids, "; ")
end

-- The columns, and how each gets its cell from the view, a result and its
-- place.
local COLUMNS <const> = {
  { "as_of", function(v) return v.as_of end },
  { "member", function(v) return v.member.id or v.member.name end },
  { "facility", function(_, result) return result.facility end },
  { "facility_name", function(_, _, place) return place.name end },
  { "provision", function(_, result) return result.provision end },
  { "check", function(_, result) return result.check end },
  { "title", function(_, result) return result.title end },
  { "outcome", function(_, result) return result.outcome end },
  { "range", function(_, result) return table.concat(result.range, "; ") end },
  { "basis", function(_, result) return result.basis end },
  { "reason", function(_, result) return result.reason end },
  { "remedy", function(_, result) return result.remedy end },
  { "ask", function(_, result) return result.ask end },
  { "strength", function(_, result) return result.strength end },
  { "points", function(_, result)
    return table.concat(result.points, "; ")
  end },
  { "rests_on", function(_, result) return facts_text(result.rests_on) end },
  { "evidence", function(_, result)
    return evidence_text(result.rests_on)
  end },
  { "with_records", function(_, result)
    return result.change and result.change.outcome
  end },
  { "layer", function(_, result) return result.layer end },
  { "rule", function(_, result)
    return result.file and ("%s:%d"):format(result.file, result.line)
  end },
  { "dossier_sha256", function(v) return v.dossier_digest end },
  { "rules_sha256", function(v) return v.pack.digest end },
  { "notice", function(v) return v.notice end },
  { "with_layers", function(_, result)
    return result.own and result.own.text
  end },
  { "weakened_by_layers", function(v) return table.concat(v.weakened, " ") end },
  { "rules_signature", function(v)
    return view_signatures.line(v.pack.layers)
  end },
}

-- The report of a view (see render_view.lua) as CSV.
function render_csv.render(v)
  local rows, names = {}, {}
  for i, column in ipairs(COLUMNS) do names[i] = column[1] end
  rows[1] = table.concat(names, ",")
  for _, result in ipairs(v.results) do
    local place, cells = view.place_of(v, result), {}
    for i, column in ipairs(COLUMNS) do
      cells[i] = cell(column[2](v, result, place) or "")
    end
    rows[#rows + 1] = table.concat(cells, ",")
  end
  return table.concat(rows, "\r\n") .. "\r\n"
end

render_csv.cell = cell
return render_csv
