-- What to ask next (cop11.questions/1) for people and for spreadsheets.  As in
-- view.lua, nothing in it is trusted.

local blocks = require "render.blocks"
local keys = require "base.keys"
local listing = require "render.listing"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local render_csv = require "render.csv"
local view_ids = require "view.ids"

local questions = {}

local object, objects, text, texts = plain.object, plain.objects, plain.text, plain.texts
local add_field = blocks.add_field

local TITLE <const> = "What to ask next"
local HOW <const> = "Each question stands once, under the best place to find its answer; "
  .. "first what most checks wait for."
local MOST_NAMED <const>, LABEL <const> = 12, 15

-- ---- words --------------------------------------------------------------------

local function capital(words) return (words:gsub("^%l", string.upper)) end

-- "facility pit"; "the Member".
local function place(at)
  local id, name = text(at.facility), text(at.facility_name)
  if not id then return "the Member" end
  return "facility " .. (name and ("%s: %s"):format(id, name) or id)
end

-- "pit: Main pit (guards[G-1].licensed; known so far: at least 2)": one place a
-- question is about.
local function of_words(at)
  local known, words = text(at.known), text(at.fact) or text(at.prompt) or ""
  if known and known ~= "unknown" then words = words .. "; " .. known end
  return words == "" and place(at) or ("%s (%s)"):format(place(at), words)
end

local function of_lines(one)
  local lines, list = {}, objects(one.of)
  for i, at in ipairs(list) do
    if i > MOST_NAMED then
      lines[i] = ("and %d more"):format(#list - MOST_NAMED)
      break
    end
    lines[i] = of_words(at)
  end
  return lines
end

-- "11.1 at pit, 11.2 at pit".
local function rating_words(one)
  local list = {}
  for i, key in ipairs(texts(one.ratings)) do
    local facility, provision = keys.parts(key)
    list[i] = facility and ("%s at %s"):format(provision, facility) or provision
  end
  return list
end

-- "12 checks (11.1.1 to 11.1.12), 2 of them for nothing else"; an answer may open
-- further questions, so none is said to settle a check.
local function needed_words(one)
  local count, checks = plain.whole(one.needed_by), view_ids.text(texts(one.checks))
  if count == 0 then return checks ~= "" and checks or nil end
  local alone = plain.whole(one.alone)
  return ("%s (%s)%s"):format(plain.plural(count, "check", "checks"), checks,
    alone == 0 and "" or alone == count and (count == 1
      and ", which waits for nothing else" or ", which wait for nothing else")
      or (", %d of them for nothing else"):format(alone))
end

local function worst_words(one)
  local worst = text(one.at_worst)
  if not worst or outcomes.is_favourable(worst) then return nil end
  return outcomes.words(worst)
end

local function answer_lines(one)
  local lines, names, answers = {}, {}, object(one.answers)
  for name in pairs(answers) do
    if text(name) then names[#names + 1] = name end
  end
  table.sort(names)
  for i, name in ipairs(names) do
    lines[i] = ("%s: %s"):format(plain.line(name), text(answers[name]) or "")
  end
  lines[#lines + 1] = text(one.answer)
  return lines
end

-- ---- blocks ---------------------------------------------------------------------

local function add_lines(fields, label, lines)
  if #lines == 0 then return end
  add_field(fields, label, lines[1], { under = table.move(lines, 2, #lines, 1, {}) })
end

local function question_block(one)
  local fields, ratings = {}, rating_words(one)
  add_lines(fields, "Of", of_lines(one))
  if #texts(one.or_at) > 0 then
    add_field(fields, "Or look at", table.concat(texts(one.or_at), ", "))
  end
  add_lines(fields, "Answers", answer_lines(one))
  add_field(fields, plain.whole(one.needed_by) > 0 and "Needed by" or "For check",
    needed_words(one))
  if #ratings > 0 then
    add_field(fields, "For the rating of", table.concat(ratings, ", "))
  end
  add_field(fields, "At worst", worst_words(one))
  return blocks.item(fields, { title = text(one.ask) or "?" })
end

-- The questions of a group under what is to be looked at, in the order in which that
-- comes first.
local function by_look(group)
  local looks, by_name = {}, {}
  for _, one in ipairs(objects(group.questions)) do
    local name = text(one.look_at) or ""
    local look = by_name[name]
    if not look then
      look = { name = name, questions = {} }
      by_name[name], looks[#looks + 1] = look, look
    end
    look.questions[#look.questions + 1] = one
  end
  return looks
end

local function group_blocks(group)
  local list = {}
  for _, look in ipairs(by_look(group)) do
    if text(group.group) == "documents" then
      list[#list + 1] = { kind = "place", text = capital(look.name) }
    end
    for _, one in ipairs(look.questions) do list[#list + 1] = question_block(one) end
  end
  return list
end

local function head(document)
  local member = object(document.member)
  return { { "Member", text(member.name) or text(member.id) },
    { "As of", text(document.as_of) }, { "Rating", text(document.rating) },
    { "To determine it", text(document.determined_by) },
    { "Questions", ("%d"):format(plain.whole(document.questions)) } }
end

-- ---- forms ------------------------------------------------------------------------

local function listed(document)
  local sections = {}
  for i, group in ipairs(objects(document.groups)) do
    sections[i] = { title = text(group.title) or "?", id = text(group.group) or "?",
      blocks = group_blocks(group) }
  end
  return { title = TITLE, eyebrow = "Questions", notice = text(document.notice) or "",
    how = HOW, label = LABEL, head = head(document), sections = sections }
end

function questions.text(document) return listing.text(listed(document)) end

function questions.html(document, host) return listing.html(listed(document), host) end

local COLUMNS <const> = { "group", "look_at", "or_at", "ask", "facility",
  "facility_name", "fact", "known", "prompt", "checks", "ratings", "needed_by", "alone", "at_worst",
  "pointer", "answer", "member", "as_of" }

-- A row for each place a question is about, with a last column to write into.
function questions.csv(document)
  local out, member = { render_csv.row(COLUMNS) }, object(document.member)
  for _, group in ipairs(objects(document.groups)) do
    for _, one in ipairs(objects(group.questions)) do
      for _, at in ipairs(objects(one.of)) do
        out[#out + 1] = render_csv.named(COLUMNS, {
          group = text(group.group), look_at = text(one.look_at),
          or_at = table.concat(texts(one.or_at), "; "), ask = text(one.ask),
          facility = text(at.facility), facility_name = text(at.facility_name),
          fact = text(at.fact), known = text(at.known), prompt = text(at.prompt),
          checks = table.concat(texts(one.checks), " "),
          ratings = table.concat(rating_words(one), "; "),
          needed_by = ("%d"):format(plain.whole(one.needed_by)),
          alone = ("%d"):format(plain.whole(one.alone)), at_worst = text(one.at_worst),
          pointer = text(at.pointer), answer = table.concat(answer_lines(one), " | "),
          member = text(member.id) or text(member.name), as_of = text(document.as_of) })
      end
    end
  end
  return table.concat(out)
end

return questions
