-- What a person types for an answer, as the value that a dossier holds.  What cannot
-- be read so stays as it is, for the dossier's own message to say what was expected.

local typed = {}

local function trimmed(text) return text:match "^%s*(.-)%s*$" end

-- "Not known" and "not-known" as one.
local function plain(word) return (word:lower():gsub("[%s_-]+", " ")) end

local SHORT <const> = { y = "yes", n = "no" }

-- The answer to a question of the rules, which is a word in small letters.
function typed.word(text)
  text = trimmed(text)
  local word = text:lower()
  return SHORT[word] or not word:find "%s" and word or text
end

local function one_of(values, text)
  for _, value in ipairs(values) do
    if plain(value) == plain(text) then return value end
  end
  return text
end

local read = {}

local TRUTH <const> = { yes = true, y = true, ["true"] = true, no = false, n = false,
  ["false"] = false }

read["yes/no"] = function(_, text)
  local value = TRUTH[text:lower()]
  if value == nil then return text end
  return value
end

function read.choice(entry, text) return one_of(entry.values, text) end

function read.choices(entry, text, json)
  if text:lower() == "none" then return "none" end
  local list = {}
  for word in text:gmatch "[^,;]+" do
    list[#list + 1] = one_of(entry.values, trimmed(word))
  end
  return json.array(list)
end

function read.count(_, text)
  return text:find "^%-?%d+%.?%d*$" and tonumber(text) or text
end
read.number, read.percent, read.months = read.count, read.count, read.count

-- The value at a fact of `entry` that `text` stands for.
function typed.value(entry, text, json)
  local reader = read[entry.type]
  text = trimmed(text)
  if reader then return reader(entry, text, json) end
  return text
end

-- What may be typed, where `words` say what a dossier may hold.
function typed.expected(words)
  if words == "true or false" then return "yes or no" end
  return (words:gsub("^a list of values, each one of: ", "some of these, with commas: "))
end

return typed
