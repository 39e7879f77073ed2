-- The outcomes of checks and the ratings they lead to: the one table.  What a
-- wording strength makes of a lapse, the pack says (ratings { ... }).
--
-- `bit` is the outcome's value in a range; one without a bit settles nothing.
-- An observation counts as conformance, so it has the same.  `recordable`: an
-- auditor's record may state it.  `answer` is what it answers to a question of
-- the pack; `group` names the part of a report that lists it, `tone` its colour.

local outcomes = {}

local ALL <const> = {
  { name = "conformance", bit = 2, words = "conformance",
    short = "conformance", answer = "yes", answer_words = "yes",
    group = "conforming", tone = "fine", recordable = true },
  { name = "observation", bit = 2, words = "observation",
    short = "observation", group = "observation", shortfall = true,
    recordable = true },
  { name = "minor-nonconformance", bit = 4, words = "minor non-conformance",
    short = "minor", answer = "in-part", answer_words = "in part",
    group = "minor", tone = "minor", shortfall = true, recordable = true },
  { name = "major-nonconformance", bit = 8, words = "major non-conformance",
    short = "major", answer = "no", answer_words = "no",
    group = "major", tone = "major", shortfall = true, recordable = true },
  { name = "insufficient-evidence", words = "insufficient evidence",
    group = "open" },
  { name = "not-applicable", bit = 1, words = "not applicable",
    short = "n/a", answer = "not-applicable", answer_words = "does not apply",
    group = "not_applicable", tone = "none", recordable = true },
  { name = "error", words = "error", group = "broken" },
}

outcomes.CONFORMANCE, outcomes.OBSERVATION = "conformance", "observation"
outcomes.MINOR, outcomes.MAJOR = "minor-nonconformance", "major-nonconformance"
outcomes.OPEN, outcomes.NOT_APPLICABLE = "insufficient-evidence",
  "not-applicable"
outcomes.ERROR = "error"

-- The rating where a range holds more than one value, and its answer.
outcomes.NOT_DETERMINED, outcomes.NOT_KNOWN = "not-determined", "not-known"
-- Worse than major; only an auditor enters it, as a finding.
outcomes.CRITICAL = "critical-breach"

-- ---- read from the table --------------------------------------------------

outcomes.of = {}
for _, one in ipairs(ALL) do outcomes.of[one.name] = one end

local function names(wanted)
  local list = {}
  for _, one in ipairs(ALL) do
    if wanted(one) then list[#list + 1] = one.name end
  end
  return list
end

outcomes.NAMES = names(function() return true end)
outcomes.RECORDABLE = names(function(one) return one.recordable end)
outcomes.SHORTFALLS = names(function(one) return one.shortfall end)
-- All that a check of a sound rule can give.
outcomes.OF_CHECKS = names(function(one) return one.name ~= outcomes.ERROR end)
-- Where a report lists results, in the order it does.
outcomes.GROUPS = { "major", "minor", "observation", "broken", "open",
  "not_applicable", "conforming" }

-- What a range may hold, best first; RANK is the place in that order.
outcomes.SCALE = { "not-applicable", "conformance", "minor-nonconformance",
  "major-nonconformance" }
outcomes.RANK = {}
for rank, name in ipairs(outcomes.SCALE) do outcomes.RANK[name] = rank end

function outcomes.is_shortfall(name)
  return outcomes.of[name].shortfall == true
end

-- Settled, and no non-conformance.
function outcomes.is_favourable(name)
  local bit = outcomes.of[name].bit
  return bit ~= nil and bit <= outcomes.of.conformance.bit
end

-- The words for an outcome or rating; one that this version does not know is
-- shown as it is.
function outcomes.words(name)
  local one = outcomes.of[name]
  return one and one.words or (name:gsub("-", " "))
end

-- The name and the words for a range, a list of names, best first.
function outcomes.rated(range)
  local best, worst = range[1], range[#range]
  if best == nil then return outcomes.NOT_DETERMINED, "not determined" end
  if best == worst then return best, outcomes.words(best) end
  return outcomes.NOT_DETERMINED, ("not determined: at best %s, at worst %s")
    :format(outcomes.words(best), outcomes.words(worst))
end

-- ---- how well a fact is supported -----------------------------------------

-- By number, the weakest first.
outcomes.BASES = { "stated", "evidenced", "auditor-verified" }

-- "as stated: 32 of 34 checks without evidence for a deciding fact"; nil where none is.
function outcomes.as_stated(stated, settled)
  return stated > 0 and ("as stated: %d of %d checks without evidence for a "
    .. "deciding fact"):format(stated, settled) or nil
end

-- How many of the checks that may apply are settled.
function outcomes.settled_of(settled, open)
  if settled + open == 0 then return "no check applies" end
  return ("%d of %d checks settled"):format(settled, settled + open)
end

return outcomes
