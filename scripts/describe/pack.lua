-- Describes where the rules come from: the points of the guidance
-- (cop11.points/1), and the pack with its layers and files (cop11.pack/1).

local pack = require "pack"
local examples_read = require "examples.read"
local fact_card = require "describe.fact_card"

local describe_pack = {}

-- ---- points -------------------------------------------------------------

-- The outcomes that the examples of each check show, by its id; a pack kept in
-- memory may have none.
function describe_pack.shown(host, load_with_examples)
  local shown = {}
  local blocks = load_with_examples
    and examples_read.blocks(load_with_examples(), host) or {}
  for _, block in ipairs(blocks) do
    local outcomes = shown[block.check_id] or {}
    shown[block.check_id] = outcomes
    for _, example in ipairs(block.list) do
      outcomes[example.gives or false] = true
    end
  end
  return shown
end

local function in_order(outcomes, json)
  local list = {}
  for _, outcome in ipairs(examples_read.OUTCOMES) do
    if outcomes and outcomes[outcome] then list[#list + 1] = outcome end
  end
  return json.array(list)
end

local function proofs(ids, shown, json)
  local list = {}
  for i, id in ipairs(ids) do
    list[i] = { check = id, outcomes = in_order(shown[id], json) }
  end
  return json.array(list)
end

-- One point with the checks that cite it and the outcomes their examples show.
function describe_pack.point(point, shown, json)
  local ids = {}
  for k, check in ipairs(point.checks) do ids[k] = check.id end
  return { id = point.id, strength = point.strength, says = point.says,
    checks = json.array(ids), shown = proofs(ids, shown, json),
    file = point.file, line = point.line }
end

-- Every point, and the ids of those no check cites: from the guidance to its
-- proof.
function describe_pack.points(model, host, load_with_examples)
  local json, list, uncited = host.json, {}, {}
  local shown = describe_pack.shown(host, load_with_examples)
  for i, point in ipairs(model.point_list) do
    list[i] = describe_pack.point(point, shown, json)
    if #point.checks == 0 then uncited[#uncited + 1] = point.id end
  end
  return { format = "cop11.points/1", points = json.array(list),
    uncited = json.array(uncited) }
end

-- ---- the pack -----------------------------------------------------------

-- The files of one layer.  Examples have no part in the digest.
local function files_of(sources, host)
  local files = {}
  for i, file in ipairs(sources) do
    files[i] = { path = file.path, size = #file.text,
      sha256 = host.sha256(file.text),
      examples = file.path:find(pack.EXAMPLES) ~= nil }
  end
  table.sort(files, function(a, b) return a.path < b.path end)
  return host.json.array(files)
end

local function layers_of(model, host)
  local layers = {}
  for i, declared in ipairs(model.layers) do
    layers[i] = { name = declared.name, digest = declared.digest,
      signature = pack.signature(declared, host.json),
      files = files_of(declared.sources, host) }
  end
  return host.json.array(layers)
end

-- The disagreements, each with its condition and the facts it names.
local function disagreements_of(model, json)
  local list = {}
  for i, one in ipairs(model.disagreements) do
    local facts = {}
    for k, entry in ipairs(one.entries) do facts[k] = entry.path end
    list[i] = { id = one.id, because = one.because,
      when = fact_card.condition(one.when), facts = json.array(facts),
      file = one.file, line = one.line }
  end
  return json.array(list)
end

-- What the pack says of its own changes.
local function releases_of(model, json)
  local list = {}
  for i, release in ipairs(model.releases) do
    list[i] = { version = release.version, file = release.file,
      line = release.line, changes = json.array(release.changes) }
  end
  return json.array(list)
end

-- The rows of the table of ratings, and where it stands.
local function ratings_of(model)
  local rows = {}
  for strength, row in pairs(model.ratings) do
    if type(row) == "table" then rows[strength] = row end
  end
  local declared = model.layers[1].ratings[1]
  return rows, declared and declared.file, declared and declared.line
end

-- What the pack says of itself, and what it is made of.  The first layer is
-- the pack, the others lie over it.
function describe_pack.pack(model, host)
  local about, json = model.about, host.json
  local ratings, ratings_file, ratings_line = ratings_of(model)
  return { format = "cop11.pack/1", name = model.layers[1].name,
    digest = model.digest, title = about.title, edition = about.edition,
    version = about.version, needs = about.needs, source = about.source,
    notice = about.notice, checks = #model.checks,
    disagreements = disagreements_of(model, json),
    releases = releases_of(model, json), ratings = ratings,
    ratings_file = ratings_file, ratings_line = ratings_line,
    layers = layers_of(model, host),
    engine = { name = "libcop11", version = host.version } }
end

return describe_pack
