-- What the form without a server is drawn from (cop11.form/1): the questionnaire, and
-- as trees the conditions by which one answer follows from others, so that the page can
-- tell by itself what need not be asked.

local condition_tree = require "model.condition_tree"
local questionnaire = require "questionnaire"

local page = {}

-- Where in rules something stands is no use to a person who answers.
local LEFT_OUT <const> = { file = true, line = true, column = true, text = true,
  otherwise = true, remedy = true, points = true, never = true }

local function trimmed(tree)
  if type(tree) ~= "table" then return tree end
  for key in pairs(LEFT_OUT) do tree[key] = nil end
  for _, part in pairs(tree) do trimmed(part) end
  return tree
end

local function add(works, key, entry, node)
  if type(node) ~= "table" then return end
  works[key] = works[key] or {}
  works[key][entry.path] = trimmed(condition_tree.of(node))
end

-- By key, and by fact, the conditions of what follows from what.
local function works_of(model)
  local works = {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    add(works, "worked_out_from", entry, entry.from)
    add(works, "follows_from", entry, entry.follows)
    add(works, "not_applicable_when", entry, entry.na_when)
    add(works, "needs_why", entry, entry.needs_why)
  end
  return works
end

-- Answers that disagree where a condition holds: none of them counts then.
local function disagreements_of(model, json)
  local list = {}
  for i, one in ipairs(model.disagreements) do
    local facts = {}
    for k, entry in ipairs(one.entries) do facts[k] = entry.path end
    list[i] = { scope = one.scope, when = trimmed(condition_tree.of(one.when)),
      facts = json.array(facts), because = one.because }
  end
  return json.array(list)
end

local function provisions_of(model, json)
  local list = {}
  for i, provision in ipairs(model.provisions) do
    list[i] = { id = provision.id, title = provision.title }
  end
  return json.array(list)
end

function page.build(model, host)
  local document = questionnaire.build(model, host)
  document.format, document.about, document.auditor = "cop11.form/1", nil, nil
  document.works, document.provisions = works_of(model), provisions_of(model, host.json)
  document.works.disagreements = disagreements_of(model, host.json)
  document.notice = model.about.notice
  for _, one in pairs(document.conditions) do trimmed(one.tree) end
  for _, section in ipairs(document.sections) do
    for _, question in ipairs(section.questions) do
      question.file, question.line, question.schema = nil, nil, nil
      question.follows_from = nil
    end
  end
  return document
end

return page
