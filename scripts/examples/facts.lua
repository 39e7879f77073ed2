-- Places the facts of an example in the dossier it stands for.  A fact is
-- written as a sentence, "arms.used is yes", or as ["arms.used"] = a value in
-- the shape it would have in a dossier.

local diagnostic = require "base.diagnostic"
local deep = require "base.deep"
local value_hints = require "pack.value_hints"
local values = require "base.values"

local say <const>, none_of <const> = diagnostic.new, diagnostic.none_of

local facts = {}

local LIST_KEYS <const> = { complete = true, count = true, evidence = true,
  note = true, stated_by = true, why = true }

-- ---- values -------------------------------------------------------------

local AS_SAID <const> = "as the example says"
local YES_NO <const> = { yes = true, no = false }
local NUMERIC <const> = { count = true, months = true, number = true,
  percent = true }

local function words(text)
  local list = {}
  local plain = text:gsub(" and ", ","):gsub(" or ", ",")
  for word in plain:gmatch "[^,%s]+" do list[#list + 1] = word end
  return list
end

-- A text after "is" as the JSON value it stands for.
local function value_of_words(entry, text)
  if entry.type == "text" then return text end
  if entry.allowed[text] then
    return entry.type == "choices" and { text } or text
  end
  if text == "withheld" then
    return { state = "withheld", withheld_reason = AS_SAID }
  elseif text == "conflicting" then
    return { state = "conflicting" }
  elseif text == "unknown" then
    return text
  elseif entry.type == "yes/no" and YES_NO[text] ~= nil then
    return YES_NO[text]
  elseif NUMERIC[entry.type] then
    local number = tonumber(text)
    return math.tointeger(number) or number or text
  elseif entry.type == "choices" then
    return text == "none" and text or words(text)
  end
  return text
end

local BOUNDS <const> = { { "^is at least (.+)$", "at_least" },
  { "^is at most (.+)$", "at_most" } }
local PLAIN <const> = { "^is exactly (.+)$", "^includes (.+)$", "^is (.+)$" }

-- What follows a fact's name in a sentence: the JSON value, or nil.
local function value_of_phrase(entry, phrase)
  for _, bound in ipairs(BOUNDS) do
    local operand = phrase:match(bound[1])
    if operand then return { [bound[2]] = value_of_words(entry, operand) } end
  end
  for _, pattern in ipairs(PLAIN) do
    local operand = phrase:match(pattern)
    if operand and entry.type == "choices" then
      operand = operand:gsub("^exactly ", "")
    end
    if operand then return value_of_words(entry, operand) end
  end
end

local function copy(value, json)
  if type(value) ~= "table" then return value end
  local result = {}
  for key, inner in pairs(value) do result[key] = copy(inner, json) end
  return value[1] ~= nil and json.array(result) or result
end

-- A value in JSON's shape: "yes" may stand for true.
local function json_value(entry, value, json)
  if entry.type == "yes/no" and YES_NO[value] ~= nil then
    return YES_NO[value]
  end
  if type(value) ~= "table" then return value end
  local result = copy(value, json)
  if result[1] ~= nil then return result end
  if result.value ~= nil then
    result.value = json_value(entry, result.value, json)
  end
  for _, leg in ipairs(type(result.evidence) == "table" and result.evidence
    or {}) do
    if type(leg) == "table" and leg.says ~= nil then
      leg.says = json_value(entry, leg.says, json)
    end
  end
  return result
end

-- ---- placing facts ------------------------------------------------------

local function sorted_names(map)
  local names = {}
  for name in pairs(map) do
    if type(name) == "string" then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

local function entry_called(b, path, list)
  local entries = list and list.entries or b.vocabulary.entries
  local entry = entries[path] or not list and entries["member." .. path]
  if not entry then
    b.fail(none_of("fact-unknown", { it = path, list = list and list.path,
      vocabulary = not list or nil }, sorted_names(entries)))
  end
  return entry
end

-- Where a fact of this scope belongs; `object` is the facility or item at hand.
local function home_of(b, entry, object)
  if entry.scope == "member" then return b.member end
  if entry.scope == "assessment" then return b.assessment end
  return object
end

-- A plain value has the reason too that it may need; an object has what it says.
local function with_reason(entry, value)
  local plain = type(value) ~= "table" or value[1] ~= nil
  if not entry.needs_why or not plain then return value end
  return { value = value, why = AS_SAID }
end

local function put(b, object, list, path, value)
  local entry = entry_called(b, path, list)
  if not entry then return end
  deep.set(home_of(b, entry, object), entry.keys,
    json_value(entry, with_reason(entry, value), b.json))
end

-- Whether a plain value of a sentence fits the fact; bounds and what is withheld
-- are for the reader of dossiers to judge.
local function check_value(b, entry, written, value)
  if type(value) == "table" then return true end
  local cell, expected = values.read(entry, value)
  if cell then return true end
  local cure, args = value_hints.cure(entry, value, true)
  args = args or { expected = expected }
  args.it = written
  b.fail(say("no-value-stated", args, cure))
  return false
end

-- The name and the value that "arms.used is yes" gives to what find(name)
-- returns; what is wrong goes to b.fail.
local function split(b, written, find)
  local path, phrase
  if type(written) == "string" then
    path, phrase = written:match("^%s*(%S+)%s+(.-)%s*$")
  end
  if not path or phrase == "" then
    return b.fail(say("no-fact-stated", { it = tostring(written) }))
  end
  local entry = find(path)
  if not entry then return end
  if entry.type == "choices" and phrase:find "%sor%s" then
    return b.fail(say("one-or-other", { it = written }))
  end
  local value = value_of_phrase(entry, (phrase:gsub("%s+", " ")))
  if value == nil then
    return b.fail(say("no-fact-stated", { it = written }, "write-is"))
  end
  return check_value(b, entry, written, value) and path, value
end

local function put_sentence(b, object, list, written)
  local path, value = split(b, written, function(name)
    return entry_called(b, name, list)
  end)
  if path then put(b, object, list, path, value) end
end

local function put_facts(b, object, list, written)
  if type(written) ~= "table" then
    return b.fail(say "facts-shape")
  end
  for _, sentence in ipairs(written) do
    if type(sentence) == "string" then
      put_sentence(b, object, list, sentence)
    else
      b.fail(say "fact-shape")
    end
  end
  for _, path in ipairs(sorted_names(written)) do
    put(b, object, list, path, written[path])
  end
end

-- people = { complete = true, { "armed is yes" }, ... }
local function put_list(b, object, list, written)
  if type(written) ~= "table" then
    return b.fail(say("items-shape", { it = list.path }))
  end
  local items, shape = {}, {}
  for i, of_item in ipairs(written) do
    items[i] = {}
    put_facts(b, items[i], list, of_item)
  end
  for _, key in ipairs(sorted_names(written)) do
    shape[key] = copy(written[key], b.json)
    if not LIST_KEYS[key] then
      b.fail(none_of("not-part", { it = key, what = "a list" },
        sorted_names(LIST_KEYS)))
    end
  end
  shape.items = b.json.array(items)
  home_of(b, list, object)[list.path] = shape
end

-- Facts and lists of one facility out of an example, or of the facts that all
-- examples of a check share.
local function put_place(b, object, written)
  if written.facts ~= nil then put_facts(b, object, nil, written.facts) end
  for _, list in ipairs(b.vocabulary.ordered_lists) do
    if written[list.path] ~= nil then
      put_list(b, object, list, written[list.path])
    end
  end
end

-- `b`, in all of these, is the dossier under way: { vocabulary, json, member,
-- assessment, fail(diagnostic) }.
facts.put_place, facts.put_facts = put_place, put_facts
facts.copy, facts.sorted_names, facts.split = copy, sorted_names, split

return facts
