-- What a record or a finding names: checks, provisions, facilities, prompts and
-- facts.  Each must be there, and each answer must be one that its prompt has:
-- anything else would be believed and change nothing.

local nearest = require "base.nearest"
local nodes = require "model.nodes"
local pointers = require "dossier.records.pointers"
local small_risk = require "dossier.small_risk"
local values = require "base.values"

local say <const> = require("base.diagnostic").new

local targets = {}

local MOST_TOLD <const> = 10 -- names that are listed where none is near
local YES_NO <const> = { "yes", "no" }
local EXTENTS <const> = { "isolated", "systemic" }
local TAKEN_NOTE_OF <const> = { "yes", "no", "noted" }
-- The prompts that an entered finding raises; see report/findings.lua.
local OF_FINDINGS <const> = { "critical", "overdue", "persistent", "plan",
  "repetitive", "turned", "unverified", "write_up" }

-- ---- checks, provisions and facilities -----------------------------------

-- A list that near misses are looked for in, made once for a reading.
local function names(r, key, list, field)
  r.names = r.names or {}
  local known = r.names[key]
  if not known then
    known = {}
    for i, one in ipairs(list) do known[i] = one[field] end
    r.names[key] = known
  end
  return known
end

local function is_of_layer(id) return id:find("%.org%.") ~= nil end

local function check_named(model, r, entry)
  local id = entry.check
  local check = model.check_by_id[id]
  if check or is_of_layer(id) then return check end
  local wrong = say("no-check", { it = r.shown(id), id = id },
    model.provision_by_id[id] and "is-a-provision")
  if wrong.cure then return r.error(entry.pointer .. "/check", wrong) end
  r.unfound(entry.pointer .. "/check", wrong, id, names(r, "checks", model.checks, "id"))
end

local function provision_named(model, r, entry)
  local id = entry.provision
  local provision = model.provision_by_id[id]
  if provision then return provision end
  local known = names(r, "provisions", model.provisions, "id")
  local wrong = say("no-such-provision", { it = r.shown(id), id = id, known = known },
    model.check_by_id[id] and "is-a-check")
  if wrong.cure then return r.error(entry.pointer .. "/provision", wrong) end
  r.unfound(entry.pointer .. "/provision", wrong, id, known)
end

