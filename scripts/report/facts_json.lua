-- Facts as the report shows them: JSON Pointer, value, state, evidence.  A
-- sensitive fact shows no value unless the caller asks.  Each piece of JSON is
-- made once an evaluation and used by every check that reads the fact; it begins
-- with the comma that parts it from the piece before.

local decided = require "evaluate.decided"
local rating = require "report.rating"

local facts_json = {}

local NO_LIST <const> = { items = {} }

-- ---- made once ----------------------------------------------------------

-- A text as it stands between the quotes of a JSON string.
local function inner(text, json)
  return json.quote(text):sub(2, -2)
end
facts_json.inner = inner

-- The fixed pieces of a fact.  Keys stand in byte order.
function facts_json.prepare(entry, json)
  local fact = '"fact":' .. json.quote(entry.path) .. ',"pointer":"'
  local suffix = inner(entry.suffix or "", json)
  entry.json_head = fact
  entry.json_stated = ',{"basis":"stated",' .. fact
  entry.json_known = suffix .. '","state":"known","value":'
  entry.json_suffix = suffix .. '"'
  entry.json_missing = suffix .. '","state":"unknown"}'
end

-- A parameter: its value, and who set it (a layer's own value names its own
-- source), in which of the layers.
function facts_json.parameter(entry, cell, layer_names, json)
  local source = cell and cell.source or entry.source
  local layer = cell and layer_names[(cell.layer or entry.layer) + 1]
  return table.concat { ',{"fact":', json.quote(entry.path),
    layer and ',"layer":' .. json.quote(layer) or "",
    ',"parameter":true', source and ',"source":' .. json.quote(source) or "",
    ',"state":"', cell and "known" or "unknown", '"',
    cell and ',"value":' .. json.write(cell.raw) or "", "}" }
end

-- ---- facts --------------------------------------------------------------

local function value_json(raw, json)
  if raw == true then return "true" elseif raw == false then return "false" end
  if type(raw) == "string" then return json.quote(raw) end
  return json.write(raw)
end

local function evidence_json(legs, json)
  local ids = {}
  for i, leg in ipairs(legs) do ids[i] = json.quote(leg.id) end
  return '"evidence":[' .. table.concat(ids, ",") .. "],"
end

-- A fact that carries more than a plain value.  A reason in words may name
-- people: it is as sensitive as the fact and the list it stands in.
local function detailed_json(entry, cell, frame, show_sensitive, json)
  local hidden = entry.sensitive and not show_sensitive
  local known, why = cell.state == "known", cell.why
  local told = show_sensitive or not entry.hides_why
  local record = cell.record and ',"record":"' .. cell.record .. '"' or ""
  local set_by = cell.set_by and ',"set_by":"' .. cell.set_by .. '"' or ""
  return ",{"
    .. (known and '"basis":"' .. rating.basis_name(cell.basis or 1) .. '",'
      or "")
    .. (cell.legs and evidence_json(cell.legs, json) or "")
    .. entry.json_head .. frame["#inner"] .. entry.json_suffix .. record .. set_by
    .. ',"state":"' .. cell.state .. '"'
    .. (cell.stated_by and told
      and ',"stated_by":' .. json.quote(cell.stated_by) or "")
    .. (known and not hidden and ',"value":' .. value_json(cell.raw, json) or "")
    .. (why and told and ',"why":' .. json.quote(why) or "")
    .. (cell.list and ',"worked_out_from":' .. json.quote(cell.list) or "")
    .. "}"
end

local function cell_json(entry, cell, frame, show_sensitive, json)
  local hidden = entry.sensitive and not show_sensitive
  if cell.state ~= "known" or cell.legs or cell.basis or hidden
    or cell.why or cell.set_by or cell.list or cell.stated_by then
    return detailed_json(entry, cell, frame, show_sensitive, json)
  end
  return entry.json_stated .. frame["#inner"] .. entry.json_known
    .. value_json(cell.raw, json) .. "}"
end

local function missing_json(entry, frame)
  return ",{" .. entry.json_head .. frame["#inner"] .. entry.json_missing
end

-- A fact as read in `frame`.
function facts_json.fact(entry, frame, show_sensitive, json)
  if not frame["#inner"] then
    frame["#inner"] = inner(frame["#pointer"], json)
  end
  local cell = frame[entry.path]
  if not cell then return missing_json(entry, frame) end
  local text = cell.json
  if not text then
    text = cell_json(entry, cell, frame, show_sensitive, json)
    cell.json = text
  end
  return text
end

-- A list: how many items it names, whether that is all of them, and who or what
-- says so.
function facts_json.list(list, frame, json)
  local content = frame[list.path] or NO_LIST
  local basis = decided.of_list(content)
  local pointer = content.pointer or frame["#pointer"] .. list.suffix
  return ",{" .. (basis and ('"basis":"%s",'):format(rating.basis_name(basis))
      or "")
    .. '"complete":' .. (basis and "true" or "false") .. ","
    .. (content.legs and evidence_json(content.legs, json) or "")
    .. '"items":' .. #content.items .. ',"list":' .. json.quote(list.path)
    .. ',"pointer":' .. json.quote(pointer)
    .. (content.stated_by and ',"stated_by":'
      .. json.quote(tostring(content.stated_by)) or "") .. "}"
end

return facts_json
