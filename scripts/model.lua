-- Assembles what the files of a pack and its layers declare into the model that
-- evaluates: points, parameters, vocabulary, provisions, checks, disagreements.
-- A broken check stays in the model and reports `error`; anything broken that
-- others stand on makes the model unusable.

local changes = require "layer_changes"
local conditions = require "conditions"
local layers = require "layers"
local names = require "names"
local nearest = require "nearest"
local parameters = require "parameters"
local parse = require "parse"
local releases = require "releases"
local shape = require "shape"
local source = require "source"
local vocabulary = require "vocabulary"

local model = {}

local STRENGTHS <const> = { "background", "could", "should", "must", "shall" }
local RANK <const> = { information = 0, background = 1, could = 2, should = 3,
  must = 4, shall = 5 }

-- ---- failing ------------------------------------------------------------

-- Raises; caught by `guarded`.
local function raiser(declaration)
  return function(ast, message)
    error({ message = message, file = declaration.file,
      line = ast and ast.line or declaration.line,
      column = ast and ast.column }, 0)
  end
end

-- Runs build() and turns a raised problem into a diagnostic and `broken`.
local function guarded(m, declaration, build)
  local ok, problem = m.host.protect(build)
  if ok then return problem end
  if type(problem) ~= "table" then
    problem = { message = tostring(problem), file = declaration.file,
      line = declaration.line }
  end
  m.report("rule", ('%s "%s": %s'):format(declaration.word, declaration.name,
    problem.message), problem.file, problem.line, problem.column)
  return nil, problem
end

-- The same for what decides how other facts read: without it a contradiction
-- would go unseen, and a check could come out better than the facts are.
local function needed(m, declaration, build)
  local _, problem = guarded(m, declaration, build)
  m.unusable = m.unusable or problem ~= nil
end

-- ---- conditions ---------------------------------------------------------

-- The file a declaration stands in, with its lines counted once.
local function file_of(m, declaration)
  local layer, path = declaration.layer, declaration.file
  local files = m.files[layer] or {}
  m.files[layer] = files
  local file = files[path]
  if not file then
    file = source.new(m.texts[layer][path] or "")
    files[path] = file
  end
  return file
end

-- What parse.condition needs to know of the place it reads at.
local function place_of(m, declaration)
  local fail = raiser(declaration)
  return { check = declaration.name, captured = m.host.captured,
    locate = source.finder(file_of(m, declaration), declaration.line),
    fail = function(message, line, column)
      fail({ line = line, column = column }, message)
    end }
end

local EXTENTS <const> = { met = 2, lapse = 4, absent = 8,
  ["not applicable"] = 1 }

