-- What a report of changes (cop11.diff/1) says, as sections of blocks (blocks.lua).
-- As in view.lua, nothing in it is trusted.

local blocks = require "render.blocks"
local kinds = require "diff.kinds"
local outcomes = require "base.outcomes"
local plain = require "base.plain"

local sections = {}

local object, objects, text, texts, whole =
  plain.object, plain.objects, plain.text, plain.texts, plain.whole
local add_field = blocks.add_field

-- ---- words ----------------------------------------------------------------

-- "insufficient evidence (conformance to major non-conformance)".
local function outcome_words(outcome, range)
  local words = outcomes.words(text(outcome) or "?")
  local values = texts(range)
  if #values < 2 then return words end
  return ("%s (%s to %s)"):format(words, outcomes.words(values[1]),
    outcomes.words(values[#values]))
end

-- What one report says of a check: its outcome, on what it rests, the auditor's
-- column.
function sections.side(one)
  if type(one) ~= "table" then return "not asked" end
  local words = outcome_words(one.outcome, one.range)
  if text(one.basis) then words = ("%s, %s"):format(words, text(one.basis)) end
  local recorded = object(one.with_records)
  if text(recorded.outcome) then
    words = ("%s; by the auditor: %s"):format(words,
      outcome_words(recorded.outcome, recorded.range))
  end
  return words
end

local function fact_side(one)
  if type(one) ~= "table" then return "not in the report" end
  local value = text(one.value) or "?"
  return text(one.basis) and ("%s (%s)"):format(value, text(one.basis)) or value
end

-- "north/arms.used: was no (stated), now yes (evidenced)".
function sections.fact(one)
  return ("%s: was %s, now %s"):format(text(one.fact) or "?", fact_side(one.was),
    fact_side(one.now))
end

local function place(one)
  return text(one.facility) and "facility " .. text(one.facility) or "the Member"
end

-- ---- the head -------------------------------------------------------------

local function report_words(side)
  local pack = object(side.pack)
  return ("as of %s: %s (%s %s)"):format(text(side.as_of) or "?",
    text(side.text) or "?", text(pack.name) or "?", text(pack.version) or "?")
end

local function totals_words(document)
  local totals, parts = object(document.totals), {}
  for _, kind in ipairs(kinds.ALL) do
    local count = whole(totals[kind.name])
    if count > 0 then
      parts[#parts + 1] = ("%d %s"):format(count, kind.title:gsub("^%u",
        string.lower))
    end
  end
  return #parts > 0 and table.concat(parts, ", ")
    or "every check says the same in both reports"
end

local OTHER_RULES <const> = "The two reports were made with different rules: what "
  .. "differs may come from the rules, and not from the Member."

local BACKWARDS <const> = "The old report looks at a later day than the new one: what is "
  .. "called new was there before."

-- Which reports were compared, and how many checks came to what.
function sections.head(document)
  local fields, member = {}, object(document.member)
  add_field(fields, "Member", text(member.name) or text(member.id) or "not named")
  add_field(fields, "Old report", report_words(object(document.old)))
  add_field(fields, "New report", report_words(object(document.new)))
  add_field(fields, "Days", document.backwards == true and BACKWARDS or nil)
  add_field(fields, "Rules", document.same_rules ~= true and OTHER_RULES or nil)
  add_field(fields, "Checks", totals_words(document))
  return fields
end

-- ---- tables ---------------------------------------------------------------

local function rating_name(one)
  local level = text(one.level)
  if level == "member" then return "The Member" end
  if level == "facility" then return "Facility " .. (text(one.facility) or "?") end
  return ("%s at %s"):format(text(one.provision) or "?", text(one.facility)
    and place(one) or "all places")
end

local function rating_side(said, by_auditor)
  local words = text(said) or "not in the report"
  return text(by_auditor) and ("%s; by the auditor: %s"):format(words,
    text(by_auditor)) or words
end

local function ratings(document)
  local rows = {}
  for i, one in ipairs(objects(document.ratings)) do
    rows[i] = { rating_name(one), rating_side(one.was, one.was_by_auditor),
      rating_side(one.now, one.now_by_auditor) }
  end
  return rows, { "Rating", "Was", "Now" }
end

local FACILITY_WORDS <const> = { added = "not in the old report",
  gone = "not in the new report", ["assessed-now"] = "assessed now, not before",
  ["not-assessed-now"] = "assessed before, not now" }

local function facilities(document)
  local rows = {}
  for i, one in ipairs(objects(document.facilities)) do
    rows[i] = { text(one.facility) or "?", text(one.name) or "",
      (FACILITY_WORDS[one.kind] or "?") .. (text(one.why)
        and ": " .. text(one.why) or "") }
  end
  return rows, { "Facility", "Name", "What changed" }
end

local FINDING_WORDS <const> = { entered = "entered since", closed = "closed since",
  reopened = "closed before, open now", overdue = "open, and overdue now",
  open = "still open", gone = "open before, and not in the new report",
  ["entered-closed"] = "entered and closed since" }

local function finding_words(one)
  local words = FINDING_WORDS[one.kind] or "?"
  if text(one.closed_on) then
    words = ("%s, closed on %s, %s"):format(words, text(one.closed_on),
      text(one.verified_by) and "verified by " .. text(one.verified_by)
        or "nobody is named who verified it")
  elseif text(one.due) then
    words = ("%s, due %s"):format(words, text(one.due))
  end
  return words
end

local function finding_rating(one)
  local now = outcomes.words(text(one.rating) or "?")
  return text(one.was_rating) and ("%s, was %s"):format(now,
    outcomes.words(text(one.was_rating))) or now
end

local function findings(document)
  local rows = {}
  for i, one in ipairs(objects(document.findings)) do
    rows[i] = { text(one.finding) or "?", ("%s, %s"):format(text(one.check)
      or text(one.provision) or "?", place(one)), finding_rating(one),
      finding_words(one), text(one.nature) or "" }
  end
  return rows, { "Finding", "On", "Rating", "What changed", "What falls short" }
end

local RECORD_WORDS <const> = { entered = "new", gone = "not in the new report",
  lapsed = "lapsed", superseded = "superseded", stale = "its case is not there now",
  ["in-force"] = "in force now", ["not-yet"] = "not yet in force",
  ["not-the-auditors"] = "not the auditor's" }

local function record_subject(one)
  return text(one.prompt) or text(one.check) or text(one.fact)
    or text(one.provision) or "?"
end

local function records(document)
  local rows = {}
  for i, one in ipairs(objects(document.records)) do
    rows[i] = { text(one.record) or text(one.pointer) or "?",
      ("%s on %s, %s"):format(text(one.of_kind) or "?", record_subject(one),
        place(one)), ("%s, %s"):format(text(one.by) or "?", text(one.date) or "?"),
      (RECORD_WORDS[one.kind] or "?") .. (text(one["until"])
        and " (until " .. text(one["until"]) .. ")" or "") }
  end
  return rows, { "Record", "What it is", "By", "What changed" }
end

local TABLES <const> = {
  { "ratings", "Ratings that differ", ratings },
  { "facilities", "Facilities", facilities },
  { "findings", "Findings that were entered", findings },
  { "records", "Records of the auditor", records },
}

local function tables(document)
  local list = {}
  for _, one in ipairs(TABLES) do
    local rows, columns = one[3](document)
    if #rows > 0 then
      list[#list + 1] = { id = one[1], title = one[2], blocks = {
        blocks.table(columns, rows, { head = 1 }) } }
    end
  end
  return list
end

-- ---- checks ---------------------------------------------------------------

-- What both reports say, in one field where they say the same.
local function add_both(fields, labels, was, now)
  if was == now then return add_field(fields, labels.both, was) end
  add_field(fields, labels.was, was)
  add_field(fields, labels.now, now)
end

local OUTCOMES <const> = { was = "Was", now = "Now", both = "Was and is" }
local REASONS <const> = { was = "Old report", now = "New report",
  both = "Both reports" }
local OF_DAYS <const> = { was = "The day before", now = "On this day",
  both = "On both days" }

local function item(change, reasons)
  local fields, differ = {}, {}
  add_both(fields, OUTCOMES, sections.side(change.was), sections.side(change.now))
  add_both(fields, reasons, text(object(change.was).reason),
    text(object(change.now).reason))
  for i, one in ipairs(objects(change.facts)) do differ[i] = sections.fact(one) end
  if #differ > 0 then
    add_field(fields, "Facts that differ", table.concat(differ, "; "))
  end
  add_field(fields, "Rule", change.other_rule == true
    and "the check expects something else in the new report" or nil)
  add_field(fields, "To close", text(change.remedy))
  return blocks.item(fields, { id = text(change.check) or "?",
    title = ("%s (%s)"):format(text(change.title) or "?", place(change)) })
end

local function of_kind(document, kind)
  local list = { blocks.note(kind.says) }
  for _, change in ipairs(objects(document.changes)) do
    if change.kind == kind.name then list[#list + 1] = item(change, REASONS) end
  end
  return list
end

-- The sections that have something to say: { id, title, blocks }.
function sections.of(document)
  local list = tables(document)
  for _, kind in ipairs(kinds.ALL) do
    local of = of_kind(document, kind)
    if #of > 1 then
      list[#list + 1] = { id = kind.name, title = ("%s (%d)"):format(kind.title,
        #of - 1), blocks = of }
    end
  end
  return list
end

-- Of the reports of two days, the same without what stayed, as one list of blocks.
function sections.differing(document)
  local list = {}
  for _, section in ipairs(tables(document)) do
    table.move(section.blocks, 1, #section.blocks, #list + 1, list)
  end
  for _, change in ipairs(objects(document.changes)) do
    if not kinds.STAYS[change.kind] then list[#list + 1] = item(change, OF_DAYS) end
  end
  return list
end

return sections
