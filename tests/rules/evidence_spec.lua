-- Nothing is said beyond the evidence, by the rules as they are: what lifts a
-- basis, what counts as assessed, what the report says beside a rating.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array, says = support.json.array, edge_case.says

local HANDBOOK <const> = { id = "H", kind = "document", title = "Handbook",
  date = "2013-01-01", collected_by = "member" }
local TALKS <const> = { id = "T", kind = "interview", title = "Talks at the gate",
  date = "2013-11-20", collected_by = "auditor" }

local function shop(more)
  local facility = { id = "shop", kind = array { "retail" },
    handles_jewellery_products = true, security = { inhouse_used = true,
      private_used = false, public_engaged = false } }
  for key, value in pairs(more) do facility[key] = value end
  return facility
end

local function report_on(facilities, evidence)
  return assert(support.evaluate(runtime, { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = { id = "M", has_mining_facilities = true,
      provides_secure_transport = false },
    evidence = array(evidence or { HANDBOOK, TALKS }),
    facilities = { complete = true, items = array(facilities) } }))
end

local function respect(evidence, more)
  return report_on({ shop { conduct = { respect_in_practice = { value = "yes",
    evidence = array(evidence) }, founded_allegations = { value = 0,
    evidence = array(evidence) }, grave_undecided = { value = 0,
    evidence = array(evidence) } }, public_security = { grave_undecided = {
    value = 0, evidence = array(evidence) } } } }, more)
end

