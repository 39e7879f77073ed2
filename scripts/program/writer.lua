-- Writes the rows of a program by the layout that C gives.  What a row holds is
-- asked of a table by the names of the fields: text, number, flag, a row of
-- another section by what it was made from, or lists of these.

local writer = {}

local ALIGNMENT <const> = 8
local WORD_LIMIT <const> = 2 ^ 32

local function split(names)
  local numbers = {}
  for name in names:gmatch "%S+" do
    numbers[#numbers + 1], numbers[name] = name, #numbers + 1
  end
  return numbers
end

-- Texts, numbers and lists: each once.
local function new_pools()
  local pools = { texts = {}, bytes = {}, numbers = {}, words = {}, at = 0 }
  local texts, numbers, lists = {}, {}, {}

  function pools.text(text)
    if not texts[text] then
      table.insert(pools.texts, ("<I4I4"):pack(pools.at, #text))
      table.insert(pools.bytes, text .. "\0")
      pools.at, texts[text] = pools.at + #text + 1, #pools.texts
    end
    return texts[text]
  end

  function pools.number(number)
    local bytes = ("<d"):pack(number)
    if not numbers[bytes] then
      table.insert(pools.numbers, bytes)
      numbers[bytes] = #pools.numbers
    end
    return numbers[bytes]
  end

  function pools.list(rows)
    if #rows == 0 then return 0 end
    local key = table.concat(rows, ",")
    if not lists[key] then
      lists[key] = #pools.words + 1
      table.insert(pools.words, #rows)
      table.move(rows, 1, #rows, #pools.words + 1, pools.words)
    end
    return lists[key]
  end
  return pools
end

-- The rows of the sections: what each was made from, and its values.
local function new_sections(layout)
  local sections = {}
  for _, section in ipairs(layout.sections) do
    sections[section.name] = { fields = section.fields, rows = {}, of = {} }
  end
  return sections
end

-- ---- values as words ----------------------------------------------------

local function new_encoders(out, pools, enums)
  local encoders = {}

  local function ref(value, field)
    if value == nil or value == false then return 0 end
    if field.of == "text" then return pools.text(value) end
    if field.of == "number" then return pools.number(value) end
    return out.row_of(field.of, value)
  end

  local function enum(value, field)
    local number = enums[field.of][value]
    return number or error(("%s is no value of %s"):format(value, field.of))
  end

  local function list(encode)
    return function(values, field)
      local rows = {}
      for i, value in ipairs(values or {}) do rows[i] = encode(value, field) end
      return pools.list(rows)
    end
  end

  function encoders.INT(value) return math.tointeger(value or 0) % WORD_LIMIT end
  function encoders.FLAG(value) return value and 1 or 0 end
  encoders.ENUM = enum
  function encoders.MAYBE(value, field) return value and enum(value, field) or 0 end
  encoders.ENUMS = list(enum)
  encoders.REF, encoders.NEED, encoders.BELOW = ref, ref, ref
  encoders.LIST, encoders.BELOWS = list(ref), list(ref)
  return encoders
end

-- Most fields of most rows have no value, which is 0 but where one of an enum is needed.
local function encoded(section, encoders)
  local rows, words = {}, {}
  local form = "<" .. ("I4"):rep(#section.fields)
  for i, row in ipairs(section.rows) do
    local own, object = row.own, row.object
    for k, field in ipairs(section.fields) do
      local name, kind = field.name, field.kind
      local value = own[name]
      if value == nil then value = object[name] end
      words[k] = value == nil and kind ~= "ENUM" and 0 or encoders[kind](value, field)
    end
    rows[i] = form:pack(table.unpack(words))
  end
  return rows
end

-- ---- the block ----------------------------------------------------------

local function packed_words(words)
  local bytes = {}
  for i, word in ipairs(words) do bytes[i] = ("<I4"):pack(word) end
  return bytes
end

-- The header, and each section at a multiple of 8.
local function assemble(layout, parts)
  local header = 16 + 12 * #layout.sections
  local places, bodies, at = {}, {}, header
  for i, section in ipairs(layout.sections) do
    local rows = parts[section.name]
    local body = table.concat(rows)
    local padding = -at % ALIGNMENT
    at = at + padding
    places[i] = ("<I4I4I4"):pack(at, section.name == "byte" and #body or #rows,
      section.words)
    bodies[i] = ("\0"):rep(padding) .. body
    at = at + #body
  end
  return "COP11PRG" .. ("<I4I4"):pack(layout.version, at)
    .. table.concat(places) .. table.concat(bodies)
end

function writer.new(layout)
  local pools, sections, enums = new_pools(), new_sections(layout), {}
  for name, names in pairs(layout.enums) do enums[name] = split(names) end
  local out = {}
  local encoders = new_encoders(out, pools, enums)

  -- Makes room for what `object` becomes: others may name it from now on.
  function out.declare(name, object)
    local section = sections[name]
    table.insert(section.rows, { object = object, own = {} })
    section.of[object] = #section.rows
    return #section.rows
  end

  function out.is_declared(name, object)
    return sections[name].of[object] ~= nil
  end

  -- What the row of `object` holds in place of the object's own values.
  function out.fill(name, object, own)
    sections[name].rows[sections[name].of[object]].own = own
  end

  function out.add(name, object, own)
    local row = out.declare(name, object)
    if own then out.fill(name, object, own) end
    return row
  end

  function out.row_of(name, object)
    return sections[name].of[object]
      or error(("a row names a %s that is not there"):format(name))
  end

  -- What the row was made from.
  function out.object_at(name, row) return sections[name].rows[row].object end

  -- The block, when all is added.
  function out.block()
    local parts = {}
    for _, section in ipairs(layout.sections) do
      parts[section.name] = encoded(sections[section.name], encoders)
    end
    parts.text, parts.byte, parts.number = pools.texts, pools.bytes, pools.numbers
    parts.word = packed_words(pools.words)
    return assemble(layout, parts)
  end
  return out
end

return writer
