-- What the engine makes of 3,000 generated dossiers, a line each: the dossier's number
-- and the digest of the report, or of what is wrong.

local generate = require "generate"
local support = require "support.host"

local digests = {}

local DOSSIERS <const> = 3000
local STEPS <const> = 1 << 50
local SIZE <const> = 16 -- characters of a digest that are kept
local FOLDER <const> = support.root .. "/tests/digests/"

digests.FILE = FOLDER .. "digests.txt"

local function files(folder, ...)
  local list = {}
  for i, name in ipairs { ... } do
    list[i] = { path = name, text = support.read_file(FOLDER .. folder .. "/" .. name) }
  end
  return list
end

local function open(layers)
  return assert(support.open_files(files("rules", "checks.lua", "facts.lua", "pack.lua"),
    { name = "every-word", layers = layers }))
end

-- The rules, and the rules under a layer: two runtimes.
function digests.runtimes()
  return open(), open { { name = "site", files = files("layer", "pack.lua") } }
end

-- What is made of dossier number `seed`: the report, or what is wrong.  Every third is
-- rated under the layer, every second shows what is sensitive.
function digests.text(plain, layered, seed)
  support.host.refill(STEPS)
  local runtime = seed % 3 == 0 and layered or plain
  local dossier = generate.dossier(runtime.model(), seed, support.json)
  local report, wrong = runtime.evaluate(dossier, { show_sensitive = seed % 2 == 0 })
  return report or support.json.write(wrong), report ~= nil
end

-- The lines of the file; see(text, is_report) is called with all that is made.
function digests.lines(see)
  local plain, layered = digests.runtimes()
  local lines = {}
  for seed = 1, DOSSIERS do
    local text, is_report = digests.text(plain, layered, seed)
    lines[seed] = ("%d %s"):format(seed, support.host.sha256(text):sub(1, SIZE))
    if see then see(text, is_report) end
  end
  return lines
end

return digests
