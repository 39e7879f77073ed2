-- Each part of the table of declarations has all that belongs to one.
local support = require "support.host"
local declarations = require "pack.declarations"
local language = require "pack.language"
local parts = require "pack.parts"

local README <const> = support.read_file(support.root .. "/rules/README.md")
-- A value that is of no kind but "any" and "condition".
local WRONG <const> = { text = 3, texts = { 3 }, flag = "yes", number = "3",
  titles = 3, list = "x", facts = { 3 }, row = 3 }

describe("a declaration", function()
  for _, name in ipairs(declarations.ORDER) do
    local declared = declarations.ALL[name]
    it(name .. " is a word of rules", function()
      local known = {}
      for _, word in ipairs(language.names()) do known[word] = true end
      assert.is_true(known[name])
      assert.is_string(declared.says)
      if declared.in_layer == "never" then assert.is_string(declared.instead) end
    end)

    for _, part in ipairs(declared.parts) do
      it(name .. " has the part " .. part[1], function()
        assert.is_string(declarations.type_of(part))
        assert.truthy(part[3] or part[2] == "row")
        assert.truthy(part[1] == "[integer]"
          or README:find("%f[%w_]" .. part[1] .. "%f[^%w_]"), part[1])
      end)

      local wrong = WRONG[part[2]]
      if wrong ~= nil then
        it(name .. " holds its part to its kind: " .. part[1], function()
          local says = parts.problem { word = name, name = "a.b",
            body = { [part[1]] = wrong } }
          assert.equal("part-kind", says and says.code)
          assert.equal(part[1], says.args.it)
        end)
      end
    end
  end
end)
