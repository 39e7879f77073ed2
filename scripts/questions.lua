-- What to ask next (cop11.questions/1): all that a report leaves open, each question
-- once, by whom to ask or what to look at, first what settles most checks.

local keys = require "base.keys"
local ordered = require "base.ordered"
local outcomes = require "base.outcomes"
local view = require "view"

local questions = {}

local FORMAT <const> = "cop11.questions/1"

-- Whom to ask or what to look at, in the order of a visit's preparation.
local GROUPS <const> = {
  { name = "documents", title = "Documents to ask for" },
  { name = "people", title = "People to interview" },
  { name = "places", title = "Places to see" },
  { name = "member", title = "What the Member itself can say" },
  { name = "decide", title = "What only the auditor may decide" },
  { name = "consider", title = "What the auditor should look into" },
}

-- ---- where an answer is found -----------------------------------------------

-- What the rules declare of the fact or list that `key` names; nil where nothing.
local function declared(vocabulary, key)
  local _, name = keys.parts(key)
  local list = vocabulary.lists[name:match "^([%w_.]+)%["]
  if not list then return vocabulary.entries[name] or vocabulary.lists[name] end
  return list.entries[name:match "%]%.([%w_.]+)$"] or list
end

local KIND_OF <const> = { interview = "interview", observation = "observation" }

-- Whether evidence that authors call `word` can show the fact `about`.
local function can_show(about, word)
  local kinds = about.is_shown_by
  if not kinds then return true end -- a list
  if KIND_OF[word] then return kinds[KIND_OF[word]] ~= nil end
  return (kinds.document or kinds.record or kinds.external_register) ~= nil
end

