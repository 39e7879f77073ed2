-- Loads the rule files of a pack and its layers: runs each in its own
-- environment, gathers what they declare, and keeps every diagnostic.

local diagnostic = require "base.diagnostic"
local language = require "pack.language"
local parts = require "pack.parts"
local source = require "pack.source"
local stopped = require "pack.stopped"

local pack = {}

local EXAMPLES <const> = "%.examples%.lua$"

-- ---- diagnostics --------------------------------------------------------

-- An object that collects what is wrong: { kind, says, file, line, column, lua },
-- where `says` is a diagnostic and `kind` what it is about.
function pack.diagnostics()
  local list = {}
  return list, function(kind, says, file, line, column, lua)
    list[#list + 1] = { kind = kind, says = says, lua = lua, file = file,
      line = line, column = column }
  end
end

-- Where to say what is wrong with a whole pack: its first file, "" without any.
function pack.first_file(declared)
  return declared.sources[1] and declared.sources[1].path or ""
end

-- ---- running one file ---------------------------------------------------

-- Splits Lua's own "path:12: text" into line and text.
local function split_message(path, message)
  local line, rest = message:match("^" .. path:gsub("%W", "%%%0")
    .. ":(%d+): (.*)$")
  if line then return math.tointeger(line), rest end
  return nil, message
end

local function run_file(file, sink, host)
  local env = language.environment(sink, host)
  local chunk, message = host.load(file.text, "@" .. file.path, env)
  if not chunk then
    local line, rest = split_message(file.path, message)
    return nil, rest, line, "syntax"
  end
  language.raised() -- what a function in a rule may have left
  local ok, problem, line = host.author(chunk)
  if ok then return true end
  return nil, problem, line, "run", language.raised()
end

-- What others stand on: a pack that lost one of these cannot be opened.
local VITAL <const> = { disagreement = true, fact = true, list = true,
  parameter = true }
local CODES <const> = { fact = "fact", list = "fact", parameter = "parameter" }
-- What stays, as broken, so that it is not silently missing.
local STAYS <const> = { check = true, provision = true }

-- The facts written in a list are its own, whatever else is wrong with it.
local function claim_facts(declaration)
  local facts = declaration.word == "list" and declaration.body.facts
  for _, fact in ipairs(type(facts) == "table" and facts or {}) do
    if type(fact) == "table" then fact.of_list = true end
  end
end

-- Takes a declaration with the right kinds of parts, and reports any other.
local function take(declared, declaration, report)
  local list, word = declared[declaration.word], declaration.word
  local wrong = parts.problem(declaration)
  claim_facts(declaration)
  if wrong then
    if word == "fact" then declaration.written.refused = true end
    report(CODES[word] or "rule", diagnostic.new("in-declaration", { word = word,
      name = declaration.name, inner = wrong }), declaration.file,
      declaration.line)
    declared.unusable = declared.unusable or VITAL[word]
    if not STAYS[word] then return end
    declaration.body = {}
    declaration.broken = { message = diagnostic.text(wrong),
      file = declaration.file, line = declaration.line }
  end
  list[#list + 1] = declaration
end

local function empty_declarations()
  local declared = {}
  for _, word in ipairs(language.DECLARATIONS) do declared[word] = {} end
  return declared
end

-- What a file that cannot be run must not take with it in silence: without them
-- other files would say something else than they mean.
local MISSED <const> = { "disagreement" }
local MISSED_OF_LAYER <const> = { "fact", "narrow", "parameter", "switch_off" }

local function holds_more(file, layer)
  local declared = source.declared(file.text)
  for _, word in ipairs(layer > 0 and MISSED_OF_LAYER or MISSED) do
    if #declared(word) > 0 then return true end
  end
  return false
end

local function append(list, more) table.move(more, 1, #more, #list + 1, list) end

-- Keeps what a file that stopped still tells.  Examples are not needed to rate.
local function keep_broken(file, layer, declared, report, why, kind)
  report(kind, why.says, file.path, why.line, why.column, why.lua)
  declared.stopped = true
  local checks = stopped.checks(file, layer, why)
  append(declared.check, checks)
  if layer == 0 then
    append(declared.provision, stopped.provisions(file, layer, why))
  end
  if not file.path:find(EXAMPLES)
    and (#checks == 0 or holds_more(file, layer)) then
    declared.unusable = true
  end
end

local function load_file(file, layer, declared, report, host)
  local gathered = {}
  host.at(file.path)
  local ok, message, line, kind, says = run_file(file, function(declaration)
    declaration.file, declaration.layer = file.path, layer
    gathered[#gathered + 1] = declaration
  end, host)
  if ok then
    for _, declaration in ipairs(gathered) do
      take(declared, declaration, report)
    end
    return
  end
  keep_broken(file, layer, declared, report,
    stopped.explain(host, file, kind, line, message, says), kind)
end

-- ---- the whole ----------------------------------------------------------

local function source_of(files)
  local texts = {}
  for _, file in ipairs(files) do texts[file.path] = file.text end
  return texts
end

-- What messages and reports call the files: those of a layer by its name first,
-- so that no two packs have a file that is called alike.
local function named_files(sources, layer)
  if layer == 0 then return sources.files end
  local files = {}
  for i, file in ipairs(sources.files) do
    files[i] = { path = sources.name .. "/" .. file.path, text = file.text }
  end
  return files
end

-- Runs every file of the pack, the examples too when `with_examples`.
-- Returns the declarations by word; .unusable when a file that declares no
-- check is broken, for then nobody knows what is missing.
function pack.load(sources, layer, report, host, with_examples)
  local declared, files = empty_declarations(), named_files(sources, layer)
  declared.sources, declared.texts = sources.files, source_of(files)
  declared.name, declared.layer = sources.name, layer
  declared.signature, declared.passed_over = sources.signature, sources.passed_over
  declared.first_file = files[1] and files[1].path
  for _, file in ipairs(files) do
    if with_examples or not file.path:find(EXAMPLES) then
      load_file(file, layer, declared, report, host)
    end
  end
  return declared
end

-- SHA-256 over paths and texts of the files that count at run time.
function pack.digest(sources, host)
  local digests = {}
  for _, file in ipairs(sources.files) do
    if not file.path:find(EXAMPLES) then
      digests[file.path] = host.sha256(file.text)
    end
  end
  return host.sha256(host.json.write(digests))
end

-- Who signed a pack's files, and whether they were modified since.
function pack.signature(declared, json)
  local found = declared.signature
  if not found then return nil end
  return { state = found.state, key = found.key,
    files = json.array(found.files) }
end

pack.EXAMPLES = EXAMPLES
return pack
