-- What a pack laid over the baseline may say.  It adds under "org." and changes
-- what lies beneath only by the words made for it, so that the baseline's own
-- rating can never move unseen; the rest is refused with a cure.

local dates = require "base.dates"
local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local values = require "base.values"

local say <const> = diagnostic.new

local layers = {}

local PREFIX <const> = "org."
-- Words that only the baseline may use, and those that only a layer may.
local function words_of(in_layer)
  return declarations.words(function(word) return word.in_layer == in_layer end)
end
local BASELINE_ONLY <const>, LAYER_ONLY <const> = words_of "never", words_of "only"

-- ---- refusing -----------------------------------------------------------

-- A layer that is not understood may have meant anything: nothing is rated.
local function refuse(m, declaration, says)
  m.report("layer", says, declaration.file, declaration.line)
  m.unusable = true
end
layers.refuse = refuse

-- Whether a path or id belongs to an organisation.
function layers.is_own(name)
  return name:sub(1, #PREFIX) == PREFIX
end

-- ---- which words --------------------------------------------------------

local function refuse_words(m, declared)
  for _, word in ipairs(BASELINE_ONLY) do
    for _, declaration in ipairs(declared[word]) do
      refuse(m, declaration, say("only-baseline", { word = word },
        declarations.ALL[word].instead))
    end
  end
end

local function refuse_in_baseline(m, declared)
  for _, word in ipairs(LAYER_ONLY) do
    for _, declaration in ipairs(declared[word]) do
      refuse(m, declaration, say("only-layer", { word = word,
        name = declaration.name }))
    end
  end
  for _, declaration in ipairs(declared.fact) do
    if not declaration.written.of_list and layers.is_own(declaration.name) then
      refuse(m, declaration, say("org-in-baseline", { name = declaration.name }))
    end
  end
end

local function check_fact(m, declaration)
  local name, of = declaration.name, declaration.body.of
  if not layers.is_own(name) then
    refuse(m, declaration, say("fact-without-org", { name = name }))
  elseif type(of) == "string" and not layers.is_own(of) then
    refuse(m, declaration, say("of-baseline", { name = name, it = of }))
    declaration.body.of = nil -- told once
  end
end

-- Words of a pack that others are laid over, and words that a layer is made of.
local PACK_ONLY <const> = declarations.words(function(word)
  return word.in_layer == "never" or word == declarations.ALL.pack
end)
local LAYER_WORDS <const> = declarations.words(function(word)
  return word.in_layer == "yes" or word.in_layer == "only"
end)

local function first_of(declared, words)
  for _, word in ipairs(words) do
    if declared[word][1] then return declared[word][1] end
  end
end

-- A layer given in place of a pack says one thing wrong: where it was given.
-- What else would be said of it is none of its author's doing.
local function refuse_as_pack(m, declared)
  local first = first_of(declared, LAYER_WORDS)
  if not first or declared.stopped or first_of(declared, PACK_ONLY) then
    return false
  end
  m.report("layer", say("layer-as-pack", { name = declared.name }), first.file, 1)
  m.unusable = true
  for _, word in ipairs(LAYER_WORDS) do declared[word] = {} end
  declared.examples = {}
  return true
end

-- Reports are read by the names of layers.
local function check_name(m, declared, names)
  if names[declared.name] then
    m.report("layer", say("layers-alike", { it = declared.name }),
      declared.first_file or declared.name, 1)
    m.unusable = true
  end
  names[declared.name] = true
end

-- Refuses what `m.layers` may not hold.
function layers.check(m)
  local names = {}
  for i, declared in ipairs(m.layers) do
    check_name(m, declared, names)
    if i == 1 then
      if not refuse_as_pack(m, declared) then refuse_in_baseline(m, declared) end
    else
      refuse_words(m, declared)
      for _, fact in ipairs(declared.fact) do check_fact(m, fact) end
    end
  end
end

-- ---- ids of checks ------------------------------------------------------

-- The provision that an id seems to mean: one that is near, or the first.
local function meant(m, id)
  local ids = {}
  for i, provision in ipairs(m.provisions) do ids[i] = provision.id end
  return nearest.find(id:match("^(.-)%.?org%.") or id, ids) or ids[1]
end

local function is_called_right(check)
  local rest = check.provision and check.id:sub(#check.provision.id + 2)
  return rest ~= nil and layers.is_own(rest) and #rest > #PREFIX
end

-- How a layer's check is to be called: in its provision, or in that of the check
-- it is stricter than.
function layers.right_id(m, check)
  local id, base = check.id, check.stricter_than
  local name = id:match("org%.(.+)$") or check.provision
    and id:sub(#check.provision.id + 2) or id
  if is_called_right(check) and not (base and base.provision ~= check.provision)
  then
    return id
  end
  local provision = base and base.provision or check.provision
  return ("%s.org.%s"):format(provision and provision.id or meant(m, id), name)
end

-- What is wrong with the id of a layer's check, or nil.
function layers.id_problem(m, check)
  local base, right = check.stricter_than, layers.right_id(m, check)
  if not is_called_right(check) then
    return say("id-of-layer", { right = right })
  elseif right ~= check.id then
    return say("id-of-stricter", { provision = base.provision.id,
      right = right })
  end
end

-- ---- grounds for weakening ----------------------------------------------

local GROUNDS <const> = {
  { "because", "the reason" },
  { "by", "who decided it" },
  { "until_date", "the last day it holds, such as \"2014-12-31\"" },
}

local function last_day(text)
  local first, last = dates.parse(text)
  return first and first == last and last or nil
end

-- Whether a declaration gives any grounds.
function layers.has_grounds(body)
  return body.because ~= nil or body.by ~= nil or body.until_date ~= nil
end

-- What of the grounds `body` lacks, as a diagnostic, or nil.
local function lacking(body)
  local names, cures = {}, {}
  for _, one in ipairs(GROUNDS) do
    if not values.is_text(body[one[1]]) then
      names[#names + 1] = one[1]
      cures[#cures + 1] = ("%s = %s"):format(one[1], one[2])
    end
  end
  if #names == 0 then return nil end
  return say("grounds-missing", { names = names, cures = cures,
    are = #names == 1 and "is" or "are" })
end

-- The grounds of a change that weakens, or nil and what they lack.
function layers.grounds(body)
  local lacks = lacking(body)
  if lacks then return nil, lacks end
  local day = last_day(body.until_date)
  if not day then
    return nil, say("grounds-day", { it = body.until_date:sub(1, 60) })
  end
  return { because = body.because, by = body.by, until_date = body.until_date,
    last = day }
end

-- Refuses what a declaration's braces may not hold; returns whether it did.
function layers.check_keys(m, declaration)
  local allowed = declarations.LAYER_KEYS[declaration.word]
  local wrong, nameless = nearest.stranger(declaration.body, allowed)
  if not wrong and not nameless then return false end
  local args = { word = declaration.word, name = declaration.name, it = wrong,
    allowed = allowed, near = wrong and nearest.find(wrong, allowed) }
  refuse(m, declaration, wrong and say("no-place-in", args)
    or say("nameless-in", args))
  return true
end

return layers
