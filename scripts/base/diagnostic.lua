-- What is wrong, as a record.  Words are made last, and nobody reads them back:
--
--   local say <const> = require "base.diagnostic".new
--   return say("day-unknown", { it = operand.date })
--
--   code  names what is wrong; the words for it stand in messages/, one entry a
--         code: ["day-unknown"] = { "'{it}' is no day of the calendar", "write one" }
--         are what is wrong and the cure.  A new message is one entry there.
--   args  fill the {names} in the words: texts, numbers, lists, other diagnostics.
--         A list is joined by its `separator`, or commas.
--         args.it    what is wrong, as it stands in the file: lint points at it
--         args.near  what was nearest to it
--         args.inner a diagnostic that this one says the place of; its cure and
--                    its `it` are this one's too
--   cure  the code of another cure (a single text in messages/) than the one
--         beside the words, such as "did-you-mean"
--
-- In the words, "[?name: ... ?]" is left out where `name` has no value, and {cure}
-- is that of args.inner.

local nearest = require "base.nearest"

local diagnostic = {}

-- The tables of words, asked in this order.
local MESSAGES <const> = { "messages.language", "messages.pack",
  "messages.examples", "messages.syntax", "messages.lint", "messages.dossier",
  "messages.dossier_parts" }

-- What is wrong: the diagnostic `code`, filled by `args`.
function diagnostic.new(code, args, cure)
  return { code = code, args = args or {}, cure = cure }
end

-- The same where args.it is none of `candidates`: with the nearest of them as the
-- cure or, where none is near, the cure beside the words, which may name {allowed}.
function diagnostic.none_of(code, args, candidates)
  args.allowed = args.allowed or candidates
  args.near = nearest.find(tostring(args.it), candidates)
  return diagnostic.new(code, args, args.near and "did-you-mean")
end

-- The same where `object`, a `what`, has a name that is none of `allowed`; nil
-- where each is, and whether it holds values without a name.
function diagnostic.not_part(object, allowed, what)
  local stranger, nameless = nearest.stranger(object, allowed)
  return stranger and diagnostic.none_of("not-part", { it = stranger,
    what = what }, allowed) or nil, nameless
end

-- The same diagnostic with `more` arguments; one that is false is taken out.
function diagnostic.with(d, more)
  local args = {}
  for name, value in pairs(d.args) do args[name] = value end
  for name, value in pairs(more or {}) do args[name] = value or nil end
  return diagnostic.new(d.code, args, d.cure)
end

-- The same diagnostic, with another cure.
function diagnostic.with_cure(d, cure, more)
  local other = diagnostic.with(d, more)
  other.cure = cure
  return other
end

-- ---- asking -------------------------------------------------------------

-- The diagnostic itself, without those that only say where it is.
function diagnostic.core(d)
  while d.args.inner do d = d.args.inner end
  return d
end

-- What is wrong as it stands in the file; nil where that is no single word.
function diagnostic.it(d)
  return diagnostic.core(d).args.it
end

-- ---- words --------------------------------------------------------------

local function words_of(code)
  for _, name in ipairs(MESSAGES) do
    local words = require(name)[code]
    if words then return words end
  end
  error("no words for the diagnostic " .. code)
end

local shown -- forward

function shown(value)
  if type(value) ~= "table" then return tostring(value) end
  if value.code then return diagnostic.wrong(value) end
  local list = {}
  for i, one in ipairs(value) do list[i] = shown(one) end
  return table.concat(list, value.separator or ", ")
end

local function fill(template, args)
  local text = template:gsub("%[%?([%a_]+):(.-)%?%]", function(name, part)
    return args[name] ~= nil and part or ""
  end)
  return (text:gsub("{([%a_]+)}", function(name)
    if name == "cure" then return diagnostic.cure(args.inner) end
    return args[name] ~= nil and shown(args[name]) or nil
  end))
end

-- What is wrong, in words.
function diagnostic.wrong(d)
  local words = words_of(d.code)
  return fill(type(words) == "table" and words[1] or words, d.args)
end

-- What to do about it; nil where there is nothing to say.
function diagnostic.cure(d)
  if d.cure then return fill(words_of(d.cure), d.args) end
  if d.args.inner then return diagnostic.cure(d.args.inner) end
  local words = words_of(d.code)
  return type(words) == "table" and words[2] and fill(words[2], d.args) or nil
end

-- Both in one sentence, or in two where the cure begins like a sentence.
function diagnostic.text(d)
  local wrong, cure = diagnostic.wrong(d), diagnostic.cure(d)
  if not cure then return wrong end
  return wrong .. (cure:find "^%u" and ". " or "; ") .. cure
end

diagnostic.MESSAGES = MESSAGES
return diagnostic
