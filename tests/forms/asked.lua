-- What the engine needs no answer to, in each dossier: { "FILE": { "PLACE FACT": true } },
-- the names as tests/forms/page.mjs gives them.
--
-- usage: lua5.4 asked.lua FOLDER_OF_TESTHOST DOSSIER...
local root = arg[0]:match "^(.*)/tests/forms/asked.lua$"
package.cpath = arg[1] .. "/?.so;" .. package.cpath
package.path = root .. "/scripts/?.lua;" .. root .. "/tests/scripts/?.lua;" .. package.path

local support = require "support.host"
local need = require "describe.need"
local shut = require "support.shut"

local model = support.open_builtin().model()
local alternatives = {}
for target, use in pairs(need.of(model)) do
  alternatives[target] = need.alternatives(target, use)
end
local shut_in = shut.of(model, alternatives)

-- The items of a list, as a dossier writes it.
local function items_of(value)
  return value and (value.items or value) or {}
end

local function look_at_facility(note, facility, i)
  local name = "facility " .. i - 1
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.scope == "facility" then note(name .. " " .. entry.path, entry, i) end
  end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    if list.scope == "facility" then
      note(name .. " " .. list.path, list, i)
      for k in ipairs(items_of(facility[list.path])) do
        for _, entry in ipairs(list.ordered) do
          note(("%s %s[%d] %s"):format(name, list.path, k - 1, entry.path), entry, i, k)
        end
      end
    end
  end
end

local function look_at(text)
  local dossier, is_idle, found = support.decode(text), shut_in(text), {}
  local function note(name, target, facility, item)
    found[name] = alternatives[target] ~= nil
      and is_idle(alternatives[target], facility, item)
  end
  for i, facility in ipairs(items_of(dossier.facilities)) do
    look_at_facility(note, facility, i)
  end
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.scope == "member" or entry.scope == "assessment" then
      note(entry.scope .. " " .. entry.path, entry)
    end
  end
  return found
end

local all = {}
for i = 2, #arg do all[arg[i]] = look_at(support.read_file(arg[i])) end
print(support.json.write(all))
