-- The result of one check, read into what every form of a report shows; see
-- view.lua.

local grouped = require "base.grouped"
local keys = require "base.keys"
local ordered = require "base.ordered"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local shallow = require "base.shallow"
local sorted_keys = require "base.sorted_keys"
local view_facts = require "view.facts"
local view_records = require "view.records"

local view_results = {}

-- ---- facts --------------------------------------------------------------

-- What an outcome rests on, and what was read beside it.
local function add_facts(result, row, store)
  local seen = {}
  local function add(into, fact)
    if fact and not seen[fact.key] then
      seen[fact.key], into[#into + 1] = true, fact
    end
  end
  for _, key in ipairs(row.rests_on) do add(result.rests_on, store.fact(key)) end
  for _, key in ipairs(row.reads) do add(result.also_read, store.fact(key)) end
  for _, name in ipairs(row.parameters) do
    add(result.also_read, store.parameter(name, row.layer))
  end
end

-- ---- results ------------------------------------------------------------

local function tests_of(row)
  local tests = {}
  for i, one in ipairs(row.result.deciding or { { condition = row.expects } }) do
    local items, pointers = plain.texts(one.items), plain.texts(one.pointers)
    local item = plain.text(one.item)
    for k, key in ipairs(items) do items[k] = view_facts.item_name(key, pointers[k]) end
    tests[i] = { text = plain.text(one.condition) or "?",
      line = plain.whole(one.line or row.line), items = items,
      item = item and view_facts.item_name(item, pointers[1]) }
  end
  return tests
end

-- The auditor's column: the outcome in words, and a line for each record; nil
-- where no record speaks of the check.
local function auditor_of(value)
  if type(value) ~= "table" then return nil end
  local records = {}
  for i, one in ipairs(plain.objects(value.records)) do
    local record = { id = plain.text(one.id), kind = plain.text(one.kind),
      outcome = plain.text(one.outcome), by = plain.text(one.by),
      authority = plain.text(one.authority), why = plain.text(one.why),
      ["until"] = plain.text(one["until"]) }
    records[i] = view_records.line(record)
  end
  local outcome = plain.text(value.outcome)
  local words = outcome and outcomes.words(outcome) or "?"
  return { outcome = outcome, records = records, words = value.conflicting
    == true and words .. ": the records contradict each other" or words }
end

-- The auditor's judgements that the outcome takes in, in words.
local function judgements_of(value, host)
  local list = {}
  for i, one in ipairs(plain.objects(value)) do
    local id = plain.text(one.id)
    list[i] = ("%s%s by %s (%s): %s. %s"):format(id and id .. ", " or "",
      plain.text(one.prompt) or "?", plain.text(one.by) or "?",
      plain.text(one.authority) or "no authority named",
      plain.value(one.answer, host), plain.text(one.why) or "No reason given.")
  end
  return list
end

-- What layers make of the result in the house rating.
local function own_of(value)
  if type(value) ~= "table" then return nil end
  local outcome = plain.text(value.outcome) or outcomes.OPEN
  return { outcome = outcome, layer = plain.text(value.layer) or "?",
    text = ("%s (%s)"):format(outcome, plain.text(value.reason) or "") }
end

-- Whether a parameter that the check reads has this value.
local function is_chosen(row, store, name)
  for _, parameter in ipairs(row.parameters) do
    local fact = store.parameter(parameter, row.layer)
    if fact and fact.value == name then return true end
  end
  return false
end

-- A sentence for each reading of the guidance: what the check comes to under it.
local function readings_of(row, store)
  local readings, list = row.result.readings, {}
  if not readings then return list end
  for i, name in ipairs(sorted_keys(readings)) do
    local outcome = readings[name]
    list[i] = ("Under the reading %s%s: %s."):format(plain.line(name),
      is_chosen(row, store, name) and ", which rates" or "",
      plain.line(outcomes.words(outcome)))
  end
  return list
end

-- What stands behind a fact but evidence: who stated it, the list it follows
-- from, the auditor's record, and the reason given, which may refute it.
local function words_behind(fact)
  local list = {}
  if fact.by and not fact.parameter then list[1] = "stated by " .. fact.by end
  if fact.worked_out_from then
    list[#list + 1] = "from " .. fact.worked_out_from
  end
  list[#list + 1] = fact.recorded
  list[#list + 1] = fact.beside
  if #fact.against > 0 then
    list[#list + 1] = "against it:" .. plain.in_brackets(fact.against)
  end
  local why = fact.why and ("\"%s\""):format(fact.why)
  if fact.withheld then
    list[#list + 1] = "withheld by the Member" .. (why and ": " .. why or "")
  elseif why then
    list[#list + 1] = ("reason given for %s: %s"):format(fact.name, why)
  end
  list[#list + 1] = fact.note and ("note on %s: \"%s\""):format(fact.name, fact.note)
    or nil
  return list
end

local MOST_NAMED <const> = 4

-- Names of the facts that an outcome rests on: those with evidence, and those without.
local function by_evidence(facts)
  local with, without = {}, {}
  for _, fact in ipairs(facts) do
    if not fact.parameter then
      local into = #fact.evidence > 0 and with or without
      into[#into + 1] = fact.name
    end
  end
  return with, without
end

-- "(auditor-verified by interview alone)": what somebody told the auditor is no more
-- than told.
local function basis_text(result, ids, kinds)
  if not result.basis then return "" end
  local told = result.basis == "auditor-verified" and #ids > 0
  for _, id in ipairs(ids) do told = told and kinds[id] == "interview" end
  return ("(%s%s)"):format(result.basis, told and " by interview alone" or "")
end

-- "(stated) [survey] for asm.present, nothing for vpshr.subjects": evidence is told of
-- the facts that name it, so that none seems to show what it does not.
local function evidence_behind(result, ids, kinds)
  local with, without = by_evidence(result.rests_on)
  local basis = basis_text(result, ids, kinds)
  if #ids == 0 or #without == 0 then return basis .. plain.in_brackets(ids) end
  return ("%s%s for %s, nothing for %s"):format(basis, plain.in_brackets(ids),
    plain.some_of(with, MOST_NAMED), plain.some_of(without, MOST_NAMED))
end

-- What the dossier remarks on the facts that a result rests on or read.
function view_results.notes_on(result)
  local list = {}
  for _, facts in ipairs { result.rests_on, result.also_read } do
    for _, fact in ipairs(facts) do
      list[#list + 1] = fact.note and ("%s: %s"):format(fact.name, fact.note) or nil
    end
  end
  return list
end

-- "(evidenced) [E-05], stated by the owner": how well a result is supported.
function view_results.support(result, kinds)
  local ids, seen, words = {}, {}, {}
  local function add(list, all)
    for _, one in ipairs(list) do
      if not seen[one] then seen[one], all[#all + 1] = true, one end
    end
  end
  for _, fact in ipairs(result.rests_on) do
    add(fact.evidence, ids)
    add(words_behind(fact), words)
  end
  table.insert(words, 1, evidence_behind(result, ids, kinds or {}))
  return table.concat(words, ", ")
end

-- The points the outcome rests on, each with its wording.
local function cited_text(row, report)
  local cites = {}
  for i, id in ipairs(row.points) do
    local point = report.points[id]
    cites[i] = ("%s (%s)"):format(plain.line(id), plain.line(point
      and point.strength or "?"))
  end
  return #cites > 0 and table.concat(cites, ", ")
    or ("none of the guidance (%s)"):format(row.strength)
end

-- What is known and speaks against the Member beside the outcome, in words.
-- Several conditions on one fact say the same: that is said once.
local function against_of(value)
  local list, said = {}, {}
  for _, one in ipairs(plain.objects(value)) do
    local says = plain.text(one.says)
    if says and not said[says] then said[says], list[#list + 1] = true, says end
  end
  return list
end

-- The facts that a finding rests on, as one text; nil for none.
local function facts_key(result)
  local names = {}
  for i, fact in ipairs(result.rests_on) do names[i] = fact.key end
  table.sort(names)
  return #names > 0 and table.concat(names, "\n") or nil
end

-- Says of each finding of a place which others rest on the same facts, so that nobody
-- takes one thing for several.
function view_results.mark_same(findings)
  local by_facts = grouped(findings, function(result) return facts_key(result) or result end)
  for _, group in ipairs(by_facts) do
    for _, result in ipairs(#group > 1 and group or {}) do
      local others = {}
      for _, other in ipairs(group) do
        if other ~= result then others[#others + 1] = other.check end
      end
      result.same_as = ("%s %s on %s too"):format(plain.all_of(others),
        #others == 1 and "rests" or "rest", #result.rests_on == 1 and "it" or "them")
    end
  end
end

-- An answer in conflict, with the evidence against it, and an item's answer that is not
-- known, with the reason given; nil for any other.
local function why_open(fact)
  if fact.state == "conflicting" and #fact.against > 0 then
    return shallow.with(fact, "value", "conflicting; against it:"
      .. plain.in_brackets(fact.against))
  end
  if fact.known or not fact.why or not fact.key:find("[", 1, true) then return nil end
  return shallow.with(fact, "value", ("%s (%s)"):format(fact.value, fact.why))
end

-- What is known of a check that is open.
function view_results.known_of(result)
  local list = {}
  for _, facts in ipairs { result.rests_on, result.also_read } do
    for _, fact in ipairs(facts) do
      list[#list + 1] = fact.known and not fact.parameter and fact or why_open(fact)
    end
  end
  return list
end

local WEIGHT <const> = { shall = 1, must = 1, should = 2 }

-- What the guidance demands, then what it recommends, each in the order of the report.
function view_results.by_strength(results)
  return ordered(table.move(results, 1, #results, 1, {}), function(a, b)
    return (WEIGHT[a.strength] or 3) < (WEIGHT[b.strength] or 3)
  end)
end

-- The result of one check (report/rows.lua); `group` is the list it belongs to,
-- `store` gives the facts (view_facts.lua).
function view_results.result_of(row, report, store, host)
  local given = row.result
  local result = {
    id = plain.line(keys.at(row.facility, row.check)),
    is_of_row = given.checks ~= nil,
    check = plain.line(row.check), title = plain.text(row.title) or "",
    outcome = row.outcome, range = row.range, group = outcomes.of[row.outcome].group,
    reason = plain.text(given.reason) or "", ask = plain.text(row.ask),
    remedy = plain.text(row.remedy), basis = plain.text(given.basis),
    points = plain.texts(row.points), strength = row.strength,
    cited = cited_text(row, report), provision = plain.text(row.provision),
    facility = plain.text(row.facility), layer = plain.text(row.layer),
    file = plain.text(row.file), line = plain.whole(row.line),
    own = own_of(given.with_layers), tests = tests_of(row),
    auditor = auditor_of(given.with_records),
    entered = plain.texts(given.findings),
    against = against_of(given.against), judgements = judgements_of(
      given.with_judgements, host),
    readings = readings_of(row, store), rests_on = {}, also_read = {}, idle = {},
  }
  add_facts(result, row, store)
  return result
end

return view_results
