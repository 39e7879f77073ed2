-- Reports for CISO Assistant: the result that each outcome has there, and what its
-- observation keeps.  tests/exports pushes whole reports.
local exported = require "support.exported"
local support = require "support.host"

local json = support.json

-- What is written of a facility where a.flag and b.flag are so.
local function written(a, b, more, format)
  return json.read(exported.of(format or "ciso-assistant", "SHOULD", { id = "East/West",
    a = { flag = a }, b = { flag = b } }, more), 32)
end

local function requirement(...)
  return written(...).audits[1].requirements[1]
end

describe("a result for CISO Assistant", function()
  it("is compliant where the check conforms", function()
    local body = requirement(true, true).body
    assert.equal("compliant", body.result)
    assert.equal(json.null, body.extended_result)
    assert.equal("done", body.status)
  end)
  it("is partially compliant, and a minor non-conformity, where it is short", function()
    local body = requirement(false, true).body
    assert.equal("partially_compliant", body.result)
    assert.equal("minor_nonconformity", body.extended_result)
    assert.truthy(body.observation:find("\nTo put right: Hire.\n", 1, true))
  end)
  it("is not assessed and under way where it is open, with the range", function()
    local body = requirement(nil, true).body
    assert.equal("not_assessed", body.result)
    assert.equal("in_progress", body.status)
    assert.truthy(body.observation:find(
      "\nPossible outcomes: conformance, minor-nonconformance", 1, true))
  end)
  it("is not applicable where the check is", function()
    assert.equal("not_applicable", requirement(true, false).body.result)
  end)
  it("is the worse of the two columns", function()
    local body = requirement(true, true, exported.major_at "East/West").body
    assert.equal("non_compliant", body.result)
    assert.equal("major_nonconformity", body.extended_result)
    assert.truthy(body.observation:find("\nOutcome: conformance\n", 1, true))
    assert.truthy(body.observation:find("\nAuditor's outcome: major-nonconformance", 1, true))
  end)
  it("is in an audit of its place, named as the platform lets names be", function()
    local audit = written(true, true).audits[1]
    assert.equal("East-West", audit.perimeter.name)
    assert.equal("COP 11, facility-East_2FWest, 2014-01-31", audit.body.name)
    assert.is_true(audit.body.extended_result_enabled)
    assert.truthy(audit.body.description:find("Possible ratings: conformance.", 1, true))
  end)
  it("is of a requirement that the library of these rules has", function()
    local library = written(true, true, nil, "ciso-assistant/library")
    local nodes = library.objects.framework.requirement_nodes
    assert.equal(requirement(true, true).urn, nodes[2].urn)
    assert.equal(nodes[1].urn, nodes[2].parent_urn)
    assert.equal(written(true, true).library, library.urn)
  end)
  it("rests on evidence, whose link is an address that the platform takes", function()
    local function linked(ref)
      return written({ value = true, evidence = json.array { "E" } },
        true, { evidence = json.array { { id = "E", kind = "document", title = "T",
          ref = ref, valid_until = "2015-01-31" } } })
    end
    local pushed = linked "https://files.example/e?x=1"
    assert.same({ "E" }, pushed.audits[1].requirements[1].evidences)
    assert.same({ description = "kind: document\nvalid until: 2015-01-31\n"
      .. "ref: https://files.example/e?x=1", expiry_date = "2015-01-31", name = "E T",
      link = "https://files.example/e?x=1", status = "in_review" },
      pushed.evidences[1].body)
    for _, ref in ipairs { "Shelf 3", "http://localhost/x", "ftp://files.example/e" } do
      assert.is_nil(linked(ref).evidences[1].body.link)
    end
  end)
end)
