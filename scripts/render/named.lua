-- A point of the guidance, a fact, a list or a parameter, as text.  As in
-- view.lua, nothing in it is trusted.

local layout = require "base.layout"
local plain = require "base.plain"

local render_named = {}

local object, objects, text, texts = plain.object, plain.objects, plain.text,
  plain.texts

local LABEL <const> = 13

local function fields(page)
  return function(label, value)
    if value and value ~= "" then page.field(0, label, value, LABEL) end
  end
end

-- What an answer means, where its word does not say it already.
local function meaning(word, title)
  if not title or title:lower() == word:gsub("[_.]+", " "):lower() then
    return word
  end
  return ("%s (%s)"):format(word, title)
end

local function values_of(one)
  local list = {}
  for i, value in ipairs(objects(one.values)) do
    list[i] = meaning(plain.value(value.value), text(value.title))
  end
  return one.type ~= "yes/no" and table.concat(list, ", ") or ""
end

-- "people.armed" of a fact in a list.
local function name_of(one, list)
  local name = text(one.fact) or "?"
  return list and list .. "." .. name or name
end

local NONE <const> = "none: none of these"
local NONE_STATED <const> = "none-stated: no limit is stated"

-- Where it is read, and where it stands.
local function ending(page, one)
  local field = fields(page)
  field("Checks", table.concat(texts(one.checks), ", "))
  field("Disagreements", table.concat(texts(one.disagreements), ", "))
  field("File", ("%s line %d"):format(text(one.file) or "?",
    plain.whole(one.line)))
  return page.finish()
end

function render_named.point(document)
  local page = layout.new_page()
  page.text("", ("%s (%s)  %s"):format(text(document.id) or "?",
    text(document.strength) or "?", text(document.says) or ""))
  page.gap()
  return ending(page, document)
end

-- The only condition under which a dossier may mark the fact not applicable.
local function na_text(condition)
  return condition and ("only where %s, with a reason"):format(condition)
    or "never: there is always an answer"
end

-- What numbers may be the answer: "0 to 100", "1 or more".
local function range_of(one)
  local least, most = one.least, one.most
  if not math.type(least) then return math.type(most) and plain.value(most) .. " or less" end
  return math.type(most) and ("%s to %s"):format(plain.value(least), plain.value(most))
    or plain.value(least) .. " or more"
end

local function fact_fields(page, one)
  local field = fields(page)
  field("Type", text(one.type))
  field("Values", values_of(one))
  field("Or", one.may_be_none == true and NONE
    or one.may_be_none_stated == true and NONE_STATED or nil)
  field("Range", range_of(one))
  field("Unit", text(one.unit))
  field("Part of", text(one.part_of))
  field("Help", text(one.help))
  field("Also called", table.concat(texts(one.also_called), ", "))
  field("Worked out", text(object(one.worked_out_from).text))
  field("Follows", text(object(one.follows_from).text))
  field("No needs why", text(one.needs_why))
  field("May not apply", na_text(text(object(one.not_applicable_when).text)))
  field("In a dossier", text(one.pointer))
  field("Look at", table.concat(texts(one.evidence), ", "))
  field("Shown by", (table.concat(texts(one.shown_by), ", "):gsub("_", " ")))
end

function render_named.fact(document)
  local page = layout.new_page()
  page.text("", ("%s  %s"):format(name_of(document, text(document.list)),
    text(document.ask) or ""))
  page.gap()
  fact_fields(page, document)
  return ending(page, document)
end

function render_named.list(document)
  local page = layout.new_page()
  page.text("", ("%s  %s"):format(text(document.list) or "?",
    text(document.ask) or ""))
  page.heading("Facts of each")
  for _, one in ipairs(objects(document.facts)) do
    page.text(("  %s  "):format(name_of(one, text(document.list))),
      text(one.ask) or "", 4)
    if values_of(one) ~= "" then page.text("    ", values_of(one)) end
  end
  page.gap()
  return ending(page, document)
end

local FOUND <const> = { provision = "The checks of provision %s",
  group = "The facts of the group %s", word = "What speaks of \"%s\"" }

function render_named.found(document)
  local page = layout.new_page()
  local heading = FOUND[text(document.kind)] or "%s"
  page.text("", heading:format(text(document.name) or "?"))
  page.gap()
  for _, one in ipairs(objects(document.found)) do
    page.text(("  %s  "):format(text(one.name) or "?"), text(one.ask) or "", 4)
  end
  page.gap()
  return page.finish()
end

-- The value of a parameter as people say it, with its unit after a number.
function render_named.value(one)
  if one.value == nil then return "no value: it reads as not known" end
  local said = plain.value(one.value)
  local unit = math.type(one.value) and text(one.unit)
  return unit and said .. " " .. unit or said
end

function render_named.parameter(document)
  local page = layout.new_page()
  local field = fields(page)
  page.text("", ("%s  %s"):format(text(document.name) or "?",
    text(document.ask) or ""))
  page.gap()
  field("Value", type(document.value) ~= "table"
    and render_named.value(document) or nil)
  field("Values", values_of(document))
  field("Or", document.may_be_none_stated == true and NONE_STATED or nil)
  field("Source", text(document.source))
  return ending(page, document)
end

return render_named
