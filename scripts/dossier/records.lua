-- The auditor's records: judgements that answer prompts, attestations of facts,
-- and overrides and waivers, which show only in the auditor's column.

local standing = require "dossier.records.standing"
local targets = require "dossier.records.targets"

local records = {}

-- Checks what the records of the reading `r` name and say.
function records.check(model, r)
  for _, record in ipairs(r.all_records) do
    local before = #r.problems
    targets.check(model, r, record)
    record.bad = record.bad or #r.problems > before
  end
  standing.check(r)
end

return records
