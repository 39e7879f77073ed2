-- `every` and `any` against brute force: every way in which a small list could
-- really be, one by one.
local support = require "support.host"
local lists = require "model.lists"
local logic = require "base.logic"
assert(support)

local NA, MET, LAPSE, ABSENT = logic.NA, logic.MET, logic.LAPSE, logic.ABSENT

local LIST = { path = "people", scope = "facility", inner = "item" }

-- A list whose items carry their own masks for `where` and `expect`.
local function context(items, lo, hi)
  return { facility = { people = { items = items, extra_lo = lo,
    extra_hi = hi } }, item = {}, charge = function() end }
end
local where = { cost = 1, eval = function(ctx) return ctx.item.gate end }
local expect = { cost = 2, eval = function(ctx) return ctx.item.mask end }

-- The extent of a list in which everything is known: how many met, how many
-- short.
local function every_of(met, short)
  if met + short == 0 then return NA end
  if short == 0 then return MET end
  return met == 0 and short >= 2 and ABSENT or LAPSE
end

-- The singles one item may be: out (NA), met, or short.
local function item_options(item, gated)
  local options = {}
  local gate = gated and item.gate or MET
  if gate & ~MET ~= 0 or item.mask & NA ~= 0 then options[NA] = true end
  if gate & MET ~= 0 then
    if item.mask & MET ~= 0 then options[MET] = true end
    if item.mask & logic.SHORT ~= 0 then options[LAPSE] = true end
  end
  return options
end

local function brute(items, extras, gated)
  local found = 0
  local function walk(index, met, short)
    if index > #items then
      found = found | every_of(met, short)
      return
    end
    local options = items[index]
    if options[NA] then walk(index + 1, met, short) end
    if options[MET] then walk(index + 1, met + 1, short) end
    if options[LAPSE] then walk(index + 1, met, short + 1) end
  end
  local listed = items
  for count = extras[1], extras[2] do
    items = { table.unpack(listed) }
    for _ = 1, count do
      items[#items + 1] = { [MET] = true, [LAPSE] = true,
        [NA] = gated or nil }
    end
    walk(1, 0, 0)
  end
  return found
end

local MASKS = { MET, LAPSE, ABSENT, NA, MET | LAPSE, MET | NA, LAPSE | NA,
  MET | LAPSE | ABSENT, 15 }
local GATES = { MET, LAPSE, MET | LAPSE }

local function each_list(size, visit)
  local items = {}
  local function fill(index)
    if index > size then return visit(items) end
    for _, mask in ipairs(MASKS) do
      for _, gate in ipairs(GATES) do
        items[index] = { mask = mask, gate = gate }
        fill(index + 1)
      end
    end
  end
  fill(1)
end

describe("every", function()
  for _, gated in ipairs { false, true } do
    for _, extras in ipairs { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 0, 3 } } do
      it(("equals brute force, %s, %d to %d items not named"):format(
        gated and "with a where" or "without a where", extras[1], extras[2]),
        function()
          local node = lists.every(LIST, gated and where or nil, expect)
          local tried = 0
          for size = 0, 2 do
            each_list(size, function(items)
              local options = {}
              for i, item in ipairs(items) do
                options[i] = item_options(item, gated)
              end
              local got = node(context(items, extras[1],
                extras[2] == 3 and math.huge or extras[2]))
              local wanted = brute(options, extras, gated)
              tried = tried + 1
              if got ~= wanted then
                local shown = {}
                for i, item in ipairs(items) do
                  shown[i] = item.gate .. ":" .. item.mask
                end
                error(("items %s: got %d, wanted %d"):format(
                  table.concat(shown, " "), got, wanted))
              end
            end)
          end
          assert.is_true(tried > 700)
        end)
    end
  end

  it("over a complete empty list is not applicable, never met", function()
    assert.equal(NA, lists.every(LIST, nil, expect)(context({}, 0, 0)))
  end)

  it("over an open list is unknown unless a listed item settles it", function()
    local node = lists.every(LIST, nil, expect)
    assert.equal(15, node(context({}, 0, math.huge)))
    local short = node(context({ { mask = LAPSE } }, 0, math.huge))
    assert.equal(0, short & (MET | NA))
  end)
end)

describe("any", function()
  local node = lists.some(LIST, nil, expect)
  it("is met by one item, listed or not", function()
    assert.equal(MET, node(context({ { mask = MET }, { mask = LAPSE } }, 0, 0)))
    assert.equal(MET | ABSENT, node(context({ { mask = LAPSE } }, 0, math.huge)))
  end)
  it("of a complete list without one is wholly absent", function()
    assert.equal(ABSENT, node(context({ { mask = LAPSE } }, 0, 0)))
    assert.equal(ABSENT, node(context({}, 0, 0)))
  end)
end)

describe("count", function()
  it("gives the least and the greatest number", function()
    local node = lists.count(LIST, nil, expect)
    local lo, hi = node(context({ { mask = MET }, { mask = MET | LAPSE },
      { mask = LAPSE } }, 0, 0))
    assert.same({ 1, 2 }, { lo, hi })
    lo, hi = node(context({ { mask = MET } }, 0, math.huge))
    assert.same({ 1, math.huge }, { lo, hi })
  end)
end)
