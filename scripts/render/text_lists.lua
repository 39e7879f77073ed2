-- The parts of the text form that are lists: what is not settled, questions for
-- the auditor, problems, what does not apply, what conforms, registers.  Keeps
-- to the rule of text.lua on where a line begins.

local plain = require "render.plain"
local not_applicable = require "render.view_not_applicable"
local view = require "render.view"
local view_evidence = require "render.view_evidence"
local view_ids = require "render.view_ids"
local view_records = require "render.view_records"

local lists = {}

local plural, sentence = plain.plural, plain.sentence

local function place_heading(page, place)
  page.gap()
  page.text("", (place.is_member and "" or "Facility ")
    .. view.place_name(place), 2)
  page.gap()
end

-- Calls `show(place)` under a heading for every place that has one of `groups`.
function lists.each_place(page, v, groups, show)
  local places = view.places_with(v, groups)
  for _, place in ipairs(places) do
    place_heading(page, place)
    show(place)
  end
  return #places > 0
end

-- ---- questions ----------------------------------------------------------

function lists.questions(page, v)
  if #v.questions == 0 then return end
  page.heading("Questions of the guidance")
  for _, one in ipairs(v.questions) do
    page.text(("  %-5s "):format(one.id), one.text, 8)
    local basis = one.basis and (" (%s)"):format(one.basis) or ""
    page.text("        ", ("%s%s. From %s %s"):format(sentence(one.answer),
      basis, #one.checks == 1 and "check" or "checks",
      view_ids.text(one.checks)), 8)
    if one.of_assessed then
      page.text("        ", sentence(one.of_assessed), 8)
    end
  end
end

-- ---- what is not settled ------------------------------------------------

local function missing_item(page, item)
  page.text("  ASK  ", item.ask or "Give " .. item.name .. ".", 6)
  page.text("      ", ("%s (%s)"):format(item.pointer or item.name,
    item.state), 8)
  page.text("      ", ("%s %s, %s"):format(#item.checks == 1 and "Check"
    or "Checks", view_ids.text(item.checks), view.at_worst(item.worst)), 8)
  for _, ask in ipairs(item.asks) do page.text("      Evidence: ", ask, 8) end
end

