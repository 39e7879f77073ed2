-- What every spec starts from: the C-backed host (the same C code as in the
-- library, built as a module for the interpreter that runs the tests), the
-- runtime's modules, and packs and dossiers made in a line or two.

local root = os.getenv("COP11_SOURCE_DIR") or "."
package.path = root .. "/scripts/?.lua;" .. package.path

local host = require "cop11_testhost"
local json = host.json

-- Arithmetic on texts is a mistake here, as it is in the library (plugin/sandbox/libs.c).
for _, operation in ipairs { "add", "sub", "mul", "div", "mod", "pow", "unm",
  "idiv" } do
  getmetatable("")["__" .. operation] = nil
end

local support = { host = host, root = root, json = json }

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end
support.read_file = read_file

-- The rule files of rules/, sorted by path.
function support.builtin_files()
  local files = {}
  local list = assert(io.popen(("cd '%s/rules' && find . -name '*.lua' | "
    .. "LC_ALL=C sort"):format(root)))
  for line in list:lines() do
    local path = line:sub(3)
    files[#files + 1] = { path = path, text = read_file(root .. "/rules/"
      .. path) }
  end
  list:close()
  return files
end

local function new_runtime()
  return assert(loadfile(root .. "/scripts/main.lua"))(host)
end

local function request(files, options)
  options = options or {}
  return { pack = { name = options.name or "test", files = files,
    passed_over = options.passed_over },
    layers = options.layers or {}, max_depth = 32,
    max_report = options.max_report or math.maxinteger,
    tolerant = options.tolerant }
end

-- A runtime opened on `files`, a list of { path, text }.
function support.open_files(files, options)
  local runtime = new_runtime()
  local ok, problem = runtime.open(request(files, options))
  return ok and runtime or nil, problem
end

-- A runtime opened on { [path] = text }.
function support.open(texts, options)
  local files = {}
  for path, text in pairs(texts) do
    files[#files + 1] = { path = path, text = text }
  end
  table.sort(files, function(a, b) return a.path < b.path end)
  return support.open_files(files, options)
end

function support.open_builtin(options)
  options = options or {}
  options.name = "cop11-2013"
  return assert(support.open_files(support.builtin_files(), options))
end

-- JSON text as tables; empty arrays stay arrays when they are written again.
local function decode(text)
  local value, digest, empties, column = json.read(text, 64)
  if value == nil then
    error(("%s (line %s, column %s)"):format(digest, empties, column), 2)
  end
  for empty, kind in pairs(empties) do
    if kind == "array" then json.array(empty) end
  end
  return value
end
support.decode = decode

function support.copy(value)
  if type(value) ~= "table" then return value end
  local result = {}
  for key, inner in pairs(value) do result[key] = support.copy(inner) end
  return setmetatable(result, getmetatable(value))
end

-- The sample dossiers: { name, text }, sorted by name.
function support.samples()
  local samples = {}
  local list = assert(io.popen(("cd '%s/tests/dossiers' && ls *.json | "
    .. "LC_ALL=C sort"):format(root)))
  for name in list:lines() do
    samples[#samples + 1] = { name = name,
      text = read_file(root .. "/tests/dossiers/" .. name) }
  end
  list:close()
  return samples
end

-- Evaluates a dossier given as JSON text or as a Lua table; returns the report
-- as a table with everything joined (joined.lua) and as text, or nil and the
-- problem.
function support.evaluate(runtime, dossier, call)
  local text = type(dossier) == "table" and json.write(dossier) or dossier
  local report, problem = runtime.evaluate(text, call or {})
  if not report then return nil, problem end
  return require "support.joined"(decode(report)), report
end

-- The report as it is, decoded.
function support.report(runtime, dossier, call)
  local text = type(dossier) == "table" and json.write(dossier) or dossier
  local report, problem = runtime.evaluate(text, call or {})
  return report and decode(report) or nil, problem
end

-- The result of one check in a report; the facility's id picks one of several.
function support.result(report, check, facility)
  for _, result in ipairs(report.results) do
    if result.check == check
      and (not facility or result.facility == facility) then
      return result
    end
  end
end

return support