-- The first of the names `list`, and how many more there are.
local function told_some(list)
  if list.told then return list.told end
  local some = {}
  for i = 1, math.min(#list, MOST_TOLD) do some[i] = values.shown(list[i]) end
  local more = #list - #some
  some[#some + 1] = more > 0 and say("and-more", { count = more }) or nil
  list.told = #some > 0 and some or say "none-there"
  return list.told
end

-- The frame of the facility that is called `id`, or nil.
function targets.facility(r, id)
  local frames = r.facility_frames
  if not frames then
    frames = {}
    for _, frame in ipairs(r.facilities.items) do frames[frame["#id"]] = frame end
    r.facility_frames = frames
  end
  return frames[id]
end

local function check_facility(r, entry, scope, about)
  if not entry.facility then return end
  if not targets.facility(r, entry.facility) then
    local known = names(r, "facilities", r.facilities.items, "#id")
    r.unfound(entry.pointer .. "/facility", say("no-such-facility", {
      it = r.shown(entry.facility), known = told_some(known) }), entry.facility, known)
  elseif scope == "member" then
    r.error(entry.pointer .. "/facility", say("asked-of-member", { about = about }))
  end
end

-- Checks what `entry` names of checks, provisions and facilities.
function targets.check_place(model, r, entry)
  local check = entry.check and check_named(model, r, entry)
  local provision = entry.provision and provision_named(model, r, entry)
  if check and provision and check.provision ~= provision then
    r.error(entry.pointer .. "/provision", say("check-of-other-provision", {
      it = check.id, provision = check.provision.id, other = provision.id }))
  end
  check_facility(r, entry, check and check.scope or provision and provision.scope,
    check and say("the-check", { it = check.id })
      or provision and say("the-provision", { it = provision.id }))
end

-- ---- facts --------------------------------------------------------------

-- The key of the fact that `path` names at the facility of the record, or at the one
-- that there is; nil where there is none.
local function key_at_place(model, r, record, path)
  local items = r.facilities.items
  local place = record.facility or #items == 1 and items[1]["#id"]
  local key = place and place .. "/" .. path
  return key and pointers.of_key(model.vocabulary, r, key) and key
end

-- Finds the fact at `pointer` and keeps it with the record; tells of a pointer
-- that leads to none.
local function find_fact(model, r, record, pointer, place)
  local frame, entry, entries, instead = pointers.locate(model.vocabulary, r, pointer)
  if entry then
    record.entry = entry
    record.fact_pointer = pointer
    return true
  end
  local wrong = say("no-fact-at", { it = r.shown(pointer) })
  local key = key_at_place(model, r, record, pointer)
  if key then
    return r.error(place, say("no-fact-at", { it = r.shown(pointer), near = key },
      "did-you-mean"))
  end
  if instead then
    return r.error(place, say("no-fact-but", { inner = wrong, instead = instead }))
  end
  r.unfound(place, wrong, pointer, pointers.all_in(r, frame, entries))
end

-- A fact lies where its pointer says.
local function check_fact_place(r, record)
  local frame = record.facility and targets.facility(r, record.facility)
  if frame and not pointers.suffix_in(frame["#pointer"], record.fact_pointer) then
    r.error(record.pointer .. "/facility", say("fact-elsewhere", {
      it = record.fact_pointer, facility = record.facility }))
  end
end

-- ---- prompts and their answers -------------------------------------------

local function add_prompt(list, id, answers)
  list[#list + 1], list.answers[id] = id, answers
end

local function add_asked(list, condition)
  nodes.walk(condition, function(node)
    if node.kind == "auditor" then add_prompt(list, node.id, YES_NO) end
  end)
end

-- Whether it makes a difference that a shortfall is systemic.  Ratings with errors may
-- say nothing of it.
function targets.has_extent(model, check)
  local row = model.ratings[check.strength or "beyond"]
  return row ~= nil and row.lapse ~= row.absent
end

-- The prompts that a record may answer of `check`: their ids in order and, in
-- `answers`, the answers of each.
local function prompts_of_check(model, check)
  local list = { answers = {} }
  add_prompt(list, check.id .. "/applies", YES_NO)
  if targets.has_extent(model, check) then
    add_prompt(list, check.id .. "/extent", EXTENTS)
  end
  add_asked(list, check.applies)
  add_asked(list, check.expect)
  for _, prompt in ipairs(check.prompts or {}) do
    add_prompt(list, prompt.id, TAKEN_NOTE_OF)
  end
  if check.scope == "facility" then
    add_prompt(list, check.id .. "/repetitive", TAKEN_NOTE_OF)
  end
  return list
end

local function prompts_of_provision(_, provision)
  local list = { answers = {} }
  add_prompt(list, provision.id .. "/applies", YES_NO)
  add_asked(list, provision.applies)
  add_prompt(list, provision.id .. "/related", TAKEN_NOTE_OF)
  return list
end

local function prompts_of_finding(_, finding)
  local list = { answers = {} }
  for _, name in ipairs(OF_FINDINGS) do
    add_prompt(list, ("finding:%s/%s"):format(finding.id, name), TAKEN_NOTE_OF)
  end
  return list
end

local function finding_named(r, id)
  for _, finding in ipairs(r.findings) do
    r.charge(1)
    if finding.id == id then return finding end
  end
end

-- What the prompt `id` is asked of, as text, where it is asked, and its prompts.
local function owner_of(model, r, id)
  local head = id:match "^(.*)/[^/]*$" or id
  r.prompts = r.prompts or {}
  local owner = r.prompts[head]
  if owner then return owner end
  local finding = head:match "^finding:(.*)$"
  local one, prompts_of, what
  if finding then
    one, prompts_of, what = finding_named(r, finding), prompts_of_finding,
      "the-finding"
  elseif model.check_by_id[head] then
    one, prompts_of, what = model.check_by_id[head], prompts_of_check, "the-check"
  else
    one, prompts_of, what = model.provision_by_id[head], prompts_of_provision,
      "the-provision"
  end
  if not one then return nil, head end
  owner = { what = say(what, { it = one.id }), id = one.id,
    scope = not finding and one.scope or nil, list = prompts_of(model, one) }
  r.prompts[head] = owner
  return owner
end

local function unknown_owner(model, r, record, head)
  local near = nearest.find(head, names(r, "checks", model.checks, "id"))
  r.error(record.pointer .. "/prompt", say("prompt-of-nothing", {
    it = r.shown(record.prompt), example = near or model.checks[1].id, near = near },
    near and "did-you-mean-prompt"))
end

local function check_among(r, record, answers)
  local answer = record.answer
  if type(answer) == "string" and nearest.is_in(answer, answers) then return end
  local entry = { type = "choice", values = answers, allowed = nearest.set_of(answers) }
  values.expected(r, record.pointer .. "/answer", answer,
    values.wanted_one_of(r, answers, answer), r.plain_cure(entry, answer))
end

local function check_prompt_of_rule(model, r, record)
  local owner, head = owner_of(model, r, record.prompt)
  if not owner then
    if is_of_layer(record.prompt) then return end
    return unknown_owner(model, r, record, head)
  end
  local answers = owner.list.answers[record.prompt]
  if not answers then
    return r.unfound(record.pointer .. "/prompt", say("no-such-prompt", {
      it = r.shown(record.prompt), owner = owner.what, known = owner.list }),
      record.prompt, owner.list)
  end
  record.subject = owner.id
  check_facility(r, record, owner.scope, owner.what)
  check_among(r, record, answers)
end

local function check_prompt_of_fact(model, r, record, pointer)
  if not find_fact(model, r, record, pointer, record.pointer .. "/prompt") then
    return
  end
  check_facility(r, record)
  check_fact_place(r, record)
  record.subject = record.asked
  local cell, what = values.read(record.entry, record.answer, r.null)
  if cell then return end
  local before = r.secret
  r.secret = record.entry.hides_why and not r.show_sensitive
  values.expected(r, record.pointer .. "/answer", record.answer, what)
  r.secret = before
end

-- ---- each kind of record -------------------------------------------------

-- What each kind must hold, and what of the rest it may.
local FIELDS <const> = { "answer", "check", "fact", "outcome", "prompt",
  "provision" }
local KINDS <const> = {
  judgement = { says = say "judgement-is", needs = { "prompt",
    "answer" }, may = {} },
  override = { says = say "override-is",
    needs = { "outcome" }, may = { "check", "provision" } },
  waiver = { says = say "waiver-is",
    needs = {}, may = { "check", "outcome", "provision" } },
  attestation = { says = say "attestation-is", needs = { "fact" },
    may = {} },
}

-- Whether the record holds what its kind asks for, and nothing else.
local function check_fields(r, record, kind)
  local good = true
  for _, name in ipairs(FIELDS) do
    local needed = nearest.is_in(name, kind.needs)
    if record[name] == nil and needed then
      if not record.wrong[name] then
        r.error(record.pointer, say("entry-lacks", { it = name, meaning = kind.says }))
      end
      good = false
    elseif record[name] ~= nil and not needed
      and not nearest.is_in(name, kind.may) then
      r.error(record.pointer .. "/" .. name, say("field-without-effect",
        { it = name, kind = kind.says }))
      good = false
    end
  end
  return good
end

local check = {}

function check.judgement(model, r, record)
  local named = record.prompt:match "^fact:(.*)$"
  local pointer = named and (pointers.of_key(model.vocabulary, r, named) or named)
  if pointer then
    record.asked = "fact:" .. pointer -- whichever of its names the record used
    return check_prompt_of_fact(model, r, record, pointer)
  end
  check_prompt_of_rule(model, r, record)
end

function check.override(model, r, record)
  record.subject = record.check or record.provision
  if not record.subject then
    return r.error(record.pointer, say("record-names-nothing",
      { kind = KINDS[record.kind].says }))
  end
  targets.check_place(model, r, record)
end
check.waiver = check.override

function check.attestation(model, r, record)
  record.fact = pointers.of_key(model.vocabulary, r, record.fact) or record.fact
  record.subject = "fact:" .. record.fact
  if find_fact(model, r, record, record.fact, record.pointer .. "/fact") then
    check_facility(r, record)
    check_fact_place(r, record)
  end
end

-- The check or provision that the record says does not apply, or nil.
local function not_applicable(record)
  if record.outcome == "not-applicable" then return record.subject end
  return record.answer == "no" and record.prompt
    and record.prompt:match "^(.*)/applies$"
end

local function check_reason(r, record)
  if not record.why or not not_applicable(record) then return end
  if small_risk.is_said(record.why) then
    return r.error(record.pointer .. "/why", say "low-risk-is-no-reason")
  end
end

-- Checks all that the record names.
function targets.check(model, r, record)
  local kind = KINDS[record.kind]
  if not kind or not check_fields(r, record, kind) then return end
  check[record.kind](model, r, record)
  check_reason(r, record)
end

return targets
