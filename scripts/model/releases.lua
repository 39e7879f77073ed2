-- What a pack says of its own changes: release "0.2.0" { { check = "11.2.13",
-- effect = "stricter", because = "..." }, ... }.  Nothing else reads it than
-- impact.lua, to tell changes that were meant from those that were not.

local nearest = require "base.nearest"

local releases = {}

local KEYS <const> = { "because", "check", "effect", "provision" }
local EFFECTS <const> = { "any", "milder", "stricter" }
releases.EFFECTS = EFFECTS

local function is_text(value) return type(value) == "string" end

-- What is wrong with one change of a release, or nil.
local function wrong(written)
  if type(written) ~= "table" then
    return "a change does not stand in braces; write { check = \"11.2.13\", effect = "
      .. "\"stricter\", because = \"...\" }"
  end
  local strange, nameless = nearest.not_part(written, KEYS, "a change")
  if strange or nameless then
    return strange or "a value without a name stands in a change; write "
      .. "its name and = in front of it"
  end
  if is_text(written.check) == is_text(written.provision) then
    return "it does not say what changed; write either check = \"...\" or "
      .. "provision = \"...\""
  elseif not nearest.is_in(written.effect, EFFECTS) then
    return ("effect is '%s'; write one of: %s"):format(
      tostring(written.effect), table.concat(EFFECTS, ", "))
  elseif not is_text(written.because) then
    return "because is missing; write because = \"...\""
  end
end

-- The release of one declaration: { version, changes, file, line }; what is
-- wrong goes to fail(message).
function releases.read(declaration, fail)
  local release = { version = declaration.name, changes = {},
    file = declaration.file, line = declaration.line }
  local stranger = nearest.stranger(declaration.body, {})
  if stranger then fail(("'%s' is not part of a release; "
    .. "write it inside the braces of one change"):format(stranger)) end
  for i, written in ipairs(declaration.body) do
    local problem = wrong(written)
    if problem then fail(problem) end
    release.changes[i] = { check = written.check,
      provision = written.provision, effect = written.effect,
      because = written.because }
  end
  local held = 0
  for _ in pairs(declaration.body) do held = held + 1 end
  if held > #release.changes then
    fail("a release holds more than its changes one after another; write each as "
      .. "{ check = \"...\", effect = \"...\", because = \"...\" }")
  end
  return release
end

return releases
