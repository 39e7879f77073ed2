-- The answers to a question that asks for a number or a day, in a few spans that
-- each come to one rating.  A span is tried as a fact of which its bounds are
-- known: what holds of it holds of each answer inside.

local dates = require "base.dates"
local digits = require "base.digits"
local values = require "dossier.values"
local wording = require "evaluate.wording"

local spans = {}

local MOST_SPANS <const> = 4
local COUNTED <const> = { count = true, months = true }
local MEASURED <const> = { number = true, percent = true }
local FIRST_DAY <const>, LAST_DAY <const> = dates.parse "1900", select(2,
  dates.parse "2199")
-- The word for no number and no day, where one is allowed.
local WORDS <const> = { months = "none-stated", date = "never" }

-- ---- numbers by their rank -----------------------------------------------

-- Numbers that need not be whole are counted by their rank among all that there
-- are, so that one follows another; whole numbers and days are their own rank.
local function rank(number)
  local bits = string.unpack("<i8", string.pack("<d", number))
  return bits >= 0 and bits or math.mininteger - bits
end

local function number_at(rank_of)
  local bits = rank_of >= 0 and rank_of or math.mininteger - rank_of
  return (string.unpack("<d", string.pack("<i8", bits)))
end

local function middle(low, high)
  if low < 0 and high > 0 then return 0 end -- their difference may be too great
  return low + (high - low) // 2
end

-- ---- which answers there are ---------------------------------------------

local function bound(cell, side)
  return cell and cell.state == "known" and (math.type(cell.value) and cell.value
    or cell[side]) or nil
end

-- A part is no greater than its whole, which is no smaller than each part.
local function within_whole(vocabulary, entry, frame, low, high)
  local most = entry.of and bound(frame[entry.of], "hi")
  for _, part in ipairs(vocabulary.parts) do
    local least = part.of == entry.path and bound(frame[part.path], "lo")
    low = math.max(low, least or low)
  end
  return low, math.min(high, most or high)
end

-- The least and the greatest answer by type; nil for a type that has none.
local function ends(vocabulary, entry, frame, as_of)
  if entry.type == "date" then
    return FIRST_DAY, entry.future and LAST_DAY or math.min(as_of, LAST_DAY)
  elseif COUNTED[entry.type] then
    return within_whole(vocabulary, entry, frame, entry.least or 0,
      entry.most or values.GREATEST)
  elseif MEASURED[entry.type] then
    return entry.least or -values.GREATEST, entry.most or values.GREATEST
  end
end

-- The same within what is known, as ranks.
local function domain(vocabulary, entry, frame, as_of)
  local low, high = ends(vocabulary, entry, frame, as_of)
  if not low then return nil end
  local cell = frame[entry.path]
  low = math.max(low, bound(cell, "lo") or low)
  high = math.min(high, bound(cell, "hi") or high)
  if MEASURED[entry.type] then return rank(low), rank(high) end
  return math.tointeger(low), math.tointeger(high)
end

-- ---- spans of one rating -------------------------------------------------

local function cell_of(entry, first, last)
  if MEASURED[entry.type] then
    first, last = number_at(first), number_at(last)
  end
  if first < last then return { state = "known", lo = first, hi = last, raw = {} } end
  return { state = "known", value = first, raw = entry.type == "date"
    and dates.format(first) or first }
end

-- The last answer from `first` on with which the whole span comes to `words`; that
-- up to `high` does not.  Most bounds of whole numbers are small: those are tried
-- first, each twice the one before.
local function last_of(first, high, is_whole, comes_to)
  local good, bad, step = first, high, 1
  while is_whole and good + step < bad do
    if comes_to(good + step) then
      good, step = good + step, 2 * step
    else
      bad = good + step
    end
  end
  while good + 1 < bad do
    local between = middle(good, bad)
    if comes_to(between) then good = between else bad = between end
  end
  return good
end

-- { first, last, words } each, from `low` to `high`; nil where an answer leaves the
-- rating open, or there are too many spans.
local function split(entry, low, high, try)
  local list, first = {}, low
  while first <= high do
    local words = #list < MOST_SPANS and try(cell_of(entry, first, first))
    if not words then return nil end
    local function comes_to(last)
      return try(cell_of(entry, first, last)) == words
    end
    local last = comes_to(high) and high
      or last_of(first, high, not MEASURED[entry.type], comes_to)
    list[#list + 1] = { first = first, last = last, words = words }
    first = last + 1
  end
  return list
end

-- ---- in words ------------------------------------------------------------

local WHOLE <const> = { up_to = "at most ", from = "at least " }
local DAY <const> = { up_to = "on or before ", from = "on or after " }

-- Between two numbers that follow each other the shorter one is the bound: "less
-- than 50" and "at least 50", not "at most 49.99999999999999".
local function shorter(first, second)
  return #digits(first) < #digits(second) and first
end

local function from_number(entry, span)
  local number, before = number_at(span.first), number_at(span.first - 1)
  local text = shorter(before, number)
  return (text and "more than " or WHOLE.from)
    .. wording.value(entry, { state = "known", value = 0, raw = text or number })
end

local function up_to_number(entry, span)
  local number, after = number_at(span.last), number_at(span.last + 1)
  local text = shorter(after, number)
  return (text and "less than " or WHOLE.up_to)
    .. wording.value(entry, { state = "known", value = 0, raw = text or number })
end

local function in_words(entry, span, low, high)
  local is_day, is_measured = entry.type == "date", MEASURED[entry.type]
  local words = is_day and DAY or WHOLE
  local function one(number)
    return wording.value(entry, cell_of(entry, number, number))
  end
  if span.first == span.last then return one(span.first) end
  if span.first == low and span.last == high then
    return is_day and "any day" or "any number"
  elseif span.first == low then
    return is_measured and up_to_number(entry, span)
      or words.up_to .. one(span.last)
  elseif span.last == high then
    return is_measured and from_number(entry, span)
      or words.from .. one(span.first)
  elseif is_measured then
    return from_number(entry, span) .. " and " .. up_to_number(entry, span)
  end
  return one(span.first) .. " to " .. one(span.last)
end

-- What each answer to the question on `entry` in `frame` comes to, as { answer,
-- rating } each; try(cell) gives the rating in words, or nil where it stays open.
-- nil where some answer leaves it open.
function spans.answers(vocabulary, entry, frame, as_of, try)
  local low, high = domain(vocabulary, entry, frame, as_of)
  if not low or not high or low > high or entry.sensitive then return nil end
  local answers, word = {}, (entry.may_be_none or entry.may_be_never)
    and WORDS[entry.type]
  if word then
    local cell = values.read(entry, word)
    answers[1] = { answer = word, rating = try(cell) }
    if not answers[1].rating then return nil end
  end
  local list = split(entry, low, high, try)
  for _, span in ipairs(list or {}) do
    answers[#answers + 1] = { answer = in_words(entry, span, low, high),
      rating = span.words }
  end
  return list and answers
end

return spans
