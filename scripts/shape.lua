-- What may stand in the braces of a provision, a check or a prompt.  What does
-- not belong there would be passed over in silence, so it is told.

local nearest = require "nearest"

local shape = {}

local KEYS <const> = {
  provision = { "applies", "not_applicable", "scope", "title", "with" },
  check = { "aliases", "applies", "ask", "expect", "met", "not_applicable",
    "points", "prompts", "remedy", "retired", "stricter_than", "title", "why" },
}

shape.KEYS = KEYS

-- The first of the problems with the entries of `body`, in byte order.
local function first_problem(body, word)
  local first
  for key in pairs(body) do
    local message
    if type(key) ~= "string" then
      message = ("a value without a name stands in this %s"):format(word)
    elseif not nearest.is_in(key, KEYS[word]) then
      message = ("'%s' is not part of a %s%s"):format(key, word,
        nearest.hint(key, KEYS[word]))
    end
    if message and (not first or message < first) then first = message end
  end
  return first
end

-- nil, or what is wrong with what stands in a provision's or check's braces.
function shape.problem(declaration)
  return first_problem(declaration.body, declaration.word)
end

-- nil, or what is wrong with a prompt: what stands beside text and condition
-- would be passed over in silence.
function shape.prompt_problem(body)
  local fits = type(body[1]) == "string"
  for key in pairs(body) do fits = fits and (key == 1 or key == "when") end
  return not fits and "a prompt is advise { \"what the auditor should look "
    .. "at\", when = a condition }" or nil
end

return shape
