-- Everything that is wrong with a pack and its layers, each finding with its
-- place, what was expected and what to do: the editor's view of the rules.

local accepted = require "lint.accepted"
local codes = require "lint.codes"
local diagnostic = require "base.diagnostic"
local notation = require "lint.notation"
local pack = require "pack"
local place = require "lint.place"
local source = require "pack.source"
local tokens = require "pack.tokens"

local say <const> = diagnostic.new

local lint = {}

local FORMAT <const> = "cop11.lint/1"
-- What finding the place of a finding takes, in steps, and what bytes are looked
-- through for one.
local FINDING_COST <const>, BYTES_READ <const> = 2000, 4

-- ---- the sentences of a finding -----------------------------------------

local function capital(text)
  return (text:gsub("^%l", string.upper))
end

-- As a sentence: a capital in front, a full stop behind.
local function sentence(text)
  local plain = capital(text):match("^(.-)%s*$")
  return plain:find("[.?!]$") and plain or plain .. "."
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

-- Diagnostics of a name that nothing declares.
local UNDECLARED <const> = { ["fact-unknown"] = true, ["list-unknown"] = true,
  ["name-unknown"] = true, ["of-unknown"] = true, ["parameter-unknown"] = true,
  ["point-unknown"] = true }

-- What a broken file would have declared is no fault of those who name it.
local function follows_from_another(c, says)
  local core = diagnostic.core(says)
  return UNDECLARED[core.code] and c.declared[core.args.it] or false
end

-- A name that a rule is told not to use is no fault of its examples too.
local function is_told(c, code, says)
  local core = diagnostic.core(says)
  return code == "L042" and UNDECLARED[core.code] and c.undeclared[core.args.it]
end

