-- The runtime the library carries inside: opens a pack and answers the calls
-- that C makes.  Parts that only some calls need are loaded when first used.

local host = ...

local work = require "base.work"

work.charge_to(host.charge)

local runtime = {}
-- Read for the price of one step, which is about an instruction of Lua.
local BYTES_READ <const> = 64
local REPORT_DEPTH <const> = 64 -- more than a report of our own has
local MARK <const> = "\xEF\xBB\xBF" -- the byte order mark
local opened -- the model in use
local request -- what it was opened with
local assessor -- the core by the model in use, made when first needed

local function problem(status, message, where, line, column)
  return nil, { status = status, message = message, where = where or "",
    line = line or 0, column = column or 0 }
end

-- ---- opening ------------------------------------------------------------

-- Loads the pack and layers.  Where there is no pack, only reports are shown, for which
-- nobody needs the rules.
function runtime.open(asked)
  request, assessor = asked, nil
  if not asked.pack then return true end
  local opening = require "opening"
  opened = opening.build(asked, host, asked.tolerant)
  if asked.tolerant then return true end
  local wrong, file, line, column = opening.check(opened, host)
  if wrong then return problem("pack", wrong, file, line, column) end
  return true
end

-- What was opened as a program of the core.
function runtime.compile()
  return (require("program").compile(opened, host.program.layout()))
end

-- The words of `codes`, a line each, as C for the core; only the build asks.
function runtime.words(codes)
  return require("program.messages").in_c(codes)
end

-- ---- reading dossiers ---------------------------------------------------

