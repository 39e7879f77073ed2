-- One changed fact changes its own lines in a report and those of what follows from
-- it, in every form.  Each row and line that differs must have a reason: it is the
-- fact, it follows from the fact, it read the fact, or it sums up what did.
local changed_rows = require "support.changed_rows"
local one_change = require "support.one_change"
local support = require "support.host"

local any <const> = changed_rows.any
local json = support.json
local runtime = support.open_builtin()

local PER_SHAPE <const> = 1

-- ---- lines ----------------------------------------------------------------

-- The parts of a report of which a section of text or HTML speaks, by its title; "":
-- before the first.  Where there is none, each of its blocks speaks of one thing.
local SECTIONS <const> = {
  -- what other lines cease to give moves there, and back
  ["also answered"] = { "results", "missing", "facts" },
  [""] = { "results", "prompts", "missing", "problems", "records", "facilities", "evidence" },
  because = { "results", "prompts", "missing", "problems", "records", "evidence", "facts" },
  ["places by provisions"] = { "results", "facilities", "records", "evidence", "prompts" },
  provisions = { "provisions", "results" }, facilities = { "facilities", "results" },
  conforming = { "results", "facts" }, -- the checks whose facts have a note
  ["questions of the guidance"] = { "questions", "results" },
  ["for the auditor to decide"] = { "prompts" },
  ["for the auditor to consider"] = { "prompts" },
  ["problems of the dossier"] = { "problems" }, ["what may follow"] = { "hints" },
  ["made from"] = { "dossier" }, registers = { "registers" }, ["not settled"] = { "missing",
    "results" }, ["not applicable"] = { "results" }, records = { "records", "results" },
  evidence = { "evidence", "results", "facts" }, ["withheld by the member"] = { "facts" },
  ["outcomes that records change"] = { "records", "results" },
}

-- Where a block begins: a line with what hangs on it, an item or article as a whole.
local STARTS <const> = {
  text = function(line) return line:find "^ ? ?%u" or line:find "^    %d+%.%d" end,
  html = function(line, block)
    local tag = block:match "^<(%l+)"
    local inside = (tag == "article" or tag == "li") and not block:find("</" .. tag .. ">", 1, true)
    return not inside and (line:find "^<[ahlmnpsu]" or line:find "<tr>" or line:find "^<d[tl]")
  end,
}

local TITLE <const> = { text = "^(%u[%u ]+)$", html = "<h2[^>]*>([^<]+)</h2>" }

