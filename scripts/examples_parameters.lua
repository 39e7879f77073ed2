-- The values that an example gives to parameters of the pack, for itself alone:
-- parameters = { "icoc.reading is successor" }.

local facts = require "examples_facts"
local nearest = require "nearest"
local shallow = require "shallow"
local values = require "values"

local parameters = {}

-- The entry and cell that one sentence stands for; what is wrong goes to b.fail.
local function read(b, model, written)
  local path, value = facts.split(b, written, function(name)
    local entry = model.parameters[name]
    if entry then return entry end
    b.fail(("'%s' is not a parameter%s"):format(name,
      nearest.hint(name, facts.sorted_names(model.parameters))))
  end)
  if not path then return end
  local cell, expected = values.read(model.parameters[path], value)
  if not cell then
    b.fail(("'%s' gives a parameter what it cannot have; expected %s"):format(
      written, expected))
  end
  return path, cell
end

-- The pack's parameters with those that the lists of sentences give instead, and
-- these alone by name as they would stand in JSON; nil where they give none.
function parameters.frame(b, model, lists)
  local frame, given = shallow.copy(model.parameter_frame), {}
  for _, list in ipairs(lists) do
    for _, sentence in ipairs(list) do
      local path, cell = read(b, model, sentence)
      if cell then frame[path], given[path] = cell, cell.raw or cell.state end
    end
  end
  if next(given) then return frame, given end
end

return parameters
