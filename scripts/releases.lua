-- What a pack says of its own changes: release "0.2.0" { { check = "11.2.13",
-- effect = "stricter", because = "..." }, ... }.  Nothing else reads it than
-- impact.lua, to tell changes that were meant from those that were not.

local nearest = require "nearest"

local releases = {}

local KEYS <const> = { "because", "check", "effect", "provision" }
local EFFECTS <const> = { "any", "milder", "stricter" }

local function is_text(value) return type(value) == "string" end

-- What is wrong with one change of a release, or nil.
local function wrong(written)
  if type(written) ~= "table" then
    return "a change stands in braces: { check = \"11.2.13\", effect = "
      .. "\"stricter\", because = \"...\" }"
  end
  for key in pairs(written) do
    if not nearest.is_in(key, KEYS) then
      return ("'%s' is not part of a change%s"):format(tostring(key),
        nearest.hint(tostring(key), KEYS))
    end
  end
  if is_text(written.check) == is_text(written.provision) then
    return "say either check = \"...\" or provision = \"...\""
  elseif not nearest.is_in(written.effect, EFFECTS) then
    return ("effect is one of: %s%s"):format(table.concat(EFFECTS, ", "),
      nearest.hint(tostring(written.effect), EFFECTS))
  elseif not is_text(written.because) then
    return "because = a text is missing"
  end
end

-- The release of one declaration: { version, changes, file, line }; what is
-- wrong goes to fail(message).
function releases.read(declaration, fail)
  local release = { version = declaration.name, changes = {},
    file = declaration.file, line = declaration.line }
  for key, written in pairs(declaration.body) do
    if math.type(key) ~= "integer" then
      fail(("'%s' is not part of a release"):format(tostring(key)))
    end
    local problem = wrong(written)
    if problem then fail(problem) end
  end
  for i, written in ipairs(declaration.body) do
    release.changes[i] = { check = written.check,
      provision = written.provision, effect = written.effect,
      because = written.because }
  end
  return release
end

return releases
