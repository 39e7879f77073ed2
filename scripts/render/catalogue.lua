-- All checks for people who never open a rule file: a page to browse and to search,
-- and rows for a spreadsheet, of cop11.rules/1.  As in view.lua, nothing in it is
-- trusted.

local row = require("render.csv").row
local markup = require "base.markup"
local page_frame = require "render.page"
local plain = require "base.plain"
local render_condition = require "render.condition"

local catalogue = {}

local object, objects, text, texts = plain.object, plain.objects, plain.text,
  plain.texts

local TITLE <const> = "The checks"

-- ---- what is told of a check ----------------------------------------------

-- A condition in lines, those further in after as many dashes as they are deep.
local function lines_of(described, otherwise)
  local lines = {}
  for i, one in ipairs(render_condition.lines(described, otherwise)) do
    lines[i] = ("- "):rep(one.indent // 2) .. one.text
  end
  return lines
end

local function prompts_of(check)
  local list = {}
  for i, prompt in ipairs(objects(check.prompts)) do
    list[i] = text(prompt.text) or "?"
  end
  return list
end

-- The names of the facts and lists that a check reads.
local function facts_of(check)
  local reads, names = object(check.reads), {}
  for _, one in ipairs(objects(reads.facts)) do
    local list = text(one.list)
    names[#names + 1] = (list and list .. ": " or "") .. (text(one.fact) or "?")
  end
  for _, one in ipairs(objects(reads.lists)) do
    names[#names + 1] = text(one.list) or "?"
  end
  return names
end

local function state_of(check)
  local broken = text(object(check.broken).message)
  if broken then return "broken: " .. broken end
  return text(check.retired) and "retired: " .. text(check.retired) or nil
end

-- Label, and one text or several, of what is told; the same in both forms.
local function told(check)
  return {
    { "Status", state_of(check) },
    { "Strength", text(check.strength) },
    { "Points", table.concat(texts(check.points), ", ") },
    { "Applies", lines_of(check.applies, "not applicable") },
    { "Not applicable", text(check.not_applicable) },
    { "Expects", lines_of(check.expect, "finding") },
    { "When met", text(check.met) },
    { "Ask", text(check.ask) },
    { "Remedy", text(check.remedy) },
    { "Why", text(check.why) },
    { "Prompts", prompts_of(check) },
    { "Reads", table.concat(facts_of(check), ", ") },
    { "Parameters", table.concat(texts(object(check.reads).parameters), ", ") },
    { "Earlier ids", table.concat(texts(check.aliases), ", ") },
    { "Rules of", text(check.layer) },
    { "File", text(check.file) and ("%s line %d"):format(text(check.file),
      plain.whole(check.line)) },
  }
end

-- ---- rows -----------------------------------------------------------------

local function one_line(said)
  if type(said) == "table" then return table.concat(said, " | ") end
  return said or ""
end

-- A row for each check, with a header.
function catalogue.csv(document)
  local header, rows = { "Check", "Provision", "Title" }, {}
  for _, one in ipairs(told {}) do header[#header + 1] = one[1] end
  for i, check in ipairs(objects(document.checks)) do
    local values = { text(check.id) or "?", text(check.provision) or "",
      text(check.title) or "" }
    for _, one in ipairs(told(check)) do values[#values + 1] = one_line(one[2]) end
    rows[i] = row(values)
  end
  return row(header) .. table.concat(rows)
end

-- ---- a page ---------------------------------------------------------------

local function of_provision(checks, id)
  local own = {}
  for _, check in ipairs(checks) do
    if text(check.provision) == id then own[#own + 1] = check end
  end
  return own
end

local function put_index(page, checks)
  page.put "<ul class=\"plain\">"
  for _, check in ipairs(checks) do
    page.put('<li><a href="#%s">%s</a> %s</li>', text(check.id) or "?",
      text(check.id) or "?", text(check.title) or "")
  end
  page.put "</ul>"
end

local function put_check(page, check)
  page.put('<article id="%s"><h3>%s <bdi>%s</bdi></h3><dl class="facts">',
    text(check.id) or "?", text(check.id) or "?", text(check.title) or "")
  for _, one in ipairs(told(check)) do
    local said = type(one[2]) == "table" and one[2] or { one[2] }
    if said[1] and said[1] ~= "" then
      page.put("<dt>%s</dt><dd>", one[1])
      for i, line in ipairs(said) do
        page.put(i > 1 and "<br><bdi>%s</bdi>" or "<bdi>%s</bdi>", line)
      end
      page.put "</dd>"
    end
  end
  page.put "</dl></article>"
end

-- Which checks read a fact: what a question is asked for.
local function put_facts(page, checks)
  local by_fact, names = {}, {}
  for _, check in ipairs(checks) do
    for _, name in ipairs(facts_of(check)) do
      if not by_fact[name] then by_fact[name], names[#names + 1] = {}, name end
      table.insert(by_fact[name], text(check.id) or "?")
    end
  end
  table.sort(names)
  page.put '<h2 id="facts">Facts, and the checks that read them</h2><dl class="facts">'
  for _, name in ipairs(names) do
    page.field(name, table.concat(by_fact[name], ", "))
  end
  page.put "</dl>"
end

-- One page with everything open, so that a browser's own search finds any word.
function catalogue.html(document, host)
  local page, checks = markup.new_page(), objects(document.checks)
  page_frame.start(page, TITLE, "libcop11", host)
  page.put("<header><h1>%s</h1><p>%s</p></header><main><h2>Contents</h2>", TITLE,
    "Everything about each check is on this page: search it for any word, number or "
    .. "fact as you search any page.")
  local provisions = objects(document.provisions)
  for _, provision in ipairs(provisions) do
    page.put("<h3>%s <bdi>%s</bdi></h3>", text(provision.id) or "?",
      text(provision.title) or "")
    put_index(page, of_provision(checks, text(provision.id)))
  end
  page.put '<p><a href="#facts">Facts, and the checks that read them</a></p>'
  for _, provision in ipairs(provisions) do
    page.put("<h2>%s <bdi>%s</bdi></h2>", text(provision.id) or "?",
      text(provision.title) or "")
    for _, check in ipairs(of_provision(checks, text(provision.id))) do
      put_check(page, check)
    end
  end
  for _, check in ipairs(of_provision(checks, nil)) do put_check(page, check) end
  put_facts(page, checks)
  page.put "</main>\n</body>\n</html>\n"
  return page.finish()
end

return catalogue
