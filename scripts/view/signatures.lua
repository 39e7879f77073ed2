-- Who signed the packs of a report, in words; see view.lua.

local plain = require "base.plain"

local view_signatures = {}

local WORDS <const> = { ["built-in"] = "built into the library",
  unsigned = "unsigned", signed = "signed by key %s" }

-- Nil where the report does not say.
local function words_of(given)
  local key = plain.text(given.key)
  if given.state == "modified" then
    return ("modified since signing%s: %s"):format(key and (" (key %s)")
      :format(key) or "", table.concat(plain.texts(given.files), ", "))
  end
  return WORDS[given.state] and WORDS[given.state]:format(key or "unknown")
end

-- The pack and what is laid over it, first to last.
function view_signatures.layers_of(pack)
  local list = {}
  for i, value in ipairs(plain.objects(pack.layers)) do
    local given = plain.object(value.signature)
    list[i] = { name = plain.text(value.name) or "?",
      digest = plain.text(value.digest) or "?", signature = words_of(given),
      modified = given.state == "modified" }
  end
  return list
end

-- A sentence for each that is not as it was signed.
function view_signatures.modified(layers)
  local list = {}
  for _, layer in ipairs(layers) do
    if layer.modified then
      list[#list + 1] = ("The rules %s were %s."):format(layer.name,
        layer.signature)
    end
  end
  return list
end

-- Each with its name, on one line; nil where the report says nothing.
function view_signatures.line(layers)
  local parts = {}
  for _, layer in ipairs(layers) do
    if layer.signature then
      parts[#parts + 1] = ("%s: %s"):format(layer.name, layer.signature)
    end
  end
  return #parts > 0 and table.concat(parts, "; ") or nil
end

-- What to say of a baseline that is not the library's own; nil for its own, and
-- where it is not known.
function view_signatures.other_rules(pack)
  local baseline = plain.objects(plain.object(pack).layers)[1]
  local state = plain.text(plain.object(plain.object(baseline).signature).state)
  if not state or state == "built-in" then return nil end
  return ("Rated by the rules of '%s', in place of those that come with the "
    .. "library."):format(plain.text(baseline.name) or "?")
end

return view_signatures