-- What usually shows `about`, by the names that its author gave, the best first.
local function sources(about)
  local named, able = about and (about.evidence or about.list and about.list.evidence)
    or {}, {}
  for _, word in ipairs(named) do
    if can_show(about, word) then able[#able + 1] = word end
  end
  return #able == 0 and about and about.shown_by_some and about.shown_by or able
end

local function group_of(source)
  return source == "interview" and "people" or source == "observation" and "places"
    or source and "documents" or "member"
end

-- ---- what waits for an answer -----------------------------------------------

local function set_of(list, set)
  for _, name in ipairs(list or {}) do set[name] = true end
  return set
end

-- reads(check, path): whether the check, or where its provision applies, reads a fact.
local function reader(report)
  local by_provision, by_check = {}, {}
  for _, one in ipairs(report.provisions) do
    by_provision[one.provision] = set_of(one.reads, {})
  end
  for id, check in pairs(report.checks) do
    by_check[id] = set_of(check.reads, set_of(check.reads_too, {}))
  end
  return function(result, path)
    return by_check[result.check] and by_check[result.check][path]
      or by_provision[result.provision] and by_provision[result.provision][path]
  end
end

-- Notes the open `result` as one that waits for `question`, once.
local function add_result(question, result)
  local at = keys.at(result.facility, result.check)
  if question.waiting[at] then return end
  question.waiting[at] = result
  question.needed_by = question.needed_by + 1
  question.by_check[result.check] = true
  if result.provision then
    question.by_rating[keys.at(result.facility, result.provision)] = true
  end
  local last = result.range[#result.range]
  if last and (outcomes.RANK[last] or 0) > (outcomes.RANK[question.worst] or 0) then
    question.worst = last
  end
end

-- How many of the checks that wait for each question wait for nothing else.  Of a
-- place of which nothing is said more will be asked.
local function count_alone(all)
  local questions_of = {}
  for _, one in ipairs(all) do
    for at in pairs(one.waiting) do questions_of[at] = (questions_of[at] or 0) + 1 end
  end
  for _, one in ipairs(all) do
    for at, result in pairs(one.waiting) do
      if questions_of[at] == 1 and not result.is_of_row then one.alone = one.alone + 1 end
    end
  end
end

local function new_question(ask, source)
  return { ask = ask, source = source, of = {}, waiting = {}, by_check = {},
    by_rating = {}, needed_by = 0, alone = 0 }
end

-- ---- questions of facts -------------------------------------------------------

local function place_of(place)
  return { facility = place.id, facility_name = place.name }
end

-- What is missing at `place` put among the questions, the same in one.
-- Many checks of a place of which nothing is said share a row of the report: each
-- waits for what it reads.
local function add_missing(all, item, place, vocabulary)
  local named = sources(declared(vocabulary, item.key))
  local key = (named[1] or "") .. "\n" .. (item.ask or item.name)
  local question = all.by_key[key]
  if not question then
    question = new_question(item.ask or item.name, named[1])
    question.also = table.move(named, 2, #named, 1, {})
    question.group = group_of(named[1])
    all.by_key[key], all[#all + 1] = question, question
  end
  local at = place_of(place)
  at.fact, at.pointer, at.known = item.name, item.pointer, item.state
  question.of[#question.of + 1] = at
  local _, path = keys.parts(item.key)
  for _, result in ipairs(item.results) do
    if not result.is_of_row or all.reads(result, path) then
      add_result(question, result)
    end
  end
end

-- ---- questions to the auditor ---------------------------------------------------

local function open_results(v)
  local by_key = {}
  for _, place in ipairs(v.places) do
    for _, result in ipairs(place.open) do
      by_key[keys.at(result.facility, result.check)] = result
    end
  end
  return by_key
end

local function add_prompt(all, prompt, group, v, open)
  local key = group .. "\n" .. prompt.text
  local question = all.by_key[key]
  if not question then
    question = new_question(prompt.text)
    question.group, question.also, question.answer = group, {}, prompt.answer
    question.answers = #prompt.answers > 0 and prompt.answers or nil
    all.by_key[key], all[#all + 1] = question, question
  end
  local place = v.by_id[prompt.facility]
  local at = place and place_of(place) or { facility = prompt.facility }
  at.prompt = prompt.id
  question.of[#question.of + 1] = at
  if prompt.check then question.by_check[prompt.check] = true end
  local result = group == "decide" and prompt.check
    and open[keys.at(prompt.facility, prompt.check)]
  if result then add_result(question, result) end
end

-- ---- the whole --------------------------------------------------------------------

-- What most checks wait for comes first, then what could turn out worst, then the
-- report's own order.
local function sort(list)
  ordered(list, function(a, b)
    if a.needed_by ~= b.needed_by then return a.needed_by > b.needed_by end
    return (outcomes.RANK[a.worst] or 0) > (outcomes.RANK[b.worst] or 0)
  end)
end

-- The names in `set`, in the order of the rules, which gave `order`.
local function listed(set, order, json)
  local list = {}
  for name in pairs(set) do list[#list + 1] = name end
  table.sort(list, function(a, b)
    local x, y = order[a] or 0, order[b] or 0
    if x ~= y then return x < y end
    return a < b
  end)
  return json.array(list)
end

local function answers_part(answers)
  if not answers then return nil end
  local part = {}
  for _, one in ipairs(answers) do part[one[1]] = one[2] end
  return part
end

local function question_part(one, order, json)
  return { ask = one.ask, look_at = one.source, or_at = #one.also > 0
    and json.array(one.also) or nil, of = json.array(one.of),
    checks = listed(one.by_check, order, json), needed_by = one.needed_by,
    alone = one.alone > 0 and one.alone or nil,
    ratings = listed(one.by_rating, {}, json), at_worst = one.worst,
    answers = answers_part(one.answers), answer = one.answer }
end

local function groups_part(all, order, json)
  local parts = {}
  for _, group in ipairs(GROUPS) do
    local list = {}
    for _, one in ipairs(all) do
      if one.group == group.name then
        list[#list + 1] = question_part(one, order, json)
      end
    end
    if #list > 0 then
      parts[#parts + 1] = { group = group.name, title = group.title,
        questions = json.array(list) }
    end
  end
  return json.array(parts)
end

local function check_order(model)
  local order = {}
  for i, check in ipairs(model.checks) do order[check.id] = i end
  return order
end

-- The questions of a whole report that was made by `model`.
function questions.build(model, report, host)
  local v, all = view.read(report, host), { by_key = {}, reads = reader(report) }
  for _, place in ipairs(v.places) do
    for _, item in ipairs(place.missing) do
      add_missing(all, item, place, model.vocabulary)
    end
  end
  local open = open_results(v)
  for _, prompt in ipairs(v.deciding) do add_prompt(all, prompt, "decide", v, open) end
  for _, prompt in ipairs(v.advisory) do
    add_prompt(all, prompt, "consider", v, open)
  end
  count_alone(all)
  sort(all)
  return { format = FORMAT, notice = v.notice, as_of = v.as_of,
    member = { id = v.member.id, name = v.member.name },
    rating = v.member.text, determined_by = v.member.determined_by, questions = #all,
    groups = groups_part(all, check_order(model), host.json) }
end

return questions
