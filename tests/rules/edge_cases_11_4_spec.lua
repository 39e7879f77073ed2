-- Edge cases of 11.4, by the numbers of the domain's table.  Where the design
-- decides otherwise than the table, a comment says so.
local edge_case = require "support.edge_case"
local support = require "support.host"

local array = support.json.array
local judged, prompt, says = edge_case.judged, edge_case.prompt, edge_case.says
local literal = support.open_builtin()

-- The same pack with the other reading.
local function other_reading()
  local files = support.builtin_files()
  for _, file in ipairs(files) do
    local text, count = file.text:gsub('value  = "literal"',
      'value  = "successor"')
    if count == 1 then
      file.text = text
      return files
    end
  end
  error "no file of the pack sets the reading"
end

local successor = assert(support.open_files(other_reading(),
  { name = "cop11-2013" }))

-- A Member that carries valuables for others; nothing else is known of it.
local function carrier(more)
  local member = { id = "M-1", provides_secure_transport = true }
  for key, value in pairs(more or {}) do member[key] = value end
  return member
end

local function assess(runtime, member, more)
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = member, facilities = { complete = true, items = array {
      { id = "depot", kind = array { "transport" } } } } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  local report, problem = support.evaluate(runtime, dossier)
  assert(report, not report and problem.message)
  return report, problem -- the second is the report as text
end

local function result(report) return support.result(report, "11.4.1") end

local function provision_at(place, id)
  for _, one in ipairs(place.provisions) do
    if one.provision == id then return one end
  end
end

describe("where 11.4 applies", function()
  it("edge case 32: once, to the Member, and at no facility", function()
    local report = assess(literal, carrier { icoc = { signatory = "none" } }, {
      facilities = { complete = true, items = array {
        { id = "depot", kind = array { "transport" },
          handles_jewellery_products = true },
        { id = "shop", kind = array { "retail" },
          handles_jewellery_products = true } } } })
    local count = 0
    for _, one in ipairs(report.results) do
      if one.provision == "11.4" or one.check == "11.4.1" then
        count = count + 1
        assert.is_nil(one.facility)
      end
    end
    assert.equal(1, count)
    assert.equal("major-nonconformance", provision_at(report, "11.4").rating)
    for _, facility in ipairs(report.facilities) do
      assert.is_nil(provision_at(facility, "11.4"))
    end
  end)

  it("edge case 33: not to a Member that moves only goods of its "
    .. "own", function()
    local report = assess(literal, { id = "M-1",
      provides_secure_transport = false }, { facilities = { complete = true,
      items = array { { id = "depot", kind = array { "transport" },
        handles_jewellery_products = true, ships_product = true,
        shipping = { own_carriage = true, carrier_used = false },
        protect = { own_shipments = "none" } } } } })
    assert.equal("not-applicable", result(report).outcome)
    says(result(report).reason, "Moving its own goods")
    -- What it carries is protected all the same, or not.
    assert.equal("major-nonconformance",
      support.result(report, "11.1.17").outcome)
    says(prompt(report, "11.4.1/advice-3").text, "only goods of its own")
  end)

  it("edge case 34: not to one that hires a carrier, signatory or "
    .. "not", function()
    local report = assess(literal, { id = "M-1",
      provides_secure_transport = false }, { facilities = { complete = true,
      items = array { { id = "shop", kind = array { "retail" },
        handles_jewellery_products = true, ships_product = true,
        shipping = { own_carriage = false, carrier_used = true },
        protect = { carrier_shipments = "adequate" } } } } })
    assert.equal("not-applicable", result(report).outcome)
    says(result(report).reason, "hiring a carrier")
    assert.equal("conformance", support.result(report, "11.1.18").outcome)
    assert.is_nil(prompt(report, "11.4.1/advice-3"))
  end)

  it("is open where the Member's business is not known", function()
    assert.equal("insufficient-evidence",
      result(assess(literal, { id = "M-1" })).outcome)
  end)
end)

describe("edge case 35: a company of the group signed", function()
  local facts = carrier { icoc = { signatory = "group_company" },
    icoca = { membership = "none" } }

  for name, runtime in pairs { literal = literal, successor = successor } do
    it("only the auditor may decide, read as " .. name, function()
      local report = assess(runtime, facts)
      assert.equal("insufficient-evidence", result(report).outcome)
      assert.same({ "conformance", "minor-nonconformance" },
        result(report).range)
      assert.equal("deciding", prompt(report, "11.4.1/signing-entity").kind)
      assert.equal("conformance", result(assess(runtime, facts,
        judged("11.4.1/signing-entity", "yes"))).outcome)
      assert.equal("minor-nonconformance", result(assess(runtime, facts,
        judged("11.4.1/signing-entity", "no"))).outcome)
    end)
  end

  it("or is the member of the association", function()
    local joined = carrier { icoc = { signatory = "none" },
      icoca = { membership = "certified", held_by = "group_company",
        in_force = true } }
    local report = assess(successor, joined)
    assert.equal("insufficient-evidence", result(report).outcome)
    assert.equal("deciding", prompt(report, "11.4.1/member-entity").kind)
    assert.equal("conformance", result(assess(successor, joined,
      judged("11.4.1/member-entity", "yes"))).outcome)
  end)
end)

