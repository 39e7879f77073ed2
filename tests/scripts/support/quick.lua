-- What a dossier's checks come to, without a report: for specs that try thousands.

local dossier = require "dossier"
local evaluate = require "evaluate"
local rating = require "report.rating"
local support = require "support.host"

local quick = {}

local DEPTH <const>, STEPS <const> = 64, 1 << 50

-- The results of the dossier `text`, each { check, provision, facility, range }, and
-- how many contradictions it holds.
function quick.results(model, text)
  support.host.refill(STEPS)
  local value, _, empties = support.json.read(text, DEPTH)
  local r = dossier.read(value, model, empties, support.host)
  local list, conflicts = {}, 0
  for i, result in ipairs(evaluate.run(model, r, {}, support.host).results) do
    local check, facility = result.check, result.facility
    list[i] = { check = check.id, provision = check.provision.id,
      facility = facility and facility["#id"], range = rating.names(result.range) }
  end
  for _, problem in ipairs(r.problems) do
    assert(problem.kind ~= "error", problem.message)
    if problem.kind == "conflict" then conflicts = conflicts + 1 end
  end
  return list, conflicts
end

-- A function of a record that gives the text of the dossier `given` with that record too.
function quick.with_record(given)
  local changed, mark = support.copy(given), "the record goes here"
  changed.records = support.json.array(changed.records or {})
  table.insert(changed.records, mark)
  local text = support.json.write(changed)
  local first, last = text:find('"' .. mark .. '"', 1, true)
  return function(record)
    return text:sub(1, first - 1) .. support.json.write(record) .. text:sub(last + 1)
  end
end

return quick
