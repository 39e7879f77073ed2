-- Which checks are meant, where a test is asked for some alone: by the id of a check
-- or a provision, or by the file that the check or its examples stand in.

local describe_rules = require "describe.rules"

local only = {}

-- Whether `asked`, a path as it was typed, names the rule file `path`.
local function is_file(asked, path)
  return asked == path or asked:sub(-#path - 1) == "/" .. path
end

local function in_file(model, asked, ids)
  for _, check in ipairs(model.checks) do
    if is_file(asked, check.file) then ids[check.id] = true end
  end
  for _, layer in ipairs(model.layers) do
    for _, block in ipairs(layer.examples) do
      if is_file(asked, block.file) then ids[block.name] = true end
    end
  end
end

-- The ids that `asked` means, as a set, or nil and what is wrong.
function only.ids(model, asked)
  local ids = {}
  for _, provision in ipairs(model.provisions) do
    if provision.id == asked or is_file(asked, provision.file) then
      ids[provision.id] = true
    end
    for _, check in ipairs(provision.id == asked and provision.checks or {}) do
      ids[check.id] = true
    end
  end
  in_file(model, asked, ids)
  if next(ids) then return ids end
  local check, missing = describe_rules.find(model, asked)
  if check then return { [check.id] = true } end
  if asked:find "%.lua$" then
    return nil, ("there is no rule file '%s'"):format(asked)
  end
  return nil, missing
end

return only
