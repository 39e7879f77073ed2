-- Every code of lint is explained, and the rules shown with it are told and not
-- told as they are said to be.
local support = require "support.host"
local codes = require "lint.codes"
local explain_code = require "lint.explain_code"
local render_code = require "render.code"

-- The pack's words, and of its checks the first two: more would only take time.
local function words_of_the_pack()
  local files = {}
  for _, one in ipairs(support.builtin_files()) do
    if one.path == "provisions/11.2.lua" then
      one.text = one.text:match '^(.-)\ncheck "11%.2%.3"'
    end
    if not one.path:find "^provisions/" or one.path == "provisions/11.2.lua" then
      files[#files + 1] = one
    end
  end
  return files
end

local WORDS <const> = words_of_the_pack()

local function files_with(text)
  local files = { { path = "zz.examples.lua", text = text } }
  table.move(WORDS, 1, #WORDS, 2, files)
  table.sort(files, function(a, b) return a.path < b.path end)
  return files
end

local function lint(code, text)
  local options = { tolerant = true }
  if code:find "^L07" then
    options.layers = { { name = "ours", files = { { path = "zz.examples.lua",
      text = text } } } }
    text = ""
  elseif code == "L006" then
    local path = text:match "zz%S+%.txt"
    options.passed_over = path and { path = path, count = 1 }
  end
  return support.decode(assert(support.open_files(files_with(text),
    options)).lint()).diagnostics
end

local function gives(code, text)
  for _, d in ipairs(lint(code, text)) do
    if d.code == code and d.file:find "zz.examples.lua" then return true end
  end
  return false
end

describe("the explanation of", function()
  local names = {}
  for name in pairs(codes) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    it(name .. " shows the slip and the same rule without it", function()
      local code = assert(explain_code.one(nil, name))
      assert.is_true(gives(name, code.wrong), "is not given for wrong")
      assert.is_false(gives(name, code.right), "is given for right")
    end)
  end

  it("a code in small letters is found", function()
    assert.equal("L001", explain_code.one(nil, "l001").code)
  end)
  it("no code is refused, with the nearest", function()
    local none, problem = explain_code.one(nil, "L0011")
    assert.is_nil(none)
    assert.truthy(problem:find("did you mean 'L001'", 1, true))
  end)
  it("a code reads well as text", function()
    local text = render_code.one { code = "L9", severity = "error",
      says = "It is so.", cure = "Mend it.", wrong = "a\n", right = "b\n\27c\n" }
    assert.equal("L9 (error) It is so.\n\nMend it.\n\nSO IT IS TOLD\n\n    a\n\n"
      .. "SO IT IS NOT\n\n    b\n    \u{FFFD}c\n", text)
  end)
  it("all codes lists each with its meaning", function()
    local text = render_code.all(explain_code.all(nil, support.host))
    for _, name in ipairs(names) do
      assert.truthy(text:find("  " .. name .. "  ", 1, true), name)
    end
  end)
end)
