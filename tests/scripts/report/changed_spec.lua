-- One changed fact changes its own lines in a report and those of what follows from
-- it, in every form.
local keys = require "report.keys"
local rows = require "report.rows"
local support = require "support.host"

local json = support.json
local runtime = support.open_builtin()

local PER_SAMPLE <const> = 1
-- Lines of a form for each line of the report that differs: a finding takes five
-- lines there, and in HTML a line for each cell of its tables.
local MOST_LINES <const> = { text = 2, html = 4 }

-- ---- one changed fact -----------------------------------------------------

-- The places of yes/no facts in a dossier: { object, key }, in an order that is the
-- same on every machine.
local function switches_in(value, out)
  local names = {}
  for key in pairs(value) do names[#names + 1] = key end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for _, key in ipairs(names) do
    local inner = value[key]
    if type(inner) == "boolean" and key ~= "complete" and key ~= "auditor_approved" then
      out[#out + 1] = { object = value, key = key }
    elseif type(inner) == "table" and key ~= "evidence" and key ~= "records" then
      switches_in(inner, out)
    end
  end
  return out
end

-- Calls see(before, after) with the dossier as it is, and with each of some yes/no
-- facts turned round, as text.
local function each_change(sample, see)
  local dossier = support.decode(sample.text)
  local switches, before = switches_in(dossier, {}), json.write(dossier)
  for i = 1, math.min(PER_SAMPLE, #switches) do
    local at = switches[(i * 7919) % #switches + 1]
    at.object[at.key] = not at.object[at.key]
    see(before, json.write(dossier))
    at.object[at.key] = not at.object[at.key]
  end
end

-- ---- what may follow from it ----------------------------------------------

local function same(a, b)
  return a ~= nil and b ~= nil and json.write(a) == json.write(b)
end

local function changed_keys(a, b)
  local changed = {}
  for _, list in ipairs { a, b } do
    for key in pairs(list) do changed[key] = not same(a[key], b[key]) or nil end
  end
  return changed
end

local function by_id(report)
  local list = {}
  for _, result in ipairs(report.results) do list[result.id] = result end
  return list
end

-- Whether a result read one of the facts `changed`, of its check or by which its
-- provision applies.
local function reads_changed(report, result, changed)
  local read = { rows.rests_on(report, result), rows.read(report, result) }
  for _, provision in ipairs(report.provisions) do
    for _, path in ipairs(provision.reads or {}) do
      read[#read + 1] = { keys.at(result.facility, path), path }
    end
  end
  for _, list in ipairs(read) do
    for _, key in ipairs(list) do
      if changed[key] then return true end
    end
  end
  return result.provision ~= nil -- a row stands for what other results read
end

-- By id, the results that may be other than before.
local function affected(before, after)
  local changed = changed_keys(before.facts, after.facts)
  local a, b, ids = by_id(before), by_id(after), {}
  for _, side in ipairs { { before, a }, { after, b } } do
    for id, result in pairs(side[2]) do
      if reads_changed(side[1], result, changed) then
        for _, check in ipairs(result.checks or { result.check }) do
          ids[keys.at(result.facility, check)] = true
        end
        ids[id] = true
      end
    end
  end
  return ids, changed_keys(a, b)
end

-- ---- lines ----------------------------------------------------------------

-- The lines of the command's indented JSON, one for each value, in no order.
local function indented(value, name, out)
  if type(value) ~= "table" then
    out[#out + 1] = name .. tostring(value)
    return out
  end
  out[#out + 1] = name .. "{"
  for _, inner in ipairs(value) do indented(inner, "", out) end
  for key, inner in pairs(value) do
    if not math.type(key) then indented(inner, key .. ": ", out) end
  end
  return out
end

local function lines_of(text)
  local lines = {}
  for line in text:gmatch "[^\n]+" do lines[#lines + 1] = line end
  return lines
end

-- How many lines are in one and not in the other.
local function difference(a, b)
  local counts, total = {}, 0
  for _, line in ipairs(a) do counts[line] = (counts[line] or 0) + 1 end
  for _, line in ipairs(b) do counts[line] = (counts[line] or 0) - 1 end
  for _, count in pairs(counts) do total = total + math.abs(count) end
  return total
end

local function written(dossier, format)
  return lines_of(assert(runtime.evaluate(dossier, { format = format })))
end

-- The ids of the rows of results that are not in both.
local function changed_rows(a, b)
  local there, ids = {}, {}
  for _, line in ipairs(a) do there[line] = true end
  for _, line in ipairs(b) do
    ids[#ids + 1] = not there[line] and line:match "^result,([^,]*)," or nil
  end
  return ids
end

-- ---- the law --------------------------------------------------------------

local function check(before, after)
  local a, b = support.report(runtime, before), support.report(runtime, after)
  if not a or not b then return end -- a fact turned round may contradict the form
  local may, changed = affected(a, b)
  for id in pairs(changed) do assert.is_true(may[id], id) end
  for _, id in ipairs(changed_rows(written(before, "csv"), written(after, "csv"))) do
    assert.is_true(may[id], "csv: " .. id)
  end
  local report = difference(indented(a, "", {}), indented(b, "", {}))
  for format, times in pairs(MOST_LINES) do
    local lines = difference(written(before, format), written(after, format))
    assert.is_true(lines <= times * report + 10, ("%s: %d lines, %d of the report")
      :format(format, lines, report))
  end
end

describe("one changed fact", function()
  for _, sample in ipairs(support.samples()) do
    it("of " .. sample.name .. " changes what follows from it, in every form",
      function() each_change(sample, check) end)
  end
end)
