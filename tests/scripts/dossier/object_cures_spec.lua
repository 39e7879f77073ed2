-- What is written as an object with keys of its own, as a state that is none, or by
-- number, is told once, and what is offered in its place is taken and means the same.
local dates = require "base.dates"
local dossier = require "dossier"
local meant = require "support.meant"
local support = require "support.host"

local runtime = support.open_builtin()

local DOSSIER <const> = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
  .. '"facilities":[{"id":"f","%s":{"%s":%s}}]}'
local LATE <const> = dates.parse "2190-01-01"

local function holding(path, said)
  local group, key = path:match "^(.-)%.(.+)$"
  return DOSSIER:format(group, key, said)
end

local function errors(path, said)
  local found = {}
  for _, one in ipairs(support.decode(assert(runtime.validate(holding(path, said), {})))
    .problems) do
    if one.kind == "error" then found[#found + 1] = one.message end
  end
  return found
end

local function meaning(path, said)
  local root, _, empties = support.json.read(holding(path, said), 64)
  local r = dossier.read(root, runtime.model(), empties, support.host, LATE)
  return meant.said(r.facilities.items[1][path], LATE,
    support.decode('{"it":' .. said .. "}").it)
end

local COUNT <const>, DATE <const> = "security.inhouse_count", "risk_assessment.date"
local SET <const>, CHOICE <const> = "risk_assessment.perspectives",
  "management.responsibility"
local FLAG <const>, MONTHS <const> = "arms.used", "risk_assessment.own_interval"

-- { fact, what is written, how the one message ends, what is then in the dossier, and
-- what that means }, worked out by hand.
local WHOLE <const> = " in place of {...}"
local CASES <const> = {
  { COUNT, '{"min":3,"max":5}', '{"at_least":3,"at_most":5}' .. WHOLE,
    '{"at_least":3,"at_most":5}', "3..5" },
  { COUNT, '{"from":3,"to":5,"note":"x"}', '"at_least":3,"at_most":5 in place of "from", '
    .. '"to"', '{"at_least":3,"at_most":5,"note":"x"}', "3..5" },
  { COUNT, '{"lower":3,"upper":"five"}', '{"at_least":3,"at_most":5}' .. WHOLE,
    '{"at_least":3,"at_most":5}', "3..5" },
  { COUNT, '{"value":{"min":3,"max":5}}', '"at_least":3,"at_most":5 in place of "value"',
    '{"at_least":3,"at_most":5}', "3..5" },
  { COUNT, '{"amount":12,"unit":"persons"}', "12" .. WHOLE, "12", "12" },
  { COUNT, '{"answer":12,"comment":"ok"}', '{"note":"ok","value":12}' .. WHOLE,
    '{"note":"ok","value":12}', "12" },
  { COUNT, '"12 FTE"', '{"at_least":12,"note":"12 FTE"}',
    '{"at_least":12,"note":"12 FTE"}', "12.." },
  { COUNT, '"12.5 FTEs"', '{"at_least":13,"note":"12.5 FTEs"}',
    '{"at_least":13,"note":"12.5 FTEs"}', "13.." },
  { COUNT, "12.5", 'for example {"at_least":12,"at_most":13}',
    '{"at_least":12,"at_most":13}', "12..13" },
  { COUNT, '"confidential"', '{"state":"withheld","withheld_reason":"confidential"}',
    '{"state":"withheld","withheld_reason":"confidential"}', "withheld" },
  { COUNT, '{"state":"refused"}', '"state":"withheld","withheld_reason":"the reason, in '
    .. 'words" in place of "state"',
    '{"state":"withheld","withheld_reason":"the reason, in words"}', "withheld" },
  { COUNT, '{"state":"Declined","why":"the law"}', '"state":"withheld","withheld_reason":'
    .. '"the law" in place of "state"',
    '{"state":"withheld","withheld_reason":"the law","why":"the law"}', "withheld" },
  { COUNT, '{"state":"N/A"}', '"state":"unknown" in place of "state"',
    '{"state":"unknown"}', "unknown" },
  { "inhouse_security.equivalent", '{"state":"N/A","why":"none here"}', '"na_reason":'
    .. '"none here","state":"not_applicable" in place of "state"',
    '{"na_reason":"none here","state":"not_applicable"}', "not applicable" },
  { COUNT, '{"state":"disputed"}', '"state":"conflicting" in place of "state"',
    '{"state":"conflicting"}', "conflicting" },
  { COUNT, '{"state":"confirmed","value":3}', '"state":"known" in place of "state"',
    '{"state":"known","value":3}', "3" },
  { FLAG, '{"state":"no"}', '"value":false in place of "state"', '{"value":false}',
    "false" },
  { FLAG, '{"yes":true}', "true" .. WHOLE, "true", "true" },
  { FLAG, '{"answer":"no"}', "false" .. WHOLE, "false", "false" },
  { DATE, '{"year":2013}', '"2013"' .. WHOLE, '"2013"', "2013-01-01..2013-12-31" },
  { DATE, '{"year":"2013","month":"March"}', '"2013-03"' .. WHOLE, '"2013-03"',
    "2013-03-01..2013-03-31" },
  { DATE, '{"day":4,"month":3,"year":2013,"note":"x"}', '"value":"2013-03-04" in place of '
    .. '"day", "month", "year"', '{"value":"2013-03-04","note":"x"}', "2013-03-04" },
  { DATE, "41520", 'if that is the number of a day in a spreadsheet, write "2013-09-03"',
    '"2013-09-03"', "2013-09-03" },
  { DATE, '"41520"', 'in a spreadsheet, write "2013-09-03"', '"2013-09-03"',
    "2013-09-03" },
  { DATE, "1379203200", 'the seconds since 1970, write "2013-09-15"', '"2013-09-15"',
    "2013-09-15" },
  { CHOICE, '{"senior":true,"below":false}', '"senior"' .. WHOLE, '"senior"', "senior" },
  { SET, '{"civil":true,"social":false}', '["civil"] or {"includes":["civil"]}',
    '["civil"]', "civil" },
  { SET, '{"value":{"civil":"yes"}}', '["civil"] or "includes":["civil"] in place of '
    .. '"value"', '{"includes":["civil"]}', "has civil" },
  { MONTHS, '{"value":2,"unit":"years"}', 'write "value":24 in place of "unit", "value"',
    '{"value":24}', "24" },
}

describe("what is written in other keys", function()
  for _, case in ipairs(CASES) do
    local path, written, ending, instead, means = table.unpack(case)
    it(("%s: %s"):format(path, written), function()
      local found = errors(path, written)
      assert.equal(1, #found, table.concat(found, "\n"))
      assert.equal(ending, found[1]:sub(-#ending))
      assert.same({}, errors(path, instead))
      assert.equal(means, meaning(path, instead))
    end)
  end
end)
