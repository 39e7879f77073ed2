-- What a report says of the dossier stands in one order, whatever was found first.
local small = require "support.small"
local support = require "support.host"

local DISAGREEMENT <const> = [[
disagreement "flags" { facts = { "member.flag", "a.flag" },
  when = all { "member.flag is yes", "a.flag is no" }, because = "they differ" }
]]

-- Where a fact of the Member contradicts one of each facility, one by one.
local function places(count)
  local facilities = { complete = true, items = {} }
  for i = 1, count do
    facilities.items[i] = { id = "f" .. i, a = { flag = false } }
  end
  local runtime = assert(small.open(DISAGREEMENT .. small.check '"a.flag is yes"'))
  local report = assert(support.evaluate(runtime, small.dossier({},
    { facilities = facilities, member = { id = "M", flag = true } })))
  local list = {}
  for _, one in ipairs(report.problems) do
    if one.pointer == "/member/flag" then
      list[#list + 1] = table.concat(one.pointers, " ")
    end
  end
  return list
end

describe("problems of one fact with one text", function()
  it("stand in the order of their places", function()
    local list = places(40)
    assert.equal(40, #list)
    local sorted = table.move(list, 1, #list, 1, {})
    table.sort(sorted)
    assert.same(sorted, list)
  end)
end)
