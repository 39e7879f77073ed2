-- A reading as plain tables, the same that tests/parity/dump.c makes of the core's:
-- so the two are compared phase by phase.  tests/parity/undump.c reads them, so
-- that a part of the core is tested before those that come earlier.

local dump = {}

local HUGE <const> = math.huge

local function set_of(keys)
  local set = {}
  for _, key in ipairs(keys) do set[key] = true end
  return set
end

-- Numbers of bounds, which may be infinite.
local function number(value)
  if value == HUGE then return "inf" elseif value == -HUGE then return "-inf" end
  return value
end

-- The members of a set or of a list, each once, in the vocabulary's order.
local function ordered(entry, set, json)
  local names = {}
  for _, value in ipairs(entry.values) do
    if set[value] then names[#names + 1] = value end
  end
  return json.array(names)
end

local function value_of(entry, value, json)
  if entry.type == "choices" and type(value) == "table" then
    return ordered(entry, value, json)
  end
  return entry.type == "date" and value == -HUGE and "never" or value
end

-- ---- cells --------------------------------------------------------------

local FLAGS <const> = { "derived", "claimed_na", "unanswered", "empty_list", "repeated",
  "withheld", "unverified" }
local TEXTS <const> = { "why", "note", "reason", "stated_by", "set_by", "record", "list",
  "deciding", "percent", "rounded_by", "basis", "share" }

local cell_of -- forward

local function legs_of(entry, legs, d)
  if not legs then return nil end
  local list = {}
  for i, leg in ipairs(legs) do
    list[i] = { id = leg.id, against = leg.against or nil, late = leg.late or nil,
      early = leg.early or nil, shows = leg.shows or nil,
      says = leg.says and cell_of(entry, leg.says, d) }
  end
  return d.json.array(list)
end

local function cells_of(entry, cells, d)
  if not cells then return nil end
  local list = {}
  for i, cell in ipairs(cells) do list[i] = cell_of(entry, cell, d) end
  return d.json.array(list)
end

local function raw_of(raw, json)
  if type(raw) == "table" and raw[1] ~= nil then return json.array(raw) end
  if type(raw) == "table" and type(raw.one_of) == "table" then
    return { one_of = json.array(raw.one_of) }
  end
  return raw
end

function cell_of(entry, cell, d)
  local json = d.json
  local out = { state = cell.state, value = value_of(entry, cell.value, json),
    raw = raw_of(cell.raw, json), legs = legs_of(entry, cell.legs, d),
    claims = cells_of(entry, cell.claims, d), auditor = cell.auditor,
    judged = d.judged[cell],
    given = cell.claims and cell.claims.given ~= nil or nil,
    member = cell.member and { state = cell.member.state,
      raw = raw_of(cell.member.value, json) },
    unshown_by = cell.unshown_by and json.array(cell.unshown_by) }
  if cell.value == nil then
    out.lo, out.hi = number(cell.lo), number(cell.hi)
    out.has = cell.has and ordered(entry, cell.has, json)
    out.possible = cell.possible and ordered(entry, set_of(cell.possible), json)
  end
  for _, key in ipairs(FLAGS) do out[key] = cell[key] or nil end
  for _, key in ipairs(TEXTS) do out[key] = cell[key] end
  return out
end

-- ---- frames -------------------------------------------------------------

local frame_of -- forward

local function items_of(list, items, d)
  local out = {}
  for i, item in ipairs(items) do out[i] = frame_of(item, list, d) end
  return d.json.array(out)
end

-- The claims of a list differ in how many items are missing alone.
local function claims_of(list, claims, d)
  if not claims then return nil end
  local extra = {}
  for i, claim in ipairs(claims) do extra[i] = claim.extra_lo end
  return { items = items_of(list, claims[1].items, d),
    extra = d.json.array(extra) }
end

local function list_of(list, content, d)
  return { pointer = content.pointer, items_pointer = content.items_pointer,
    items = items_of(list, content.items, d), claims = claims_of(list,
      content.claims, d),
    extra_lo = number(content.extra_lo), extra_hi = number(content.extra_hi),
    stated_by = content.stated_by, legs = legs_of(nil, content.legs, d),
    basis = content.basis, complete = content.complete or nil,
    late = content.late or nil, conflicting = content.conflicting or nil,
    outside = content.outside }
end

-- The cells and lists of a frame, by path; `list` is that whose item it is.
function frame_of(frame, list, d)
  local out = { pointer = frame["#pointer"], id = frame["#id"],
    said = list and list.inner ~= "facility" and frame["#said"] or nil, cells = {},
    lists = {}, assessed = frame["#assessed"] or nil,
    by_statement = frame["#by_statement"] or nil }
  local entries = list and list.entries or d.vocabulary.entries
  if list and list.inner == "facility" then entries = d.vocabulary.entries end
  for path, cell in pairs(frame) do
    local entry, inner = entries[path], d.lists[path]
    if path:sub(1, 1) ~= "#" and entry then
      out.cells[path] = cell_of(entry, cell, d)
    elseif path:sub(1, 1) ~= "#" then
      out.lists[path] = list_of(inner, cell, d)
    end
  end
  return out
end

-- ---- registers ----------------------------------------------------------

local function copied(entry, keys)
  local out = {}
  for _, key in ipairs(keys) do out[key] = entry[key] end
  return out
end

local EVIDENCE <const> = { "pointer", "id", "kind", "title", "ref", "hash",
  "media_type", "note", "collected_by", "collector", "date", "valid_until", "own",
  "bad", "is_named" }
local FINDING <const> = { "pointer", "id", "provision", "facility", "check",
  "rating", "nature", "by", "party", "cause", "containment", "action", "owner",
  "verified_by", "repeat_of", "ref", "note", "raised", "due", "closed_on",
  "auditor_approved", "own", "bad" }
local RECORD <const> = { "pointer", "id", "kind", "by", "party", "authority", "why",
  "ref", "note", "supersedes", "prompt", "check", "provision", "facility", "fact",
  "outcome", "date", "from", "until", "answer", "own", "bad", "subject", "asked",
  "fact_pointer", "no_force", "circle" }

local function evidence_of(r, json)
  local list = {}
  for i, id in ipairs(r.evidence_ids) do
    list[i] = copied(r.evidence[id], EVIDENCE)
    list[i].draft = r.evidence[id].draft or nil
  end
  return json.array(list)
end

local function findings_of(r, json)
  local list = {}
  for i, finding in ipairs(r.findings) do
    list[i] = copied(finding, FINDING)
    list[i].evidence = finding.evidence and json.array(finding.evidence)
  end
  return json.array(list)
end

local function superseded_at(record, json)
  if not record.superseded_at then return nil end
  local list = {}
  for facility, by in pairs(record.superseded_at) do
    list[#list + 1] = { facility = facility, by = by.pointer }
  end
  table.sort(list, function(a, b) return a.facility < b.facility end)
  return json.array(list)
end

local function record_of(record, d)
  local out = copied(record, RECORD)
  local function pointer_of(other) return other and other.pointer or nil end
  out.frame = record.frame and record.frame["#pointer"]
  out.about = record.entry and record.entry.path
  out.cell = record.cell and cell_of(record.entry, record.cell, d)
  out.superseded = pointer_of(record.superseded)
  out.superseded_by = pointer_of(record.superseded_by)
  out.superseded_at = superseded_at(record, d.json)
  out.used, out.why_stale = d.used[record], d.why_stale[record]
  out.without_effect = record.without_effect
  if type(out.answer) == "table" then out.answer = d.json.array(out.answer) end
  out.circle, out.bad = out.circle or nil, out.bad or nil
  return out
end

local function records_of(r, d)
  local list, in_force = {}, {}
  for i, record in ipairs(r.all_records) do list[i] = record_of(record, d) end
  for i, record in ipairs(r.records) do in_force[i] = record.pointer end
  return d.json.array(list), d.json.array(in_force)
end

-- ---- the whole ----------------------------------------------------------

-- In the order of a report, since Lua has none.
local function problems_of(r, json)
  local list = {}
  for _, one in ipairs(r.problems) do
    if one.kind ~= "error" then
      list[#list + 1] = { kind = one.kind, code = one.code, pointer = one.pointer,
        message = one.message, cure = one.cure,
        pointers = one.pointers and json.array(one.pointers) }
    end
  end
  table.sort(list, function(a, b)
    if a.pointer ~= b.pointer then return a.pointer < b.pointer end
    if a.message ~= b.message then return a.message < b.message end
    return table.concat(a.pointers or {}, "\n") < table.concat(b.pointers or {}, "\n")
  end)
  return json.array(list)
end

local function undecided_of(r, json)
  local list = {}
  for i, one in ipairs(r.undecided) do
    list[i] = { fact = one.entry.path, frame = one.frame["#pointer"],
      pointer = one.pointer, why = one.why, settled = one.settled or nil }
  end
  return json.array(list)
end

-- The cell where it is not the one that stands in its frame now.
local function unshown_of(r, d)
  local list = {}
  for i, one in ipairs(r.unshown) do
    local stands = one.frame[one.entry.path] == one.cell
    list[i] = { fact = one.entry.path, frame = one.frame["#pointer"],
      pointer = one.pointer, cell = not stands and cell_of(one.entry, one.cell, d)
        or nil }
  end
  return d.json.array(list)
end

-- In the order of their pointers, since Lua has none.
local function disputed_of(r, json)
  local list = {}
  for i, one in ipairs(r.disputed) do
    list[i] = { frame = one.frame["#pointer"], path = one.path }
  end
  table.sort(list, function(a, b)
    if a.frame ~= b.frame then return a.frame < b.frame end
    return a.path < b.path
  end)
  return json.array(list)
end

local function has_error(r)
  for _, one in ipairs(r.problems) do
    if one.kind == "error" then return true end
  end
  return false
end

local NO_ANSWERS <const> = { judged = {}, used = {}, why_stale = {} }

local function new_dump(model, json, answers)
  local vocabulary, lists = model.vocabulary, {}
  for _, list in ipairs(vocabulary.ordered_lists) do lists[list.path] = list end
  lists[vocabulary.facilities.path] = vocabulary.facilities
  answers = answers or NO_ANSWERS
  return { json = json, vocabulary = vocabulary, lists = lists,
    judged = answers.judged, used = answers.used, why_stale = answers.why_stale }
end

-- The parameters that a call sets, by path.
function dump.parameters(model, frame, json)
  local d, cells = new_dump(model, json), {}
  for path, cell in pairs(frame) do
    cells[path] = cell_of(model.parameters[path], cell, d)
  end
  return { pointer = "", cells = cells, lists = {} }
end

-- The reading `r`; `answers` are those of evaluate.prepare, once it has run.  Of a
-- dossier with an error there is nothing more to say.
function dump.reading(model, r, json, answers)
  if has_error(r) then return { errors = true } end
  local d = new_dump(model, json, answers)
  local records, in_force = records_of(r, d)
  return { as_of = number(r.as_of), self_assessment = r.self_assessment or nil,
    assessment = frame_of(r.assessment, nil, d), member = frame_of(r.member, nil, d),
    evidence = evidence_of(r, json), findings = findings_of(r, json),
    records = records, in_force = in_force, problems = problems_of(r, json),
    undecided = undecided_of(r, json), unshown = unshown_of(r, d),
    disputed = disputed_of(r, json) }
end

dump.cell_of, dump.new_dump = cell_of, new_dump
return dump
