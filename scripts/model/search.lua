-- Finds facts and lists by a word: by what people call them, by their names, by the
-- questions they ask and the answers to these, or else by the help with them.

local work = require "base.work"

local search = {}

local MOST <const>, MOST_BYTES <const>, LEAST_BYTES <const> = 3, 80, 3
local LEAST_BEGINNING <const> = 4 -- bytes by which one word may begin another
-- How much a word counts by where it stands: as it is, and as another's beginning.
local PLACES <const> = { { exact = 7, nearly = 2 }, { exact = 6, nearly = 2 },
  { exact = 4, nearly = 1 }, { exact = 3, nearly = 0 } }
local COST <const> = 12 -- of one word of one fact

-- "Policies" -> "policy"
local function stem(word)
  return (word:lower():gsub("ies$", "y"):gsub("s$", ""))
end

local function add(index, order, place, text)
  for word in text:gmatch "%a+" do
    local of_word = index.words[stem(word)] or {}
    index.words[stem(word)] = of_word
    of_word[order] = math.min(of_word[order] or place, place)
  end
end

local function joined(list)
  return table.concat(list or {}, " ")
end

local function add_entry(index, entry)
  local order = #index.paths + 1
  index.paths[order], index.entries[order] = entry.path, entry
  add(index, order, 1, joined(entry.also_called))
  add(index, order, 2, entry.path)
  add(index, order, 3, ("%s %s %s"):format(entry.label or "", entry.ask or "",
    joined(entry.values)))
  for _, title in pairs(entry.titles or {}) do add(index, order, 3, title) end
  add(index, order, 4, (entry.help or "") .. " " .. joined(entry.evidence))
end

-- Which words begin with what.
local function beginnings_of(words)
  local beginnings = {}
  for word in pairs(words) do
    for last = LEAST_BEGINNING, #word - 1 do
      local list = beginnings[word:sub(1, last)] or {}
      beginnings[word:sub(1, last)] = list
      list[#list + 1] = word
    end
  end
  return beginnings
end

-- The words of each fact and list, in their order; made once a vocabulary.
local function index_of(vocabulary)
  local index = vocabulary.words
  if not index then
    index = { words = {}, paths = {}, entries = {} }
    for _, entry in ipairs(vocabulary.ordered) do add_entry(index, entry) end
    for _, list in ipairs(vocabulary.ordered_lists) do add_entry(index, list) end
    index.beginnings = beginnings_of(index.words)
    vocabulary.words = index
  end
  return index
end

local function count_word(index, word, as, scores)
  for order, place in pairs(index.words[word] or {}) do
    scores[order] = math.max(scores[order] or 0, PLACES[place][as])
    work.charge(COST)
  end
end

-- Whether people call a fact or list by the one word `text`.
function search.is_called(vocabulary, text)
  if #text > MOST_BYTES or not text:find "^%a+$" then return false end
  for _, place in pairs(index_of(vocabulary).words[stem(text)] or {}) do
    if place == 1 then return true end
  end
  return false
end

-- How well each fact fits `word`.
local function scores_of(index, word)
  local scores = {}
  count_word(index, word, "exact", scores)
  for last = LEAST_BEGINNING, #word - 1 do
    count_word(index, word:sub(1, last), "nearly", scores)
  end
  for _, longer in ipairs(index.beginnings[word] or {}) do
    count_word(index, longer, "nearly", scores)
  end
  return scores
end

local function sums_of(index, text)
  local sums = {}
  for word in text:gmatch "%a+" do
    work.charge(COST * #word)
    if #word >= LEAST_BYTES then
      for order, score in pairs(scores_of(index, stem(word))) do
        sums[order] = (sums[order] or 0) + score
      end
    end
  end
  return sums
end

-- The paths of the facts and lists that speak of what the words of `text` name, the
-- best first; `fits`, where given, says which to look at.
function search.facts(vocabulary, text, fits)
  if #text > MOST_BYTES then return {} end
  local index, found = index_of(vocabulary), {}
  local sums = sums_of(index, text)
  for order, sum in pairs(sums) do
    if sum > 0 and (not fits or fits(index.entries[order])) then
      found[#found + 1] = order
    end
  end
  table.sort(found, function(a, b)
    if sums[a] ~= sums[b] then return sums[a] > sums[b] end
    return a < b
  end)
  local paths = {}
  for i = 1, math.min(#found, MOST) do paths[i] = index.paths[found[i]] end
  return paths
end

return search
