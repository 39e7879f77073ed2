-- The other documents of this library as text: what validating, linting and
-- testing found, and checks for people to read.  As in view.lua, nothing
-- in them is trusted.

local grouped = require "base.grouped"
local layout = require "base.layout"
local places = require "render.places"
local plain = require "base.plain"
local view_problems = require "view.problems"

local render_tools = {}

local object, objects, text, texts, whole =
  plain.object, plain.objects, plain.text, plain.texts, plain.whole

local function plural(count, one)
  return plain.plural(count, one, one .. "s")
end

-- "name (line 12)", "name (line 12, column 3)" or "name".
local function place(name, line, column)
  if whole(line) < 1 then return name end
  if whole(column) < 1 then
    return ("%s (line %d)"):format(name, whole(line))
  end
  return ("%s (line %d, column %d)"):format(name, whole(line), whole(column))
end

-- Where `one` of what test found stands, for editors and terminals to click.
local function where(document, one, file)
  local line, column = whole(one.line), whole(one.column)
  return places.address { path = places.path(document, file or text(one.file) or "?"),
    line = line > 0 and line or nil, column = column > 0 and column or nil }
end

-- ---- validation ---------------------------------------------------------

local MOST_PLACES <const> = 5 -- that are named of one slip

local function by_kind(problems)
  local counts, kinds = {}, {}
  for _, one in ipairs(problems) do
    local kind = one.kind
    if not counts[kind] then counts[kind], kinds[#kinds + 1] = 0, kind end
    counts[kind] = counts[kind] + 1
  end
  table.sort(kinds)
  local parts = {}
  for i, kind in ipairs(kinds) do parts[i] = plural(counts[kind], kind) end
  return table.concat(parts, ", ")
end

local function more_text(more)
  return more > 0 and (", and %d more that are not listed: put these right, and "
    .. "validate again"):format(more) or ""
end

-- What the same slip at other places shares; of a contradiction its places too.
local function slip_of(one)
  local parts = { one.kind, one.message, one.cure or "" }
  if #one.places > 1 then
    for _, at in ipairs(one.places) do parts[#parts + 1] = at.pointer end
  end
  return table.concat(parts, "\n")
end

-- A slip, with the first places where it is made.
local function add_slip(page, slip)
  local one = slip[1]
  page.text(("  %s  "):format(one.kind:upper()), one.message, 6)
  for i = 1, math.min(#slip, MOST_PLACES) do
    for _, at in ipairs(slip[i].places) do
      page.text("      ", place(at.pointer, at.line, at.column), 8)
    end
  end
  if #slip > MOST_PLACES then
    page.text("      ", ("and at %s more"):format(plural(#slip - MOST_PLACES, "place")))
  end
  if one.cure then page.text("      Cure: ", one.cure, 8) end
end

function render_tools.validation(document)
  local page = layout.new_page()
  local problems = view_problems.groups(document.problems)
  if document.valid == true then
    page.text("", "The dossier can be assessed.")
  else
    page.text("", "The dossier cannot be assessed until its errors are put "
      .. "right.")
  end
  page.text("", #problems > 0 and by_kind(problems)
    .. more_text(whole(document.more)) .. "."
    or "Nothing is wrong with it.")
  page.gap()
  for _, slip in ipairs(grouped(problems, slip_of)) do add_slip(page, slip) end
  return page.finish()
end

-- ---- lint ---------------------------------------------------------------

local function told(page, one)
  page.line(("%s: %s: %s%s"):format(places.address(one), one.severity, one.message,
    one.code and " [" .. one.code .. "]" or ""))
  places.quote(page, one)
  if one.cure then page.text("    ", one.cure) end
end

function render_tools.lint(document)
  local page, count, accepted = layout.new_page(), 0, 0
  for _, one in ipairs(places.findings(document, "cop11.lint/1")) do
    if one.reason then
      accepted = accepted + 1
    else
      count = count + 1
      told(page, one)
    end
  end
  page.gap()
  page.text("", (count == 0 and "Nothing is wrong with the rules."
    or plural(count, "problem") .. " in the rules.") .. (accepted > 0
    and (" %s accepted."):format(plural(accepted, "warning")) or ""))
  return page.finish()
end

-- ---- test ---------------------------------------------------------------

local function failed_example(page, document, check, example)
  page.text(("  FAILED  %s  "):format(text(check.check) or "?"),
    text(example.name) or "an example without a name", 6)
  page.text("      ", text(example.problem) or ("expected %s, got %s"):format(
    text(example.expected) or "?", text(example.got) or "?"))
  page.text("      ", where(document, example, text(example.file)
    or text(check.file)))
end

local function failures(page, document, checks)
  local passed, failed = 0, 0
  for _, check in ipairs(checks) do
    for _, example in ipairs(objects(check.examples)) do
      if example.ok == true then
        passed = passed + 1
      else
        failed = failed + 1
        failed_example(page, document, check, example)
      end
    end
  end
  return passed, failed
end

-- The command that writes what the check `id` lacks, for the rules as the user
-- named them.
local function write_missing(document, id)
  return ("cop11 test%s --write-missing %s"):format(document.named == ""
    and "" or text(document.named) or " FOLDER", id)
end

local function not_shown(page, document, checks)
  local count = 0
  for _, check in ipairs(checks) do
    local outcomes = texts(check.not_shown)
    count = count + #outcomes
    if #outcomes > 0 then
      page.text(("  NOT SHOWN  %s  "):format(text(check.check) or "?"),
        table.concat(outcomes, ", "), 6)
      page.text("      ", write_missing(document, text(check.check) or "ID")
        .. " writes what it lacks")
    end
  end
  return count
end

-- What the examples of a check prove, in words.
local function proof(check)
  local shown, missing = texts(check.shown), texts(check.not_shown)
  if #missing > 0 then
    return ("%s shown, %s not"):format(#shown > 0
      and table.concat(shown, ", ") or "nothing", table.concat(missing, ", "))
  elseif #shown == 0 then
    return "nothing is shown"
  end
  return "all outcomes shown: " .. table.concat(shown, ", ")
end

-- Every check with the outcomes its examples prove, and those they do not.
local function proven(page, checks)
  for _, check in ipairs(checks) do
    page.text(("  %-8s "):format(text(check.check) or "?"), ("%s, %s"):format(
      plural(#objects(check.examples), "example"), proof(check)))
  end
end

-- The changes to conditions that no example notices.
local function unnoticed(page, document)
  local changes = object(document.changes)
  local list = objects(changes.unnoticed)
  for _, one in ipairs(list) do
    page.text(("  UNNOTICED  %s  "):format(text(one.id) or "?"),
      ("\"%s\" could become \"%s\""):format(text(one.was) or "?",
      text(one.now) or "?"), 6)
    page.text("      ", where(document, one))
  end
  page.gap()
  return #list, #objects(changes.listed)
end

-- The checks whose changes were not tried.
local function not_tried(page, changes)
  for _, one in ipairs(objects(changes.not_tried)) do
    local count = whole(one.changes)
    page.text("", ("%s of %s %s not tried: it has no examples."):format(
      plural(count, "change"), text(one.id) or "?", count == 1 and "was" or "were"))
  end
end

local function changes_line(page, document, open, listed)
  local totals = object(document.totals)
  if whole(totals.changes) == 0 then
    return page.text("", "No change to the conditions was tried.")
  end
  local reasons = listed > 0 and (" (%d more are listed with a reason)")
    :format(listed) or ""
  page.text("", open == 0 and ("Of %s to the conditions, the examples notice "
    .. "every one%s."):format(plural(whole(totals.changes), "change"), reasons)
    or ("Of %s to the conditions, no example notices %d%s. Each needs an "
    .. "example that comes out otherwise with the change."):format(
    plural(whole(totals.changes), "change"), open, reasons))
  local first = objects(object(document.changes).unnoticed)[1]
  if first then
    page.text("", write_missing(document, text(first.id) or "ID") .. " writes "
      .. "those it finds for one check.")
  end
end

-- All that is to say where all is well, on one line.
local function all_well(document)
  local totals = object(document.totals)
  local page = layout.new_page()
  page.text("", ("%s, %s: %d passed, 0 failed; %s, all noticed."):format(
    plural(whole(totals.checks), "check"), plural(whole(totals.examples), "example"),
    whole(totals.passed), plural(whole(totals.changes), "change")))
  return page.finish()
end

-- The checks one by one only where that is asked for: what fails must be seen.
function render_tools.test(document)
  if document.ok == true and document.details ~= true then
    return all_well(document)
  end
  local page = layout.new_page()
  local checks = objects(document.checks)
  if document.details == true then proven(page, checks) end
  page.gap()
  local problems = objects(document.problems)
  for _, one in ipairs(problems) do
    page.text("  ERROR  ", text(one.message) or "", 6)
    page.text("      ", where(document, one))
  end
  page.gap()
  local passed, failed = failures(page, document, checks)
  page.gap()
  local missing = not_shown(page, document, checks)
  page.gap()
  local open, listed = unnoticed(page, document)
  page.text("", ("%s, %s: %d passed, %d failed."):format(
    plural(#checks, "check"), plural(passed + failed, "example"), passed,
    failed))
  if #checks == 0 and #problems > 0 then
    page.text("", "No example can be run until these rules are put right.")
  end
  if missing > 0 then
    page.text("", ("%s not shown by any example."):format(missing == 1
      and "1 outcome is" or ("%d outcomes are"):format(missing)))
  end
  if document.changes then
    changes_line(page, document, open, listed)
    not_tried(page, object(document.changes))
  end
  return page.finish()
end

-- ---- missing examples ---------------------------------------------------

-- A rule file: it is written as it is, but for what a terminal may obey.
function render_tools.missing(document)
  local lines = {}
  local examples = type(document.text) == "string" and document.text or ""
  for line in examples:gmatch "([^\n]*)\n" do
    lines[#lines + 1] = plain.line(line)
  end
  local none = texts(document.none)
  for _, one in ipairs(none) do
    lines[#lines + 1] = "-- " .. one
  end
  if #lines == 0 then
    lines[1] = "-- The examples of this check lack nothing."
  end
  return table.concat(lines, "\n") .. "\n"
end

-- A file given line by line.
function render_tools.lines(document)
  local lines = {}
  for i, line in ipairs(object(document.lines)) do
    lines[i] = text(line) or "" -- an empty one parts what stands around it
  end
  return table.concat(lines, "\n") .. "\n"
end

-- ---- rules --------------------------------------------------------------

local function rule_line(page, check)
  local remark = text(check.strength) or "?"
  local broken = object(check.broken)
  if text(broken.message) then remark = "broken: " .. text(broken.message) end
  if check.retired then remark = remark .. ", retired" end
  page.text(("  %-8s "):format(text(check.id) or "?"), ("%s (%s)"):format(
    text(check.title) or "", remark))
end

function render_tools.rules(document)
  local page = layout.new_page()
  local checks, listed = objects(document.checks), {}
  for _, provision in ipairs(objects(document.provisions)) do
    page.gap()
    page.text("", ("%s %s"):format(text(provision.id) or "?",
      text(provision.title) or ""))
    page.gap()
    for _, check in ipairs(checks) do
      if check.provision == provision.id then
        listed[check] = true
        rule_line(page, check)
      end
    end
  end
  page.gap()
  for _, check in ipairs(checks) do
    if not listed[check] then rule_line(page, check) end
  end
  page.gap()
  page.text("", plural(#checks, "check") .. ".")
  return page.finish()
end

return render_tools
