-- What a pack says of its own changes: release "0.2.0" { { check = "11.2.13",
-- effect = "stricter", because = "..." }, ... }.  Nothing else reads it than
-- impact.lua, to tell changes that were meant from those that were not.

local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

local releases = {}

local KEYS <const> = { "because", "check", "effect", "provision" }
local EFFECTS <const> = { "any", "milder", "stricter" }
releases.EFFECTS = EFFECTS

local function is_text(value) return type(value) == "string" end

-- What is wrong with one change of a release, or nil.
local function wrong(written)
  if type(written) ~= "table" then
    return say "change-shape"
  end
  local strange, nameless = diagnostic.not_part(written, KEYS, "a change")
  if strange or nameless then
    return strange or say("value-nameless", { what = "a change" })
  end
  if is_text(written.check) == is_text(written.provision) then
    return say "change-of-what"
  elseif not nearest.is_in(written.effect, EFFECTS) then
    return say("effect-unknown", { it = tostring(written.effect),
      allowed = EFFECTS })
  elseif not is_text(written.because) then
    return say("part-missing", { key = "because" })
  end
end

-- The release of one declaration: { version, changes, file, line }; what is
-- wrong goes to fail(diagnostic).
function releases.read(declaration, fail)
  local release = { version = declaration.name, changes = {},
    file = declaration.file, line = declaration.line }
  local stranger = nearest.stranger(declaration.body, {})
  if stranger then fail(say("release-part", { it = stranger })) end
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
    fail(say "release-shape")
  end
  return release
end

return releases