describe("the two readings", function()
  local joined = carrier { icoc = { signatory = "none" },
    icoca = { membership = "member", held_by = "member", in_force = true } }

  it("edge case 36: a member of the association that never signed", function()
    local report = assess(literal, joined)
    assert.equal("major-nonconformance", result(report).outcome)
    assert.same({ literal = "major-nonconformance",
      successor = "conformance" }, result(report).readings)
    report = assess(successor, joined)
    assert.equal("conformance", result(report).outcome)
    says(result(report).reason, "successor")
    assert.same({ literal = "major-nonconformance",
      successor = "conformance" }, result(report).readings)
  end)

  it("are both printed in every format, while the check is open too", function()
    for _, member in ipairs { {}, { icoc = { signatory = "group_company" } },
      { icoc = { signatory = "none" }, icoca = { membership = "none" } } } do
      local _, report = assess(literal, carrier(member))
      for _, format in ipairs { "text", "html", "csv" } do
        local page = literal.render(report, format):gsub("%s+", " ")
        says(page, "Under the reading literal, which rates: ")
        says(page, "Under the reading successor: ")
      end
    end
  end)
  it("may both be not applicable while nobody says what the business is", function()
    local open = carrier { icoc = { signatory = "none" } }
    open.provides_secure_transport = nil
    assert.same({ literal = "insufficient-evidence",
      successor = "insufficient-evidence" }, result(assess(literal, open)).readings)
  end)

  it("the one used is named in the report, with its source", function()
    for _, one in ipairs(assess(literal, joined).parameters) do
      if one.name == "icoc.reading" then
        assert.equal("literal", one.value)
        says(one.source, "interpretation")
      end
    end
  end)

  it("a signature counts in both", function()
    local signed = carrier { icoc = { signatory = "member" },
      icoca = { membership = "none" } }
    assert.equal("conformance", result(assess(literal, signed)).outcome)
    assert.equal("conformance", result(assess(successor, signed)).outcome)
  end)

  it("neither signature nor membership is major in both", function()
    local nothing = carrier { icoc = { signatory = "none" },
      icoca = { membership = "none" } }
    assert.equal("major-nonconformance",
      result(assess(literal, nothing)).outcome)
    assert.equal("major-nonconformance",
      result(assess(successor, nothing)).outcome)
  end)

  it("what is not known of the association leaves the literal one settled",
    function()
      local report = assess(literal, carrier { icoc = { signatory = "member" } })
      assert.equal("conformance", result(report).outcome)
      assert.equal("insufficient-evidence", result(report).readings.successor)
    end)
end)

describe("edge case 37: an affiliate of the association", function()
  local facts = carrier { icoc = { signatory = "none" },
    icoca = { membership = "affiliate", held_by = "member", in_force = true } }

  it("is for the auditor to decide in the successor reading", function()
    local report = assess(successor, facts)
    assert.equal("insufficient-evidence", result(report).outcome)
    assert.same({ "conformance", "minor-nonconformance" }, result(report).range)
    assert.equal("deciding", prompt(report, "11.4.1/affiliate").kind)
    assert.equal("minor-nonconformance", result(assess(successor, facts,
      judged("11.4.1/affiliate", "no"))).outcome)
  end)

  it("is no signatory in the literal one, and nobody is asked", function()
    local report = assess(literal, facts)
    assert.equal("major-nonconformance", result(report).outcome)
    assert.is_nil(prompt(report, "11.4.1/affiliate"))
  end)
end)

describe("edge case 38: a membership that is suspended or withdrawn", function()
  local facts = carrier { icoc = { signatory = "member" },
    icoca = { membership = "member", held_by = "member", in_force = false } }

  it("is not met in the successor reading, whoever once signed", function()
    local report = assess(successor, facts)
    assert.equal("major-nonconformance", result(report).outcome)
    says(result(report).reason, "suspended or withdrawn")
  end)

  -- The table has it not met.  The association lies beyond the guidance, and by
  -- the design such facts lower no rating: the literal reading asks.
  it("does not undo a signature in the literal one, but asks", function()
    local report = assess(literal, facts)
    assert.equal("conformance", result(report).outcome)
    assert.equal("advisory", prompt(report, "11.4.1/advice-1").kind)
  end)

  it("a signature that was withdrawn is none", function()
    assert.equal("major-nonconformance", result(assess(literal,
      carrier { icoc = { signatory = "none" } })).outcome)
  end)
end)

describe("edge case 39: certification is overdue", function()
  local function due(day, membership)
    return carrier { icoc = { signatory = "none" },
      icoca = { membership = membership or "transitional", held_by = "member",
        in_force = true, certification_due = day } }
  end

  it("is pointed out and is no finding", function()
    local report = assess(successor, due "2013-11-29")
    assert.equal("conformance", result(report).outcome)
    assert.equal("advisory", prompt(report, "11.4.1/advice-2").kind)
  end)

  it("is not pointed out on the day itself, nor to a certified member",
    function()
      for _, facts in ipairs { due "2013-11-30",
        due("2013-11-29", "certified") } do
        assert.is_nil(prompt(assess(successor, facts), "11.4.1/advice-2"))
      end
    end)
end)
