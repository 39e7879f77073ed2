-- Lays out blocks (blocks.lua) for a terminal.  Every line that begins at the left
-- edge, or with a word in capitals two columns in, is ours and never from a dossier:
-- a host may colour by them.

local plain = require "base.plain"
local view = require "view"

local text_blocks = {}

local DEEP <const> = 13 -- where what belongs to a line begins

-- ---- fields -------------------------------------------------------------

local function fact_text(fact)
  return ("%s = %s%s"):format(fact.name, fact.value,
    plain.in_brackets(fact.evidence))
end

local function facts_text(facts)
  local parts = {}
  for i, fact in ipairs(facts) do parts[i] = fact_text(fact) .. view.remark_on(fact) end
  return table.concat(parts, "; ")
end

-- Facts one below the other, each with who says so and, where the page is verbose, where.
local function full_facts(page, margin, facts)
  for _, fact in ipairs(facts) do
    local behind = view.behind_fact(fact, not page.verbose)
    if page.verbose then
      page.text(margin .. "  ", fact_text(fact), #margin + 6)
      page.text(margin .. (" "):rep(6), behind)
    else
      local apart = behind:find "^;" and "" or " "
      page.text(margin .. "  ", fact_text(fact) .. apart .. behind, #margin + 6)
    end
  end
end

local function field_text(page, field)
  if field.facts then return facts_text(field.facts) end
  local text = field.text
  if field.code and (page.verbose or not field.brief) then
    return text == "" and field.code or field.code .. " " .. text
  end
  return field.brief and not page.verbose and ("%s %s"):format(field.brief, text)
    :match "^ ?(.-) ?$" or text
end

-- Of a line of the rules only where it fell short: "Except people[#2]".
local function under(page, margin, one)
  for _, below in ipairs(one.under or {}) do
    page.text(margin, plain.sentence(below), #margin + 2)
  end
end

local function field(page, margin, one)
  if one.is_detail and not page.verbose then return under(page, margin, one) end
  local label = one.label == "" and margin or margin .. one.label .. ": "
  if one.full then
    page.line(margin .. one.label .. ":")
    full_facts(page, margin, one.facts)
    return
  end
  page.text(label, field_text(page, one), #margin + 2)
  for _, below in ipairs(one.under or {}) do
    page.text(margin .. "  ", below, #margin + 4)
  end
end

local function fields(page, indent, list)
  local margin = (" "):rep(indent)
  for _, one in ipairs(list) do field(page, margin, one) end
end

-- ---- blocks -------------------------------------------------------------

-- "  MAJOR  11.2.8  ": what of these there is.
local function heading(...)
  local parts = {}
  for i = 1, select("#", ...) do parts[#parts + 1] = (select(i, ...)) end
  return "  " .. table.concat(parts, "  ") .. (#parts > 0 and "  " or "")
end

local show = {}

function show.place(page, block)
  page.gap()
  page.text("", block.text, 2)
  page.gap()
end

function show.note(page, block)
  if block.facts then
    page.text("  ", block.label .. ":")
    page.text("    ", facts_text(block.facts))
  else
    page.text(heading(block.mark), block.text, block.mark and 6 or nil)
  end
end

function show.item(page, block)
  page.text(block.id and heading(block.mark, block.id) or heading(block.mark),
    block.title, 6)
  if block.says then page.text("      ", block.says) end
  fields(page, 6, block.fields)
  if block.tone then page.gap() end
end

function show.line(page, block)
  page.text(("    %-8s "):format(block.id), block.text)
  fields(page, DEEP, block.fields)
end

local function cell_fields(block, row, first)
  local list = {}
  for i = first, #block.columns do
    local cell = row[i]
    if type(cell) == "table" then
      table.move(cell, 1, #cell, #list + 1, list)
    elseif cell ~= "" then
      list[#list + 1] = { label = block.columns[i], text = cell }
    end
  end
  return list
end

show["table"] = function(page, block)
  local head = block.head or 2
  for _, row in ipairs(block.rows) do
    local first = head == 2 and (block.mark and heading(block.mark, row[1])
      or heading(row[1])) or heading(block.mark)
    page.text(first, row[head], 6)
    fields(page, 6, cell_fields(block, row, head + 1))
  end
end

local APART <const> = { item = true, table = true }

-- Lays `list` out on `page` (layout.lua), with pointers and lines of rules where it is
-- `verbose`.
function text_blocks.put(page, list)
  local before
  for _, block in ipairs(list) do
    if before == "note" and APART[block.kind] then page.gap() end
    show[block.kind](page, block)
    before = block.kind
  end
end

return text_blocks
