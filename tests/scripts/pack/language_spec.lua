-- What a rule file can see: the words of the language and nothing else.
local support = require "support.host"
local language = require "pack.language"

local function environment(sink)
  return language.environment(sink or function() end, support.host)
end

-- The names that an environment knows, behind its frozen front.
local function words_of(env)
  local index = debug.getmetatable(env).__index
  for i = 1, 9 do
    local name, value = debug.getupvalue(index, i)
    if name == "words" then return value end
  end
end

local function run(text, env)
  local chunk = assert(support.host.load(text, "@rule.lua", env))
  return support.host.author(chunk)
end

describe("a rule file sees", function()
  it("these words and no other", function()
    local names = {}
    for name in pairs(words_of(environment())) do names[#names + 1] = name end
    table.sort(names)
    assert.same({ "advise", "all", "any", "auditor", "check", "compute", "count",
      "disagreement", "every", "examples", "fact", "findings", "hint", "latest",
      "list", "math", "narrow", "none", "pack", "parameter", "point", "provision",
      "ratings", "reading", "release", "switch_off", "unnoticed", "when" }, names)
  end)

  it("nothing of Lua's libraries but five functions of math", function()
    for name in pairs(_G) do
      local ok, message = run("return " .. name, environment())
      if name ~= "math" then
        assert.is_false(ok, name)
        assert.matches("the word '" .. name .. "' is not known", message, 1, true)
      end
    end
    for name, value in pairs(math) do
      local _, found = run("return math." .. name, environment())
      local given = name == "abs" or name == "ceil" or name == "floor"
        or name == "max" or name == "min"
      assert.equal(given and value or nil, found, name)
    end
  end)
end)

describe("the environment of a rule file", function()
  it("cannot be written to, nor can math", function()
    for _, text in ipairs { "b = 1", "check = 1", "math = 1", "math.floor = 1",
      "math.mine = 1", "_ENV.b = 1" } do
      local ok, message = run(text, environment())
      assert.is_false(ok, text)
      assert.matches("cannot be set", message, 1, true)
    end
  end)
  it("has a metatable that cannot be had", function()
    assert.equal("frozen", getmetatable(environment()))
    assert.equal("frozen", getmetatable(environment().math))
  end)
  it("is a fresh one for each file", function()
    local first, second = environment(), environment()
    assert.not_equal(first, second)
    assert.not_equal(first.math, second.math)
    assert.not_equal(first.check, second.check)
  end)
  it("gives words that keep nothing from one file to the next", function()
    local taken = {}
    local function sink(declaration) taken[#taken + 1] = declaration end
    assert.is_true(run('fact "a" { type = "count" }', environment(sink)))
    assert.is_true(run('fact "b" {}', environment(function() end)))
    assert.equal(1, #taken)
  end)
end)
