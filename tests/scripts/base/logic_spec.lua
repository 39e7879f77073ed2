local support = require "support.host"
local logic = require "base.logic"
assert(support)

local NA, MET, LAPSE, ABSENT = logic.NA, logic.MET, logic.LAPSE, logic.ABSENT
local NOTE = logic.NOTE
local SINGLES = { NA, MET, NOTE, LAPSE, ABSENT }

describe("logic", function()
  it("takes the worse of two for `all`, not applicable being neutral", function()
    assert.equal(MET, logic.worst[MET][NA])
    assert.equal(LAPSE, logic.worst[MET][LAPSE])
    assert.equal(ABSENT, logic.worst[LAPSE][ABSENT])
    assert.equal(NA, logic.worst[NA][NA])
  end)

  it("puts an observation between met and a lapse", function()
    assert.equal(NOTE, logic.worst[MET][NOTE])
    assert.equal(LAPSE, logic.worst[NOTE][LAPSE])
    assert.equal(NOTE, logic.worst[NA][NOTE])
  end)

  it("agrees with Kleene's three-valued logic", function()
    local T, F, U = MET, ABSENT, MET | ABSENT
    local truth = { [T] = 1, [F] = 0, [U] = 0.5 }
    for _, a in ipairs { T, F, U } do
      for _, b in ipairs { T, F, U } do
        assert.equal(math.min(truth[a], truth[b]), truth[logic.worst[a][b]])
      end
    end
  end)

  it("never loses a possibility: each join of sets holds every pair", function()
    for a = 1, logic.ANY do
      for b = 1, logic.ANY do
        for _, x in ipairs(SINGLES) do
          for _, y in ipairs(SINGLES) do
            if a & x ~= 0 and b & y ~= 0 then
              local worst = logic.worst[x][y]
              assert.equal(worst, logic.worst[a][b] & worst)
            end
          end
        end
      end
    end
  end)

  it("grows with its inputs, which is guarantee 3", function()
    for a = 1, logic.ANY do
      for more = 1, logic.ANY do
        local larger = a | more
        for b = 1, logic.ANY do
          assert.equal(logic.worst[a][b],
            logic.worst[a][b] & logic.worst[larger][b])
        end
      end
    end
  end)
end)
