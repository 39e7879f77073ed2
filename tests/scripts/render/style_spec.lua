-- Sheets that name no side serve a language written from the right as well.

local support = require "support.host"

local SHEETS <const> = { "scripts/render/style.lua", "plugin/form/style.css" }
local SIDED <const> = { "%-left%s*:", "%-right%s*:", "%f[%w-]left%s*:", "%f[%w-]right%s*:",
  "text%-align%s*:%s*left", "text%-align%s*:%s*right" }

-- `margin: 0 1rem 0 0` in one line: its second and fourth length differ.
local function lopsided(sheet)
  for name, lengths in sheet:gmatch "(%a+)%s*:%s*([^;{}]+)" do
    local sides = {}
    for length in lengths:gmatch "%S+" do sides[#sides + 1] = length end
    if (name == "margin" or name == "padding") and #sides == 4 and sides[2] ~= sides[4] then
      return name .. ": " .. lengths
    end
  end
end

-- What lies in the margins of a sheet of paper stands there in every language.
local function without_paper(sheet)
  return (sheet:gsub("@page %b{}", ""))
end

describe("the style of a page", function()
  for _, path in ipairs(SHEETS) do
    it("names no side in " .. path, function()
      local sheet = without_paper(support.read_file(support.root .. "/" .. path))
      for _, sided in ipairs(SIDED) do assert.is_nil(sheet:match(sided)) end
      assert.is_nil(lopsided(sheet))
    end)
  end
end)
