-- The items of the lists that are reported in full, read into what every form of a
-- report shows; see view.lua.

local keys = require "report.keys"
local plain = require "render.plain"

local view_in_full = {}

-- { label, text } for each text of an object, in the order of their keys.
local function words_by_fact(value)
  local list = {}
  for fact, text in pairs(plain.object(value)) do
    list[#list + 1] = { label = plain.sentence((plain.line(tostring(fact))
      :gsub("_", " "))), text = plain.text(text) or "?" }
  end
  table.sort(list, function(a, b)
    return a.label < b.label or a.label == b.label and a.text < b.text
  end)
  return list
end

-- The items of the lists that are reported in full.
function view_in_full.read(v, report)
  v.in_full = {}
  for _, row in ipairs(plain.by_key(report.registers, "key")) do
    local place, path = keys.parts(row.key)
    for _, item in ipairs(plain.objects(row)) do
      v.in_full[#v.in_full + 1] = { key = plain.line(row.key), facility = place,
        label = plain.text(item.item) or plain.text(item.pointer) or "?",
        of = plain.line(path), says = words_by_fact(item.says) }
    end
  end
end

return view_in_full
