-- The answers to a question that asks for a whole number or a day, in a few spans
-- that each come to one rating.  A span is tried as a fact of which its bounds are
-- known: what holds of it holds of each answer inside.

local dates = require "base.dates"
local values = require "dossier.values"
local wording = require "evaluate.wording"

local spans = {}

local MOST_SPANS <const> = 4
local COUNTED <const> = { count = true, months = true }
local FIRST_DAY <const>, LAST_DAY <const> = dates.parse "1900", select(2,
  dates.parse "2199")
-- The word for no number and no day, where one is allowed.
local WORDS <const> = { months = "none-stated", date = "never" }

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

-- The least and the greatest answer to a question; nil where it asks for something
-- else.
local function domain(vocabulary, entry, frame, as_of)
  local low, high
  if entry.type == "date" then
    low, high = FIRST_DAY, entry.future and LAST_DAY or math.min(as_of, LAST_DAY)
  elseif COUNTED[entry.type] then
    low, high = within_whole(vocabulary, entry, frame, entry.least or 0,
      entry.most or values.GREATEST)
  else
    return nil
  end
  local cell = frame[entry.path]
  return math.tointeger(math.max(low, bound(cell, "lo") or low)),
    math.tointeger(math.min(high, bound(cell, "hi") or high))
end

-- ---- spans of one rating -------------------------------------------------

local function cell_of(entry, first, last)
  if first < last then return { state = "known", lo = first, hi = last, raw = {} } end
  return { state = "known", value = first, raw = entry.type == "date"
    and dates.format(first) or first }
end

-- The last answer from `first` on with which the whole span comes to `words`.
local function last_of(first, high, comes_to)
  local good, step = first, 1
  while good + step < high and comes_to(good + step) do
    good, step = good + step, 2 * step
  end
  local bad = math.min(good + step, high) -- the one at `high` was tried before
  while bad - good > 1 do
    local middle = good + (bad - good) // 2
    if comes_to(middle) then good = middle else bad = middle end
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
    local last = comes_to(high) and high or last_of(first, high, comes_to)
    list[#list + 1] = { first = first, last = last, words = words }
    first = last + 1
  end
  return list
end

-- ---- in words ------------------------------------------------------------

local function in_words(entry, span, low, high)
  local is_day = entry.type == "date"
  local function one(number)
    return wording.value(entry, cell_of(entry, number, number))
  end
  if span.first == span.last then return one(span.first) end
  if span.first == low and span.last == high then
    return is_day and "any day" or "any number"
  elseif span.first == low then
    return (is_day and "on or before " or "at most ") .. one(span.last)
  elseif span.last == high then
    return (is_day and "on or after " or "at least ") .. one(span.first)
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
