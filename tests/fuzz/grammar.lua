-- Rules made from the grammar, and dossiers from their vocabulary: whatever a table
-- of phrases or a joining word allows may come up.  `choose(n)` says each time which
-- of n ways is taken, 1..n: a fuzzer's bytes, or numbers from a seed.
--
--   require "grammar" (choose) -> rules, layer, dossiers
--
-- Each is a list of texts to be put together; layer is empty now and then.  All that
-- comes out is meant to load: what does not is a defect of the rules' reader, of lint
-- or of this file.

local kinds = require "pack.kinds"
local phrases = require "pack.phrases"

local choose -- as given
local function one_of(list) return list[choose(#list)] end
local function rarely() return choose(4) == 1 end

-- ---- the vocabulary ---------------------------------------------------------

local VALUES <const> = { "x", "y", "z" }
-- Each with what may be added to it; those that others name are in every vocabulary.
local FACTS <const> = {
  { path = "a.flag", always = true, type = "yes/no", more = { "needs_why = true",
    'needs_why = "b.flag is no"', 'not_applicable_when = "b.flag is no"',
    "auditor_may_decide = true", "sensitive = true", 'follows = "b.flag is yes"' } },
  { path = "b.flag", always = true, type = "yes/no", more = {
    'from = any "people" { "armed is yes" }', 'from = none "people" { "level is z" }',
    'from = every "people" { "armed is yes" }' } },
  { path = "a.level", type = "choice", more = { 'order = { "z", "x" }',
    'from = every "people" { "armed is yes" }', "beyond = true" } },
  { path = "a.kinds", type = "choices", more = { "may_be_none = true" } },
  { path = "a.total", always = true, type = "count", more = {
    'from = count "people" { "armed is yes" }', "least = 0" } },
  { path = "a.part", type = "count", more = { 'of = "a.total"',
    'of = "a.total", from = count "people" { "armed is yes", "trained is yes" }' } },
  { path = "a.amount", type = "number", more = {} },
  { path = "a.share", type = "percent", more = {} },
  { path = "a.limit", type = "months", more = { "may_be_none = true" } },
  { path = "a.day", type = "date", more = { "may_be_never = true", "future = true",
    "may_be_never = true, future = true",
    'may_be_never = true, from = latest "people" { "since is on or before today" }' } },
  { path = "b.day", type = "date", more = { "may_be_never = true" } },
  { path = "a.name", type = "text", more = { "sensitive = true" } },
  { path = "a.country", type = "country", more = {} },
  { path = "member.flag", always = true, type = "yes/no", more = { "auditor_may_decide = true" } },
  { path = "member.day", type = "date", more = { "may_be_never = true" } },
}
local ITEMS <const> = {
  { path = "armed", always = true, type = "yes/no", more = { 'titles = { no = "not armed" }' } },
  { path = "trained", always = true, type = "yes/no", more = { "sensitive = true" } },
  { path = "level", always = true, type = "choice", more = { 'order = { "z", "x" }' } },
  { path = "kinds", type = "choices", more = { "may_be_none = true" } },
  { path = "since", always = true, type = "date", more = { "may_be_never = true" } },
  { path = "months", type = "months", more = { "may_be_none = true" } },
}
local PARAMETERS <const> = {
  { path = "p.limit", type = "months", value = "12", may_be_none = true },
  { path = "p.count", type = "count", value = "2" },
  { path = "p.open", type = "months" },
}
local HAS_VALUES <const> = { choice = true, choices = true }

-- The entry as rules declare it, and what of it conditions may use.
local function declared(fact)
  local more = rarely() and #fact.more > 0 and one_of(fact.more) or ""
  local entry = { path = fact.path, type = fact.type,
    values = HAS_VALUES[fact.type] and VALUES, order = more:find "^order" ~= nil,
    empties = more:find "may_be_" ~= nil, part = more:find "^of" ~= nil,
    may_not_apply = more:find "^not_applicable" ~= nil }
  entry.text = ('fact %q { type = %q, ask = "Q?"%s%s }'):format(fact.path, fact.type,
    entry.values and ', values = { "x", "y", "z" }' or "",
    more ~= "" and ", " .. more or "")
  return entry
end

-- Some of `facts`: few, as each costs every input its time.
local function some_of(facts)
  local list = {}
  for _, fact in ipairs(facts) do
    if fact.always or rarely() then list[#list + 1] = declared(fact) end
  end
  return list
end

local function vocabulary()
  local v = { all = some_of(FACTS), facility = {}, member = {}, items = some_of(ITEMS) }
  for _, entry in ipairs(v.all) do
    local scope = v[entry.path:match "^(member)" or "facility"]
    scope[#scope + 1] = entry
  end
  return v
end

-- ---- sentences --------------------------------------------------------------

-- What may stand on the right: facts of `entries`, and parameters.
local function named(entries, types)
  local list = {}
  for _, entry in ipairs(entries) do
    if types[entry.type] then list[#list + 1] = entry.path end
  end
  for _, entry in ipairs(PARAMETERS) do
    if types[entry.type] then list[#list + 1] = entry.path end
  end
  return #list > 0 and one_of(list) or nil
end

local WORDS <const> = { ["yes/no"] = { "yes", "no" }, months = { "none-stated" },
  text = { "words", "'other words'" } }
local rights = {}
function rights.words(entry, phrase)
  local values, list = entry.values or WORDS[entry.type], {}
  local most = phrase.op == "includes_only" and #values - 1 or 3
  for i = 1, choose(most) do list[i] = one_of(values) end
  return table.concat(list, phrase.op == "is" and " or " or ", ")
end
function rights.nothing() return "" end
function rights.bounds(entry)
  if entry.type == "date" then return "2013-05-01 and 30 days before today" end
  return ("%d and %d"):format(choose(5), choose(9))
end
-- Of an order from z to x: nothing is less than its least.
local ENDS <const> = { more_than = "z", less_than = "x" }
function rights.amount(entry, phrase, entries)
  if entry.order then return ENDS[phrase.op] or one_of { "z", "x" } end
  return choose(2) == 1 and named(entries, phrase.compares)
    or tostring(choose(6) - 2)
end
function rights.moment(_, phrase, entries)
  local base = one_of { "today", "2013-05-01", named(entries, phrase.compares)
    or "today" }
  return choose(3) > 1 and base or ("%d %s %s %s"):format(choose(250),
    one_of { "days", "months" }, one_of { "before", "after" }, base)
end
function rights.span(_, phrase, entries)
  local day = choose(3) == 1 and named(entries, phrases.DATES)
  if day then
    return ("%d %s %s %s"):format(choose(40), one_of { "days", "months" },
      one_of { "before", "after", "of" }, day)
  end
  return (choose(2) == 1 and named(entries, phrase.compares)
    or choose(40) .. " months") .. " of today"
end

local function fitting(entry)
  local list = {}
  for _, phrase in ipairs(phrases.ALL) do
    if phrase.fits[entry.order and "ordered choice" or entry.type]
      and (entry.empties or phrase.operand ~= "nothing")
      and (entry.type ~= "months" or entry.empties or phrase.operand ~= "words")
      and (entry.type ~= "country") then
      list[#list + 1] = phrase
    end
  end
  return list
end

local function sentence(entries)
  local entry = one_of(entries)
  local list = fitting(entry)
  if entry.type == "country" then return entry.path .. " is GH or DE" end
  if #list == 0 then return "b.flag is yes" end
  local phrase = one_of(list)
  local right = rights[phrase.operand](entry, phrase, entries)
  local several = phrase.says_of_several and right:find ","
  return ("%s %s %s"):format(entry.path, several and phrase.says_of_several
    or phrase.says, right):gsub(" $", "")
end

-- ---- conditions -------------------------------------------------------------

local condition -- forward

local function several(at, depth)
  local list = {}
  for i = 1, choose(3) do list[i] = condition(at, depth + 1) end
  return table.concat(list, ", ")
end

-- What stands beside the conditions in braces, where a finding may.
local function finding(at)
  if not at.finds or choose(2) == 1 then return "" end
  return ', otherwise = "It is not so at {facility.id}."'
    .. (rarely() and ', remedy = "Mend it."' or "")
    .. (rarely() and ', points = { "SHALL" }' or "")
end

local function leaf(at)
  local said = ("%q"):format(sentence(at.entries))
  local found = finding(at)
  return found ~= "" and "{ " .. said .. found .. " }" or said
end

local makers = {}
for _, one in ipairs(kinds.ALL) do
  if one.shape == "joined" then
    makers[#makers + 1] = function(at, depth)
      return ("%s { %s%s }"):format(one.word, several(at, depth), finding(at))
    end
  elseif one.shape == "list" and not one.gives then
    makers[#makers + 1] = function(at, depth)
      if not at.lists then return leaf(at) end
      local inside = { entries = at.lists, auditor = at.auditor, names = at.names }
      local where = choose(2) == 1
        and "where = " .. condition(inside, depth + 2) .. ", " or ""
      return ('%s "people" { %s%s%s }'):format(one.word, where,
        several(inside, depth + 1), finding(at))
    end
  end
end
makers[#makers + 1] = function(at, depth)
  return ("when(%s) { %s%s }"):format(condition({ entries = at.entries,
    lists = at.lists, names = at.names }, depth + 1), several(at, depth), finding(at))
end
makers[#makers + 1] = function(at)
  if not at.finds then return leaf(at) end
  at.names.count = at.names.count + 1
  return ('auditor "q%d" { ask = "Is it so?"%s }'):format(at.names.count, finding(at))
end
makers[#makers + 1] = function(at)
  local a, b = one_of(at.entries).path, one_of(at.entries).path
  return ("compute { facts = { %q, %q }, function(a, b) return a == b end%s }")
    :format(a, b, finding(at))
end

function condition(at, depth)
  if depth > 3 or choose(2) == 1 then return leaf(at) end
  return one_of(makers)(at, depth)
end

-- ---- rules ------------------------------------------------------------------

local function check(id, v, scope, more)
  local names = { count = 0 }
  local at = { entries = scope, lists = scope ~= v.member and v.items, names = names }
  local asks = { entries = at.entries, lists = at.lists, names = names, finds = true }
  return ("check %q { title = 'T', points = { %s }, ask = 'Ask.', remedy = 'Mend it.', "
    .. "met = 'It is so.', %s%sexpect = all { %s, otherwise = 'X.' } }\n"):format(id,
    one_of { '"SHALL"', '"SHALL", "SHOULD"' },
    rarely() and "" or "applies = " .. condition(at, 1)
      .. ", not_applicable = 'Not asked here.', ",
    more or "", condition(asks, 1))
end

local FRAME <const> = [[
pack { title = "G", edition = "e", version = "1", notice = "N." }
ratings {
  shall = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" },
}
point "SHALL" { strength = "shall", says = "It shall." }
point "SHOULD" { strength = "should", says = "It should." }
fact "member.id" { type = "text", ask = "Who?" }
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "facility.id" { type = "text", ask = "Which?" }
]]

local function rules(v)
  local list = { FRAME }
  for _, entry in ipairs(v.all) do list[#list + 1] = entry.text .. "\n" end
  list[#list + 1] = 'list "people" { ask = "Who?", facts = {\n'
  for _, entry in ipairs(v.items) do list[#list + 1] = entry.text .. ",\n" end
  list[#list + 1] = "} }\n"
  for _, one in ipairs(PARAMETERS) do
    list[#list + 1] = ('parameter %q { type = %q, ask = "Q?", source = "s"%s%s }\n')
      :format(one.path, one.type, one.may_be_none and ", may_be_none = true" or "",
        one.value and ", value = " .. (rarely() and one.may_be_none and '"none-stated"'
        or one.value) or "")
  end
  local gate = { entries = v.facility, names = { count = 0 } }
  list[#list + 1] = 'provision "1" { title = "P"'
    .. (rarely() and ", applies = " .. condition(gate, 2) .. ', not_applicable = "N."'
      or "") .. " }\n"
  list[#list + 1] = 'provision "2" { title = "Q", scope = "member" }\n'
  v.checks = choose(2)
  for i = 1, v.checks do list[#list + 1] = check("1." .. i, v, v.facility) end
  if rarely() then list[#list + 1] = check("2.1", v, v.member) end
  if choose(2) == 1 then
    list[#list + 1] = ('disagreement "d" { when = %s, facts = { "a.flag", "a.total" }, '
      .. 'because = "It cannot be." }\n'):format(condition(gate, 2))
  end
  return list
end

local GROUNDS <const> = 'because = "So.", by = "Us", until_date = "2014-06-30"'

local function layer(v)
  if choose(3) > 1 then return {} end
  local list = { 'fact "org.flag" { type = "yes/no", ask = "Q?" }\n'
    .. 'fact "org.total" { type = "count", ask = "Q?" }\n'
    .. 'fact "org.part" { type = "count", of = "org.total", ask = "Q?" }\n' }
  local own = { { path = "org.flag", type = "yes/no" },
    { path = "org.part", type = "count" }, { path = "org.total", type = "count" } }
  table.move(v.facility, 1, #v.facility, #own + 1, own)
  list[2] = check("1.org.new", v, own, rarely() and 'stricter_than = "1.1", ' or nil)
  list[3] = one_of { "", ('switch_off "1.%d" { %s }\n'):format(v.checks, GROUNDS),
    ('narrow "1.1" { applies = "b.flag is yes", %s }\n'):format(GROUNDS),
    'parameter "p.open" { value = 6, source = "us" }\n' }
  return list
end

-- ---- dossiers ---------------------------------------------------------------

local LARGEST <const> = "9007199254740991"
local PLAIN <const> = {
  ["yes/no"] = { "true", "false" }, choice = { '"x"', '"y"', '"z"' },
  choices = { '["x"]', '["x","y"]', '["x","y","z"]' },
  count = { "0", "1", "2", "3", "4", LARGEST }, number = { "0", "-1", "2.5", "1e3" },
  percent = { "0", "40", "100" }, months = { "1", "6", "12", "24", LARGEST },
  date = { '"2013"', '"2013-06"', '"2012-02-29"', '"2013-11-30"', '"1900-01-01"' },
  text = { '"words"', '"other words"' }, country = { '"GH"', '"ML"' },
}
local SPECIAL <const> = {
  choice = { '{"one_of":["x","y"]}' },
  count = { '{"at_least":2}', '{"at_most":3}', '{"at_least":2,"at_most":3}' },
  number = { '{"at_least":2}', '{"at_most":3.5}' }, percent = { '{"at_most":40}' },
  months = { '{"at_least":3}', '{"at_most":24}' },
  date = { '{"at_most":"2013"}', '{"at_least":"2013-06-01"}' },
  choices = { '{"includes":["x"]}', '{"includes":["x","y"]}' },
}
local OF_A_PART <const> = { '{"share":"some"}', '{"share":"all"}', '{"share":"none"}',
  '{"percent":40}' }
local EMPTY <const> = { months = '"none-stated"', date = '"never"', choices = '"none"' }
local STATES <const> = { '{"state":"unknown"}',
  '{"state":"withheld","withheld_reason":"No."}' }
local NOT_HERE <const> = '{"state":"not_applicable","na_reason":"So."}'

-- What only some facts of its type may be.
local function special(entry)
  if entry.part then return one_of(OF_A_PART) end
  if entry.empties and choose(2) == 1 then return EMPTY[entry.type] end
  if entry.may_not_apply and choose(2) == 1 then return NOT_HERE end
  return SPECIAL[entry.type] and one_of(SPECIAL[entry.type])
end

local function value_of(entry)
  local way = choose(8)
  if way == 1 then return nil end
  if way == 2 then return one_of(STATES) end
  local plain = way == 3 and special(entry)
  if plain then return plain end
  plain = one_of(PLAIN[entry.type])
  if way == 4 then
    return ('{"value":%s,"why":"Seen.","auditor":{"value":%s,"date":"2013-11-01",'
      .. '"by":"A"}}'):format(plain, one_of(PLAIN[entry.type]))
  end
  return way == 5 and ('{"value":%s,"why":"So."}'):format(plain) or plain
end

-- The facts of `entries` as members of an object, groups and all.
local function members(entries)
  local groups, order, parts = {}, {}, {}
  for _, entry in ipairs(entries) do
    local value = value_of(entry)
    local group, key = entry.path:match "^(.-)%.?([^.]+)$"
    if group == "member" then group = "" end
    if value and not groups[group] then
      groups[group] = {}
      order[#order + 1] = group
    end
    if value then table.insert(groups[group], ('"%s":%s'):format(key, value)) end
  end
  for i, group in ipairs(order) do
    local inside = table.concat(groups[group], ",")
    parts[i] = group == "" and inside or ('"%s":{%s}'):format(group, inside)
  end
  return table.concat(parts, ",")
end

local function people(v)
  local list = {}
  for i = 1, choose(4) - 1 do list[i] = "{" .. members(v.items) .. "}" end
  return ('"people":{%s"items":[%s]}'):format(
    choose(2) == 1 and '"complete":true,' or "", table.concat(list, ","))
end

local function dossier(v)
  local list = { '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
    .. '"member":{"id":"M"' }
  local member = members(v.member)
  list[2] = (member ~= "" and "," or "") .. member .. '},"facilities":{'
    .. (choose(2) == 1 and '"complete":true,' or "") .. '"items":['
  for i = 1, choose(2) do
    local facts = members(v.facility)
    list[#list + 1] = ('%s{"id":"f%d"%s%s,%s}'):format(i > 1 and "," or "", i,
      facts ~= "" and "," or "", facts, people(v))
  end
  list[#list + 1] = "]}}"
  return list
end

-- ---- the whole ----------------------------------------------------------------

return function(chooser)
  choose = chooser
  local v = vocabulary()
  local made, laid = rules(v), layer(v)
  local dossiers = {}
  for i = 1, 2 do dossiers[i] = dossier(v) end
  return made, laid, dossiers
end
