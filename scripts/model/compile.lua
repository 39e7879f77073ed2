-- Turns what a declaration says into nodes, and what is wrong with it into a
-- diagnostic with its place.

local conditions = require "model.conditions"
local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local logic = require "base.logic"
local names = require "model.names"
local parse = require "pack.parse"
local source = require "pack.source"

local say <const> = diagnostic.new

local compile = {}

-- ---- failing ------------------------------------------------------------

-- Raises; caught by `guarded`.
function compile.raiser(declaration)
  return function(ast, says)
    error({ says = says, file = declaration.file,
      line = ast and ast.line or declaration.line,
      column = ast and ast.column }, 0)
  end
end

-- Runs build() and turns a raised problem into a diagnostic and `broken`.
function compile.guarded(m, declaration, build)
  m.host.at(declaration.file, declaration.line)
  local ok, problem = m.host.protect(build)
  if ok then return problem end
  if type(problem) ~= "table" then
    problem = { says = say("internal", { text = tostring(problem) }),
      file = declaration.file, line = declaration.line }
  end
  m.report("rule", say("in-declaration", { word = declaration.word,
    name = declaration.name, inner = problem.says }), problem.file, problem.line,
    problem.column)
  problem.message = diagnostic.text(problem.says) -- for reports
  return nil, problem
end

-- The same for what decides how other facts read: without it a contradiction
-- would go unseen, and a check could come out better than the facts are.
function compile.needed(m, declaration, build)
  local _, problem = compile.guarded(m, declaration, build)
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
function compile.place(m, declaration)
  local fail = compile.raiser(declaration)
  return { check = declaration.name, captured = m.host.captured,
    locate = source.finder(file_of(m, declaration), declaration.line,
      m.host.charge),
    fail = function(says, line, column)
      fail({ line = line, column = column }, says)
    end }
end

local EXTENTS <const> = { met = logic.MET, lapse = logic.LAPSE,
  absent = logic.ABSENT, ["not applicable"] = logic.NA }

-- Runs an author's plain function on known values.
local function author_runner(m, declaration)
  local fail = compile.raiser(declaration)
  return function(ast, ...)
    local ok, answer, line = m.host.author(ast.run, ...)
    if not ok then
      fail({ line = line }, say("lua-says", { text = tostring(answer) }))
    end
    if type(answer) == "boolean" then return answer and logic.MET or logic.LAPSE end
    local extent = EXTENTS[answer]
    if not extent then
      fail(ast, say "compute-no-answer")
    end
    return extent
  end
end

-- Parses and compiles `written`; nil stays nil.
function compile.condition(m, declaration, written, rule_scope, reads, at)
  if written == nil then return nil end
  local ast = parse.condition(written, at)
  local scope = names.scope(m, rule_scope, reads, compile.raiser(declaration),
    author_runner(m, declaration))
  return conditions.compile(ast, scope)
end

-- Compiles the parsed condition `ast` in place of one of `check`; raises where
-- it does not fit.
function compile.instead(m, check, ast)
  local declaration = { word = "check", name = check.id, file = check.file,
    line = check.line, layer = check.layer }
  return conditions.compile(ast, names.scope(m, check.scope,
    { facts = {}, lists = {} }, compile.raiser(declaration),
    author_runner(m, declaration)))
end

-- ---- parts --------------------------------------------------------------

-- Every part of a declaration has a name that belongs there.
function compile.check_keys(declaration)
  local fail, word = compile.raiser(declaration), declaration.word
  local wrong, nameless = diagnostic.not_part(declaration.body,
    declarations.KEYS[word], "a " .. word)
  if wrong then
    fail(nil, wrong)
  elseif nameless then
    fail(nil, say("value-nameless", { what = "this " .. word }))
  end
end

return compile
