-- What the Member withholds, read into what every form of a report shows: counted by
-- what became of it, and listed by the reason given; see view.lua.

local plain = require "base.plain"

local view_withheld = {}

-- What became of a withheld fact, in the order it is told: its words and its label.
local FATES <const> = {
  { "shown", "known from an interview and an observation alone", "Known" },
  { "judged", "settled by a record", "By a record" },
  { "disputed", "in conflict", "In conflict" },
  { "open", "not known", "Not known" },
}

-- What follows from a list is counted at its items.
local function fate_of(fact)
  if fact.worked_out_from then return nil end
  if fact.state == "withheld" then return "open" end
  if not fact.withheld then return nil end
  return fact.record and "judged" or fact.known and "shown" or "disputed"
end

-- "19 facts are withheld by the Member: 6 known from an interview ..., 12 not known".
local function counted(counts, all)
  local parts = {}
  for _, fate in ipairs(FATES) do
    local count = counts[fate[1]]
    parts[#parts + 1] = count and ("%d %s"):format(count, fate[2]) or nil
  end
  return ("%s withheld by the Member: %s"):format(plain.plural(all, "fact is",
    "facts are"), plain.all_of(parts))
end

local function add_fact(groups, fact, fate)
  local reason = fact.why or "A reason is given, and not printed, for it may name people."
  local group = groups[reason]
  if not group then
    group = { reason = reason }
    groups[reason], groups[#groups + 1] = group, group
  end
  group[fate] = group[fate] or {}
  table.insert(group[fate], (fact.facility and fact.facility .. "/" or "") .. fact.name
    .. plain.in_brackets(fact.evidence))
end

-- Gives the view its `withheld`, a sentence or nil, and `withheld_groups`:
-- { reason, fates = { { label, names } } }.
function view_withheld.read(v)
  local groups, counts, all = {}, {}, 0
  for _, fact in ipairs(v.facts) do
    local fate = fate_of(fact)
    if fate then
      counts[fate], all = (counts[fate] or 0) + 1, all + 1
      add_fact(groups, fact, fate)
    end
  end
  for _, group in ipairs(groups) do
    group.fates = {}
    for _, fate in ipairs(FATES) do
      if group[fate[1]] then
        table.insert(group.fates, { label = fate[3],
          text = plain.all_of(group[fate[1]]) })
      end
    end
  end
  v.withheld, v.withheld_groups = all > 0 and counted(counts, all) or nil, groups
end

return view_withheld
