-- The COP 11 pack as a whole: its examples pass and show every outcome, every
-- point of the guidance is there with its wording and is assessed, and lint
-- finds nothing.
local fact_card = require "describe.fact_card"
local support = require "support.host"

local runtime = support.open_builtin { tolerant = true }
local model = runtime.model()
local test = support.decode(runtime.test())
local lint = support.decode(runtime.lint())

-- ---- the guidance -------------------------------------------------------

-- Every point by its wording, read off the guidance and not off points.lua.
-- "shall" are the sentences of the provisions, but for the one on artisanal
-- miners in 11.3; "could" is the list of 11.1 that begins "this could include".
local WORDING <const> = {
  shall = "R11.1a R11.1b R11.1c R11.1d R11.2a R11.2b R11.3a R11.3b R11.4",
  must = "P11.2-10 P11.2-11",
  should = "R11.3c P11.1-01 P11.1-02 P11.1-03 P11.1-04 P11.1-05 P11.1-06 "
    .. "P11.1-07 P11.1-14 P11.2-01 P11.2-02 P11.2-03 P11.2-04 P11.2-05 "
    .. "P11.2-06 P11.2-07 P11.2-08 P11.3-02 P11.3-03 P11.3-04 P11.3-05 "
    .. "P11.3-06 P11.3-07 P11.3-08 P11.3-09 P11.3-10 P11.3-11 P11.3-12 "
    .. "P11.3-13 P11.3-14",
  could = "P11.1-08 P11.1-09 P11.1-10 P11.1-11 P11.1-12 P11.1-13",
  background = "A-2 A-4 B11-19 B11-20 B11-21 B11.2-12 B11.2-13 B11.3-15 B11.3-16 B11.3-17 "
    .. "B11.3-18 TH-1 TH-2 TH-3 TH-4 TH-5 TH-6 TH-7 TH-8 TH-SRC",
  information = "A-1 A-3 P11.1-15 P11.2-09 P11.3-01 P11.4-01 P11.4-02 CK-1 "
    .. "CK-2 CK-3 CK-4 CK-5 CK-6",
}
-- What the guidance says of where it applies, which is no provision's own.
local APPLICABILITY <const> = { ["A-1"] = true, ["A-2"] = true,
  ["A-3"] = true, ["A-4"] = true }

describe("every point of the guidance", function()
  for strength, ids in pairs(WORDING) do
    for id in ids:gmatch "%S+" do
      it(id .. " is there as " .. strength, function()
        assert.truthy(model.points[id], id .. " is not declared")
        assert.equal(strength, model.points[id].strength)
      end)
      it(id .. " is cited by a check", function()
        local cited = model.points[id] and model.points[id].checks or {}
        assert.truthy(#cited > 0, "no check cites " .. id)
      end)
    end
  end

  it("and no other is declared", function()
    local known = {}
    for _, ids in pairs(WORDING) do
      for id in ids:gmatch "%S+" do known[id] = true end
    end
    for _, point in ipairs(model.point_list) do
      assert.truthy(known[point.id], point.id .. " is no point we know of")
    end
  end)
end)

describe("the questionnaire", function()
  it("has a question in words for every fact and every list", function()
    local asked = {}
    for _, section in ipairs(support.decode(assert(runtime.describe
      "questionnaire")).sections) do
      for _, question in ipairs(section.questions) do
        asked[question.pointer] = question.ask
      end
    end
    local function look(entries)
      for _, entry in ipairs(entries) do
        local pointer = fact_card.pointer(entry)
        assert.matches("%w", asked[pointer] or "", entry.path)
      end
    end
    look(model.vocabulary.ordered)
    for _, list in ipairs(model.vocabulary.ordered_lists) do
      look(list.ordered)
    end
  end)
end)

describe("the check box", function()
  it("is six questions, in the guidance's order", function()
    local ids = {}
    for _, point in ipairs(model.point_list) do
      if point.question then ids[#ids + 1] = point.id end
    end
    assert.same({ "CK-1", "CK-2", "CK-3", "CK-4", "CK-5", "CK-6" }, ids)
  end)
end)

describe("what a shortfall counts as", function()
  it("is the design's table, by wording", function()
    local minor, major = "minor-nonconformance", "major-nonconformance"
    local expected = { shall = { minor, major }, must = { minor, major },
      should = { minor, minor }, could = { "observation", "observation" },
      background = { "observation", "observation" },
      beyond = { "observation", "observation" } }
    for strength, row in pairs(expected) do
      assert.equal(row[1], model.ratings[strength].lapse, strength)
      assert.equal(row[2], model.ratings[strength].absent, strength)
    end
  end)
end)

-- ---- the checks ---------------------------------------------------------

local STRENGTH_ORDER <const> = { "information", "background", "could",
  "should", "must", "shall" }

-- The strongest wording among the points cited; information counts for none.
local function strongest(check)
  local best = 1
  for _, id in ipairs(check.points) do
    for rank, strength in ipairs(STRENGTH_ORDER) do
      if model.points[id].strength == strength then
        best = math.max(best, rank)
      end
    end
  end
  return best > 1 and STRENGTH_ORDER[best] or nil
end

for _, result in ipairs(test.checks) do
  local check = model.check_by_id[result.check]
  describe("check " .. check.id, function()
    it("is not broken", function() assert.is_nil(check.broken) end)

    it("takes the strength of the strongest point it cites", function()
      assert.equal(strongest(check), check.strength)
    end)

    it("cites a point of its own provision", function()
      local own = false
      for _, id in ipairs(check.points) do
        own = own or id:match("^[RPB](11%.%d)") == check.provision.id
          or id:match("^B11%-") or id:match("^TH%-") or APPLICABILITY[id]
      end
      assert.truthy(own, table.concat(check.points, ", "))
    end)

    for _, example in ipairs(result.examples) do
      it(("example %d: %s"):format(example.line, example.name), function()
        assert.is_true(example.ok, example.problem)
      end)
    end

    it("shows every outcome it can give", function()
      assert.truthy(#result.can_give > 0)
      assert.same({}, result.not_shown)
    end)
  end)
end

-- ---- the whole ----------------------------------------------------------

describe("the pack", function()
  it("has checks for every provision it holds", function()
    local provisions = {}
    for _, provision in ipairs(model.provisions) do
      provisions[provision.id] = #provision.checks > 0
    end
    assert.same({ ["11.1"] = true, ["11.2"] = true, ["11.3"] = true,
      ["11.4"] = true }, provisions)
  end)

  it("passes its own test", function()
    assert.same({}, test.problems)
    assert.equal(0, test.totals.failed)
    assert.same({}, test.changes.unnoticed)
    assert.is_true(test.ok)
  end)

  it("is in order for lint", function()
    local found = {}
    for i, d in ipairs(lint.diagnostics) do
      found[i] = ("%s:%d: %s %s"):format(d.file, d.line, d.code, d.message)
    end
    assert.same({}, found)
  end)

  it("rates nothing that goes beyond the guidance", function()
    for _, check in ipairs(model.checks) do
      for _, entry in ipairs(check.reads.facts) do
        assert.falsy(entry.beyond and check.strength ~= nil
          and entry.scope ~= "parameter",
          ("%s reads %s, which is beyond the guidance"):format(check.id,
            entry.path))
      end
    end
  end)
end)