-- Runs an author's plain function on known values.
local function author_runner(m, declaration)
  local fail = raiser(declaration)
  return function(ast, known)
    local ok, answer, line = m.host.author(ast.run,
      table.unpack(known, 1, #ast.facts))
    if not ok then fail({ line = line }, tostring(answer)) end
    if type(answer) == "boolean" then return answer and 2 or 4 end
    local extent = EXTENTS[answer]
    if not extent then
      fail(ast, "the function must return true, false, \"met\", \"lapse\", "
        .. "\"absent\" or \"not applicable\"")
    end
    return extent
  end
end

-- Parses and compiles `written`; nil stays nil.
local function compile(m, declaration, written, rule_scope, reads, at)
  if written == nil then return nil end
  local ast = parse.condition(written, at)
  local scope = names.scope(m, rule_scope, reads, raiser(declaration),
    author_runner(m, declaration))
  return conditions.compile(ast, scope)
end

-- Compiles the parsed condition `ast` in place of one of `check`; raises where
-- it does not fit.
function model.compile_instead(m, check, ast)
  local declaration = { word = "check", name = check.id, file = check.file,
    line = check.line, layer = check.layer }
  return conditions.compile(ast, names.scope(m, check.scope,
    { facts = {}, lists = {} }, raiser(declaration),
    author_runner(m, declaration)))
end

-- ---- points -------------------------------------------------------------

local function add_point(m, declaration)
  local body = declaration.body
  if not RANK[body.strength] then
    m.report("point", ('point "%s" needs strength = one of: information, %s')
      :format(declaration.name, table.concat(STRENGTHS, ", ")),
      declaration.file, declaration.line)
    return
  end
  m.points[declaration.name] = { id = declaration.name,
    strength = body.strength, says = body.says, checks = {},
    question = body.question == true,
    file = declaration.file, line = declaration.line }
  m.point_list[#m.point_list + 1] = m.points[declaration.name]
end

-- ---- facts that follow from others --------------------------------------

local function link_entry(m, entry)
  if not entry.written_na and not entry.written_from then return end
  local declaration = { word = "fact", name = entry.path, file = entry.file,
    line = entry.line, layer = entry.layer }
  needed(m, declaration, function()
    local reads = { facts = {}, lists = {} }
    local at = place_of(m, declaration)
    local scope = entry.scope == "item" and "facility" or entry.scope
    entry.na_when = compile(m, declaration, entry.written_na, scope, reads, at)
    entry.from = compile(m, declaration, entry.written_from, scope, reads, at)
    if (entry.from and entry.from.kind == "count") ~= (entry.from
      and entry.type == "count") then
      raiser(declaration)(nil, "from = count \"list\" { ... } gives a count, "
        .. "and only a count; other facts use every, any or none")
    end
    entry.reads = reads
  end)
end

-- ---- provisions and checks ----------------------------------------------

local function check_shape(declaration)
  local wrong = shape.problem(declaration)
  if wrong then raiser(declaration)(nil, wrong) end
end

local function add_provision(m, declaration)
  local body = declaration.body
  local provision = { id = declaration.name, title = body.title,
    scope = body.scope or "facility", not_applicable = body.not_applicable,
    with = body.with, checks = {}, file = declaration.file,
    line = declaration.line, reads = { facts = {}, lists = {} } }
  local _, broken = guarded(m, declaration, function()
    check_shape(declaration)
    provision.applies = compile(m, declaration, body.applies, provision.scope,
      provision.reads, place_of(m, declaration))
  end)
  provision.broken = declaration.broken or broken
  m.provisions[#m.provisions + 1] = provision
  m.provision_by_id[provision.id] = provision
end

-- The provision whose id begins the check's id: "11.2" for "11.2.7".
local function provision_of(m, id)
  local best
  for _, provision in ipairs(m.provisions) do
    if id:sub(1, #provision.id + 1) == provision.id .. "."
      and (not best or #provision.id > #best.id) then
      best = provision
    end
  end
  return best
end

-- The strongest wording among the points a check cites; nil for none.
local function strength_of(m, declaration, cited)
  local best
  for _, id in ipairs(cited) do
    local point = m.points[id]
    if not point then
      local known = {}
      for i, p in ipairs(m.point_list) do known[i] = p.id end
      raiser(declaration)(nil, ("'%s' is not a point of the guidance%s")
        :format(tostring(id), nearest.hint(tostring(id), known)))
    end
    if point.strength ~= "information"
      and (not best or RANK[point.strength] > RANK[best]) then
      best = point.strength
    end
  end
  return best
end

local OUTCOMES <const> = { "observation", "minor-nonconformance",
  "major-nonconformance" }

-- The check's wording strength needs its row in ratings { ... }.
local function need_row(m, declaration, strength)
  local row = m.ratings[strength]
  if type(row) ~= "table" or not nearest.is_in(row.lapse, OUTCOMES)
    or not nearest.is_in(row.absent, OUTCOMES) then
    raiser(declaration)(nil, ("ratings { ... } has no row '%s' with lapse and "
      .. "absent, each one of: %s"):format(strength,
      table.concat(OUTCOMES, ", ")))
  elseif strength == "beyond"
    and (row.lapse ~= "observation" or row.absent ~= "observation") then
    raiser(declaration)(nil, "ratings { beyond = ... } must say observation: "
      .. "what goes beyond the guidance lowers no rating")
  end
end

local function compile_prompts(m, declaration, check, at)
  local prompts = {}
  for i, written in ipairs(declaration.body.prompts or {}) do
    local body = type(written) == "table" and written.body or { written }
    local wrong = shape.prompt_problem(body)
    if wrong then raiser(declaration)(nil, wrong) end
    prompts[i] = { text = body[1], id = check.id .. "/advice-" .. i,
      when = compile(m, declaration, body.when, check.scope,
        check.prompt_reads, at) }
  end
  return prompts
end

local function need_text(declaration, body, key)
  if type(body[key]) ~= "string" then
    raiser(declaration)(nil, key .. " = a text is missing")
  end
end

-- Whether a plain function stands anywhere below this node.
local function computes(node)
  if not node then return false end
  if node.kind == "compute" or computes(node.gate) or computes(node.where) then
    return true
  end
  for _, child in ipairs(node.children or {}) do
    if computes(child) then return true end
  end
  return false
end

-- A stricter check applies where the one it strictens does, unless it says
-- otherwise; that condition stands in the other's file.
local function compile_applies(m, declaration, check, at)
  local base = check.stricter_than
  if declaration.body.applies ~= nil or not base then
    return compile(m, declaration, declaration.body.applies, check.scope,
      check.reads, at)
  end
  return compile(m, base.declaration, base.declaration.body.applies,
    check.scope, check.reads, place_of(m, base.declaration))
end

local function fill_check(m, declaration, check)
  local body = declaration.body
  check_shape(declaration)
  local problem = check.layer > 0
    and layers.id_problem(m, check)
  if problem then raiser(declaration)(nil, problem) end
  need_text(declaration, body, "title")
  need_text(declaration, body, "ask")
  if not check.provision then
    raiser(declaration)(nil, ("no provision has an id that begins '%s'; write "
      .. "the provision's id, a dot and a number, such as %s.1"):format(
      declaration.name, m.provisions[1] and m.provisions[1].id or "11.2"))
  end
  if body.expect == nil then
    raiser(declaration)(nil, "expect = a condition is missing")
  end
  local at = place_of(m, declaration)
  check.strength = strength_of(m, declaration, check.points)
  need_row(m, declaration, check.strength or "beyond")
  check.applies = compile_applies(m, declaration, check, at)
  check.expect = compile(m, declaration, body.expect, check.scope,
    check.reads, at)
  check.prompts = compile_prompts(m, declaration, check, at)
  check.computes = computes(check.applies) or computes(check.expect)
end

local function new_check(m, declaration)
  local body = declaration.body
  local provision = provision_of(m, declaration.name)
  local base = changes.base_of(m, declaration)
  local from = base or {}
  return { id = declaration.name, title = body.title,
    points = type(body.points) == "table" and body.points or from.points or {},
    ask = body.ask, remedy = body.remedy, met = body.met, why = body.why,
    not_applicable = body.not_applicable or from.not_applicable,
    provision = provision, stricter_than = base,
    scope = provision and provision.scope or "facility", prompts = {},
    retired = body.retired, aliases = body.aliases, file = declaration.file,
    line = declaration.line, layer = declaration.layer,
    reads = { facts = {}, lists = {} }, broken = declaration.broken,
    prompt_reads = { facts = {}, lists = {} }, declaration = declaration }
end

local function add_check(m, declaration)
  local check = new_check(m, declaration)
  if not check.broken then
    local _, broken = guarded(m, declaration, function()
      fill_check(m, declaration, check)
    end)
    check.broken = broken
  end
  changes.note_check(m, check)
  m.checks[#m.checks + 1] = check
  m.check_by_id[check.id] = m.check_by_id[check.id] or check
  local home = check.provision or m.homeless
  home.checks[#home.checks + 1] = check
  for _, id in ipairs(check.points) do
    local point = m.points[id]
    if point then point.checks[#point.checks + 1] = check end
  end
end

local function add_disagreement(m, declaration)
  local body = declaration.body
  needed(m, declaration, function()
    local reads = { facts = {}, lists = {} }
    local scope = body.scope or "facility"
    local at = place_of(m, declaration)
    local disagreement = { id = declaration.name, because = body.because,
      scope = scope, entries = {}, prompt = body.prompt, reads = reads,
      file = declaration.file, line = declaration.line,
      layer = declaration.layer,
      when = compile(m, declaration, body.when, scope, reads, at) }
    local resolver = names.scope(m, scope, reads, raiser(declaration))
    for i, name in ipairs(body.facts or {}) do
      local entry, missing = resolver.resolve(name)
      if not entry then raiser(declaration)(nil, missing) end
      disagreement.entries[i] = entry
    end
    m.disagreements[#m.disagreements + 1] = disagreement
  end)
end

-- What follows from the Member's rating, by the word of a named source.
local function add_hint(m, declaration)
  local body = declaration.body
  guarded(m, declaration, function()
    local reads = { facts = {}, lists = {} }
    if type(body.ratings) ~= "table" or type(body[1]) ~= "string"
      or type(body.source) ~= "string" then
      raiser(declaration)(nil, "a hint is hint \"name\" { \"text\", ratings = "
        .. "{ ... }, source = \"where it stands\" }")
    end
    m.hints[#m.hints + 1] = { id = declaration.name, text = body[1],
      ratings = body.ratings, source = body.source, reads = reads,
      when = compile(m, declaration, body.when, "member", reads,
        place_of(m, declaration)) }
  end)
end

local function add_release(m, declaration)
  guarded(m, declaration, function()
    local fail = raiser(declaration)
    m.releases[#m.releases + 1] = releases.read(declaration,
      function(message) fail(nil, message) end)
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
    for _, declaration in ipairs(declared[word]) do all[#all + 1] = declaration end
  end
  return all
end

local function build_vocabulary(m)
  m.vocabulary = vocabulary.build(gather(m, "fact"),
    gather(m, "list"), function(declaration, message)
      m.report("fact", message, declaration.file, declaration.line)
      m.unusable = true
    end)
  m.parameters, m.parameter_list, m.parameter_frame = {}, {}, {}
  each(m, "parameter", parameters.add)
  for _, entry in ipairs(m.vocabulary.ordered) do link_entry(m, entry) end
  for _, list in ipairs(m.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do link_entry(m, entry) end
  end
end

local function first(m, word)
  local found = m.layers[1][word][1]
  return found and found.body or {}
end

-- A change is compiled where the check it changes stands.
local function add_change(m, declaration)
  changes.add(m, declaration, function(target, written, reads)
    local node
    local _, broken = guarded(m, declaration, function()
      node = compile(m, declaration, written, target.scope, reads,
        place_of(m, declaration))
    end)
    return node, broken
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
  m.about, m.ratings = first(m, "pack"), first(m, "ratings")
  m.finding_rules = first(m, "findings")
  each(m, "point", add_point)
  build_vocabulary(m)
  each(m, "provision", add_provision)
  each(m, "check", add_check)
  each(m, "switch_off", add_change)
  each(m, "narrow", add_change)
  each(m, "disagreement", add_disagreement)
  each(m, "hint", add_hint)
  each(m, "release", add_release)
  parameters.judge(m)
  return m
end

model.RANK = RANK
return model
