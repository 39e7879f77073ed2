-- The core gives each check the same result at each place as Lua does: the set of
-- extents, what was found, the reason with its basis, what speaks against it.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local corpus = require "corpus"
local evaluating = require "evaluating"
local layers = require "layered"

-- Compares the results of a dossier; returns how many there are, and how many with a
-- house rating.
local function comparer(options)
  options.tolerant = true
  local model = support.open_builtin(options).model()
  local check = evaluating.comparer(model)
  return function(one)
    local list, house = check(one), 0
    for _, result in ipairs(list) do house = house + (result.house and 1 or 0) end
    return #list, house
  end, model
end

describe("The results of the core", function()
  local check, model = comparer {}

  it("are those of Lua for each sample", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
  end)

  it("are those of Lua for each example of the rules", function()
    for _, one in ipairs(corpus.examples(model)) do check(one) end
  end)

  it("are those of Lua for many generated dossiers", function()
    local count = 0
    for _, one in ipairs(corpus.generated(model, 1, 200)) do
      count = count + check(one)
    end
    assert.is_true(count > 10000)
  end)

  it("are those of Lua under layers, and so is the house rating", function()
    local layered, other = comparer { layers = layers }
    local changed = 0
    for _, list in ipairs { corpus.samples(), corpus.generated(other, 1, 60) } do
      for _, one in ipairs(list) do
        local _, house = layered(one)
        changed = changed + house
      end
    end
    assert.is_true(changed > 100)
  end)
end)
