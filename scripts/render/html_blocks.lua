-- Lays out blocks (blocks.lua) as parts of a web page.

local view = require "view"

local html_blocks = {}

-- ---- links --------------------------------------------------------------

-- Where a page tells of a result: its id, in letters that no link has to escape.
function html_blocks.anchor(result)
  return "f-" .. result.id:gsub("[^%w.-]", function(byte)
    return ("_%02X"):format(byte:byte())
  end)
end

-- The places within a page of the results that a block tells of.
local function put_anchors(page, results)
  for _, result in ipairs(results or {}) do
    page.put('<span id="%s"></span>', html_blocks.anchor(result))
  end
end

-- ---- facts and fields ---------------------------------------------------

local function put_fact(page, fact)
  page.put("%s = <bdi>%s</bdi>", fact.name, fact.value)
  if #fact.evidence > 0 then
    page.put(" [<bdi>%s</bdi>]", table.concat(fact.evidence, ", "))
  end
end

-- Each fact has a <bdi> of its own: no value may turn the words around it.
local function put_facts(page, facts, separator)
  for i, fact in ipairs(facts) do
    if i > 1 then page.put(separator) end
    put_fact(page, fact)
    local remark = view.remark_on(fact)
    if remark ~= "" then page.put("<bdi>%s</bdi>", remark) end
  end
end

local function full_facts(page, label, facts)
  page.table(label)
  page.put('<th scope="col">%s</th>'
    .. '<th scope="col">Value</th><th scope="col">Evidence</th>'
    .. '<th scope="col">Where, and by whom</th></tr></thead><tbody>', label)
  for _, fact in ipairs(facts) do
    page.put("<tr><td>%s</td><td><bdi>%s</bdi></td><td><bdi>%s</bdi></td>"
      .. "<td><bdi>%s</bdi></td></tr>", fact.name, fact.value,
      #fact.evidence > 0 and table.concat(fact.evidence, ", ") or "none",
      view.behind_fact(fact))
  end
  page.put "</tbody></table></div>"
end

-- What a field says, without its label.
local function put_said(page, one)
  if one.code then page.put("<code>%s</code> ", one.code) end
  if one.facts then
    put_facts(page, one.facts, "; ")
  else
    page.put("<bdi>%s</bdi>", one.text)
  end
  for _, below in ipairs(one.under or {}) do
    page.put("<br><bdi>%s</bdi>", below)
  end
end

-- Fields one below the other; those of findings as a list of terms.
local function put_lines(page, fields)
  for _, one in ipairs(fields) do
    page.put(one.soft and '<p class="small soft">' or "<p>")
    if one.label ~= "" then page.put("%s: ", one.label) end
    put_said(page, one)
    page.put "</p>"
  end
end

-- Those fields that are `wanted`.
local function put_terms(page, fields, wanted)
  local open = false
  for _, one in ipairs(fields) do
    if wanted(one) then
      if not open then page.put '<dl class="facts">' end
      open = true
      page.put("<dt>%s</dt><dd>", one.label)
      put_said(page, one)
      page.put "</dd>"
    end
  end
  if open then page.put "</dl>" end
end

-- ---- blocks -------------------------------------------------------------

local show = {}

function show.place(page, block)
  page.put("<h3><bdi>%s</bdi></h3>", block.text)
  page.article_heading = "h4"
end

function show.note(page, block)
  if block.facts then
    page.put('<p class="small soft">%s: ', block.label)
    put_facts(page, block.facts, "; ")
    page.put ".</p>"
  elseif block.tone then
    page.put('<p class="tone-%s"><bdi>%s</bdi></p>', block.tone, block.text)
  else
    page.put("<p><bdi>%s</bdi></p>", block.text)
  end
end

local LABELS <const> = { major = "Major non-conformance",
  minor = "Minor non-conformance", observation = "Observation" }

local function is_aside(one) return one.aside or one.full end
local function is_plain(one) return not one.aside end

-- How the rules came to a finding: on a click, and never on paper.
local function put_asides(page, fields)
  page.put "<details><summary>How the rules came to it</summary>"
  for _, one in ipairs(fields) do
    if one.full then full_facts(page, one.label, one.facts) end
  end
  put_terms(page, fields, function(one) return one.aside and not one.full end)
  page.put "</details>"
end

local function article(page, block)
  page.put('<article class="tone-%s">', block.tone)
  put_anchors(page, block.results)
  local heading = page.article_heading
  page.put('<p class="label">%s</p><' .. heading .. ">%s &ensp;%s</" .. heading
    .. '><p class="reason"><bdi>%s</bdi></p>', LABELS[block.tone], block.id, block.title,
    block.says)
  put_terms(page, block.fields, is_plain)
  for _, one in ipairs(block.fields) do
    if is_aside(one) then
      put_asides(page, block.fields)
      break
    end
  end
  page.put "</article>"
end

function show.item(page, block)
  if block.tone then return article(page, block) end
  page.put '<li><p class="question">'
  if block.id then page.put("%s ", block.id) end
  page.put("<bdi>%s</bdi></p>", block.title)
  if block.says then page.put("<p><bdi>%s</bdi></p>", block.says) end
  put_lines(page, block.fields)
  page.put "</li>"
end

function show.line(page, block)
  if block.leads_to then
    page.put('<li><a href="#%s">%s</a> &ensp;<bdi>%s</bdi>',
      html_blocks.anchor(block.leads_to), block.id, block.text)
  else
    page.put("<li>%s &ensp;<bdi>%s</bdi>", block.id, block.text)
  end
  if block.rests_on and #block.rests_on > 0 then
    page.put '<p class="small soft">Rests on: '
    put_facts(page, block.rests_on, "; ")
    page.put "</p>"
  end
  put_lines(page, block.fields)
  page.put "</li>"
end

local function put_cell(page, cell)
  page.put "<td>"
  if type(cell) == "table" then
    for i, one in ipairs(cell) do
      if i > 1 then page.put "; " end
      page.put("%s: <bdi>%s</bdi>", one.label, one.text)
    end
  else
    page.put("<bdi>%s</bdi>", cell)
  end
  page.put "</td>"
end

show["table"] = function(page, block)
  page.table(table.concat(block.columns, ", "))
  for _, title in ipairs(block.columns) do
    page.put('<th scope="col">%s</th>', title)
  end
  page.put "</tr></thead><tbody>"
  for _, row in ipairs(block.rows) do
    page.put('<tr><th scope="row"><bdi>%s</bdi></th>', row[1])
    for i = 2, #row do put_cell(page, row[i]) end
    page.put "</tr>"
  end
  page.put "</tbody></table></div>"
end

-- ---- lists of them ------------------------------------------------------

-- The list that a block is an entry of, by its tag; nil for one that stands alone.
local function list_of(block)
  if block.kind == "line" then return "ul" end
  return block.kind == "item" and not block.tone and "ol" or nil
end

local OPENING <const> = { ol = '<ol class="asks">', ul = '<ul class="plain small">' }

local function close(page, tag)
  if tag then page.put("</" .. tag .. ">") end
end

-- Lays `list` out on `page` (markup.lua).
function html_blocks.put(page, list)
  local within
  page.article_heading = "h3" -- until a place has one of its own
  for _, block in ipairs(list) do
    local tag = list_of(block)
    if tag ~= within then
      close(page, within)
      if tag then page.put(OPENING[tag]) end
      within = tag
    end
    show[block.kind](page, block)
  end
  close(page, within)
end

return html_blocks
