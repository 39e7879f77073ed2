-- Finds the places that JSON Pointers name in a JSON text, as line and column,
-- so that a person can go there.  The text is known to be well-formed; only the
-- parts on the way to a wanted place are looked into, the rest is skipped.

local json_position = {}

local value -- forward

-- ---- the wanted places, as a tree ---------------------------------------

local function new_node()
  return { children = {} }
end

local function key_of(token)
  if not token:find("~", 1, true) then return token end
  return (token:gsub("~1", "/"):gsub("~0", "~"))
end

local function add_pointer(root, pointer)
  local node = root
  for token in pointer:gmatch("/([^/]*)") do
    local key = key_of(token)
    local child = node.children[key]
    if not child then
      child = new_node()
      node.children[key] = child
    end
    node = child
  end
  return node
end

-- ---- skipping -----------------------------------------------------------

local function after_space(text, at)
  return text:find("[^ \t\n\r]", at)
end

-- The position after the string whose opening quote stands at `at`.
local function after_string(text, at)
  local position = at + 1
  while true do
    local found = text:find('["\\]', position)
    if text:byte(found) == 34 then return found + 1 end
    position = found + 2
  end
end

-- The position after the object or list that opens at `at`.
local function after_container(text, at)
  local depth, position = 0, at
  repeat
    local found = text:find('["{}%[%]]', position)
    local char = text:byte(found)
    if char == 34 then
      position = after_string(text, found)
    else
      local opens = char == 123 or char == 91
      depth, position = depth + (opens and 1 or -1), found + 1
    end
  until depth == 0
  return position
end

local function after_value(text, at)
  local char = text:byte(at)
  if char == 34 then return after_string(text, at) end
  if char == 123 or char == 91 then return after_container(text, at) end
  return text:find("[^%w.+-]", at) or #text + 1
end

-- ---- lines --------------------------------------------------------------

-- A function that gives a node the line and column of a position; positions
-- must not go down.
local function line_counter(text)
  local line, start = 1, 1
  local newline = text:find("\n", 1, true) or math.huge
  return function(node, position)
    while newline < position do
      line, start = line + 1, newline + 1
      newline = text:find("\n", start, true) or math.huge
    end
    node.line, node.column = line, position - start + 1
  end
end

-- ---- going there --------------------------------------------------------

-- The text that a quoted key stands for.
local function key_text(quoted, json)
  if not quoted:find("\\", 1, true) then return quoted:sub(2, -2) end
  local only = json.read("{" .. quoted .. ":0}", 1)
  return (next(only))
end

-- Past the comma at `at`, if there is one.
local function after_comma(text, at)
  at = after_space(text, at)
  return text:byte(at) == 44 and after_space(text, at + 1) or at
end

local function object(walk, at, node)
  local text = walk.text
  at = after_space(text, at + 1)
  while text:byte(at) ~= 125 do -- "}"
    local stop = after_string(text, at)
    local child = node.children[key_text(text:sub(at, stop - 1), walk.json)]
    if child then walk.place(child, at) end
    at = after_space(text, after_space(text, stop) + 1)
    if child then child.value_at = at end
    at = after_comma(text, value(walk, at, child))
  end
  return at + 1
end

local function array(walk, at, node)
  local text, index = walk.text, 0
  at = after_space(text, at + 1)
  while text:byte(at) ~= 93 do -- "]"
    local child = node.children[tostring(index)]
    if child then
      walk.place(child, at)
      child.value_at = at
    end
    at = after_comma(text, value(walk, at, child))
    index = index + 1
  end
  return at + 1
end

-- Places what `node` wants below the value at `at`; returns the position after
-- the value.
function value(walk, at, node)
  local char = walk.text:byte(at)
  local wanted = node and next(node.children) ~= nil
  if wanted and char == 123 then return object(walk, at, node) end
  if wanted and char == 91 then return array(walk, at, node) end
  return after_value(walk.text, at)
end

-- What the text does not have is found where its parent is.
local function inherit(node)
  for _, child in pairs(node.children) do
    if not child.line then
      child.line, child.column = node.line, node.column
    end
    inherit(child)
  end
end

-- Finds each of `pointers` in `text`: { [pointer] = { line, column, value_at } }, all
-- from 1, the column in bytes; value_at is the position of a value that is there.  A
-- member of an object is found at its key; what is not there at all, at the innermost
-- object or list that should hold it.
function json_position.find(text, pointers, json)
  local root, found = new_node(), {}
  for _, pointer in ipairs(pointers) do
    found[pointer] = add_pointer(root, pointer)
  end
  local walk = { text = text, json = json, place = line_counter(text) }
  local start = after_space(text, 1)
  walk.place(root, start)
  value(walk, start, root)
  inherit(root)
  return found
end

-- Calls see(key, first, after) for each member of the object that opens at `at`: where
-- its value begins, and the position after it.
function json_position.each_member(text, at, json, see)
  at = after_space(text, at + 1)
  while text:byte(at) ~= 125 do -- "}"
    local stop = after_string(text, at)
    local first = after_space(text, after_space(text, stop) + 1)
    local after = after_value(text, first)
    see(key_text(text:sub(at, stop - 1), json), first, after)
    at = after_comma(text, after)
  end
end

-- Calls see(first, after) for each item of the list that opens at `at`.
function json_position.each_item(text, at, see)
  at = after_space(text, at + 1)
  while text:byte(at) ~= 93 do -- "]"
    local after = after_value(text, at)
    see(at, after)
    at = after_comma(text, after)
  end
end

return json_position
