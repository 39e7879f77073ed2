local host = require("support.host").host
local sample = require "support.sample_report"
local render_html = require "render.html"
local style = require "render.style"
local view = require "view"
local html = require "base.markup"

local function render(report)
  return render_html.render(view.read(report or sample(), host), host)
end

local function holds(page, part)
  assert.truthy(page:gsub("\n", ""):find(part:gsub("\n", ""), 1, true), part)
end

-- Checks that tags nest, and returns how often each is used.
local function count_tags(page)
  local open, counts = {}, {}
  local void = { meta = true, br = true, path = true }
  local body = page:gsub("<!DOCTYPE html>", ""):gsub("<style>.-</style>", "")
  for closing, name in body:gmatch "<(/?)(%a%w*)[^<>]*>" do
    if closing == "/" then
      assert.equal(name, table.remove(open))
    elseif not void[name] then
      open[#open + 1] = name
    end
    counts[name] = (counts[name] or 0) + (closing == "" and 1 or 0)
  end
  assert.same({}, open)
  return counts
end

describe("a report as a web page", function()
  it("has tags that nest", function()
    local counts = count_tags(render())
    assert.equal(1, counts.h1)
    assert.equal(3, counts.article)
  end)
  it("says what layers weaken before the findings", function()
    local page = render()
    local at = page:find("<h2>Weakened by layers</h2>", 1, true)
    assert.is_true(at < page:find("<h2>Provisions</h2>", 1, true))
    holds(page, "<bdi>The layer house switches off check 1.9, until 2014-01-31, "
      .. "by A. Head: agreed.</bdi>")
    holds(page, "<h2>Laid over the baseline</h2><p><bdi>The layer house "
      .. "narrows check 1.8, no longer in force.</bdi></p>")
  end)
  it("says on its first page who, the ratings, and why, each with its way there", function()
    local page, at = render(), 0
    for _, part in ipairs { "<dt>Member</dt>", '<span class="label">Indicative rating',
      '<span class="label">The auditor says', "<h2>Because</h2>",
      '<a href="#f-pit_2F1.1">1.1</a>', "1 major finding in all. Also 1 minor, 1 "
        .. "observation, 1 check open. Without the major finding the rating could be "
        .. "at best minor non-conformance.",
      "<dt>Settled checks</dt>", 'aria-label="Checks"', "<h2>Places by provisions</h2>" } do
      local found = page:gsub("\n", ""):find(part, at + 1, true)
      assert.truthy(found, part)
      at = found
    end
    holds(page, '<span id="f-pit_2F1.1"></span>')
  end)
  it("counts a layer's own checks in no picture and no number of the baseline", function()
    local report = sample()
    report.checks["1.1"].layer = "house"
    local page = render(report)
    holds(page, '<li><b>0</b><span class="small soft">Major</span></li>')
    assert.is_nil(page:find("1M", 1, true))
  end)
  it("says the auditor's rating as it says the rules', with all of its range", function()
    local report = sample()
    holds(render(report), '<span class="label">The auditor says</span><strong>Not determined'
      .. '</strong><span class="range" aria-hidden="true"><i></i><i class="on-fine"></i>'
      .. '<i class="on-minor"></i><i class="on-major"></i></span><span>at best conformance, '
      .. "at worst major non-conformance; with 1 waiver by A. Auditor (lead); as stated: ")
  end)
  it("leads from a facility to each of its findings", function()
    holds(render(), '<span class="tone tone-major">Major</span> '
      .. '<a href="#f-pit_2F1.1">1.1</a>')
  end)
  it("names the layer of a finding", function()
    local report = sample()
    report.checks["1.2"].layer, report.checks["1.8"].layer = "house", "house"
    holds(render(report), "<dd><bdi>house; it counts in the house rating alone"
      .. "</bdi></dd>")
    holds(render(report), "Reason 1.8. [layer house]")
    report.facilities[1].provisions[1].house_rating = { range = {
      "conformance", "minor-nonconformance" } }
    holds(render(report), "house: conformance to minor</span>")
  end)
  it("says in each line of a facility's provision what is only stated", function()
    local report = sample()
    local cell = report.facilities[1].provisions[1]
    cell.house_rating = { range = { "conformance", "minor-nonconformance" } }
    cell.support, cell.completeness = { stated = 3 }, { settled = 4 }
    cell.with_records = { range = { "conformance" }, records = { "O-1" } }
    local page = render(report)
    holds(page, "house: conformance to minor; as stated: 3 of 4 checks without "
      .. "evidence for a deciding fact</span>")
    holds(page, "by the auditor: conformance (O-1); as stated: 3 of 4 checks "
      .. "without evidence for a deciding fact; "
      .. "findings entered: F-1 (minor non-conformance)</span>")
  end)
  it("says its language and encoding", function()
    holds(render(), '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta '
      .. 'charset="utf-8">')
  end)
  it("holds no script and loads nothing", function()
    local page = render()
    for _, word in ipairs { "<script", "<img", "<link", "<iframe", "src=",
      "url(", "@import", "http:", "https:", "javascript:", "style=" } do
      assert.is_nil(page:find(word, 1, true), word)
    end
    assert.is_nil(page:find "<[^>]* on%a+=")
  end)
  it("lets the browser refuse any style sheet but its own", function()
    local page = render()
    local sheet = page:match "<style>(.-)</style>"
    holds(page, "default-src 'none'; style-src 'sha256-"
      .. html.base64_of_hex(host.sha256(sheet)) .. "'; base-uri 'none'; "
      .. "form-action 'none'")
    assert.equal(style, sheet:sub(1, #style))
    assert.is_nil(sheet:find("</", 1, true))
  end)
  it("says at the head of each printed page whose report it is, and of which day", function()
    local report = sample()
    report.member.name = '"} <b>'
    holds(render(report), 'content: "\\22 \\7D  \\3C b\\3E \\2C  as of 2013\\2D 11\\2D 30"')
  end)
  it("says in words what it shows in colours", function()
    local page = render()
    holds(page, '<span class="label">Indicative rating</span><strong>Major '
      .. "non-conformance</strong>")
    holds(page, "<span>as stated: 2 of 2 checks without evidence for a deciding fact</span>")
    for tag in page:gmatch '<span class="range"[^>]*>' do
      holds(tag, 'aria-hidden="true"')
    end
  end)
  it("has table heads with a scope", function()
    for tag in render():gmatch "<th[ >][^>]*>" do holds(tag, 'scope="') end
  end)
  it("prints the notice at the top and at the end", function()
    local _, count = render():gsub("Indicative rating; not an audit%.", "")
    assert.equal(2, count)
  end)
  it("says who signed the rules, and what was modified at the head", function()
    local page, said = render(), "modified since signing (key " .. ("e"):rep(64)
      .. "): a.lua"
    holds(page, '<h2>Modified since signing</h2><p class="tone-major">'
      .. "<bdi>The rules house were " .. said .. ".</bdi></p>")
    holds(page, "<dt>Signature</dt><dd><bdi>house: " .. said .. "</bdi></dd>")
  end)
  it("shows everything the text form shows", function()
    local page = render()
    for _, part in ipairs { "Gold Ltd", "M-1", "2013-11-30", "Reason 1.1.",
      "Write one.", "policy.written is yes", "people[#4]",
      "E-1, E-2",
      "Show the licences.", "Which day?", "Only the auditor may decide.",
      "<p><bdi>Not assessed; the dossier does not say why", "It is broken.",
      "Is it enough?", "It is not met.", "1.2/extent", "Two facts disagree.",
      "No guards here.", "Title 1.7", "The policy", "A. Auditor",
      "12 months", "not set", ("a"):rep(64), ("b"):rep(64), ("c"):rep(64),
      ("d"):rep(64), "libcop11 9.9.9", "Agreed", "literal:",
      "A lock is broken.", "No rounds.", "overdue", "One year is usual.",
      "a leaflet" } do
      holds(page, part)
    end
  end)
end)

describe("texts of a dossier on the page", function()
  -- The texts of a report become hostile, wherever they stand.
  local function poison(value)
    for key, inner in pairs(value) do
      if type(inner) == "table" then
        poison(inner)
      elseif type(inner) == "string" and key ~= "format" and key ~= "outcome"
        and key ~= "kind" and key ~= "state" and key ~= "facility"
        and key ~= "id" and key ~= "check" and key ~= "fact"
        and type(key) == "string" then
        value[key] = inner .. "<b x=\"1\" y='2'>&lt;</bdi></p>\27\u{202E}"
      end
    end
  end

  it("never become markup", function()
    local report = sample()
    local wanted = count_tags(render(report))
    poison(report)
    local page = render(report)
    local found = count_tags(page)
    assert.is_nil(found.b and found.b > (wanted.b or 0) and found.b or nil)
    assert.is_nil(page:find("<b x", 1, true))
    holds(page, "&lt;b x=&quot;1&quot; y=&#39;2&#39;&gt;&amp;lt;")
    assert.is_nil(page:find("\27", 1, true))
    assert.is_nil(page:find("\u{202E}", 1, true))
  end)
end)
