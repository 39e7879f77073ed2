-- Ids that are taken twice, or taken again after they were retired.

local check_ids = require "model.check_ids"

local say <const> = require "base.diagnostic".new

local ids = {}

local UNIQUE <const> = { "check", "provision", "point", "disagreement" }

local function at_of(declaration)
  return { file = declaration.file, layer = declaration.layer,
    line = declaration.line }
end

-- Where it is a check: an id that is free.
local function free_id(c, declaration)
  local provision = declaration.word == "check"
    and check_ids.provision(c.model, declaration.name)
  return provision and check_ids.next(c.model, provision) or nil
end

local function say_twice(c, first, declaration)
  local free = free_id(c, declaration)
  local args = { it = declaration.name, word = declaration.word,
    file = first.file, line = first.line, example = free }
  if first.body.retired then
    c.add("L021", say("id-retired", args, free and "take-new-id"),
      at_of(declaration))
  else
    c.add("L020", say("id-declared", args, free and "give-new-id"),
      at_of(declaration))
  end
end

-- Declarations of one word by name; tells those that come again.
local function gather(c, word)
  local first = {}
  for _, layer in ipairs(c.model.layers) do
    for _, declaration in ipairs(layer[word]) do
      local name = declaration.name
      if not first[name] then
        first[name] = declaration
      elseif word ~= "check" or declaration.layer == 0 then
        say_twice(c, first[name], declaration)
      end -- a layer's check was refused when it was read, with what to call it
    end
  end
  return first
end

-- Former ids of checks.
local function look_at_aliases(c, checks)
  local former = {}
  for _, layer in ipairs(c.model.layers) do
    for _, declaration in ipairs(layer.check) do
      local aliases = declaration.body.aliases
      for _, alias in ipairs(type(aliases) == "table" and aliases or {}) do
        local holder = checks[alias] or former[alias]
        if holder then
          c.add("L021", say("former-id", { it = tostring(alias),
            file = holder.file, line = holder.line }),
            { file = declaration.file, layer = layer.layer,
            line = declaration.line, key = "aliases" })
        end
        former[alias] = declaration
      end
    end
  end
end

function ids.look(c)
  local first = {}
  for _, word in ipairs(UNIQUE) do first[word] = gather(c, word) end
  look_at_aliases(c, first.check)
end

return ids
