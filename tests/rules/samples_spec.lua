-- The sample dossiers against what was worked out by hand from the guidance, in
-- tests/dossiers/NAME.md, before the library was asked.
--
-- samples/NAME.lua returns what the hand-working expects of tests/dossiers/
-- NAME.json:
--
--   return {
--     member = PLACE,                       -- the Member as a whole
--     facilities = { [id] = PLACE, ... },   -- every one of them
--     answers = "N/A C m M; C; ...",      -- CK-1 to CK-6: C is yes, m in part
--     problems = { "conflict /facilities/items/0/arms/used", ... },
--   }
--
-- PLACE says what a range can still be, in the letters N/A, C (conformance), m
-- (minor) and M (major non-conformance), best first:
--
--   rating      = "m M",                    -- not determined: at best m, ...
--   of_assessed = "m M", with_records = "M", -- of the Member, where they differ;
--                                           -- "none" where no facility is assessed
--   ["11.1"]    = "C",                      -- each provision at this place
--
-- and lists the checks asked there, ids with spaces between:
--
--   major, minor, observation = "11.2.1 11.2.9",   -- the findings
--   not_applicable = "11.1.12",             -- beyond provisions that are N/A
--   open     = { ["11.3.7"] = "N/A C m" },  -- insufficient evidence: its range
--   unanswered = true,                      -- nothing was answered: all are open
--   decide   = "11.3.7/no-miners",          -- deciding prompts
--   consider = "11.2.11/advice-2",          -- advisory ones; that which asks for
--                                           -- the extent of a lapse follows
-- What is not listed conforms, so every outcome of a sample is worked out.
local support = require "support.host"

local runtime = support.open_builtin()

local LETTERS <const> = { ["not-applicable"] = "N/A", conformance = "C",
  ["minor-nonconformance"] = "m", ["major-nonconformance"] = "M" }
local LISTS <const> = { major = "major-nonconformance", minor =
  "minor-nonconformance", observation = "observation", not_applicable =
  "not-applicable" }

local function letters(range)
  local out = {}
  for i, name in ipairs(range) do out[i] = LETTERS[name] end
  return table.concat(out, " ")
end

local ANSWERS <const> = { ["not-applicable"] = "N/A", yes = "C",
  ["in-part"] = "m", no = "M" }

-- The answers to the check box, in the letters of a rating.
local function answers_in(report)
  local out = {}
  for i, one in ipairs(report.questions) do
    assert(one.answer == "not-known" or one.basis, one.point)
    local held = {}
    for k, answer in ipairs(one.range) do held[k] = ANSWERS[answer] end
    out[i] = one.point .. " " .. table.concat(held, " ")
  end
  table.sort(out)
  return out
end

