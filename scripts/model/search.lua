-- Finds facts by a word: in their names, else in the questions they ask.

local search = {}

local MOST <const>, LEAST_BYTES <const> = 3, 3
local IN_NAME <const>, IN_ASK <const>, NEARLY <const> = 4, 2, 1

-- "Guards" -> "guard"
local function stem(word)
  return (word:lower():gsub("s$", ""))
end

local function words_of(text)
  local words = {}
  for word in (text or ""):gmatch "%a+" do words[stem(word)] = true end
  return words
end

-- The words of each fact, made once a vocabulary.
local function index_of(vocabulary)
  local index = vocabulary.words
  if not index then
    index = {}
    for i, entry in ipairs(vocabulary.ordered) do
      index[i] = { entry = entry, order = i, name = words_of(entry.path),
        ask = words_of((entry.label or "") .. " " .. (entry.ask or "")) }
    end
    vocabulary.words = index
  end
  return index
end

local function begins(words, word)
  for one in pairs(words) do
    if #word > LEAST_BYTES and (one:sub(1, #word) == word
      or #one > LEAST_BYTES and word:sub(1, #one) == one) then return true end
  end
  return false
end

local function score_of(one, word)
  if one.name[word] then return IN_NAME end
  if one.ask[word] then return IN_ASK end
  return begins(one.name, word) and NEARLY + 1 or begins(one.ask, word) and NEARLY or 0
end

-- The paths of the facts that speak of what the words of `text` name, the best first;
-- `fits`, where given, says which facts to look at.
function search.facts(vocabulary, text, fits)
  local found = {}
  for _, one in ipairs(index_of(vocabulary)) do
    local score = 0
    for word in text:gmatch "%a+" do
      if #word >= LEAST_BYTES then score = score + score_of(one, stem(word)) end
    end
    if score > 0 and (not fits or fits(one.entry)) then
      found[#found + 1] = { path = one.entry.path, score = score, order = one.order }
    end
  end
  table.sort(found, function(a, b)
    if a.score ~= b.score then return a.score > b.score end
    return a.order < b.order
  end)
  local paths = {}
  for i = 1, math.min(#found, MOST) do paths[i] = found[i].path end
  return paths
end

return search
