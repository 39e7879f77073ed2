-- The auditor's records: judgements that answer prompts, attestations of facts,
-- and overrides and waivers, which show only beside the rating.

local values = require "dossier.values"

local records = {}

local function key_of(what, facility)
  return what .. "\n" .. (facility or "")
end

-- Indexes the records in force.  index.judgement(prompt, facility) gives the
-- answer and its record.  A record without a facility speaks for every
-- place where its prompt is asked.
function records.index(r)
  local answers, changes, used = {}, {}, {}
  for _, record in ipairs(r.records) do
    if record.kind == "judgement" and record.prompt then
      answers[key_of(record.prompt, record.facility)] = record
    elseif record.kind == "override" or record.kind == "waiver" then
      changes[key_of(record.check or "", record.facility)] = record
    end
  end
  local index = { used = used, silent = next(answers) == nil }
  function index.judgement(prompt, facility)
    local record = answers[key_of(prompt, facility)]
      or answers[key_of(prompt, nil)]
    if not record then return nil end
    used[record] = true
    return record.answer, record
  end
  local unchanged = next(changes) == nil
  function index.change(check, facility)
    if unchanged then return nil end
    return changes[key_of(check, facility)] or changes[key_of(check, nil)]
  end
  return index
end

-- ---- the check a record names --------------------------------------------

