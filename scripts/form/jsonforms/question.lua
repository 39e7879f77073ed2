-- One question for JSON Forms: its answer, and what may stand beside it or in its
-- place.

local controls = require "form.controls"
local patterns = require "schema.patterns"
local words = require "form.words"
local pieces = require "form.jsonforms.pieces"

local word <const>, several <const>, value_of <const>, shared <const> =
  pieces.word, pieces.several, pieces.value_of, pieces.shared
local text <const>, ids <const>, legs <const>, scope_of <const> =
  pieces.text, pieces.ids, pieces.legs, pieces.scope_of
local rule <const>, control <const>, layout <const>, joined <const> =
  pieces.rule, pieces.control, pieces.layout, pieces.joined
local append <const>, put <const> = pieces.append, pieces.put
local PLAIN <const>, INSTEAD <const> = pieces.PLAIN, pieces.INSTEAD

local STATES <const> = { { const = "known", title = "Known in part" },
  { const = "unknown", title = words.UNKNOWN_WHY },
  { const = "withheld", title = words.WITHHELD },
  { const = "not_applicable", title = words.NOT_APPLICABLE },
  { const = "conflicting", title = "Contradictory" } }

local function states_of(entry)
  local states = {}
  for _, state in ipairs(STATES) do
    local possible = state.const ~= "known" or #controls.partial(entry) > 0
    if state.const == "not_applicable" then possible = entry.na_when end
    if possible then states[#states + 1] = state end
  end
  return states
end

local IS_PLAIN <const> = { type = { "boolean", "string", "number", "array" } }
local IS_GIVEN <const> = { type = "object", minProperties = 1 }

-- Shows an element where the fact at `keys` is in `state`.
local function in_state(keys, state)
  return { effect = "SHOW", condition = { type = "LEAF",
    scope = scope_of(joined(keys, "state")), expectedValue = state } }
end

-- The controls of a fact that is known in part; `of` is the answer's schema.
local function partial_elements(entry, answer, keys, of, fields)
  local elements, all = {}, {}
  for _, names in ipairs(controls.partial(entry)) do
    for _, name in ipairs(names) do
      all[#all + 1] = name
      fields[name] = name == "share" and word(controls.SHARES)
        or name == "one_of" and several(answer.options)
        or name == "percent" and { type = "number", minimum = 0, maximum = 100 }
        or of
      elements[#elements + 1] = control(joined(keys, name), words.TITLES[name])
    end
  end
  return elements, all
end

local REASONS <const> = { { "unknown", "why" },
  { "withheld", "withheld_reason" }, { "not_applicable", "na_reason" } }

-- Shows an element in `state`, or where the fact at `keys` has a field of `names`.
local function in_state_or_with(keys, state, names)
  local fields = {}
  for i, name in ipairs(names) do fields[i] = { required = { name } } end
  local shown = in_state(keys, state)
  shown.condition = { type = "OR", conditions = { shown.condition,
    { scope = scope_of(keys), schema = { type = "object", anyOf = fields } } } }
  return shown
end

-- A reason may stand beside an answer, too; some answers count only with one.
local function why_rule(entry, keys)
  return not entry.needs_why and in_state_or_with(keys, "unknown", { "why" })
    or nil
end

local function reason_elements(entry, keys, fields)
  local elements = {}
  for _, reason in ipairs(REASONS) do
    local state, name = reason[1], reason[2]
    if state ~= "not_applicable" or entry.na_when then
      fields[name] = text()
      local element = control(joined(keys, name), words.TITLES[name])
      if name == "why" then
        element.rule = why_rule(entry, keys)
      else
        element.rule = in_state(keys, state)
      end
      elements[#elements + 1] = element
    end
  end
  return elements
end

-- The evidence of a fact: ids, or where one says what it says, objects.
local function evidence_elements(keys)
  local elements = {}
  for i, effect in ipairs { "HIDE", "SHOW" } do
    elements[i] = { type = "Control", label = words.TITLES.evidence,
      scope = ("%s/anyOf/%d/properties/evidence"):format(scope_of(keys), i - 1),
      rule = rule(effect, scope_of(joined(keys, "evidence")),
        { contains = { type = "object" } }) }
  end
  return elements
end

-- The schema of an answer, which may be a word, too.
local function answer_schema(answer, help)
  local schema = value_of(answer)
  schema.description = help
  if answer.kind == "date" and answer.word then
    schema.pattern = patterns.DATE_OR_NEVER
  elseif answer.word then
    schema.type = { schema.type, "string" }
  end
  return schema
end

-- The control for a word in place of a value: none of these, never.
local function word_element(keys)
  return { type = "Control", label = "Or",
    scope = scope_of(keys) .. "/anyOf/1/properties/value" }
end

-- What the auditor found, beside the Member's answer.
local function auditor_element(answer, keys, of, fields)
  fields.auditor = { properties = { value = of, by = text(), note = text(),
    date = { type = { "string", "null" }, format = "date" } } }
  local elements = {}
  for i, name in ipairs { "value", "by", "date", "note" } do
    elements[i] = control(joined(keys, "auditor", name), words.FOUND[name])
  end
  if answer.kind ~= "several" then return pieces.rows(elements) end
  local value = table.remove(elements, 1) -- many boxes to tick: a row of its own
  return layout("VerticalLayout", { value, pieces.rows(elements) })
end

-- What stands below an answer once there is one, or a reason for none.
local function more_elements(entry, answer, keys, of, fields)
  local more = {}
  local partial, names = partial_elements(entry, answer, keys, of, fields)
  if #partial > 0 then
    more[1] = pieces.rows(partial,
      in_state_or_with(keys, "known", names))
  end
  append(more, reason_elements(entry, keys, fields))
  append(more, evidence_elements(keys))
  more[#more + 1] = layout("HorizontalLayout", {
    control(joined(keys, "note"), "Note"),
    control(joined(keys, "stated_by"), "Stated by") })
  more[#more + 1] = auditor_element(answer, keys, of, fields)
  return more
end

-- The schema of a fact that is not given plainly: the answer, what may stand
-- beside it, and in branches that are always met what may stand there instead.
local function fact_schema(s, answer, value, fields)
  return shared(s, { properties = { value = value },
    allOf = { shared(s, { properties = fields }) },
    anyOf = { { properties = { evidence = ids() } },
      { properties = { evidence = legs(answer),
        value = answer.word and word { answer.word } or nil } }, {} } })
end

-- ---- a plain answer -----------------------------------------------------

-- The library makes an object of a plain answer only where a whole object is chosen:
-- the answer as one beside which evidence may stand, or why there is none.
local function instead_of(entry, answer)
  local options = { { const = {}, title = words.ANEW } }
  for i, option in ipairs(answer.kind == "one" and answer.options or {}) do
    options[i] = { const = { value = option.const },
      title = words.WITH_EVIDENCE:format(option.title) }
  end
  for _, state in ipairs(states_of(entry)) do
    options[#options + 1] = { const = { state = state.const }, title = state.title }
  end
  return options
end

-- Where all choices are taken back, the library leaves an empty list.
local NONE_CHOSEN <const> = { type = "object", required = { "value" }, maxProperties = 1,
  properties = { value = { type = "array", maxItems = 0 } } }

-- One of some choices is chosen from the same list as what may take its place; any
-- other answer has buttons below it.
local function plain_elements(object, entry, answer, keys, s)
  local instead, value = instead_of(entry, answer), answer_schema(answer, answer.help)
  local shown = rule("SHOW", scope_of(keys), IS_PLAIN)
  local plain = { type = "Control", scope = scope_of(keys, PLAIN), label = "Answer",
    rule = shown }
  if answer.kind == "one" then append(value.oneOf, instead) end
  put(object.anyOf[1], keys, shared(s, value))
  if answer.kind == "one" then return { plain } end
  put(object.anyOf[2], keys, shared(s, { oneOf = instead }))
  return { plain, { type = "Control", scope = scope_of(keys, INSTEAD),
    label = words.NO_ANSWER, options = { format = "radio" },
    rule = rule("SHOW", scope_of(keys), answer.kind == "several"
      and { anyOf = { IS_PLAIN, NONE_CHOSEN } } or IS_PLAIN) } }
end

-- ---- what an item is called ----------------------------------------------

-- The library shows an item's id or name as its label, and breaks where that is an
-- object: it is answered plainly.
local function is_label(keys)
  return #keys == 1 and (keys[1] == "id" or keys[1] == "name")
end

local function label_elements(object, answer, keys, s)
  put(object.anyOf[1], keys, shared(s, answer_schema(answer, answer.help)))
  return { { type = "Control", scope = scope_of(keys, PLAIN), label = "Answer" } }
end

-- ---- the whole ----------------------------------------------------------

-- The answer, and beside it why there is none.
local function asked_element(answer, keys)
  local state = control(joined(keys, "state"), words.NO_ANSWER)
  if answer.kind == "several" then
    state.rule = rule("HIDE", scope_of(keys), NONE_CHOSEN)
  end
  local elements = { control(joined(keys, "value"), "Answer"), state }
  if answer.word then table.insert(elements, 2, word_element(keys)) end
  return pieces.rows(elements, rule("HIDE", scope_of(keys), IS_PLAIN))
end

-- A rule in a facility reads that facility alone, so what the Member's facts may take
-- away is asked all the same, and its help says so.
local function question(object, part, keys, s)
  local entry, answer = part.entry, controls.of(part.entry)
  answer.help = words.help_of(part)
  if is_label(keys) then
    put(object, keys, {})
    return { { type = "Group", label = words.label(entry),
      elements = label_elements(object, answer, keys, s) } }
  end
  local fields = { state = word(states_of(entry)), note = text(), stated_by = text() }
  local more = more_elements(entry, answer, keys,
    shared(s, answer_schema(answer)), fields)
  local value = shared(s, answer_schema(answer, answer.help))
  put(object, keys, fact_schema(s, answer, value, fields))
  local elements = plain_elements(object, entry, answer, keys, s)
  elements[#elements + 1] = asked_element(answer, keys)
  elements[#elements + 1] =
    layout("VerticalLayout", more, rule("SHOW", scope_of(keys), IS_GIVEN))
  return { { type = "Group", label = words.label(entry), elements = elements } }
end

return question
