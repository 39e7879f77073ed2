-- What exports to several platforms ask of a report.

local dates = require "base.dates"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local sorted_keys = require "base.sorted_keys"

local shared = {}

-- A moment for a day, or nil where `day` is none: other platforms have no days.
function shared.moment(day)
  local first = day and dates.parse(day)
  return first and dates.format(first) .. "T00:00:00Z" or nil
end

-- When the host evaluated, or else the day it was judged for: never a clock's.
function shared.moment_of(report)
  local said = report.evaluated_at
  if said and not dates.moment_problem(said)
    and said:find "T[01]%d:[0-5]%d:[0-5]%d[.%d]*Z$" then
    return said
  end
  return shared.moment(report.as_of) or "1970-01-01T00:00:00Z"
end

-- The ids of the evidence that a row of report.rows rests on, each once.
function shared.evidence_of(report, row)
  local seen = {}
  for _, key in ipairs(row.rests_on) do
    for _, id in ipairs((report.facts[key] or {}).evidence or {}) do seen[id] = true end
  end
  return sorted_keys(seen)
end

-- Whether either column says that a row of report.rows is a non-conformance.
function shared.is_short(row)
  local auditors = row.result.with_records
  local function bad(name) return name == outcomes.MINOR or name == outcomes.MAJOR end
  return bad(row.outcome) or auditors ~= nil and bad(auditors.outcome)
end

-- "a, b", made safe; nil where there is none.
function shared.list(items)
  local lines = {}
  for i, item in ipairs(items or {}) do lines[i] = plain.line(item) end
  return lines[1] and table.concat(lines, ", ")
end

-- What each column says of a row of report.rows: { name, text } for each thing said.
function shared.columns(row)
  local result, list = row.result, {}
  local auditors = result.with_records or {}
  local function add(name, text)
    if text then list[#list + 1] = { name, text } end
  end
  add("outcome", row.outcome)
  add("possible outcomes", #row.range > 1 and shared.list(row.range))
  add("basis", row.basis)
  add("auditor's outcome", auditors.outcome)
  add("auditor's possible outcomes", shared.list(auditors.range))
  add("house outcome", result.with_layers and result.with_layers.outcome)
  return list
end

-- An id of letters, digits, dots and dashes, different for each `id`.
function shared.token(id)
  return (id:gsub("[^%w.-]", function(byte)
    return ("_%02X"):format(byte:byte())
  end))
end

-- "11.2.9" before "11.2.10".
local function by_numbers(a, b)
  local function key(id)
    return (id:gsub("%d+", function(number)
      return ("0"):rep(12 - #number) .. number
    end))
  end
  local x, y = key(a), key(b)
  return x < y or x == y and a < b
end

-- The ids of the checks, in their order; those of each provision where one is given.
function shared.checks(report, provision)
  local ids = {}
  for id, check in pairs(report.checks) do
    if not provision or check.provision == provision then ids[#ids + 1] = id end
  end
  table.sort(ids, by_numbers)
  return ids
end

-- The provisions of the report, and of checks that name another.
function shared.provisions(report)
  local seen, list = {}, {}
  for i, one in ipairs(report.provisions) do
    seen[one.provision], list[i] = true, { id = one.provision, title = one.title }
  end
  for _, id in ipairs(shared.checks(report)) do
    local provision = report.checks[id].provision
    if not seen[provision] then
      seen[provision], list[#list + 1] = true, { id = provision }
    end
  end
  return list
end

return shared
