-- A report with everything at hand, as a host would join it: each check of each
-- result with what the check says, and its facts, prompts and questions as lists.

local keys = require "base.keys"
local rows = require "report.rows"

local function pointer_of(report, fact, place, path)
  if fact.pointer then return fact.pointer end
  local at = "/member"
  for _, facility in ipairs(report.facilities) do
    if facility.id == place then at = facility.pointer end
  end
  if path:find "^assessment%." then at = "" end
  return at .. "/" .. path:gsub("^facility%.", ""):gsub("^member%.", "")
    :gsub("%.", "/")
end

local function fact_at(report, key)
  local given = report.facts[key]
  if not given then return nil end
  local place, path = keys.parts(key)
  local fact = { state = given.state or "known",
    pointer = pointer_of(report, given, place, path) }
  fact[given.items and "list" or "fact"] = path:match "%]%.(.*)$" or path
  for name, value in pairs(given) do fact[name] = value end
  return fact
end

local function facts_of(report, row)
  local list, seen = {}, {}
  local function add(key)
    if not seen[key] then
      seen[key], list[#list + 1] = true, fact_at(report, key)
    end
  end
  for _, provision in ipairs(report.provisions) do
    for _, path in ipairs(provision.provision == row.provision
      and provision.reads or {}) do
      add(keys.at(row.facility, path))
      add(path)
    end
  end
  for _, key in ipairs(row.reads) do add(key) end
  for _, key in ipairs(row.rests_on) do add(key) end
  for _, name in ipairs(row.parameters) do
    local own = row.layer and report.parameters[name].with_layers
      or report.parameters[name]
    list[#list + 1] = { fact = name, parameter = true, value = own.value,
      state = own.value ~= nil and "known" or "unknown", source = own.source,
      layer = own.layer }
  end
  return list
end

local function result_of(report, row)
  local result = {}
  for name, value in pairs(row.result) do result[name] = value end
  for name, value in pairs(row) do result[name] = value end
  result.result, result.checks = nil, nil
  result.layer = row.layer or report.pack.layers[1].name
  result.facts, result.cites = facts_of(report, row), {}
  for i, id in ipairs(row.points) do
    result.cites[i] = { point = id, strength = report.points[id].strength }
  end
  if not row.result.deciding then
    result.deciding = row.expects and row.result.check
      and { { condition = row.expects, line = row.line } } or {}
  end
  return result
end

local function prompts_of(report)
  local list = {}
  for _, one in ipairs(report.prompts) do
    for _, at in ipairs(one.at) do
      list[#list + 1] = { kind = one.kind, text = one.text,
        answers = one.answers, answer = one.answer, id = at.id,
        prompt = keys.prompt(at), check = at.check or one.check, facility = at.facility }
    end
  end
  return list
end

-- Whether an open result waits for a fact.
local function waits(report, result, fact)
  for _, key in ipairs(result.outcome == "insufficient-evidence"
    and rows.rests_on(report, result) or {}) do
    if key == fact then return true end
  end
  return false
end

-- The checks that wait for a fact, those of whole rows too; each once.
local function waiting_for(report, one)
  local ids, seen = {}, {}
  local place = keys.parts(one.fact)
  for _, result in ipairs(report.results) do
    if result.check and not seen[result.check] and waits(report, result, one.fact) then
      seen[result.check], ids[#ids + 1] = true, result.check
    end
    for _, provision in ipairs(one.provisions or {}) do
      if result.provision == provision and result.facility == place then
        table.move(result.checks, 1, #result.checks, #ids + 1, ids)
      end
    end
  end
  return ids
end

local function missing_of(report)
  local list = {}
  for _, question in ipairs(report.missing) do
    for _, one in ipairs(question.at) do
      local fact = fact_at(report, one.fact)
      local waiting = waiting_for(report, one)
      list[#list + 1] = { fact = fact.fact, list = fact.list,
        pointer = fact.pointer, ask = question.ask,
        state = one.state or "unknown", checks = waiting,
        value = fact.value, why = fact.why, items = fact.items }
    end
  end
  return list
end

local function list_of(object, name)
  local names, list = {}, {}
  for key in pairs(object) do names[#names + 1] = key end
  table.sort(names)
  for i, key in ipairs(names) do
    list[i] = { [name] = key }
    for field, value in pairs(object[key]) do list[i][field] = value end
  end
  return list
end

-- "11.2.10" as "0011.0002.0010", so that ids sort by their numbers.
local function by_number(id)
  return (id:gsub("%d+", function(digits) return ("%04d"):format(digits) end))
end

-- The Member's results first, then facility by facility, each check in its place
-- whether or not it stands in a row with others.
local function sort_results(results, report)
  local places = {}
  for i, facility in ipairs(report.facilities) do places[facility.id] = i end
  table.sort(results, function(a, b)
    local x, y = places[a.facility] or 0, places[b.facility] or 0
    if x ~= y then return x < y end
    return by_number(a.check) < by_number(b.check)
  end)
end

local COUNTS <const> = { "settled", "unknown", "withheld", "conflicting",
  "error", "not_applicable" }

local BASES <const> = { "stated", "evidenced", "auditor_verified" }

-- Counts that are 0 are left out of a report.
local function fill_counts(value)
  for name, inner in pairs(value) do
    if name == "completeness" then
      for _, count in ipairs(COUNTS) do inner[count] = inner[count] or 0 end
    elseif name == "support" then
      for _, basis in ipairs(BASES) do inner[basis] = inner[basis] or 0 end
    elseif type(inner) == "table" then
      fill_counts(inner)
    end
  end
end

-- A range of one value is left out of ratings and answers.
local function fill_ranges(value, name)
  for key, inner in pairs(value) do
    if type(inner) == "table" and key ~= "determined_by" then fill_ranges(inner, name) end
  end
  if value[name] and not value.range then value.range = { value[name] } end
end

-- The auditor's column is left out where no record speaks.
local function fill_records(value)
  value.with_records = value.with_records or { rating = value.rating,
    range = value.range, records = {} }
end

-- `report` (decoded) joined.
return function(report)
  for _, part in ipairs { "member", "provisions", "facilities" } do
    fill_ranges(report[part], "rating")
  end
  fill_ranges(report.questions, "answer")
  fill_records(report.member)
  for _, list in ipairs { report.provisions, report.facilities } do
    for _, one in ipairs(list) do
      fill_records(one)
      for _, provision in ipairs(one.provisions or {}) do fill_records(provision) end
    end
  end
  for _, part in ipairs { "member", "provisions", "facilities" } do
    fill_counts(report[part])
  end
  local joined = {}
  for name, value in pairs(report) do joined[name] = value end
  joined.results = {}
  rows.each(report, function(row)
    joined.results[#joined.results + 1] = result_of(report, row)
  end)
  sort_results(joined.results, report)
  joined.prompts, joined.missing = prompts_of(report), missing_of(report)
  joined.evidence = list_of(report.evidence, "id")
  joined.parameters = list_of(report.parameters, "name")
  return joined
end
