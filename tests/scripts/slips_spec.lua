-- Slips that a careful person who is no programmer makes in the rules of this
-- pack, and what lint tells them: the place, what is wrong, and the cure, which
-- is enough to mend the file.  tests/slips/README.md shows them to people.
local support = require "support.host"

local RULES <const> = "provisions/11.2.lua"
local MORE <const> = "provisions/11.1.lua"
local CASES <const> = "provisions/11.2.examples.lua"
local ARMED <const> = "provisions/11.2.people_armed.lua"
local FORCE <const> = "vocabulary/force.lua"
local LIMITS <const> = "parameters.lua"

-- Whether `path` is needed to lint `file`; other provisions only take time.
local function is_needed(path, file)
  return not path:find "^provisions/"
    or path:match "/(%d+%.%d+)" == file:match "/(%d+%.%d+)"
end

-- The built-in files with `to` for `from` in `file`, and the line it stands in.
local function slipped(file, from, to)
  local files, line = {}, nil
  for _, one in ipairs(support.builtin_files()) do
    if is_needed(one.path, file) then files[#files + 1] = one end
    local first, last = one.text:find(from, 1, true)
    if one.path == file then
      assert(first, ("'%s' does not stand in %s"):format(from, file))
      line = 1 + select(2, one.text:sub(1, first - 1):gsub("\n", ""))
      one.text = one.text:sub(1, first - 1) .. to .. one.text:sub(last + 1)
    end
  end
  return files, line
end

local function first_finding(files, file)
  local runtime = assert(support.open_files(files, { tolerant = true }))
  for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
    if d.file == file then return d end
  end
end

-- Lines move whenever the rules grow; what is said stays.
local function without_lines(text)
  return (text:gsub(":%d+:%d+:", ":"):gsub("line %d+", "line"))
end

-- The texts shown in tests/slips/README.md, by title.
local shown = {}
do
  local title
  for line in assert(io.open("tests/slips/README.md")):lines() do
    title = line:match "^## (.+)$" or title
    if title then
      shown[title] = (shown[title] or "") .. without_lines(line) .. "\n"
    end
  end
end

-- The slip `to` for `from` is told `down` lines below its first line, by a
-- sentence that holds `says` and a cure that holds `cure`.
local function slip(title, file, from, to, down, says, cure)
  it(title, function()
    local files, line = slipped(file, from, to)
    local found = first_finding(files, file)
    assert.truthy(found, "lint finds nothing")
    assert.equal(line + down, found.line)
    assert.truthy(found.column >= 1)
    assert.truthy(found.message:find(says, 1, true), found.message)
    assert.truthy(found.cure:find(cure, 1, true), found.cure)
    local told = ("%s:%d:%d: %s: %s\n    %s\n"):format(found.file, found.line,
      found.column, found.severity, found.message, found.cure)
    assert.truthy((shown[title] or ""):find(without_lines(told), 1, true), told)
  end)
end

local SOURCE <const> = 'source = "The guidance asks for regular consultation and '
  .. 'names no interval.",'
local KNOWN <const> = '"conduct.known_by_personnel is yes"'
local TITLE <const> = '  title  = "Security personnel know'
local AFTER <const> = '"risk_assessment.last_trigger is after '
  .. 'risk_assessment.date"'
local WITHIN <const> = '"risk_assessment.date is within "\n          '
  .. '.. "risk_assessment.own_interval of today"'

local WHEN <const> = 'when "security.inhouse_used is yes" {'

describe("the slip is told with its place and its cure:", function()
  slip("A comma is missing", RULES, KNOWN .. ",", KNOWN, 0,
    "A comma is missing behind " .. KNOWN, "Put a comma there")
  slip("A fact is misspelt", RULES, KNOWN, '"conduct.known_by_personel is yes"',
    0, "'conduct.known_by_personel' is not a fact",
    "Did you mean 'conduct.known_by_personnel'?")
  slip("A word for a number", RULES, "excessive_confirmed is more than 0",
    "excessive_confirmed is more than zero", 0, "'zero' is not a fact",
    'Write numbers in figures: "force.excessive_confirmed is more than 0"')
  slip("A sign in a condition", RULES, KNOWN,
    '"conduct.known_by_personnel = yes"', 0, "uses the sign =",
    '"conduct.known_by_personnel is yes"')
  slip("Two signs for one", RULES, TITLE, TITLE:gsub("=", "=="), 0,
    "Two signs == stand behind 'title'", "Write title = ... with one sign")
  slip("A closing brace is forgotten", ARMED, -- told where it opens
    'is more than 0" } }, where_not_asked = true },\n  },\n}',
    'is more than 0" } }, where_not_asked = true },\n  },\n', -24,
    "The brace { that opens here is never closed",
    "Put } where what it holds ends, on a line of its own behind line ")
  slip("A date that is none", CASES, "because =",
    'as_of = "2013-11-31", because =', 0, "'2013-11-31' is no day",
    "year, month and day")
  slip("A date the usual way", MORE, AFTER,
    '"risk_assessment.last_trigger is after 28.2.2013"', 0,
    "'28.2.2013' is not a date",
    'Write "risk_assessment.last_trigger is after 2013-02-28"')
  slip("Curly quotation marks", RULES, KNOWN,
    "\u{201C}conduct.known_by_personnel is yes\u{201D}", 0,
    "is not the plain one; word processors", 'plain quotation mark "')
  slip("A quotation mark is deleted at the end", RULES, KNOWN,
    '"conduct.known_by_personnel is yes', 0, "no quotation mark at its end",
    'Put " behind the last word')
  slip("A quotation mark is deleted at the start", RULES, KNOWN,
    'conduct.known_by_personnel is yes"', 0,
    "begins with conduct.known_by_personnel has no quotation mark at its start",
    'Put " in front of conduct.known_by_personnel.')
  slip("An if where a condition belongs", RULES, "  expect = { " .. KNOWN,
    "  expect = if security.inhouse_used then { " .. KNOWN, 0,
    "'if' has no place in a rule", 'Write when "..." { ... }')
  slip("A group behind when without its brackets", RULES, WHEN, "when all { "
    .. WHEN:match '"[^"]+"' .. ' } {', 0, "stands without round brackets",
    "Write when(all { ... }) { ... }")
  slip("Another word for a phrase", RULES, "excessive_confirmed is more than 0",
    "excessive_confirmed is greater than 0", 0, "says 'is greater than'",
    '"force.excessive_confirmed is more than 0"')
  slip("A value with a capital", RULES, KNOWN,
    '"conduct.known_by_personnel is Yes"', 0, "cannot be 'Yes'",
    'Write "conduct.known_by_personnel is yes".')
  slip("Two conditions in one sentence", RULES, KNOWN,
    '"conduct.known_by_personnel is yes and conduct.policy_written is yes"', 0,
    "holds several conditions", 'Write all { "conduct.known_by_personnel is yes", '
    .. '"conduct.policy_written is yes" }')
  slip("Two conditions in one pair of braces", RULES, "expect = { " .. KNOWN,
    "expect = { " .. KNOWN .. ', "conduct.policy_written is yes"', 0,
    "no word says how they belong together",
    "all { ... } around them where each must hold, any { ... } where one")
  slip("A list without its braces", RULES, 'points = { "R11.2a", "CK-4" }',
    'points = "R11.2a"', 0, "'points' needs a list of texts", 'points = { "R11.2a" }')
  slip("Texts of a list in one pair of quotes", RULES, 'points = { "R11.2a", "CK-4" }',
    'points = "R11.2a, CK-4"', 0, "'points' needs a list of texts",
    'points = { "R11.2a", "CK-4" }')
  slip("A check is copied and keeps its number", RULES, 'check "11.2.2"',
    'check "11.2.1"', 0, "'11.2.1' is already declared",
    "an id that was never used, such as 11.2.")
  slip("A colon for the sign =", RULES, TITLE, "  title: \"Security personnel "
    .. "know", 0, "A colon stands where = belongs", "Write title = ...")
  slip("Two texts side by side", RULES, '{conduct.known_by_personnel} know "\n      ..',
    '{conduct.known_by_personnel} know "\n      ', 0, "something is missing",
    "Write two dots ..")
  slip("A comment of another language", RULES, 'check "11.2.2"',
    '// asked in interviews\ncheck "11.2.2"', 0,
    "A comment does not begin with //", "two dashes")
  slip("A misspelt fact in a sentence", RULES, "{conduct.known_by_personnel}",
    "{conduct.known_by_personel}", 0, "prints {conduct.known_by_personel}",
    "Write {conduct.known_by_personnel}")
  slip("Months without today", MORE, WITHIN,
    '"risk_assessment.date is within 12 months"', 0,
    "does not say of which day",
    'Write "risk_assessment.date is within 12 months of today"')
  slip("A comparison that is never so", RULES,
    "excessive_confirmed is more than 0", "excessive_confirmed is less than 0", 0,
    "can never hold", "what it can be: at least 0")
  slip("An outcome cut short", CASES, 'gives = "minor-nonconformance"',
    'gives = "minor"', 0, "gives = 'minor'", "minor-nonconformance")
  slip("A comma is missing in the vocabulary", FORCE, 'type = "yes/no",',
    'type = "yes/no"', 0, 'A comma is missing behind "yes/no"',
    "Put a comma there")
  slip("A list that there is not", FORCE, 'count "incidents"',
    'count "incidens"', 0, "'incidens' is not a list",
    "Did you mean 'incidents'?")
  slip("A type that there is not", LIMITS, 'type   = "months"',
    'type   = "month"', 0, "the type is 'month'", "Did you mean 'months'?")
  slip("A number in quotation marks", LIMITS, SOURCE, SOURCE
    .. '\n  value  = "12",', 1, "found '12' in place of a value",
    "Write 12 without quotation marks")
  slip("A number with its unit", LIMITS, SOURCE, SOURCE
    .. "\n  value  = 12 months,", 1, "'months' stands behind the number 12",
    "Write 12 alone; the unit stands in unit")
  slip("A number in words", LIMITS, SOURCE, SOURCE .. "\n  value  = twelve,", 1,
    "'twelve' is not known here", "Write numbers in figures: 12")
  slip("A remark behind a dash", LIMITS, SOURCE, SOURCE
    .. "\n  \u{2014} agreed in June", 1, "The line begins with \u{2014}",
    "Write -- (two hyphens) in front of a remark")
  slip("A decimal comma", LIMITS, SOURCE, SOURCE .. "\n  value  = 12,5,", 1,
    "12,5 is read as two values", "Write a whole number, without a comma")
  slip("A curly quotation mark at the end alone", RULES, KNOWN,
    '"conduct.known_by_personnel is yes\u{201D}', 0, "ends with \u{201D}",
    'Write " in its place')
  slip("A space lost where a text goes on", RULES, 'are said to be trained, yet not "',
    'are said to be trained, yet not"', 0, "Between 'not' and 'all'", "Put a space "
    .. "inside the quotation marks")
  slip("Days for months", MORE, WITHIN,
    '"risk_assessment.date is within 90 days of today"', 0,
    "'is within' counts in whole months",
    '"risk_assessment.date is on or after 90 days before today"')
  slip("A share of a number", RULES, KNOWN,
    '"arms.trained_count is at least 50% of arms.armed_count"', 0,
    "speaks of a share", "100 * part >= 50 * whole")
  slip("An example without its reason", CASES,
    'because = "respect is seen and heard everywhere",', "", 0,
    "does not say why it gives conformance", "Say in because why")
  slip("A threshold beside the one there is", LIMITS, "-- 11.1\n",
    '-- 11.1\n\nparameter "consultation.longest_interval" {\n  value  = 12,\n'
    .. '  source = "Group security standard, section 4.2",\n}', 2,
    "is already declared in parameters.lua line", "Write value = ... there")
end)

-- Hundreds of names are lost with a file of facts; none is looked for.
it("A slip in the vocabulary costs lint less than a fifth of what it may",
  function()
  local host, spent = support.host, 0
  local charge = host.charge
  host.charge = function(units)
    spent = spent + units
    return charge(units)
  end
  for _, name in ipairs { "identity", "security", "force" } do
    spent = 0
    local files, path = support.builtin_files(), "vocabulary/" .. name .. ".lua"
    for _, one in ipairs(files) do
      if one.path == path then
        one.text = one.text:gsub('(type *= "yes/no"),', "%1", 1)
      end
    end
    local runtime = assert(support.open_files(files, { tolerant = true }))
    local found = support.decode(runtime.lint()).diagnostics
    assert.equal(1, #found)
    assert.equal(path .. ' A comma is missing behind "yes/no"',
      found[1].file .. " " .. found[1].message:sub(1, 34))
    assert.truthy(spent > 0 and spent < 40000000, spent) -- of 200 million
  end
  host.charge = charge
end)

describe("what looks odd and does no harm", function()
  local function harmless(from, to)
    local files = slipped(RULES, from, to)
    assert.is_nil(first_finding(files, RULES))
  end
  it("is let stand: tabs", function()
    harmless(KNOWN, '"conduct.known_by_personnel\tis yes"')
    harmless(TITLE, TITLE:gsub("  title  =", "\ttitle\t="))
  end)
  it("is let stand: a curly apostrophe inside a sentence", function()
    harmless("facility's own guards", "facility\u{2019}s own guards")
  end)
end)
