-- Names in a declaration that mean nothing there.  Provisions, checks, facts,
-- lists, parameters and conditions are looked at when the rules are read; these
-- are the others.

local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

local shapes = {}

-- Words whose parts nobody looks at when the rules are read.
local WORDS <const> = { "disagreement", "findings", "hint", "pack", "point",
  "ratings" }

local function title_of(declaration)
  if declaration.name == declaration.word then return declaration.word end
  return ("%s \"%s\""):format(declaration.word, declaration.name)
end

local function look_at(c, declaration, layer)
  local word = declaration.word
  local allowed, kinds = declarations.KEYS[word], declarations.KINDS[word]
  for key in pairs(declaration.body) do
    if type(key) ~= "string" and not kinds["[integer]"] then
      c.add("L014", say("nameless-part", { what = title_of(declaration) }),
        { file = declaration.file, layer = layer, line = declaration.line })
    elseif type(key) == "string" and not nearest.is_in(key, allowed) then
      local near = nearest.find(key, allowed)
      c.add("L014", say("stranger-part", { it = key, near = near,
        what = title_of(declaration), allowed = allowed },
        near and "write-near"), { file = declaration.file, layer = layer,
        line = declaration.line, key = key })
    end
  end
  for _, key in ipairs(declarations.NEEDED[word]) do
    if declaration.body[key] == nil then
      c.add("L014", say("part-lacking", { what = title_of(declaration),
        key = key }), { file = declaration.file, layer = layer,
        line = declaration.line })
    end
  end
end

function shapes.look(c)
  for i, declared in ipairs(c.model.layers) do
    for _, word in ipairs(WORDS) do
      for _, declaration in ipairs(declared[word]) do
        if word ~= "pack" or i == 1 then
          look_at(c, declaration, declared.layer)
        end
      end
    end
  end
end

return shapes
