-- Which gates of questions are known not to hold in a dossier, at each place, as the core
-- tells it step by step.

local core = require "core"
local need = require "describe.need"
local nodes = require "model.nodes"
local support = require "support.host"
local with_checks = require "program.with_checks"

local shut = {}

local STEPS <const> = 1 << 50

-- All gates of a model, those that are asked at a facility apart.
local function gates_of(alternatives)
  local gates, seen = { member = {}, facility = {} }, {}
  for _, one in pairs(alternatives) do
    for _, alternative in ipairs(one) do
      for _, gate in ipairs(alternative) do
        local _, at_facility = need.place_of(gate)
        local list = gates[at_facility and "facility" or "member"]
        if not seen[gate] then seen[gate], list[#list + 1] = true, gate end
      end
    end
  end
  return gates
end

-- A gate as a condition that has a place: of items, over their list.
local function asked(gate)
  local list = need.place_of(gate)
  return list and nodes.measure { kind = "every", list = list, children = { gate },
    text = gate.text } or gate
end

local function all_asked(gates)
  local list = {}
  for i, gate in ipairs(gates) do list[i] = asked(gate) end
  return list
end

-- The answers at one place: of the whole, and of each item.
local function answers_of(steps)
  local answers = { steps[1].answer }
  for _, step in ipairs(steps) do
    if step.depth == 1 and step.kind == "item" then answers[#answers + 1] = step.answer end
  end
  return answers
end

local function places_of(assess, text, check)
  local found, places = support.decode(assert(assess(text,
    { part = "steps", check = check }))).places, {}
  for i, place in ipairs(found) do places[i] = answers_of(place.parts[1].steps) end
  return places
end

-- A function of a dossier's text that gives one of a question's alternatives, the number
-- of a facility, and that of an item, or nil: whether some gate of each is known not to
-- hold there.
function shut.of(model, alternatives)
  local gates = gates_of(alternatives)
  local assess = core.compiled(with_checks.new(with_checks.new(model, "member",
    all_asked(gates.member), "member"), "facility", all_asked(gates.facility),
    "facility"), support.host)
  return function(text)
    local answers = {}
    support.host.refill(STEPS)
    for scope, list in pairs(gates) do
      for i, gate in ipairs(list) do
        answers[gate] = places_of(assess, text, scope .. "-" .. i)
      end
    end
    local function is_shut(gate, facility, item)
      local list, at_facility = need.place_of(gate)
      local place = answers[gate][at_facility and facility or 1]
      return place and place[list and item and 1 + item or 1] == "no"
        and (item or not list) or false
    end
    return function(alternative_list, facility, item)
      for _, alternative in ipairs(alternative_list) do
        local found = false
        for _, gate in ipairs(alternative) do
          found = found or is_shut(gate, facility, item)
        end
        if not found then return false end
      end
      return true
    end
  end
end

return shut
