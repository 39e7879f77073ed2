-- Why a rule file stopped, in plain words: Lua's own are for those who program.

local diagnostic = require "base.diagnostic"
local source = require "pack.source"

local stopped = {}

-- By how a file stopped: Lua could not read it, or running it made no sense.
local EXPLAINERS <const> = { syntax = "lint.syntax", run = "lint.run" }

-- What is wrong with `file` that Lua gave up on at `line` with `message`: { line,
-- column, says, lua }.  `raised` is the diagnostic of a word of rules, if one did.
function stopped.explain(host, file, kind, line, message, raised)
  local list = require("pack.tokens").reader(host)(file.path, file.text)
  return require(EXPLAINERS[kind]).explain(list, line or 1, message, raised)
end

-- ---- what a broken file still tells --------------------------------------

local function broken(word, found, file, layer, why)
  return { word = word, name = found.name, body = {}, file = file.path,
    line = found.line, layer = layer, broken = { file = file.path,
      line = why.line, message = ("%s line %d: %s"):format(file.path, why.line,
        diagnostic.text(why.says)) } }
end

-- Its checks are broken, and not gone in silence.
function stopped.checks(file, layer, why)
  local list = {}
  for i, found in ipairs(source.declared(file.text) "check") do
    list[i] = broken("check", found, file, layer, why)
  end
  return list
end

-- The part `key` of the declaration that begins at byte `at`, where it is a text.
local function part_of(text, at, key)
  local ends = text:find("\n}", at, true) or #text
  return text:sub(at, ends):match("%f[%w_]" .. key .. "%s*=%s*\"([^\"\n]*)\"")
end

-- Neither are its provisions: without them nobody knew where its checks count,
-- nor at which places.
function stopped.provisions(file, layer, why)
  local list, starts = {}, source.new(file.text).starts
  for _, found in ipairs(source.declared(file.text) "provision") do
    if found.column == 1 then -- others are only spoken of
      local one = broken("provision", found, file, layer, why)
      local at = starts[found.line]
      one.body = { title = part_of(file.text, at, "title"),
        scope = part_of(file.text, at, "scope") }
      list[#list + 1] = one
    end
  end
  return list
end

return stopped
