-- Writes a new check to begin with, and its examples: lint finds nothing in it but
-- the words that its author is to write.
-- It asks what a check beside it asks, until its author changes it.

local check_ids = require "model.check_ids"
local diagnostic = require "base.diagnostic"
local layers = require "layers"
local nodes = require "model.nodes"
local suggest = require "suggest"

local scaffold = {}

-- ---- the id -------------------------------------------------------------

local function provision_ids(m)
  local ids = {}
  for i, provision in ipairs(m.provisions) do ids[i] = provision.id end
  return table.concat(ids, ", ")
end

-- nil, or why no new check can have this id.
local function id_problem(m, id, provision)
  if not provision then
    return ("the id '%s' begins with that of no provision; write one of %s, a "
      .. "dot and a number"):format(id, provision_ids(m))
  elseif id:find "[^%w._-]" then
    return ("the id '%s' holds more than letters, digits, dots and dashes")
      :format(id)
  elseif check_ids.is_taken(m, id) then
    return ("the id '%s' is taken, and an id is never used again; the next "
      .. "number is %s"):format(id, check_ids.next(m, provision))
  end
  local says = #m.layers > 1
    and layers.id_problem(m, { id = id, provision = provision })
  return says and diagnostic.text(says) or nil
end

-- ---- what it asks -------------------------------------------------------

-- The first plain condition that `check` expects.
local function leaf_of(check)
  local found
  nodes.walk(check.expect, function(node, list)
    if node.kind == "leaf" and node.op == "is" and not list
      and node.entry.scope ~= "parameter" then
      found = found or node
    end
  end)
  return found
end

-- A condition and a point to begin with: those of a check in the provision.
local function model_of(m, provision)
  for _, check in ipairs(m.checks) do
    if check.provision == provision and not check.broken and not check.retired
      and check.strength then
      local leaf = leaf_of(check)
      if leaf then return leaf, check.points[1] end
    end
  end
end

local TEXT <const> = [[
-- Begun by cop11 as a copy of a condition that is asked already.  Every line is
-- yours to change.

check %q {
  title  = %q,
  points = { %q },
  expect = { %q,
    otherwise = %q },
  met    = %q,
  ask    = %q,
  remedy = %q,
}
]]

-- What an author writes in place of each: lint tells where they still stand.
local WORDS <const> = { title = "The good state, in a few words",
  otherwise = "What is wrong, as one sentence.",
  met = "What is well, as one sentence.", ask = "What to ask for, as one sentence.",
  remedy = "What would put it right, as one sentence." }
scaffold.WORDS = WORDS

-- ---- the whole ----------------------------------------------------------

-- Beside the provision's file; in a layer, in its folder.
local function file_of(m, id, provision)
  local folder = #m.layers == 1 and provision.file:match "^(.*/)" or ""
  return folder .. id .. ".lua"
end

-- Line by line, as a command can write it without reading what it says.
local function lines_of(text, json)
  local lines = {}
  for line in text:gmatch "([^\n]*)\n" do lines[#lines + 1] = line end
  return json.array(lines)
end

-- A new check called `id` as the lines of its two files (cop11.scaffold/1), or
-- nil and what is wrong.  load(file) gives the model with one file more.
function scaffold.build(m, id, host, load)
  local provision = check_ids.provision(m, id)
  local problem = id_problem(m, id, provision)
  if problem then return nil, problem end
  local leaf, point = model_of(m, provision)
  if not leaf then
    return nil, ("provision %s has no check to begin from; write its first check "
      .. "by hand"):format(provision.id)
  end
  local file = file_of(m, id, provision)
  local text = TEXT:format(id, WORDS.title, point, leaf.text, WORDS.otherwise,
    WORDS.met, WORDS.ask, WORDS.remedy)
  local with = load { path = file, text = text }
  local examples = suggest.missing(with, host, with.check_by_id[id], true)
  return { format = "cop11.scaffold/1", check = id, file = file,
    lines = lines_of(text, host.json),
    examples_file = file:gsub("%.lua$", ".examples.lua"),
    examples = lines_of(examples.text, host.json) }
end

return scaffold
