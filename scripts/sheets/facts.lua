-- A fact anew, where somebody changed a cell of it: what the cells do not show stays.

local answers = require "sheets.answers"
local shallow = require "base.shallow"
local shown = require "sheets.shown"

local facts = {}

-- The ways of saying a value, and the reasons that go with what is said in its place.
local SAYS <const> = { "value", "state", "at_least", "at_most", "percent", "share",
  "one_of", "includes" }
local REASONS <const> = { "why", "withheld_reason", "na_reason" }

-- A cell as it can be compared: text without the blanks around it; nil where it is empty.
local function plain(cell)
  if type(cell) == "table" then cell = cell.date or cell.problem end
  if math.type(cell) then return ("%.15g"):format(cell) end
  if type(cell) ~= "string" then return nil end
  local text = cell:match "^%s*(.-)%s*$"
  return text ~= "" and text or nil
end
facts.plain = plain

local function clear(object, keys)
  for _, key in ipairs(keys) do object[key] = nil end
end

-- The ids in `text`, each as it stood in `before` where it did.
local function evidence_of(text, before)
  local kept, list = {}, {}
  for _, leg in ipairs(type(before) == "table" and before or {}) do
    if type(leg) == "table" and type(leg.id) == "string" then kept[leg.id] = leg end
  end
  for part in (text or ""):gmatch "[^;,\n]+" do
    local id = plain(part)
    if id then list[#list + 1] = kept[id] or id end
  end
  return #list > 0 and list or nil
end
facts.evidence_of = evidence_of

-- Takes what `typed` says into `object` in place of what that said; gives the reason and
-- the remark that lie in the words typed.  nil and what is wrong where they cannot be read.
local function take_answer(object, entry, typed, tell)
  local said, wrong, note = answers.read(entry, typed)
  if not said then return nil, wrong end
  if note then tell(note) end
  clear(object, SAYS)
  for _, key in ipairs(SAYS) do object[key] = said[key] end
  return { why = said.why or said.withheld_reason or said.na_reason, note = said.note }
end

-- A reason stands under the key that its state has.
local function take_reason(object, reason)
  clear(object, REASONS)
  object[shown.REASONS[object.state] or "why"] = reason
end

local function reason_in(object)
  return object.withheld_reason or object.na_reason or object.why
end

local function joined(one, other)
  return one and other and one .. shown.BETWEEN_VALUES .. other or one or other
end

local function says_nothing(object)
  for _, key in ipairs(SAYS) do
    if object[key] ~= nil then return false end
  end
  return object.withheld_reason == nil
end

-- A fact that says its value and no more is written without braces.
local function shortest(object)
  local key = next(object)
  if key == nil then return nil end
  if says_nothing(object) and object.auditor == nil then object.state = "unknown" end
  return key == "value" and next(object, key) == nil and object.value or object
end

-- What the auditor found, who found it and when where that is not said yet; or what is
-- wrong.
local function take_finding(object, entry, cells, changed, audit, tell)
  local found = type(object.auditor) == "table" and shallow.copy(object.auditor) or {}
  local inside = {}
  if changed.auditor then
    local wrong
    inside, wrong = take_answer(found, entry, cells.auditor, tell)
    if not inside then return wrong end
    found.date = audit.date
  end
  if changed.auditor_note or inside.note or inside.why then
    found.note = joined(plain(cells.auditor_note), inside.note or inside.why)
  end
  if plain(cells.auditor) or plain(cells.auditor_note) then
    found.by, found.date = found.by or audit.by, found.date or audit.date
    if not found.by or not found.date then return audit.missing end
    if says_nothing(found) then found.state = "unknown" end
    object.auditor = found
  else
    object.auditor = nil
  end
end

-- What the Member answers, why, and remarks; or what is wrong.
local function take_own(object, entry, cells, changed, tell)
  local inside, before = {}, reason_in(object)
  if changed.answer then
    local wrong
    inside, wrong = take_answer(object, entry, cells.answer, tell)
    if not inside then return wrong end
  end
  if changed.note or inside.note then
    object.note = joined(plain(cells.note), inside.note)
  end
  if changed.why then before = plain(cells.why) end
  if changed.why or changed.answer then take_reason(object, inside.why or before) end
  if changed.evidence then
    object.evidence = evidence_of(plain(cells.evidence), object.evidence)
  end
end

local NOT_SAID <const> = { unknown = true, not_assessed = true }

-- The fact that said `said` before, by its `cells`, those of them that are in `changed`;
-- or nil, what is wrong and in which part.  `audit`: the auditor and the day of a
-- finding, and what is `missing` of them; tell(words) tells of a cell that was taken
-- otherwise than it stands.
function facts.anew(entry, said, cells, changed, audit, tell)
  local object = {}
  if type(said) == "table" and said[1] == nil then
    object = shallow.copy(said)
  elseif type(said) ~= "userdata" and not NOT_SAID[said] then
    object.value = said
  end
  local wrong = take_own(object, entry, cells, changed, tell)
  if wrong then return nil, wrong, "answer" end
  if changed.auditor or changed.auditor_note then
    wrong = take_finding(object, entry, cells, changed, audit, tell)
    if wrong then return nil, wrong, "auditor" end
  end
  return shortest(object)
end

-- "yes" is an answer that a prompt names, true one of a fact.
local BOOLEANS <const> = { ["true"] = true, ["false"] = false }

-- The answer of a judgement: several with a semicolon between them are a list.
local function judged(cell)
  if math.type(cell) then return math.tointeger(cell) or cell end
  local text = plain(cell)
  if not text then return nil end
  if BOOLEANS[text] ~= nil then return BOOLEANS[text] end
  return text:find(";", 1, true) and evidence_of(text) or text
end

-- A value that stands alone, such as the date of a piece of evidence.
function facts.alone(entry, cell, before)
  if entry.type == "ids" then return evidence_of(plain(cell), before) end
  if entry.type == "answer" then return judged(cell) end
  local said, wrong = answers.read(entry, cell)
  if not said then return nil, wrong, "answer" end
  if said.value == nil and next(said) and said.state ~= "unknown" then
    return nil, ("'%s' is not one plain value, as it has to be here"):format(plain(cell)),
      "answer"
  end
  return said.value
end

return facts
