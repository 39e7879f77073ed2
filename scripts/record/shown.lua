-- A question to the auditor, and all of them, as a terminal shows them.

local layout = require "base.layout"
local outcomes = require "base.outcomes"
local plain = require "base.plain"

local record = {}

local LABEL <const> = 11

-- "River pits (pits)".
function record.place(one)
  if not one.facility then return "the Member" end
  local name = one.facility_name
  return plain.line(name and ("%s (%s)"):format(name, one.facility) or one.facility)
end

-- The names of the answers, "yes" first, and what each means.
local function answers_of(one)
  local names = {}
  for name in pairs(one.answers or {}) do names[#names + 1] = name end
  table.sort(names, function(a, b)
    if (a == "yes") ~= (b == "yes") then return a == "yes" end
    return a < b
  end)
  return names
end

local function add_answers(page, one)
  for _, name in ipairs(answers_of(one)) do
    page.field(2, name, plain.line(one.answers[name]), LABEL)
  end
  if one.answer then page.field(2, "Answer", plain.line(one.answer), LABEL) end
  if one.decides or one.answers or one.answer then return end
  page.field(2, "Answer", "yes, no, or noted", LABEL)
end

-- "11.2.1 Guards respect people".
local function add_checks(page, one)
  for i, check in ipairs(one.checks) do
    page.field(2, i == 1 and (one.decides and "Decides" or "Of") or "",
      check.title and ("%s %s"):format(check.id, check.title) or check.id, LABEL)
  end
  if one.at_worst and not outcomes.is_favourable(one.at_worst) then
    page.field(2, "At worst", outcomes.words(one.at_worst), LABEL)
  end
end

local function lines_of(text)
  local lines = {}
  for line in text:gmatch "([^\n]*)\n" do lines[#lines + 1] = line end
  return lines
end

-- The question in lines: what is asked, what may be answered, what it decides.
function record.lines(one)
  local page = layout.new_page()
  page.text("  ", plain.line(one.ask))
  page.gap()
  add_answers(page, one)
  add_checks(page, one)
  return lines_of(page.finish())
end

-- The rating as it is after a decision, in lines.
function record.rating(document)
  local page = layout.new_page()
  page.field(2, "Rating now", plain.line(document.rating), LABEL)
  return lines_of(page.finish())
end

-- All questions, each under the name by which --answer calls it.
function record.text(document)
  local page, asked = layout.new_page(), require "record.asked"
  page.text("", "What only the auditor may decide")
  page.text("", document.notice)
  page.gap()
  page.field(0, "Member", plain.line(document.member.name or document.member.id or "?"),
    LABEL)
  page.field(0, "As of", document.as_of, LABEL)
  page.field(0, "Rating", plain.line(document.rating), LABEL)
  for i, one in ipairs(document.decisions) do
    if i == 1 and one.decides then page.heading "To decide" end
    if not one.decides and (i == 1 or document.decisions[i - 1].decides) then
      page.heading "May be noted too"
    end
    page.gap()
    page.line(plain.line(asked.name_of(one)))
    for _, line in ipairs(record.lines(one)) do page.line(line) end
  end
  return page.finish()
end

return record
