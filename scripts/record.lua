-- What only the auditor may decide: the questions that wait for a record
-- (cop11.decisions/1), and a dossier's own text with a record more.

local asked = require "record.asked"
local insert = require "record.insert"
local pointers = require "dossier.records.pointers"
local questions = require "questions"
local shown = require "record.shown"
local typed = require "record.typed"
local values = require "base.values"

local record = {}

local FORMAT <const> = "cop11.decisions/1"
-- What a person gives of a record, in the order in which it is asked for.
local GIVEN <const> = { "answer", "by", "authority", "on", "why" }

-- ---- what is asked ------------------------------------------------------------

-- The checks that a prompt speaks of: its own, or all that ask the same.
local function checks_of(model, ids, prompt, json)
  local list, own = {}, prompt:match "^(.*)/[^/]*$"
  for i, id in ipairs(model.check_by_id[own or ""] and { own } or ids) do
    local check = model.check_by_id[id]
    list[i] = { id = id, title = check and check.title }
  end
  return json.array(list)
end

local function add_question(list, model, one, group, json)
  for _, at in ipairs(one.of) do
    -- What is known without evidence that shows it, no record settles.
    if group == "consider" and at.prompt:find "^fact:" then return end
    list[#list + 1] = { prompt = at.prompt, facility = at.facility,
      facility_name = at.facility_name, ask = one.ask, answers = one.answers,
      answer = one.answer and typed.expected(one.answer),
      checks = checks_of(model, one.checks, at.prompt, json),
      at_worst = one.at_worst, decides = group == "decide" or nil }
  end
end

-- The questions of the kind `group`, each once a place.
local function add_group(list, model, document, group, json)
  for _, one in ipairs(document.groups) do
    for _, question in ipairs(one.group == group and one.questions or {}) do
      add_question(list, model, question, group, json)
    end
  end
end

-- What a report that `model` made asks the auditor: first what decides, then what may
-- be answered too.  `lines` is each question as a terminal shows it.
function record.list(model, report, host)
  local document, list = questions.build(model, report, host), {}
  add_group(list, model, document, "decide", host.json)
  local deciding = #list
  add_group(list, model, document, "consider", host.json)
  for _, one in ipairs(list) do
    one.lines, one.place = host.json.array(shown.lines(one)), shown.place(one)
  end
  return { format = FORMAT, notice = document.notice, as_of = document.as_of,
    member = document.member, rating = document.rating, deciding = deciding,
    rating_lines = host.json.array(shown.rating(document)),
    decisions = host.json.array(list) }
end

-- ---- the record -----------------------------------------------------------------

-- The question of `report` that the words PROMPT[@PLACE]=ANSWER answer, as
-- { prompt, facility, answer }; nil and what is wrong.
function record.find(model, report, words, host)
  return asked.find(record.list(model, report, host).decisions, words)
end

-- Nothing that a terminal sends beside text, such as the arrow keys, is an answer.
local function wrong_text(text)
  if not text:find "%S" then return "it is missing" end
  if not values.is_text(text) then return "it needs a letter or a figure" end
  if text:find "%c" then return "it holds a key that is no text; type it again" end
end

local function wrongly_given(given)
  for _, name in ipairs(GIVEN) do
    local wrong = wrong_text(given[name] or "")
    if wrong then return name, wrong end
  end
  local wrong = given.ref and wrong_text(given.ref)
  if wrong then return "ref", wrong end
end

-- The value that was typed, as the question's kind has it.
local function answer_of(model, r, given)
  local named = given.prompt:match "^fact:(.*)$"
  if not named then return typed.word(given.answer) end
  local pointer = pointers.of_key(model.vocabulary, r, named) or named
  local _, entry = pointers.locate(model.vocabulary, r, pointer)
  if not entry then return given.answer end
  return typed.value(entry, given.answer, r.host.json)
end

-- An id that no record has.
local function free_id(r)
  local taken, number = {}, 1
  for _, one in ipairs(r.all_records) do taken[one.id or ""] = true end
  while taken["decision-" .. number] do number = number + 1 end
  return "decision-" .. number
end

local function fields_of(model, r, given)
  return { { "id", free_id(r) }, { "kind", "judgement" }, { "facility", given.facility },
    { "prompt", given.prompt }, { "answer", answer_of(model, r, given) },
    { "by", given.by }, { "party", "auditor" }, { "date", given.on },
    { "authority", given.authority }, { "why", given.why },
    { "ref", given.ref } }
end

-- ---- whether it may stand ---------------------------------------------------------

local function key_of(problem) return problem.pointer .. "\n" .. problem.message end

-- What is wrong with the record at `pointer`: nil, or the field and why.  What the
-- dossier had wrong before is not the record's.
local function wrong_with(before, after, pointer)
  local known = {}
  for _, problem in ipairs(before.problems) do known[key_of(problem)] = true end
  for _, problem in ipairs(after.problems) do
    local of_it = pointers.suffix_in(pointer, problem.pointer)
    if not known[key_of(problem)]
      and (problem.kind ~= "note" or of_it or problem.pointer == pointer) then
      return of_it and of_it:match "^/(%a+)" or "record", problem.message
    end
  end
end

local NAMES <const> = { date = "on" }

-- The text of a dossier with what is `given` as one record more, checked as a dossier
-- is; nil, and the field and what is wrong with it.  `read` reads such a text.
function record.add(model, text, given, read, host)
  local field, why = wrongly_given(given)
  if field then return nil, field, why end
  local before, wrong = read(text)
  if not before then return nil, "dossier", wrong.message end
  local written = insert.record(text, fields_of(model, before, given), host)
  local after
  after, wrong = read(written)
  if not after then return nil, "record", wrong.message end
  local name, message = wrong_with(before, after, ("/records/%d"):format(
    #after.all_records - 1))
  if name then return nil, NAMES[name] or name, message end
  return written
end

return record
