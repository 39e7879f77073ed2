-- The oldest evidence that an outcome under a shall or must rests on: how far
-- back the firmest part of a report looks.

local dates = require "base.dates"
local plain = require "render.plain"
local view_ids = require "render.view_ids"

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

-- Notes that the check of `result` reads a fact that `facts` name evidence for or
-- against: { id -> { place -> checks } }.
local function add_uses(uses, result, facts)
  local place = result.facility or ""
  for _, fact in ipairs(facts) do
    for _, ids in ipairs { fact.evidence, fact.against } do
      for _, id in ipairs(ids) do
        uses[id] = uses[id] or {}
        uses[id][place] = uses[id][place] or {}
        local checks = uses[id][place]
        if checks[#checks] ~= result.check then checks[#checks + 1] = result.check end
      end
    end
  end
end

-- Gives each row of evidence the checks that rest on it (`rests`) and, of those that
-- do not, what read it (`reads`), by place.
function view_evidence.mark(v)
  local rests, reads = {}, {}
  for _, result in ipairs(v.results) do
    add_uses(SETTLED[result.group] and rests or reads, result, result.rests_on)
  end
  for _, result in ipairs(v.results) do add_uses(reads, result, result.also_read) end
  for _, row in ipairs(v.evidence) do
    row.rests, row.reads = rests[row.id or ""], reads[row.id or ""]
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

-- What rests on it; else who else reads it, or that nothing names it.
local function users_text(row)
  if row.rests then return places_text(row.rests) end
  local other = row.given.unnamed == true and "nothing in the dossier names it"
    or row.reads and "read, and decided nothing: " .. places_text(row.reads)
    or "no check reads what names it"
  return "no outcome rests on it; " .. other
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

-- "2 of 13 entries: how old ..."; nil where all have a date and a title.
function view_evidence.undated(v)
  local count = 0
  for _, row in ipairs(v.evidence) do
    if not row.date or not row.title then count = count + 1 end
  end
  if count == 0 then return nil end
  return ("%d of %s without a date or a title: it raises no basis"):format(count,
    plain.plural(#v.evidence, "entry", "entries"))
end

return view_evidence