local function expected_answers(text)
  local out = {}
  for held in text:gmatch "[^;]+" do
    out[#out + 1] = ("CK-%d %s"):format(#out + 1, held:match "^%s*(.-)%s*$")
  end
  return out
end

local function words(text)
  local out = {}
  for word in (text or ""):gmatch "%S+" do out[#out + 1] = word end
  table.sort(out)
  return out
end

-- ---- what is expected, check by check -----------------------------------

local function expected_outcomes(place, report, facility)
  local outcomes = {}
  for _, result in ipairs(report.results) do
    if result.facility == facility then
      outcomes[result.check] = place[result.provision] == "N/A"
        and "not-applicable" or "conformance"
    end
  end
  for list, outcome in pairs(LISTS) do
    for _, id in ipairs(words(place[list])) do
      assert(outcomes[id], "no such check here: " .. id)
      outcomes[id] = outcome
    end
  end
  for id, range in pairs(place.open or {}) do
    outcomes[id] = "open: " .. range
  end
  return outcomes
end

local function outcomes_in(report, facility)
  local outcomes = {}
  for _, result in ipairs(report.results) do
    if result.facility == facility then
      outcomes[result.check] = result.outcome == "insufficient-evidence"
        and "open: " .. letters(result.range) or result.outcome
    end
  end
  return outcomes
end

local function prompts_in(report, facility, kind)
  local ids = {}
  for _, prompt in ipairs(report.prompts) do
    if prompt.facility == facility and prompt.kind == kind
      and not prompt.prompt:find "/extent$" then
      ids[#ids + 1] = prompt.prompt:gsub(" ", "_") -- in the name of an item
    end
  end
  table.sort(ids)
  return ids
end

-- ---- comparing ----------------------------------------------------------

local function compare_ratings(place, rated, provisions)
  local expected, found = {}, { rating = letters(rated.range) }
  expected.rating = place.rating
  for _, provision in ipairs(provisions) do
    expected[provision.provision] = place[provision.provision] or "(not given)"
    found[provision.provision] = letters(provision.range)
  end
  assert.same(expected, found)
end

-- Where nothing was answered every check is open, but for those of provisions
-- that do not apply; what each may be, its wording says.
local function all_are_open(place, report, facility)
  for _, result in ipairs(report.results) do
    if result.facility == facility and place[result.provision] ~= "N/A" then
      assert.equal("insufficient-evidence", result.outcome, result.check)
    end
  end
end

-- What the auditor is to consider; `reasons` names the facts that take a question away
-- there by the Member's word alone.
local function considered(place, facility)
  local ids = words(place.consider)
  for _, path in ipairs(words(place.reasons)) do
    ids[#ids + 1] = ("fact:%s/%s"):format(facility, path)
  end
  table.sort(ids)
  return ids
end

local function compare_place(place, report, facility)
  if place.unanswered then
    all_are_open(place, report, facility)
  else
    assert.same(expected_outcomes(place, report, facility),
      outcomes_in(report, facility))
  end
  assert.same(words(place.decide), prompts_in(report, facility, "deciding"))
  assert.same(considered(place, facility), prompts_in(report, facility, "advisory"))
end

local function problems_in(report)
  local list = {}
  for i, one in ipairs(report.problems) do
    list[i] = one.kind .. " " .. one.pointer
  end
  table.sort(list)
  return list
end

local function ids_of(facilities)
  local ids = {}
  for i, facility in ipairs(facilities) do ids[i] = facility.id end
  table.sort(ids)
  return ids
end

local function keys_of(object)
  local keys = {}
  for key in pairs(object) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

local function hand_working(name)
  local path = ("%s/tests/rules/samples/%s.lua"):format(support.root, name)
  return assert(loadfile(path, "t", {}))()
end

for _, sample in ipairs(support.samples()) do
  local name = sample.name:gsub("%.json$", "")
  describe("the sample " .. name, function()
    local hand = hand_working(name)
    local report = assert(support.evaluate(runtime, sample.text))

    it("has its hand-working beside it", function()
      local text = support.read_file(("%s/tests/dossiers/%s.md"):format(
        support.root, name))
      for _, id in ipairs(ids_of(report.facilities)) do
        assert.truthy(text:find("`" .. id .. "`", 1, true), id)
      end
    end)
    it("has the facilities and problems expected", function()
      assert.same(keys_of(hand.facilities), ids_of(report.facilities))
      local problems = support.copy(hand.problems or {})
      table.sort(problems)
      assert.same(problems, problems_in(report))
    end)
    it("rates the Member as by hand", function()
      compare_ratings(hand.member, report.member, report.provisions)
      local rated = report.member
      assert.equal(hand.member.of_assessed or hand.member.rating,
        rated.rating_of_assessed and letters(rated.rating_of_assessed.range)
          or "none")
      assert.equal(hand.member.with_records or hand.member.rating,
        letters(rated.with_records.range))
      compare_place(hand.member, report, nil)
    end)
    it("answers the check box as by hand", function()
      assert.same(expected_answers(hand.answers), answers_in(report))
    end)
    for _, facility in ipairs(report.facilities) do
      it("rates the facility " .. facility.id .. " as by hand", function()
        local place = hand.facilities[facility.id]
        compare_ratings(place, facility, facility.provisions)
        compare_place(place, report, facility.id)
      end)
    end
  end)
end
