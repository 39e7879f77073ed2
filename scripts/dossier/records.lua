-- The auditor's records: judgements that answer prompts, attestations of facts,
-- and overrides and waivers, which show only in the auditor's column.

local diagnostic = require "base.diagnostic"
local matters = require "dossier.records.matters"
local standing = require "dossier.records.standing"
local targets = require "dossier.records.targets"

local say <const> = diagnostic.new

local records = {}

-- Checks what the records of the reading `r` name and say, and finds which are in
-- force and which contradict each other.
function records.check(model, r)
  for _, record in ipairs(r.all_records) do
    local before = #r.problems
    targets.check(model, r, record)
    record.bad = record.bad or #r.problems > before
  end
  standing.settle(r)
  r.matters = matters.gather(r, model.host.json)
  matters.tell_contradictions(model, r, r.matters)
end

-- The answers of the records in force, and what becomes of each record: `judged`
-- holds the cells that a judgement settled; `results` and `provisions` where each
-- record speaks.
function records.index(r)
  local all, used, why_stale = r.matters, {}, {}
  local index = { used = used, why_stale = why_stale, judged = {},
    results = {}, provisions = {}, silent = #r.records == 0,
    charge = r.charge }

  local function at(key, facility)
    local matter = all[key]
    return matter and matters.at(r, matter, facility)
  end

  -- Says that a record has a part in the evaluation.
  function index.use(record) used[record] = true end

  -- Says why the case of a record that is in force is not there.
  function index.stale(record, why)
    local says = type(why) == "table" and why or say("internal", { text = why })
    why_stale[record] = diagnostic.text(says)
    r.problem("note", record.pointer, say("record-stale", { inner = says }))
  end

  -- Says why a record in force changes nothing.
  function index.without_effect(record, says)
    record.without_effect = diagnostic.text(says)
    r.problem("note", record.pointer, say("record-stale", { inner = says }))
  end

  function index.matter(record) return all[matters.of_record(record)] end

  local function keep(lists, record, one)
    local list = lists[record] or {}
    lists[record], list[#list + 1] = list, one
    used[record] = true
  end

  -- Say that a record speaks of a result, or changes a provision at a place.
  function index.speaks_of(record, result) keep(index.results, record, result) end
  function index.changes_provision(record, change)
    keep(index.provisions, record, change)
  end

  -- What the records answer to a prompt at a facility: nil where none does or
  -- they contradict each other; and the claims they make.
  function index.judgement(prompt, facility)
    local claims = at(matters.of_prompt(prompt), facility)
    if not claims then return nil end
    return not claims.contradict and claims[1].record.answer or nil, claims
  end

  -- The claims that records make of the outcome of a check or provision.
  function index.outcome(id, facility)
    return at(matters.of_outcome(id), facility)
  end

  -- The waivers of it that name no outcome.
  function index.waivers(id, facility)
    return at(matters.of_waiver(id), facility)
  end
  return index
end

return records
