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

-- A finder for one declaration that begins at `line` of `file`: each call
-- locates the next place where a sentence stands, going on from the one before
-- when the same sentence is written twice.
function source.finder(file, line)
  local text, begin = file.text, file.starts[line] or 1
  local last = {}
  return function(sentence)
    local from = last[sentence] or begin
    local position = text:find(sentence, from, true)
      or text:find(sentence, begin, true)
    if not position then return line, nil end
    last[sentence] = position + 1
    return place(file, position)
  end
end

-- What `text` seems to declare by `word`, for files that cannot be run: { name,
-- line, column }.
function source.declared(text, word)
  local found, file = {}, source.new(text)
  local pattern = "()%f[%w_]" .. word .. "%s*%(?%s*[\"']([^\"'\n]+)[\"']"
  for position, id in text:gmatch(pattern) do
    local line, column = place(file, position)
    found[#found + 1] = { name = id, line = line, column = column }
  end
  return found
end

return source
