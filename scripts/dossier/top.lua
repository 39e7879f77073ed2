-- The outermost object of a dossier: its names, its format, and other documents that
-- were given in its place.

local cures = require "dossier.cures"
local nearest = require "base.nearest"
local values = require "base.values"

local say <const> = require("base.diagnostic").new

local top = {}

local FORMAT <const> = "cop11.dossier/1"
top.FORMAT = FORMAT
-- What else this project writes, and what is wanted in its place.
local OTHERS <const> = { ["cop11.report/1"] = "a-report", ["cop11.diff/1"] = "a-diff",
  ["cop11.validation/1"] = "a-validation", ["cop11.lapses/1"] = "days-that-lapse" }
local PARTS <const> = { "all_facilities", "assessment", "evidence", "facilities",
  "findings", "member", "records" }
local NAMES <const> = { "$schema", "format", table.unpack(PARTS) }
table.sort(NAMES)

local function holds_some_part(root)
  for _, key in ipairs(PARTS) do
    if root[key] ~= nil then return true end
  end
  return false
end

-- Any other document (r.is_other), told as such and not name by name: what is read in
-- its place has nothing but the format.
function top.refuse_other(r, root)
  if root.format == FORMAT then return root end
  local other = type(root.format) == "string" and OTHERS[root.format]
  if other then
    r.error("/format", say("other-document", { what = say(other), wanted = FORMAT },
      other == "a-report" and "render-or-name-dossier" or nil))
  elseif not holds_some_part(root) and root.format == nil then
    r.error("/format", say("no-dossier", { wanted = FORMAT }))
  else
    return root
  end
  r.is_other = true
  return { format = FORMAT }
end

-- The name under which a dossier without a format says one.
local function format_key(root)
  if root.format ~= nil then return nil end
  local found
  for key in next, root do
    if cures.of_key("not-part-of-dossier", key) == "format" and (not found or key < found) then
      found = key
    end
  end
  return found
end

-- Tells names that are none of a dossier's, and another format.
function top.check(r, root)
  local instead = format_key(root)
  for key in next, root do
    if not nearest.is_in(key, NAMES) and key ~= instead then
      r.stranger("", key, "not-part-of-dossier", NAMES)
    end
  end
  if root.format ~= FORMAT then
    r.error(instead and "/" .. r.escape(instead) or "/format", say("format-other",
      { wanted = FORMAT, found = root.format ~= nil and r.shown(root.format) or nil,
        nothing = root.format == nil or nil, instead = instead }))
  end
  local schema = root["$schema"]
  if schema ~= nil and type(schema) ~= "string" then
    values.expected(r, "/$schema", schema, "wanted-schema-address")
  end
end

-- ---- parts that are objects -------------------------------------------------

-- The key under which a text stands that was written in place of an object.
local TEXT_KEYS <const> = { member = "name", assessment = "date" }

local function object_cure(r, key, value)
  local name = type(value) == "string" and TEXT_KEYS[key]
  if key == "assessment" and name then
    local entry = r.vocabulary.entries["assessment.date"]
    if not entry or not values.read(entry, value) then return nil end
  end
  return name and { code = "write", form = r.host.json.write { [name] = value } } or nil
end

-- The object at `key`, an empty one where there is none.
function top.object_at(r, root, key)
  local value = root[key]
  if value == nil or value == r.null then return {} end
  if type(value) == "table" and value[1] == nil
    and r.empties[value] ~= "array" then
    return value
  end
  values.expected(r, "/" .. key, value, "wanted-object", object_cure(r, key, value)
    or { code = "in-braces" })
  return {}
end

return top
