-- The shapes in which real documents give facts.  A dossier can say each of them
-- honestly: nothing here becomes more than was written.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local outcome = edge_case.outcome

local EVIDENCE <const> = {
  { id = "D", kind = "document", title = "T", date = "2013-03-01", collected_by = "member" },
  { id = "OUT", kind = "document", title = "T", date = "2013-09-01",
    collected_by = "third-party" },
  { id = "INQ", kind = "document", title = "Report of a public inquiry",
    date = "2013-09-01", collected_by = "third-party" },
}

-- A guarded mine with an alluvial community beside it, and `here`.
local function report_on(here, more)
  here.id, here.kind = "here", array { "mine" }
  here.security = here.security or { inhouse_used = true, private_used = true,
    public_engaged = false, inhouse_count = 50, private_count = 50 }
  here.handles_jewellery_products = true
  local dossier = { format = "cop11.dossier/1", evidence = array(EVIDENCE),
    assessment = { date = "2013-11-30", kind = "certification" },
    member = { id = "M-1", has_mining_facilities = true },
    facilities = { complete = true, items = array { here } } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  local report, problem = support.evaluate(runtime, dossier)
  return assert(report, problem and problem.message)
end

local function range(report, check)
  return table.concat(support.result(report, check).range, " ")
end

local function fact_in(report, check, name)
  for _, fact in ipairs(support.result(report, check).facts) do
    if fact.fact == name then return fact end
  end
end

local function prompt(report, id) return edge_case.prompt(report, id) ~= nil end

local OPEN <const> = "insufficient-evidence"

-- { what a document says, how a dossier says it, what follows }
local shapes = {}

shapes[1] = { "a plain \"all\", or a share, without head-counts", function()
  local report = report_on { vpshr = { trained_private = { share = "all" },
    trained_inhouse = { percent = 90 } } }
  assert.equal("conformance", outcome(report, "11.3.2"))
  assert.same({ share = "all" },
    fact_in(report, "11.3.2", "vpshr.trained_private").value)
  assert.equal("minor-nonconformance", outcome(report, "11.3.1"))
  local uncounted = report_on { vpshr = { trained_private = { share = "all" } },
    security = { private_used = true } }
  assert.is_nil(support.result(uncounted, "11.3.2").reason:find "%d")
end }

shapes[2] = { "one number over several groups", function()
  -- 84 of 100 over both: at most 84 in either, and in neither known.
  local report = report_on { vpshr = { trained_inhouse = { at_most = 84 },
    trained_private = { at_most = 84, note = "84 of 100 in both groups" } } }
  assert.equal(OPEN, outcome(report, "11.3.1"))
  assert.equal("conformance minor-nonconformance major-nonconformance",
    range(report, "11.3.2"))
end }

shapes[3] = { "a bound: at least, more than, up to", function()
  local report = report_on { arms = { used = true, armed_count = 3,
    licence_required_by_law = true, licensed_count = { at_most = 2 } },
    force = { excessive_confirmed = { at_least = 1 } } }
  assert.equal("minor-nonconformance major-nonconformance",
    range(report, "11.2.14"))
  assert.is_true(prompt(report, "11.2.4/past-excess"))
end }

shapes[4] = { "a date known to the month or the year", function()
  local function consulted(day)
    return outcome(report_on { community = { present = true },
      consultation = { appropriate_with = array { "communities" },
        own_interval = 12, communities_last = day } }, "11.1.27")
  end
  assert.equal("conformance", consulted "2013-02")
  assert.equal(OPEN, consulted "2012")
  assert.equal("observation", consulted "2011")
end }

shapes[5] = { "the end of an arrangement with public forces, one a force",
  function()
    local function force(name, ends)
      return { name = name, kind = "public", arrangement = { ends = ends,
        follows_vpshr = name == "Police" } }
    end
    local report = report_on { providers = { complete = true, items = array {
      force("Police", "2014-06-30"), force("Garrison", "2013-06-30") } },
      security = { inhouse_used = false, private_used = false,
        public_engaged = true } }
    assert.is_true(prompt(report, "11.3.15/advice-1"))
    local result = support.result(report, "11.3.15")
    assert.truthy(result.reason:find("Garrison", 1, true), result.reason)
    assert.is_nil(result.reason:find("Police", 1, true))
  end }

shapes[6] = { "\"some form of training\", of which the subject is not told",
  function()
    local report = report_on { asm = { present = "nearby" },
      vpshr = { private_subjects = { state = "unknown",
        why = "some form of training" } } }
    assert.equal(OPEN, outcome(report, "11.3.7"))
    assert.equal(OPEN, outcome(report, "11.3.2"))
    local told = report_on { asm = { present = "nearby" },
      vpshr = { private_subjects = "none" } }
    assert.equal("minor-nonconformance", outcome(told, "11.3.7"))
  end }

shapes[7] = { "whose rule a threshold is", function()
  for _, whose in ipairs { "member", "law", "contract", "other" } do
    local report = report_on { community = { present = true },
      consultation = { appropriate_with = array { "communities" },
        own_interval = { value = 6, set_by = whose },
        communities_last = "2013-10-01" } }
    assert.equal(whose,
      fact_in(report, "11.1.27", "consultation.own_interval").set_by)
  end
  local report = report_on {}
  assert.truthy(#report.parameters > 0)
  for _, one in ipairs(report.parameters) do assert.truthy(one.source) end
end }

shapes[8] = { "what the Member says beside what an outsider says against it",
  function()
    local said = { conduct = { respect_in_practice = { value = "yes",
      evidence = array { "D", { id = "OUT", supports = "against" } } } } }
    local report = report_on(said)
    assert.equal(OPEN, outcome(report, "11.2.1"))
    assert.equal("conflicting",
      fact_in(report, "11.2.1", "conduct.respect_in_practice").state)
    -- Where the Member is silent the allegation is on the list; its truth is not
    -- assessed.
    report = report_on { allegations = { items = array { { id = "A-1",
      against = "private", status = "open" } } } }
    assert.equal(OPEN, outcome(report, "11.2.1"))
  end }

shapes[9] = { "a finding by a public inquiry, or acknowledged", function()
  local report = report_on { conduct = { respect_in_practice = { value = "no",
    evidence = array { "INQ" } } } }
  assert.equal("major-nonconformance", outcome(report, "11.2.1"))
  assert.equal("evidenced", support.result(report, "11.2.1").basis)
end }

shapes[10] = { "an incident log that may have gaps, and evidence made too soon",
  function()
    local log = { items = array { { id = "1", force_excessive = false } },
      note = "pages are missing" }
    local report = report_on { incidents = log,
      force = { policy_min_proportionate = true } }
    assert.equal(OPEN, outcome(report, "11.2.4"))
    report = report_on { community = { present = true }, consultation = {
      appropriate_with = array { "communities" }, own_interval = 12,
      communities_last = { value = "2013-08-01", evidence = array { "D" } } } }
    assert.equal("stated", support.result(report, "11.1.27").basis)
    assert.equal("note", report.problems[1].kind)
  end }

shapes[11] = { "who is protected equally, and who imposes discipline", function()
  local report = report_on { people_first = { groups = { includes = array {
    "employees", "visitors" } } }, guards = { discipline_employees = true } }
  assert.equal(OPEN, outcome(report, "11.1.22"))
  assert.equal("observation", outcome(report, "11.2.15"))
  report = report_on { people_first = { groups = array { "employees",
    "visitors" } } }
  assert.equal("minor-nonconformance", outcome(report, "11.1.22"))
end }

shapes[12] = { "the answer to an alarm, apart from its detection", function()
  local report = report_on { theft_detection = { appropriate = true,
    speed = "fast", alarm_answered = false } }
  assert.equal("conformance", outcome(report, "11.1.24"))
  assert.is_true(prompt(report, "11.1.24/advice-1"))
end }

shapes[13] = { "ratings of other schemes: context, never a fact", function()
  local plain = report_on { force = { excessive_confirmed = 0 } }
  local report = report_on({ force = { excessive_confirmed = 0 },
    ["x-other-scheme"] = { rating = "fully compliant" } },
    { ["x-notes"] = "named as dangerous in a report" })
  assert.same(plain.results, report.results)
  assert.same(plain.member, report.member)
end }

describe("the shape", function()
  for number, shape in ipairs(shapes) do
    it(("%d, %s, can be said"):format(number, shape[1]), shape[2])
  end
  it("is one of thirteen", function() assert.equal(13, #shapes) end)
end)
