-- What a generated dossier says of one fact; see generate.lua.

local shapes = {}

-- Around the day of the assessment, 2013-11-30.
shapes.DAYS = { "2010-02-28", "2012-02-29", "2012-11-30", "2013-05-31", "2013-11-29",
  "2013-11-30", "2013-12-01", "2014-03-01" }
local PARTS <const> = { "2013", "2013-10", "2012-02", "2014" }

-- ---- plain values --------------------------------------------------------

local plain = {}

plain["yes/no"] = function(g) return g.random.may(65) end
function plain.choice(g, entry) return g.random.of(entry.values) end

function plain.choices(g, entry)
  if entry.may_be_none and g.random.may(10) then return "none" end
  local list = g.json.array {}
  for _, value in ipairs(entry.values) do
    if g.random.may(60) then list[#list + 1] = value end
  end
  if #list == 0 and g.random.may(80) then list[1] = g.random.of(entry.values) end
  return list
end

function plain.count(g, entry)
  return math.max(entry.least or 0, g.random(6) - 1)
end

function plain.number(g, entry)
  local number = g.random(9) - 1 + (g.random.may(30) and 0.5 or 0)
  return math.min(math.max(number, entry.least or number), entry.most or number)
end
plain.percent = plain.number

function plain.months(g, entry)
  if entry.may_be_none and g.random.may(20) then return "none-stated" end
  return math.max(entry.least or 1, g.random.of { 1, 6, 12, 24 })
end

function plain.date(g, entry)
  if entry.may_be_never and g.random.may(15) then return "never" end
  if entry.path ~= "assessment.date" and g.random.may(20) then
    return g.random.of(PARTS)
  end
  return g.random.of(shapes.DAYS)
end

function plain.text(g, entry)
  if entry.is_country then return g.random.of { "ZA", "CH", "IN" } end
  return g.random.of { "Ann", "Bo", "A longer text, with more words", "Ü-Ö" }
end

function shapes.plain(g, entry) return plain[entry.type](g, entry) end

-- ---- evidence -----------------------------------------------------------

function shapes.evidence_ids(g)
  local list = g.json.array {}
  for _, id in ipairs(g.evidence) do
    if g.random.may(50) then list[#list + 1] = id end
  end
  return list
end

local function legs(g, entry, value)
  local list = shapes.evidence_ids(g)
  for i, id in ipairs(list) do
    if g.random.may(40) then
      local says = g.random.may(70) and value or plain[entry.type](g, entry)
      list[i] = { id = id, says = g.random.may(80) and says or nil,
        supports = g.random.may(20) and g.random.of { "for", "against" } or nil }
    end
  end
  return list
end

-- ---- parts of a value ----------------------------------------------------

local function two(g, entry)
  local a, b = plain[entry.type](g, entry), plain[entry.type](g, entry)
  if type(a) ~= type(b) or a == "never" or b == "never" or a == "none-stated" then
    return a, nil
  end
  if b < a then a, b = b, a end
  return a, b
end

local function bounds(g, entry, answer)
  local a, b = two(g, entry)
  if a == "none-stated" then answer.value = a return end
  if a == "never" then answer.at_most = "2013-06-30" return end
  answer.at_least = g.random.may(70) and a or nil
  answer.at_most = (answer.at_least == nil or g.random.may(50)) and b or nil
  if not answer.at_least and not answer.at_most then answer.at_least = a end
end

local partly = { date = bounds, number = bounds, percent = bounds, months = bounds }

function partly.count(g, entry, answer)
  if g.random.may(60) then return bounds(g, entry, answer) end
  if g.random.may(50) then
    answer.share = g.random.of { "all", "some", "none" }
  else
    answer.percent = g.random.of { 0, 12.5, 33, 33.3, 50, 60, 100 }
  end
end

function partly.choice(g, entry, answer)
  answer.one_of = g.json.array { g.random.of(entry.values), g.random.of(entry.values) }
end

function partly.choices(g, entry, answer)
  answer.includes = plain.choices(g, entry)
end

-- ---- envelopes ----------------------------------------------------------

local function say(g, entry, answer)
  local part = partly[entry.type]
  if part and g.random.may(35) then
    part(g, entry, answer)
  else
    answer.value = plain[entry.type](g, entry)
  end
end

local function say_state(g, entry, answer)
  local state = g.random.of { "unknown", "withheld", "conflicting", "known",
    "not_applicable" }
  if state == "not_applicable" and not entry.na_when then state = "withheld" end
  answer.state = state
  if state == "withheld" then
    answer.withheld_reason = "It is secret"
  elseif state == "not_applicable" then
    answer.na_reason = "There is none"
  elseif state == "known" then
    say(g, entry, answer)
  end
end

local function add_words(g, answer)
  local random = g.random
  answer.why = random.may(30) and "Since it is so" or nil
  answer.note = random.may(15) and "A note" or nil
  answer.stated_by = random.may(15) and "The manager" or nil
  answer.set_by = random.may(10) and random.of { "member", "law", "other" } or nil
end

local function finding(g, entry)
  local answer = { by = "A. Auditor", date = g.random.of(shapes.DAYS) }
  if g.random.may(20) then answer.state = "unknown" else say(g, entry, answer) end
  if g.random.may(60) then answer.evidence = legs(g, entry, answer.value) end
  answer.why = g.random.may(20) and "Seen on site" or nil
  return answer
end

local function envelope(g, entry)
  local answer, random = {}, g.random
  if random.may(25) then say_state(g, entry, answer) else say(g, entry, answer) end
  add_words(g, answer)
  if #g.evidence > 0 and random.may(60) then
    answer.evidence = legs(g, entry, answer.value)
  end
  if random.may(20) then answer.auditor = finding(g, entry) end
  return answer
end

-- What is said of `entry`: a plain value, nothing, or an envelope.
function shapes.fact(g, entry)
  if not g.random.may(g.odd) then
    if entry.needs_why and g.random.may(70) then
      return { value = plain[entry.type](g, entry), why = "Since it is so" }
    end
    return plain[entry.type](g, entry)
  end
  if g.random.may(8) then
    return g.random.of { g.json.null, "unknown", "not_assessed", {} }
  end
  return envelope(g, entry)
end

return shapes
