-- One check in full, cop11.check/1, as text: a page that an author or auditor
-- reads from the top down.

local layout = require "base.layout"
local plain = require "base.plain"
local render_condition = require "render.condition"
local render_named = require "render.named"

local render_check = {}

local object, objects, text = plain.object, plain.objects, plain.text

local LABEL <const> = 13

-- The words of a condition: { text, tree }, or a text.
local function condition(value)
  return text(object(value).text) or text(value)
end

-- A condition beside its label, one line for each that it is made of.
local function condition_lines(page, label, described, otherwise)
  for i, one in ipairs(render_condition.lines(described, otherwise)) do
    local first = (i == 1 and label or "")
    page.text(first .. (" "):rep(LABEL + 1 - #first + one.indent), one.text,
      LABEL + 1 + one.indent + (i == 1 and 0 or 2))
  end
end

local function what_it_says(page, check)
  local function field(label, value)
    if value then page.field(0, label, value, LABEL) end
  end
  local provision = object(check.provision)
  if text(provision.id) then
    field("Provision", ("%s %s"):format(text(provision.id),
      text(provision.title) or ""))
  end
  for i, point in ipairs(objects(check.points)) do
    field(i == 1 and "Points" or "", ("%s (%s): %s"):format(text(point.id)
      or "?", text(point.strength) or "?", text(point.says) or ""))
  end
  condition_lines(page, "Applies", check.applies
    or "where its provision does", "not applicable")
  field("Else", text(check.not_applicable))
  condition_lines(page, "Expects", check.expect, "finding")
  field("When met", text(check.met))
  field("Why", text(check.why))
  field("Ask", text(check.ask))
  field("Remedy", text(check.remedy))
  field("Broken", text(object(check.broken).message))
end

-- Shows each of `list` under a heading, where there are any.
local function each(page, heading, list, show)
  list = objects(list)
  if #list > 0 then page.heading(heading) end
  for _, one in ipairs(list) do show(one) end
end

-- The difference from the baseline.
local function changes(page, check)
  each(page, "Changed by layers", check.changes, function(one)
    page.text(one.weakens == true and "  WEAKER  " or "  ",
      text(one.text) or "", 4)
    page.text("    ", ("%s line %d"):format(text(one.file) or "?",
      plain.whole(one.line)))
  end)
end

local function outcomes(page, check)
  each(page, "Outcomes", check.outcomes, function(one)
    page.text(("  %-22s "):format(text(one.outcome) or "?"), text(one.says)
      or "")
  end)
end

local function prompts(page, check)
  each(page, "Prompts", check.prompts, function(one)
    page.text("  ", text(one.text) or "", 4)
    local when = condition(one.when)
    if when then page.text("    when ", when) end
    if one.where_not_asked == true then
      page.text("    ", "also where the check is not asked")
    end
  end)
end

-- "kind", of an item: "kind (of each of providers)".
local function named(question)
  local fact, list = text(question.fact), text(question.list)
  if fact and list then return ("%s (of each of %s)"):format(fact, list) end
  return fact or list or "?"
end

local function facts(page, check)
  each(page, "Facts", check.questions, function(one)
    page.text("  ", named(one), 4)
    local ask = text(one.ask)
    if ask then page.text("    ", ask) end
    local from = condition(one.worked_out_from)
    if from then page.text("    worked out from: ", from, 6) end
  end)
end

local function parameters(page, check)
  each(page, "Parameters", check.parameters, function(one)
    page.text("  ", ("%s: %s"):format(text(one.name) or "?", type(one.value)
      ~= "table" and render_named.value(one) or "?"), 4)
    for _, said in ipairs { text(one.ask) or false, text(one.source)
      and "source: " .. text(one.source) or false } do
      if said then page.text("    ", said, 4) end
    end
  end)
end

local function examples(page, check)
  each(page, "Examples", check.examples, function(one)
    page.text(("  %-22s "):format(text(one.gives) or "?"), text(one.name)
      or "without a name")
  end)
end

-- The rule's own text.  Its lines stand as they are, at the left edge: rule
-- files use all 80 columns.
local function source(page, check)
  local from = object(check.source)
  if type(from.text) ~= "string" then return end
  page.heading("Rule")
  page.text("  ", ("%s line %d"):format(text(from.file) or "?",
    plain.whole(from.first_line)))
  page.gap()
  for line in (from.text .. "\n"):gmatch("([^\n]*)\n") do
    page.line(plain.line(line))
  end
end

-- The check as text.
function render_check.render(check)
  local page = layout.new_page()
  page.text("", ("%s  "):format(text(check.id) or "?") .. (text(check.title)
    or ""))
  page.gap()
  for _, part in ipairs { what_it_says, changes, outcomes, prompts, facts,
    parameters, examples, source } do
    part(page, check)
  end
  return page.finish()
end

return render_check
