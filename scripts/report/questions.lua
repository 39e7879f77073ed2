-- The questions a pack declares among its points (question = true).  At each facility
-- one is answered from the checks that cite it, by worst-of like a rating.  What holds
-- at one facility and not at another holds in part: "no" is said of a Member only
-- where it is true of every facility.

local logic = require "evaluate.logic"
local outcomes = require "base.outcomes"
local rating = require "report.rating"

local questions = {}

local NA <const>, YES <const> = rating.NONE, rating.bit_of(outcomes.CONFORMANCE)
local IN_PART <const>, NO <const> = rating.bit_of(outcomes.MINOR),
  rating.bit_of(outcomes.MAJOR)
local ANSWERS <const> = { NA, YES, IN_PART, NO }

-- What a rating of the checks answers.
local function answer_to(name)
  local outcome = outcomes.of[name]
  return outcome and outcome.answer or outcomes.NOT_KNOWN
end

-- ---- places together ------------------------------------------------------

-- The answers that two places may give together.
local function joined(a, b)
  local all = 0
  for _, x in ipairs(ANSWERS) do
    for _, y in ipairs(ANSWERS) do
      if a & x ~= 0 and b & y ~= 0 then
        all = all | (x == NA and y or (y == NA or x == y) and x or IN_PART)
      end
    end
  end
  return all
end

-- The weaker of two supports, of which either may be missing.
local function weaker(a, b) return a and b and math.min(a, b) or a or b end

-- What the answer of one place stands on.
local function basis_at(sum)
  return rating.basis_of(sum) or not logic.single[sum.range] and weaker(sum.basis,
    weaker(sum.basis_of_minor, sum.basis_of_major)) or nil
end

-- Places together: their answers, the weakest support, and by answer the best.
local function new_answer() return { range = NA, best = {} } end

local function add_place(answer, sum)
  local basis = basis_at(sum)
  answer.range = joined(answer.range, sum.range)
  answer.weakest = weaker(answer.weakest, basis)
  answer.best[sum.range] = math.max(answer.best[sum.range] or 0, basis or 0)
end

-- One place where it is so in part suffices for "in part", and so do a yes and a no;
-- every other answer needs all places.
local function basis_of(answer)
  if not logic.single[answer.range] then return nil end
  if answer.range ~= IN_PART then return answer.weakest end
  local best = answer.best
  local enough = math.max(best[IN_PART] or 0, math.min(best[YES] or 0, best[NO] or 0))
  return enough > 0 and enough or answer.weakest
end

-- ---- results --------------------------------------------------------------

-- The questions of the pack, and for each check those it answers.
local function asked(model)
  local list, by_check = {}, {}
  for _, point in ipairs(model.point_list) do
    if point.question then
      local one = { point = point, all = new_answer(), checks = {}, places = {} }
      list[#list + 1] = one
      for _, check in ipairs(point.checks) do
        if check.layer == 0 and not check.retired then
          one.checks[#one.checks + 1] = check
          by_check[check] = by_check[check] or {}
          table.insert(by_check[check], one)
        end
      end
    end
  end
  return list, by_check
end

-- What the checks of a question come to at a place.
local function sum_at(one, facility)
  local key = facility or one
  local place = one.places[key]
  if not place then
    place = { facility = facility, sum = rating.new() }
    one.places[key], one.places[#one.places + 1] = place, place
  end
  return place.sum
end

-- A check in a file so broken that nobody knows what it cites may have answered
-- any question.
local function add_results(results, list, by_check)
  for _, result in ipairs(results) do
    local unread = result.outcome == outcomes.ERROR and #result.check.points == 0
    for _, one in ipairs(unread and list or by_check[result.check] or {}) do
      rating.add(sum_at(one, result.facility), result.range, result.count,
        result.basis)
    end
  end
end

-- `assessed` is the answer without the facilities that nobody assessed.
local function add_places(one)
  for _, place in ipairs(one.places) do
    add_place(one.all, place.sum)
    if not place.facility or place.facility["#assessed"] then
      one.assessed = one.assessed or new_answer()
      add_place(one.assessed, place.sum)
    end
  end
end

-- What is true of facilities that nobody listed; `outside` names the provisions
-- that cannot reach them.
local function add_unlisted(one, outside)
  for _, check in ipairs(one.checks) do
    local home = check.provision
    if check.scope == "facility" and not (home and outside[home.id]) then
      one.all.range = joined(one.all.range, rating.FULL)
    end
  end
end

-- ---- shown ----------------------------------------------------------------

local function answer_of(answer, json)
  local rated, range = rating.shown_range(answer.range, json), {}
  for i, name in ipairs(rated.range or {}) do range[i] = answer_to(name) end
  return { answer = answer_to(rated.rating), basis = rating.basis_name(basis_of(answer)),
    range = rated.range and json.array(range) }
end

-- By answer the facilities that give it; nil where all give the same.
local function by_answer(one, json)
  local at, count = {}, 0
  for _, place in ipairs(one.places) do
    if place.facility then
      local answer = answer_to((rating.name_and_text(place.sum.range)))
      if not at[answer] then at[answer], count = json.array {}, count + 1 end
      table.insert(at[answer], place.facility["#id"])
    end
  end
  for _, ids in pairs(at) do table.sort(ids) end
  return count > 1 and at or nil
end

local function shown(one, json)
  local answer, ids = answer_of(one.all, json), {}
  for i, check in ipairs(one.checks) do ids[i] = check.id end
  answer.point, answer.text = one.point.id, one.point.says
  answer.checks = json.array(ids)
  answer.at = by_answer(one, json)
  answer.of_assessed = one.assessed and answer_of(one.assessed, json) or nil
  return answer
end

-- Every question with its answer, in the order of the pack; one without checks is
-- open.
function questions.answered(model, r, results, json)
  local list, by_check = asked(model)
  local out = {}
  add_results(results, list, by_check)
  for i, one in ipairs(list) do
    add_places(one)
    if #one.checks == 0 then one.all.range = rating.FULL end
    if r.facilities.extra_hi > 0 then add_unlisted(one, r.facilities.outside) end
    out[i] = shown(one, json)
  end
  return json.array(out)
end

return questions
