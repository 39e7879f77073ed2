-- The parts of the web page that are lists: what is not settled, questions for
-- the auditor, problems, what does not apply, what conforms, registers.

local not_applicable = require "render.view_not_applicable"
local view = require "render.view"
local view_evidence = require "render.view_evidence"
local view_ids = require "render.view_ids"
local view_records = require "render.view_records"

local lists = {}

local function section(page, id, title)
  page.put('<h2 id="%s">%s</h2>', id, title)
end

local function place_heading(page, place)
  page.put("<h3>%s<bdi>%s</bdi></h3>", place.is_member and "" or "Facility ",
    view.place_name(place))
end

-- Calls `show(place)` under a heading for every place that has one of `groups`,
-- and returns whether there was one.
function lists.each_place(page, v, groups, show)
  local places = view.places_with(v, groups)
  for _, place in ipairs(places) do
    place_heading(page, place)
    show(place)
  end
  return #places > 0
end

local function table_head(page, ...)
  page.put '<div class="wide"><table><thead><tr>'
  for _, title in ipairs { ... } do
    page.put('<th scope="col">%s</th>', title)
  end
  page.put "</tr></thead><tbody>"
end

local function table_end(page) page.put "</tbody></table></div>" end

-- A row: the first cell heads it.
local function row(page, first, ...)
  page.put('<tr><th scope="row"><bdi>%s</bdi></th>', first)
  for _, cell in ipairs { ... } do page.put("<td><bdi>%s</bdi></td>", cell) end
  page.put "</tr>"
end

-- ---- questions ----------------------------------------------------------

function lists.questions(page, v)
  if #v.questions == 0 then return end
  section(page, "questions", "Questions of the guidance")
  table_head(page, "Point", "Question", "Answer", "From checks")
  for _, one in ipairs(v.questions) do
    local basis = one.basis and (" (%s)"):format(one.basis) or ""
    local assessed = one.of_assessed and "; " .. one.of_assessed or ""
    row(page, one.id, one.text, one.answer .. basis .. assessed,
      view_ids.text(one.checks))
  end
  table_end(page)
end

-- ---- what is not settled ------------------------------------------------

local function missing_item(page, item)
  page.put('<li><p class="question">%s</p>', item.ask
    or "Give " .. item.name .. ".")
  for _, ask in ipairs(item.asks) do
    page.put("<p>Evidence: %s</p>", ask)
  end
  page.put('<p class="small soft"><code>%s</code>: %s. %s %s, %s.</p></li>',
    item.pointer or item.name, item.state, #item.checks == 1 and "Check"
      or "Checks", view_ids.text(item.checks), view.at_worst(item.worst))
end

local function readings(page, result)
  if #result.readings == 0 then return end
  page.put('<span class="small soft">%s</span>',
    table.concat(result.readings, " "))
end

local function beside(page, result)
  for _, one in ipairs(view_records.beside(result)) do
    page.put('<br><span class="small soft">%s: <bdi>%s</bdi></span>', one[1],
      one[2])
  end
end

-- What is known and speaks against the Member beside an outcome.
function lists.against(page, result)
  for _, says in ipairs(result.against) do
    page.put("<p>Known against it: <bdi>%s</bdi></p>", says)
  end
end

local function known_of(page, result)
  local known = view.known_of(result)
  readings(page, result)
  if #known > 0 then
    page.put '<p class="small soft">Known: '
    lists.facts(page, known, "; ")
    page.put "</p>"
  end
  lists.against(page, result)
end

-- What every check of a provision reads; once a place.
function lists.common(page, place)
  for _, one in ipairs(place.common) do
    page.put('<p class="small soft">Read for every check of %s: ', one.id)
    lists.facts(page, one.facts, "; ")
    page.put ".</p>"
  end
end

-- An open check that a question above would settle: what is known and said of it.
local function asked_check(page, result)
  if #view.known_of(result) + #result.against + #result.readings
    + #view_records.beside(result) == 0 then return end
  page.put('<li><p class="question">%s %s</p>', result.check, result.title)
  known_of(page, result)
  beside(page, result)
  page.put "</li>"
end

