-- Questions for the auditor.  A deciding prompt leaves its outcome open until a
-- record answers it; an advisory one is listed and changes nothing.

local asked_of = require "report.asked_of"
local auditor = require "report.auditor"
local culprits = require "evaluate.culprits"
local explain = require "evaluate.explain"
local findings = require "report.findings"
local keys = require "report.keys"
local logic = require "evaluate.logic"
local outcomes = require "base.outcomes"
local records_report = require "report.records"
local results = require "report.results"
local values = require "dossier.values"
local withheld = require "report.withheld"

local prompts = {}

-- Its `id` holds the key of a fact, not the pointer by which a record answers it:
-- that moves when lists are ordered anew.
local function new(kind, id, text, result, fact_key)
  return { id = fact_key and "fact:" .. fact_key,
    kind = kind, prompt = id, text = text, check = result.check.id,
    facility = result.facility and result.facility["#id"] or nil }
end

-- The auditor's questions that keep this result open; one that was answered
-- decided it.
local function deciding(result, ctx, store, out)
  for _, found in ipairs(result.found) do
    local node = found.node
    if node.kind == "auditor" and ctx.judgement(node.id) == nil then
      local prompt = new("deciding", node.id, asked_of.question(found, ctx), result)
      prompt.answers = node.answers
      out[#out + 1] = prompt
    elseif found.subject and found.subject.auditor_may_decide then
      local entry = found.subject
      local frame = entry.scope == "facility" and found.facility
        or ctx[entry.scope]
      local prompt = new("deciding", "fact:" .. frame["#pointer"]
        .. entry.suffix, entry.ask, result,
        store.fact(entry, frame, found.facility))
      prompt.answer = values.expected_of(entry)
      out[#out + 1] = prompt
    end
  end
end

-- Appends a prompt, unless a record has answered it.
local function ask(answers, out, prompt)
  local answer, claims = answers.judgement(prompt.prompt, prompt.facility)
  if answer == nil then
    out[#out + 1] = prompt
    return
  end
  for _, claim in ipairs(claims) do answers.use(claim.record) end
end

-- Where a found condition reads the fact or list `about`.
local function frame_of(about, found, ctx)
  return about.scope == "item" and found.item
    or about.scope == "facility" and found.facility or ctx[about.scope]
end

-- Whether what leaves a found condition open is known, though not exactly.
local function is_known_in_part(found, ctx)
  local function is_known(entry)
    local cell = frame_of(entry, found, ctx)[entry.path]
    return cell ~= nil and cell.state == "known"
  end
  local node = found.node
  return node.entry ~= nil and is_known(node.entry)
    and (not node.operand or is_known(node.operand))
end

-- Whether all that leaves `when` open is inexact, such as a date of which only the
-- year is known.
local function is_inexact(when, ctx)
  local open = explain.open(when, ctx)
  for _, found in ipairs(open) do
    if not is_known_in_part(found, ctx) then return false end
  end
  return #open > 0
end

-- The text of a piece of advice where its condition holds, or may hold by values
-- that are known in part; else nil.
local function advice_text(prompt, ctx)
  local when = prompt.when
  local mask = when and when.eval(ctx)
  if not mask then return prompt.text end
  local text = prompt.text
  if not logic.holds(mask) then
    if not logic.may_hold(mask) or not is_inexact(when, ctx) then return nil end
    text = text .. "  Whether it is so is open."
  end
  return text .. asked_of.because(when, ctx, prompt.names ~= nil)
end

-- Advice belongs to a check that applies, unless it says that it stands where
-- the check is not asked too.  Where a record says that it is major already,
-- nobody asks whether something makes it so.
local function advice(result, ctx, out)
  if auditor.is_raised(result) then return end
  local applies = result.count ~= "not_applicable"
  for _, prompt in ipairs(result.check.prompts) do
    local text = (applies or prompt.where_not_asked) and advice_text(prompt, ctx)
    if text then
      ask(ctx.answers, out, new("advisory", prompt.id,
        text .. asked_of.advice(prompt, ctx), result))
    end
  end
end

-- "record R-1 by A. Auditor of 2013-11-30 ("excepted")".
local function reasons_of(claims)
  local list = {}
  for i, claim in ipairs(claims) do
    list[i] = ("%s (\"%s\")"):format(records_report.named(claim.record),
      claim.record.why)
  end
  table.sort(list)
  return table.concat(list, ", ")
end

-- Records that say "does not apply" where the facts say that it does; those on a
-- whole provision are asked about once at a place, kept in `seen`.
local function contradicted_records(result, seen, out)
  local claims = auditor.against_facts(result)
  if not claims then return end
  local about = result.auditor.by_provision and result.check.provision
    or result.check
  local place = result.facility or seen
  seen[about] = seen[about] or {}
  if seen[about][place] then return end
  seen[about][place] = true
  local prompt = new("advisory", about.id .. "/applies", ("The auditor's record "
    .. "says that this does not apply, but the facts say that it does: %s.  Is "
    .. "the reason sound?"):format(reasons_of(claims)), result)
  prompt.check = about == result.check and about.id or nil
  out[#out + 1] = prompt
end

-- An isolated lapse against a shall or must may be part of a pattern: only a
-- record can say so.
local function extent(result, model, ctx, out)
  local row = model.ratings[result.check.strength or "beyond"]
  if row.lapse == row.absent or auditor.is_raised(result)
    or result.outcome ~= row.lapse and not result.disputed then return end
  local prompt = new(result.disputed and "deciding" or "advisory",
    result.check.prompt_extent, "Is this shortfall isolated, or systemic?  A "
      .. "record that answers \"systemic\" makes it a "
      .. outcomes.words(row.absent) .. ".", result)
  prompt.answers = { isolated = "It is a " .. outcomes.words(row.lapse) .. ".",
    systemic = "It is a " .. outcomes.words(row.absent) .. "." }
  ask(ctx.answers, out, prompt)
end

-- The facility that holds `pointer`; nil at the Member.
local function facility_at(r, pointer)
  local number = pointer:match "^/facilities/items/(%d+)/"
    or pointer:match "^/facilities/(%d+)/"
  return number and r.facilities.items[math.tointeger(tonumber(number)) + 1]
end

-- "Ridge Guarding: ": of which item of a list a question is asked.
local function item_label(open, ctx)
  local label = open.entry.scope == "item"
    and culprits.label(open.frame, ctx.show_sensitive)
  return label and label .. ": " or ""
end

-- Facts whose legs of evidence do not settle them.
local function open_legs(r, ctx, store, out)
  for _, open in ipairs(r.undecided) do
    if not open.settled then
      local facility = facility_at(r, open.pointer)
      out[#out + 1] = { kind = "deciding", prompt = "fact:" .. open.pointer,
        id = "fact:" .. store.fact(open.entry, open.frame, facility),
        facility = facility and facility["#id"],
        answer = values.expected_of(open.entry),
        text = ("%s%s  %s%s.  Which value may be taken as known?"):format(
          item_label(open, ctx), open.entry.ask or open.entry.path .. ".",
          open.why:sub(1, 1):upper(),
          open.why:sub(2)) }
    end
  end
end

local AUDITOR <const> = 3 -- the basis of what the auditor's own evidence shows

-- Why the evidence of a fact does not show it, and what would.
-- `by`: who vouches for it in a record.
local function why_unshown(cell, entry, by)
  local kinds = table.concat(entry.shown_by, " or ")
  if cell.unverified then
    return ("%s vouches for the answer, and names no evidence collected by an auditor "
      .. "that shows it.  Name some of the kind %s, or it counts as %s alone.")
      :format(by or cell.auditor.by, kinds, outcomes.BASES[cell.basis or 1])
  end
  return ("The answer rests on %s, which cannot show it. Name evidence of the kind "
    .. "%s, or leave the answer as stated."):format(
    table.concat(cell.unshown_by, ", "), kinds)
end

-- Facts whose evidence is of a kind that cannot show them, and what an auditor vouches
-- for without the auditor's evidence.
local function unshown(r, ctx, store, out)
  for _, one in ipairs(r.unshown) do
    local cell, entry = one.cell, one.entry
    if one.frame[entry.path] == cell and cell.state == "known"
      and (cell.basis or 1) < AUDITOR then
      local facility = facility_at(r, one.pointer)
      out[#out + 1] = { kind = "advisory", prompt = "fact:" .. one.pointer,
        id = "fact:" .. store.fact(entry, one.frame, facility),
        facility = facility and facility["#id"],
        text = ("%s%s  %s"):format(item_label(one, ctx),
          entry.ask or entry.path .. ".", why_unshown(cell, entry, one.by)) }
    end
  end
end

local RAISED <const> = "may together be raised to a major one; that is the "
  .. "auditor's decision."

-- The minor findings by what key(result) gives, lists in the order of results.
local function minors_by(evaluation, key)
  local lists, by_key = {}, {}
  for _, result in ipairs(evaluation.results) do
    local name = result.outcome == outcomes.MINOR and key(result)
    if name then
      local list = by_key[name]
      if not list then
        list = {}
        by_key[name], lists[#lists + 1] = list, list
      end
      list[#list + 1] = result
    end
  end
  return lists
end

local MOST_PLACES <const> = 5

-- "deep, smelter, 2 more": where the results stand, whatever the order they were
-- listed in.
local function places_of(list)
  local ids = {}
  for i, result in ipairs(list) do ids[i] = result.facility["#id"] end
  table.sort(ids)
  local more = #ids - MOST_PLACES
  if more > 0 then
    ids = table.move(ids, 1, MOST_PLACES, 1, {})
    ids[MOST_PLACES + 1] = ("%d more"):format(more)
  end
  return table.concat(ids, ", ")
end

-- The same minor shortfall at several facilities.
local function repetitive(evaluation, out)
  for _, list in ipairs(minors_by(evaluation, function(result)
    return result.facility and result.check
  end)) do
    if #list > 1 then
      local id = list[1].check.id
      ask(evaluation.answers, out, { kind = "advisory", check = id,
        prompt = id .. "/repetitive",
        text = ("The same shortfall stands at %d facilities: %s.  Minor findings "
          .. "that repeat %s"):format(#list, places_of(list), RAISED) })
    end
  end
end

-- Several minor shortfalls against one provision at one place.
local function related(evaluation, out)
  for _, list in ipairs(minors_by(evaluation, function(result)
    local provision = result.check.provision.id
    local facility = result.facility
    return provision .. (facility and "\n" .. facility["#id"] or "")
  end)) do
    if #list > 1 then
      local ids = {}
      for i, result in ipairs(list) do ids[i] = result.check.id end
      local provision, facility = list[1].check.provision.id, list[1].facility
      ask(evaluation.answers, out, { kind = "advisory",
        prompt = provision .. "/related",
        facility = facility and facility["#id"],
        text = ("%d minor findings stand against %s here: %s.  Minor findings "
          .. "that are related %s"):format(#list, provision,
          table.concat(ids, ", "), RAISED) })
    end
  end
end

-- The check of all places of a question is named at the question alone.
local function name_check_once(question)
  local check = question.at[1].check
  for _, at in ipairs(question.at) do if at.check ~= check then return end end
  question.check = check
  for _, at in ipairs(question.at) do at.check = nil end
end

-- What several checks ask is asked once: { kind, text, answers, check, at }, where
-- `at` lists the places.
local function by_question(list, json)
  local out, by_text, seen = {}, {}, {}
  for _, one in ipairs(list) do
    local key = one.kind .. one.text
    local question = by_text[key]
    if not question then
      question = { kind = one.kind, text = one.text, answers = one.answers,
        answer = one.answer, at = json.array {} }
      by_text[key], out[#out + 1] = question, question
    end
    local id = one.id or keys.at(one.facility, one.prompt)
    if not seen[key .. id] then
      seen[key .. id] = true
      table.insert(question.at, { id = id, check = one.check,
        facility = one.facility })
    end
  end
  for _, question in ipairs(out) do name_check_once(question) end
  return json.array(out)
end

-- Whether a question of the report, or an open one on its evidence, is about a fact
-- in a frame.
local function asked_about(r, evaluation)
  local asked = {}
  local function add(frame, entry)
    asked[frame] = asked[frame] or {}
    asked[frame][entry] = true
  end
  for _, one in ipairs(prompts.questions(evaluation)) do
    if one.entry then add(one.frame, one.entry) end
  end
  for _, open in ipairs(r.undecided) do
    if not open.settled then add(open.frame, open.entry) end
  end
  return function(entry, frame) return asked[frame] and asked[frame][entry] end
end

-- Every prompt of an evaluation, in the order of its results.
function prompts.collect(model, r, evaluation, store, json)
  local out, ctx, seen = {}, evaluation.ctx, {}
  open_legs(r, ctx, store, out)
  unshown(r, ctx, store, out)
  for _, result in ipairs(evaluation.results) do
    if not result.broken then
      ctx.facility = result.facility or ctx.no_facility
      deciding(result, ctx, store, out)
      advice(result, ctx, out)
      extent(result, model, ctx, out)
      contradicted_records(result, seen, out)
    end
  end
  local kept_back = withheld.all(model, r, ctx, store)
  if #kept_back > 0 then
    withheld.add_prompts(kept_back, asked_about(r, evaluation), ctx.show_sensitive, out)
  end
  related(evaluation, out)
  repetitive(evaluation, out)
  findings.add_prompts(model, r, evaluation, function(prompt)
    ask(evaluation.answers, out, prompt)
  end)
  records_report.add_prompts(r, evaluation.answers, out)
  return by_question(out, json)
end

-- The conditions that leave a result open, or its share in the house rating.
local function open_conditions(result)
  local out = {}
  for _, found in ipairs(result.count ~= "settled" and result.found or {}) do
    out[#out + 1] = found
  end
  local own = result.house
  local open = own and own.outcome == outcomes.OPEN
  for _, found in ipairs(open and own.found or {}) do out[#out + 1] = found end
  return out
end

-- Why a condition is open; nil for what is plainly not known.
local function open_state(ctx, found)
  local state = explain.state_of(ctx, found)
  return state ~= "unknown" and state or nil
end

-- Each question once: { ask, at }, where `at` lists the facts it is about.
local function by_ask(list, json)
  local out, by_text = {}, {}
  for _, one in ipairs(list) do
    local text = one.ask or ""
    local question = by_text[text]
    if not question then
      question = { ask = one.ask, at = json.array {} }
      by_text[text], out[#out + 1] = question, question
    end
    table.insert(question.at, { fact = one.fact, state = one.state,
      provisions = #one.provisions > 0 and json.array(one.provisions) or nil })
  end
  return json.array(out)
end

-- The fact or list that a found condition waits for, and where it is.
local function asked_by(found, ctx)
  local entry = found.subject or found.node.entry
  local about = entry or found.node.list
  if not about or about.scope == "parameter" then return nil end
  return about, entry, frame_of(about, found, ctx)
end

-- What is asked for, each question once: { pointer, about, entry (nil for a list),
-- frame, found, results }.
function prompts.questions(evaluation)
  local out, seen, ctx = {}, {}, evaluation.ctx
  for _, result in ipairs(evaluation.results) do
    for _, found in ipairs(open_conditions(result)) do
      local about, entry, frame = asked_by(found, ctx)
      if about then
        local pointer = (frame["#pointer"] or "") .. about.suffix
        local one = seen[pointer]
        if not one then
          one = { pointer = pointer, about = about, entry = entry,
            frame = frame, found = found, results = {} }
          seen[pointer], out[#out + 1] = one, one
        end
        if one.results[#one.results] ~= result then
          one.results[#one.results + 1] = result
        end
      end
    end
  end
  return out
end

-- The ids of the provisions of those of `waiting` that share a row of the report;
-- the others rest on what is missing.
local function waiting_provisions(waiting)
  local ids, seen = {}, {}
  for _, result in ipairs(waiting) do
    local provision = results.shared_reason(result) and result.check.provision
    if provision and not seen[provision] then
      seen[provision], ids[#ids + 1] = true, provision.id
    end
  end
  return ids
end

-- The questions whose answers would settle what is open, each once.
function prompts.missing(evaluation, store, json)
  local out, ctx = {}, evaluation.ctx
  for i, one in ipairs(prompts.questions(evaluation)) do
    local facility = one.found.facility
    out[i] = { ask = one.about.ask, provisions = waiting_provisions(one.results),
      state = open_state(ctx, one.found),
      fact = one.entry and store.fact(one.entry, one.frame, facility)
        or store.list(one.about, facility) }
  end
  return by_ask(out, json)
end

return prompts
