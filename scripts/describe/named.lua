-- Describes what a check is made of by its name alone: a point of the guidance
-- (cop11.point/1), a fact (cop11.fact/1), a list (cop11.list/1) or a parameter
-- (cop11.parameter/1).

local describe_facts = require "describe.facts"
local describe_pack = require "describe.pack"
local fact_card = require "describe.fact_card"
local nearest = require "base.nearest"
local need = require "describe.need"
local search = require "model.search"

local describe_named = {}

-- The fact called "people.armed": in the list, by its own name.
local function fact_of_list(model, name)
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    local own = name:sub(1, #list.path + 1) == list.path .. "."
      and list.entries[name:sub(#list.path + 2)]
    if own then return own end
  end
end

local function described(model, name, host, load_with_examples)
  local json, uses = host.json, need.of(model)
  local list = model.vocabulary.lists[name]
  local entry = model.vocabulary.entries[name] or fact_of_list(model, name)
  if model.points[name] then
    return "point", describe_pack.point(model.points[name],
      describe_pack.shown(host, load_with_examples), json)
  elseif model.parameters[name] then
    local parameter = model.parameters[name]
    return "parameter", describe_facts.parameter(model, parameter,
      uses[parameter], json)
  elseif entry then
    return "fact", fact_card.of(entry, uses[entry], json)
  elseif list then
    return "list", fact_card.of_list(list, uses, json)
  end
end

-- The names that there are, checks apart.
local function names_of(model)
  local names = {}
  for _, point in ipairs(model.point_list) do names[#names + 1] = point.id end
  for _, group in ipairs { model.parameter_list, model.vocabulary.ordered,
    model.vocabulary.ordered_lists } do
    for _, entry in ipairs(group) do names[#names + 1] = entry.path end
  end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do
      names[#names + 1] = list.path .. "." .. entry.path
    end
  end
  return names
end

-- What to write where `name` is a fact's in one list or more.
local function in_lists(model, name)
  local lists, cures = {}, {}
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    if list.entries[name] then
      lists[#lists + 1] = list.path
      cures[#cures + 1] = list.path .. "." .. name
    end
  end
  return #lists > 0 and ("'%s' is a fact in the list%s %s; write %s"):format(name,
    #lists > 1 and "s" or "", table.concat(lists, ", "),
    table.concat(cures, " or "))
end

local function joined(list) return table.concat(list, ", ") end

-- The checks of a provision, or the facts of a group, that is called `name`.
local function parts_of(model, name)
  local provision, ids, paths = model.provision_by_id[name], {}, {}
  for _, check in ipairs(provision and model.checks or {}) do
    if check.provision == provision then ids[#ids + 1] = check.id end
  end
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.path:find(name .. ".", 1, true) == 1 then paths[#paths + 1] = entry.path end
  end
  return provision and ("'%s' is a provision; its checks: %s"):format(name, joined(ids))
    or #paths > 0 and ("'%s' is a group of facts: %s"):format(name, joined(paths))
end

-- The facts and lists that speak of a word, where nothing has that name.
local function by_word(model, word)
  local paths = search.facts(model.vocabulary, word)
  return #paths > 0 and "what speaks of it: " .. table.concat(paths, ", ")
end

-- What is called `name`, or nil and what to say; `near` is the check that is near
-- it, if any is.
function describe_named.one(model, name, near, host, load_with_examples)
  local kind, full = described(model, name, host, load_with_examples)
  if kind then
    full.format = ("cop11.%s/1"):format(kind)
    return full
  end
  local parts = parts_of(model, name)
  if parts then return nil, parts end
  local listed, spoken = in_lists(model, name), by_word(model, name)
  if listed then return nil, listed .. (spoken and "; " .. spoken or "") end
  near = near or nearest.find(name, names_of(model))
  local cures = { near and ("did you mean '%s'?"):format(near) or nil }
  -- A word is looked for, where a name with dots is rather misspelt.
  if spoken and not (near and name:find(".", 1, true)) then cures[#cures + 1] = spoken end
  return nil, ("no check, fact, list, point or parameter is called '%s'; %s"):format(
    name, #cures > 0 and table.concat(cures, " ") or '"rules" lists the checks')
end

return describe_named
