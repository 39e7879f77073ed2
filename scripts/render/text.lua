-- A report for a terminal of 80 columns, read from the top down by an auditor.
-- Every line that begins at the left edge, or with a word in capitals two
-- columns in, is ours and never from a dossier: a host may colour by them.

local layout = require "render.layout"
local lists = require "render.text_lists"
local plain = require "render.plain"
local view = require "render.view"
local view_ids = require "render.view_ids"

local render_text = {}

local in_brackets, plural, sentence =
  plain.in_brackets, plain.plural, plain.sentence

local LABEL <const> = 17
local COUNT_WORDS <const> = { settled = "settled", unknown = "unknown",
  withheld = "withheld", conflicting = "conflicting", error = "error",
  not_applicable = "not applicable" }

-- ---- words --------------------------------------------------------------

-- "5 settled, 11 unknown"; every count, or only those that are not 0.
local function counts_text(counts, all)
  local parts = {}
  for _, name in ipairs(view.COUNTS) do
    if all or counts[name] > 0 then
      parts[#parts + 1] = ("%d %s"):format(counts[name], COUNT_WORDS[name])
    end
  end
  return #parts > 0 and table.concat(parts, ", ") or "no checks"
end

local function with_basis(rating)
  return rating.basis and ("%s (%s)"):format(rating.said, rating.basis)
    or rating.said
end

-- ---- the head -----------------------------------------------------------

local function named(id, name)
  if name and id then return ("%s (%s)"):format(name, id) end
  return name or id or "not named"
end

local function head(page, v)
  local member = v.member
  local function field(label, text) page.field(0, label, text, LABEL) end
  page.text("", v.title)
  page.text("", v.notice)
  page.gap()
  field("Member", named(member.id, member.name))
  field("As of", v.as_of .. (v.kind and (" (assessment: %s)"):format(v.kind)
    or ""))
  if v.evaluated_at then field("Evaluated at", v.evaluated_at) end
  for _, one in ipairs(v.assessment) do field(one.label, one.text) end
  field("Indicative rating", member.text:gsub("^[^:]+", string.upper)
    .. view.remarks(member))
  if member.determined_by then field("To determine it", member.determined_by) end
  if member.basis then field("Basis", member.basis) end
  if member.support then field("Settled checks", member.support .. ".") end
  field("", v.bases)
  if v.oldest then field("Oldest evidence", v.oldest) end
  if v.undated then field("Unnamed evidence", v.undated) end
  field("Facilities", member.assessed)
  if v.of_assessed then field("Those assessed", with_basis(v.of_assessed)) end
  if v.by_auditor then field("By the auditor", v.by_auditor) end
  if v.entered then
    field("Findings entered", v.entered
      .. " (see below; they change no rating)")
  end
  if v.house then
    field("House rating", v.house.said .. " (with the layers' own checks)")
  end
  for _, one in ipairs(v.broken) do field("Broken rules", one) end
  field("Checks", counts_text(member.counts, true))
end

-- A record that lifts a shall, or goes beyond the wording, is never read past.
local function alerts(page, v)
  if #v.alerts == 0 then return end
  page.heading("Outcomes that records change")
  for _, text in ipairs(v.alerts) do page.text("  RECORD  ", text, 6) end
end

-- What was modified and what layers weaken is said before any rating is read.
local function layers(page, v)
  if #v.modified > 0 then
    page.heading("Modified since signing")
    for _, text in ipairs(v.modified) do page.text("  MODIFIED  ", text, 6) end
  end
  if #v.weakened > 0 then
    page.heading("Weakened by layers")
    page.text("  ", "The house rating may be more favourable for these; the "
      .. "indicative rating stands on the whole baseline.")
    for _, text in ipairs(v.weakened) do page.text("  WEAKER  ", text, 6) end
  end
  if #v.changed > 0 then
    page.heading("Laid over the baseline")
    for _, text in ipairs(v.changed) do page.text("  ", text, 4) end
  end
end

-- ---- tables of ratings --------------------------------------------------

local RATING_COLUMNS <const> = { { 27 }, { 28 }, { 7, right = true },
  { 4, right = true }, { 4, right = true } }

-- `recorded` says that a record of the auditor speaks in some rating: then each
-- shows both columns.
local function rating_table(page, first_title, rows, recorded)
  page.row(2, RATING_COLUMNS, { first_title, "Indicative rating", "Settled",
    "Open", "N/A" })
  page.line("  " .. ("-"):rep(layout.WIDTH - 2))
  for _, row in ipairs(rows) do
    local counts = row.rating.counts
    page.row(2, RATING_COLUMNS, { row.name, row.rating.said,
      tostring(counts.settled), tostring(counts.open),
      tostring(counts.not_applicable) })
    if row.settled then page.text("    ", row.settled) end
    if row.rating.house then
      page.text("    House rating: ", row.rating.house.said)
    end
    if recorded then
      page.text("    By the auditor: ", row.rating.recorded or "the same")
    end
    for _, one in ipairs(row.parts or {}) do
      page.text(("    %s  "):format(one.id), one.said .. (one.house
        and "; house rating: " .. one.house.said or "") .. (recorded
        and "; by the auditor: " .. (one.recorded or "the same") or ""))
    end
  end
end

local function provision_rows(provisions)
  local rows = {}
  for i, one in ipairs(provisions) do
    rows[i] = { name = one.id .. " " .. one.title, rating = one }
  end
  return rows
end

local function ratings(page, v)
  if #v.provisions > 0 then
    page.heading("Provisions")
    rating_table(page, "Provision", provision_rows(v.provisions),
      v.whose_records)
  end
  local rows = {}
  for i, place in ipairs(v.facilities) do
    place.rating.house = place.house
    rows[i] = { name = view.place_name(place)
      .. (place.about and (", %s"):format(place.about) or "")
      .. (place.remark and (" (%s)"):format(place.remark) or ""), rating = place.rating,
      settled = place.rating.settled, parts = #place.provisions > 1 and place.provisions or nil }
  end
  if #rows > 0 then
    page.heading("Facilities")
    rating_table(page, "Facility", rows, v.whose_records)
  end
  page.gap()
  page.text("  ", "Settled, open and N/A count checks. Open: unknown, "
    .. "withheld, conflicting or error.")
end

-- ---- findings -----------------------------------------------------------

local MARKS <const> = { major = "MAJOR", minor = "MINOR",
  observation = "OBSERVATION" }

local function fact_lines(page, facts)
  for _, fact in ipairs(facts) do
    page.text("        ", ("%s = %s%s"):format(fact.name, fact.value,
      in_brackets(fact.evidence)), 12)
    local by = fact.by and (fact.parameter and "source: " or "stated by ")
      .. fact.by
    local more = by and fact.basis and fact.basis .. ", " .. by or by
      or fact.basis
    local where = view.place_of_fact(fact) or "no pointer"
    page.text((" "):rep(12), where .. (more and (" (%s)"):format(more) or "")
      .. (fact.recorded and "; " .. fact.recorded or "")
      .. (fact.why and "; why: " .. fact.why or ""))
  end
end

local function also_read(page, label, facts, indent)
  if #facts == 0 then return end
  local parts = {}
  for i, fact in ipairs(facts) do
    parts[i] = ("%s = %s%s"):format(fact.name, fact.value,
      in_brackets(fact.evidence))
  end
  page.text(label, table.concat(parts, "; "), indent)
end

local function tests(page, result)
  for _, test in ipairs(result.tests) do
    page.text("      Rule: ", ("%s line %d: %s"):format(result.file or "?",
      test.line, test.text), 8)
    if test.item then page.text("        at ", test.item) end
    for _, items in ipairs(view_ids.places(test.items)) do
      page.text("        except ", items)
    end
  end
end

-- Which layer decided, where there are several, and what they make of it.
local function layer_lines(page, result)
  if result.decided_by then
    page.text("      Layer: ", result.decided_by, 8)
  end
  if result.own then
    page.text("      With layers: ", result.own.text, 8)
  end
end

local function finding(page, mark, result)
  page.text(("  %s  %s  "):format(mark, result.check), result.title, 6)
  page.text("      ", result.reason)
  layer_lines(page, result)
  tests(page, result)
  if #result.rests_on > 0 then
    page.line("      Rests on:")
    fact_lines(page, result.rests_on)
  end
  lists.beside(page, "      ", result)
  also_read(page, "      Also read: ", result.also_read, 8)
  lists.against(page, "      ", result)
  if #result.readings > 0 then
    page.text("      Readings: ", table.concat(result.readings, " "), 8)
  end
  if result.remedy then page.text("      Remedy: ", result.remedy, 8) end
  page.text("      Points: ", result.cited
    .. (result.basis and ". Basis: " .. result.basis or ""), 8)
  page.gap()
end

local function findings(page, v)
  page.heading("Findings")
  local any = lists.each_place(page, v, view.SHORTFALLS, function(place)
    if place.rating then
      page.text("  ", sentence(place.rating.text) .. "; "
        .. counts_text(place.rating.counts) .. ".")
    end
    lists.common(page, place)
    page.gap()
    for _, group in ipairs(view.SHORTFALLS) do
      for _, result in ipairs(place[group]) do
        finding(page, MARKS[group], result)
      end
    end
  end)
  if any then return end
  local open = view.count(v, "open") + view.count(v, "broken")
  page.text("  ", "No check that is settled falls short."
    .. (open > 0 and (" %s not settled: see below."):format(
      plural(open, "check is", "checks are")) or ""))
end

-- ---- what it all stands on ----------------------------------------------

local function provenance(page, v)
  page.heading("Made from")
  local function field(label, text) page.field(2, label, text, 9) end
  field("Dossier", v.dossier_digest)
  field("Rules", ("%s %s %s"):format(v.pack.name, v.pack.version or "",
    v.pack.edition or ""))
  field("", v.pack.digest)
  for _, layer in ipairs(v.pack.layers) do
    if #v.pack.layers > 1 then
      field("Layer", layer.name)
      field("", layer.digest)
    end
    if layer.signature then field("", layer.signature) end
  end
  field("Engine", v.engine)
  field("Digests", "SHA-256 of the canonical form")
  page.gap()
  page.text("", v.notice)
end

-- ---- the whole ----------------------------------------------------------

-- The report of a view (see view.lua) as text.
function render_text.render(v)
  local page = layout.new_page()
  for _, part in ipairs { head, alerts, layers, ratings, lists.questions, findings,
    lists.all, provenance } do
    part(page, v)
  end
  return page.finish()
end

return render_text
