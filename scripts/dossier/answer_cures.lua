-- What people write for yes and no, for a choice or for several values, and the
-- answer of a dossier that says the same.

local nearest = require "base.nearest"
local values = require "base.values"
local work = require "base.work"

local answer_cures = {}

local YES_NO <const> = { yes = true, y = true, ["true"] = true, ["1"] = true,
  no = false, n = false, ["false"] = false, ["0"] = false, ja = true, nein = false,
  oui = true, non = false, si = true, ["s\u{ED}"] = true, sim = true }
local NOT_EVER <const> = nearest.set_of { "not yet", "never" }
-- Neither yes nor no.
local PARTLY <const> = nearest.set_of { "partly", "partially", "in part", "partial",
  "in progress", "under way", "ongoing", "planned", "sometimes", "mostly", "mainly",
  "largely", "to some extent", "somewhat", "more or less", "almost", "nearly" }
-- The values of a choice that say so.
local MIDDLE <const> = { "partial", "partly", "mixed", "some" }
-- Words that may turn what stands beside them round.
local LIMITS <const> = nearest.set_of { "no", "not", "non", "nor", "never", "without",
  "except", "but", "only", "unless", "until", "before", "partly", "partially", "partial",
  "part", "mostly", "mainly", "largely", "almost", "nearly", "some", "sometimes",
  "usually", "generally", "should", "would", "could", "will", "planned", "soon", "draft",
  "progress", "way", "if", "when", "maybe", "perhaps", "probably", "possibly", "cannot",
  "however", "though", "although", "hardly", "rarely", "less", "too", "lacks",
  "lacking", "missing", "expired", "t" }

local function is_limited(text)
  if text:find("?", 1, true) then return true end
  for word in text:gmatch "%a+" do
    if LIMITS[word] then return true end
  end
  return false
end

-- ---- yes and no ----------------------------------------------------------

function answer_cures.yes_no(_, text, written)
  local plain = YES_NO[text]
  if plain ~= nil then return plain end
  if NOT_EVER[text] then return { value = false, note = written } end
  if PARTLY[text] then return { state = "unknown", why = written } end
  local word, mark, rest = text:match "^(%a+)([%)%],;:. (%-\u{2013}]+)(.*)$"
  local first = YES_NO[word or ""]
  -- "No issues" is no no.
  if first == nil or first == false and mark == " " then return nil end
  if rest == "not yet" or not is_limited(rest) then
    return { value = first, note = written }
  end
  return { state = "unknown", why = written }
end

-- ---- values of a choice --------------------------------------------------

local VALUE_COST <const> = 80 -- of a look at one value of a choice

-- The value of `entry` whose word or title `text` is.
local function value_of(entry, text)
  work.charge(VALUE_COST * #entry.values)
  local plain = text:gsub("[%s%-]+", "_")
  if entry.words and entry.words[text] then return entry.words[text] end
  for _, value in ipairs(entry.values) do
    local title = entry.titles and entry.titles[value]
    if plain == value or title and text == title:lower() then return value end
  end
end

function answer_cures.value_of(entry, text) return value_of(entry, text:lower()) end

-- The values whose words stand in `text`.
local function named_in(entry, text)
  work.charge(VALUE_COST * #entry.values)
  local plain, found = "_" .. text:gsub("[^%w]+", "_") .. "_", {}
  for _, value in ipairs(entry.values) do
    if plain:find("_" .. value .. "_", 1, true) then found[#found + 1] = value end
  end
  return found
end

-- "only partial" says no more than "partial"; "partial, but ..." may.
local function one_named(entry, text)
  local found = named_in(entry, text)
  if #found ~= 1 then return nil end
  local rest = text:gsub("^only ", ""):gsub(found[1]:gsub("_", "."), "")
  return not is_limited(rest) and found[1] or nil
end

local function middle_of(entry)
  for _, value in ipairs(MIDDLE) do
    if entry.allowed[value] then return value end
  end
end

local function either(entry, text)
  local one, other = text:match "^(.+) or (.+)$"
  one, other = one and value_of(entry, one), other and value_of(entry, other)
  return one and other and one ~= other and { one_of = { one, other } } or nil
end

function answer_cures.choice(entry, text)
  if PARTLY[text:match "^yes[%s,(]+(.-)%)?$" or text] then return middle_of(entry) end
  return value_of(entry, text) or either(entry, text) or one_named(entry, text)
end

-- ---- several values ------------------------------------------------------

-- A part that nobody can read may be a value more: the rest are then some of them.
function answer_cures.set(entry, text, written)
  if text == "all" then return table.move(entry.values, 1, #entry.values, 1, {}) end
  local found, seen, is_whole = {}, {}, true
  for part in (text:gsub(" and ", ","):gsub("[+;/&]", ",")):gmatch "[^,]+" do
    local word = part:match "^%s*(.-)%s*$"
    local value = value_of(entry, word) or one_named(entry, word)
      or not is_limited(word) and values.near(word, entry.values)
    if value and not seen[value] then
      seen[value], found[#found + 1] = true, value
    end
    is_whole = is_whole and value
  end
  if #found == 0 then return nil end
  return is_whole and found or { includes = found, note = written }
end

return answer_cures