-- What records and entered findings put beside an outcome.
function lists.beside(page, margin, result)
  for _, one in ipairs(view_records.beside(result)) do
    page.text(("%s%s: "):format(margin, one[1]), one[2], #margin + 2)
  end
end

-- Open checks that no question above would settle.
local function readings(page, margin, result)
  if #result.readings == 0 then return end
  page.text(margin, table.concat(result.readings, " "))
end

local function facts_text(facts)
  local parts = {}
  for i, fact in ipairs(facts) do
    parts[i] = ("%s = %s%s"):format(fact.name, fact.value,
      plain.in_brackets(fact.evidence))
  end
  return table.concat(parts, "; ")
end

-- What every check of a provision reads, under a title; once a place.
function lists.common(page, place)
  for _, one in ipairs(place.common) do
    page.text("  ", ("Read for every check of %s:"):format(one.id))
    page.text("    ", facts_text(one.facts))
  end
end

-- What is known and speaks against the Member beside an outcome.
function lists.against(page, margin, result)
  for _, says in ipairs(result.against) do
    page.text(margin .. "Known against it: ", says, #margin + 2)
  end
end

local function known_of(page, result)
  local known = view.known_of(result)
  readings(page, "      ", result)
  if #known > 0 then page.text("      Known: ", facts_text(known), 8) end
  lists.against(page, "      ", result)
end

-- An open check that a question above would settle: what is known and said of it.
local function asked_check(page, result)
  if #view.known_of(result) + #result.against + #result.readings
    + #view_records.beside(result) == 0 then return end
  page.text(("  OPEN  %s  "):format(result.check), result.title, 6)
  known_of(page, result)
  lists.beside(page, "      ", result)
end

local function open_check(page, result)
  page.text(("  OPEN  %s  "):format(result.check), result.title
    .. view.layer_tail(result), 6)
  page.text("      ", result.reason)
  local worst = result.range[#result.range]
  page.text("      ", sentence(view.at_worst(worst)) .. ".")
  known_of(page, result)
  lists.beside(page, "      ", result)
  if result.ask then page.text("      Evidence: ", result.ask, 8) end
end

function lists.not_settled(page, v)
  local open = view.count(v, "open")
  if open == 0 then return end
  page.heading("Not settled")
  page.text("  ", ("%s not settled. Not settled is neither conformance nor a "
    .. "shortfall. These answers are missing:"):format(
      plural(open, "check is", "checks are")))
  for _, place in ipairs(v.places) do
    if view.is_open(place) then
      place_heading(page, place)
      if place.assessed == false then
        page.text("  ", place.why_not)
      end
      for _, item in ipairs(place.missing) do missing_item(page, item) end
      if not view.has_any(place, view.SHORTFALLS) then lists.common(page, place) end
      local alone, shared = view.open_of(place)
      for _, result in ipairs(alone) do
        local show = result.is_asked and asked_check or open_check
        show(page, result)
      end
      for _, one in ipairs(shared) do
        page.text("  OPEN  ", view_ids.text(one.checks), 6)
        page.text("      ", one.reason)
      end
    end
  end
end

function lists.broken(page, v)
  if view.count(v, "broken") == 0 then return end
  page.heading("Checks that could not run")
  page.text("  ", "A check that cannot run may hide any outcome; its whole "
    .. "range stands in the ratings above.")
  lists.each_place(page, v, { "broken" }, function(place)
    for _, result in ipairs(place.broken) do
      page.text(("  ERROR  %s  "):format(result.check), result.reason, 6)
      page.text("      ", ("%s line %d"):format(result.file or "?",
        result.line))
    end
  end)
end

-- ---- prompts and problems -----------------------------------------------

local function prompt(page, mark, group)
  page.text(("  %s  "):format(mark), group[1].text, 6)
  for _, answer in ipairs(group[1].answers) do
    page.text(("        %s: "):format(answer[1]), answer[2], 10)
  end
  if group[1].answer then
    page.text("        The answer is ", group[1].answer .. ".", 10)
  end
  for _, one in ipairs(group) do
    local about = {}
    if one.check then about[1] = "check " .. one.check end
    if one.facility then about[#about + 1] = "facility " .. one.facility end
    about[#about + 1] = "prompt " .. one.id
    page.text("      ", sentence(table.concat(about, ", ")), 8)
  end
end

function lists.prompts(page, v)
  if #v.deciding > 0 then
    page.heading("For the auditor to decide")
    page.text("  ", "Each keeps its outcome open until a record answers it.")
    page.gap()
    for _, group in ipairs(view.prompts_by_text(v.deciding)) do
      prompt(page, "DECIDE", group)
    end
  end
  if #v.advisory > 0 then
    page.heading("For the auditor to consider")
    page.text("  ", "These change no outcome by themselves.")
    page.gap()
    for _, group in ipairs(view.prompts_by_text(v.advisory)) do
      prompt(page, "CONSIDER", group)
    end
  end
end

function lists.problems(page, v)
  if #v.problems == 0 then return end
  page.heading("Problems of the dossier")
  for _, one in ipairs(v.problem_groups) do
    page.text(("  %s  "):format(one.kind:upper()), one.message, 6)
    for _, place in ipairs(one.places) do page.text("      ", place.pointer, 8) end
    if one.cure then page.text("      Cure: ", one.cure, 8) end
  end
end

-- ---- findings entered, and hints ----------------------------------------

local function entered_finding(page, one)
  page.text(("  %s  "):format(one.id or "?"), ("%s of %s%s%s"):format(
    view.rating_words(one.rating), one.provision or "?",
    one.facility and ", facility " .. one.facility or "",
    one.raised and ", raised " .. one.raised or ""), 6)
  local function field(label, value)
    if value then page.text("      " .. label, value, 8) end
  end
  field("", one.nature)
  field("Entered by: ", one.who)
  field("Root cause: ", one.cause)
  field("Containment: ", one.containment)
  field("Note: ", one.note)
  field("Repeats: ", one.repeat_of)
  field("Evidence: ", #one.evidence > 0 and table.concat(one.evidence, ", "))
  field("Plan: ", one.plan or "none")
end

function lists.entered_findings(page, v)
  if #v.findings == 0 then return end
  page.heading("Entered findings")
  page.text("  ", "They stand beside the ratings above and change none.")
  page.gap()
  for _, one in ipairs(v.findings) do entered_finding(page, one) end
end

function lists.hints(page, v)
  if #v.hints == 0 then return end
  page.heading("What may follow")
  page.text("  ", "Hints for a Member with this rating, each with where it "
    .. "comes from. Nothing of this is decided here.")
  page.gap()
  for _, one in ipairs(v.hints) do
    page.text("  ", one.text or "", 4)
    page.text("      ", "Source: " .. (one.source or "none named"), 8)
  end
end

-- ---- what is settled well -----------------------------------------------

function lists.not_applicable(page, v)
  if view.count(v, "not_applicable") == 0 then return end
  page.heading("Not applicable")
  lists.each_place(page, v, { "not_applicable" }, function(place)
    for _, group in ipairs(not_applicable.groups(v, place)) do
      page.text("  ", group.reason .. " " .. group.support)
      for _, row in ipairs(group.rows) do
        page.text(("    %-8s "):format(row[1]), row[2])
        if row.result then lists.beside(page, (" "):rep(13), row.result) end
      end
    end
  end)
end

function lists.conforming(page, v)
  if view.count(v, "conforming") == 0 then return end
  page.heading("Conforming")
  lists.each_place(page, v, { "conforming" }, function(place)
    for _, result in ipairs(place.conforming) do
      page.text(("    %-8s "):format(result.check), result.reason
        .. view.layer_tail(result) .. " " .. result.support)
      lists.against(page, (" "):rep(13), result)
      lists.beside(page, (" "):rep(13), result)
      readings(page, (" "):rep(13), result)
    end
  end)
end

-- ---- what it all stands on ----------------------------------------------

function lists.evidence(page, v)
  if #v.evidence == 0 then return end
  page.heading("Evidence")
  for _, one in ipairs(v.evidence) do
    page.text(("  [%s] "):format(one.id or "?"), ("%s (%s)"):format(
      one.title or "no title", view_evidence.about(one)), 6)
    for _, field in ipairs(view_evidence.details(one)) do
      page.text(("      %s: "):format(field.label), field.text, 8)
    end
  end
end

function lists.records(page, v)
  if #v.records == 0 then return end
  page.heading("Records")
  for _, one in ipairs(v.records) do
    page.text("  ", view_records.named(one) .. (one.date and ", " .. one.date
      or ""), 6)
    page.text("      ", "On " .. view_records.about(one) .. (one.facility
      and ", facility " .. one.facility or ""), 8)
    local says = one.outcome or one.answer and "Answer: " .. one.answer
    page.text("      ", (says and says .. ". " or "")
      .. (one.why or "No reason given."), 8)
    page.text("      ", sentence(view_records.standing(one)) .. ".", 8)
  end
end

function lists.parameters(page, v)
  if #v.parameters == 0 then return end
  page.heading("Parameters")
  page.text("  ", "Values that the guidance leaves open, and who set them.")
  page.gap()
  for _, one in ipairs(v.parameters) do
    page.text("  ", ("%s = %s"):format(one.name or "?", one.value), 6)
    page.text("      ", ("%s (%s)"):format(one.from or "no source named",
      one.layer or v.pack.name))
  end
end

-- All of them, in the order they are read.
function lists.all(page, v)
  for _, part in ipairs { lists.not_settled, lists.broken, lists.prompts,
    lists.entered_findings, lists.hints, lists.problems, lists.not_applicable,
    lists.conforming, lists.evidence, lists.records, lists.parameters } do
    part(page, v)
  end
end

return lists
