-- The translations in rules/languages/: each sentence of the form is there, with its
-- holes; and each that is there is still a sentence of the form.

local support = require "support.host"

local LANGUAGES <const> = { "es", "fr" }
local PAGE <const> = { "body.html", "head.html" }
local SCRIPTS <const> = { "controls.js", "evidence.js", "files.js", "lists.js", "main.js",
  "progress.js", "question.js", "say.js" }

local function text_of(path) return support.read_file(support.root .. "/" .. path) end

-- ---- what is to be said -----------------------------------------------------------

local function add_page(add)
  for _, file in ipairs(PAGE) do
    local page = text_of("plugin/form/" .. file):gsub("<noscript>.-</noscript>", "")
    for text in page:gmatch ">%s*([^<>]-)%s*<" do add(text) end
    for text in page:gmatch 'aria%-label="(.-)"' do add(text) end
  end
  for _, file in ipairs(SCRIPTS) do
    for text in text_of("plugin/form/" .. file):gmatch 'say%("(.-)"' do add(text) end
  end
  for _, text in ipairs { "at least", "at most", "share", "percent", "one of", "includes" } do
    add(text)
  end
end

local function add_question(add, one)
  for _, key in ipairs { "title", "ask", "help", "label", "unit" } do add(one[key]) end
  for _, value in ipairs(one.values or {}) do add(value.title) end
  for _, evidence in ipairs(one.evidence or {}) do add(evidence) end
end

-- All English sentences of the form, as a set and a list.
local function english()
  local set, list = {}, {}
  local function add(text)
    if not text or text == "" or set[text] then return end
    set[text], list[#list + 1] = true, text
  end
  local form = support.decode(support.open_builtin().describe "form/page")
  add_page(add)
  add(form.notice)
  for _, provision in ipairs(form.provisions) do add(provision.title) end
  for _, section in ipairs(form.sections) do
    add_question(add, section)
    for _, question in ipairs(section.questions) do add_question(add, question) end
  end
  return set, list
end

-- ---- a file of translations ---------------------------------------------------------

local ENTRY <const> = '^msgid ("[^\n]*")\nmsgstr ("[^\n]*")$'

local function quoted(text)
  return support.decode('{"text": ' .. text .. "}").text
end

-- The words by sentence, and the entries that are not understood.
local function read(language)
  local words, strange = {}, {}
  local text = text_of(("rules/languages/%s.po"):format(language))
  local entries = ("\n" .. text .. "\n\n"):gsub("\n#[^\n]*", "")
  for entry in entries:gmatch "(msgid .-)\n\n" do
    local id, said = entry:match(ENTRY)
    if id then
      words[quoted(id)] = quoted(said)
    elseif entry:sub(1, 8) ~= 'msgid ""' then
      strange[#strange + 1] = entry
    end
  end
  return words, strange, text
end

local function holes(text)
  local list = {}
  for name in text:gmatch "{([%w_]+)}" do list[#list + 1] = name end
  table.sort(list)
  return table.concat(list, " ")
end

for _, language in ipairs(LANGUAGES) do
  describe("the translation " .. language, function()
    local set, list = english()
    local words, strange, text = read(language)

    it("is entries of one line each, which can stand in a page", function()
      assert.same({}, strange)
      assert.is_nil(text:find("<", 1, true))
    end)
    it("lacks no sentence", function()
      local missing = {}
      for _, sentence in ipairs(list) do
        if (words[sentence] or "") == "" then missing[#missing + 1] = sentence end
      end
      assert.same({}, missing)
      assert.truthy(#list > 600)
    end)
    it("has none that is no longer said in English", function()
      local stale = {}
      for sentence in pairs(words) do
        if not set[sentence] and sentence ~= "" then stale[#stale + 1] = sentence end
      end
      table.sort(stale)
      assert.same({}, stale)
    end)
    it("keeps the holes of each", function()
      for sentence, said in pairs(words) do assert.equal(holes(sentence), holes(said)) end
    end)
  end)
end
