-- Some answers take questions away, such as that something is not appropriate here.
-- A pack lets them count with a reason alone (`needs_why` of a fact): without one, in
-- their `why`, or with low risk as one, they leave open what they leave out, and the
-- auditor is asked.

local all_of = require("evaluate.wording").all_of
local logic = require "evaluate.logic"
local small_risk = require "dossier.small_risk"

local bare = {}

-- The values of `entry` that a known answer leaves out; nil where it leaves out
-- nothing.
local function left_out(entry, value)
  if entry.type ~= "choices" then
    return (value == false or value == "no" or value == "none") and {} or nil
  end
  local names = {}
  for _, name in ipairs(entry.values) do
    if not value[name] then names[#names + 1] = name end
  end
  return #names > 0 and names or nil
end

local function is_asked(entry, ctx)
  return entry.needs_why == true or logic.may_hold(entry.needs_why.eval(ctx))
end

-- The cell in which what is left out of `cell` is open.
local function opened(entry, cell)
  local open = { state = "unknown", legs = cell.legs, basis = cell.basis,
    stated_by = cell.stated_by, why = cell.reason
      and "it is answered by low risk, which is no reason"
      or "it is answered without the reason that it needs as why" }
  if entry.type == "choices" and next(cell.value) then
    open.state, open.has = "known", cell.value
    open.raw = { includes = cell.raw }
  end
  return open
end

-- "leaves out a, b and c": the values that an answer lacks, as people call them.
local function left_out_text(entry, names)
  local shown = {}
  for i, name in ipairs(names) do
    shown[i] = entry.titles and entry.titles[name] or name
  end
  return "leaves out " .. all_of(shown)
end

local function why_asked(entry, names, reason)
  return ("The answer %s, %s"):format(#names > 0 and left_out_text(entry, names)
    or "is no", reason and "by low risk, which is no reason"
    or "and no reason is given for that")
end

local function look_at(entry, frame, r, ctx)
  local cell = frame[entry.path]
  if not cell or cell.value == nil then return end
  if cell.reason and not small_risk.is_said(cell.reason) then return end
  local names = left_out(entry, cell.value)
  if not names or not is_asked(entry, ctx) then return end
  frame[entry.path] = opened(entry, cell)
  r.undecided[#r.undecided + 1] = { entry = entry, frame = frame,
    pointer = frame["#pointer"] .. entry.suffix,
    why = why_asked(entry, names, cell.reason) }
end

-- Opens the answers of the reading `r` that lack the reason they need.
-- ctx.facility is left as it was.
function bare.open(vocabulary, r, ctx)
  local outside = ctx.facility
  for _, facility in ipairs(r.facilities.items) do
    ctx.facility = facility
    for _, entry in ipairs(vocabulary.reasoned) do
      if entry.scope == "facility" then look_at(entry, facility, r, ctx) end
    end
  end
  ctx.facility = outside
end

return bare
