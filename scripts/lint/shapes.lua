-- Names in a declaration that mean nothing there.  Provisions, checks, facts,
-- lists, parameters and conditions are looked at when the rules are read; these
-- are the others.

local nearest = require "base.nearest"

local shapes = {}

local KEYS <const> = {
  point = { "question", "says", "strength" },
  disagreement = { "because", "facts", "prompt", "scope", "when" },
  pack = { "edition", "needs", "notice", "sections", "source", "title",
    "version" },
  ratings = { "background", "beyond", "could", "must", "shall", "should",
    "source" },
}
local NEEDED <const> = {
  point = { "says" },
  disagreement = { "because", "facts", "when" },
  pack = { "edition", "notice", "title", "version" },
}

local function title_of(declaration)
  if declaration.name == declaration.word then return declaration.word end
  return ("%s \"%s\""):format(declaration.word, declaration.name)
end

local function look_at(c, declaration, layer)
  local allowed = KEYS[declaration.word]
  for key in pairs(declaration.body) do
    if type(key) ~= "string" then
      c.add("L014", ("a value without a name stands in %s"):format(
        title_of(declaration)), { file = declaration.file, layer = layer,
        line = declaration.line }, "Write a name and = in front of it.")
    elseif not nearest.is_in(key, allowed) then
      local best = nearest.find(key, allowed)
      c.add("L014", ("'%s' is not part of %s"):format(key,
        title_of(declaration)), { file = declaration.file, layer = layer,
        line = declaration.line, key = key }, best
        and ("Write %s."):format(best)
        or "Write one of: " .. table.concat(allowed, ", ") .. ".")
    end
  end
  for _, key in ipairs(NEEDED[declaration.word] or {}) do
    if declaration.body[key] == nil then
      c.add("L014", ("%s has no %s"):format(title_of(declaration), key),
        { file = declaration.file, layer = layer, line = declaration.line },
        ("Write %s = ... in its braces."):format(key))
    end
  end
end

function shapes.look(c)
  for i, declared in ipairs(c.model.layers) do
    for word in pairs(KEYS) do
      for _, declaration in ipairs(declared[word]) do
        if word ~= "pack" or i == 1 then
          look_at(c, declaration, declared.layer)
        end
      end
    end
  end
end

return shapes
