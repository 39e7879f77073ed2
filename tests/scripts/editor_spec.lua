-- The definitions by which an editor completes rules.
local small_pack = require "support.small_pack"
local support = require "support.host"
local kinds = require "pack.kinds"
local language = require "pack.language"
local declarations = require "pack.declarations"
local sentence = require "pack.sentence"
local words = require "editor.words"

local function definitions(runtime)
  local found = support.decode(assert(runtime.describe "editor"))
  return table.concat(found.lines, "\n") .. "\n"
end

local function holds(text, part)
  assert.truthy(text:find(part, 1, true), part)
end

-- The words, and what else a rule file sees.
local WORDS <const> = language.names()
WORDS[#WORDS + 1] = "math"
table.sort(WORDS)

describe("the definitions for editors", function()
  local text = definitions(support.open_builtin { tolerant = true })

  it("are Lua that says at its head what it is", function()
    assert.truthy(load(text, "=definitions", "t", {}))
    assert.equal("---@meta cop11\n", text:sub(1, 15))
  end)
  it("declare each word of the language", function()
    local env = {}
    load(text, "=definitions", "t", env)()
    for _, word in ipairs(WORDS) do
      if word ~= "math" then assert.equal("function", type(env[word]), word) end
    end
  end)
  it("name each part that the words of declarations take", function()
    for word, kind_of in pairs(declarations.KINDS) do
      local class = text:match("%-%-%-@class cop11%." .. word
        .. "%.parts\n(.-)\n\n")
      for key in pairs(kind_of) do
        holds(class, "---@field " .. (key == "[integer]" and key or key .. "?")
          .. " ")
      end
    end
    local check = text:match "%-%-%-@class cop11%.check%.parts\n(.-)\n\n"
    local named = {}
    for key in check:gmatch "%-%-%-@field (%w[%w_]*)%?" do
      named[#named + 1] = key
    end
    table.sort(named)
    assert.same(declarations.KEYS.check, named)
  end)
  it("give each part the type that rules are held to", function()
    local typed = { text = "^[\"%w_@|]+$", flag = "^boolean$", number = "^number$",
      texts = "%[%]$", titles = "^table<string, string>$", row = "^@row$",
      list = "%[%]$", facts = "^table%[%]$" }
    for word, kind_of in pairs(declarations.KINDS) do
      for _, part in ipairs(words.DECLARING[word][3]) do
        local kind = kind_of[part[1]]
        assert.truthy(not typed[kind] or part[2]:find(typed[kind]),
          word .. "." .. part[1])
      end
    end
  end)
  it("say what each word and each part means", function()
    for word, known in pairs(words.DECLARING) do
      holds(text, ("---%s\n"):format(known[1]))
      for _, part in ipairs(known[3]) do
        assert.truthy(part[3] or part[2] == "@row", word .. "." .. part[1])
      end
    end
    for _, known in pairs(kinds.WORDS) do
      holds(text, ("---%s\n"):format(known[1]))
    end
  end)
  it("define every type that they use", function()
    for name in text:gmatch "cop11%.([%w_.]+)" do
      assert.truthy(text:find("@class cop11." .. name .. "\n", 1, true)
        or text:find("@alias cop11." .. name .. "\n", 1, true)
        or text:find("@alias cop11." .. name .. " ", 1, true), name)
    end
  end)
  it("hold each fact with its question and the answers it allows", function()
    local facts = support.decode(assert(support.open_builtin { tolerant = true }
      .describe "facts")).facts
    assert.truthy(#facts > 100)
    for _, fact in ipairs(facts) do
      holds(text, ('---| "%s" # %s ('):format(fact.fact, fact.ask))
    end
    holds(text, '---| "conduct.known_by_personnel" # Asked in interviews, do '
      .. "security personnel know what conduct is expected of them? (one of "
      .. "yes, mixed, no)\n")
    holds(text, '---| "arms.armed_count" # How many security personnel are '
      .. "armed? (a count of persons)\n")
    holds(text, '---@field ["arms.used"]? any Are any security personnel armed '
      .. "here, with any kind of weapon? (yes or no)\n")
  end)
  it("hold sentences, each of which can stand in a rule", function()
    holds(text, '---| "arms.used is yes" # ')
    holds(text, '---| "facility.kind includes mine" # ')
    local block = text:match "@alias cop11%.sentence\n(.-)\n\n"
    local count = 0
    for line in block:gmatch "[^\n]+" do
      assert.truthy(sentence.parse(line:match '^%-%-%-| "([^"]+)" # '), line)
      count = count + 1
    end
    assert.truthy(count > 200)
  end)
  it("invent no limits", function()
    assert.falsy(text:find "is at least [2-9]")
    assert.falsy(text:find "is at most")
  end)
  it("hold lists, parameters, points, checks and outcomes", function()
    holds(text, '---| "facilities" # ')
    holds(text, '---| "people" # ')
    holds(text, '---| "icoc.reading" # ')
    holds(text, '---| "P11.2-10" # ')
    holds(text, '---| "11.2.13" # Everyone armed is trained for it\n')
    holds(text, '---| "minor-nonconformance"\n')
  end)
  it("cannot be broken out of by what a pack says", function()
    local evil = definitions(small_pack.open("facts.lua", "Are the doors locked?",
      "Are they?\\nos.exit(1) --"))
    holds(evil, '---| "doors.locked" # Are they? os.exit(1) -- (yes or no)\n')
  end)
  it("are the same each time", function()
    assert.equal(text, definitions(support.open_builtin { tolerant = true }))
  end)
end)

describe("luacheck", function()
  it("knows the words of rules, and no others", function()
    local env = { files = {} }
    assert(loadfile(".luacheckrc", "t", env))()
    assert.same(WORDS, env.files.rules.read_globals)
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
