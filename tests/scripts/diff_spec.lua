local small_pack = require "support.small_pack"
local support = require "support.host"

local array, json = support.json.array, support.json

-- The small pack with what a Member and an assessment are called, and with `from` in
-- `file` replaced by `to`.
local function small_of(file, from, to)
  local files = small_pack.files(file, from, to)
  files["identity.lua"] = [[
fact "member.id" { type = "text", ask = "Who is the Member?" }
fact "assessment.date" { type = "date", future = true, ask = "On what day?" }
fact "assessment.kind" { type = "choice", values = { "self", "certification" },
  titles = { self = "self-assessment", certification = "certification audit" },
  ask = "What kind of assessment is it?" }
]]
  return assert(support.open(files))
end

local small = small_of()
local builtin = support.open_builtin()

-- A dossier on one facility with the facts of `place`, and more at its top.
local function dossier(place, more)
  place = support.copy(place)
  place.id = place.id or "pit"
  local all = { format = "cop11.dossier/1", member = { id = "M" },
    assessment = { kind = "certification", date = "2014-01-31" },
    facilities = { complete = true, items = array { place } } }
  for key, value in pairs(more or {}) do all[key] = value end
  return json.write(all)
end

local function report(text, runtime) return assert((runtime or small).evaluate(text, {})) end

local function diff(old, new, call)
  return small.diff(report(old), report(new), call or {})
end

local function document(old, new) return support.decode(assert(diff(old, new))) end

local function changes(old, new)
  local list = {}
  for _, one in ipairs(document(old, new).changes) do
    list[one.check .. " " .. (one.facility or "")] = one
  end
  return list
end

local LOCKED <const>, OPEN <const> = { doors = { locked = true } },
  { doors = { locked = false } }

local function finding(more)
  local one = { id = "F-1", provision = "1", check = "1.1", facility = "pit", by = "Ama Auditor",
    party = "auditor", raised = "2013-05-02", rating = "major-nonconformance",
    nature = "The gate was open." }
  for key, value in pairs(more or {}) do one[key] = value end
  return { findings = array { one } }
end

