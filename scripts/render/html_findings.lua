-- The findings of a report as a web page shows them: what each rests on, and what
-- puts it right.

local lists = require "render.html_lists"
local view = require "render.view"
local view_ids = require "render.view_ids"
local view_records = require "render.view_records"

local findings = {}

local LABELS <const> = { major = "Major non-conformance",
  minor = "Minor non-conformance", observation = "Observation" }

local function fact_rows(page, facts)
  if #facts == 0 then return end
  page.put('<div class="wide"><table><thead><tr><th scope="col">Rests on</th>'
    .. '<th scope="col">Value</th><th scope="col">Evidence</th>'
    .. '<th scope="col">Basis</th><th scope="col">Where</th></tr></thead>'
    .. "<tbody>")
  for _, fact in ipairs(facts) do
    page.put("<tr><td>%s</td><td><bdi>%s</bdi></td><td><bdi>%s</bdi></td>"
      .. "<td>%s</td><td><code>%s</code></td></tr>", fact.name, fact.value,
      #fact.evidence > 0 and table.concat(fact.evidence, ", ") or "none",
      (fact.by or fact.basis or fact.why or "")
        .. (fact.recorded and "; " .. fact.recorded or ""),
      view.place_of_fact(fact) or "no pointer")
  end
  page.put "</tbody></table></div>"
end

local function also_read(page, facts)
  if #facts == 0 then return end
  page.put '<p class="small soft">Also read: '
  lists.facts(page, facts, "; ")
  page.put ".</p>"
end

local function conditions(page, result)
  for _, test in ipairs(result.tests) do
    page.put("<dt>Condition</dt><dd><bdi>%s</bdi> "
      .. '<span class="soft">(%s line %s)</span>', test.text,
      result.file or "?", test.line)
    if test.item then page.put("<br>at <code>%s</code>", test.item) end
    for _, item in ipairs(view_ids.places(test.items)) do
      page.put("<br>except <code>%s</code>", item)
    end
    page.put "</dd>"
  end
end

local function finding(page, group, result)
  page.put('<article class="tone-%s"><p class="label">%s</p>'
    .. '<h4>%s &ensp;%s</h4><p class="reason"><bdi>%s</bdi></p>', group,
    LABELS[group], result.check, result.title, result.reason)
  fact_rows(page, result.rests_on)
  lists.against(page, result)
  page.put '<dl class="facts">'
  page.field("Remedy", result.remedy)
  conditions(page, result)
  page.field("Points", result.cited)
  page.field("Basis", result.basis)
  page.field("Layer", result.decided_by)
  page.field("With layers", result.own and result.own.text)
  page.field("Readings", #result.readings > 0
    and table.concat(result.readings, " ") or nil)
  for _, one in ipairs(view_records.beside(result)) do
    page.field(one[1], one[2])
  end
  page.put "</dl>"
  also_read(page, result.also_read)
  page.put "</article>"
end

-- Every finding, place by place.
function findings.all(page, v)
  page.put '<h2 id="findings">Findings</h2>'
  local any = lists.each_place(page, v, view.SHORTFALLS, function(place)
    lists.common(page, place)
    for _, group in ipairs(view.SHORTFALLS) do
      for _, result in ipairs(place[group]) do finding(page, group, result) end
    end
  end)
  if any then return end
  local open = view.count(v, "open") + view.count(v, "broken")
  page.put("<p>No check that is settled falls short.%s</p>", open > 0
    and (" %d not settled: see below."):format(open) or "")
end

return findings
