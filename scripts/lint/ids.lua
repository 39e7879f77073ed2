-- Ids that are taken twice, or taken again after they were retired.

local check_ids = require "model.check_ids"

local ids = {}

local UNIQUE <const> = { "check", "provision", "point", "disagreement" }

local function at_of(declaration)
  return { file = declaration.file, layer = declaration.layer,
    line = declaration.line }
end

-- Where it is a check: with an id that is free.
local function cure(c, declaration, text)
  local provision = declaration.word == "check"
    and check_ids.provision(c.model, declaration.name)
  return provision and ("%s, such as %s."):format(text,
    check_ids.next(c.model, provision))
end

local function say_twice(c, first, declaration)
  if first.body.retired then
    c.add("L021", ("the id '%s' was retired (%s, line %d)"):format(
      declaration.name, first.file, first.line), at_of(declaration),
      cure(c, declaration, "Take an id that was never used"))
  else
    c.add("L020", ("%s '%s' is already declared in %s, line %d"):format(
      declaration.word, declaration.name, first.file, first.line),
      at_of(declaration), cure(c, declaration, "Give one of them an id that was "
      .. "never used"))
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
          c.add("L021", ("the id '%s' is given as a former id here, but %s, "
            .. "line %d has it too"):format(tostring(alias), holder.file,
            holder.line), { file = declaration.file, layer = layer.layer,
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
