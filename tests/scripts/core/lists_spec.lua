-- `every`, `any` and counts against brute force: every way in which a small list could
-- really be, one by one.  Each is evaluated by the core, in a dossier.
local support = require "support.host"
local extents = require "support.extents"
local logic = require "base.logic"

local null = support.json.null
local NA, MET, LAPSE, ABSENT = logic.NA, logic.MET, logic.LAPSE, logic.ABSENT

-- An item is in the count where its `gate` is; it is not judged where it is not `asked`.
local FACTS <const> = [[
list "guards" { ask = "?", facts = {
  fact "gate" { type = "yes/no", ask = "?" },
  fact "asked" { type = "yes/no", ask = "?" },
  fact "level" { type = "choice", values = { "none", "partial", "full" }, ask = "?" },
} }
fact "t.number" { type = "count", ask = "?", from = count "guards" { "level is full" } }
]]
local JUDGED <const> = 'when "asked is yes" { "level is full" }'

-- What an item may say of each set of extents that it can be judged by.
local BITS <const> = { [MET] = "full", [LAPSE] = "partial", [ABSENT] = "none" }
local function level_of(mask)
  local few = {}
  for _, bit in ipairs { MET, LAPSE, ABSENT } do
    if mask & bit ~= 0 then few[#few + 1] = BITS[bit] end
  end
  if #few == 1 then return few[1] end
  return (#few == 2) and { one_of = few } or null
end

local function asked_of(mask)
  if mask & NA == 0 then return true end
  if mask == NA then return false end
  return null
end

local MASKS <const> = { MET, LAPSE, ABSENT, NA, MET | LAPSE, MET | NA, LAPSE | NA,
  MET | LAPSE | ABSENT, NA | MET | LAPSE | ABSENT }
local GATES <const> = { { true, MET }, { false, ABSENT }, { null, MET | ABSENT } }

local KINDS = {}
for _, mask in ipairs(MASKS) do
  for _, gate in ipairs(GATES) do
    KINDS[#KINDS + 1] = { mask = mask, gate = gate[2], said = { gate = gate[1],
      asked = asked_of(mask), level = level_of(mask) } }
  end
end

-- Every list of up to two items, each of any kind.
local LISTS = { {} }
for _, first in ipairs(KINDS) do
  LISTS[#LISTS + 1] = { first }
  for _, second in ipairs(KINDS) do LISTS[#LISTS + 1] = { first, second } end
end

-- Each list as a facility says it, with so many items more that are not named; 3 stands
-- for any number of them.
local function frames_of(lists, extras)
  local frames = {}
  for i, list in ipairs(lists) do
    local items = {}
    for k, item in ipairs(list) do items[k] = item.said end
    frames[i] = { guards = { items = items, complete = extras[2] == 0 or nil,
      count = extras[2] > 0 and extras[2] < 3 and #items + extras[2] or nil } }
  end
  return frames
end

-- ---- brute force --------------------------------------------------------

-- The singles one item may be: out (NA), met, or short.
local function options_of(item, gated)
  local options, gate = {}, gated and item.gate or MET
  if gate & ~MET ~= 0 or item.mask & NA ~= 0 then options[NA] = true end
  if gate & MET ~= 0 then
    if item.mask & MET ~= 0 then options[MET] = true end
    if item.mask & logic.SHORT ~= 0 then options[LAPSE] = true end
  end
  return options
end

-- The union of extent(met, short) over every way the items may be, and those not named.
local function brute(list, extras, gated, extent)
  local found, options = 0, {}
  local function walk(index, met, short)
    local one = options[index]
    if not one then
      found = found | extent(met, short)
      return
    end
    if one[NA] then walk(index + 1, met, short) end
    if one[MET] then walk(index + 1, met + 1, short) end
    if one[LAPSE] then walk(index + 1, met, short + 1) end
  end
  for i, item in ipairs(list) do options[i] = options_of(item, gated) end
  for count = 0, extras[2] do
    if count > 0 then
      options[#options + 1] = { [MET] = true, [LAPSE] = true, [NA] = gated or nil }
    end
    if count >= extras[1] then walk(1, 0, 0) end
  end
  return found
end

local function every_of(met, short)
  if met + short == 0 then return NA end
  if short == 0 then return MET end
  return met == 0 and short >= 2 and ABSENT or LAPSE
end

local function some_of(met) return met > 0 and MET or ABSENT end

local function shown(list)
  local texts = {}
  for i, item in ipairs(list) do texts[i] = item.gate .. ":" .. item.mask end
  return table.concat(texts, " ")
end

for _, kind in ipairs { { "every", every_of }, { "any", some_of } } do
  local word, extent = kind[1], kind[2]
  describe(word, function()
    for _, gated in ipairs { false, true } do
      local condition = ('%s "guards" { %s%s }'):format(word,
        gated and 'where = "gate is yes", ' or "", JUDGED)
      for _, extras in ipairs { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 0, 3 } } do
        it(("equals brute force, %s, %d to %d items not named"):format(
          gated and "with a where" or "without a where", extras[1], extras[2]),
          function()
            local masks = extents.by(FACTS, { condition })(frames_of(LISTS, extras))[1]
            for i, list in ipairs(LISTS) do
              assert.equal(brute(list, extras, gated, extent), masks[i], shown(list))
            end
            assert.is_true(#masks > 700)
          end)
      end
    end
  end)
end

describe("count", function()
  it("gives the least and the greatest number", function()
    local conditions = {}
    for least = 1, 3 do
      conditions[least] = ('"t.number is at least %d"'):format(least)
    end
    local by = extents.by(FACTS, conditions)
    local function given(list, extras)
      local masks = by(frames_of({ list }, extras))
      return { masks[1][1], masks[2][1], masks[3][1] }
    end
    local function item(mask) return { said = { level = level_of(mask) } } end
    assert.same({ MET, MET | LAPSE, LAPSE }, given({ item(MET), item(MET | LAPSE),
      item(LAPSE) }, { 0, 0 }))
    assert.same({ MET, MET | LAPSE, MET | LAPSE }, given({ item(MET) }, { 0, 3 }))
    assert.same({ LAPSE, LAPSE, LAPSE }, given({}, { 0, 0 }))
  end)
end)
