-- Sets text for a terminal of 80 columns: how wide it shows, where it breaks,
-- and columns.

local layout = {}

local WIDTH <const> = 80

-- ---- width --------------------------------------------------------------

-- { first, last, columns }: what is not one column wide, in rising order.
local RANGES <const> = {
  { 0x0300, 0x036F, 0 }, { 0x0483, 0x0489, 0 }, { 0x0591, 0x05BD, 0 },
  { 0x0610, 0x061A, 0 }, { 0x064B, 0x065F, 0 }, { 0x0E31, 0x0E31, 0 },
  { 0x0E34, 0x0E3A, 0 }, { 0x0E47, 0x0E4E, 0 }, { 0x1100, 0x115F, 2 },
  { 0x1AB0, 0x1AFF, 0 }, { 0x1DC0, 0x1DFF, 0 }, { 0x200C, 0x200D, 0 },
  { 0x20D0, 0x20FF, 0 }, { 0x2E80, 0x303E, 2 }, { 0x3041, 0xA4CF, 2 },
  { 0xA960, 0xA97F, 2 }, { 0xAC00, 0xD7A3, 2 }, { 0xF900, 0xFAFF, 2 },
  { 0xFE00, 0xFE0F, 0 }, { 0xFE20, 0xFE2F, 0 }, { 0xFE30, 0xFE6F, 2 },
  { 0xFF01, 0xFF60, 2 }, { 0xFFE0, 0xFFE6, 2 }, { 0x1F300, 0x1F64F, 2 },
  { 0x1F900, 0x1F9FF, 2 }, { 0x20000, 0x3FFFD, 2 }, { 0xE0100, 0xE01EF, 0 },
}

local function columns_of(code)
  if code < RANGES[1][1] then return 1 end
  for _, range in ipairs(RANGES) do
    if code < range[1] then return 1 end
    if code <= range[2] then return range[3] end
  end
  return 1
end

-- What the characters in RANGES begin with: of texts without, Greek and Cyrillic among
-- them, each character is a column.
local ODD <const> = "[\xCC\xCD\xD2\xD6-\xFF]"

-- The columns that `text`, valid UTF-8 without controls, takes on a terminal.
function layout.width(text)
  if not text:find("[\x80-\xFF]") then return #text end
  if not text:find(ODD) then return utf8.len(text) end
  local columns = 0
  for _, code in utf8.codes(text) do columns = columns + columns_of(code) end
  return columns
end

-- ---- breaking -----------------------------------------------------------

-- The same as add_pieces of a word in which each character is a column.
local function add_even_pieces(lines, word, columns)
  local start = 1
  while true do
    local after = utf8.offset(word, columns + 1, start)
    if not after or after > #word then return word:sub(start) end
    lines[#lines + 1], start = word:sub(start, after - 1), after
  end
end

-- Adds a word too long for any line, piece by piece; returns the last piece.
local function add_pieces(lines, word, columns)
  if not word:find(ODD) then return add_even_pieces(lines, word, columns) end
  local start, used = 1, 0
  for at, code in utf8.codes(word) do
    local wide = columns_of(code)
    if used + wide > columns and at > start then
      lines[#lines + 1], start, used = word:sub(start, at - 1), at, 0
    end
    used = used + wide
  end
  return word:sub(start)
end

-- The same of text in which a byte is a column: most texts.
local function wrap_plain(text, columns)
  local lines, from, size = {}, 1, #text
  while size - from >= columns do
    -- The last blank that leaves a line no longer than it may be.
    local blank = text:sub(from, from + columns):match "^.*() "
    if not blank or blank == 1 then return nil end
    lines[#lines + 1] = text:sub(from, from + blank - 2)
    from = from + blank
  end
  lines[#lines + 1] = text:sub(from)
  return lines
end

-- Whether words stand one blank apart, none before or behind them, all of them ASCII.
local function is_plain(text)
  return text:find "^[!-~][ -~]*$" and not text:find("  ", 1, true)
    and text:byte(-1) ~= 32
end

-- `text` as lines of at most `columns`, at least one.
function layout.wrap(text, columns)
  local plain = is_plain(text) and wrap_plain(text, columns)
  if plain then return plain end
  local lines, line, used = {}, nil, 0
  for word in text:gmatch("[^ ]+") do
    local width = layout.width(word)
    if line and used + 1 + width <= columns then
      line, used = line .. " " .. word, used + 1 + width
    else
      lines[#lines + 1] = line
      line = width > columns and add_pieces(lines, word, columns) or word
      used = layout.width(line)
    end
  end
  lines[#lines + 1] = line or (#lines == 0 and "" or nil)
  return lines
end

-- ---- a page -------------------------------------------------------------

local function pad(text, columns)
  return text .. (" "):rep(columns - layout.width(text))
end

-- A page is a list of lines with ways to add to it.
function layout.new_page()
  local page, lines = {}, {}

  function page.line(text) lines[#lines + 1] = text or "" end

  -- An empty line, unless there is one already.
  function page.gap()
    if #lines > 0 and lines[#lines] ~= "" then lines[#lines + 1] = "" end
  end

  function page.heading(text)
    page.gap()
    page.line(text:upper())
    page.line()
  end

  -- Text that begins after `first` and continues below where it began, or
  -- `hang` columns from the left.
  function page.text(first, text, hang)
    local indent = hang or layout.width(first)
    local room = WIDTH - math.max(indent, layout.width(first))
    for i, line in ipairs(layout.wrap(text, room)) do
      lines[#lines + 1] = ((i == 1 and first or (" "):rep(indent)) .. line)
        :gsub(" +$", "")
    end
  end

  -- A label, padded, and its text.
  function page.field(indent, label, text, label_columns)
    page.text((" "):rep(indent) .. pad(label, label_columns) .. " ", text)
  end

  -- One row of cells: `columns` = { { width, right = bool }, ... }.
  function page.row(indent, columns, cells)
    local wrapped, height = {}, 1
    for i, column in ipairs(columns) do
      wrapped[i] = layout.wrap(cells[i] or "", column[1])
      height = math.max(height, #wrapped[i])
    end
    for n = 1, height do
      local parts = {}
      for i, column in ipairs(columns) do
        local cell = wrapped[i][n] or ""
        parts[i] = column.right
          and (" "):rep(column[1] - layout.width(cell)) .. cell
          or pad(cell, column[1])
      end
      page.line(((" "):rep(indent) .. table.concat(parts, "  "))
        :gsub(" +$", ""))
    end
  end

  function page.finish() return table.concat(lines, "\n") .. "\n" end

  return page
end

layout.WIDTH = WIDTH

return layout
