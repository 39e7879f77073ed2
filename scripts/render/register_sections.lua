-- The sections of a report that list what was entered and asked, as blocks
-- (blocks.lua): questions, prompts, findings, hints, problems, evidence, records,
-- parameters.

local alike = require "render.alike"
local blocks = require "render.blocks"
local grouped = require "base.grouped"
local nearest = require "base.nearest"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local view = require "view"
local view_evidence = require "view.evidence"
local view_ids = require "view.ids"
local view_places = require "view.places"
local view_records = require "view.records"

local sections = {}

local add_field, note, item = blocks.add_field, blocks.note, blocks.item
local sentence = plain.sentence

local MOST_PLACES <const> = 6

-- "an observation stands at shop"; nil for none: it counts as conformance, and would be hidden
-- behind a plain yes.
local function observed(v, checks)
  local asked, ids, seen = nearest.set_of(checks), {}, {}
  for _, result in ipairs(view_places.baseline(v.places, "observation")) do
    local at = result.facility or "the Member"
    if asked[result.check] and not seen[at] then
      seen[at], ids[#ids + 1] = true, at
    end
  end
  return #ids > 0 and "an observation stands at " .. plain.some_of(ids, MOST_PLACES) or nil
end

function sections.questions(v)
  local rows = {}
  for i, one in ipairs(v.questions) do
    local answer = sentence(one.answer) .. (one.basis
      and (" (%s)"):format(one.basis) or "") .. "."
    for _, more in ipairs { one.at or "", one.of_assessed or "",
      observed(v, one.checks) or "" } do
      if more ~= "" then answer = ("%s %s."):format(answer, sentence(more)) end
    end
    rows[i] = { one.id, one.text, answer, view_ids.text(one.checks) }
  end
  return { blocks.table({ "Point", "Question", "Answer", "From checks" }, rows) }
end

-- Each item of a list that is reported in full, whatever a check read of it.
function sections.in_full(v)
  local list = { note("Every entry of these lists, whatever a check read of it. What "
    .. "names no basis is stated alone.") }
  return blocks.add_all(list, alike.of_places(v, v.places, function(said, place)
    for i, one in ipairs(place.in_full) do
      said[i] = item(one.says, { mark = "ENTRY", id = one.label, title = one.of })
    end
  end))
end

-- What the dossier answers beside all that, whether a check read it or not.
function sections.answered(v)
  local list = { note("What the dossier answers and no line above gives with its value: "
    .. "no check reads it, or what reads it conforms or does not apply.") }
  return blocks.add_all(list, alike.of_places(v, v.places, function(said, place)
    for i, one in ipairs(place.answered) do
      said[i] = note(nil, { facts = one.facts, label = one.topic })
    end
  end))
end

-- What the Member withholds, by the reason given.
function sections.withheld(v)
  local list = { note(v.withheld .. ".") }
  for _, group in ipairs(v.withheld_groups) do
    list[#list + 1] = item(group.fates, { mark = "WITHHELD", title = group.reason })
  end
  return list
end

-- ---- prompts and problems -----------------------------------------------

-- "(check 11.1.9, facilities pit and works)": of prompts with one id.
local function prompt_places(prompts)
  local about, ids = {}, {}
  if prompts[1].check then about[1] = "check " .. prompts[1].check end
  for _, one in ipairs(prompts) do ids[#ids + 1] = one.facility end
  if #ids > 0 then
    about[#about + 1] = (#ids == 1 and "facility " or "facilities ") .. view_ids.facilities(ids)
  end
  return #about > 0 and ("(%s)"):format(table.concat(about, ", ")) or ""
end

local function prompt_item(mark, group)
  local fields = {}
  for _, answer in ipairs(group[1].answers) do
    add_field(fields, answer[1], answer[2])
  end
  if group[1].answer then
    add_field(fields, "", view.answer_words(group[1].answer))
  end
  local noted = {}
  for _, one in ipairs(group) do
    for _, text in ipairs(one.notes) do
      if not noted[text] then add_field(fields, "Note", text) end
      noted[text] = true
    end
  end
  for _, prompts in ipairs(grouped(group, function(one) return one.id end)) do
    add_field(fields, "Prompt", prompt_places(prompts), { code = prompts[1].id,
      soft = true })
  end
  return item(fields, { mark = mark, title = group[1].text })
end

local function prompts(mark, remark, list)
  local items = { note(remark) }
  for _, group in ipairs(view.prompts_by_text(list)) do
    items[#items + 1] = prompt_item(mark, group)
  end
  return items
end

function sections.decide(v)
  return prompts("DECIDE", v.kind == "self"
    and "Each keeps its outcome open. A self-assessment has no auditor to answer: they "
      .. "stay open until the audit."
    or "Each keeps its outcome open until a record answers it.", v.deciding)
end

function sections.consider(v)
  return prompts("CONSIDER", "These change no outcome by themselves.", v.advisory)
end

-- "mine: people[#2].armed" for "/facilities/items/0/people/items/1/armed".
local function in_words(pointer, v)
  local number, rest = pointer:match "^/facilities/items/(%d+)(.*)$"
  if not number then number, rest = pointer:match "^/facilities/(%d+)(.*)$" end
  local place = number and v.facilities[tonumber(number) + 1]
  local path = (rest or pointer):gsub("/items/(%d+)", function(at)
    return ("[#%d]"):format(tonumber(at) + 1)
  end):gsub("/(%d+)", function(at) return ("[#%d]"):format(tonumber(at) + 1) end)
    :gsub("^/", ""):gsub("/", ".")
  return place and (path == "" and place.id or ("%s: %s"):format(place.id, path)) or path
end

-- A field for each pointer; those that differ in the facility's number alone share one.
local function pointer_fields(places, v)
  local fields = {}
  for _, same in ipairs(grouped(places, function(one)
    return one.pointer:gsub("^(/facilities/items/)%d+/", "%1*/")
  end)) do
    local several = #same > 1
    local pointer = several and same.name or same[1].pointer
    add_field(fields, "", several and ("(%d facilities)"):format(#same) or "",
      { code = pointer, brief = in_words((pointer:gsub("^/facilities/items/%*", "")), v),
        soft = true })
  end
  return fields
end

function sections.problems(v)
  local list = {}
  for i, same in ipairs(grouped(v.problem_groups, function(one)
    return table.concat({ one.kind, one.message, one.cure or "" }, "\1")
  end)) do
    local places = {}
    for _, one in ipairs(same) do blocks.add_all(places, one.places) end
    local fields = pointer_fields(places, v)
    add_field(fields, "Cure", same[1].cure)
    list[i] = item(fields, { mark = same[1].kind:upper(), title = same[1].message })
  end
  return list
end

-- ---- findings entered, and hints ----------------------------------------

local ENTERED <const> = { { "Entered by", "who" }, { "Root cause", "cause" },
  { "Containment", "containment" }, { "Note", "note" },
  { "Reference", "ref" }, { "Repeats", "repeat_of" } }

local function entered_finding(one)
  local fields = {}
  for _, field in ipairs(ENTERED) do add_field(fields, field[1], one[field[2]]) end
  add_field(fields, "Evidence", #one.evidence > 0
    and table.concat(one.evidence, ", ") or nil)
  add_field(fields, "Plan", one.plan or "none")
  return item(fields, { mark = "ENTERED", id = one.id or "?",
    says = one.nature, title = ("%s of %s%s%s"):format(
      view.rating_words(one.rating), one.provision or "?",
      one.facility and ", facility " .. one.facility or "",
      one.raised and ", raised " .. one.raised or "") })
end

function sections.entered(v)
  local list = { note "They stand beside the ratings above and change none." }
  for _, one in ipairs(v.findings) do list[#list + 1] = entered_finding(one) end
  return list
end

function sections.hints(v)
  local rows = {}
  for i, one in ipairs(v.hints) do
    rows[i] = { one.text or "", one.source or "none named" }
  end
  return { note("Hints for a Member with this rating, each with where it comes "
    .. "from. Nothing of this is decided here."),
    blocks.table({ "Hint", "Source" }, rows, { mark = "HINT", head = 1 }) }
end

-- ---- registers ----------------------------------------------------------

function sections.evidence(v)
  local rows = {}
  for i, one in ipairs(v.evidence) do
    rows[i] = { ("[%s]"):format(one.id or "?"), one.title or "no title",
      view_evidence.about(one), view_evidence.details(one) }
  end
  return { blocks.table({ "Id", "Title", "Kind and date", "More" }, rows) }
end

function sections.records(v)
  local rows = {}
  for i, one in ipairs(v.records) do
    rows[i] = { ("%s, party: %s, %s"):format(view_records.named(one),
        one.party or "not named", one.date or "no date"),
      view_records.about(one) .. (one.facility
        and ", facility " .. one.facility or ""),
      one.outcome and outcomes.words(one.outcome) or one.answer or "",
      one.why or "No reason given.",
      sentence(view_records.standing(one)) .. "." }
  end
  return { blocks.table({ "Record", "On", "Says", "Why", "Standing" }, rows,
    { mark = "RECORD", head = 1 }) }
end

-- The layer that gave a value is named where there are several.
function sections.parameters(v)
  local columns, rows = { "Parameter", "Value", "Source" }, {}
  if #v.pack.layers > 1 then columns[4] = "Layer" end
  for i, one in ipairs(v.parameters) do
    rows[i] = { one.name or "?", one.value, one.from or "no source named",
      columns[4] and (one.layer or v.pack.name) }
  end
  return { note "Values that the guidance leaves open, and who set them.",
    blocks.table(columns, rows) }
end

return sections
