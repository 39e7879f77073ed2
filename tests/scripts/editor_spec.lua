-- The definitions by which an editor completes rules.
local small_pack = require "support.small_pack"
local support = require "support.host"
local language = require "language"
local parts = require "parts"
local checks = require "checks"

local function definitions(runtime)
  local found = support.decode(assert(runtime.describe "editor"))
  return table.concat(found.lines, "\n") .. "\n"
end

local function holds(text, part)
  assert.truthy(text:find(part, 1, true), part)
end

describe("the definitions for editors", function()
  local text = definitions(support.open_builtin { tolerant = true })

  it("are Lua that says at its head what it is", function()
    assert.truthy(load(text, "=definitions", "t", {}))
    assert.equal("---@meta cop11\n", text:sub(1, 15))
  end)
  it("declare each word of the language", function()
    local env = {}
    load(text, "=definitions", "t", env)()
    for _, word in ipairs(language.WORDS) do
      if word ~= "math" then assert.equal("function", type(env[word]), word) end
    end
  end)
  it("name each part that the words of declarations take", function()
    for word, kinds in pairs(parts.PARTS) do
      local class = text:match("%-%-%-@class cop11%." .. word .. "%.parts\n(.-)\n\n")
      for key in pairs(kinds) do holds(class, "---@field " .. key .. "? ") end
      for _, key in ipairs(word == "check" and checks.KEYS or {}) do
        holds(class, "---@field " .. key .. "? ")
      end
    end
  end)
  it("hold each fact with its question, and the sentences on it", function()
    local vocabulary = support.open_builtin({ tolerant = true }).model()
      .vocabulary
    for _, entry in ipairs(vocabulary.ordered) do
      holds(text, ('---| "%s" # %s\n'):format(entry.path, entry.ask))
    end
    holds(text, '---| "arms.used is yes" # ')
    holds(text, '---| "facility.kind includes mine" # ')
  end)
  it("hold lists, parameters, points and checks", function()
    holds(text, '---| "facilities" # ')
    holds(text, '---| "people" # ')
    holds(text, '---| "icoc.reading" # ')
    holds(text, '---| "P11.2-10" # ')
    holds(text, '---| "11.2.13" # Everyone armed is trained for it\n')
  end)
  it("cannot be broken out of by what a pack says", function()
    local evil = definitions(small_pack.open("facts.lua", "Are the doors locked?",
      "Are they?\\nos.exit(1) --"))
    holds(evil, '---| "doors.locked" # Are they? os.exit(1) --\n')
  end)
  it("are the same each time", function()
    assert.equal(text, definitions(support.open_builtin { tolerant = true }))
  end)
end)

describe("luacheck", function()
  it("knows the words of rules, and no others", function()
    local env = { files = {} }
    assert(loadfile(".luacheckrc", "t", env))()
    assert.same(language.WORDS, env.files.rules.read_globals)
    assert.equal(env.files.rules, env.files["tests/layers"])
  end)
end)

describe("the settings of the language server", function()
  it("are JSON that names the folder of the definitions", function()
    local file = assert(io.open ".luarc.json")
    local settings = support.decode(file:read "a")
    file:close()
    assert.same({ ".luals" }, settings.workspace.library)
  end)
end)
