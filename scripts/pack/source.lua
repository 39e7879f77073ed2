-- Finds where in a rule file something was written, so that every message can
-- name a line and column.

local source = {}

-- Where each line of `text` starts.
local function line_starts(text)
  local starts, count, newline = { 1 }, 1, text:find("\n", 1, true)
  while newline do
    count = count + 1
    starts[count] = newline + 1
    newline = text:find("\n", newline + 1, true)
  end
  return starts
end

-- A rule file whose lines can be found quickly.
function source.new(text)
  return { text = text, starts = line_starts(text) }
end

-- 1-based line and column of byte `position`.
local function place(file, position)
  local starts = file.starts
  local low, high = 1, #starts
  while low < high do
    local middle = (low + high + 1) // 2
    if starts[middle] <= position then low = middle else high = middle - 1 end
  end
  return low, position - starts[low] + 1
end

-- The same for a text looked at once.
function source.line_of(text, position)
  return place(source.new(text), position)
end

-- Bytes that are searched for the price of one step, and copied.
local BYTES_SEARCHED <const>, BYTES_COPIED <const> = 4, 64
local JOINT <const> = '^"%s*%.%.%s*"'
local MOST_TRIES <const> = 200
-- A sentence is looked for in so many bytes from its declaration on, and then in
-- the rest of the file; a file is searched so many times over for those that stand
-- elsewhere, or nowhere, because a loop made them.
local NEAR <const>, TIMES_OVER <const> = 8192, 64

-- Whether `sentence` stands at `position`, in pieces joined by `..`.
local function stands_at(text, sentence, position, charge)
  for i = 1, #sentence do
    if text:byte(position) ~= sentence:byte(i) then
      local _, last = text:find(JOINT, position)
      if not last or text:byte(last + 1) ~= sentence:byte(i) then
        charge(i)
        return false
      end
      position = last + 1
    end
    position = position + 1
  end
  return true
end

-- Where `wanted` stands from byte `from` on.  What is searched is charged: a rule
-- file may ask for many sentences that it does not hold.
local function find(text, wanted, from, charge)
  local position = text:find(wanted, from, true)
  charge(((position or #text) - from) // BYTES_SEARCHED + 1)
  return position
end

-- Where a sentence written in pieces begins, from byte `from` on.
local function find_pieces(text, sentence, from, charge)
  local start = '"' .. (sentence:match "^%S+" or sentence)
  for _ = 1, MOST_TRIES do
    local quote = find(text, start, from, charge)
    if not quote then return nil end
    if stands_at(text, sentence, quote + 1, charge) then return quote + 1 end
    from = quote + 1
  end
end

local function find_either(text, sentence, from, charge)
  return find(text, sentence, from, charge)
    or find_pieces(text, sentence, from, charge)
end

-- The same in the whole file, as long as it was not searched too often.
local function find_far(file, sentence, from, charge)
  local searched = file.searched or 0
  if searched > TIMES_OVER * #file.text then return nil end
  file.searched = searched + 2 * (#file.text - from)
  return find_either(file.text, sentence, from, charge)
end

-- A finder for one declaration that begins at `line` of `file`: each call
-- locates the next place where a sentence stands, going on from the one before
-- when the same sentence is written twice.
function source.finder(file, line, charge)
  local begin = file.starts[line] or 1
  local near = file.text:sub(begin, begin + NEAR - 1)
  charge(#near // BYTES_COPIED)
  local last = {}
  return function(sentence)
    local from = last[sentence] or begin
    local position = from - begin < #near
      and find_either(near, sentence, from - begin + 1, charge)
    position = position and position + begin - 1
      or find_far(file, sentence, from, charge)
      or from > begin and find_far(file, sentence, begin, charge)
    if not position then return line, nil end
    last[sentence] = position + 1
    return place(file, position)
  end
end

local DECLARED <const> = "()%f[%w_]([%a_][%w_]*)%s*%(?%s*[\"']([^\"'\n]+)[\"']"
local NONE <const> = {}

local function add(lists, key, one)
  lists[key] = lists[key] or {}
  table.insert(lists[key], one)
end

-- What `text` seems to declare, for files that cannot be run: a function that gives
-- for each word a list of { name, line, column }, of one line or of all (nil).
function source.declared(text)
  local lists, file = {}, source.new(text)
  for position, word, id in text:gmatch(DECLARED) do
    local line, column = place(file, position)
    local one = { name = id, line = line, column = column }
    add(lists, word, one)
    add(lists, word .. ":" .. line, one)
  end
  return function(word, line)
    return lists[line and word .. ":" .. line or word] or NONE
  end
end

return source
