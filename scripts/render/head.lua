-- What the head and the end of a report say, as fields and blocks (blocks.lua).

local blocks = require "render.blocks"
local plain = require "base.plain"

local head = {}

local add_field, note = blocks.add_field, blocks.note

local function with_basis(rating)
  return rating and (rating.basis and ("%s (%s)"):format(rating.said,
    rating.basis) or rating.said)
end

local function named(member)
  local id, name = member.id, member.name
  return name and id and ("%s (%s)"):format(name, id) or name or id
    or "not named"
end

-- Who was assessed, as of when, by whom.
function head.who(v)
  local fields = {}
  add_field(fields, "Member", named(v.member))
  add_field(fields, "As of", v.as_of .. (v.kind
    and (" (assessment: %s)"):format(v.kind) or ""))
  add_field(fields, "Evaluated at", v.evaluated_at)
  for _, one in ipairs(v.assessment) do add_field(fields, one.label, one.text) end
  return fields
end

local function summary() return { in_summary = true } end

-- What belongs to the Member's rating.
function head.rating(v)
  local fields = {}
  add_field(fields, "Beyond the range", v.member.beyond, summary())
  add_field(fields, "To determine it", v.member.determined_by)
  add_field(fields, "Basis", v.member.basis)
  add_field(fields, "Settled checks", v.member.support and v.member.support .. ".")
  add_field(fields, "", v.bases)
  add_field(fields, "Withheld facts", v.withheld, summary())
  add_field(fields, "Oldest evidence", v.oldest)
  add_field(fields, "Unnamed evidence", v.undated)
  add_field(fields, "Facilities", v.member.assessed, summary())
  add_field(fields, "Those assessed", with_basis(v.of_assessed))
  add_field(fields, "By the auditor", v.by_auditor, summary())
  add_field(fields, "Judgements in it", v.judged)
  add_field(fields, "Findings entered", v.entered
    and v.entered .. " (see below; they change no rating)", summary())
  add_field(fields, "House rating", v.house
    and v.house.said .. " (with the layers' own checks)", summary())
  for _, one in ipairs(v.broken) do add_field(fields, "Broken rules", one, summary()) end
  return fields
end

-- The same that nobody may miss who reads but a screen.
function head.rating_in_summary(v)
  local fields = {}
  for _, one in ipairs(head.rating(v)) do
    fields[#fields + 1] = one.in_summary and one or nil
  end
  return fields
end

-- ---- why the rating is no better ----------------------------------------

local MOST_ROWS <const> = 8

-- What stands beside the findings that make the rating.
local function also(v)
  local parts = { v.because.beside }
  local open = v.member.counts.open
  if open > 0 then parts[#parts + 1] = plain.plural(open, "check open", "checks open") end
  return #parts > 0 and ("Also %s. "):format(table.concat(parts, ", ")) or ""
end

-- The findings that make the Member's rating, the gravest alone and at most `most`, as a
-- section; nil where none lowers it.
function head.because(v, most)
  local because = v.because
  if not because then return nil end
  local list = {}
  most = most or MOST_ROWS
  for i = 1, math.min(#because.rows, most) do
    local row = because.rows[i]
    list[i] = { kind = "line", id = row.check, text = ("%s (%s)"):format(row.says,
      row.behind), fields = {}, leads_to = row.results[1] }
  end
  if #because.rows > most then
    list[#list + 1] = note(("And %d more: see the findings."):format(
      #because.rows - most))
  end
  local one, all = because.group .. " finding", because.group .. " findings"
  list[#list + 1] = note(("%s in all. %sWithout the %s the rating could be at best %s.")
    :format(plain.plural(because.count, one, all), also(v),
      because.count == 1 and one or all, because.without))
  return { title = "Because", blocks = list }
end

-- ---- what is read before any rating -------------------------------------

local function notes(texts, mark, tone, first)
  local list = { first }
  for _, text in ipairs(texts) do
    list[#list + 1] = note(text, { mark = mark, tone = tone })
  end
  return list
end

-- What records change, what was modified, what layers weaken and change: sections
-- { title, blocks }, those that hold something.
function head.changes(v)
  local list = {}
  local function add(title, texts, mark, tone, first)
    if #texts > 0 then
      list[#list + 1] = { title = title, blocks = notes(texts, mark, tone, first) }
    end
  end
  add("Outcomes that records change", v.alerts, "RECORD", "major")
  add("Modified since signing", v.modified, "MODIFIED", "major")
  add("Weakened by layers", v.weakened, "WEAKER", "major", note(
    "The house rating may be more favourable for these; the indicative rating "
    .. "stands on the whole baseline."))
  add("Laid over the baseline", v.changed)
  return list
end

-- ---- what it all stands on ----------------------------------------------

-- The digests it was made from, and who signed.
function head.origin(v)
  local fields = {}
  local function digest(label, name, hex)
    add_field(fields, label, name, { code = hex })
  end
  digest("Dossier", "", v.dossier_digest)
  digest("Rules", ("%s %s %s"):format(v.pack.name, v.pack.version or "",
    v.pack.edition or ""), v.pack.digest)
  for _, layer in ipairs(v.pack.layers) do
    if #v.pack.layers > 1 then digest("Layer", layer.name, layer.digest) end
    add_field(fields, "Signature", layer.signature
      and ("%s: %s"):format(layer.name, layer.signature))
  end
  add_field(fields, "Engine", v.engine)
  add_field(fields, "Digests", "SHA-256 of the canonical form")
  return fields
end

return head
