-- What a dossier's checks come to, by a core that is opened once: for specs that try
-- thousands.

local core = require "core"
local rows = require "report.rows"
local support = require "support.host"

local quick = {}

local STEPS <const> = 1 << 50

local function place_of(row) return (row.facility or "") .. " " .. row.check end

-- A function of a dossier's text that gives the results of the rules of `model`, each
-- { check, provision, facility, range }, in an order of their own, and how many
-- contradictions the dossier holds.
function quick.results(model)
  local assess = core.compiled(model, support.host)
  return function(text)
    support.host.refill(STEPS)
    local report = support.decode(assert(assess(text, {})))
    local list, conflicts = {}, 0
    rows.each(report, function(row) list[#list + 1] = row end)
    table.sort(list, function(a, b) return place_of(a) < place_of(b) end)
    for _, problem in ipairs(report.problems) do
      if problem.kind == "conflict" then conflicts = conflicts + 1 end
    end
    return list, conflicts
  end
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
