local kinds = require "diff.kinds"
local outcomes = require "base.outcomes"

local CONFORMANCE <const>, OPEN <const>, ERROR <const>, NOT_APPLICABLE <const> =
  "conformance", outcomes.OPEN, outcomes.ERROR, outcomes.NOT_APPLICABLE
local OBSERVATION <const>, MINOR <const>, MAJOR <const> =
  outcomes.OBSERVATION, outcomes.MINOR, outcomes.MAJOR

local ALL <const> = { false, CONFORMANCE, OBSERVATION, MINOR, MAJOR, OPEN,
  NOT_APPLICABLE, ERROR }
local FINDINGS <const> = { [OBSERVATION] = true, [MINOR] = true, [MAJOR] = true }

local function row(outcome, basis, recorded)
  if not outcome then return nil end
  local said = recorded and { outcome = recorded, range = { recorded } }
  return { outcome = outcome, basis = basis, result = { with_records = said } }
end

local function kind(was, now, was_closed)
  return kinds.of(row(was), row(now), was_closed)
end

-- f(was, now) for each pair of outcomes; false is "not asked".
local function each_pair(f)
  for _, was in ipairs(ALL) do
    for _, now in ipairs(ALL) do
      if was or now then f(was, now) end
    end
  end
end

describe("what became of a check", function()
  for _, case in ipairs {
    { "new", CONFORMANCE, MINOR }, { "new", OPEN, MAJOR }, { "new", false, OBSERVATION },
    { "new", NOT_APPLICABLE, MINOR }, { "repeated", CONFORMANCE, MINOR, true },
    { "worse", OBSERVATION, MINOR }, { "worse", MINOR, MAJOR },
    { "persistent", MAJOR, MAJOR }, { "persistent", MINOR, MINOR, true },
    { "better", MAJOR, MINOR }, { "better", MINOR, OBSERVATION },
    { "closed", MAJOR, CONFORMANCE }, { "newly-unknown", MAJOR, OPEN },
    { "newly-unknown", CONFORMANCE, OPEN }, { "newly-unknown", NOT_APPLICABLE, OPEN },
    { "no-longer-applies", MINOR, NOT_APPLICABLE },
    { "no-longer-applies", CONFORMANCE, NOT_APPLICABLE },
    { "gone", MINOR, false }, { "gone", CONFORMANCE, false }, { "gone", OPEN, false },
    { "open", OPEN, OPEN }, { "open", false, OPEN }, { "settled", OPEN, CONFORMANCE },
    { "settled", OPEN, NOT_APPLICABLE }, { "settled", NOT_APPLICABLE, CONFORMANCE },
    { "added", false, CONFORMANCE }, { "added", false, NOT_APPLICABLE },
    { "broken", ERROR, MINOR }, { "broken", CONFORMANCE, ERROR },
  } do
    local expected, was, now, was_closed = table.unpack(case)
    it(("is %s: %s, then %s%s"):format(expected, was or "not asked",
      now or "not asked", was_closed and ", closed between" or ""), function()
      assert.equal(expected, kind(was, now, was_closed))
    end)
  end

  it("is closed only where it conforms now", function()
    each_pair(function(was, now)
      if kind(was, now) == "closed" then
        assert.truthy(FINDINGS[was])
        assert.equal(CONFORMANCE, now)
      end
    end)
  end)

  it("is told wherever one of the reports has a finding", function()
    each_pair(function(was, now)
      if FINDINGS[was] or FINDINGS[now] then assert.truthy(kind(was, now)) end
    end)
  end)

  it("is told wherever the outcomes differ", function()
    each_pair(function(was, now)
      if was ~= now then assert.truthy(kind(was, now)) end
    end)
  end)

  it("is one of the table", function()
    local named = {}
    for _, one in ipairs(kinds.ALL) do named[one.name] = true end
    each_pair(function(was, now)
      local name = kind(was, now)
      if name then assert.truthy(named[name], name) end
    end)
  end)

  it("is told where the evidence alone is better or worse", function()
    local function of(was, now)
      return kinds.of(row(CONFORMANCE, was), row(CONFORMANCE, now))
    end
    assert.equal("better-supported", of("stated", "auditor-verified"))
    assert.equal("less-supported", of("auditor-verified", "evidenced"))
    assert.is_nil(of("stated", "stated"))
    assert.is_nil(of(nil, "stated"))
  end)

  it("is told where the auditor's records alone differ", function()
    assert.equal("auditor", kinds.of(row(CONFORMANCE),
      row(CONFORMANCE, nil, MINOR)))
    assert.is_nil(kinds.of(row(CONFORMANCE, nil, MINOR),
      row(CONFORMANCE, nil, MINOR)))
  end)
end)
