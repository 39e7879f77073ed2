-- What stands in a parameter's braces and is none of its parts.  Passed over, it
-- would leave another limit than its author wrote, and no report would say so.

local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local source = require "pack.source"

local parameter_slips = {}

local WHOLE <const> = { count = true, months = true }

-- "12" and "5" of `value = 12,5`, and where it stands in its file.
local function comma_number(m, declaration)
  local text = m.texts[declaration.layer][declaration.file]
  if math.type(declaration.body[1]) ~= "integer" then return nil end
  local starts = source.new(text).starts
  local at, whole, rest = text:match("()%f[%w_]value%s*=%s*(%d+),(%d+)",
    starts[declaration.line] or 1)
  return at and { whole = whole, rest = rest, line = source.line_of(text, at) }
end

local function cure(type, number)
  if WHOLE[type] then return "write-no-comma" end
  return #number.rest == 3 and "write-one-number" or "write-point"
end

-- What to say of a number that a comma cuts in two, in a parameter of `type`, and
-- its line; nil without such a number.
function parameter_slips.two_values(m, declaration, type)
  local number = comma_number(m, declaration)
  if not number then return nil end
  return diagnostic.new("two-values", { name = declaration.name,
    whole = number.whole, rest = number.rest }, cure(type, number)), number.line
end

-- What is wrong with what a pack's own parameter holds, and in which line; nil
-- where all is well.
function parameter_slips.find(m, declaration)
  local body, what = declaration.body, ('parameter "%s"'):format(declaration.name)
  local wrong, nameless = diagnostic.not_part(body,
    declarations.KEYS.parameter, what)
  if wrong then return wrong, declaration.line end
  if not nameless then return nil end
  local two, line = parameter_slips.two_values(m, declaration, body.type)
  if two then return two, line end
  return diagnostic.new("value-nameless", { what = what }), declaration.line
end

return parameter_slips
