-- Every sentence of the rules, filled with every answer that could stand in it: what
-- a person would not say, and a machine can see.
local support = require "support.host"
local wording = require "base.wording"

local model = support.open_builtin().model()

-- ---- what may be filled in ------------------------------------------------

local function every_entry()
  local entries = {}
  for _, entry in ipairs(model.vocabulary.ordered) do entries[entry.path] = entry end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do
      entries[entry.path] = entries[entry.path] or entry
    end
  end
  return entries
end
local entries = every_entry()

local function known(raw) return { state = "known", value = raw, raw = raw } end

-- The answers to a fact, as cells.
local function answers(entry)
  local cells = {}
  if entry.type == "yes/no" then
    cells = { known(true), known(false) }
  elseif entry.type == "choice" then
    for i, value in ipairs(entry.values) do cells[i] = known(value) end
  elseif entry.type == "choices" then
    for i, value in ipairs(entry.values) do cells[i] = known { value } end
    cells[#cells + 1] = known(entry.values)
  elseif entry.type == "months" then
    cells = { known(1), known(12) }
  elseif entry.type == "count" then
    cells = { known(0), known(1), known(12) }
  else
    cells = { known "2012-05-01" }
  end
  return cells
end

-- Every text that says something of an outcome: { where, text }.
local function texts()
  local found = {}
  local function add(where, text)
    if text then found[#found + 1] = { where, text } end
  end
  local function of_node(id, node)
    add(id, node.otherwise)
    add(id, node.never)
    for _, child in ipairs(node.children or {}) do of_node(id, child) end
  end
  for _, check in ipairs(model.checks) do
    add(check.id, check.met)
    add(check.id, check.not_applicable)
    if check.applies then of_node(check.id, check.applies) end
    of_node(check.id, check.expect)
  end
  for _, one in ipairs(model.disagreements) do add(one.id, one.because) end
  return found
end

-- A sentence begins with a capital, but one that begins with a name as it is.
local function capital(text) return text:sub(1, 1):upper() .. text:sub(2) end

-- `template` with the answer `text` to the fact `filled`, whose entry this is.
local function fill(template, filled, entry, text)
  return (template:gsub("(){([%w_.]+)}", function(position, name)
    if name ~= filled then return nil end
    return position == 1 and entry.type ~= "text" and capital(text) or text
  end))
end

-- Calls see(where, sentence, part) for each text and each answer to each fact in it.
local function each_sentence(see)
  for _, one in ipairs(texts()) do
    local names = {}
    for name in one[2]:gmatch "{([%w_.]+)}" do
      if entries[name] then names[#names + 1] = name end
    end
    if #names == 0 then see(one[1], one[2]) end
    for _, name in ipairs(names) do
      for _, cell in ipairs(answers(entries[name])) do
        local part = wording.value(entries[name], cell)
        see(one[1], fill(one[2], name, entries[name], part), part)
      end
    end
  end
end

-- The sentences of which `wrong(sentence, part)` is true; what is not filled in, and
-- names of checks, stand as a letter.
local function wrong_where(wrong)
  local found = {}
  each_sentence(function(where, sentence, part)
    sentence = sentence:gsub("{[%w_.]+}", "X"):gsub("%d+%.%d+%.%d+", "C")
    if wrong(sentence, part) then found[#found + 1] = where .. ": " .. sentence end
  end)
  return found
end

-- The same without the sentences of disagreements: what was said is what these are
-- about.
local function wrong_of_checks(wrong)
  local found = {}
  for _, one in ipairs(wrong_where(wrong)) do
    if one:find "^%d" then found[#found + 1] = one end
  end
  return found
end

-- ---- what no person says --------------------------------------------------

local function count(text, pattern) return select(2, text:gsub(pattern, "")) end

describe("a sentence of the rules, whatever is filled in,", function()
  it("denies once at most between two stops", function()
    assert.same({}, wrong_where(function(sentence)
      for clause in sentence:gmatch "[^.,:;]+" do
        if count(clause, "%f[%w]not%f[%W]") > 1
          or count(clause, "%f[%w]no%f[%W]") > 1 then
          return true
        end
      end
      return sentence:find "%w not at all[.,]" -- "they respect people not at all"
    end))
  end)
  it("counts one without a plural", function()
    assert.same({}, wrong_where(function(sentence)
      return sentence:find "%f[%w]1 %a+s%f[%W]" or sentence:find "founded %(1%)"
        or sentence:find "%f[%w]1 of %w+ .*%f[%w]are%f[%W]"
        or sentence:find "%f[%w]1 of %w+ .*%f[%w]hold%f[%W]"
    end))
  end)
  it("has no capital in what is filled in, but of a name", function()
    assert.same({}, wrong_where(function(_, part)
      return (part or ""):gsub("Member", ""):find "%f[%a]%u"
    end))
  end)
  it("ends with one full stop, or asks", function()
    assert.same({}, wrong_where(function(sentence)
      return not sentence:find "[%w)][.?]$"
    end))
  end)
  it("doubles no word, no blank and no stop", function()
    assert.same({}, wrong_where(function(sentence)
      return sentence:find "%f[%a](%a+) %1%f[%A]" or sentence:find "  "
        or sentence:find "[,;:] ?[,;:.]"
    end))
  end)
  -- The report puts on what it stands before it: "As verified by the auditor".
  it("leaves it to the report who said it", function()
    assert.same({}, wrong_of_checks(function(sentence)
      return sentence:find "%f[%a]said to%f[%A]" or sentence:find "%f[%a]said not to%f[%A]"
        or sentence:find "^It is said"
    end))
  end)
  -- "Armed persons with a licence: 0 of 8" is a heading: what is filled in is no verb.
  it("says something before its first colon, or after it", function()
    local VERBS <const> = { "is", "are", "was", "were", "do", "does", "would", "looks",
      "lies", "dates", "allow", "have", "holds", "work", "respect",
      "show" }
    local function has_verb(text)
      for _, verb in ipairs(VERBS) do
        if text:find("%f[%a]" .. verb .. "%f[%A]") then return true end
      end
    end
    local headings = {}
    for _, one in ipairs(texts()) do
      if one[2]:find(": {", 1, true) and not has_verb(one[2]:gsub("{[^}]*}", "")) then
        headings[#headings + 1] = one[1] .. ": " .. one[2]
      end
    end
    assert.same({}, headings)
  end)
  -- "0 of 8; the rest have none", "not all: none of them".
  it("is true of none as it is of some", function()
    assert.same({}, wrong_of_checks(function(sentence)
      return sentence:find "the rest %a" or sentence:find "^Not all .*: none"
    end))
  end)
end)

describe("a title of an answer", function()
  it("begins with a small letter and ends without a stop", function()
    for path, entry in pairs(entries) do
      for value, title in pairs(entry.titles or {}) do
        assert.is_truthy(title:find "^%l.*[^.;:]$", path .. " " .. value)
      end
    end
  end)
end)
