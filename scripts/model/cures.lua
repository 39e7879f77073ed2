-- A cure is tried before it is offered: the sentence that it says to write is read
-- like any other.  Where that sentence has a fault of its own, its cure is tried in
-- turn; where that leads nowhere, the fault is told in place of the first one.

local diagnostic = require "base.diagnostic"
local fit = require "model.fit"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"
local unread = require "model.unread"

local cures = {}

local MOST_STEPS <const> = 5

-- The args of a diagnostic that hold sentences which its cure offers.
local OFFERED <const> = { "sentence", "first", "second", "any", "all" }

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

local function unhealed(text)
  return diagnostic.new("phrase-unknown", { it = text, allowed = phrases.WORDS })
end

-- ---- trying ---------------------------------------------------------------

-- The sentence that `text` leads to, following cures that offer one; or what is
-- wrong with the last of them.
local function settled(text, resolve)
  local wrong
  for _ = 1, MOST_STEPS do
    local ast
    ast, wrong = read(text, resolve)
    if ast then return ast.text end
    if not wrong.args.sentence then return nil, wrong end
    text = wrong.args.sentence
  end
  return nil, unhealed(text)
end

-- `wrong` with each sentence that it offers as it heals; a fault that one of them
-- has in its place.
local function tried(wrong, resolve, steps)
  local healed
  for _, key in ipairs(OFFERED) do
    local text = wrong.args[key]
    if text then
      local heals, fault = settled(text, resolve)
      if fault then
        return steps > 0 and tried(fault, resolve, steps - 1)
          or unhealed(text)
      end
      healed = healed or {}
      healed[key] = heals
    end
  end
  return healed and diagnostic.with_cure(wrong, wrong.cure, healed) or wrong
end

-- `wrong`, said of the sentence `ast`, with a cure that heals.
function cures.tried(wrong, ast, resolve)
  wrong = ast.wrong and cures.with_fact(wrong, resolve)
    or cures.with_name(wrong, ast.typed or ast.text)
  return tried(wrong, resolve, MOST_STEPS)
end

return cures
