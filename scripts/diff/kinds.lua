-- What can become of a check between two reports: the one table.  `says` is what a
-- reader is told above those that a kind holds.  The order is that of a report of
-- changes: first what is wrong now, then what is not known, then what got better.

local outcomes = require "base.outcomes"

local kinds = {}

kinds.ALL = {
  { name = "repeated", title = "Repeated",
    says = "Findings that were closed before and are there again." },
  { name = "new", title = "New",
    says = "Findings now where none was known before." },
  { name = "worse", title = "Worse",
    says = "Findings in both reports that weigh more now." },
  { name = "persistent", title = "Persistent",
    says = "Findings in both reports that weigh the same." },
  { name = "better", title = "Better, not closed",
    says = "Findings in both reports that weigh less now." },
  { name = "broken", title = "In error",
    says = "Checks that could not be judged in one of the reports." },
  { name = "newly-unknown", title = "Newly unknown",
    says = "Settled before, open now. A finding among them is not closed: "
      .. "whether it is still there is not known." },
  { name = "gone", title = "Not in the new report",
    says = "Asked before, and not asked now. A finding among them is not closed." },
  { name = "no-longer-applies", title = "No longer applicable",
    says = "Applicable before, not applicable now. A finding among them was not "
      .. "put right by that." },
  { name = "open", title = "Still open",
    says = "Not settled in either report." },
  { name = "closed", title = "Closed",
    says = "Findings before, conforming now." },
  { name = "settled", title = "Settled",
    says = "Open or not applicable before, conforming or not applicable now." },
  { name = "added", title = "Asked for the first time",
    says = "Not asked in the old report, and no finding now." },
  { name = "auditor", title = "Changed by the auditor alone",
    says = "The rules say the same in both reports, the auditor's records do not." },
  { name = "less-supported", title = "Less supported",
    says = "The same outcome, on weaker evidence than before." },
  { name = "better-supported", title = "Better supported",
    says = "The same outcome, on stronger evidence than before." },
}

-- What stayed is told beside what changed, but is no difference.
kinds.STAYS = { persistent = true, open = true }

-- How much an outcome weighs as a finding; nil for one that is none.
local WEIGHT <const> = { [outcomes.OBSERVATION] = 1, [outcomes.MINOR] = 2,
  [outcomes.MAJOR] = 3 }

local function weight_of(row)
  return row and WEIGHT[row.outcome]
end

local BASIS_RANK <const> = {}
for rank, name in ipairs(outcomes.BASES) do BASIS_RANK[name] = rank end

local function of_two_findings(was, now)
  if was == now then return "persistent" end
  return now > was and "worse" or "better"
end

-- Where the old report has a finding, and the new one has none.
local function of_past_finding(now)
  if not now then return "gone" end
  if now.outcome == outcomes.OPEN then return "newly-unknown" end
  return now.outcome == outcomes.NOT_APPLICABLE and "no-longer-applies" or "closed"
end

-- Neither has a finding, and the outcomes differ.
local function of_no_finding(was, now)
  if not was then return now.outcome == outcomes.OPEN and "open" or "added" end
  if not now then return "gone" end
  if now.outcome == outcomes.OPEN then return "newly-unknown" end
  return now.outcome == outcomes.NOT_APPLICABLE and was.outcome ~= outcomes.OPEN
    and "no-longer-applies" or "settled"
end

-- What the auditor's records make of a row, as one text.
local function by_records(row)
  local said = row.result.with_records
  return said and said.outcome .. " " .. table.concat(said.range, " ") or ""
end

-- The rules say the same in both; nil where nothing is to be told.
local function of_same(was, now)
  if by_records(was) ~= by_records(now) then return "auditor" end
  if now.outcome == outcomes.OPEN then return "open" end
  local before, after = BASIS_RANK[was.basis], BASIS_RANK[now.basis]
  if not before or not after or before == after then return nil end
  return after > before and "better-supported" or "less-supported"
end

local function is_broken(row)
  return row ~= nil and row.outcome == outcomes.ERROR
end

-- The kind of what became of a check, from its rows in both reports (nil where it is
-- not asked); nil where nothing is to be told.  `was_closed`: the new report holds an
-- earlier finding on it that was closed.
function kinds.of(was, now, was_closed)
  local before, after = weight_of(was), weight_of(now)
  if is_broken(was) or is_broken(now) then return "broken" end
  if before and after then return of_two_findings(before, after) end
  if after then return was_closed and "repeated" or "new" end
  if before then return of_past_finding(now) end
  if not was or not now or was.outcome ~= now.outcome then
    return of_no_finding(was, now)
  end
  return of_same(was, now)
end

return kinds
