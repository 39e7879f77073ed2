-- Behind which gates the questions of a dossier stand, and which of these are known not to
-- hold at a facility of a kind, whatever else may become known.

local core = require "core"
local dates = require "base.dates"
local nearest = require "base.nearest"
local need = require "describe.need"
local outcomes = require "base.outcomes"
local rows = require "report.rows"
local with_checks = require "program.with_checks"

local gates = {}

local FORMAT <const> = "cop11.dossier/1"
local GATE <const> = "gate" -- what the core calls one, with its number
local ANY_DAY <const> = "2013-11-30"
local DEPTH <const> = 64

-- When the answer to each question can matter (describe/need.lua), by its fact or list.
function gates.of(uses)
  local alternatives = {}
  for target, use in pairs(uses) do
    alternatives[target] = need.alternatives(target, use)
  end
  return alternatives
end

-- The gates behind which some question stands, each once; of one that speaks of an item
-- nothing is known while there is none, so it is left out.
local function each_once(alternatives)
  local list, seen = {}, {}
  for _, one in pairs(alternatives) do
    for _, alternative in ipairs(one) do
      for _, gate in ipairs(alternative) do
        if not seen[gate] and not need.place_of(gate) then
          seen[gate], list[#list + 1] = true, gate
        end
      end
    end
  end
  table.sort(list, function(a, b) return a.text < b.text end)
  return list
end

-- The report on a dossier in which nothing is known but the kinds of the facilities, with
-- the gates as checks.
local function report_on(model, facilities, day, host)
  local items = {}
  for i, one in ipairs(facilities) do
    items[i] = { id = one.id, kind = one.kinds and host.json.array(one.kinds) }
  end
  local text = host.json.write { format = FORMAT, facilities = host.json.array(items) }
  return (host.json.read((core.compiled(model, host)(text,
    { as_of = dates.parse(day or ANY_DAY) })), DEPTH))
end

-- By facility and gate, whether it is known not to hold; `asked`: the day, if any, and the
-- facilities, each { id, kinds }.
function gates.closed(model, alternatives, asked, host)
  local list, of, closed = each_once(alternatives), {}, {}
  for i, gate in ipairs(list) do of[GATE .. "-" .. i] = gate end
  for _, one in ipairs(asked.facilities) do closed[one.id] = {} end
  local report = report_on(with_checks.new(model, GATE, list, "facility"),
    asked.facilities, asked.day, host)
  rows.each(report, function(row)
    local gate = of[row.check]
    if gate then
      closed[row.facility][gate] = not nearest.is_in(outcomes.CONFORMANCE, row.range)
    end
  end)
  return closed
end

-- Whether the answer to a question with these alternatives may matter to some check.
function gates.may_apply(alternatives, closed)
  if not alternatives then return true end
  for _, alternative in ipairs(alternatives) do
    local open = true
    for _, gate in ipairs(alternative) do open = open and not closed[gate] end
    if open then return true end
  end
  return false
end

return gates