describe("the diff of two reports", function()
  it("says which facts made a finding", function()
    local one = changes(dossier(LOCKED), dossier(OPEN))["1.1 pit"]
    assert.equal("new", one.kind)
    assert.equal("conformance", one.was.outcome)
    assert.equal("major-nonconformance", one.now.outcome)
    assert.same({ { fact = "pit/doors.locked", was = { value = "yes", basis = "stated" },
      now = { value = "no", basis = "stated" } } }, one.facts)
    assert.equal("Lock the doors.", one.remedy)
  end)

  it("calls a finding closed where the check conforms", function()
    assert.equal("closed", changes(dossier(OPEN), dossier(LOCKED))["1.1 pit"].kind)
  end)

  it("never calls a finding closed where the answer is missing", function()
    assert.equal("newly-unknown", changes(dossier(OPEN), dossier {})["1.1 pit"].kind)
  end)

  it("calls a closed finding that is there again repeated", function()
    local closed = finding { closed_on = "2013-09-01", verified_by = "Efua Second" }
    assert.equal("repeated", changes(dossier(LOCKED), dossier(OPEN, closed))["1.1 pit"].kind)
    local elsewhere = finding { closed_on = "2013-09-01", check = "1.2" }
    assert.equal("new", changes(dossier(LOCKED), dossier(OPEN, elsewhere))["1.1 pit"].kind)
  end)

  it("tells what became of entered findings", function()
    local function kind_of(old, new)
      local one = document(dossier(OPEN, old), dossier(OPEN, new)).findings[1]
      return one and one.kind
    end
    local closed = { closed_on = "2013-09-01", verified_by = "Efua Second" }
    assert.equal("entered", kind_of(nil, finding()))
    assert.equal("entered-closed", kind_of(nil, finding(closed)))
    assert.equal("closed", kind_of(finding(), finding(closed)))
    assert.equal("reopened", kind_of(finding(closed), finding()))
    assert.equal("gone", kind_of(finding(), nil))
    assert.equal("open", kind_of(finding(), finding()))
    assert.equal("overdue", kind_of(finding(), finding { due = "2013-12-01" }))
    assert.is_nil(kind_of(finding(closed), finding(closed)))
  end)

  it("tells what became of records", function()
    local function with(more)
      local one = { id = "W", kind = "waiver", check = "1.1", facility = "pit",
        by = "Kofi Lead", party = "auditor", authority = "lead auditor",
        date = "2014-01-20", why = "Agreed." }
      for key, value in pairs(more or {}) do one[key] = value end
      return { records = array { one } }
    end
    local function kind_of(old, new)
      local one = document(dossier(OPEN, old), dossier(OPEN, new)).records[1]
      return one and one.kind
    end
    assert.equal("entered", kind_of(nil, with()))
    assert.equal("gone", kind_of(with(), nil))
    assert.equal("lapsed", kind_of(with(), with { ["until"] = "2014-01-30" }))
    assert.is_nil(kind_of(with(), with()))
  end)

  it("tells which facilities came and went", function()
    local found = document(dossier(LOCKED), dossier { id = "shaft" }).facilities
    assert.same({ "added shaft", "gone pit" }, { found[1].kind .. " " .. found[1].facility,
      found[2].kind .. " " .. found[2].facility })
  end)

  it("tells ratings that differ, and no others", function()
    local found = document(dossier(LOCKED), dossier(OPEN)).ratings
    assert.same({ "member", "provision", "facility", "provision" }, { found[1].level,
      found[2].level, found[3].level, found[4].level })
    assert.equal(4, #found)
  end)

  it("says where the rule itself reads otherwise", function()
    local other = small_of("rules.lua", "Doors are locked", "Doors are shut")
    local old, new = report(dossier(LOCKED)), report(dossier(OPEN), other)
    local found = support.decode(assert(small.diff(old, new, {})))
    assert.is_false(found.same_rules)
    assert.is_true(found.changes[1].other_rule)
    local same = document(dossier(LOCKED), dossier(OPEN))
    assert.is_true(same.same_rules)
    assert.is_nil(same.changes[1].other_rule)
  end)

  it("says when the old report looks at a later day", function()
    local day = { assessment = { kind = "certification", date = "2013-01-31" } }
    assert.is_true(document(dossier(LOCKED), dossier(LOCKED, day)).backwards)
    assert.is_nil(document(dossier(LOCKED, day), dossier(LOCKED)).backwards)
    assert.truthy(diff(dossier(LOCKED), dossier(LOCKED, day), { format = "text" })
      :find("The old report looks at a later day", 1, true))
  end)

  it("is none on two Members", function()
    local _, wrong = diff(dossier(LOCKED), dossier(LOCKED, { member = { id = "N" } }))
    assert.truthy(wrong.message:find("the old report is on M and the new one on N", 1, true))
  end)

  it("refuses what is no report, and says which of two", function()
    local good = report(dossier(LOCKED))
    for which, wrong in pairs { old = { dossier(LOCKED), good },
      new = { good, dossier(LOCKED) } } do
      local none, problem = small.diff(wrong[1], wrong[2], {})
      assert.is_nil(none)
      assert.truthy(problem.message:find("The " .. which .. " report", 1, true))
    end
  end)

  for _, sample in ipairs(support.samples()) do
    it("of a report and itself differs in nothing: " .. sample.name, function()
      local text = report(sample.text, builtin)
      local found = support.decode(assert(builtin.diff(text, text, {})))
      assert.is_false(found.differs)
      assert.same({}, { found.ratings[1], found.records[1], found.facilities[1] })
    end)

    it("is laid out in every form: " .. sample.name, function()
      local unknown = support.decode(sample.text)
      local places = unknown.facilities.items or unknown.facilities
      places[1].kind = nil
      local old, new = report(sample.text, builtin), report(json.write(unknown), builtin)
      for _, format in ipairs { "text", "html", "csv" } do
        assert.truthy(builtin.diff(old, new, { format = format }))
      end
    end)
  end
end)

-- The paths of all answers in a facility of a dossier.
local function answers(place, path, list)
  for key, value in pairs(place) do
    local at = path and path .. "." .. key or key
    if type(value) == "table" and not value[1] and value.value == nil then
      answers(value, at, list)
    elseif key ~= "id" then
      list[#list + 1] = { of = place, key = key, path = at }
    end
  end
  return list
end

describe("leaving out an answer", function()
  it("closes no finding", function()
    local sample = assert(io.open(support.root .. "/tests/dossiers/small-mine.json"))
    local text = sample:read "a"
    sample:close()
    local old = report(text, builtin)
    local whole = support.decode(text)
    local places = whole.facilities.items or whole.facilities
    local list = answers(places[1], nil, {})
    assert.truthy(#list > 20)
    for _, one in ipairs(list) do
      local was = one.of[one.key]
      one.of[one.key] = nil
      local new = builtin.evaluate(json.write(whole), {})
      one.of[one.key] = was
      local found = new and support.decode(assert(builtin.diff(old, new, {})))
      for _, change in ipairs(found and found.changes or {}) do
        assert.not_equal("closed", change.kind, one.path)
      end
    end
  end)
end)