local function read_json(text)
  host.charge(#text // BYTES_READ)
  local value, digest, empties, column, too_deep =
    host.json.read(text, request.max_depth)
  if value ~= nil then return value, digest, empties end
  if too_deep then
    return problem("limit", digest .. " Nest values less, or raise max_depth in "
      .. "cop11_options (64 at most).", "", empties, column)
  end
  return problem("json", digest, "", empties, column)
end

local function as_of_day(call)
  if not call.as_of then return nil end
  local dates = require "base.dates"
  local wrong = dates.day_problem(call.as_of)
  if wrong then
    wrong = require("dossier.as_of").cure(call.as_of, host.json) or wrong
    return problem("argument", ("as_of is '%s'; %s"):format(call.as_of, wrong))
  end
  return (dates.parse(call.as_of))
end

-- Editors put a byte order mark before UTF-8.
local function without_mark(text)
  return text:sub(1, #MARK) == MARK and text:sub(#MARK + 1) or text
end

-- The engine never reads the clock: a host may say when it evaluates.
local function moment_problem(call)
  local wrong = call.evaluated_at
    and require("base.dates").moment_problem(call.evaluated_at)
  return wrong and select(2, problem("argument",
    ("evaluated_at is '%s'; %s"):format(call.evaluated_at, wrong),
    "evaluated_at"))
end

local function format_problem(call)
  return call.format
    and select(2, require("render").check_format(call.format, problem))
end

-- The day that the call asks for, if any; and what is wrong with what it asks.
local function asked_of(call)
  local day, wrong = as_of_day(call)
  return day, wrong or moment_problem(call) or format_problem(call)
end

local function read(text, call)
  local day, wrong = asked_of(call)
  if wrong then return nil, wrong end
  local value, digest, empties = read_json(text)
  if value == nil then return nil, digest end
  local dossier = require "dossier"
  local r = dossier.read(value, opened, empties, host, day,
    call.show_sensitive)
  if not r.is_other then require("dossier.rounded").note(r, value, text) end
  return r, digest
end

-- Line and column are worth the work only where the call fails.
local function place_of(first, text)
  local json_position = require "dossier.json_position"
  local place = json_position.find(text, { first.pointer }, host.json)
  return place[first.pointer] or {}
end

local function first_error(r, text)
  local first, count = nil, 0
  for _, p in ipairs(r.problems) do
    if p.kind == "error" then
      count = count + 1
      if not first or p.pointer < first.pointer
        or p.pointer == first.pointer and p.message < first.message then
        first = p
      end
    end
  end
  if not first then return nil end
  local more = count > 1 and (" (and %d more problem%s; validate lists all)")
    :format(count - 1, count == 2 and "" or "s") or ""
  local place = place_of(first, text)
  r.say_as_written(first, place, text)
  return select(2, problem("dossier", first.message .. more, first.pointer,
    place.line, place.column))
end

-- A document of our own in the format asked for, or nil and the problem.
local function written(format, document)
  if not format then return host.json.write(document) end
  return require("render").answer(document, format, host, problem)
end

-- The dossier as it can be evaluated, with its digest, or nil and the problem.
local function read_whole(given, call)
  local text = without_mark(given)
  local r, digest = read(text, call)
  if not r then return nil, digest end
  local wrong = first_error(r, text)
  if wrong then return nil, wrong end
  if r.no_as_of then
    return problem("argument", require("base.diagnostic").text(r.no_as_of),
      "/assessment/date")
  end
  return r, digest
end

-- The core by the rules in use.
local function own_core()
  assessor = assessor or require("core").new(opened, host)
  return assessor
end

-- What `core` gives on a dossier's text, and what it rates the Member, { range, basis };
-- nil where it leaves the text to us.  `asked`: the part that is wanted, where it is not
-- the whole report, and the `check` of which; and the `notes` that Lua made.
local function assess(core, text, call, asked)
  local result, range, basis = core(text, { as_of = as_of_day(call),
    evaluated_at = call.evaluated_at, show_sensitive = call.show_sensitive,
    max_depth = request.max_depth, part = asked.part, check = asked.check,
    more = (asked.notes or call.parameters)
      and { notes = asked.notes, parameters = call.parameters } })
  return result, { range = range, basis = basis }
end

-- What Lua alone knows to tell of.
local OF_LUA <const> = { ["id-holds-unseen"] = true, ["id-taken-for-other"] = true,
  ["number-rounded"] = true }

-- Notes for the core, which does not find them itself.
local function notes_for_core(r)
  local notes = host.json.array {}
  for _, one in ipairs(r.problems) do
    if OF_LUA[one.code] then
      notes[#notes + 1] = { code = one.code, pointer = one.pointer,
        message = one.message }
    end
  end
  return notes
end

-- The same on what was read as `r`.
local function assess_reading(core, text, call, asked, r)
  asked.notes = notes_for_core(r)
  local result, rated = assess(core, text, call, asked)
  if not result then error "the core refuses a dossier in which no problem was found" end
  return result, rated
end

-- The same on any text; or nil and the problem.
local function found_by(core, given, call, asked)
  local _, wrong = asked_of(call)
  if wrong then return nil, wrong end
  if not call.left_by_core then
    local result, rated = assess(core, given, call, asked)
    if result then return result, rated end
  end
  local r
  r, wrong = read_whole(given, call)
  if not r then return nil, wrong end
  return assess_reading(core, given, call, asked, r)
end

-- A report of our own as tables, which nobody has to check.
local function opened_report(report)
  host.charge(#report // BYTES_READ)
  local document, _, empties = host.json.read(report, REPORT_DEPTH)
  return document, empties
end

-- The errors in what was read as `r`, and the notes and conflicts that the core finds.
local function all_problems(given, call, r)
  local found = r.is_other and {} or opened_report(assess_reading(own_core(), given, call,
    { part = "problems" }, r)).problems
  for _, one in ipairs(r.problems) do
    if one.kind == "error" then found[#found + 1] = one end
  end
  return found
end

-- A report in the format of the call, or nil and the problem.
local function laid_out(report, format)
  if not format then return report end
  local document, empties = opened_report(report)
  return require("render").answer(document, format, host, problem, empties)
end

function runtime.evaluate(given, call)
  local report, rated = found_by(own_core(), given, call, {})
  if not report then return nil, rated end
  local text, wrong = laid_out(report, call.format)
  return text, text and rated or wrong
end

-- The same where C has the core's report already.
function runtime.show(report, call)
  local wrong = format_problem(call)
  if wrong then return nil, wrong end
  return laid_out(report, call.format)
end

-- What the check `id` of `core` comes to, step by step, or nil and the problem.
local function steps_of(core, given, id, call)
  local steps, wrong = found_by(core, given, call, { part = "steps", check = id })
  if not steps then return nil, wrong end
  return (opened_report(steps))
end

-- What one condition comes to in a dossier; for the command alone.
function runtime.try(given, condition, call)
  local try = require "try"
  local node, says = try.compile(opened, condition)
  if not node then
    return problem("argument", require("base.diagnostic").text(says), "condition")
  end
  local asked, id = try.model(opened, node)
  local steps, wrong = steps_of(require("core").compiled(asked, host), given, id, call)
  if not steps then return nil, wrong end
  local tried, broken = try.condition(node, steps, host.json)
  if not tried then return problem("argument", broken, "condition") end
  return host.json.write(tried)
end

-- What one check gives in a dossier, step by step; for the command alone.
function runtime.try_check(given, id, call)
  local try = require "try"
  local check, missing = try.find(opened, id)
  if not check then return problem("argument", missing, "check") end
  local steps, wrong = steps_of(own_core(), given, check.id, call)
  if not steps then return nil, wrong end
  return host.json.write(try.check(check, steps, host.json))
end

function runtime.validate(given, call)
  local text = without_mark(given)
  local r, digest = read(text, call)
  if not r then return nil, digest end
  local validation = require "validation"
  if not validation.can_be_assessed(r) then
    return validation.of_reading(r, all_problems(given, call, r), digest, host, text)
  end
  -- Nothing but the report shows that an evaluation has no other trouble with it.
  local report = assess_reading(own_core(), given, call, {}, r)
  local shown, wrong = laid_out(report, call.format)
  -- C refuses a report that is too long, in the same words as an evaluation does.
  if not shown or #shown > request.max_report then return shown, wrong end
  return validation.of_report(r, (opened_report(report)), host, text)
end

-- ---- everything else ----------------------------------------------------

function runtime.describe(what)
  return require("describe").answer(opened, what, host, problem,
    function(file)
      return require("opening").build(
        file and require("pack.one_more").with(request, file) or request, host, true)
    end)
end

function runtime.lint()
  return require("lint").build(opened, host)
end

function runtime.test(asked)
  local found, wrong = require("test").run(opened, host, runtime, asked)
  if not found then return problem("argument", wrong) end
  return found
end

local whole_report -- its schema, made once a state

-- A report from a file may be anyone's: one that is not whole could say less
-- than was found.
local function check_report(document)
  if document.format ~= require("report").FORMAT then return nil end
  whole_report = whole_report or require("schema.report").build { about = {} }
  local where, message = require("schema.shape").problem(document, whole_report,
    host.charge)
  if not where then
    where, message = require("schema.references").problem(document)
  end
  return where and select(2, problem("dossier", "this is not a whole report: "
    .. message .. "; evaluate the dossier again", where))
end

function runtime.render(text, format)
  local value, wrong, empties = read_json(without_mark(text))
  if value == nil then return nil, wrong end
  wrong = check_report(value)
  if wrong then return nil, wrong end
  return require("render").answer(value, format, host, problem, empties)
end

-- A whole report of our own, or nil and the problem; `which` says which of two it is.
local function read_report(text, which)
  local value, wrong = read_json(without_mark(text))
  if value ~= nil and value.format ~= require("report").FORMAT then
    value, wrong = problem("dossier", "this is not a report, a text of "
      .. "format \"cop11.report/1\" as evaluating a dossier gives it", "/format")
  end
  if value ~= nil then wrong = check_report(value) end
  if not wrong then return value end
  if which then wrong.message = ("The %s report: %s"):format(which, wrong.message) end
  return nil, wrong
end

-- What differs between two reports on one Member.
function runtime.diff(old_text, new_text, call)
  local wrong = format_problem(call)
  if wrong then return nil, wrong end
  local old, new, document, why
  old, wrong = read_report(old_text, "old")
  if old then new, wrong = read_report(new_text, "new") end
  if not new then return nil, wrong end
  document, why = require("diff").build(old, new, host)
  if not document then return problem("argument", why) end
  return written(call.format, document)
end

-- A whole report that was made with the rules in use, or nil and the problem.
local function report_in_use(text)
  local report, wrong = read_report(text)
  if report and report.pack.digest ~= opened.digest then
    return problem("argument", "the report was made with other rules; name those with "
      .. "--rules and --layer, or evaluate the dossier again", "/pack/digest")
  end
  return report, wrong
end

-- What to ask next.
function runtime.questions(text, call)
  local wrong = format_problem(call)
  if wrong then return nil, wrong end
  local report
  report, wrong = report_in_use(text)
  if not report then return nil, wrong end
  return written(call.format, require("questions").build(opened, report, host))
end

-- Every empty list of what was read marked as one, so that it can be written again.
local function with_lists_marked(empties)
  for value, kind in pairs(empties) do
    if kind == "array" then host.json.array(value) end
  end
end

-- What would close each finding of a dossier; for the command alone.
function runtime.remedies(given, call)
  local report, wrong = found_by(own_core(), given, call, {})
  if not report then return nil, wrong end
  local root, _, empties = read_json(without_mark(given))
  local document = opened_report(report)
  local options = { as_of = require("base.dates").parse(document.as_of),
    show_sensitive = call.show_sensitive, max_depth = request.max_depth }
  local r = require("dossier").read(root, opened, empties, host, options.as_of,
    options.show_sensitive)
  with_lists_marked(empties)
  return written(call.format,
    require("remedies").build(opened, host, root, r, document, options))
end

-- ---- workbooks; for the command alone --------------------------------------

-- A dossier without an error as tables that can be written again, or nil and the problem.
local function good_dossier(text, call)
  local r, wrong = read(text, call)
  if not r then return nil, wrong end
  wrong = first_error(r, text)
  if wrong then return nil, wrong end
  local root, _, empties = read_json(text)
  with_lists_marked(empties)
  return root, empties
end

-- A dossier as the sheets of a workbook.
function runtime.sheets(given, call)
  local text = without_mark(given)
  local root, wrong = good_dossier(text, call)
  if not root then return nil, wrong end
  return host.json.write(require("sheets").build(opened, root, text, host))
end

-- The dossier that the sheets of a workbook say.
function runtime.taken(given, call)
  local workbook, wrong = read_json(given)
  if workbook == nil then return nil, wrong end
  local root, empties = good_dossier(workbook.dossier, call)
  if not root then return nil, empties end
  local found = require("sheets").take(opened, workbook, root, empties, host, function(text)
    return read(text, call)
  end)
  return host.json.write(found)
end

-- ---- what the auditor decides; for the command alone ----------------------

-- What a report asks the auditor.
function runtime.decisions(text, call)
  local report, wrong = report_in_use(text)
  if not report then return nil, wrong end
  return written(call.format, require("record").list(opened, report, host))
end

-- Which question of a report PROMPT[@PLACE]=ANSWER answers.
function runtime.decision(text, words)
  local report, wrong = report_in_use(text)
  if not report then return nil, wrong end
  local found, why = require("record").find(opened, report, words, host)
  if not found then return problem("argument", why, "answer") end
  return host.json.write(found)
end

-- A dossier's text with the record that is `given` in JSON.
function runtime.record(text, given, call)
  local fields, wrong = read_json(given)
  if fields == nil then return nil, wrong end
  local new, field, why = require("record").add(opened, text, fields, function(dossier)
    local r, problem_of_text = read(without_mark(dossier), call)
    if r then r.problems = all_problems(dossier, call, r) end
    return r, problem_of_text
  end, host)
  if not new then return problem("argument", why, field) end
  return new
end

-- What changes between two packs, from their reports; for the command alone.
function runtime.impact(text)
  local comparison, wrong = read_json(text)
  if comparison == nil then return nil, wrong end
  return host.json.write(require("impact").build(comparison, host))
end

-- The model, for the tests of the scripts; C never calls this.
function runtime.model()
  return opened
end

return runtime
