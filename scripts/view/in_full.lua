-- The items of the lists that are reported in full, read into what every form of a
-- report shows; see view.lua.

local keys = require "base.keys"
local plain = require "base.plain"
local view_places = require "view.places"

local view_in_full = {}

-- What is said of a fact of an item, and what that stands on: "open (evidenced) [R-2]".
local function said(fact, text, item)
  local basis = plain.text(plain.object(item.basis)[fact])
  local why = plain.text(plain.object(item.why)[fact])
  local note = plain.text(plain.object(item.note)[fact])
  return (plain.text(text) or "?") .. (basis and (" (%s)"):format(basis) or "")
    .. plain.in_brackets(plain.texts(plain.object(item.evidence)[fact]))
    .. (why and "; why: " .. why or "") .. (note and "; note: " .. note or "")
end

-- { label, text } for each fact of an item, in the order of their names.
local function words_by_fact(item)
  local list = {}
  for fact, text in pairs(plain.object(item.says)) do
    list[#list + 1] = { label = plain.sentence((plain.line(tostring(fact))
      :gsub("_", " "))), text = said(fact, text, item) }
  end
  table.sort(list, function(a, b)
    return a.label < b.label or a.label == b.label and a.text < b.text
  end)
  return list
end

-- The items of the lists that are reported in full, of all places and of each.
function view_in_full.read(v, report)
  v.in_full = {}
  for _, row in ipairs(plain.by_key(report.registers, "key")) do
    local facility, path = keys.parts(row.key)
    local place = view_places.at(v, facility)
    for _, item in ipairs(plain.objects(row)) do
      local one = { key = plain.line(row.key), facility = facility,
        label = plain.text(item.item) or plain.text(item.pointer) or "?",
        of = plain.line(path), says = words_by_fact(item) }
      v.in_full[#v.in_full + 1], place.in_full[#place.in_full + 1] = one, one
    end
  end
end

return view_in_full
