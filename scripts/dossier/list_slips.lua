-- What people write in place of a list, or of an item of one.

local cures = require "dossier.cures"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local values = require "base.values"

local say <const> = diagnostic.new

local list_slips = {}

local KEYS <const> = { "complete", "count", "evidence", "items", "note", "stated_by",
  "why" }
list_slips.KEYS = KEYS
-- In place of a list of nothing.
local NONE <const> = nearest.set_of { "none", "no", "nobody", "nothing", "nil", "keine",
  "no one", "0", "-" }
local EMPTY <const> = '{"complete": true, "items": []}'
-- The keys by which an item is called.
local NAMES <const> = { "id", "name" }

local function is_none(value)
  return value == false or value == 0
    or type(value) == "string" and NONE[value:lower()] ~= nil
end

-- What to write for `value` in place of the list; nil where that is not known.
local function cure_of(r, list, value)
  if is_none(value) then
    return list ~= r.vocabulary.facilities and { code = "write", form = EMPTY } or nil
  end
  local count = values.whole(math.type(value) and value or tonumber(value))
  if not count or count < 0 then return nil end
  return { code = "write", form = ('{"count": %d}'):format(count) }
end

local function with_cure(says, cure)
  return cure and diagnostic.with_cure(says, cure.code, cure) or says
end

-- Tells `value`, which stands in place of `list`.  Where that is kept back, so is the
-- cure that would say it.
function list_slips.tell(r, list, value, pointer)
  local found = r.shown(value, list.tree)
  local cure = found == values.shown(value) and cure_of(r, list, value) or nil
  r.error(pointer, with_cure(say("wanted-list-of", { list = list.path, found = found }),
    cure))
end

-- Tells `value`, which stands in place of an item of `list`.
function list_slips.tell_item(r, list, value, pointer)
  local found, cure = r.shown(value, list.tree), nil
  for _, key in ipairs(NAMES) do
    if not cure and type(value) == "string" and list.tree.children[key] then
      cure = { code = "write", form = ('{"%s": "...", ...}'):format(key) }
    end
  end
  r.error(pointer, with_cure(say("wanted-item-of", { list = list.path, found = found }),
    cure))
end

local COUNT <const> = { type = "count" }
local ROUGHLY <const> = "the number, in words"
local MOST_BYTES <const> = 60 -- of a text that is repeated as the note

-- What to write in place of the `count` of a list: a number, or a note of what is known
-- of it, for only a number that is known counts.  A number that is none of a list is no
-- such note; nil for it.
function list_slips.count_cure(r, count)
  local cure = type(count) ~= "table" and cures.of(COUNT, count) or nil
  local json = r.host.json
  if math.type(cure) then return { code = "write", form = json.write(cure) } end
  if math.type(count) then return nil end
  local words = values.is_text(count) and #count <= MOST_BYTES and count or ROUGHLY
  return { code = "count-as-note", form = '"note": ' .. json.write(words) }
end

-- Whether an object in place of a list is an item of it.
function list_slips.is_one_item(list, object)
  for _, key in ipairs(KEYS) do
    if object[key] ~= nil and not list.tree.children[key] then return false end
  end
  for key in next, object do
    if list.tree.children[key] and not nearest.is_in(key, KEYS) then return true end
  end
end

local function tell_key(r, list, key, value, pointer)
  if type(value) == "table" and value[1] == nil then
    r.error(pointer .. "/" .. r.escape(key), say("item-by-name", { it = key }))
  elseif NONE[key:lower()] and value == true and list ~= r.vocabulary.facilities then
    r.error(pointer, say("not-part-of-list", { it = key, form = EMPTY },
      "write"))
  else
    r.stranger(pointer, key, "not-part-of-list", KEYS)
  end
end

-- Tells the keys that what is said of a list as a whole does not have.
function list_slips.check_keys(r, list, object, pointer)
  for key in next, object do
    local is_own = key:sub(1, 2) == "x-"
    if not is_own and not nearest.is_in(key, KEYS) then
      tell_key(r, list, key, object[key], pointer)
    end
  end
end

return list_slips
