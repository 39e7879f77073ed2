-- The words of what the core says of a dossier, as the rows of a table in C
-- (plugin/core/problems.h).

local messages = {}

local WORDS <const> = { "messages.dossier", "messages.dossier_parts" }

local function words_of(code)
  for _, name in ipairs(WORDS) do
    local words = require(name)[code]
    if words then return words end
  end
  error(("there are no words for %s"):format(code))
end

-- C fills names, and leaves out what is between "[?name:" and "?]".
local function can_be_filled(text)
  local rest = text:gsub("%[%?[%a_]+:.-%?%]", "")
  return not (rest:find("[?", 1, true) or text:find("{cure}", 1, true))
end

-- What is no plain letter or sign in octal digits, three so that none is taken for
-- the next one's.
local function literal(text)
  if not text then return "NULL" end
  assert(can_be_filled(text), text)
  return '"' .. text:gsub('[%c"\\\x7F-\xFF]', function(byte)
    return ("\\%03o"):format(byte:byte())
  end) .. '"'
end

-- A row for each of `codes`, which stand a line each.
function messages.in_c(codes)
  local rows = {}
  for code in codes:gmatch "%S+" do
    local words = words_of(code)
    local wrong, cure = words, nil
    if type(words) == "table" then wrong, cure = words[1], words[2] end
    rows[#rows + 1] = ("    {%s, %s},\n"):format(literal(wrong), literal(cure))
  end
  return table.concat(rows)
end

return messages
