-- Assembles what the files of a pack and its layers declare into the model that
-- evaluates: points, parameters, vocabulary, provisions, checks, disagreements.
-- A broken check stays in the model and reports `error`; anything broken that
-- others stand on makes the model unusable.

local layer_changes = require "layers.changes"
local checks = require "model.checks"
local compile = require "model.compile"
local say <const> = require "base.diagnostic".new
local derived = require "model.derived"
local layers = require "layers"
local names = require "model.names"
local parameters = require "model.parameters"
local points = require "model.points"
local releases = require "model.releases"
local vocabulary = require "model.vocabulary"

local model = {}

-- ---- facts that follow from others --------------------------------------

local function link_entry(m, entry)
  if not (entry.written_na or entry.written_from or entry.written_follows
    or entry.written_why) then
    return
  end
  local declaration = { word = "fact", name = entry.path, file = entry.file,
    line = entry.line, layer = entry.layer }
  compile.needed(m, declaration, function()
    local reads = { facts = {}, lists = {} }
    local at = compile.place(m, declaration)
    local scope = entry.scope == "item" and "facility" or entry.scope
    entry.na_when = compile.condition(m, declaration, entry.written_na, scope,
      reads, at)
    entry.needs_why = entry.written_why == true or compile.condition(m,
      declaration, entry.written_why or nil, scope, reads, at)
    entry.from = compile.condition(m, declaration, entry.written_from, scope,
      reads, at)
    entry.follows = compile.condition(m, declaration, entry.written_follows,
      scope, reads, at)
    local wrong = derived.problem(entry)
    if wrong then compile.raiser(declaration)(nil, wrong) end
    entry.reads = reads
  end)
end

-- ---- provisions, disagreements, hints, releases --------------------------

