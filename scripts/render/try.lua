-- What trying a condition (cop11.try/1) or a check (cop11.tried/1) has shown, as text:
-- the answer of each part stands in a column, so that one that is open or fails is seen at once.

local layout = require "base.layout"
local outcomes = require "base.outcomes"
local plain = require "base.plain"

local render_try = {}

local objects, text, texts, whole =
  plain.objects, plain.text, plain.texts, plain.whole

local ANSWER <const>, STEP <const>, FURTHEST <const> = 11, 2, 24

local function known_facts(step)
  local parts = {}
  for i, fact in ipairs(objects(step.facts)) do
    parts[i] = ("%s: %s"):format(text(fact.name) or "?", text(fact.value) or "?")
  end
  return table.concat(parts, "; ")
end

local function put_step(page, step)
  local indent = 2 + math.min(whole(step.depth) * STEP, FURTHEST)
  local answer = text(step.answer) or "?"
  local first = "  " .. answer .. (" "):rep(ANSWER - #answer + indent - 2)
  page.text(first, text(step.text) or "?", #first + STEP)
  local facts = known_facts(step)
  if facts ~= "" then page.text((" "):rep(#first + STEP) .. "(", facts .. ")") end
end

local function put_open(page, place)
  for _, question in ipairs(texts(place.open)) do page.text("    ", question, 6) end
end

local function put_nowhere(page, document)
  if #objects(document.places) > 0 then return end
  page.gap()
  page.text("", "The dossier names no facility at which this could be asked.")
end

local function at(place, answer)
  return ("At %s: %s"):format(text(place.place) or "?", text(answer) or "?")
end

function render_try.condition(document)
  local page = layout.new_page()
  page.text("", ("Tried as of %s: %s"):format(text(document.as_of) or "?",
    text(document.condition) or "?"))
  for _, place in ipairs(objects(document.places)) do
    page.gap()
    page.text("", at(place, place.answer))
    for _, step in ipairs(objects(place.steps)) do put_step(page, step) end
    put_open(page, place)
  end
  put_nowhere(page, document)
  return page.finish()
end

function render_try.check(document)
  local page = layout.new_page()
  page.text("", ("Check %s as of %s: %s"):format(text(document.check) or "?",
    text(document.as_of) or "?", text(document.title) or "?"))
  for _, place in ipairs(objects(document.places)) do
    page.gap()
    page.text("", at(place, outcomes.words(text(place.outcome) or "?")))
    page.text("    ", text(place.reason) or "?")
    put_open(page, place)
    for _, part in ipairs(objects(place.parts)) do
      page.text("  ", (text(part.part) or "?") .. ":")
      for _, step in ipairs(objects(part.steps)) do put_step(page, step) end
    end
  end
  put_nowhere(page, document)
  return page.finish()
end

return render_try
