-- Describes what a check is made of by its name alone: a point of the guidance
-- (cop11.point/1), a fact (cop11.fact/1), a list (cop11.list/1) or a parameter
-- (cop11.parameter/1).  The name of a provision or a group leads to its checks or
-- facts, and any other word to the facts that speak of it (cop11.found/1).

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

-- The card of a fact, with the disagreements that look at it.
local function fact_of(model, entry, use, json)
  local card, ids = fact_card.of(entry, use, json), {}
  for _, one in ipairs(model.disagreements) do
    if nearest.is_in(entry, one.reads.facts) then ids[#ids + 1] = one.id end
  end
  if #ids > 0 then card.disagreements = json.array(ids) end
  return card
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
    return "fact", fact_of(model, entry, uses[entry], json)
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

-- A check, fact or list as one that was found.
local function found(name, asks)
  return { name = name, ask = asks }
end

-- The checks of a provision, or the facts of a group, that is called `name`.
local function parts_of(model, name)
  local provision, checks, facts = model.provision_by_id[name], {}, {}
  for _, check in ipairs(provision and model.checks or {}) do
    if check.provision == provision then
      checks[#checks + 1] = found(check.id, check.title)
    end
  end
  if provision then return "provision", checks end
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.path:find(name .. ".", 1, true) == 1 then
      facts[#facts + 1] = found(entry.path, entry.ask)
    end
  end
  if #facts > 0 then return "group", facts end
end

-- The facts of lists that are called `word`.
local function in_lists(model, word)
  local facts = {}
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    local entry = list.entries[word]
    if entry then facts[#facts + 1] = found(list.path .. "." .. word, entry.ask) end
  end
  return facts
end

-- The facts and lists that speak of a word, where nothing has that name.
local function by_word(model, word)
  local of, list = model.vocabulary, {}
  for i, path in ipairs(search.facts(of, word)) do
    list[i] = found(path, (of.entries[path] or of.lists[path]).ask)
  end
  return list
end

local function names_in(list)
  local names = {}
  for i, one in ipairs(list) do names[i] = one.name end
  return table.concat(names, ", ")
end

-- What is found where nothing is called `name`, or nil and what to say.
local function looked_for(model, name, near)
  local kind, parts = parts_of(model, name)
  if parts then return { kind = kind, found = parts } end
  local listed, spoken = in_lists(model, name), by_word(model, name)
  if #listed > 0 then
    return { kind = "word", found = table.move(spoken, 1, #spoken, #listed + 1, listed) }
  end
  near = near or nearest.find(name, names_of(model))
  -- A word is looked for, where a name with dots is rather misspelt.
  if #spoken > 0 and not near then return { kind = "word", found = spoken } end
  local cures = { near and ("did you mean '%s'?"):format(near) or nil }
  if #spoken > 0 and not name:find(".", 1, true) then
    cures[#cures + 1] = "what speaks of it: " .. names_in(spoken)
  end
  return nil, ("no check, fact, list, point or parameter is called '%s'; %s"):format(
    name, #cures > 0 and table.concat(cures, " ") or '"rules" lists the checks')
end

-- What is called `name`, or nil and what to say; `near` is the check that is near
-- it, if any is.
function describe_named.one(model, name, near, host, load_with_examples)
  local kind, full = described(model, name, host, load_with_examples)
  if kind then
    full.format = ("cop11.%s/1"):format(kind)
    return full
  end
  local result, problem = looked_for(model, name, near)
  if not result then return nil, problem end
  result.format, result.name = "cop11.found/1", name
  return result
end

return describe_named
