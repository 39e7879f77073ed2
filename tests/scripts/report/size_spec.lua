-- A report is stored for years: how large it is beside its dossier.
local support = require "support.host"

local json = support.json
local readme = support.read_file(support.root .. "/README.md"):gsub("%s+", " ")
local runtime = support.open_builtin()

local MOST_TIMES <const> = 5
local MOST_FOR_A_FACILITY <const> = 40000 -- bytes

-- As the command prints it, and without white space, in thousands of bytes.
local SAID <const> = "large gold mine, as the library gives it, is (%d+) KB, ([%d.]+) times "
  .. "its dossier, and a facility that answers everything adds (%d+) KB.- it is (%d+) KB, "
  .. "([%d.]+) times, and a facility adds (%d+) KB"

local function large_mine()
  for _, sample in ipairs(support.samples()) do
    if sample.name == "large-gold-mine.json" then return sample.text end
  end
end

local function is_near(said, figure)
  assert.is_true(math.abs(figure / tonumber(said) - 1) < 0.03, ("README says %s, it is %.2f")
    :format(said, figure))
end

-- The bytes of the report on the large mine and `copies` more of its main facility:
-- without white space, and as the command prints it.
local function size_with(copies)
  local dossier = support.decode(large_mine())
  local items = dossier.facilities.items
  for i = 1, copies do
    local copy = support.copy(items[1])
    copy.id = copy.id .. "-" .. i + 1
    items[#items + 1] = copy
  end
  local _, text = assert(support.evaluate(runtime, json.write(dossier)))
  return #text, #assert(runtime.render(text, "json"))
end

describe("the size of a report", function()
  it("is at most five times that of a large dossier", function()
    local times = size_with(0) / #large_mine()
    assert.is_true(times <= MOST_TIMES, ("it is %.2f times"):format(times))
  end)
  it("is what README says of it, printed and without white space", function()
    local said = table.pack(readme:match(SAID))
    assert.equal(6, #said)
    local bytes, printed = size_with(0)
    local one, one_printed = size_with(1)
    local five, five_printed = size_with(5)
    local dossier = #large_mine()
    for i, figure in ipairs { bytes / 1000, bytes / dossier, (five - one) / 4000,
      printed / 1000, printed / dossier, (five_printed - one_printed) / 4000 } do
      is_near(said[i], figure)
    end
  end)
  it("grows by 40 KB at most with a facility that answers everything", function()
    local bytes = (size_with(5) - size_with(1)) // 4
    assert.is_true(bytes <= MOST_FOR_A_FACILITY, bytes .. " bytes")
  end)
end)