-- The checks of the provision `id`, as "the checks A to B"; nil where there is
-- no such provision.
local function checks_of(model, id)
  local provision = model.provision_by_id[id]
  local checks = provision and provision.checks or {}
  if #checks == 0 then return nil end
  return ("; a record speaks of one check, here %s to %s"):format(checks[1].id,
    checks[#checks].id)
end

local function check_ids(model)
  local ids = {}
  for i, check in ipairs(model.checks) do ids[i] = check.id end
  return ids
end

-- A record on a check that there is not would be believed and change nothing.
-- One on a check of a layer (".org.") waits for that layer.
function records.check_targets(model, r)
  local ids
  for _, list in ipairs { r.records, r.records_lapsed,
    r.records_of_others } do
    for _, record in ipairs(list) do
      local id = record.check
      if id and not model.check_by_id[id] and not id:find("%.org%.") then
        ids = ids or check_ids(model)
        r.error(record.pointer .. "/check", ("there is no check %s%s"):format(
          r.shown(id), checks_of(model, id) or r.hint(id, ids)))
      end
    end
  end
end

-- ---- the fact a JSON Pointer names --------------------------------------

local function entry_at(entries, scope, suffix)
  for _, entry in ipairs(entries) do
    if entry.scope == scope and entry.suffix == suffix then return entry end
  end
end

-- What follows `base` in `pointer`, or nil.
local function suffix_in(base, pointer)
  if pointer:sub(1, #base + 1) ~= base .. "/" then return nil end
  return pointer:sub(#base + 1)
end

-- The item of a list that `pointer` leads into, and what follows its pointer.
local function item_at(content, pointer)
  local rest = suffix_in(content.items_pointer, pointer)
  local number = rest and rest:match("^/(%d+)/")
  local index = number and math.tointeger(tonumber(number))
  local item = index and content.items[index + 1]
  local suffix = item and suffix_in(item["#pointer"], pointer)
  if suffix then return item, suffix end
end

local function in_items(vocabulary, frame, pointer)
  for _, list in ipairs(vocabulary.ordered_lists) do
    local content = frame[list.path]
    local item, suffix
    if content then item, suffix = item_at(content, pointer) end
    if item then return item, entry_at(list.ordered, "item", suffix) end
  end
end

-- The frame and vocabulary entry of the fact at `pointer`, or nil.
local function locate(vocabulary, r, pointer)
  r.charge(#vocabulary.ordered)
  local suffix = suffix_in(r.member["#pointer"], pointer)
  if suffix then
    return r.member, entry_at(vocabulary.ordered, "member", suffix)
  end
  local frame
  frame, suffix = item_at(r.facilities, pointer)
  if not frame then return nil end
  local entry = entry_at(vocabulary.ordered, "facility", suffix)
  if entry then return frame, entry end
  return in_items(vocabulary, frame, pointer)
end

-- ---- what records do to facts -------------------------------------------

-- The frame and entry of the fact that a record speaks of; looked for once.
local function target(model, r, record)
  if record.frame == nil then
    local pointer = record.kind == "attestation" and record.fact
      or record.prompt and record.prompt:match "^fact:(.*)$"
    local frame, entry
    if pointer then frame, entry = locate(model.vocabulary, r, pointer) end
    record.frame, record.entry = entry and frame or false, entry
  end
  return record.frame or nil, record.entry
end

local function check_answer(model, r, record)
  local _, entry = target(model, r, record)
  local good, what = type(record.answer) ~= "table", "a single value"
  if entry then good, what = values.read(entry, record.answer, r.null) end
  if not good then
    values.expected(r, record.pointer .. "/answer", record.answer, what)
  end
end

-- An answer that is no value of the fact would be believed and change nothing.
function records.check_answers(model, r)
  for _, list in ipairs { r.records, r.records_lapsed } do
    for _, record in ipairs(list) do
      if record.kind == "judgement" and record.answer ~= nil then
        check_answer(model, r, record)
      end
    end
  end
end

-- Says why a record that is in force has no part in this.
local function unused(r, record, why)
  record.unused = why
  r.problem("note", record.pointer, "this record is not used: " .. why)
end

-- Why no judgement can settle what `cell` holds.
local WHY_NOT <const> = {
  known = "the fact is known without it",
  withheld = "the fact is withheld, and no interview or observation by the "
    .. "auditor speaks for it",
  not_applicable = "the fact is marked not applicable",
}
local function why_not(cell)
  if cell and cell.record then
    return "record " .. cell.record .. " has settled the fact"
  end
  return cell and WHY_NOT[cell.state] or "the fact is unknown: a judgement "
    .. "chooses where evidence speaks, and does not replace it; give the fact its "
    .. "value and evidence"
end

local NO_FACT <const> = "there is no such fact in the dossier's vocabulary at "
  .. "its pointer"

-- A judgement on the prompt "fact:" and a JSON Pointer gives the value to take
-- for a fact whose legs do not settle it, that contradicts another, or that only
-- the auditor may decide.
local function settle_fact(model, r, record, answers, undecided)
  local frame, entry = target(model, r, record)
  if not entry then return unused(r, record, NO_FACT) end
  local open, old = undecided[record.prompt:sub(6)], frame[entry.path]
  local disputed = open or old and old.state == "conflicting"
  if old and old.record or not disputed and not (entry.auditor_may_decide
    and (not old or old.state ~= "known")) then
    return unused(r, record, why_not(old))
  end
  local cell = values.read(entry, record.answer, model.host.json.null)
  if not cell then return end -- told by check_answers
  if cell.state ~= "known" then
    return unused(r, record, "its answer gives no value")
  end
  cell.basis, cell.legs, cell.record = 3, old and old.legs, record.pointer
  frame[entry.path], answers.used[record] = cell, true
  if open then open.settled = true end
end

local function attest(model, r, record, answers)
  local frame, entry = target(model, r, record)
  local cell = entry and frame[entry.path]
  if cell and cell.state == "known" then
    cell.basis, cell.record, answers.used[record] = 3, record.pointer, true
  else
    unused(r, record, not entry and NO_FACT
      or "the fact is not known, so there is nothing to verify")
  end
end

-- Lets judgements settle facts, and attestations verify them.
function records.settle_facts(model, r, answers)
  local undecided = {}
  for _, open in ipairs(r.undecided) do undecided[open.pointer] = open end
  for _, record in ipairs(r.records) do
    if record.kind == "judgement" and record.prompt then
      if record.prompt:find("^fact:") then
        settle_fact(model, r, record, answers, undecided)
      end
    elseif record.kind == "attestation" and record.fact then
      attest(model, r, record, answers)
    end
  end
end

return records