describe("practice", function()
  local KEY <const> = "fact:shop/conduct.respect_in_practice"
  it("is said, documented or verified in the rule's own words", function()
    local words <const> = "Security personnel respect people's rights and dignity; "
      .. "founded allegations against in-house or private personnel: 0; grave ones not "
      .. "decided: 0."
    for ids, voice in pairs { [""] = "As stated: ", H = "As stated: ",
      T = "Auditor-verified: " } do
      local report = respect(ids ~= "" and { ids } or {})
      assert.equal(voice .. words, support.result(report, "11.2.1").reason)
    end
    local own = support.copy(TALKS)
    own.collected_by = "member"
    assert.equal("As documented: " .. words, support.result(respect({ "T" },
      { own }), "11.2.1").reason)
  end)
  it("on a handbook stays stated, and the report asks for what shows it",
    function()
      local prompt = edge_case.prompt(respect { "H" }, KEY)
      says(prompt.text, "interview or observation")
      assert.is_nil(edge_case.prompt(respect { "T" }, KEY))
    end)
  it("is what these facts ask for", function()
    local facts = support.decode(assert(runtime.describe "facts"))
    local found = {}
    for _, fact in ipairs(facts.facts) do
      assert.is_true(#fact.shown_by > 0)
      if not table.concat(fact.shown_by, " "):find "document" then
        found[#found + 1] = fact.fact
      end
    end
    table.sort(found)
    assert.same({ "conduct.known_by_inhouse", "conduct.known_by_personnel",
      "conduct.known_by_private", "conduct.known_by_public",
      "conduct.respect_by_inhouse", "conduct.respect_by_private",
      "conduct.respect_by_public", "conduct.respect_in_practice",
      "guards.discipline_employees", "people_first.in_practice",
      "theft_detection.alarm_answered", "vpshr.inhouse_practice",
      "vpshr.private_practice" }, found)
  end)
end)

describe("a facility", function()
  local function assessed(facility)
    return report_on({ facility }).facilities[1].assessed
  end
  it("is not assessed by answers on its scope", function()
    assert.is_false(assessed { id = "f", kind = array { "mine" } })
    assert.is_false(assessed { id = "f", kind = array { "retail" },
      country = "GB", handles_jewellery_products = true, ships_product = false })
    assert.is_false(assessed(shop {}))
  end)
  it("is assessed where each provision that may apply has a check that is settled",
    function()
      local conduct = { policy_written = true }
      assert.is_false(assessed(shop { conduct = conduct }))
      assert.is_true(assessed(shop { conduct = conduct,
        risk_assessment = { exists = true } }))
    end)
  it("is assessed where no provision applies", function()
    assert.is_true(assessed { id = "f", kind = array { "office" },
      handles_jewellery_products = false, security = { inhouse_used = false,
        private_used = false, public_engaged = false } })
  end)
  it("that is not assessed has a row for each check, and asks its gates first",
    function()
      local report = report_on { { id = "f", kind = array { "retail" } } }
      local rows = 0
      for _, result in ipairs(report.results) do
        if result.facility == "f" then rows = rows + 1 end
      end
      assert.equal(report.facilities[1].completeness.unknown
        + report.facilities[1].completeness.not_applicable, rows)
      assert.equal("facility.handles_jewellery_products", report.missing[1].fact)
      assert.equal("security.present", report.missing[2].fact)
      assert.is_nil(report.member.rating_of_assessed)
    end)
  it("says why it was not assessed, and is noted where it was", function()
    local why = { id = "f", not_assessed_why = "refused" }
    local facility = report_on({ why }).facilities[1]
    assert.equal("access was refused", facility.not_assessed_why)
    local report = report_on { shop { not_assessed_why = "closed",
      conduct = { policy_written = true }, risk_assessment = { exists = true } } }
    assert.is_nil(report.facilities[1].not_assessed_why)
    assert.equal("/facilities/items/0/not_assessed_why",
      report.problems[1].pointer)
  end)
end)

describe("beside a rating", function()
  it("stands how much is stated, whatever one handbook shows", function()
    local facility = shop { conduct = { policy_written = { value = true,
      evidence = array { "H" } }, monitoring = true },
      risk_assessment = { exists = true, date = "2009" } }
    local report = report_on { facility }
    assert.same({ stated = 2, evidenced = 1, auditor_verified = 0 },
      report.member.support)
    assert.same({ stated = 1, evidenced = 0, auditor_verified = 0 },
      report.provisions[1].support)
  end)
  it("stand the checks that keep it down while others are open", function()
    local report = report_on { shop { conduct = { policy_written = false } } }
    assert.equal("not-determined", report.provisions[2].rating)
    assert.same({ "11.2.5" }, report.provisions[2].lowered_by)
    assert.same({ "11.2.5" }, report.member.lowered_by)
    assert.is_nil(report.provisions[1].lowered_by)
  end)
  it("they stand in every form", function()
    local _, text = report_on { shop { conduct = { policy_written = false } } }
    local words <const> = "no better because of 11%.2%.5"
    for _, form in ipairs { "text", "html", "csv" } do
      local page = runtime.render(text, form):gsub("</?[a-z][^>]*>", " ")
        :gsub("%s+", " ")
      local count = select(2, page:gsub(form == "html" and " Because 11%.2%.5 " or words, ""))
      assert.is_true(count >= 1, form) -- of the Member
      assert.is_true(count + select(2, page:gsub(words, "")) >= 2, form) -- the provision
    end
  end)
end)

describe("a risk assessment", function()
  local function mine(date, trigger)
    local report = report_on { { id = "mine", kind = array { "mine" },
      handles_jewellery_products = true, risk_assessment = { exists = true,
        date = date, last_trigger = trigger } } }
    return report, support.result(report, "11.1.1").reason
  end
  it("is said with its date, exact or not", function()
    says(select(2, mine "1990-01-01"), "1990-01-01")
    says(select(2, mine "1990"), "1990")
  end)
  it("says of a date that stands on less whose word it is", function()
    local report = report_on({ { id = "mine", kind = array { "mine" },
      handles_jewellery_products = true, risk_assessment = { date = "2012-02-01",
        exists = { value = true, evidence = array { "H" } } } } })
    local result = support.result(report, "11.1.1")
    assert.equal("evidenced", result.basis)
    says(result.reason, "As documented: ")
    says(result.reason, "2012-02-01, as stated; own rule: not known; last change or attack: "
      .. "not known.")
  end)
  it("is printed with the last change or attack", function()
    says(select(2, mine("2012-02-01", "2012-08-16")),
      "last change or attack: 2012-08-16")
  end)
  it("is doubted after an attack, though its date may lie behind it", function()
    says(edge_case.prompt(mine("2012-02-01", "2012-08-16"), "11.1.9/advice-1").text,
      "after the risk assessment")
    says(edge_case.prompt(mine("2012", "2012-08-16"), "11.1.9/advice-1").text,
      "Whether it is so is open")
    assert.is_nil(edge_case.prompt(mine("2013", "2012-08-16"), "11.1.9/advice-1"))
  end)
end)

describe("what the law asks", function()
  local function settled_on(kind)
    local report = report_on({ { id = "works", kind = array { "refinery" },
      handles_jewellery_products = true, security = { private_used = true },
      arms = { used = { value = true, evidence = array { "L" } },
        licence_required_by_law = { value = false, why = "None for canes.",
          evidence = array { "L" } } } } },
      { { id = "L", kind = kind, title = "On canes", date = "2013-10-01",
        collected_by = "auditor" } })
    return support.result(report, "11.2.14").basis
  end
  it("is not shown by what somebody says of it", function()
    assert.equal("stated", settled_on "interview" or "stated")
    assert.not_equal("stated", settled_on "document" or "stated")
  end)
end)
