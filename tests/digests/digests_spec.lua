-- A change of what the engine makes of dossiers is seen: digests of reports, by rules
-- that nobody edits, are those that were written down.

package.path = "tests/digests/?.lua;" .. package.path
local digests = require "digests"
local support = require "support.host"

local SHOWN <const> = 5

-- The first numbers of dossiers that come out otherwise, and how many do.
local function different(lines, written)
  local numbers, count = {}, 0
  for i, line in ipairs(lines) do
    if line ~= written[i] then
      count = count + 1
      if count <= SHOWN then numbers[count] = i end
    end
  end
  return table.concat(numbers, ", "), count
end

-- What must stand in some report, as patterns of Lua: each kind of sentence.
local SAID <const> = { "; %d+ on sick leave", "; %d+ off duty", "%d+ left out",
  ", untaught", "%d+ of them untaught", "more of the same kind", "And %d+ more",
  "Never met %(I%-%d%)%.", "Lacks y and z", "Lacks z", '"As stated: Met: ', "Expected that ",
  "Not so: ", "It applies only where ", "Only of no", "There is nothing here", "No law: ",
  "Of no flag%.", "None of %d", "Nobody", "record says that this does not apply: It was seen",
  "Only the auditor may decide", "answer is withheld",
  "contradicts itself on", "does not settle", "What is known does not",
  "%(and %d+ more questions%)", "%(and 1 more question%)", " %(I%-%d: on sick leave",
  '"As documented: ', '"Auditor%-verified: ', ", as stated", ", as documented", "Never done",
  "Over 12 months", "Who is ill", '"house_rating"', '"findings"', "Much is done without a flag" }

describe("Reports on generated dossiers", function()
  local reports, said = 0, {}
  local lines = digests.lines(function(text, is_report)
    if not is_report then return end
    reports = reports + 1
    for _, pattern in ipairs(SAID) do
      said[pattern] = said[pattern] or text:find(pattern) ~= nil
    end
  end)

  it("are those that were written down", function()
    local written = {}
    for line in support.read_file(digests.FILE):gmatch "[^\n]+" do
      written[#written + 1] = line
    end
    assert.equal(#written, #lines)
    local numbers, count = different(lines, written)
    assert.equal(0, count, ("%d of %d come out otherwise, of dossiers %s and so on.  Is "
      .. "that meant?  tests/digests/write.lua shows one, and writes them anew.")
      :format(count, #lines, numbers))
  end)
  it("are reports for the most part, and some mistakes", function()
    assert.is_true(reports > 2000 and reports < #lines, tostring(reports))
  end)
  it("hold sentences of each kind", function()
    local missing = {}
    for _, pattern in ipairs(SAID) do
      if not said[pattern] then missing[#missing + 1] = pattern end
    end
    assert.same({}, missing)
  end)
end)
