-- The forms that a fact takes, for who wrote a text that shows none of them.

local values = require "base.values"

local forms = {}

local REASON <const> = "the reason, in words"
local MOST_BYTES <const> = 60 -- of a text that is repeated as the reason

-- Values and ways of saying one, by type; of a choice they are made of its values.
local BY_TYPE <const> = {
  ["yes/no"] = { true, false },
  count = { 40, { at_least = 40 }, { at_least = 40, at_most = 50 } },
  number = { 40, { at_least = 40 }, { at_least = 40, at_most = 50 } },
  percent = { 40, { at_least = 40 }, { at_least = 40, at_most = 50 } },
  months = { 12, { at_most = 12 } },
  date = { "2013-11-30", "2013-11", { at_least = "2013-07", at_most = "2013-09" } },
}

function BY_TYPE.choice(entry)
  local first, second = entry.values[1], entry.values[2]
  return second and { first, { one_of = { first, second } } } or { first }
end

function BY_TYPE.choices(entry)
  local first = entry.values[1]
  return { { first }, { includes = { first } } }
end

-- Examples of what a fact of `entry` takes, the last of them "not known", with `value`
-- as the reason where it is a text.
function forms.of(entry, value)
  local some = BY_TYPE[entry.type]
  if not some or entry.is_country then return nil end
  some = type(some) == "function" and some(entry) or table.move(some, 1, #some, 1, {})
  local may_repeat = values.is_text(value) and #value <= MOST_BYTES
  some[#some + 1] = { state = "unknown", why = may_repeat and value or REASON }
  return some
end

-- The same in the braces of a fact, each as it stands there, in which `value` stood.
function forms.in_braces(entry, value, json)
  local list = { separator = " or " }
  for i, form in ipairs(forms.of(entry, value) or {}) do
    local object = type(form) == "table" and form[1] == nil and form or { value = form }
    for _, name in ipairs { "value", "one_of", "includes" } do
      if type(object[name]) == "table" then json.array(object[name]) end
    end
    list[i] = json.write(object):sub(2, -2)
  end
  return #list > 0 and list or nil
end

return forms
