-- Dossiers made from a vocabulary by a seed: every shape that a fact, a list, a piece
-- of evidence or a record may have, and some that are wrong.  The same seed gives the
-- same dossier.

local nodes = require "model.nodes"
local evidence_kinds = require "base.evidence_kinds"
local registers = require "dossier.registers"
local shapes = require "generate_fact"
local targets = require "dossier.records.targets"

local generate = {}

local DAYS <const> = shapes.DAYS

-- ---- numbers by chance ---------------------------------------------------

-- random(n) is in 1..n; random.may(percent) is true that often.
local function new_random(seed)
  local state = (seed * 2654435761 + 12345) % 4294967296
  local random = setmetatable({}, { __call = function(_, n)
    state = (state * 1664525 + 1013904223) % 4294967296
    return state // 65536 % n + 1
  end })
  function random.may(percent) return random(100) <= percent end
  function random.of(list) return list[random(#list)] end
  return random
end

-- ---- the frames ----------------------------------------------------------

local function place(object, keys, value)
  for i = 1, #keys - 1 do
    object[keys[i]] = object[keys[i]] or {}
    object = object[keys[i]]
  end
  object[keys[#keys]] = value
end

local function put_facts(g, object, entries, scope, density)
  for _, entry in ipairs(entries) do
    if entry.scope == scope and entry.path ~= "facility.id"
      and entry.path ~= "assessment.date" and g.random.may(density) then
      place(object, entry.keys, shapes.fact(g, entry))
    end
  end
end

local function items_of(g, list)
  local items = g.json.array {}
  for i = 1, g.random(5) - 1 do
    items[i] = {}
    put_facts(g, items[i], list.ordered, "item", g.density)
    if list.entries.id then items[i].id = g.random.may(80) and "I-" .. i or nil end
  end
  return items
end

local function whole_list(g, list)
  local items, random = items_of(g, list), g.random
  local whole = { items = items, complete = random.may(60) or nil,
    note = random.may(10) and "A note" or nil,
    stated_by = random.may(20) and "Someone" or nil,
    evidence = random.may(30) and shapes.evidence_ids(g) or nil }
  if random.may(20) then whole.complete = false end
  if random.may(30) then whole.count = math.max(0, #items + random(4) - 2) end
  return whole
end

local function put_lists(g, object, scope)
  for _, list in ipairs(g.vocabulary.ordered_lists) do
    if list.scope == scope and g.random.may(50) then
      object[list.path] = g.random.may(30) and items_of(g, list)
        or whole_list(g, list)
    end
  end
end

local function facility_of(g, number)
  local facility = { id = "site-" .. number }
  put_facts(g, facility, g.vocabulary.ordered, "facility", g.density)
  put_lists(g, facility, "facility")
  return facility
end

local function facilities_of(g)
  local items = g.json.array {}
  for i = 1, g.random(5) - 1 do items[i] = facility_of(g, i) end
  g.facilities = items
  if g.random.may(30) then
    g.base = "/facilities/"
    return items
  end
  g.base = "/facilities/items/"
  return { items = items, complete = g.random.may(70),
    count = g.random.may(20) and #items or nil }
end

-- ---- registers ----------------------------------------------------------

local function evidence_of(g)
  local list, random = g.json.array {}, g.random
  for i = 1, random(7) - 1 do
    local id = "E-" .. i
    g.evidence[i] = id
    list[i] = { id = id, kind = random.of(evidence_kinds),
      title = random.may(80) and "Title " .. i or nil,
      date = random.may(80) and random.of(DAYS) or nil,
      collected_by = random.may(80) and random.of(registers.COLLECTORS) or nil,
      note = random.may(10) and "A note" or nil,
      draft = random.may(10) and random.may(70) or nil,
      ["x-own"] = random.may(10) and { 1, "two" } or nil }
  end
  return list
end

-- The pointer of some fact of a facility or of the Member.
local function some_fact(g)
  local entry = g.random.of(g.vocabulary.ordered)
  if entry.scope == "member" then return "/member" .. entry.suffix, entry end
  if entry.scope ~= "facility" or #g.facilities == 0 then return nil end
  return g.base .. g.random(#g.facilities) - 1 .. entry.suffix, entry
end

local function prompts_of(model)
  local list = {}
  local function add(id, ...) list[#list + 1] = { id = id, ... } end
  for _, provision in ipairs(model.provisions) do
    add(provision.id .. "/applies", "yes", "no")
  end
  for _, check in ipairs(model.checks) do
    if not check.broken and not check.retired then
      add(check.id .. "/applies", "yes", "no")
      if targets.has_extent(model, check) then
        add(check.id .. "/extent", "isolated", "systemic")
      end
      for _, condition in ipairs { check.applies or false, check.expect } do
        if condition then
          nodes.walk(condition, function(node)
            if node.kind == "auditor" then add(node.id, "yes", "no") end
          end)
        end
      end
    end
  end
  return list
end

local function speaks_of(g, record)
  local model, random = g.model, g.random
  local function named()
    local one = random.may(60) and random.of(model.checks) or random.of(model.provisions)
    record[one.checks and "provision" or "check"] = one.id
  end
  if record.kind == "judgement" and random.may(60) then
    local prompt = random.of(g.prompts)
    record.prompt, record.answer = prompt.id, random.of(prompt)
  elseif record.kind == "judgement" or record.kind == "attestation" then
    local pointer, entry = some_fact(g)
    if not pointer then return false end
    if record.kind == "attestation" then
      record.fact = pointer
    else
      record.prompt, record.answer = "fact:" .. pointer, shapes.plain(g, entry)
    end
  else
    named()
    if record.kind == "override" or random.may(50) then
      record.outcome = random.of(registers.OUTCOMES)
    end
  end
  return true
end

local SPOKEN <const> = { "kind", "prompt", "answer", "check", "provision", "fact",
  "outcome" }

-- Makes `record` speak of what an earlier one does, and supersede it.
local function supersede(old, record)
  for _, key in ipairs(SPOKEN) do record[key] = old[key] end
  record.supersedes, record.date = old.id, "2013-11-30"
  record.facility = record.facility and old.facility or not old.facility
    and record.facility or nil
end

local function record_of(g, number)
  local random = g.random
  return { id = "R-" .. number, kind = random.of(registers.RECORD_KINDS),
    by = "A. Auditor", authority = "lead auditor", why = "It was seen. ",
    ref = number % 3 == 0 and "WP-" .. number or nil,
    party = random.may(90) and "auditor" or "member",
    date = random.may(98) and DAYS[random(6)] or DAYS[7],
    from = random.may(10) and random.of(DAYS) or nil,
    ["until"] = random.may(10) and "2014-06-30" or nil,
    facility = random.may(30) and #g.facilities > 0
      and "site-" .. random(#g.facilities) or nil }
end

local function records_of(g)
  local list, random = g.json.array {}, g.random
  for i = 1, random.may(50) and random(8) or 0 do
    local record = record_of(g, i)
    if #list > 0 and random.may(15) then
      supersede(random.of(list), record)
      list[#list + 1] = record
    elseif speaks_of(g, record) then
      list[#list + 1] = record
    end
  end
  return list
end

local function findings_of(g)
  local list, random = g.json.array {}, g.random
  for i = 1, random.may(30) and random(3) or 0 do
    list[i] = { id = "F-" .. i, provision = random.of(g.model.provisions).id,
      rating = random.of(registers.FINDING_RATINGS), nature = "A gap",
      ref = i == 2 and "WP-2" or nil,
      by = "A. Auditor", party = random.of(registers.PARTIES),
      raised = random.may(50) and DAYS[1] or nil,
      due = random.may(50) and random.of(DAYS) or nil,
      action = random.may(50) and "Close it" or nil }
  end
  return list
end

-- ---- the whole ----------------------------------------------------------

local function all_facilities(g)
  local object = {}
  put_facts(g, object, g.vocabulary.ordered, "facility", g.density // 3)
  object.id, object.name = nil, nil
  if type(object.facility) == "table" then object.facility = nil end
  return object
end

local SLIPS <const> = {
  function(dossier) dossier.membr = {} end,
  function(dossier) dossier.member = { dossier.member } end,
  function(dossier) dossier.assessment.date = "30.11.2013" end,
  function(dossier) dossier.facilities = 3 end,
  function(dossier) dossier.evidence = { { id = "E-1" } } end,
  function(dossier) dossier.member.id = 7 end,
  function(dossier) dossier.format = "cop11.dossier/2" end,
}

-- The dossier of a seed as text.
function generate.dossier(model, seed, json)
  local random = new_random(seed)
  local g = { model = model, vocabulary = model.vocabulary, json = json,
    random = random, evidence = {}, density = random.of { 10, 30, 60, 95 },
    odd = random.of { 5, 20, 60 } }
  g.prompts = prompts_of(model)
  local dossier = { format = "cop11.dossier/1", evidence = evidence_of(g),
    assessment = {}, member = {} }
  put_facts(g, dossier.assessment, g.vocabulary.ordered, "assessment", 50)
  dossier.assessment.date = random.may(97) and "2013-11-30" or nil
  put_facts(g, dossier.member, g.vocabulary.ordered, "member", g.density)
  put_lists(g, dossier.member, "member")
  dossier.facilities = random.may(97) and facilities_of(g) or nil
  g.facilities = g.facilities or {}
  dossier.all_facilities = random.may(30) and all_facilities(g) or nil
  dossier.records, dossier.findings = records_of(g), findings_of(g)
  if random.may(4) then random.of(SLIPS)(dossier) end
  return json.write(dossier)
end

return generate