local function open_check(page, result)
  page.put('<li><p class="question">%s %s</p><p><bdi>%s</bdi></p>',
    result.check, result.title .. view.layer_tail(result), result.reason)
  if result.ask then page.put("<p>Evidence: %s</p>", result.ask) end
  known_of(page, result)
  beside(page, result)
  page.put('<p class="small soft">Open: %s.</p></li>',
    view.at_worst(result.range[#result.range]))
end

function lists.not_settled(page, v)
  local open = view.count(v, "open")
  if open == 0 then return end
  section(page, "open", "Not settled")
  page.put("<p>Checks not settled: %s. Not settled is neither conformance nor "
    .. "a shortfall. These answers are missing.</p>", open)
  for _, place in ipairs(v.places) do
    if view.is_open(place) then
      place_heading(page, place)
      if place.assessed == false then
        page.put("<p>%s</p>", place.why_not)
      end
      page.put '<ol class="asks">'
      for _, item in ipairs(place.missing) do missing_item(page, item) end
      local alone, shared = view.open_of(place)
      for _, result in ipairs(alone) do
        local show = result.is_asked and asked_check or open_check
        show(page, result)
      end
      for _, one in ipairs(shared) do
        page.put('<li><p class="question">%s</p><p>%s</p></li>',
          view_ids.text(one.checks), one.reason)
      end
      page.put "</ol>"
      if not view.has_any(place, view.SHORTFALLS) then lists.common(page, place) end
    end
  end
end

function lists.broken(page, v)
  if view.count(v, "broken") == 0 then return end
  section(page, "broken", "Checks that could not run")
  page.put("<p>A check that cannot run may hide any outcome; its whole range "
    .. "stands in the ratings above.</p>")
  lists.each_place(page, v, { "broken" }, function(place)
    table_head(page, "Check", "Why", "Where")
    for _, result in ipairs(place.broken) do
      row(page, result.check, result.reason, ("%s line %d"):format(
        result.file or "?", result.line))
    end
    table_end(page)
  end)
end

-- ---- prompts and problems -----------------------------------------------

local function prompt(page, group)
  page.put('<li><p class="question"><bdi>%s</bdi></p>', group[1].text)
  for _, answer in ipairs(group[1].answers) do
    page.put("<p>%s: %s</p>", answer[1], answer[2])
  end
  if group[1].answer then
    page.put("<p>The answer is %s.</p>", group[1].answer)
  end
  for _, one in ipairs(group) do
    page.put('<p class="small soft">Prompt <code>%s</code>', one.id)
    if one.check then page.put(", check %s", one.check) end
    if one.facility then page.put(", facility <bdi>%s</bdi>", one.facility) end
    page.put "</p>"
  end
  page.put "</li>"
end

local function prompt_list(page, id, title, remark, list)
  if #list == 0 then return end
  section(page, id, title)
  page.put('<p>%s</p><ol class="asks">', remark)
  for _, group in ipairs(view.prompts_by_text(list)) do prompt(page, group) end
  page.put "</ol>"
end

function lists.prompts(page, v)
  prompt_list(page, "decide", "For the auditor to decide",
    "Each keeps its outcome open until a record answers it.", v.deciding)
  prompt_list(page, "consider", "For the auditor to consider",
    "These change no outcome by themselves.", v.advisory)
end

function lists.problems(page, v)
  if #v.problems == 0 then return end
  section(page, "problems", "Problems of the dossier")
  table_head(page, "Kind", "What", "Where", "Cure")
  for _, one in ipairs(v.problem_groups) do
    local pointers = {}
    for i, place in ipairs(one.places) do pointers[i] = place.pointer end
    row(page, one.kind, one.message, table.concat(pointers, ", "),
      one.cure or "")
  end
  table_end(page)
end

-- ---- findings entered, and hints ----------------------------------------

function lists.entered_findings(page, v)
  if #v.findings == 0 then return end
  section(page, "entered", "Entered findings")
  page.put "<p>They stand beside the ratings above and change none.</p>"
  table_head(page, "Id", "Rating", "Of", "Nature and root cause", "Plan")
  for _, one in ipairs(v.findings) do
    row(page, one.id or "?", view.rating_words(one.rating)
        .. (one.repeat_of and ", repeats " .. one.repeat_of or ""),
      (one.provision or "?") .. (one.facility and ", facility " .. one.facility
        or "") .. (one.raised and ", raised " .. one.raised or ""),
      one.account .. (#one.evidence > 0 and " Evidence: "
        .. table.concat(one.evidence, ", ") or ""), one.plan or "none")
  end
  table_end(page)
end

function lists.hints(page, v)
  if #v.hints == 0 then return end
  section(page, "hints", "What may follow")
  page.put("<p>Hints for a Member with this rating, each with where it comes "
    .. "from. Nothing of this is decided here.</p>")
  table_head(page, "Hint", "Source")
  for _, one in ipairs(v.hints) do
    page.put("<tr><td><bdi>%s</bdi></td><td><bdi>%s</bdi></td></tr>",
      one.text or "", one.source or "none named")
  end
  table_end(page)
end

-- ---- what is settled well -----------------------------------------------

function lists.not_applicable(page, v)
  if view.count(v, "not_applicable") == 0 then return end
  section(page, "not-applicable", "Not applicable")
  lists.each_place(page, v, { "not_applicable" }, function(place)
    for _, group in ipairs(not_applicable.groups(v, place)) do
      page.put('<p><bdi>%s</bdi> <span class="soft"><bdi>%s</bdi></span></p>'
        .. '<ul class="plain small soft">', group.reason, group.support)
      for _, one in ipairs(group.rows) do
        page.put("<li>%s &ensp;%s", one[1], one[2])
        if one.result then beside(page, one.result) end
        page.put "</li>"
      end
      page.put "</ul>"
    end
  end)
end

-- Facts with their values and evidence, `separator` (markup) between them.
function lists.facts(page, facts, separator)
  for i, fact in ipairs(facts) do
    if i > 1 then page.put(separator) end
    page.put("%s = <bdi>%s</bdi>", fact.name, fact.value)
    if #fact.evidence > 0 then
      page.put(" [<bdi>%s</bdi>]", table.concat(fact.evidence, ", "))
    end
  end
end

local function rests_on(page, facts)
  page.put '<td class="small">'
  lists.facts(page, facts, "<br>")
  page.put "</td>"
end

function lists.conforming(page, v)
  if view.count(v, "conforming") == 0 then return end
  section(page, "conforming", "Conforming")
  lists.each_place(page, v, { "conforming" }, function(place)
    table_head(page, "Check", "What is established", "Rests on", "Basis")
    for _, result in ipairs(place.conforming) do
      page.put('<tr><th scope="row" class="id">%s</th><td><bdi>%s</bdi>%s ',
        result.check, result.reason, view.layer_tail(result))
      readings(page, result)
      lists.against(page, result)
      beside(page, result)
      page.put "</td>"
      rests_on(page, result.rests_on)
      page.put("<td>%s</td></tr>", result.basis or "")
    end
    table_end(page)
  end)
end

-- ---- registers ----------------------------------------------------------

function lists.evidence(page, v)
  if #v.evidence == 0 then return end
  section(page, "evidence", "Evidence")
  table_head(page, "Id", "Title", "Kind and date", "More")
  for _, one in ipairs(v.evidence) do
    local more = {}
    for i, field in ipairs(view_evidence.details(one)) do
      more[i] = ("%s: %s"):format(field.label, field.text)
    end
    row(page, one.id or "?", one.title or "no title", view_evidence.about(one),
      table.concat(more, "; "))
  end
  table_end(page)
end

function lists.records(page, v)
  if #v.records == 0 then return end
  section(page, "records", "Records")
  table_head(page, "Record", "On", "Says", "Why", "Standing")
  for _, one in ipairs(v.records) do
    row(page, view_records.named(one) .. ", " .. (one.date or "no date"),
      view_records.about(one) .. (one.facility
        and ", facility " .. one.facility or ""),
      one.outcome or one.answer or "", one.why or "",
      view_records.standing(one))
  end
  table_end(page)
end

function lists.parameters(page, v)
  if #v.parameters == 0 then return end
  section(page, "parameters", "Parameters")
  page.put "<p>Values that the guidance leaves open, and who set them.</p>"
  table_head(page, "Parameter", "Value", "Source", "Layer")
  for _, one in ipairs(v.parameters) do
    row(page, one.name or "?", one.value, one.from or "no source named",
      one.layer or v.pack.name)
  end
  table_end(page)
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
