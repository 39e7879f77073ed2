-- A small report by hand, with something in every part: made afresh on each
-- call, so that a spec may change it.

local NOTICE <const> = "Indicative rating; not an audit."

local function counts(settled, unknown, not_applicable)
  return { settled = settled, unknown = unknown, withheld = 0, conflicting = 0,
    error = 0, not_applicable = not_applicable }
end

local function rating(name, range, basis)
  return { support = {}, records = {}, with_records = { rating = name,
    range = range, records = {} }, rating = name, range = range, basis = basis, text = name,
    completeness = counts(2, 1, 1) }
end

local function with(target, fields)
  for key, value in pairs(fields) do target[key] = value end
  return target
end

-- A facility, with the columns that stand beside its rating.
local function facility(one)
  one.support = {}
  one.with_records = { rating = one.rating, range = one.range, records = {} }
  return one
end

local OPEN <const> = { "conformance", "minor-nonconformance",
  "major-nonconformance" }

local function result(check, outcome, fields)
  return with({ id = "pit/" .. check, check = check, outcome = outcome,
    reason = "Reason " .. check .. ".", facility = "pit", rests_on = {} }, fields)
end

local function results()
  return {
    result("1.1", "major-nonconformance", { basis = "evidenced",
      deciding = { { condition = "policy.written is yes", line = 12,
        items = { "pit/people[#4]" } } },
      rests_on = { "pit/policy.written" } }),
    result("1.2", "minor-nonconformance", { basis = "stated",
      with_records = { outcome = "conformance", range = { "conformance" },
        records = { { kind = "waiver", by = "A. Auditor", why = "Agreed",
          authority = "lead", outcome = "conformance",
          pointer = "/records/1" } } },
      readings = { literal = "minor-nonconformance", wide = "conformance" } }),
    result("1.3", "observation", { basis = "stated" }),
    result("1.4", "insufficient-evidence", { range = OPEN,
      rests_on = { "pit/arms.licensed" } }),
    result("1.5", "insufficient-evidence", { range = OPEN,
      reason = "Only the auditor may decide." }),
    result("1.6", "not-applicable", { reason = "No guards here." }),
    result("1.7", "not-applicable", { reason = "No guards here." }),
    result("1.8", "conformance", { basis = "auditor-verified",
      deciding = { { condition = "conduct.monitored is yes", line = 30 } },
      rests_on = { "pit/conduct.monitored" } }),
    result("1.9", "error", { range = OPEN, reason = "It is broken." }),
    { id = "2.1", check = "2.1", outcome = "conformance", basis = "stated",
      reason = "Reason 2.1.", rests_on = {} },
    { id = "far/1", facility = "far", provision = "1", checks = { "1.1", "1.2",
      "1.3", "1.4", "1.5" }, outcome = "insufficient-evidence", range = OPEN,
      reason = "Nothing is known of it.", rests_on = {} },
  }
end

local function checks()
  local by_id = {}
  for _, id in ipairs { "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8",
    "1.9", "2.1" } do
    by_id[id] = { title = "Title " .. id, provision = id:sub(1, 1),
      points = { "P-" .. id }, rule = "provisions/1.lua:10" }
  end
  with(by_id["1.1"], { remedy = "Write one.", reads = { "gate.used",
    "policy.written" } })
  by_id["1.4"].ask, by_id["1.4"].reads = "Show the licences.",
    { "arms.licensed" }
  return by_id
end

local function points()
  local by_id = {}
  for id in pairs(checks()) do
    by_id["P-" .. id] = { says = "Point " .. id, strength = "must" }
  end
  return by_id
end

local function facts()
  return {
    ["pit/gate.used"] = { value = true },
    ["pit/policy.written"] = { value = false, evidence = { "E-1", "E-2" },
      basis = "evidenced" },
    ["pit/arms.licensed"] = { state = "unknown" },
    ["pit/conduct.monitored"] = { value = true, evidence = { "E-1" },
      basis = "auditor-verified" },
    ["member.day"] = { state = "withheld" },
  }
end

local function prompts()
  return {
    { kind = "advisory", text = "Isolated, or systemic?", at = {
      { id = "pit/1.2/extent", check = "1.2",
        facility = "pit" },
      { id = "pit/1.1/extent", check = "1.1",
        facility = "pit" } } },
    { kind = "deciding", text = "Is it enough?",
      answers = { yes = "It is met.", no = "It is not met." }, at = {
        { id = "pit/1.5/enough", check = "1.5",
          facility = "pit" } } },
  }
end

local function missing()
  return {
    { ask = "Which day?", at = { { fact = "member.day", state = "withheld" } } },
    { ask = "How many are licensed?", at = { { fact = "pit/arms.licensed" } } },
  }
end