local function add_provision(m, declaration)
  local body = declaration.body
  local provision = { id = declaration.name, title = body.title,
    scope = body.scope or "facility", not_applicable = body.not_applicable,
    with = body.with, checks = {}, file = declaration.file,
    line = declaration.line, reads = { facts = {}, lists = {} } }
  local _, broken = compile.guarded(m, declaration, function()
    compile.check_keys(declaration)
    provision.applies = compile.condition(m, declaration, body.applies,
      provision.scope, provision.reads, compile.place(m, declaration))
  end)
  provision.broken = declaration.broken or broken
  for _, entry in ipairs(provision.reads.facts) do -- the answer decides
    entry.gates = entry.gates or {}
    table.insert(entry.gates, provision.id)
  end
  m.provisions[#m.provisions + 1] = provision
  m.provision_by_id[provision.id] = provision
end

local function add_disagreement(m, declaration)
  local body = declaration.body
  compile.needed(m, declaration, function()
    local reads = { facts = {}, lists = {} }
    local scope = body.scope or "facility"
    local at = compile.place(m, declaration)
    local disagreement = { id = declaration.name, because = body.because,
      scope = scope, entries = {}, prompt = body.prompt, reads = reads,
      file = declaration.file, line = declaration.line,
      layer = declaration.layer,
      when = compile.condition(m, declaration, body.when, scope, reads, at) }
    local resolver = names.scope(m, scope, reads, compile.raiser(declaration))
    for i, name in ipairs(body.facts or {}) do
      local entry, missing = resolver.resolve(name)
      if not entry then compile.raiser(declaration)(nil, missing) end
      disagreement.entries[i] = entry
    end
    m.disagreements[#m.disagreements + 1] = disagreement
  end)
end

-- What follows from the Member's rating, by the word of a named source.
local function add_hint(m, declaration)
  local body = declaration.body
  compile.guarded(m, declaration, function()
    local reads = { facts = {}, lists = {} }
    if type(body.ratings) ~= "table" or type(body[1]) ~= "string"
      or type(body.source) ~= "string" then
      compile.raiser(declaration)(nil, say "hint-shape")
    end
    m.hints[#m.hints + 1] = { id = declaration.name, text = body[1],
      ratings = body.ratings, source = body.source, reads = reads,
      when = compile.condition(m, declaration, body.when, "member", reads,
        compile.place(m, declaration)) }
  end)
end

local function add_release(m, declaration)
  compile.guarded(m, declaration, function()
    local fail = compile.raiser(declaration)
    m.releases[#m.releases + 1] = releases.read(declaration,
      function(says) fail(nil, says) end)
  end)
end

-- ---- the whole ----------------------------------------------------------

local function each(m, word, add)
  for _, declared in ipairs(m.layers) do
    for _, declaration in ipairs(declared[word]) do add(m, declaration) end
  end
end

local function gather(m, word)
  local all = {}
  for _, declared in ipairs(m.layers) do
    table.move(declared[word], 1, #declared[word], #all + 1, all)
  end
  return all
end

local function build_vocabulary(m)
  m.vocabulary = vocabulary.build(gather(m, "fact"),
    gather(m, "list"), function(declaration, says)
      m.report("fact", says, declaration.file, declaration.line)
      m.unusable = true
    end)
  m.parameters, m.parameter_list, m.parameter_frame = {}, {}, {}
  each(m, "parameter", parameters.add)
  for _, entry in ipairs(m.vocabulary.ordered) do link_entry(m, entry) end
  for _, list in ipairs(m.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do link_entry(m, entry) end
  end
end

-- What a pack says once; of two, nobody could tell which one counts.
local function only(m, word)
  local one, other = table.unpack(m.layers[1][word], 1, 2)
  if other then
    m.report("rule", say("said-twice", { word = word, file = one.file,
      line = one.line }), other.file, other.line)
    m.unusable = true
  end
  return one and one.body or {}
end

-- A change is compiled where the check it changes stands.
local function add_change(m, declaration)
  layer_changes.add(m, declaration, function(target, written, reads)
    local node
    local _, broken = compile.guarded(m, declaration, function()
      node = compile.condition(m, declaration, written, target.scope, reads,
        compile.place(m, declaration))
    end)
    return node, broken
  end)
end

-- The same as each, for what reports name by its id: of two with one id, nobody could
-- tell which one is meant.  A layer's check says so itself.
local function each_once(m, word, add)
  local first = {}
  each(m, word, function(_, declaration)
    local other = first[declaration.name]
    if other and (word ~= "check" or declaration.layer == 0) then
      m.twice = m.twice or { says = say("id-declared", { word = word,
        it = declaration.name, file = other.file, line = other.line }),
        file = declaration.file, line = declaration.line }
      m.unusable = true
      return
    end
    first[declaration.name] = other or declaration
    add(m, declaration)
  end)
end

-- Builds the model out of `declared_layers`, the declarations of the baseline
-- pack first and of the packs laid over it.
function model.build(declared_layers, report, host)
  local m = { host = host, report = report, points = {}, point_list = {},
    provisions = {}, provision_by_id = {}, checks = {}, check_by_id = {},
    disagreements = {}, hints = {}, releases = {}, texts = {}, files = {},
    homeless = { checks = {} },
    changes = {}, layers = declared_layers }
  for _, declared in ipairs(m.layers) do
    m.texts[declared.layer] = declared.texts
    m.unusable = m.unusable or declared.unusable
  end
  layers.check(m)
  m.about, m.ratings = only(m, "pack"), only(m, "ratings")
  m.finding_rules = only(m, "findings")
  each_once(m, "point", points.add)
  build_vocabulary(m)
  each_once(m, "provision", add_provision)
  each_once(m, "check", checks.add)
  each(m, "switch_off", add_change)
  each(m, "narrow", add_change)
  each_once(m, "disagreement", add_disagreement)
  each(m, "hint", add_hint)
  each(m, "release", add_release)
  parameters.judge(m)
  return m
end

return model
