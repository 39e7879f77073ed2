-- A dossier to begin with: every question that may apply to facilities of some kinds,
-- each with its answer left open beside it (cop11.template/1).
--
-- A question stands as "x-NAME" before "NAME": null, which is no answer; so the whole
-- validates, and says nothing until somebody writes.

local dates = require "base.dates"
local gates = require "template.gates"
local nearest = require "base.nearest"
local need = require "describe.need"
local sections = require "describe.sections"
local values = require "base.values"

local template = {}

local FORMAT <const> = "cop11.dossier/1"
local HOW <const> = "Write an answer in place of each null, and leave null what is not "
  .. "known. What begins with x- is for you to read: nothing follows from it, and it may "
  .. "stay. cop11 validate says what is wrong, cop11 questions what to ask next."
local LIST_HOW <const> = "Write a list [ ] of these: "

-- ---- what was asked for -------------------------------------------------------

-- The day and the kinds in "2014-01-31,mine,office", or nil and what is wrong.
local function wanted(model, words)
  local kinds, day = {}, nil
  local entry = model.vocabulary.entries["facility.kind"]
  local known = entry and entry.values or {}
  for word in words:gmatch "[^,]+" do
    if word:find "^%d" then
      local wrong = dates.day_problem(word)
      if wrong then return nil, ("'%s' is no day; %s"):format(word, wrong) end
      day = word
    elseif nearest.is_in(word, known) then
      kinds[#kinds + 1] = word
    else
      return nil, ("'%s' is no kind of facility; use some of: %s%s"):format(word,
        table.concat(known, ", "), nearest.hint(word, known))
    end
  end
  return { day = day, kinds = kinds }
end

-- A facility of each kind, called by it; the second mine is "mine-2".
local function facilities_of(kinds)
  local list, count = {}, {}
  for i, kind in ipairs(kinds) do
    count[kind] = (count[kind] or 0) + 1
    list[i] = { id = count[kind] > 1 and ("%s-%d"):format(kind, count[kind]) or kind,
      kinds = { kind } }
  end
  return #list > 0 and list or { { id = "site-1" } }
end

-- ---- the text -------------------------------------------------------------------

local function question_of(entry)
  return ("%s [%s]"):format(entry.ask or entry.path, values.expected_of(entry))
end

-- An object as { key, value } in order; a value is a text of JSON or such an object.
local function new_object() return { keys = {} } end

local function put(object, key, value)
  object[#object + 1] = { key, value }
  object.keys[key] = value
end

local function group_at(object, keys)
  for i = 1, #keys - 1 do
    local group = object.keys[keys[i]]
    if not group then
      group = new_object()
      put(object, keys[i], group)
    end
    object = group
  end
  return object
end

local function put_fact(object, entry, write, value)
  local group, name = group_at(object, entry.keys), entry.keys[#entry.keys]
  put(group, "x-" .. name, write(question_of(entry)))
  put(group, name, value or "null")
end

local function put_list(object, list, entries, write)
  local item = new_object()
  for _, entry in ipairs(entries) do
    put(item, table.concat(entry.keys, "."), write(question_of(entry)))
  end
  put(object, "x-" .. list.path, write(("%s %s%s"):format(list.ask or "", LIST_HOW,
    "what each may hold stands below")))
  put(object, "x-" .. list.path .. "-item", item)
  put(object, list.path, "null")
end

-- What may apply of `scope` at a facility with the gates `closed`, section by section;
-- `given` holds the values known.
local function object_of(state, scope, given, closed)
  local object = new_object()
  for _, section in ipairs(state.sections) do
    if section.scope == scope then
      local list, entries = section.list, {}
      for _, entry in ipairs(section.entries) do
        if gates.may_apply(state.alternatives[entry], closed) then
          entries[#entries + 1] = entry
        end
      end
      if list and gates.may_apply(state.alternatives[list], closed) then
        put_list(object, list, entries, state.write)
      end
      for _, entry in ipairs(list and {} or entries) do
        put_fact(object, entry, state.write, given[entry.path])
      end
    end
  end
  return object
end

local function add_lines(lines, value, indent, before, after)
  if type(value) == "string" then
    lines[#lines + 1] = indent .. before .. value .. after
    return
  end
  lines[#lines + 1] = indent .. before .. "{"
  for i, one in ipairs(value) do
    add_lines(lines, one[2], indent .. "  ", ('"%s": '):format(one[1]),
      i < #value and "," or "")
  end
  lines[#lines + 1] = indent .. "}" .. after
end

-- ---- the whole --------------------------------------------------------------------

local function put_head(lines, state, asked)
  local write, closed = state.write, state.closed[asked.facilities[1].id]
  lines[1] = "{"
  add_lines(lines, write(FORMAT), "  ", '"format": ', ",")
  add_lines(lines, write(HOW), "  ", '"x-how": ', ",")
  add_lines(lines, object_of(state, "assessment",
    { ["assessment.date"] = asked.day and write(asked.day) }, closed), "  ",
    '"assessment": ', ",")
  add_lines(lines, object_of(state, "member", {}, closed), "  ", '"member": ', ",")
end

local function put_facilities(lines, state, asked)
  local write, json = state.write, state.json
  lines[#lines + 1] = '  "facilities": {'
  add_lines(lines, write "Are these all facilities of the Member? [true or false]", "    ",
    '"x-complete": ', ",")
  add_lines(lines, "false", "    ", '"complete": ', ",")
  lines[#lines + 1] = '    "items": ['
  for i, one in ipairs(asked.facilities) do
    add_lines(lines, object_of(state, "facility", { ["facility.id"] = write(one.id),
      ["facility.kind"] = one.kinds and json.write(json.array(one.kinds)) },
      state.closed[one.id]), "      ", "", i < #asked.facilities and "," or "")
  end
  lines[#lines + 1] = "    ]"
  lines[#lines + 1] = "  },"
end

-- A template of what `words` ask for, line by line, or nil and what is wrong.
function template.build(model, words, host)
  local asked, wrong = wanted(model, words)
  if not asked then return nil, wrong end
  asked.facilities = facilities_of(asked.kinds)
  local uses, lines = need.of(model), {}
  local alternatives = gates.of(uses)
  local state = { alternatives = alternatives, sections = sections.of(model, uses),
    closed = gates.closed(model, alternatives, asked, host), json = host.json,
    write = host.json.write }
  put_head(lines, state, asked)
  put_facilities(lines, state, asked)
  for _, name in ipairs { "evidence", "records" } do
    lines[#lines + 1] = ('  "%s": [],'):format(name)
  end
  lines[#lines + 1] = '  "findings": []'
  lines[#lines + 1] = "}"
  return { format = "cop11.template/1", lines = host.json.array(lines) }
end

return template