return function()
  local open = rating("not-determined", OPEN)
  return {
    format = "cop11.report/1", notice = NOTICE, as_of = "2013-11-30",
    engine = { name = "libcop11", version = "9.9.9" },
    pack = { name = "base", title = "The standard", version = "1.0",
      edition = "2013", digest = ("a"):rep(64),
      layers = { { name = "base", digest = ("b"):rep(64) },
        { name = "house", digest = ("c"):rep(64), signature = {
          state = "modified", key = ("e"):rep(64), files = { "a.lua" } } } } },
    dossier = { digest = ("d"):rep(64) }, assessment = { kind = "self", said = {} },
    member = with(rating("major-nonconformance", { "major-nonconformance" },
      "evidenced"), { id = "M-1", name = "Gold Ltd",
      assessed_text = "1 of 2 facilities assessed", facilities_assessed = 1,
      facilities_listed = 2, facilities_complete = true, rating_of_assessed = open,
      with_records = open, house_rating = open, support = { stated = 2,
        evidenced = 1, auditor_verified = 1 } }),
    provisions = { with(rating("major-nonconformance",
      { "major-nonconformance" }), { provision = "1", title = "Conduct" }),
      with(rating("not-determined", OPEN),
        { provision = "2", title = "Risk" }) },
    questions = {
      { point = "Q-1", text = "Is it written?", answer = "no",
        range = { "no" }, basis = "evidenced", checks = { "1.1" } },
      { point = "Q-2", text = "Is it enough?", answer = "not-known",
        range = { "no", "yes" }, checks = { "1.4", "1.5" },
        of_assessed = { answer = "yes", range = { "yes" },
          basis = "evidenced" } },
    },
    facilities = {
      facility(with(rating("major-nonconformance", { "major-nonconformance" }),
        { id = "pit", name = "The pit", assessed = true, kind = { "mine" },
          country = "GH",
          pointer = "/facilities/0", provisions = { with(rating(
            "major-nonconformance", { "major-nonconformance" }),
            { provision = "1", title = "Conduct" }) } })),
      facility(with(rating("not-determined", OPEN), { id = "far",
        assessed = false, pointer = "/facilities/1", provisions = {},
        completeness = counts(0, 5, 0) })),
    },
    results = results(), checks = checks(), points = points(),
    facts = facts(), prompts = prompts(), missing = missing(),
    findings = { { id = "F-1", rating = "minor-nonconformance",
      provision = "1", facility = "pit", nature = "A lock is broken.",
      by = "A. Auditor", party = "auditor", cause = "No rounds.",
      evidence = { "E-1" }, raised = "2013-05-01", repeat_of = "F-0",
      pointer = "/findings/0", action = "Mend it.", due = "2013-06-01",
      overdue = true, auditor_approved = true },
      { id = "F-2", rating = "major-nonconformance", provision = "2",
        nature = "It is unguarded.", pointer = "/findings/1", overdue = false,
        by = "A. Auditor",
        party = "auditor" } },
    changes = {
      { kind = "switches-off", layer = "house", weakens = true, in_force = true,
        check = "1.9", because = "agreed", by = "A. Head",
        until_date = "2014-01-31", file = "house.lua", line = 3,
        text = "The layer house switches off check 1.9, until 2014-01-31, by "
          .. "A. Head: agreed" },
      { kind = "narrows", layer = "house", weakens = true, in_force = false,
        check = "1.8", file = "house.lua", line = 9,
        text = "The layer house narrows check 1.8, no longer in force" },
      { kind = "adds-check", layer = "house", weakens = false, in_force = true,
        check = "1.org.1", file = "house.lua", line = 1,
        text = "The layer house adds check 1.org.1: Own" } },
    registers = { ["pit/cases"] = { { item = "C-1", basis = { status = "evidenced" },
      evidence = { status = { "E-1" } }, note = { status = "as told" },
      why = { cause = "with the lawyers" },
      says = { status = "open", cause = "withheld" } } } },
    hints = { { hint = "h", text = "One year is usual.",
      source = "a leaflet" } },
    problems = { { kind = "conflict", code = "disagreement",
      pointer = "/facilities/0/arms",
      message = "Two facts disagree." } },
    evidence = { ["E-1"] = { kind = "document", title = "The policy",
      date = "2013-01-01", collected_by = "member",
      ref = "DMS 12", note = "Second edition.", ["x-seal"] = 7 } },
    records = { { kind = "waiver", by = "A. Auditor", why = "Agreed",
      date = "2013-10-01",
      party = "auditor", authority = "lead", check = "1.2", facility = "pit", in_force = true,
      used = true, pointer = "/records/1", id = "W-1", changes = { {
        check = "1.2", facility = "pit", strength = "must",
        from = "minor-nonconformance", to = "conformance",
        remark = "lifts" } } } },
    parameters = { interval = { unit = "months", state = "known", value = 12,
      source = "the pack", layer = "base" },
      reach = { unit = "km", state = "unknown", layer = "base" } },
  }
end
