-- The codes that lint gives, each with what it means, what to do, and a file
-- that has the slip beside the same file mended.

local codes = require "lint.codes"
local explained = require "lint.explained"
local nearest = require "base.nearest"
local sorted_keys = require "base.sorted_keys"

local explain_code = {}

local function one(name)
  local code, example = codes[name], explained[name]
  return { code = name, severity = code.severity, says = code.says,
    cure = code.cure, wrong = example.wrong, right = example.right }
end

-- All codes (cop11.codes/1).
function explain_code.all(_, host)
  local list = {}
  for i, name in ipairs(sorted_keys(codes)) do list[i] = one(name) end
  return { format = "cop11.codes/1", codes = host.json.array(list) }
end

-- The code called `name` (cop11.code/1), or nil and what is wrong.
function explain_code.one(_, name)
  local upper = name:upper()
  if not codes[upper] then
    return nil, ("lint gives no code '%s'%s"):format(name,
      nearest.hint(upper, sorted_keys(codes)))
  end
  local code = one(upper)
  code.format = "cop11.code/1"
  return code
end

return explain_code
