-- Edits to the rules of every provision, each of the kind an author makes; the
-- impact on the dossiers of all examples names the check, the line and the
-- words, and no other check.
local support = require "support.host"
local examples_read = require "examples.read"
local impact = require "impact"

-- ---- packs and their reports --------------------------------------------

-- The built-in files with `to` for `from` (once) in `file`, and more files.
local function edited(file, from, to, more)
  local files = support.builtin_files()
  for _, one in ipairs(files) do
    if one.path == file then
      local first, last = one.text:find(from, 1, true)
      assert(first, ("'%s' does not stand in %s"):format(from, file))
      one.text = one.text:sub(1, first - 1) .. to .. one.text:sub(last + 1)
    end
  end
  for path, text in pairs(more or {}) do
    files[#files + 1] = { path = path, text = text }
  end
  table.sort(files, function(a, b) return a.path < b.path end)
  return assert(support.open_files(files, { tolerant = true }))
end

local original = support.open_builtin { tolerant = true }

-- The checks that edits change, whose examples are all assessed; of some others,
-- the first example is.  Each report speaks of every check.
local EDITED <const> = {}
for id in ([[11.1.2 11.1.26 11.1.27 11.2.1 11.2.3 11.2.4 11.2.11 11.2.12 11.2.13
  11.2.14 11.3.1 11.3.2 11.3.16 11.4.1]]):gmatch "%S+" do
  EDITED[id] = true
end

local portfolio = {}
for _, block in ipairs(examples_read.blocks(original.model(), support.host)) do
  for i, example in ipairs(block.list) do
    if EDITED[block.check_id] or i == 1 and block.check_id:find "[05]$" then
      portfolio[#portfolio + 1] = { name = ("%s/%d"):format(block.check_id, i),
        text = support.json.write(example.dossier), as_of = example.as_of }
    end
  end
end

local function described(runtime)
  local pack = {}
  for _, what in ipairs { "rules", "pack", "points", "parameters", "facts" } do
    pack[what] = support.decode(assert(runtime.describe(what)))
  end
  return pack
end

-- The reports on the dossiers whose names begin with `of`, or on all.
local function reports(runtime, of)
  local list = {}
  for i, one in ipairs(portfolio) do
    list[i] = (not of or one.name:sub(1, #of) == of)
      and assert(support.evaluate(runtime, one.text, { as_of = one.as_of }))
  end
  return list
end

local before, reports_before = described(original), reports(original)

local function compared(runtime, of, old_pack)
  local dossiers, new = {}, reports(runtime, of)
  for i, one in ipairs(portfolio) do
    dossiers[#dossiers + 1] = new[i] and { name = one.name,
      old = reports_before[i], new = new[i] }
  end
  return impact.build({ format = "cop11.comparison/1",
    old = old_pack or before, new = described(runtime), dossiers = dossiers },
    support.host)
end

local function line_of(file, text)
  for _, one in ipairs(support.builtin_files()) do
    if one.path == file then
      local _, count = one.text:sub(1, (one.text:find(text, 1, true)))
        :gsub("\n", "")
      return count + 1
    end
  end
end

-- What 11.2.12 asks the auditor where discipline is said not to be needed.
local NOT_NEEDED <const> = "every of allegations where against is inhouse or private and "
  .. "status is closed_founded and severity is serious or death_or_injury and "
  .. "discipline_taken is not_needed: the auditor finds: An allegation that is serious, "
  .. "or of death or injury, was found to be true, and discipline is said not to be "
  .. "needed. Does the file show why, such as that those concerned had left?"

-- ---- the edits ----------------------------------------------------------

local RULES <const> = "provisions/11.2.lua"

-- `edit`: file, from, to.  `checks`: every check whose outcome changes.  `was`,
-- `now`: the words; `at`: a text on the line that is named.
local function finds(title, edit, checks, was, now, at)
  it(title, function()
    local found = compared(edited(table.unpack(edit)))
    local seen = {}
    for _, change in ipairs(found.changes) do
      seen[change.check] = true
      assert.equal(1, #change.because)
      assert.equal(was, change.because[1].was)
      assert.equal(now, change.because[1].now)
      assert.equal(edit[1], change.file)
      assert.equal(line_of(edit[1], at or edit[2]), change.line)
      assert.is_nil(change.explained)
    end
    local expected = {}
    for _, id in ipairs(checks) do expected[id] = true end
    assert.same(expected, seen)
    assert.is_false(found.ok)
  end)
end

describe("an edit is found, and nothing else:", function()
  finds("another value", { RULES, "conduct.respect_in_practice is yes",
    "conduct.respect_in_practice is yes or mixed" }, { "11.2.1" },
    "conduct.respect_in_practice is yes",
    "conduct.respect_in_practice is yes or mixed")
  finds("one value fewer", { "provisions/11.1.lua",
    "risk_assessment.covers includes people and premises",
    "risk_assessment.covers includes people" }, { "11.1.2" },
    "risk_assessment.covers includes all of people and premises",
    "risk_assessment.covers includes people")
  finds("a gate taken out", { "provisions/11.3.lua",
    '  applies = { "security.private_used is yes",\n'
    .. '    otherwise = "No private security company works here." },\n'
    .. '  expect  = { "vpshr.trained_private covers', '  expect  = { '
    .. '"vpshr.trained_private covers' }, { "11.3.2" },
    "security.private_used is yes", nil, 'check "11.3.2"')
  finds("a limit moved", { RULES,
    "force.excessive_confirmed is more than 0",
    "force.excessive_confirmed is more than 1" }, { "11.2.4" },
    "force.excessive_confirmed is more than 0",
    "force.excessive_confirmed is more than 1")
  finds("a phrase weakened", { "provisions/11.3.lua",
    "vpshr.trained_inhouse covers all of security.inhouse_count",
    "vpshr.trained_inhouse is at least 1" }, { "11.3.1" },
    "vpshr.trained_inhouse covers all of security.inhouse_count",
    "vpshr.trained_inhouse is at least 1")
  finds("a condition turned round", { "provisions/11.3.providers.lua",
    "public_security.policies_communicated is yes",
    "public_security.policies_communicated is no" }, { "11.3.16" },
    "public_security.policies_communicated is yes",
    "public_security.policies_communicated is no")
  finds("a parameter that gets a value", { "parameters.lua",
    '  unit   = "months",\n', '  unit   = "months",\n  value  = 12,\n' },
    { "11.1.26", "11.1.27" }, "value not set", "value 12",
    'parameter "consultation.longest_interval"')
  finds("another reading", { "parameters.lua", 'value  = "literal"',
    'value  = "successor"' }, { "11.4.1" }, "value literal", "value successor",
    'parameter "icoc.reading"')
  finds("items left out", { RULES,
    '    none "allegations" {\n      where = "against is inhouse or private",',
    '    none "allegations" {\n      where = "against is inhouse",' },
    { "11.2.11" }, "against is inhouse or private", "against is inhouse",
    'where = "against is inhouse or private"')
  finds("any for all", { RULES,
    'expect = all {\n    { "conduct.discipline_arranged',
    'expect = any {\n    { "conduct.discipline_arranged' }, { "11.2.12" },
    "conduct.discipline_arranged is yes and none of allegations where against "
      .. "is inhouse or private and status is closed_founded: discipline_taken "
      .. "is no and " .. NOT_NEEDED,
    "conduct.discipline_arranged is yes or none of allegations where against "
      .. "is inhouse or private and status is closed_founded: discipline_taken "
      .. "is no or " .. NOT_NEEDED)
  finds("a part taken out", { RULES, [[
    when "security.private_used is yes" {
      "conduct.applies_to includes private",
      otherwise = "The conduct policy does not bind the private company's "
        .. "guards.",
    },
]], "" }, { "11.2.3" }, "where security.private_used is yes: "
    .. "conduct.applies_to includes private", nil, 'check "11.2.3"')
  finds("a point's wording", { "points.lua",
    'point "P11.2-10" {\n  strength = "must"',
    'point "P11.2-10" {\n  strength = "should"' }, { "11.2.13" },
    "wording: must", "wording: should", 'point "P11.2-10"')
  finds("how a fact follows from a list", { "vocabulary/force.lua",
    'count "people" { "armed is yes", "weapons_trained is yes" }',
    'count "people" { "armed is yes" }' }, { "11.2.13" },
    "weapons_trained is yes", nil, 'fact "arms.trained_count"')
end)

describe("what a shortfall counts as", function()
  it("changes outcomes of that wording alone", function()
    local found = compared(edited("ratings.lua",
      'must       = { lapse  = "minor-nonconformance",\n'
        .. '                 absent = "major-nonconformance" },',
      'must       = { lapse  = "minor-nonconformance",\n'
        .. '                 absent = "minor-nonconformance" },'))
    local seen, strength = {}, {}
    for _, check in ipairs(before.rules.checks) do
      strength[check.id] = check.strength
    end
    for _, change in ipairs(found.changes) do
      seen[change.check] = true
      assert.equal("must", strength[change.check])
      assert.equal("must, absent: major-nonconformance", change.because[1].was)
      assert.equal("ratings.lua", change.file)
    end
    assert.is_true(seen["11.2.13"] and seen["11.2.14"])
    assert.is_nil(seen["11.2.12"]) -- should
  end)
end)

describe("an edit that changes no outcome", function()
  it("is not told as a change", function()
    local found = compared(edited(RULES, "Conduct is monitored against the "
      .. "policy", "Someone watches over conduct"))
    assert.same({}, found.changes)
    assert.same({}, found.ratings)
    assert.equal(1, #found.rules)
    assert.equal("title: Someone watches over conduct", found.rules[1].now)
    assert.is_true(found.ok)
  end)
end)

-- ---- ratings and releases -----------------------------------------------

local MIXED <const> = { RULES, "conduct.respect_in_practice is yes",
  "conduct.respect_in_practice is yes or mixed" }

local function released(changes)
  local more = { ["releases.lua"] = ('release "0.2.0" { %s }'):format(changes) }
  return edited(MIXED[1], MIXED[2], MIXED[3], more)
end

describe("a change", function()
  it("is stricter, milder or neither", function()
    local change = compared(edited(table.unpack(MIXED)), "11.2.1/").changes[1]
    assert.equal("11.2.1/2", change.dossier)
    assert.equal("minor-nonconformance", change.was.outcome)
    assert.equal("conformance", change.now.outcome)
    assert.equal("milder", change.effect)
  end)

  it("shows in the ratings above it", function()
    local ratings = {}
    for _, one in ipairs(compared(edited(table.unpack(MIXED)), "11.2.1/2")
      .ratings) do
      ratings[#ratings + 1] = ("%s: %s -> %s"):format(one.level, one.was,
        one.now)
    end
    -- Everything but respect is unknown in this dossier.
    assert.same({
      "member: not determined: at best minor non-conformance, at worst major "
        .. "non-conformance -> not determined: at best conformance, at worst "
        .. "major non-conformance",
      "facility: not determined: at best minor non-conformance, at worst major "
        .. "non-conformance -> not determined: at best conformance, at worst "
        .. "major non-conformance",
      "provision: not determined: at best minor non-conformance, at worst major "
        .. "non-conformance -> not determined: at best conformance, at worst "
        .. "major non-conformance" }, ratings)
  end)

  local function explained_by(changes)
    local found = compared(released(changes), "11.2.1/")
    return found.ok, found.changes[1].explained
  end

  it("is explained by a release of the new pack", function()
    local ok, explained = explained_by [[ { check = "11.2.1",
      effect = "milder", because = "The board decided so." } ]]
    assert.is_true(ok)
    assert.same({ version = "0.2.0", because = "The board decided so." },
      explained)
    assert.is_true(explained_by [[ { provision = "11.2", effect = "any",
      because = "All of it." } ]])
  end)

  it("is not by one that speaks of another check or effect", function()
    assert.is_false(explained_by [[ { check = "11.2.2", effect = "milder",
      because = "Other." } ]])
    assert.is_false(explained_by [[ { check = "11.2.1", effect = "stricter",
      because = "Not so." } ]])
  end)

  it("is not by a release that the old pack has too", function()
    local runtime = released [[ { check = "11.2.1", effect = "any",
      because = "Long ago." } ]]
    assert.is_false(compared(runtime, "11.2.1/", described(runtime)).ok)
  end)
end)

describe("words that are printed", function()
  local OTHER <const> = "Brief every guard on the conduct expected, in a language"
  it("are shown where they differ, and change nothing", function()
    local found = compared(edited(RULES, OTHER, "Tell every guard in a language"),
      "11.2.2/")
    assert.same({}, found.changes)
    assert.equal(1, #found.rules)
    assert.equal("11.2.2", found.rules[1].id)
    assert.truthy(found.rules[1].was:find("remedy: " .. OTHER, 1, true))
    assert.truthy(found.rules[1].now:find("remedy: Tell every guard", 1, true))
  end)
  it("beside a condition too, with their line", function()
    local found = compared(edited(RULES,
      "Of the security personnel, {conduct.known_by_personnel} know",
      "Some of the security personnel do not know"), "11.2.2/")
    assert.same({}, found.changes)
    assert.equal(1, #found.rules)
    assert.truthy(found.rules[1].now:find("otherwise: Some of the security", 1, true))
    assert.equal(line_of(RULES, "conduct.known_by_personnel is yes"),
      found.rules[1].line)
  end)
end)

describe("a check", function()
  it("that is new or gone is told", function()
    local found = compared(edited(RULES, 'check "11.2.10" {',
      'check "11.2.99" {'))
    local seen = {}
    for _, change in ipairs(found.changes) do
      seen[change.check] = change.because[1].was or change.because[1].now
    end
    assert.same({ ["11.2.10"] = "the check is gone",
      ["11.2.99"] = "the check is new" }, seen)
  end)
  it("that took over another's id is the same one", function()
    local found = compared(edited(RULES, 'check "11.2.10" {',
      'check "11.2.99" {\n  aliases = { "11.2.10" },'))
    assert.same({}, found.changes)
  end)
end)
