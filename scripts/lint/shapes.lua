-- Names in a declaration that mean nothing there.  Provisions, checks, facts,
-- lists, parameters and conditions are looked at when the rules are read; these
-- are the others.

local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

local shapes = {}

local KEYS <const> = {
  point = { "question", "says", "strength" },
  disagreement = { "because", "facts", "prompt", "scope", "when" },
  pack = { "edition", "needs", "notice", "source", "title", "version" },
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
      c.add("L014", say("nameless-part", { what = title_of(declaration) }),
        { file = declaration.file, layer = layer, line = declaration.line })
    elseif not nearest.is_in(key, allowed) then
      local near = nearest.find(key, allowed)
      c.add("L014", say("stranger-part", { it = key, near = near,
        what = title_of(declaration), allowed = allowed },
        near and "write-near"), { file = declaration.file, layer = layer,
        line = declaration.line, key = key })
    end
  end
  for _, key in ipairs(NEEDED[declaration.word] or {}) do
    if declaration.body[key] == nil then
      c.add("L014", say("part-lacking", { what = title_of(declaration),
        key = key }), { file = declaration.file, layer = layer,
        line = declaration.line })
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
