-- Everything that is wrong with a pack and its layers, each finding with its
-- place, what was expected and what to do: the editor's view of the rules.

local codes = require "lint.codes"
local notation = require "lint.notation"
local pack = require "pack"
local place = require "lint.place"
local source = require "pack.source"
local tokens = require "pack.tokens"

local lint = {}

local FORMAT <const> = "cop11.lint/1"

-- ---- the sentences of a finding -----------------------------------------

local function capital(text)
  return (text:gsub("^%l", string.upper))
end

-- As a sentence: a capital in front, a full stop behind.
local function sentence(text)
  local plain = capital(text):match("^(.-)%s*$")
  return plain:find("[.?!]$") and plain or plain .. "."
end

-- "what is wrong; what to do" -> both.
local function split(message)
  local wrong, cure = message:match("^(.*); (.+)$")
  return wrong or message, cure
end

-- ---- the context of all that look ---------------------------------------

local function text_of(model, file, layer)
  for i = #model.layers, 1, -1 do
    local one = model.layers[i]
    if (layer == nil or one.layer == layer) and one.texts[file] then
      return one.texts[file], one.layer
    end
  end
  return "", 0
end

-- What a broken file would have declared is no fault of those who name it.
local function follows_from_another(c, message)
  local name = message:match("'([^']+)' is not a ")
  return name and c.declared[name] or false
end

-- c.add(code, message, at, cure, lua): at is { file, layer, line, ... }, see
-- lint/place.lua; lua is what Lua itself says.  c.tell(code, message, at, where)
-- is given both in one message, and what to say in front of it.
local function new_context(model, host)
  local reader = tokens.reader(host)
  local c = { model = model, host = host, found = {}, declared = {},
    stopped = {} }
  function c.tokens(file, layer)
    local text, of_layer = text_of(model, file, layer)
    return reader(of_layer .. ":" .. file, text), text
  end
  function c.add(code, message, at, cure, lua)
    local list, text = c.tokens(at.file, at.layer)
    local line, column = place.find(at, message, text, list)
    c.found[#c.found + 1] = { code = code, severity = codes[code].severity,
      file = at.file, line = line, column = column,
      message = sentence(message), lua = lua,
      cure = sentence(cure or codes[code].cure) }
  end
  function c.tell(code, message, at, where)
    if follows_from_another(c, message) then return end
    local wrong, cure = split(message)
    c.add(code, (where or "") .. wrong, at, cure)
  end
  return c
end

-- ---- what reading the pack has found ------------------------------------

local CODE_OF <const> = { rule = "L010", point = "L011", fact = "L012",
  parameter = "L013", layer = "L070", part = "L014" }
local STOPPED <const> = { syntax = "L001", run = "L002" }

local function add_stopped(c, d)
  c.add(STOPPED[d.code], d.message, d, d.cure, d.lua)
end

-- What a broken file or declaration would have declared: that others do not
-- find it is no fault of theirs.
local function note_declared(c, d)
  local _, text = c.tokens(d.file)
  for _, word in ipairs { "fact", "list", "parameter", "point" } do
    for _, one in ipairs(source.declared(text, word)) do
      if STOPPED[d.code] or one.line == d.line then
        c.declared[one.name] = true
        c.no_facts = c.no_facts or word == "fact" or word == "list"
      end
    end
  end
end

local function add_diagnostics(c)
  for _, d in ipairs(c.model.diagnostics) do
    note_declared(c, d)
    if STOPPED[d.code] then
      c.stopped[d.file] = true
      add_stopped(c, d)
    end
  end
  for _, d in ipairs(c.model.diagnostics) do
    if not STOPPED[d.code] and not follows_from_another(c, d.message) then
      c.incomplete = true
      c.tell(CODE_OF[d.code] or "L010", d.message, d)
    end
  end
end

-- Files that Lua reads may still say what their author never meant.
local function add_notation(c)
  for _, layer in ipairs(c.model.layers) do
    for file in pairs(layer.texts) do
      if not c.stopped[file] then
        notation.check(c.tokens(file, layer.layer),
          function(code, message, token, cure)
            -- It may say something else than it means.
            c.incomplete = c.incomplete or codes[code].severity == "error"
            c.add(code, message, { file = file, layer = layer.layer,
              line = token.line, column = token.column }, cure)
          end)
      end
    end
  end
end

-- ---- the whole ----------------------------------------------------------

local LOOKERS <const> = { "lint.shapes", "lint.ids", "lint.reads",
  "lint.examples", "lint.wording", "lint.sense" }

local function before(a, b)
  for _, key in ipairs { "file", "line", "column", "code", "message" } do
    if a[key] ~= b[key] then return a[key] < b[key] end
  end
  return false
end

local function unique(found)
  table.sort(found, before)
  local list = {}
  for _, d in ipairs(found) do
    local last = list[#list]
    if not last or before(last, d) then list[#list + 1] = d end
  end
  return list
end

local function totals_of(list)
  local totals, used = { error = 0, warning = 0 }, {}
  for _, d in ipairs(list) do
    totals[d.severity] = totals[d.severity] + 1
    used[d.code] = codes[d.code].says
  end
  return { errors = totals.error, warnings = totals.warning }, used
end

-- Rules that a text editor saved under another name than they were given.
local function add_passed_over(c)
  for _, declared in ipairs(c.model.layers) do
    local found = declared.passed_over
    if found then
      local file = declared.layer == 0 and found.path
        or declared.name .. "/" .. found.path
      c.add("L006", found.count == 1 and ("the file %s is not read"):format(file)
        or ("the files %s and %d more that end in .lua.txt are not read"):format(
        file, found.count - 1), { file = file, line = 1 }, found.count == 1
        and ("Rename it to %s"):format(file:sub(1, -5))
        or ("Take .txt off each name, such as %s"):format(file:sub(1, -5)))
    end
  end
end

-- An engine would not open on it.
local function add_no_check(c)
  if #c.model.checks > 0 or #c.found > 0 then return end
  c.add("L034", "the pack holds no check", { line = 1,
    file = pack.first_file(c.model.layers[1]) }, "Write one as the built-in "
    .. "rules do, or name the folder that holds them.")
end

-- The findings in the pack of `model`, by file, line, column.
function lint.findings(model, host)
  local c = new_context(model, host)
  add_diagnostics(c)
  add_notation(c)
  add_no_check(c)
  add_passed_over(c)
  for _, name in ipairs(LOOKERS) do require(name).look(c) end
  return unique(c.found)
end

-- The same as cop11.lint/1.
function lint.build(model, host)
  local list = lint.findings(model, host)
  local totals, used = totals_of(list)
  return host.json.write { format = FORMAT, diagnostics = host.json.array(list),
    totals = totals, codes = used, ok = totals.errors == 0 and #model.checks > 0,
    pack = { name = model.layers[1].name, version = model.about.version } }
end

lint.FORMAT = FORMAT
return lint
