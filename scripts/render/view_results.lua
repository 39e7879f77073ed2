-- The result of one check, read into what every form of a report shows; see
-- view.lua.

local outcomes = require "base.outcomes"
local plain = require "render.plain"
local view_ratings = require "render.view_ratings"
local view_records = require "render.view_records"

local view_results = {}

-- Which group an outcome is listed in.  One that this version does not know is
-- not settled.
local function group_of(outcome)
  return (outcomes.of[outcome] or outcomes.of[outcomes.OPEN]).group
end

-- ---- facts --------------------------------------------------------------

local function list_value(fact)
  return ("%d listed, %s"):format(plain.whole(fact.items),
    fact.complete == true and "the list is complete"
      or "the list is not said to be complete")
end

view_results.list_value = list_value

-- Who found it, and what the Member says instead or too.
local function beside(value, host)
  local auditor, member = plain.object(value.auditor), plain.object(value.member)
  local by = plain.text(auditor.by)
  if not by then return nil end
  local said = member.value ~= nil and plain.value(member.value, host)
    or plain.text(member.state) == "known" and "(kept back)" or "nothing"
  return ("found by %s on %s; the Member says %s"):format(by,
    plain.text(auditor.date) or "?", said)
end

local function fact_of(value, host)
  local name = plain.text(value.fact)
  local state = plain.text(value.state) or "unknown"
  local is_list = not name and type(value.list) == "string"
  local shown
  if is_list then
    shown = list_value(value)
    local says = value.complete == true or plain.whole(value.items) > 0
    state = says and "known" or "unknown"
  elseif state == "known" then
    shown = value.value == nil and "(kept back)"
      or plain.value(value.value, host)
  else
    shown = (state:gsub("_", " "))
  end
  return { name = name or plain.text(value.list) or "?", value = shown,
    known = state == "known", parameter = value.parameter == true,
    layer = plain.text(value.layer),
    evidence = plain.texts(value.evidence), basis = plain.text(value.basis),
    pointer = plain.text(value.pointer), record = plain.text(value.record),
    worked_out_from = plain.text(value.worked_out_from), why = plain.text(value.why),
    by = plain.text(value.stated_by) or plain.text(value.source),
    beside = beside(value, host) }
end

-- Whether `condition` names `path` as a whole word.
local function names_fact(condition, path)
  local from = 1
  while true do
    local first, last = condition:find(path, from, true)
    if not first then return false end
    if not condition:sub(first - 1, first - 1):find("[%w_.]")
      and not condition:find("^%.?[%w_]", last + 1) then
      return true
    end
    from = first + 1
  end
end

local function is_named(fact, tests)
  for _, test in ipairs(tests) do
    if names_fact(test.text, fact.name) then return true end
  end
  return false
end

-- Tells the facts an outcome rests on, which its deciding conditions name, from
-- those that were read beside them.
local function sort_facts(result, value, host)
  for _, item in ipairs(plain.objects(value.deciding)) do
    for _, fact in ipairs(plain.objects(item.facts)) do
      result.rests_on[#result.rests_on + 1] = fact_of(fact, host)
    end
  end
  for _, one in ipairs(plain.objects(value.facts)) do
    local fact = fact_of(one, host)
    local into = is_named(fact, result.tests) and result.rests_on
      or result.also_read
    into[#into + 1] = fact
  end
end

-- ---- results ------------------------------------------------------------

local function tests_of(value)
  local tests = {}
  for _, item in ipairs(plain.objects(value)) do
    local text = plain.text(item.condition)
    if text then
      tests[#tests + 1] = { text = text, line = plain.whole(item.line),
        items = plain.texts(item.items), pointer = plain.text(item.pointer) }
    end
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
      authority = plain.text(one.authority), why = plain.text(one.why) }
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

-- Whether a parameter that the result read has this value.
local function is_chosen(value, name)
  for _, fact in ipairs(plain.objects(value.facts)) do
    if fact.parameter == true and fact.value == name then return true end
  end
  return false
end

-- A sentence for each reading of the guidance: what the check comes to under it.
local function readings_of(value)
  local names, list = {}, {}
  for name, outcome in pairs(plain.object(value.readings)) do
    if type(name) == "string" and type(outcome) == "string" then
      names[#names + 1] = name
    end
  end
  table.sort(names)
  for i, name in ipairs(names) do
    local outcome = value.readings[name]
    list[i] = ("Under the reading %s%s: %s."):format(plain.line(name),
      is_chosen(value, name) and ", which rates" or "",
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
  if fact.why then list[#list + 1] = "because \"" .. fact.why .. "\"" end
  return list
end

-- "(evidenced) [E-05], stated by the owner": how well a result is supported.
function view_results.support(result)
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
  table.insert(words, 1, (result.basis and "(" .. result.basis .. ")" or "")
    .. plain.in_brackets(ids))
  return table.concat(words, ", ")
end

-- The points the outcome rests on, each with its wording; where a report names
-- none, those of the check.
local function cited_text(value)
  local cites = {}
  for i, one in ipairs(plain.objects(value.cites)) do
    cites[i] = ("%s (%s)"):format(plain.text(one.point) or "?",
      plain.text(one.strength) or "?")
  end
  if #cites > 0 then return table.concat(cites, ", ") end
  local points = plain.texts(value.points)
  return ("%s (%s)"):format(#points > 0 and table.concat(points, ", ")
    or "none of the guidance", plain.text(value.strength) or "?")
end

-- What is known and speaks against the Member beside the outcome, in words.
local function against_of(value)
  local list = {}
  for _, one in ipairs(plain.objects(value)) do
    list[#list + 1] = plain.text(one.says)
  end
  return list
end

-- What is known of a check that is open.
function view_results.known_of(result)
  local list = {}
  for _, facts in ipairs { result.rests_on, result.also_read } do
    for _, fact in ipairs(facts) do
      if fact.known and not fact.parameter then list[#list + 1] = fact end
    end
  end
  return list
end

-- A result; `group` is the list it belongs to.
function view_results.result_of(value, host)
  local result = {
    check = plain.text(value.check) or "?", title = plain.text(value.title)
      or "", outcome = plain.text(value.outcome) or outcomes.OPEN,
    reason = plain.text(value.reason) or "", ask = plain.text(value.ask),
    remedy = plain.text(value.remedy), basis = plain.text(value.basis),
    points = plain.texts(value.points), strength = plain.text(value.strength),
    cited = cited_text(value),
    provision = plain.text(value.provision),
    range = view_ratings.range_of(value.range),
    facility = plain.text(value.facility), layer = plain.text(value.layer),
    file = plain.text(value.file), line = plain.whole(value.line),
    own = own_of(value.with_layers),
    tests = tests_of(value.deciding), auditor = auditor_of(value.with_records),
    entered = plain.texts(value.findings),
    judgements = judgements_of(value.with_judgements, host),
    readings = readings_of(value), rests_on = {}, also_read = {},
  }
  result.group = group_of(result.outcome)
  result.against = against_of(value.against)
  sort_facts(result, value, host)
  return result
end

return view_results
