-- A cure is tried before it is offered: the sentence that it says to write is read
-- like any other.  Where that sentence has a fault of its own, its cure is tried in
-- turn; where that leads nowhere, the fault is told in place of the first one.

local diagnostic = require "base.diagnostic"
local fit = require "model.fit"
local rewordings = require "pack.rewordings"
local sentence = require "pack.sentence"
local unread = require "model.unread"

local cures = {}

local MOST_STEPS <const> = 5

-- The args of a diagnostic that hold sentences which its cure offers.
local OFFERED <const> = { "sentence", "first", "second", "any", "all", "parts" }

-- The condition that `text` is, and what is wrong with it: one of the two.
local function read(text, resolve)
  local ast, wrong = sentence.parse(text)
  if not ast then return nil, cures.with_fact(wrong, resolve) end
  local entry, missing = resolve(ast.fact)
  wrong = not entry and missing or fit.problem(ast, entry, resolve)
  return not wrong and ast or nil, wrong and cures.with_name(wrong, ast.typed)
end

-- ---- names and values that are nearly right -------------------------------

local function plain(text) return (text:lower():gsub("[%s%._-]", "")) end

-- `text` with `near` for the word `it`.
local function replaced(text, it, near)
  local first, last = (" " .. text .. " "):find(" " .. it .. " ", 1, true)
  return first and text:sub(1, first - 1) .. near .. text:sub(last - 1)
end

-- A word that differs from the nearest in its letters' size or its joints alone is
-- meant without doubt: the whole sentence is offered.
function cures.with_name(wrong, typed)
  local args = wrong.args
  local it, near = args.it and tostring(args.it), args.near
  if not near or plain(it) ~= plain(near) then return wrong end
  local whole = replaced(typed, it, near)
  return whole and diagnostic.with_cure(wrong, "write-sentence",
    { sentence = whole }) or wrong
end

-- What a sentence that cannot be read lacks, where its fact tells.
function cures.with_fact(wrong, resolve)
  local args = wrong.args
  local name = args.fact
  local entry, missing = nil, nil
  if name then entry, missing = resolve(name) end
  if missing and missing.args.near and wrong.code == "name-with-spaces" then
    return cures.with_name(diagnostic.with_cure(missing, missing.cure,
      { it = name }), name .. args.rest)
  elseif entry and wrong.code == "name-with-spaces" then
    return diagnostic.with_cure(wrong, "write-sentence",
      { sentence = name .. args.rest })
  end
  return entry and unread.tell(wrong, entry) or wrong
end

-- ---- trying ---------------------------------------------------------------

local settled -- forward

-- The sentence that another way to say `text` leads to.
local function reworded(text, resolve, steps)
  if steps == 0 then return nil end
  for _, other in ipairs(rewordings.of(text)) do
    local heals = other.args.sentence
      and settled(other.args.sentence, resolve, steps - 1)
    if heals then return heals end
  end
end

-- The sentence that `text` leads to, following cures that offer one; or what is
-- wrong with the last of them.
function settled(text, resolve, steps)
  local ast, wrong = read(text, resolve)
  if ast then return ast.text end
  local cure = steps > 0 and wrong.args.sentence
  local heals, fault
  if cure then heals, fault = settled(cure, resolve, steps - 1) end
  return heals or reworded(text, resolve, steps), fault or wrong
end

-- What is offered, one sentence or a list of them, as it heals; or nil and a fault.
local function healed_of(offer, resolve)
  if type(offer) == "string" then
    local heals, fault = settled(offer, resolve, MOST_STEPS)
    return heals, not heals and fault or nil
  end
  local list = { separator = offer.separator }
  for i, text in ipairs(offer) do
    local fault
    list[i], fault = healed_of(text, resolve)
    if fault then return nil, fault end
  end
  return list
end

-- `wrong` with each sentence that it offers as it heals; a fault that one of them
-- has in its place.
local function tried(wrong, resolve, steps)
  local healed, fault = nil, nil
  for _, key in ipairs(OFFERED) do
    local offer = wrong.args[key]
    if offer and not fault then
      healed = healed or {}
      healed[key], fault = healed_of(offer, resolve)
    end
  end
  if fault and steps > 0 then return tried(fault, resolve, steps - 1) end
  if fault then return fault end
  return healed and diagnostic.with_cure(wrong, wrong.cure, healed) or wrong, healed
end

-- What another way to say `text` offers, told of the text as it was typed.
local function offered(text, typed, resolve, steps)
  local others = rewordings.of(text)
  for _, other in ipairs(others) do
    local told, heals = tried(other, resolve, MOST_STEPS)
    if heals then return diagnostic.with_cure(told, told.cure, { it = typed }) end
  end
  for _, other in ipairs(steps > 0 and others or {}) do
    local again = other.args.sentence
    local told = again and offered(again, typed, resolve, steps - 1)
    if told then return told end
  end
end

-- `wrong`, said of the sentence `ast`, with a cure that heals.
function cures.tried(wrong, ast, resolve)
  local typed = ast.typed or ast.text
  wrong = ast.wrong and cures.with_fact(wrong, resolve)
    or cures.with_name(wrong, typed)
  local told, heals = tried(wrong, resolve, MOST_STEPS)
  if heals then return told end
  local cure = wrong.args.sentence
  return offered(typed, typed, resolve, 2)
    or cure and offered(cure, typed, resolve, 2) or told
end

return cures
