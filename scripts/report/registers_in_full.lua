-- The lists that a pack wants reported item by item (`in_full`), such as
-- allegations, whatever a check read of them: what the dossier says of each.

local culprits = require "evaluate.culprits"
local keys = require "report.keys"
local wording = require "evaluate.wording"

local in_full = {}

-- By fact, what the dossier says of an item, in words; its id and name label it.
local function said_of(item, list, show_sensitive)
  local says, label, by = {}, culprits.label(item, show_sensitive)
  for _, entry in ipairs(list.ordered) do
    local cell = item[entry.path]
    if cell and entry.path ~= by then
      says[entry.path] = wording.value(entry, cell, show_sensitive)
    end
  end
  return { item = label, pointer = not label and item["#pointer"] or nil,
    says = says }
end

local function add(by_key, frame, list, ctx, json)
  local content, rows = frame[list.path], {}
  ctx.charge(#(content and content.items or {}) * #list.ordered)
  for i, item in ipairs(content and content.items or {}) do
    rows[i] = said_of(item, list, ctx.show_sensitive)
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
