-- Where the Member's rating is not determined: the one answer that would determine
-- it, whatever it is.  Each candidate is tried: the checks that wait for it run
-- again with each answer it may have.  What all tries cost together is bounded: a
-- question that comes too late is not tried.

local evaluate = require "evaluate"
local logic = require "evaluate.logic"
local nearest = require "base.nearest"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"
local prompts = require "report.prompts"
local rating = require "report.rating"
local sets = require "report.sets"
local spans = require "report.spans"
local values = require "dossier.values"
local wording = require "evaluate.wording"

local determining = {}

local RESULT_COST <const> = 2 -- of taking one result into a roll-up, in steps
local RUN_COST <const> = 100 -- of running a check again, beside its conditions
local READ_COST <const> = 10 -- of each condition of it, and each fact that it reads
local NO_LIST <const> = { items = {} }
local MOST_STEPS <const> = 300000 -- of all tries together

-- What facilities that nobody listed may be rated.
local function unlisted_range(model, r)
  if r.facilities.extra_hi == 0 then return rating.NONE end
  for _, provision in ipairs(model.provisions) do
    if provision.scope == "facility" and not r.facilities.outside[provision.id] then
      return rating.FULL
    end
  end
  return rating.NONE
end

-- The Member's range by all results but those in the set `without`.
local function rolled_up(evaluation, unlisted, without)
  local range, results = unlisted, evaluation.results
  evaluation.ctx.charge(#results * RESULT_COST)
  for _, result in ipairs(results) do
    if result.check.layer == 0 and not without[result] then
      range = logic.worst[range][result.range]
    end
  end
  return range
end

-- "then conformance", or nil where the rating stays open.
local function determined(range)
  if not logic.single[range] then return nil end
  return outcomes.words(rating.names(range)[1])
end

-- How often a check reads the fact `entry` at a place, or at the Member.
local function reads_of(entry, facility, r)
  local places = facility and { facility } or r.facilities.items
  if entry.scope == "facility" then return #places end
  local list, count = entry.scope == "item" and entry.list, 0
  if not list then return 1 end
  for _, frame in ipairs(list.scope == "facility" and places or { r.member }) do
    count = count + #(frame[list.path] or NO_LIST).items
  end
  return count
end

-- What running a check again takes: as many steps wherever it is done.
local function cost_of(result, r)
  local check = result.check
  check.weight = check.weight or nodes.weight(check.applies)
    + nodes.weight(check.expect)
  local cost = RUN_COST + READ_COST * check.weight
  for _, entry in ipairs(check.reads.facts) do
    cost = cost + READ_COST * reads_of(entry, result.facility, r)
  end
  return cost
end

-- What the rating comes to with one answer to `question`, or nil; `rest` is the
-- range by all results that do not wait for it.
local function try(model, evaluation, rest, question, cell, budget)
  local frame, path, range = question.frame, question.entry.path, rest
  local before, ctx = frame[path], evaluation.ctx
  frame[path] = cell
  for _, result in ipairs(question.results) do
    if budget.left < 0 then range = rating.FULL break end
    ctx.charge(RUN_COST)
    budget.left = budget.left - cost_of(result, budget.reading)
    local again = evaluate.again(model, ctx, result)
    if result.check.layer == 0 then range = logic.worst[range][again.range] end
  end
  frame[path] = before
  return determined(range)
end

-- The results that leave the rating open beside what is settled, and how many.
local function opening(evaluation)
  local settled, set, count = rating.NONE, {}, 0
  for _, result in ipairs(evaluation.results) do
    if result.check.layer == 0 and logic.single[result.range] then
      settled = logic.worst[settled][result.range]
    end
  end
  for _, result in ipairs(evaluation.results) do
    if result.check.layer == 0
      and not logic.single[logic.worst[settled][result.range]] then
      set[result], count = true, count + 1
    end
  end
  return set, count
end

-- Whether all of these results wait for `question`.
local function is_alone(question, set, count)
  for _, result in ipairs(question.results) do
    if set[result] then count = count - 1 end
  end
  return count == 0
end

-- What each of the answers `list` comes to; nil where one leaves the rating open.
local function each_of(entry, list, null, rated)
  local answers = {}
  for i, value in ipairs(list) do
    local cell = values.read(entry, value, null)
    local words = rated(cell)
    if not words then return nil end
    answers[i] = { answer = wording.value(entry, cell), rating = words }
  end
  return answers
end

-- The values of `entry` that are possible, in the vocabulary's order.
local function possible_values(entry, possible)
  local list = {}
  for _, value in ipairs(entry.values) do
    if not possible or nearest.is_in(value, possible) then list[#list + 1] = value end
  end
  return list
end

-- The few answers there are, within what is known; nil where it asks for another
-- kind.
local function few_answers(entry, cell)
  if entry.type == "yes/no" then return { true, false } end
  return entry.type == "choice" and possible_values(entry, cell and cell.possible)
    or nil
end

-- What each answer to the question comes to; nil where one leaves the rating open.
local function try_all(model, evaluation, unlisted, question, budget)
  local entry, frame, waiting = question.entry, question.frame, {}
  if not entry or entry.sensitive then return nil end
  for _, result in ipairs(question.results) do waiting[result] = true end
  local rest = rolled_up(evaluation, unlisted, waiting)
  budget.left = budget.left - RESULT_COST * #evaluation.results
  local function rated(cell)
    return try(model, evaluation, rest, question, cell, budget)
  end
  local few = few_answers(entry, frame[entry.path])
  if few then return each_of(entry, few, model.host.json.null, rated) end
  return sets.answers(entry, frame, question.results, rated)
    or spans.answers(model.vocabulary, entry, frame, evaluation.ctx.as_of, rated)
end

local LIST_ASK <const> = "Are these all the facilities of the Member?"

-- The question whose every answer settles the rating, and what they come to.
local function determining_question(model, evaluation, unlisted, budget)
  local set, count = opening(evaluation)
  for _, question in ipairs(prompts.questions(evaluation)) do
    local answers = is_alone(question, set, count)
      and try_all(model, evaluation, unlisted, question, budget)
    if answers then return { question = question, answers = answers } end
  end
end

-- The first question whose answer, whatever it is, determines the rating; that the
-- list of facilities is complete comes before all others.  nil where there is none.
function determining.find(model, r, evaluation, json)
  local unlisted = unlisted_range(model, r)
  if logic.single[rolled_up(evaluation, unlisted, {})] then return nil end
  local words = unlisted ~= rating.NONE
    and determined(rolled_up(evaluation, rating.NONE, {}))
  if words then
    return { pointer = "/facilities/complete", ask = LIST_ASK,
      answers = json.array { { answer = "yes", rating = words } } }
  end
  local one = determining_question(model, evaluation, unlisted,
    { left = MOST_STEPS, reading = r })
  local about = one and one.question.about
  return one and { pointer = one.question.pointer, ask = about.ask or about.path,
    answers = json.array(one.answers) } or nil
end

return determining
