-- Points, provisions, checks, contradictions, hints and the table of outcomes.

local changes_report = require "layers.changes_report"
local conditions = require "program.conditions"
local outcomes = require "base.outcomes"
local sentences = require "program.sentences"
local settings = require "program.settings"

local rules = {}

-- The strengths that rate, in the order in which the core finds their rows.
local RATED <const> = { "background", "could", "should", "must", "shall",
  "beyond" }
local SETS <const> = 32

-- ---- the pack -----------------------------------------------------------

local function add_pack(out, m)
  local about, findings = m.about or {}, m.finding_rules or {}
  local sections = {}
  for i, pair in ipairs(about.sections or {}) do
    sections[i] = { name = pair[1], title = pair[2] }
    out.add("group", sections[i])
  end
  out.add("pack", about, { sections = sections, digest = m.digest,
    ratings_source = m.ratings.source, findings_source = findings.source,
    plan_required_for = findings.plan_required_for, settings = out.settings,
    critical_provisions = findings.critical_provisions })
  for _, layer in ipairs(m.layers) do
    local signature = layer.signature or {}
    out.add("layer", layer, { signature_state = signature.state,
      signature_key = signature.key, signature_files = signature.files or {} })
  end
end

-- No check has a strength without a row in the pack's table: what stands here for
-- one is never read.
local NO_ROW <const> = { outcome = outcomes.ERROR, range = 15 }

local function add_ratings(out, m)
  for _, strength in ipairs(RATED) do
    local cells = m.outcome_tables[strength] or {}
    for mask = 0, SETS - 1 do
      local cell = cells[mask] or NO_ROW
      out.add("rating", { strength = strength, mask = mask,
        outcome = cell.outcome, range = cell.range })
    end
  end
end

-- ---- rules --------------------------------------------------------------

local function broken(out, problem)
  if not problem then return false end
  if not out.is_declared("broken", problem) then out.add("broken", problem) end
  return problem
end

local function declare_all(out, section, list)
  for _, one in ipairs(list) do out.declare(section, one) end
end

local function points_of(m, ids)
  local points = {}
  for _, id in ipairs(ids) do points[#points + 1] = m.points[id] end
  return points
end

local function fill_provision(out, m, provision)
  out.fill("provision", provision, {
    not_applicable = sentences.add(out, m, provision.not_applicable),
    applies = conditions.add(out, m, provision.applies),
    reads = provision.reads.facts, reads_lists = provision.reads.lists,
    plan = provision.plan.facts, prompt_applies = provision.id .. "/applies",
    broken = broken(out, provision.broken) })
end

local function add_prompt(out, m, prompt)
  if out.is_declared("prompt", prompt) then return end -- of a changed check too
  local names = prompt.names or {}
  out.add("prompt", prompt, {
    when = conditions.add(out, m, prompt.when), names_of = names.node or false,
    names = names.entries or {} })
end

local function fill_check(out, m, check)
  for _, prompt in ipairs(check.prompts) do add_prompt(out, m, prompt) end
  out.fill("check", check, { cites = check.points,
    points = points_of(m, check.points),
    met = sentences.add(out, m, check.met),
    not_applicable = sentences.add(out, m, check.not_applicable),
    applies = conditions.add(out, m, check.applies),
    expect = conditions.add(out, m, check.expect),
    reads = check.reads.facts, reads_lists = check.reads.lists,
    plan = check.plan.facts, parameters = check.plan.parameters,
    expect_plan = check.expect_plan.facts, expect_lists = check.expect_plan.lists,
    prompt_reads = check.prompt_reads.facts,
    prompt_reads_lists = check.prompt_reads.lists,
    broken = broken(out, check.broken) })
end

local function add_disagreement(out, m, one)
  out.add("disagreement", one, { facts = one.entries,
    when = conditions.add(out, m, one.when),
    reads = one.reads.facts, reads_lists = one.reads.lists })
end

local function add_hint(out, m, hint)
  out.add("hint", hint, { text = sentences.add(out, m, hint.text),
    when = conditions.add(out, m, hint.when), reads = hint.reads.facts,
    reads_lists = hint.reads.lists })
end

local function add_change(out, m, change)
  local grounds = change.grounds or {}
  out.add("change", change, { layer = m.layers[change.declaration.layer + 1],
    gate = conditions.add(out, m, change.node), fact = change.entry,
    setting = settings.add(out, change.entry, change.cell),
    instead_of = settings.add(out, change.entry, change.instead_of),
    because = grounds.because, by = grounds.by, last = grounds.last,
    says = changes_report.sentence(m, change), file = change.declaration.file,
    line = change.declaration.line })
end

-- Adds all of it, the vocabulary's conditions first, as other conditions lean on
-- them.
function rules.add(out, m)
  settings.add_all(out, m)
  add_pack(out, m)
  add_ratings(out, m)
  declare_all(out, "point", m.point_list)
  declare_all(out, "provision", m.provisions)
  declare_all(out, "check", m.checks)
  out.finish_vocabulary()
  for _, one in ipairs(m.provisions) do fill_provision(out, m, one) end
  for _, one in ipairs(m.checks) do fill_check(out, m, one) end
  for _, one in ipairs(m.disagreements) do add_disagreement(out, m, one) end
  for _, one in ipairs(m.hints) do add_hint(out, m, one) end
  for _, one in ipairs(m.changes) do add_change(out, m, one) end
end

return rules
