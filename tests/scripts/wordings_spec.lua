-- Conditions as people word them: each is accepted, or told with a cure that heals
-- and means the same; where a wording has two meanings, both are offered.
local offered = require "support.offered"
local support = require "support.host"

local ACCEPTED <const> = true
local DATE <const> = "risk_assessment.date "
local SET <const>, COUNT <const> = "conduct.applies_to ", "arms.armed_count "

-- What is offered, as rules write it: ACCEPTED, one condition, or two.  `it`, the
-- fact, stands for itself.
local function table_of(fact, rows)
  local list = {}
  for _, row in ipairs(rows) do
    local entry = { typed = fact .. row[1], accepted = row[2] == ACCEPTED }
    for i = 2, #row do
      if type(row[i]) == "string" then
        entry[#entry + 1] = row[i]:find "^%l+[ (].*{" and row[i]
          or ('"%s%s"'):format(fact, row[i])
      end
    end
    list[#list + 1] = entry
  end
  return list
end

local ROWS <const> = {}
local function rows(fact, list)
  for _, one in ipairs(table_of(fact, list)) do ROWS[#ROWS + 1] = one end
end

rows(COUNT, {
  { "is more than 0,5", "is more than 0.5" },
  { "is more than 1,000", "is more than 1000", "is more than 1" },
  { "is less than or equal to 3", "is at most 3" },
  { "is no more than 3", "is at most 3" },
  { "is no less than 3", "is at least 3" },
  { "is not less than 3", "is at least 3" },
  { "is not at least 3", "is less than 3" },
  { "is not 0", 'none { "arms.armed_count is exactly 0" }' },
  { "is zero", "is exactly 0" },
  { "is none", "is exactly 0" },
  { "is equal to 3", "is exactly 3" },
  { "is 3", "is exactly 3" },
  { "is three", "is exactly 3" },
  { "is greater than or equal to 3", "is at least 3" },
  { "is higher than 3", "is more than 3" },
  { "is below 3", "is less than 3" },
  { "is up to 3", "is at most 3" },
  { "is minimum 3", "is at least 3" },
  { "is 3 or more", "is at least 3" },
  { "is 3 or fewer", "is at most 3" },
  { "is from 2 to 5", "is between 2 and 5" },
  { "is 2-5", "is between 2 and 5" },
  { "is not between 2 and 5", 'none { "arms.armed_count is between 2 and 5" }' },
  { "is between 2 and 5", ACCEPTED },
  { "is at least 3 persons", "is at least 3" },
  { "is at least three", "is at least 3" },
  { "IS AT LEAST 3", ACCEPTED },
  { "is at least 3.", ACCEPTED },
  { ">= 3", "is at least 3" },
  { "!= 3", 'none { "arms.armed_count is exactly 3" }' },
  { "does not exceed 3", "is at most 3" },
  { "equals arms.trained_count", "is exactly arms.trained_count" },
  { "is larger than arms.trained_count", "is more than arms.trained_count" },
  { "has at least 3", "is at least 3" },
  { "is at least 3 and is at most 5", 'all { "arms.armed_count is at least 3", '
    .. '"arms.armed_count is at most 5" }' },
  { "is at least half of security.inhouse_count", 'compute { facts = { '
    .. '"arms.armed_count", "security.inhouse_count" }, function(part, whole) return '
    .. '2 * part >= 1 * whole end, says = "arms.armed_count is at least half of '
    .. 'security.inhouse_count" }' },
})

rows("arms.trained_count ", {
  { "is all of arms.armed_count", "covers all of arms.armed_count" },
  { "covers arms.armed_count", "covers all of arms.armed_count" },
})

rows("arms.used ", {
  { "= yes", "is yes" }, { "is true", "is yes" }, { "is false", "is no" },
  { "is not yes", ACCEPTED }, { "is not no", ACCEPTED }, { "yes", "is yes" },
  { "is", "is yes", "is no" }, { 'is "yes"', ACCEPTED }, { "IS yes", ACCEPTED },
  { "is Yes", "is yes" }, { "is exactly yes", "is yes" },
  { "must be yes", "is yes" }, { "isn't yes", "is not yes" },
  { "is not true", "is not yes" }, { "is yes.", "is yes" },
  { "is yes and conduct.monitoring is yes",
    'all { "arms.used is yes", "conduct.monitoring is yes" }' },
  { "is yes or conduct.monitoring = yes",
    'any { "arms.used is yes", "conduct.monitoring is yes" }' },
})
rows("", {
  { "arms used is yes", "arms.used is yes" },
  { "Arms.used is yes", "arms.used is yes" },
  { "arms.Used IS NO", "arms.used is no" },
  { "arms armed count is at least 3", "arms.armed_count is at least 3" },
  { "the arms.used is yes", "arms.used is yes" },
  { "not arms.used is yes", 'none { "arms.used is yes" }' },
  { "NOT arms.used is no", 'none { "arms.used is no" }' },
  { "arms.usedis yes", "arms.used is yes" },
  { "management.responsibility is senior management",
    "management.responsibility is senior" },
  { "facility.country is Ghana", "facility.country is GH" },
  { "facility.country is one of Ghana, Mali", "facility.country is GH or ML" },
  { "facility.country is neither Ghana nor Mali", "facility.country is not GH or ML" },
  { "facility.country is 'Burkina Faso'", "facility.country is BF" },
  { "facility.name is North pit", "facility.name is 'North pit'" },
  { "protect.theft is at least partial", ACCEPTED },
  { "protect.theft is partial or more", "protect.theft is at least partial" },
  { "protect.theft >= partial", "protect.theft is at least partial" },
  { "protect.theft is better than partial", "protect.theft is more than partial",
    "protect.theft is less than partial" },
  { "conduct.known_by_personnel is neither no nor mixed",
    "conduct.known_by_personnel is not no or mixed" },
  { "conduct.known_by_personnel is yes and mixed",
    "conduct.known_by_personnel is yes or mixed" },
})

rows(SET, {
  { "is empty", ACCEPTED }, { "is not empty", ACCEPTED },
  { "includes nothing", "is empty" }, { "includes none", "is empty" },
  { "has something", "is not empty" },
  { "are inhouse and private", "includes all of inhouse and private" },
  { "is inhouse", "includes inhouse" }, { "is not public", "does not include public" },
  { "does not include public", ACCEPTED },
  { "does not include private or public", ACCEPTED },
  { "does not include private and public", "includes none of private or public",
    'none { "conduct.applies_to includes all of private and public" }' },
  { "excludes public", "does not include public" },
  { "has no public", "does not include public" },
  { "includes neither private nor public", "includes none of private or public" },
  { "includes not public", "does not include public" },
  { "contains only inhouse", "includes only inhouse" },
  { "is limited to inhouse", "includes only inhouse" },
  { "includes only inhouse or private", ACCEPTED },
  { "includes only inhouse and private", "includes only inhouse or private",
    'all { "conduct.applies_to includes all of inhouse and private", '
    .. '"conduct.applies_to includes only inhouse or private" }' },
  { "includes all", "includes all of inhouse, private and public" },
  { "includes both inhouse and private", "includes all of inhouse and private" },
  { "includes either inhouse or private", "includes any of inhouse or private" },
  { "includes at least one of inhouse, private",
    "includes any of inhouse or private" },
  { "includes some of inhouse or private", "includes any of inhouse or private" },
  { "includes inhouse AND private", ACCEPTED },
  { "includes inhouse or private", "includes any of inhouse or private",
    "includes all of inhouse and private" },
  { "includes inhouse, private", "includes any of inhouse or private",
    "includes all of inhouse and private" },
  { "includes Inhouse", "includes inhouse" },
})

rows(DATE, {
  { "is not more than 12 months ago", "is within 12 months of today" },
  { "is less than 12 months ago", "is after 12 months before today" },
  { "is on or after 1/2/2013", "is on or after 2013-02-01",
    "is on or after 2013-01-02" },
  { "is on or after 28/2/2013", "is on or after 2013-02-28" },
  { "is before 1 March 2013", "is before 2013-03-01" },
  { "is after 2013", "is after 2013-12-31" },
  { "is before 2013", "is before 2013-01-01" },
  { "is before 2013-05", "is before 2013-05-01" },
  { "is in 2013", "is between 2013-01-01 and 2013-12-31" },
  { "is in May 2013", "is between 2013-05-01 and 2013-05-31" },
  { "is 2013", "is between 2013-01-01 and 2013-12-31" },
  { "is on 2013-05-01", ACCEPTED }, { "is 2013-05-01", "is on 2013-05-01" },
  { "is exactly today", "is on today" },
  { "is not 2013-05-01", 'none { "risk_assessment.date is on 2013-05-01" }' },
  { ">= 2013-05-01", "is on or after 2013-05-01" },
  { "is at least 2013-05-01", "is on or after 2013-05-01" },
  { "is more than public_security.last_rotation",
    "is after public_security.last_rotation" },
  { "is not before 2013-05-01", "is on or after 2013-05-01" },
  { "is not after today", "is on or before today" },
  { "is not older than 18 months", "is within 18 months of today" },
  { "is older than 18 months", "is before 18 months before today" },
  { "is newer than 18 months", "is after 18 months before today" },
  { "is more than 18 months ago", "is before 18 months before today" },
  { "is in the last 18 months", "is within 18 months of today" },
  { "is within 18 months", "is within 18 months of today" },
  { "is within 2 years of today", "is within 24 months of today" },
  { "is within 90 days of today", "is on or after 90 days before today" },
  { "is in the past", "is before today" },
  { "is 18 months after public_security.last_rotation",
    "is on or after 18 months after public_security.last_rotation",
    "is on or before 18 months after public_security.last_rotation",
    "is on 18 months after public_security.last_rotation" },
  { "is within 18 months of public_security.last_rotation", ACCEPTED },
  { "is at most 18 months after public_security.last_rotation",
    "is on or before 18 months after public_security.last_rotation",
    "is within 18 months after public_security.last_rotation" },
  { "is at least 30 days before today", "is on or before 30 days before today" },
  { "is at most 30 days before today", "is on or after 30 days before today" },
  { "is since 2013-01-01", "is on or after 2013-01-01" },
  { "is no later than 2013-01-01", "is on or before 2013-01-01" },
  { "is prior to today", "is before today" },
  { "is between 2013-01-01 and today", ACCEPTED },
  { "is from 2013-01-01 to today", "is between 2013-01-01 and today" },
  { "is before Today", ACCEPTED },
  { "is before Today.", "is before today" },
})

-- What word processors and other countries' keyboards put in.
rows(COUNT, {
  { "is more than 1 000", "is more than 1000" },
  { "is more than 1\u{A0}000", "is more than 1000" },
  { "is more than 1\u{202F}000", "is more than 1000" },
  { "is more than 1'000", "is more than 1000" },
  { "is more than 1\u{2019}000", "is more than 1000" },
  { "is more than 1,234,567", "is more than 1234567" },
  { "is more than 1.234.567", "is more than 1234567" },
  { "is at least 3,5", "is at least 3.5" },
  { "is 2\u{2013}5", "is between 2 and 5" },
  { "\u{2265} 3", "is at least 3" }, { "\u{2264} 3", "is at most 3" },
  { "\u{2260} 3", 'none { "arms.armed_count is exactly 3" }' },
})
rows("arms.used ", {
  { "is \u{201E}yes\u{201C}", "is yes" }, { "is \u{201C}yes\u{201D}", "is yes" },
  { "is \u{AB}yes\u{BB}", "is yes" }, { "isn\u{2019}t yes", "is not yes" },
  { "is\u{A0}yes", "is yes" },
})
rows("", {
  { "\u{201E}arms.used is yes\u{201C}", "arms.used is yes" },
  { "conduct.applies_to doesn\u{2019}t include public",
    "conduct.applies_to does not include public" },
})
rows(DATE, {
  { "is on or after 2013\u{2013}05\u{2013}01", "is on or after 2013-05-01" },
  { "is on or after 2013-5-1", "is on or after 2013-05-01" },
  { "is on or after 2013/05/01", "is on or after 2013-05-01" },
  { "is not later than 31.12.2013", "is on or before 2013-12-31" },
})

-- Verbs and fillers; comparators behind their number; joiners; two conditions in one.
rows(COUNT, {
  { "has been at least 3", "is at least 3" }, { "has to be at least 3", "is at least 3" },
  { "needs to be at least 3", "is at least 3" }, { "must not exceed 3", "is at most 3" },
  { "is >= 3", "is at least 3" }, { "is > 3", "is more than 3" },
  { "is \u{2265} 3", "is at least 3" },
  { "is \u{2260} 3", 'none { "arms.armed_count is exactly 3" }' },
  { "is at the most 3", "is at most 3" }, { "is 3 at most", "is at most 3" },
  { "is 3 at least", "is at least 3" }, { "is 3+", "is at least 3" },
  { "is positive", "is more than 0" }, { "is in excess of 3", "is more than 3" },
  { "is atleast 3", "is at least 3" }, { "is at-least 3", "is at least 3" },
  { "is neither 2 nor 3", 'none { "arms.armed_count is exactly 2", '
    .. '"arms.armed_count is exactly 3" }' },
  { "is not 2 or 3", 'none { "arms.armed_count is exactly 2", '
    .. '"arms.armed_count is exactly 3" }' },
  { "is 2, 3 or four", 'any { "arms.armed_count is exactly 2", '
    .. '"arms.armed_count is exactly 3", "arms.armed_count is exactly 4" }' },
  { "is not equal to arms.trained_count",
    'none { "arms.armed_count is exactly arms.trained_count" }' },
  { "differs from arms.trained_count",
    'none { "arms.armed_count is exactly arms.trained_count" }' },
  { "is more than 3 but less than 6", 'all { "arms.armed_count is more than 3", '
    .. '"arms.armed_count is less than 6" }' },
  { "> 3 and < 6", 'all { "arms.armed_count is more than 3", '
    .. '"arms.armed_count is less than 6" }' },
  { "is at least two thirds of security.inhouse_count", 'compute { facts = { '
    .. '"arms.armed_count", "security.inhouse_count" }, function(part, whole) return '
    .. '3 * part >= 2 * whole end, says = "arms.armed_count is at least two thirds of '
    .. 'security.inhouse_count" }' },
})

local BOTH <const> = '{ "arms.used is yes", "conduct.monitoring is yes" }'
rows("", {
  { "arms.used has been yes", "arms.used is yes" },
  { "arms.used is set to yes", "arms.used is yes" },
  { "arms.used is yes!", "arms.used is yes" },
  { "arms.used is yes and/or conduct.monitoring is yes", "any " .. BOTH },
  { "arms.used is yes; conduct.monitoring is yes", "all " .. BOTH },
  { "arms.used is yes & conduct.monitoring is yes", "all " .. BOTH },
  { "arms.used is yes as well as conduct.monitoring is yes", "all " .. BOTH },
  { "neither arms.used is yes nor conduct.monitoring is yes", "none " .. BOTH },
  { "neither arms.used nor conduct.monitoring is yes", "none " .. BOTH },
  { "arms.used and conduct.monitoring are yes", "all " .. BOTH },
  { "arms.used or conduct.monitoring is yes", "any " .. BOTH },
  { "arms.used is yes if conduct.monitoring is yes",
    'when "conduct.monitoring is yes" { "arms.used is yes" }' },
  { "if conduct.monitoring is yes then arms.used is yes",
    'when "conduct.monitoring is yes" { "arms.used is yes" }' },
  { "arms.used is yes unless conduct.monitoring is yes", "any " .. BOTH,
    'when(none { "conduct.monitoring is yes" }) { "arms.used is yes" }' },
  { "arms.used is yes and conduct.monitoring is yes and arms.armed_count is 3",
    'all { "arms.used is yes", "conduct.monitoring is yes", '
    .. '"arms.armed_count is exactly 3" }' },
  { "conduct.known_by_personnel has been no", "conduct.known_by_personnel is no" },
  { "conduct.known_by_personnel is not either no or mixed",
    "conduct.known_by_personnel is not no or mixed" },
  { "conduct.known_by_personnel is one of: no, mixed",
    "conduct.known_by_personnel is no or mixed" },
  { "conduct.known_by_personnel is no and/or mixed",
    "conduct.known_by_personnel is no or mixed" },
  { "conduct.known_by_personnel is no/mixed",
    "conduct.known_by_personnel is no or mixed" },
  { "conduct.known_by_personnel is not no and not mixed",
    "conduct.known_by_personnel is not no or mixed" },
  { "protect.theft is partial or better", "protect.theft is at least partial",
    "protect.theft is at most partial" },
})

rows(SET, {
  { "includes inhouse and/or private", "includes any of inhouse or private" },
  { "includes inhouse or private or both", "includes any of inhouse or private" },
  { "includes inhouse/private", "includes any of inhouse or private",
    "includes all of inhouse and private" },
  { "includes inhouse & private", "includes all of inhouse and private" },
  { "includes inhouse as well as private", "includes all of inhouse and private" },
  { "covers inhouse and private", "includes all of inhouse and private" },
  { "includes one or more of inhouse, private", "includes any of inhouse or private" },
  { "includes exclusively inhouse", "includes only inhouse" },
  { "never includes public", "does not include public" },
  { "must not include public", "does not include public" },
  { "does not include either private or public",
    "includes none of private or public" },
  { "does not include both private and public",
    'none { "conduct.applies_to includes all of private and public" }' },
  { "includes inhouse but not public", 'all { "conduct.applies_to includes inhouse", '
    .. '"conduct.applies_to does not include public" }' },
  { "includes exactly inhouse and private", 'all { "conduct.applies_to includes all '
    .. 'of inhouse and private", "conduct.applies_to includes only inhouse or private" }' },
  { "includes everything but public", 'all { "conduct.applies_to includes all of '
    .. 'inhouse and private", "conduct.applies_to does not include public" }' },
})

rows(DATE, {
  { "has been within the last 12 months", "is within 12 months of today" },
  { "is within the past year", "is within 12 months of today" },
  { "is between 1.1.2013 and 31.12.2013", "is between 2013-01-01 and 2013-12-31" },
  { "is not in the future", "is on or before today" },
  { "is not in the past", "is on or after today" },
  { "is in the next 30 days", "is between today and 30 days after today" },
  { "has passed", "is before today" }, { "has not passed", "is on or after today" },
  { "is during 2013", "is between 2013-01-01 and 2013-12-31" },
  { "falls in 2013", "is between 2013-01-01 and 2013-12-31" },
  { "is after the risk_assessment.last_trigger",
    "is after risk_assessment.last_trigger" },
})

-- ---- lint ------------------------------------------------------------------

local files
local function lint(conditions)
  if not files then
    files = {}
    for _, file in ipairs(support.builtin_files()) do
      if file.path:find "^vocabulary/" or file.path:find "^[%w]+%.lua$"
        or file.path == "provisions/11.1.lua" then
        files[#files + 1] = file
      end
    end
    files[#files + 1] = { path = "own.lua" }
  end
  local text = {}
  for i, condition in ipairs(conditions) do
    text[i] = ('check "11.1.%d" { title = "T", points = { "P11.1-01" }, ask = "Ask.", '
      .. 'remedy = "Mend it.", expect = all { %s, otherwise = "X is so." } }')
      :format(900 + i, condition)
  end
  files[#files].text = table.concat(text, "\n")
  local told = {}
  local runtime = assert(support.open_files(files, { tolerant = true }))
  for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
    if d.file == "own.lua" and not d.code:find "^L04" then
      told[d.line] = told[d.line] or {}
      table.insert(told[d.line], d)
    end
  end
  return told
end

describe("the wording", function()
  local typed, cures = {}, {}
  for i, row in ipairs(ROWS) do
    typed[i] = ("%q"):format(row.typed)
    for _, cure in ipairs(row) do cures[#cures + 1] = cure end
  end
  local told = lint(typed)
  for i, row in ipairs(ROWS) do
    it(row.typed, function()
      local found = told[i] or {}
      assert.equal(row.accepted and 0 or 1, #found)
      assert.same(row.accepted and {} or { table.unpack(row) },
        found[1] and offered(found[1].cure) or {})
    end)
  end

  it("is healed by each cure", function()
    for line, found in pairs(lint(cures)) do
      assert.equal("", cures[line] .. ": " .. found[1].message)
    end
  end)

  it("comes in many kinds", function() assert.truthy(#ROWS >= 230, #ROWS) end)
end)
