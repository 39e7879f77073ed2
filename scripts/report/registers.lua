-- What a report says once and refers to by key: checks, points, parameters and
-- evidence.

local dates = require "base.dates"
local outcomes = require "base.outcomes"

local registers = {}

-- ---- checks and points --------------------------------------------------

-- The points that decide something: what only informs is left out.
local function deciding_points(model, check, json)
  local list = {}
  for _, id in ipairs(check.points) do
    local point = model.points[id]
    if not point or point.strength ~= "information" then list[#list + 1] = id end
  end
  return json.array(list)
end

-- What a check asks for; how to settle, close or judge it, where one of its
-- results wants that.
local function check_of(model, check, wants, json)
  local expect = wants.expects and check.expect or {}
  return { title = check.title or check.id,
    provision = check.provision and check.provision.id or "",
    points = deciding_points(model, check, json),
    expects = expect.text,
    ask = wants.ask and check.ask or nil,
    remedy = wants.remedy and check.remedy or nil,
    reads = wants.reads and check.paths or nil,
    reads_too = wants.told and check.more_paths or nil,
    parameters = check.parameters,
    rule = ("%s:%d"):format(check.file, check.line),
    layer = check.layer > 0 and model.layer_names[check.layer + 1] or nil }
end

-- Of these a report tells what they rest on alone, not what else was read.
local SILENT <const> = { [outcomes.CONFORMANCE] = true,
  [outcomes.NOT_APPLICABLE] = true }

-- By check, what its `results` want to know of it.
local function wants_of(results)
  local by_check = {}
  for _, result in ipairs(results) do
    for _, id in ipairs(result.checks or { result.check }) do
      local wants = by_check[id] or {}
      by_check[id] = wants
      if result.check then
        wants.expects = wants.expects or not result.deciding
          and result.outcome ~= outcomes.NOT_APPLICABLE
        wants.ask = wants.ask or result.outcome == outcomes.OPEN
        wants.remedy = wants.remedy or outcomes.is_shortfall(result.outcome)
        wants.told = wants.told or not SILENT[result.outcome]
        wants.reads = wants.told or wants.reads or not result.rests_on
      end
    end
  end
  return by_check
end

-- The checks that the report's `results` name by id, and the points they cite.
function registers.checks(model, results, json)
  local by_check, checks, points = wants_of(results), {}, {}
  for _, check in ipairs(model.checks) do
    local wants = by_check[check.id]
    if wants then
      checks[check.id] = check_of(model, check, wants, json)
      for _, id in ipairs(checks[check.id].points) do
        local point = model.points[id]
        points[id] = point and { says = point.says, strength = point.strength }
      end
    end
  end
  return checks, points
end

-- ---- parameters ---------------------------------------------------------

-- What a layer puts in the place of a value, for the house rating alone.
local function with_layers(model, entry, house)
  local change = house and house.set and house.set[entry]
  local cell = change and change.cell
  return cell and { value = cell.raw, source = cell.source or entry.source,
    layer = model.layer_names[(cell.layer or entry.layer) + 1] } or nil
end

function registers.parameters(model, house)
  local by_name = {}
  for _, entry in ipairs(model.parameter_list) do
    local cell = model.parameter_frame[entry.path]
    by_name[entry.path] = { unit = entry.unit, source = entry.source,
      state = cell and "known" or "unknown", value = cell and cell.raw,
      layer = model.layer_names[entry.layer + 1],
      with_layers = with_layers(model, entry, house) }
  end
  return by_name
end

-- ---- evidence -----------------------------------------------------------

-- What takes the place of a number that no report can hold.
local BEYOND <const> = "(a number beyond the range of a double)"

-- A value of the host's own; lists that are empty stay lists.
local function carried(r, value, json)
  if value == math.huge or value == -math.huge then return BEYOND end
  if type(value) ~= "table" then return value end
  if next(value) == nil then
    return r.empties[value] == "array" and json.array {} or value
  end
  local copy = {}
  for key, inner in pairs(value) do
    copy[key] = carried(r, inner, json)
  end
  return copy
end

-- The dossier's evidence by id.
function registers.evidence(r, json)
  local by_id = {}
  for _, id in ipairs(r.evidence_ids) do
    local item = r.evidence[id]
    local day = item.date
    local shown = { kind = item.kind, title = item.title, ref = item.ref,
      note = item.note, hash = item.hash, media_type = item.media_type,
      collected_by = item.collected_by, date = day and dates.format(day) or nil,
      valid_until = item.valid_until and dates.format(item.valid_until) or nil,
      draft = item.draft or nil, unnamed = not item.is_named or nil }
    for key, value in pairs(item.own or {}) do
      shown[key] = carried(r, value, json)
    end
    by_id[id] = shown
  end
  return by_id
end

return registers
