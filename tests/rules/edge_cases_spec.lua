-- Every edge case of the domain's table, 1 to 65, is the title of one test, or
-- of one group of tests, beside this file: "edge case 17: ...".

local LAST <const> = 65

-- How often each number stands in a title of the file at `path`.
local function count_titles(path, into)
  local file <close> = assert(io.open(path))
  for number in file:read("a"):gmatch('%("edge case (%d+): %l') do
    into[tonumber(number)] = (into[tonumber(number)] or 0) + 1
  end
end

describe("the edge cases", function()
  it("are each titled once", function()
    local counted, expected = {}, {}
    for _, part in ipairs { "11_1", "11_2", "11_3", "11_4", "member",
      "providers" } do
      count_titles(("tests/rules/edge_cases_%s_spec.lua"):format(part), counted)
    end
    for number = 1, LAST do expected[number] = 1 end
    assert.same(expected, counted)
  end)
end)
