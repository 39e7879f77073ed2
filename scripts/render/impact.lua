-- What changes between two packs (cop11.impact/1), for people and for
-- spreadsheets.  As in view.lua, nothing in it is trusted.

local grouped = require "base.grouped"
local layout = require "base.layout"
local plain = require "base.plain"
local render_csv = require "render.csv"

local render_impact = {}

local object, objects, text, texts, whole =
  plain.object, plain.objects, plain.text, plain.texts, plain.whole

-- ---- words --------------------------------------------------------------

local function plural(count, one)
  return plain.plural(count, one, one .. "s")
end

-- "conformance", or "insufficient-evidence (conformance to major-...)".
local function outcome(side)
  local range = texts(side.range)
  local name = text(side.outcome) or "?"
  if #range < 2 then return name end
  return ("%s (%s)"):format(name, table.concat(range, ", "))
end

local function where(one)
  local line = whole(one.line)
  return (text(one.file) or "?") .. (line > 0 and ":" .. line or "")
end

local function place(one)
  local parts = { text(one.dossier) or "?" }
  parts[#parts + 1] = text(one.facility)
  parts[#parts + 1] = text(one.provision)
  return table.concat(parts, ", ")
end

-- What differs in the rules, as one sentence without its place.
local function difference(d)
  local was, now = text(d.was), text(d.now)
  if d.whole == true then return was or now or "?" end
  if not was then return ("new: %s"):format(now or "?") end
  if not now then return ("gone: %s"):format(was) end
  return ("\"%s\" is now \"%s\""):format(was, now)
end

local function reason(change)
  local parts = {}
  for i, d in ipairs(objects(change.because)) do
    parts[i] = ("%s %s, %s: %s"):format(text(d.about) or "?",
      text(d.id) or "?", where(d), difference(d))
  end
  if #parts == 0 then
    return "the rule's conditions, and what they stand on, are the same; look "
      .. "at its functions"
  end
  return table.concat(parts, "; ")
end

local function explained(change)
  local release = object(change.explained)
  if not text(release.version) then return "not explained" end
  return ("explained in %s: %s"):format(text(release.version),
    text(release.because) or "")
end

-- ---- summary ------------------------------------------------------------

local function pack_line(page, label, pack)
  page.field(0, label, ("%s, version %s"):format(text(pack.name) or "?",
    text(pack.version) or "?"), 4)
end

local function rating_lines(page, ratings)
  if #ratings == 0 then return end
  page.heading "Ratings that change"
  for _, one in ipairs(ratings) do
    local name = place(one)
    if text(one.level) == "member" then name = name .. ", the Member" end
    page.text("  ", name .. (one.explained == true and "" or " (not explained)"), 4)
    page.text("    was: ", text(one.was) or "?")
    page.text("    now: ", text(one.now) or "?")
  end
end

-- Two different sets of rules that give themselves the same version: nobody who
-- reads a report could tell which of them made it.
local function same_version(page, document)
  local version = text(object(document.new).version)
  if version and version == text(object(document.old).version)
    and #objects(document.rules) > 0 then
    page.gap()
    page.text("", ("The rules differ, and both say version %s: give the new "
      .. "ones another version, and a title of their own, in pack.lua.")
      :format(version))
  end
end

local function check_of(change) return text(change.check) or "?" end

-- What `of` gives for each change, as one text.
local function listed(changes, of, separator)
  local parts = {}
  for i, change in ipairs(changes) do parts[i] = of(change) end
  return table.concat(parts, separator)
end

-- Which checks come out otherwise at each facility, provision by provision.
local function place_lines(page, changes)
  if #changes == 0 then return end
  page.heading "Facilities and provisions that change"
  for _, group in ipairs(grouped(changes, place)) do
    page.text("  ", group.name, 4)
    page.text("    ", ("%s: %s"):format(plural(#group, "outcome"),
      listed(group, check_of, ", ")), 6)
  end
end

-- How many outcomes each check changes.
local function check_lines(page, changes)
  if #changes == 0 then return end
  page.heading "Checks that change outcomes"
  for _, group in ipairs(grouped(changes, check_of)) do
    local open = 0
    for _, change in ipairs(group) do
      if not change.explained then open = open + 1 end
    end
    page.text(("  %-8s "):format(group.name), ("%s: %s%s"):format(
      text(group[1].title) or "", plural(#group, "outcome"), open > 0
      and (", %d not explained"):format(open) or ""))
  end
end

-- ---- detail -------------------------------------------------------------

-- Whether the check was not there on one side, and does not apply on the other.
local function is_empty(change)
  local was, now = object(change.was).outcome, object(change.now).outcome
  return was == "not asked" and now == "not-applicable"
    or was == "not-applicable" and now == "not asked"
end

-- Where a check is asked that was not, and does not apply: one line a check.
local function empty_lines(page, changes)
  if #changes == 0 then return end
  page.heading "Asked on one side alone, and not applicable there"
  for _, group in ipairs(grouped(changes, check_of)) do
    page.text(("  %s  "):format(group.name), ("%s: %s"):format(plural(#group,
      "place"), listed(group, place, "; ")), 6)
    page.text("      ", ("because %s"):format(reason(group[1])))
    page.text("      ", explained(group[1]))
  end
end

local function change_lines(page, all)
  local changes, empty = {}, {}
  for _, change in ipairs(all) do
    table.insert(is_empty(change) and empty or changes, change)
  end
  if #changes > 0 then page.heading "Outcomes that change" end
  for _, change in ipairs(changes) do
    page.text(("  %s  "):format(check_of(change)), place(change), 6)
    page.text("      ", ("was %s"):format(outcome(object(change.was))))
    page.text("      ", ("now %s"):format(outcome(object(change.now))))
    page.text("      ", ("line: %s"):format(where(change)))
    page.text("      ", ("because %s"):format(reason(change)))
    page.text("      ", ("says: %s"):format(
      text(object(change.now).reason) or "nothing, it is gone"))
    page.text("      ", explained(change))
    page.gap()
  end
  empty_lines(page, empty)
end

-- How to say that a change was meant.
local function announce_line(page, document, changes)
  for _, change in ipairs(changes) do
    if not change.explained then
      local effect = change.effect
      if effect ~= "stricter" and effect ~= "milder" then effect = "any" end
      return page.text("", ("Announce what was meant in %s/releases.lua, such as: "
        .. 'release "%s" { { check = "%s", effect = "%s", because = "..." } }')
        :format(text(object(document.new).name) or "?",
        text(object(document.new).version) or "?", text(change.check) or "?",
        effect))
    end
  end
end

local function failure_lines(page, failures)
  if #failures == 0 then return end
  page.heading "Dossiers that cannot be assessed"
  for _, one in ipairs(failures) do
    for _, side in ipairs { "old", "new" } do
      if text(one[side]) then
        page.text("  ", text(one.dossier) or "?", 4)
        page.text("    ", ("with the %s rules: %s"):format(side,
          text(one[side])), 6)
      end
    end
  end
end

local function quiet_lines(page, rules, changes)
  local used = {}
  for _, change in ipairs(changes) do
    for _, d in ipairs(objects(change.because)) do
      used[where(d) .. difference(d)] = true
    end
  end
  local quiet = {}
  for _, d in ipairs(rules) do
    if not used[where(d) .. difference(d)] then quiet[#quiet + 1] = d end
  end
  if #quiet == 0 then return end
  page.heading "Rules that differ and change nothing in these dossiers"
  for _, d in ipairs(quiet) do
    page.text("  ", ("%s %s, %s: %s"):format(text(d.about) or "?",
      text(d.id) or "?", where(d), difference(d)), 6)
  end
end

function render_impact.text(document)
  local page = layout.new_page()
  local changes, ratings = objects(document.changes), objects(document.ratings)
  local totals = object(document.totals)
  pack_line(page, "old", object(document.old))
  pack_line(page, "new", object(document.new))
  same_version(page, document)
  rating_lines(page, ratings)
  place_lines(page, changes)
  check_lines(page, changes)
  if document.summary_only ~= true then
    change_lines(page, changes)
    quiet_lines(page, objects(document.rules), changes)
  end
  failure_lines(page, objects(document.failures))
  page.gap()
  page.text("", ("%s: %s and %s differ; %d not explained by the new pack's "
    .. "releases."):format(plural(whole(totals.dossiers), "dossier"),
    plural(#changes, "outcome"), plural(#ratings, "rating"),
    whole(totals.unexplained)))
  announce_line(page, document, changes)
  return page.finish()
end

-- ---- spreadsheets -------------------------------------------------------

local COLUMNS <const> = { "dossier", "facility", "provision", "check", "was",
  "now", "effect", "file", "line", "because", "explained" }

local row <const> = render_csv.row

local function change_row(change)
  local line = whole(change.line)
  return row { text(change.dossier) or "", text(change.facility) or "",
    text(change.provision) or "", text(change.check) or "",
    outcome(object(change.was)), outcome(object(change.now)),
    text(change.effect) or "", text(change.file) or "",
    line > 0 and tostring(line) or "", reason(change), explained(change) }
end

local function rating_row(one)
  return row { text(one.dossier) or "", text(one.facility) or "",
    text(one.provision) or "", "", text(one.was) or "", text(one.now) or "",
    "", "", "", "rating of the " .. (text(one.level) or "?"),
    one.explained == true and "explained" or "not explained" }
end

-- One row for each outcome and each rating that changes.
function render_impact.csv(document)
  local out = { row(COLUMNS) }
  for _, change in ipairs(objects(document.changes)) do
    out[#out + 1] = change_row(change)
  end
  for _, one in ipairs(objects(document.ratings)) do
    out[#out + 1] = rating_row(one)
  end
  return table.concat(out)
end

return render_impact
