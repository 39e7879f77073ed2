-- The lists that a pack wants reported item by item (`in_full`), such as
-- allegations, whatever a check read of them: what the dossier says of each, and what
-- that stands on.

local culprits = require "evaluate.culprits"
local keys = require "report.keys"
local rating = require "report.rating"
local wording = require "evaluate.wording"

local in_full = {}

-- The ids of what the dossier names for a fact of an item, or against it; nil for none.
local function evidence_of(cell, json)
  local ids = json.array {}
  for i, leg in ipairs(cell.legs or {}) do ids[i] = leg.id end
  return #ids > 0 and ids or nil
end

-- How well what is said of an item is supported, by fact: what is stated alone is left
-- out.
local function add_support(row, path, entry, cell, show_sensitive, json)
  local readable = show_sensitive or not entry.hides_why
  local function put(key, value)
    if value == nil then return end
    row[key] = row[key] or {}
    row[key][path] = value
  end
  put("basis", cell.state == "known" and (cell.basis or 1) > 1
    and rating.basis_name(cell.basis) or nil)
  put("evidence", evidence_of(cell, json))
  put("why", cell.why and (readable and cell.why or wording.KEPT_BACK) or nil)
  put("note", readable and cell.note or nil)
end

-- By fact, what the dossier says of an item, in words; its id and name label it.
local function said_of(item, list, show_sensitive, json)
  local says, label, by = {}, culprits.label(item, show_sensitive)
  local row = { item = label, pointer = not label and item["#pointer"] or nil,
    says = says }
  for _, entry in ipairs(list.ordered) do
    local cell = item[entry.path]
    if cell and entry.path ~= by then
      says[entry.path] = wording.value(entry, cell, show_sensitive)
      add_support(row, entry.path, entry, cell, show_sensitive, json)
    end
  end
  return row
end

local function add(by_key, frame, list, ctx, json)
  local content, rows = frame[list.path], {}
  ctx.charge(#(content and content.items or {}) * #list.ordered)
  for i, item in ipairs(content and content.items or {}) do
    rows[i] = said_of(item, list, ctx.show_sensitive, json)
  end
  if #rows > 0 then by_key[keys.in_frame(frame, list.path)] = json.array(rows) end
end

-- By the key of the list: an { item, says } for each.
function in_full.rows(model, r, ctx, json)
  local by_key = {}
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    if list.in_full then
      local frames = list.scope == "member" and { r.member } or r.facilities.items
      for _, frame in ipairs(frames) do
        add(by_key, frame, list, ctx, json)
      end
    end
  end
  return by_key
end

return in_full
