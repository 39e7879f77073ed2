-- The questions a pack declares among its points (question = true): each is
-- answered from the checks that cite it, rolled up by worst-of like a rating.

local outcomes = require "base.outcomes"
local rating = require "report.rating"

local questions = {}

-- What a rating of the checks answers.
local function answer_to(name)
  local outcome = outcomes.of[name]
  return outcome and outcome.answer or outcomes.NOT_KNOWN
end

-- The questions of the pack, and for each check those it answers.
local function asked(model)
  local list, by_check = {}, {}
  for _, point in ipairs(model.point_list) do
    if point.question then
      local one = { point = point, sum = rating.new(), checks = {} }
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

-- A check in a file so broken that nobody knows what it cites may have answered
-- any question.  `of_assessed` sums up without the facilities nobody assessed.
local function add_results(results, list, by_check)
  for _, result in ipairs(results) do
    local unread = result.outcome == outcomes.ERROR and #result.check.points == 0
    local assessed = not result.facility or result.facility["#assessed"]
    for _, one in ipairs(unread and list or by_check[result.check] or {}) do
      rating.add(one.sum, result.range, result.count, result.basis)
      if assessed then
        one.assessed = one.assessed or rating.new()
        rating.add(one.assessed, result.range, result.count, result.basis)
      end
    end
  end
  for _, one in ipairs(list) do -- a question without checks is open
    if #one.checks == 0 then rating.add_unlisted(one.sum) end
  end
end

-- What is true of facilities that nobody listed; `outside` names the provisions
-- that cannot reach them.
local function add_unlisted(list, outside)
  for _, one in ipairs(list) do
    for _, check in ipairs(one.checks) do
      if check.scope == "facility" then
        local home = check.provision
        rating.add_unlisted(one.sum, home and outside[home.id])
      end
    end
  end
end

local function answer_of(sum, json)
  local rated, range = rating.shown(sum, json), {}
  for i, name in ipairs(rated.range or {}) do range[i] = answer_to(name) end
  return { answer = answer_to(rated.rating), basis = rated.basis,
    range = rated.range and json.array(range) }
end

local function shown(one, json)
  local answer, ids = answer_of(one.sum, json), {}
  for i, check in ipairs(one.checks) do ids[i] = check.id end
  answer.point, answer.text = one.point.id, one.point.says
  answer.checks = json.array(ids)
  answer.of_assessed = one.assessed and answer_of(one.assessed, json) or nil
  return answer
end

-- Every question with its answer, in the order of the pack.
function questions.answered(model, r, results, json)
  local list, by_check = asked(model)
  add_results(results, list, by_check)
  if r.facilities.extra_hi > 0 then add_unlisted(list, r.facilities.outside) end
  local out = {}
  for i, one in ipairs(list) do out[i] = shown(one, json) end
  return json.array(out)
end

return questions
