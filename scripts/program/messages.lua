-- The words of what is wrong with a dossier, as parts that the core fills: the
-- same marks as base/diagnostic.lua reads.

local messages = {}

local WORDS <const> = { "messages.dossier", "messages.dossier_parts" }

-- Adds the parts of a template without conditions to `parts`.
local function add_plain(out, parts, text, only_with)
  local function add(kind, words)
    if words == "" then return end
    local part = { kind = kind, text = words, only_with = only_with }
    out.add("part", part)
    parts[#parts + 1] = part
  end
  local last = 1
  for from, name, to in text:gmatch "(){([%a_]+)}()" do
    add("words", text:sub(last, from - 1))
    add(name == "cure" and "cure" or "name", name)
    last = to
  end
  add("words", text:sub(last))
end

local function parts_of(out, text)
  local parts, last = {}, 1
  for from, name, inner, to in (text or ""):gmatch "()%[%?([%a_]+):(.-)%?%]()" do
    add_plain(out, parts, text:sub(last, from - 1))
    add_plain(out, parts, inner, name)
    last = to
  end
  add_plain(out, parts, (text or ""):sub(last))
  return parts
end

-- The words of every code.
function messages.words()
  local words = {}
  for _, name in ipairs(WORDS) do
    for code, one in pairs(require(name)) do words[code] = one end
  end
  return words
end

function messages.add(out)
  local words, codes = messages.words(), {}
  for code in pairs(words) do codes[#codes + 1] = code end
  table.sort(codes)
  for _, code in ipairs(codes) do
    local both = words[code]
    local wrong, cure = both, nil
    if type(both) == "table" then wrong, cure = both[1], both[2] end
    local message = { code = code }
    message.wrong, message.cure = parts_of(out, wrong), parts_of(out, cure)
    out.add("message", message)
  end
end

return messages
