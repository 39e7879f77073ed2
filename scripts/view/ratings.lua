-- The ratings of a report, read into what every form of it shows; see
-- view.lua.

local outcomes = require "base.outcomes"
local plain = require "base.plain"
local view_ids = require "view.ids"

local view_ratings = {}

local RANK <const> = outcomes.RANK
local OPEN <const> = { "unknown", "withheld", "conflicting", "error" }
local COUNTS <const> = { "settled", "unknown", "withheld", "conflicting",
  "error", "not_applicable" }

function view_ratings.range_of(value)
  local range = {}
  for _, name in ipairs(plain.texts(value)) do
    if RANK[name] then range[#range + 1] = name end
  end
  table.sort(range, function(a, b) return RANK[a] < RANK[b] end)
  return range
end

-- "5 settled" for each of `names`; every count, or only those that are not 0.
local function counted(counts, names, all)
  local parts = {}
  for _, name in ipairs(names) do
    if all or counts[name] > 0 then
      parts[#parts + 1] = ("%d %s"):format(counts[name], (name:gsub("_", " ")))
    end
  end
  return table.concat(parts, ", ")
end

-- "5 settled, 11 unknown".
function view_ratings.counts_text(counts, all)
  local text = counted(counts, COUNTS, all)
  return text ~= "" and text or "no checks"
end

-- "83 unknown, 1 withheld": of what is open, what keeps it so.
function view_ratings.open_text(counts) return counted(counts, OPEN) end

local function completeness_of(value)
  local given, counts = plain.object(value), {}
  for _, name in ipairs(COUNTS) do counts[name] = plain.whole(given[name]) end
  counts.open = 0
  for _, name in ipairs(OPEN) do counts.open = counts.open + counts[name] end
  counts.all = counts.settled + counts.open + counts.not_applicable
  return counts
end

-- "3 stated, 30 evidenced, 7 auditor-verified", or nil where nothing is settled
-- or the report does not say.
local function support_of(value)
  local given, parts = plain.object(value), {}
  for _, name in ipairs { "stated", "evidenced", "auditor_verified" } do
    local count = plain.whole(given[name])
    if count > 0 then
      parts[#parts + 1] = ("%d %s"):format(count, (name:gsub("_", "-")))
    end
  end
  return #parts > 0 and table.concat(parts, ", ") or nil
end

-- "as stated: 3 of 4 checks without evidence", or nil.
local function as_stated(value)
  local stated = plain.whole(plain.object(value.support).stated)
  return outcomes.as_stated(stated, plain.whole(plain.object(value.completeness)
    .settled))
end

-- Adds a remark to a rating and to what is said of it.
function view_ratings.remark(rating, text)
  rating.remarks[#rating.remarks + 1] = text
  rating.said = rating.said .. "; " .. text
end

-- A rating, or nil where there is none.  Its words follow from the range alone,
-- so that no report can put other words into a rating's place.
function view_ratings.rating_of(value)
  if type(value) ~= "table" then return nil end
  local range = view_ratings.range_of(value.range or { value.rating })
  local name, text = outcomes.rated(range)
  local counts = completeness_of(value.completeness)
  local remarks = { as_stated(value) }
  local lowering = plain.texts(value.lowered_by)
  if #range > 1 and #lowering > 0 then
    remarks[#remarks + 1] = ("no better because of %s"):format(
      view_ids.text(lowering))
  end
  return { rating = name, text = text, range = range, remarks = remarks,
    stated = as_stated(value),
    said = table.concat({ text, table.unpack(remarks) }, "; "),
    basis = plain.text(value.basis), support = support_of(value.support),
    counts = counts, settled = outcomes.settled_of(counts.settled, counts.open),
    counted = type(value.completeness) == "table" }
end

-- The rating at `key` beside that of `value`: it stands on the same words, and what
-- is said of it (`tail`) ends with that.  Where there is none it is `otherwise`.
function view_ratings.beside(value, key, otherwise)
  local rating = view_ratings.rating_of(value[key] or otherwise)
  if not rating then return nil end
  local words = as_stated(value)
  rating.tail = words and "; " .. words or ""
  rating.said = rating.text .. rating.tail
  return rating
end

-- "major non-conformance (O-26)": the rating of `value` with records, and those that
-- change a check in it; nil where there are none.
function view_ratings.recorded(value)
  local ids = plain.texts(plain.object(value.with_records).records)
  if #ids == 0 then return nil end
  local rating = view_ratings.beside(value, "with_records", value)
  return ("%s (%s)%s"):format(rating.text, table.concat(ids, ", "), rating.tail)
end

-- The records by which a rating is not applicable that the rules do not say; nil for none.
function view_ratings.set_aside_by(value)
  local recorded, aside = plain.object(value.with_records), outcomes.NOT_APPLICABLE
  if recorded.rating ~= aside or value.rating == aside then return nil end
  return plain.texts(recorded.records)
end

-- "Are these all ...? (/facilities/complete): yes: conformance", or nil.
function view_ratings.determined_by(value)
  local given, answers = plain.object(value), {}
  for i, one in ipairs(plain.objects(given.answers)) do
    answers[i] = ("%s: %s"):format(plain.text(one.answer) or "?",
      plain.text(one.rating) or "?")
  end
  if #answers == 0 then return nil end
  return ("%s (%s) %s"):format(plain.text(given.ask) or "?",
    plain.text(given.pointer) or "?", plain.sentence(table.concat(answers, "; ")))
end

-- `own` words of a rating, and the findings that were entered.
function view_ratings.with_entered(own, rating)
  return rating.entered and ("%s; findings entered: %s"):format(own, rating.entered)
    or own
end

-- What the auditor says beside the rules: by records, and by findings entered.  Who
-- recorded nothing has not said that the rules are right.
view_ratings.NO_RATING = "no rating recorded"
function view_ratings.by_auditor(rating)
  return view_ratings.with_entered(rating.recorded or view_ratings.NO_RATING, rating)
end

function view_ratings.provisions_of(value)
  local list = {}
  for i, one in ipairs(plain.objects(value)) do
    local shown = view_ratings.rating_of(one)
    shown.id, shown.title = plain.text(one.provision) or "?",
      plain.text(one.title) or ""
    shown.house = view_ratings.beside(one, "house_rating")
    shown.with_records = view_ratings.beside(one, "with_records", one)
    shown.recorded = view_ratings.recorded(one)
    shown.set_aside_by = view_ratings.set_aside_by(one)
    list[i] = shown
  end
  return list
end

-- ---- questions ----------------------------------------------------------

-- An answer's words follow from its range, as a rating's do.
local function answer_words(question)
  local given, held = {}, {}
  for _, name in ipairs(plain.texts(question.range or { question.answer })) do
    given[name] = true
  end
  for _, name in ipairs(outcomes.SCALE) do
    local outcome = outcomes.of[name]
    if given[outcome.answer] then held[#held + 1] = outcome.answer_words end
  end
  if #held < 2 then return held[1] or "not known" end
  return ("not known: at best %s, at worst %s"):format(held[1], held[#held])
end

-- The answer over the facilities that were assessed, where it is another.
local function of_assessed(question)
  local one = plain.object(question.of_assessed)
  local answer, basis = answer_words(one), plain.text(one.basis)
  if not one.answer or answer == answer_words(question) then return nil end
  return "of the facilities assessed: " .. answer
    .. (basis and (" (%s)"):format(basis) or "")
end

local MOST_PLACES <const> = 6

-- "no at head; yes at deep and smelter": the worst first; nil where all facilities
-- give one answer.
local function at_each(question)
  local parts, at = {}, plain.object(question.at)
  for i = #outcomes.SCALE, 1, -1 do
    local outcome = outcomes.of[outcomes.SCALE[i]]
    local ids = plain.texts(at[outcome.answer])
    parts[#parts + 1] = #ids > 0 and ("%s at %s"):format(outcome.answer_words,
      plain.some_of(ids, MOST_PLACES)) or nil
  end
  local open = plain.texts(at[outcomes.NOT_KNOWN])
  parts[#parts + 1] = #open > 0 and "not known at "
    .. plain.some_of(open, MOST_PLACES) or nil
  return #parts > 1 and table.concat(parts, "; ") or nil
end

function view_ratings.questions_of(value)
  local list = {}
  for i, one in ipairs(plain.objects(value)) do
    list[i] = { id = plain.text(one.point) or "?",
      text = plain.text(one.text) or "", basis = plain.text(one.basis),
      answer = answer_words(one), checks = plain.texts(one.checks),
      of_assessed = of_assessed(one), at = at_each(one) }
  end
  return list
end

view_ratings.COUNTS = COUNTS

return view_ratings
