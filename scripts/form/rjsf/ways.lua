-- The ways of answering a question in react-jsonschema-form.

local controls = require "form.controls"
local shallow = require "base.shallow"
local words = require "form.words"
local pieces = require "form.rjsf.pieces"

local answers = {}

local piece <const>, one <const>, several <const>, text <const> =
  pieces.piece, pieces.one, pieces.several, pieces.text
local line <const>, reason <const>, day <const> = pieces.line, pieces.reason, pieces.day
local value_of <const>, evidence <const> = pieces.value_of, pieces.evidence
local constant <const>, any_of <const>, HIDDEN <const> =
  pieces.constant, pieces.any_of, pieces.HIDDEN

-- The fields that may stand beside an answer, by name.
local function fields_of(control, s)
  local value = function() return value_of(control) end
  return { value = function()
      if not control.word then return value_of(control) end
      local plain = value_of(control)
      plain.schema.title, plain.ui["ui:label"] = "Answer", false
      return any_of(s, { plain, constant(control.word) })
    end, at_least = value, at_most = value,
    share = function() return one(controls.SHARES) end,
    percent = function()
      return piece { type = "number", minimum = 0, maximum = 100 }
    end,
    one_of = function() return several(control.options) end, includes = value,
    evidence = evidence, note = text, why = text, stated_by = text,
    as_of = text, withheld_reason = reason, na_reason = reason,
    na_verified_by = text,
    set_by = function() return one(controls.SET_BY) end }
end

local ROW <const> = pieces.ROW

local SMALL <const> = { why = true, note = true, stated_by = true,
  as_of = true, set_by = true, na_verified_by = true, by = true, date = true,
  at_least = true, at_most = true, count = true, complete = true }

-- What keeps other ways of answering from being taken for this one.  To find the
-- way that data takes, the library drops `required`, so it is said again here.
local function exclusion(names, required)
  local none = {}
  if #required > 0 then none[1] = { ["not"] = { required = required } } end
  local audited = false
  for _, name in ipairs(names) do audited = audited or name == "auditor" end
  if not audited then none[#none + 1] = { required = { "auditor" } } end
  return #none > 0 and { anyOf = none } or nil
end

-- An object with the fields that `names` lists; those in `needed` must be there.
local function details(title, fields, names, needed, state)
  local properties, ui, order, required = {}, {}, {}, {}
  local widths = pieces.widths(#names, function(i) return SMALL[names[i]] end)
  for i, name in ipairs(names) do
    local made = fields[name]()
    made.schema.title = words.TITLES[name]
    made.ui["ui:classNames"] = widths[i]
    properties[name], ui[name], order[i] = made.schema, made.ui, name
  end
  for i, name in ipairs(needed) do required[i] = name end
  if state then
    properties.state, ui.state = { type = "string", const = state }, HIDDEN
    order[#order + 1], required[#required + 1] = "state", "state"
  end
  ui["ui:order"], ui["ui:classNames"] = order, ROW
  ui["ui:label"] = false -- its title is what was chosen above it
  return piece({ title = title, type = "object", properties = properties,
    required = #required > 0 and required or nil,
    ["not"] = exclusion(names, required) }, ui)
end

-- The ways of answering plainly.
local function plain_ways(control)
  local ways = {}
  if control.kind == "one" then
    for i, option in ipairs(control.options) do ways[i] = constant(option) end
  else
    ways[1] = value_of(control)
    ways[1].schema.title = control.kind == "several" and "Some of these"
      or "Answer"
    ways[1].ui["ui:label"] = false
  end
  if control.word then ways[#ways + 1] = constant(control.word) end
  return ways
end

-- What the auditor found, beside what the Member says; `needed`: it must stand there.
-- The library gives each object that is said to be one an empty one, though nobody
-- answered there; to what shows by its properties alone it does not.
local function finding(fields, s, needed)
  local found = shallow.copy(fields)
  found.by, found.date = line, day
  return function()
    local made = details(nil, found, { "value", "by", "date", "evidence", "note" },
      { "by", "date" })
    made.ui["ui:label"] = nil -- it begins within what was chosen
    made.ui["ui:enableOptionalDataFieldForType"] = { "object" }
    made.schema.type = nil
    local of_type = piece(pieces.shared(s, made.schema, "finding", made.ui))
    of_type.schema.type = needed and "object" or nil
    return of_type
  end
end

-- Where the Member gives no answer, another way holds what the auditor found.
local REASONED <const> = { required = { "state" },
  properties = { state = { enum = { "unknown", "withheld", "not_applicable" } } } }

-- The Member's answer, and beside it what the auditor found.
local function audited_way(fields)
  local made = details(words.AUDITED, fields, { "value", "evidence", "note", "auditor" },
    { "auditor" })
  table.insert(made.schema["not"].anyOf, REASONED)
  return made
end

local function partial_ways(entry, fields)
  local ways = {}
  for i, names in ipairs(controls.partial(entry)) do
    local all = table.move(names, 1, #names, 1, {})
    table.move({ "evidence", "note" }, 1, 2, #all + 1, all)
    ways[i] = details(words.PARTLY[names[1]], fields, all,
      #names == 1 and names or {})
    if #names == 2 then
      ways[i].schema.anyOf = { { required = { names[1] } },
        { required = { names[2] } } }
    end
  end
  return ways
end

local function append(list, more)
  return table.move(more, 1, #more, #list + 1, list)
end

-- Why there is no answer.
local function reason_ways(entry, fields)
  local ways = {
    details(words.UNKNOWN_WHY, fields, { "why", "evidence", "note", "auditor" }, {},
      "unknown"),
    details(words.WITHHELD, fields, { "withheld_reason", "evidence", "note", "auditor" },
      { "withheld_reason" }, "withheld") }
  ways[3] = entry.na_when and details(words.NOT_APPLICABLE, fields,
    { "na_reason", "na_verified_by" }, { "na_reason" }, "not_applicable")
    or nil
  return ways
end

-- Every way of answering `entry`; a form begins with the first.
local function ways_of(entry, s)
  local control = controls.of(entry)
  local fields = fields_of(control, s)
  local audited = shallow.with(fields, "auditor", finding(fields, s, true))
  fields.auditor = finding(fields, s)
  local ways = plain_ways(control)
  table.insert(ways, 1, piece({ title = words.NOT_KNOWN,
    enum = { s.json.null, "unknown", "not_assessed" } }, HIDDEN))
  ways[#ways + 1] = details(words.SUPPORTED, fields, { "value", "evidence",
    "why", "note", "stated_by", "as_of", "set_by" }, { "value" })
  ways[#ways + 1] = audited_way(audited)
  append(ways, partial_ways(entry, fields))
  return append(ways, reason_ways(entry, fields))
end

answers.details = details
answers.append = append
answers.ways_of = ways_of

return answers
