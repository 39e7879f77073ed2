-- A pack and its layers, read and made the model that all else works with.

local diagnostic = require "base.diagnostic"
local pack = require "pack"
local plain = require "base.plain"

local opening = {}

local function layers_of(asked, host, report, with_examples)
  local layers = {}
  local sources = { asked.pack }
  for i, layer in ipairs(asked.layers) do sources[i + 1] = layer end
  for i, one in ipairs(sources) do
    layers[i] = pack.load(one, i - 1, report, host, with_examples)
    layers[i].digest = pack.digest(one, host)
  end
  return layers
end

-- What the fixed texts and tables of the model need once.
local function finish(m, host)
  m.layer_names, m.derived = {}, nil
  local digests = {}
  for i, declared in ipairs(m.layers) do
    m.layer_names[i], digests[i] = declared.name, declared.digest
  end
  m.digest = host.sha256(table.concat(digests, "\n"))
  m.outcome_tables = require("report.rating").outcome_tables(m.ratings)
  require("model.plans").prepare(m, host.json)
end

-- The model of what `asked` names: { pack, layers }; what is wrong is in its diagnostics.
function opening.build(asked, host, with_examples)
  local diagnostics, report = pack.diagnostics()
  local layers = layers_of(asked, host, report, with_examples)
  local m = require("model").build(layers, report, host)
  host.at()
  m.diagnostics = diagnostics
  finish(m, host)
  return m
end

-- No status tells of a broken check: the host's log does.
local function warn_of(check, host)
  local broken = check.broken or check.provision.broken
  if not broken then return end
  host.log(1, plain.line(("Check %s is broken and will give error: "
    .. "%s (%s line %d)"):format(check.id, broken.message, broken.file
    or check.file, broken.line or check.line)))
end

local function first_wrong(m)
  local d = m.diagnostics[1] or m.twice
  if not d then return "the pack holds no check that can be used" end
  return diagnostic.text(d.says), d.file, d.line, d.column
end

-- Nothing where the model `m` can be used; else what is wrong, and its file, line and
-- column.  A broken check hurts only itself; a pack without a usable check, or with a
-- broken vocabulary, is of no use.
function opening.check(m, host)
  local usable = 0
  for _, check in ipairs(m.checks) do
    if not check.broken then usable = usable + 1 end
  end
  if m.unusable or usable == 0 then return first_wrong(m) end
  for _, check in ipairs(m.checks) do warn_of(check, host) end
end

return opening
