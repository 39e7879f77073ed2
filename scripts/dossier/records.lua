-- The auditor's records: judgements that answer prompts, attestations of facts,
-- and overrides and waivers, which show only in the auditor's column.

local matters = require "dossier.records.matters"
local standing = require "dossier.records.standing"
local targets = require "dossier.records.targets"

local records = {}

-- Checks what the records of the reading `r` name and say, and finds which are in
-- force and which contradict each other.
function records.check(model, r)
  for _, record in ipairs(r.all_records) do
    local before = #r.problems
    if not record.bad then targets.check(model, r, record) end
    record.bad = record.bad or #r.problems > before
  end
  standing.settle(r)
  r.matters = matters.gather(r, model.host.json)
  matters.tell_contradictions(model, r, r.matters)
end

-- The answers of the records in force, and what becomes of each record:
-- `judged` holds the cells that a judgement settled.
function records.index(r)
  local all, used, why_stale = r.matters, {}, {}
  local index = { used = used, why_stale = why_stale, judged = {},
    silent = #r.records == 0 }

  -- Says that a record has a part in the evaluation.
  function index.use(record) used[record] = true end

  -- Says why the case of a record that is in force is not there.
  function index.stale(record, why) why_stale[record] = why end

  function index.matter(record) return all[matters.of_prompt(record.prompt)] end

  -- What the records answer to a prompt at a facility: nil where none does or
  -- they contradict each other; and the claims they make.
  function index.judgement(prompt, facility)
    local matter = all[matters.of_prompt(prompt)]
    local claims = matter and matters.at(r, matter, facility)
    if not claims then return nil end
    return not claims.contradict and claims[1].record.answer or nil, claims
  end

  -- The claims that records make of the outcome of a check or provision.
  function index.outcome(id, facility)
    local matter = all[matters.of_outcome(id)]
    return matter and matters.at(r, matter, facility)
  end
  return index
end

return records
