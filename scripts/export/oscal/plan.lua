-- What a report leaves to do as an OSCAL assessment plan: what to ask next, and what
-- only the auditor may decide, each as a task.

local parts = require "export.oscal.parts"
local sorted_keys = require "base.sorted_keys"
local texts = require "export.oscal.texts"

local plan = {}

local function task(d, kind, name, text, props)
  return { uuid = parts.id(d, "task", name), type = "action", title = texts.markup(text),
    props = parts.props(d, { { "kind", kind }, table.unpack(props) }) }
end

local function asked(d, one)
  local props = {}
  for i, at in ipairs(one.at) do props[i] = { "fact", at.fact } end
  return task(d, "missing", "ask " .. one.ask .. (one.at[1] and one.at[1].fact or ""),
    one.ask, props)
end

local function prompted(d, one)
  local props = {}
  for i, at in ipairs(one.at) do props[i] = { "prompt", at.id } end
  for _, answer in ipairs(sorted_keys(one.answers or {})) do
    props[#props + 1] = { "answer", answer .. ": " .. one.answers[answer] }
  end
  return task(d, one.kind, "decide " .. (one.at[1] and one.at[1].id or one.text),
    one.text, props)
end

local function tasks(d)
  local list = {}
  for _, one in ipairs(d.report.missing) do list[#list + 1] = asked(d, one) end
  for _, one in ipairs(d.report.prompts) do list[#list + 1] = prompted(d, one) end
  return parts.list(d, list)
end

-- OSCAL wants a system security plan: the dossier stands where one would.
local function dossier(d)
  return { uuid = parts.id(d, "dossier", d.report.dossier.digest),
    title = "The dossier that was evaluated",
    description = "No system security plan is behind it.",
    props = parts.props(d, { { "dossier-digest", d.report.dossier.digest } }) }
end

function plan.build(d)
  local source = dossier(d)
  return { ["assessment-plan"] = { uuid = parts.id(d, "assessment-plan", d.run),
    metadata = parts.metadata(d, parts.member_name(d) .. ": assessment plan"),
    ["import-ssp"] = { href = "#" .. source.uuid },
    ["local-definitions"] = { components = parts.places(d) },
    ["reviewed-controls"] = parts.reviewed(d),
    ["assessment-subjects"] = d.json.array { { type = "component", ["include-all"] = {} } },
    ["assessment-assets"] = parts.assets(d), tasks = tasks(d),
    ["back-matter"] = { resources = d.json.array { source } } } }
end

return plan
