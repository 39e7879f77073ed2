-- Describes where the rules come from: the points of the guidance
-- (cop11.points/1), and the pack with its layers and files (cop11.pack/1).

local pack = require "pack"

local describe_pack = {}

local EXAMPLES <const> = "%.examples%.lua$"

-- ---- points -------------------------------------------------------------

-- Every point with the checks that cite it, and the ids of those none cites.
function describe_pack.points(model, host)
  local json, list, uncited = host.json, {}, {}
  for i, point in ipairs(model.point_list) do
    local ids = {}
    for k, check in ipairs(point.checks) do ids[k] = check.id end
    if #ids == 0 then uncited[#uncited + 1] = point.id end
    list[i] = { id = point.id, strength = point.strength, says = point.says,
      checks = json.array(ids), file = point.file, line = point.line }
  end
  return { format = "cop11.points/1", points = json.array(list),
    uncited = json.array(uncited) }
end

-- ---- the pack -----------------------------------------------------------

-- The files of one layer.  Examples have no part in the digest.
local function files_of(texts, host)
  local paths, files = {}, {}
  for path in pairs(texts) do paths[#paths + 1] = path end
  table.sort(paths)
  for i, path in ipairs(paths) do
    files[i] = { path = path, size = #texts[path],
      sha256 = host.sha256(texts[path]),
      examples = path:find(EXAMPLES) ~= nil }
  end
  return host.json.array(files)
end

local function layers_of(model, host)
  local layers = {}
  for i, declared in ipairs(model.layers) do
    layers[i] = { name = declared.name, digest = declared.digest,
      signature = pack.signature(declared, host.json),
      files = files_of(declared.texts, host) }
  end
  return host.json.array(layers)
end

-- What the pack says of itself, and what it is made of.  The first layer is
-- the pack, the others lie over it.
function describe_pack.pack(model, host)
  local about = model.about
  return { format = "cop11.pack/1", name = model.layers[1].name,
    digest = model.digest, title = about.title, edition = about.edition,
    version = about.version, needs = about.needs, source = about.source,
    notice = about.notice, checks = #model.checks,
    layers = layers_of(model, host),
    engine = { name = "libcop11", version = host.version } }
end

return describe_pack
