-- The auditor's records: judgements that answer prompts, attestations of facts,
-- and overrides and waivers, which show only beside the rating.

local values = require "values"

local records = {}

local function key_of(what, facility)
  return what .. "\n" .. (facility or "")
end

-- Indexes the records in force.  A record without a facility speaks for every
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
    return record.answer
  end
  local unchanged = next(changes) == nil
  function index.change(check, facility)
    if unchanged then return nil end
    return changes[key_of(check, facility)] or changes[key_of(check, nil)]
  end
  return index
end

-- ---- the fact a JSON Pointer names --------------------------------------

local function entry_at(entries, scope, suffix)
  for _, entry in ipairs(entries) do
    if entry.scope == scope and entry.suffix == suffix then return entry end
  end
end

-- What follows `frame`'s own pointer in `pointer`, or nil.
local function suffix_in(frame, pointer)
  local base = frame["#pointer"]
  if pointer:sub(1, #base + 1) ~= base .. "/" then return nil end
  return pointer:sub(#base + 1)
end

local function in_items(vocabulary, frame, pointer)
  for _, list in ipairs(vocabulary.ordered_lists) do
    local content = frame[list.path]
    for _, item in ipairs(content and content.items or {}) do
      local suffix = suffix_in(item, pointer)
      if suffix then return item, entry_at(list.ordered, "item", suffix) end
    end
  end
end

-- The frame and vocabulary entry of the fact at `pointer`, or nil.
local function locate(vocabulary, r, pointer)
  local suffix = suffix_in(r.member, pointer)
  if suffix then
    return r.member, entry_at(vocabulary.ordered, "member", suffix)
  end
  for _, frame in ipairs(r.facilities.items) do
    suffix = suffix_in(frame, pointer)
    local entry = suffix and entry_at(vocabulary.ordered, "facility", suffix)
    if entry then return frame, entry end
    if suffix then return in_items(vocabulary, frame, pointer) end
  end
end

-- ---- what records do to facts -------------------------------------------

local function open_at(r, pointer)
  for _, open in ipairs(r.undecided) do
    if open.pointer == pointer then return open end
  end
end

-- A judgement on the prompt "fact:" and a JSON Pointer gives the value to take
-- for a fact whose legs do not settle it, or that only the auditor may decide.
local function settle_fact(model, r, record, answers)
  local pointer = record.prompt:match("^fact:(.*)$")
  local frame, entry = locate(model.vocabulary, r, pointer or "")
  if not entry then return end
  local open, old = open_at(r, pointer), frame[entry.path]
  if not open and not (entry.auditor_may_decide
    and (not old or old.state ~= "known")) then
    return
  end
  local cell = values.read(entry, record.answer, model.host.json.null)
  if not cell or cell.state ~= "known" then return end
  cell.basis, cell.legs = 3, old and old.legs
  frame[entry.path], answers.used[record] = cell, true
  if open then open.settled = true end
end

local function attest(model, r, record, answers)
  local frame, entry = locate(model.vocabulary, r, record.fact)
  local cell = entry and frame[entry.path]
  if cell and cell.state == "known" then
    cell.basis, answers.used[record] = 3, true
  end
end

-- Lets judgements settle facts, and attestations verify them.
function records.settle_facts(model, r, answers)
  for _, record in ipairs(r.records) do
    if record.kind == "judgement" and record.prompt then
      if record.prompt:find("^fact:") then
        settle_fact(model, r, record, answers)
      end
    elseif record.kind == "attestation" and record.fact then
      attest(model, r, record, answers)
    end
  end
end

return records
