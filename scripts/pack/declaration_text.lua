-- Finds the source text of one declaration in a rule file: from the line its
-- word stands on to the line of the brace that closes it.

local tokens = require "pack.tokens"

local declaration_text = {}

local STEPS <const> = { ["{"] = 1, ["}"] = -1 }

-- The last line of what begins at `line`: that of the brace which closes the
-- first one opened there, else the file's last line that holds anything.
local function last_line(list, line)
  local depth, last = 0, line
  for _, token in ipairs(list) do
    if token.line >= line then
      last = token.last_line
      local step = STEPS[token.text] or 0
      depth = depth + step
      if step < 0 and depth <= 0 then return last end
    end
  end
  return last
end

-- The text of the declaration that begins at `line`, and its last line.
function declaration_text.of(text, line)
  local last = last_line(tokens.scan(text), line)
  local pieces, number = {}, 0
  for piece in (text .. "\n"):gmatch("([^\n]*)\n") do
    number = number + 1
    if number >= line and number <= last then pieces[#pieces + 1] = piece end
  end
  return table.concat(pieces, "\n"), last
end

return declaration_text
