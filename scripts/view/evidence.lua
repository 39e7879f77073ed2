-- The oldest evidence that an outcome under a shall or must rests on: how far
-- back the firmest part of a report looks.

local dates = require "base.dates"
local is_in = require("base.nearest").is_in
local plain = require "base.plain"
local view_ids = require "view.ids"

local view_evidence = {}

local FIRM <const> = { shall = true, must = true }
local SETTLED <const> = { major = true, minor = true, observation = true,
  conforming = true, not_applicable = true }

-- Ids of evidence -> the settled shall and must checks that rest on it.
local function firm_checks(results)
  local by_id = {}
  for _, result in ipairs(results) do
    if FIRM[result.strength] and SETTLED[result.group] then
      for _, fact in ipairs(result.rests_on) do
        for _, id in ipairs(fact.evidence) do
          local checks = by_id[id] or {}
          by_id[id] = checks
          if not checks[result.check] then
            checks[result.check], checks[#checks + 1] = true, result.check
          end
        end
      end
    end
  end
  return by_id
end

-- Days from `date` to the as-of date; nil where either is no date.
function view_evidence.age(date, as_of)
  local from, to = date and dates.parse(date), dates.parse(as_of)
  return from and to and to - from
end

local function age_of(row)
  return row.age and row.age >= 0 and row.age or nil
end

-- "Under a shall or must: [E-01] of 2010-04-14, 1388 days old, behind check
-- 11.1.1"; nil where no evidence has a date.
function view_evidence.oldest(v)
  local by_id, oldest = firm_checks(v.results), nil
  for _, row in ipairs(v.evidence) do
    local age = by_id[row.id or ""] and age_of(row)
    if age and (not oldest or age > age_of(oldest)) then oldest = row end
  end
  if not oldest then return nil end
  local checks = by_id[oldest.id]
  return ("Under a shall or must: [%s] of %s, %s old, behind check %s%s"):format(
    oldest.id, oldest.date or "?", plain.plural(age_of(oldest), "day", "days"),
    checks[1], #checks > 1 and (" and %d more"):format(#checks - 1) or "")
end

local DETAILS <const> = { { "ref", "Reference" }, { "note", "Note" },
  { "hash", "Hash" }, { "media_type", "Media type" },
  { "valid_until", "Valid until" } }

-- Notes that a check or provision `user` at `place` uses a fact that `facts` name
-- evidence for or against: { id -> { place -> users } }.
local function add_uses(uses, user, place, facts)
  for _, fact in ipairs(facts) do
    for _, ids in ipairs { fact.evidence, fact.against } do
      for _, id in ipairs(ids) do
        uses[id] = uses[id] or {}
        uses[id][place] = uses[id][place] or {}
        local users = uses[id][place]
        if not is_in(user, users) then users[#users + 1] = user end
      end
    end
  end
end

-- What a check read beside what it rests on, but for evidence that it rests on too.
local function other_facts(rests, result)
  local list, place = {}, result.facility or ""
  for _, fact in ipairs(result.also_read) do
    local other = {}
    for _, id in ipairs(fact.evidence) do
      local users = (rests[id] or {})[place]
      if not (users and is_in(result.check, users)) then other[#other + 1] = id end
    end
    list[#list + 1] = { evidence = other, against = fact.against }
  end
  return list
end

-- By which evidence of a place it is known whether provisions apply there.
local function gates_of(v)
  local gates = {}
  for _, place in ipairs(v.places) do
    for _, one in ipairs(place.gates) do
      local own = {}
      for _, fact in ipairs(one.facts) do
        if fact.facility == place.id then own[#own + 1] = fact end
      end
      add_uses(gates, one.id, place.id or "", own)
    end
  end
  return gates
end

-- Gives each row of evidence the checks that rest on it (`rests`), those that read it
-- beside that (`reads`) and the provisions whose reach it shows (`gates`), by place.
function view_evidence.mark(v)
  local rests, reads, gates = {}, {}, gates_of(v)
  for _, result in ipairs(v.results) do
    add_uses(SETTLED[result.group] and rests or reads, result.check,
      result.facility or "", result.rests_on)
  end
  for _, result in ipairs(v.results) do
    add_uses(reads, result.check, result.facility or "", other_facts(rests, result))
  end
  for _, row in ipairs(v.evidence) do
    local id = row.id or ""
    row.rests, row.reads, row.gates = rests[id], reads[id], gates[id]
  end
end

-- "11.1.1 to 11.1.3, 11.2.1 at mine": checks by place.
local function places_text(by_place)
  local places, parts = {}, {}
  for place in pairs(by_place) do places[#places + 1] = place end
  table.sort(places)
  for i, place in ipairs(places) do
    local checks = view_ids.text(by_place[place])
    parts[i] = place == "" and checks or checks .. " at " .. plain.line(place)
  end
  return table.concat(parts, "; ")
end

-- What rests on it, the provisions whose reach it shows, and what else reads it; else
-- that nothing names it.
local function users_text(row)
  local parts, is_idle = {}, not row.rests and not row.gates
  local function add(form, by_place)
    if by_place then parts[#parts + 1] = form:format(places_text(by_place)) end
  end
  add("%s", row.rests)
  add("the reach of %s", row.gates)
  if is_idle then parts[1] = "no outcome rests on it" end
  add(is_idle and "read by %s" or "read beside that by %s", row.reads)
  if row.given.unnamed == true then
    parts[2] = "nothing in the dossier names it"
  elseif is_idle and not row.reads then
    parts[2] = "what names it is read by no check, and stands under Registers or "
      .. "Also answered"
  end
  return table.concat(parts, "; ")
end

-- What the dossier gives of a piece of evidence beside its title, kind and date, and
-- what rests on it: { label, text }.
function view_evidence.details(row)
  local list, given = {}, row.given
  local function add(label, text)
    if text then list[#list + 1] = { label = label, text = text } end
  end
  for _, one in ipairs(DETAILS) do add(one[2], row[one[1]]) end
  for _, key in ipairs(view_evidence.own_keys(given)) do
    add(plain.line(key), plain.value(given[key], row.host))
  end
  add("Used by", users_text(row))
  return list
end

-- "document, 2013-01-01, 333 days old, collected by member"
function view_evidence.about(row)
  local parts = { row.kind or "?", row.date or "no date" }
  if row.age then
    parts[3] = plain.plural(row.age, "day", "days") .. " old"
  end
  if row.collected_by then
    parts[#parts + 1] = "collected by " .. row.collected_by
  end
  if row.given.draft == true then parts[#parts + 1] = "a draft, which shows nothing" end
  return table.concat(parts, ", ")
end

-- The host's own keys of a piece of evidence, in their order.
function view_evidence.own_keys(given)
  local own = {}
  for key in pairs(given) do
    if key:sub(1, 2) == "x-" then own[#own + 1] = key end
  end
  table.sort(own)
  return own
end

-- The kind of each piece of evidence by its id.
function view_evidence.kinds(v)
  local kinds = {}
  for _, row in ipairs(v.evidence) do kinds[row.id or ""] = row.kind end
  return kinds
end

local MOST_NAMED <const> = 6

-- "2 of 13 entries have no date or no title, [1] and [2]: ..."; nil where all have both.
function view_evidence.undated(v)
  local ids = {}
  for _, row in ipairs(v.evidence) do
    if not row.date or not row.title then ids[#ids + 1] = ("[%s]"):format(row.id or "?") end
  end
  if #ids == 0 then return nil end
  return ("%d of %s without a date or a title, %s: what rests on nothing else counts as "
    .. "stated"):format(#ids, plain.plural(#v.evidence, "entry", "entries"),
    plain.some_of(ids, MOST_NAMED))
end

return view_evidence
