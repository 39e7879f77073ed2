-- What the engine needs no answer to, in each dossier: { "FILE": { "PLACE FACT": true } },
-- the names as tests/forms/page.mjs gives them.
--
-- usage: lua5.4 asked.lua FOLDER_OF_TESTHOST DOSSIER...
local root = arg[0]:match "^(.*)/tests/forms/asked.lua$"
package.cpath = arg[1] .. "/?.so;" .. package.cpath
package.path = root .. "/scripts/?.lua;" .. root .. "/tests/scripts/?.lua;" .. package.path

local support = require "support.host"
local dossier = require "dossier"
local evaluate = require "evaluate"
local logic = require "evaluate.logic"
local need = require "describe.need"

local model = support.open_builtin().model()
local uses = need.of(model)

local function is_idle(target, ctx)
  local alternatives = uses[target] and need.alternatives(target, uses[target])
  if not alternatives then return false end
  for _, gates in ipairs(alternatives) do
    local shut = false
    for _, gate in ipairs(gates) do shut = shut or gate.eval(ctx) & ~logic.SHORT == 0 end
    if not shut then return false end
  end
  return true
end

local function note(found, name, target, ctx)
  found[name] = is_idle(target, ctx)
end

local function look_at_facility(found, frame, name, ctx)
  ctx.facility = frame
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.scope == "facility" then note(found, name .. " " .. entry.path, entry, ctx) end
  end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    if list.scope == "facility" then
      note(found, name .. " " .. list.path, list, ctx)
      for i, item in ipairs(frame[list.path] and frame[list.path].items or {}) do
        ctx.item = item
        for _, entry in ipairs(list.ordered) do
          note(found, ("%s %s[%d] %s"):format(name, list.path, i - 1, entry.path), entry, ctx)
        end
      end
      ctx.item = {}
    end
  end
end

local function look_at(text)
  local value, _, empties = support.json.read(text, 32)
  local r = dossier.read(value, model, empties, support.host)
  local ctx = evaluate.prepare(model, r, {}, support.host)
  ctx.item = {}
  local found = {}
  for i, frame in ipairs(r.facilities.items) do
    look_at_facility(found, frame, "facility " .. i - 1, ctx)
  end
  ctx.facility = {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.scope == "member" or entry.scope == "assessment" then
      note(found, entry.scope .. " " .. entry.path, entry, ctx)
    end
  end
  return found
end

local all = {}
for i = 2, #arg do all[arg[i]] = look_at(support.read_file(arg[i])) end
print(support.json.write(all))
