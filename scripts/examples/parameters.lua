-- The values that an example gives to parameters of the pack, for itself alone:
-- parameters = { "icoc.reading is successor" }, or ["icoc.reading"] = "successor".

local diagnostic = require "base.diagnostic"
local facts = require "examples.facts"
local shallow = require "base.shallow"
local values = require "base.values"

local parameters = {}

local function entry_of(b, model, name)
  local entry = model.parameters[name]
  if entry then return entry end
  b.fail(diagnostic.none_of("parameter-unknown", { it = name },
    facts.sorted_names(model.parameters)))
end

-- Puts `value` into the frame, and into `given` as it would stand in JSON.
local function set(b, entry, value, frame, given)
  local cell, expected = values.read(entry, value)
  if not cell then
    return b.fail(diagnostic.new("parameter-cannot-be", { it = entry.path,
      found = values.shown(value), expected = expected }))
  end
  frame[entry.path], given[entry.path] = cell, cell.raw or cell.state
end

local function set_all(b, model, written, frame, given)
  for _, sentence in ipairs(written) do
    local path, value = facts.split(b, sentence, function(name)
      return entry_of(b, model, name)
    end)
    if path then set(b, model.parameters[path], value, frame, given) end
  end
  for _, name in ipairs(facts.sorted_names(written)) do
    local entry = entry_of(b, model, name)
    if entry then set(b, entry, written[name], frame, given) end
  end
end

-- The pack's parameters with those that `lists` give instead, and these alone by
-- name; nil where they give none.
function parameters.frame(b, model, lists)
  local frame, given = shallow.copy(model.parameter_frame), {}
  for _, written in ipairs(lists) do set_all(b, model, written, frame, given) end
  if next(given) then return frame, given end
end

return parameters