-- c.add(code, says, at, lua): `says` is a diagnostic, at is { file, layer, line,
-- ... }, see lint/place.lua; lua is what Lua itself says.  c.tell leaves out what
-- follows from another fault.
local function new_context(model, host)
  local reader = tokens.reader(host)
  local c = { model = model, host = host, found = {}, declared = {},
    undeclared = {}, stopped = {}, declarations = {} }
  function c.tokens(file, layer)
    local text, of_layer = text_of(model, file, layer)
    return reader(of_layer .. ":" .. file, text), text
  end
  function c.seems_declared(file)
    local known = c.declarations[file]
    if known then return known end
    local text = text_of(model, file)
    host.charge(#text // BYTES_READ + 1)
    known = source.declared(text)
    c.declarations[file] = known
    return known
  end
  function c.add(code, says, at, lua)
    host.charge(FINDING_COST)
    local list, text = c.tokens(at.file, at.layer)
    local line, column = place.find(at, diagnostic.it(says), text, list)
    c.found[#c.found + 1] = { code = code, severity = codes[code].severity,
      slip = diagnostic.core(says).code, file = at.file, line = line,
      column = column, message = sentence(diagnostic.wrong(says)), lua = lua,
      cure = sentence(diagnostic.cure(says) or codes[code].cure) }
  end
  function c.tell(code, says, at)
    if not follows_from_another(c, says) and not is_told(c, code, says) then
      c.add(code, says, at)
    end
  end
  return c
end

-- ---- what reading the pack has found ------------------------------------

local CODE_OF <const> = { rule = "L010", point = "L011", fact = "L012",
  parameter = "L013", layer = "L070", part = "L014" }
local STOPPED <const> = { syntax = "L001", run = "L002" }

-- What a broken file or declaration would have declared: that others do not
-- find it is no fault of theirs.
local function note_declared(c, d)
  local words = { "fact", "list", "parameter", "point" }
  local core = diagnostic.core(d.says)
  if core.code == "word-unknown" then words[#words + 1] = core.args.it end
  if core.args.path then c.declared[core.args.path] = true end -- "Arms.used"
  for _, word in ipairs(words) do
    local line = not STOPPED[d.kind] and d.line or nil
    for _, one in ipairs(c.seems_declared(d.file)(word, line)) do
      c.declared[one.name] = true
      c.no_facts = c.no_facts or word == "fact" or word == "list"
    end
  end
end

-- What the model tells, without what follows from another fault.
local function causes(c)
  local list = {}
  for _, d in ipairs(c.model.diagnostics) do note_declared(c, d) end
  for _, d in ipairs(c.model.diagnostics) do
    if STOPPED[d.kind] or not follows_from_another(c, d.says) then
      list[#list + 1] = d
    end
  end
  return list
end

function lint.causes(model, host)
  return causes(new_context(model, host))
end

local function add_diagnostics(c)
  for _, d in ipairs(causes(c)) do
    local stopped = STOPPED[d.kind]
    if stopped then c.stopped[d.file] = true else c.incomplete = true end
    local core = diagnostic.core(d.says)
    if UNDECLARED[core.code] then c.undeclared[core.args.it] = true end
    c.add(stopped or CODE_OF[d.kind] or "L010", d.says, d, stopped and d.lua)
  end
end

-- A word without its braces breaks its check; where the word is found, that is told.
local function drop_broken_by(c, file)
  local kept = {}
  for _, d in ipairs(c.found) do
    if d.slip ~= "word-without-braces" or d.file ~= file then
      kept[#kept + 1] = d
    end
  end
  c.found = kept
end

-- Files that Lua reads may still say what their author never meant.
local function add_notation(c)
  for _, layer in ipairs(c.model.layers) do
    for file in pairs(layer.texts) do
      if not c.stopped[file] then
        local words = false
        notation.check(c.tokens(file, layer.layer),
          function(code, says, token)
            -- It may say something else than it means.
            c.incomplete = c.incomplete or codes[code].severity == "error"
            words = words or code == "L005"
            c.add(code, says, { file = file, layer = layer.layer,
              line = token.line, column = token.column })
          end)
        if words then drop_broken_by(c, file) end
      end
    end
  end
end

-- ---- the whole ----------------------------------------------------------

local LOOKERS <const> = { "lint.shapes", "lint.ids", "lint.reads",
  "lint.examples", "lint.wording", "lint.sense", "lint.stricter" }

local function before(a, b)
  for _, key in ipairs { "file", "line", "column", "code", "slip", "message" } do
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
      c.add("L006", say(found.count == 1 and "file-not-read" or "files-not-read",
        { file = file, count = found.count - 1, right = file:sub(1, -5) }),
        { file = file, line = 1 })
    end
  end
end

-- An engine would not open on it.
local function add_no_check(c)
  if #c.model.checks > 0 or #c.found > 0 then return end
  c.add("L034", say "pack-without-check", { line = 1,
    file = pack.first_file(c.model.layers[1]) })
end

-- Every file with its text, in the order of their names.
local function each_file(c, see)
  local names = {}
  for _, layer in ipairs(c.model.layers) do
    for file in pairs(layer.texts) do names[#names + 1] = file end
  end
  table.sort(names)
  for _, file in ipairs(names) do see(file, (text_of(c.model, file))) end
end

local function by_file(list)
  local files = {}
  for _, d in ipairs(list) do
    files[d.file] = files[d.file] or {}
    table.insert(files[d.file], d)
  end
  return files
end

-- What stands in line `number` of `text`, whose lines start there, without what
-- could not be shown.
local function line_of(text, starts, number)
  local from, next_line = starts[number], starts[number + 1]
  if not from then return nil end
  local last = next_line and next_line - 2 or #text
  return (text:sub(from, math.min(from + 199, last)):gsub("[%c]", " "))
end

-- The findings that stand, and those that their author accepts with a reason.
local function judged(c, list)
  local kept, left, of_a_file, files = {}, {}, {}, by_file(list)
  each_file(c, function(file, text)
    local own, starts = files[file] or {}, source.new(text).starts
    accepted.split(own, text, function(d) kept[#kept + 1] = d end,
      function(d, reason)
        d.accepted = reason
        left[#left + 1] = d
      end, function(says, remark)
        c.found = {}
        c.add("L007", says, { file = file, line = remark.line,
          column = remark.column })
        kept[#kept + 1] = c.found[1]
      end)
    for _, d in ipairs(own) do
      d.source, of_a_file[d] = line_of(text, starts, d.line), true
    end
  end)
  for _, d in ipairs(list) do
    if not of_a_file[d] then kept[#kept + 1] = d end
  end
  return unique(kept), left
end

-- The findings in the pack of `model`, by file, line, column; those that their
-- author accepts; and what knows the pack.
function lint.findings(model, host)
  local c = new_context(model, host)
  add_diagnostics(c)
  add_notation(c)
  add_no_check(c)
  add_passed_over(c)
  for _, name in ipairs(LOOKERS) do require(name).look(c) end
  return judged(c, unique(c.found))
end

-- The same as cop11.lint/1.
function lint.build(model, host)
  local list, left = lint.findings(model, host)
  local totals, used = totals_of(list)
  return host.json.write { format = FORMAT, diagnostics = host.json.array(list),
    accepted = #left > 0 and host.json.array(left) or nil,
    totals = totals, codes = used, ok = totals.errors == 0 and #model.checks > 0,
    pack = { name = model.layers[1].name, version = model.about.version } }
end

lint.FORMAT = FORMAT
return lint
