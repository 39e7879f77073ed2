-- What the Member withholds, wherever it stands: known by what stands in for it,
-- settled by the auditor, or not known.  What no open check asks for is asked of the
-- auditor here, so that a refusal is never passed over.

local culprits = require "evaluate.culprits"

local withheld = {}

-- What follows from a list is told at the items.
local function is_withheld(cell)
  return cell and not cell.derived and (cell.state == "withheld" or cell.withheld)
end

local function look_in(out, frame, entries, facility, ctx, store)
  ctx.charge(#entries)
  for _, entry in ipairs(entries) do
    local cell = frame[entry.path]
    if is_withheld(cell) then
      out[#out + 1] = { entry = entry, frame = frame, cell = cell,
        facility = facility and facility["#id"],
        key = store.fact(entry, frame, facility) }
    end
  end
end

local function look_at_place(out, model, frame, scope, ctx, store)
  local facility = scope == "facility" and frame or nil
  local own = {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.scope == scope then own[#own + 1] = entry end
  end
  look_in(out, frame, own, facility, ctx, store)
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    local content = list.scope == scope and frame[list.path]
    for _, item in ipairs(content and content.items or {}) do
      look_in(out, item, list.ordered, facility, ctx, store)
    end
  end
end

-- Every fact that is withheld, by key, which the report then shows: { entry, frame,
-- cell, facility (an id), key }.
function withheld.all(model, r, ctx, store)
  local out = {}
  look_at_place(out, model, r.member, "member", ctx, store)
  for _, frame in ipairs(r.facilities.items) do
    look_at_place(out, model, frame, "facility", ctx, store)
  end
  table.sort(out, function(a, b) return a.key < b.key end)
  return out
end

-- What is asked of one that nothing else asks for.
local function prompt_of(one, show_sensitive)
  local entry, why = one.entry, one.cell.why
  local label = entry.scope == "item" and culprits.label(one.frame, show_sensitive)
  local because = why and (not show_sensitive and entry.hides_why
    and ", and its reason is kept back" or (" (\"%s\")"):format(why)) or ""
  return { kind = "advisory", prompt = "fact:" .. one.frame["#pointer"] .. entry.suffix,
    id = "fact:" .. one.key, facility = one.facility,
    text = ("%s%s  The Member withholds the answer%s.  What do you hear and see of it?")
      :format(label and label .. ": " or "", entry.ask or entry.path .. ".", because) }
end

-- Appends to `out` a prompt for each of `all` that is not known and that
-- is_asked(entry, frame) does not find among the questions of the report.
function withheld.add_prompts(all, is_asked, show_sensitive, out)
  for _, one in ipairs(all) do
    if one.cell.state == "withheld" and not is_asked(one.entry, one.frame) then
      out[#out + 1] = prompt_of(one, show_sensitive)
    end
  end
end

return withheld