-- How often each block of each section stands in a text: { section = { block = count } }.
local function sections_of(text, format)
  local sections, section, blocks = {}, "", { "" }
  local function close()
    local counts = sections[section] or {}
    for _, one in ipairs(blocks) do counts[one] = (counts[one] or 0) + 1 end
    sections[section], blocks = counts, { "" }
  end
  for line in text:gmatch "[^\n]+" do
    local title = line:match(TITLE[format])
    if title then
      close()
      section = title:lower()
    elseif STARTS[format](line, blocks[#blocks]) then
      blocks[#blocks + 1] = line:gsub("^<[uo]l[^>]*>", ""):gsub("^<tbody>", "")
    elseif not line:find "^</[uo]l>" then -- the end of a list is of none of its items
      blocks[#blocks] = blocks[#blocks] .. "\n" .. line
    end
  end
  close()
  return sections
end

-- Calls see(block, section) for each block that is in one text alone.
local function each_block(before, after, format, see)
  local a, b = sections_of(before, format), sections_of(after, format)
  for from, to in pairs { [a] = b, [b] = a } do
    for section, blocks in pairs(from) do
      for block, count in pairs(blocks) do
        if count > ((to[section] or {})[block] or 0) then see(block, section) end
      end
    end
  end
end

local function speaks_of(block, names)
  for name in pairs(names) do
    if block:find(name, 1, true) then return true end
  end
  return false
end

-- Heads of facilities within a section, with their rating and counts: which of them have
-- something alike follows from what is below.
local HEADS <const> = { "^  %u.*%d%s+settled", "^Facility ", "^Facilities ",
  "^All %d+ facilities$", "^<h3", "^<p><bdi>[^<]*%d settled",
  "No check that is settled falls short", "Read for every check", "^The Member$", 'href="#' }

local function is_head(block)
  for _, pattern in ipairs(HEADS) do
    if block:find(pattern) then return true end
  end
  return false
end

-- Whether one of some parts of the report differs.
local function one_differs(parts, found)
  for _, part in ipairs(parts) do
    if found.rest[part] or found[part] and any(found[part]) then return true end
  end
  return false
end

-- A page allows its own style sheet alone, which holds the title of the page.
local IN_TITLE <const> = { "member.name", "member.id", "assessment.date" }
local function is_policy(block, names)
  local holds_title = false
  for _, name in ipairs(IN_TITLE) do holds_title = holds_title or names[name] ~= nil end
  return holds_title and block:find("Content-Security-Policy", 1, true) ~= nil
end

local function may_differ(block, section, names, found)
  return speaks_of(block, names) or is_policy(block, names) or SECTIONS[section]
    and one_differs(SECTIONS[section], found)
    or is_head(block) and one_differs({ "results", "facilities", "registers", "facts" },
      found)
end

-- The part of the report of which each kind of row of CSV holds a row; and for others,
-- the parts that they sum up.
local ROWS <const> = { fact = "facts", result = "results" }
local SUMS <const> = { rating = { "results", "facilities" }, prompt = { "prompts" },
  missing = { "missing", "results" }, problem = { "problems" }, register = { "registers" },
  report = { "dossier" }, record = { "records" },
  evidence = { "evidence", "results", "facts" } }

-- Whether a row of CSV may differ: its row of the report does, or it read one that does.
local function row_may_differ(line, names, found)
  local kind, id = line:match "^(%l+),([^,]*),"
  if not kind or SUMS[kind] and one_differs(SUMS[kind], found) then return true end
  return speaks_of(line, names) or ROWS[kind] and found[ROWS[kind]][id] ~= nil
end

-- ---- the law --------------------------------------------------------------

local function shown_in(dossier, format)
  return assert(runtime.evaluate(json.write(dossier), { format = format }))
end

local function unexplained_lines(before, after, format, names, found)
  local left = {}
  each_block(before, after, format, function(block, section)
    if not may_differ(block, section, names, found) then
      left[#left + 1] = ("%s, %s: %s"):format(format, section, block)
    end
  end)
  return left
end

local function unexplained_rows(before, after, names, found)
  local there, left = {}, {}
  for line in before:gmatch "[^\n]+" do there[line] = true end
  for line in after:gmatch "[^\n]+" do
    if not there[line] and not row_may_differ(line, names, found) then
      left[#left + 1] = "csv: " .. line
    end
  end
  return left
end

-- What differs for no reason between a sample, as a report and as `shown` in the other
-- forms, and the same with one change.
local function left_over(before, shown, dossier, change)
  local after = support.report(runtime, dossier)
  if not after then return {} end -- a fact that is wrong in this form
  local found, at = changed_rows.differences(before, after), { before = before, after = after }
  local names, left = changed_rows.names_of(found, change, at),
    changed_rows.unexplained(found, change, at)
  local function add(lines) table.move(lines, 1, #lines, #left + 1, left) end
  add(unexplained_rows(shown.csv, shown_in(dossier, "csv"), names, found))
  for _, format in ipairs { "text", "html" } do
    add(unexplained_lines(shown[format], shown_in(dossier, format), format, names, found))
  end
  return left
end

describe("one changed fact", function()
  local shapes = {}
  for _, sample in ipairs(support.samples()) do
    it("of " .. sample.name .. " changes what follows from it, in every form", function()
      local dossier, shown = support.decode(sample.text), {}
      local before = assert(support.report(runtime, dossier))
      for _, format in ipairs { "csv", "text", "html" } do
        shown[format] = shown_in(dossier, format)
      end
      one_change.each(changed_rows.model.vocabulary, dossier, PER_SHAPE, function(change)
        shapes[change.shape] = true
        local left = left_over(before, shown, dossier, change)
        if #left > 0 then
          error(("%s: %s"):format(change.key, table.concat(left, "\n")))
        end
      end)
    end)
  end
  it("is tried of each shape: facts of each type, states, reasons, items, evidence", function()
    for _, shape in ipairs { "yes/no", "choice", "choices", "count", "months", "date", "text",
      "state", "no answer", "evidence of a fact", "why", "list", "evidence", "item's yes/no",
      "item's choice", "item's choices", "item's date", "item's text", "item's state",
      "item's no answer" } do
      assert.is_true(shapes[shape], shape)
    end
  end)
end)
