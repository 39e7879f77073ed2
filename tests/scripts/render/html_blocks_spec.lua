local html = require "base.markup"
local html_blocks = require "render.html_blocks"

local function put(...)
  local page = html.new_page()
  html_blocks.put(page, { ... })
  return (page.finish():gsub("\n", "")) -- lines end where blocks do
end

local HOSTILE <const> = "<b>"
local FACT <const> = { name = "policy.written", value = HOSTILE,
  evidence = { "E-1" }, against = {}, pointer = "/member/policy/written", basis = "evidenced" }

-- How a table begins that may be wider than the window.
local function opening(label)
  return ('<div class="wide" role="group" tabindex="0" aria-label="%s"><table>'
    .. '<caption class="unseen">%s</caption><thead><tr>'):format(label, label)
end

describe("blocks on a web page", function()
  it("put things in a row into one list, and close it", function()
    local item = { kind = "item", title = "Ask", fields = {} }
    local line = { kind = "line", id = "1.1", text = "It holds.", fields = {} }
    assert.equal('<ol class="asks"><li><p class="question"><bdi>Ask</bdi></p></li>'
      .. '<li><p class="question"><bdi>Ask</bdi></p></li></ol>'
      .. '<ul class="plain small"><li>1.1 &ensp;<bdi>It holds.</bdi></li></ul>'
      .. "<h3><bdi>pit</bdi></h3>", put(item, item, line,
        { kind = "place", text = "pit" }))
  end)
  it("show a finding as an article, how the rules came to it on a click", function()
    local page = put { kind = "item", tone = "minor", id = "1.1", title = "Title",
      says = "It is not.", results = { { id = "pit/1.1" }, { id = "a_b/1.1" } },
      fields = { { label = "Rule", text = "line 1", aside = true },
        { label = "Rests on", facts = { FACT }, full = true },
        { label = "Remedy", text = "Write one." } } }
    assert.equal('<article class="tone-minor"><span id="f-pit_2F1.1"></span>'
      .. '<span id="f-a_5Fb_2F1.1"></span><p class="label">Minor '
      .. "non-conformance</p><h3>1.1 &ensp;Title</h3>"
      .. '<p class="reason"><bdi>It is not.</bdi></p>'
      .. '<dl class="facts"><dt>Rests on</dt><dd>policy.written = <bdi>&lt;b&gt;</bdi> '
      .. "[<bdi>E-1</bdi>]</dd><dt>Remedy</dt><dd><bdi>Write one.</bdi></dd></dl>"
      .. '<details><summary>How the rules came to it</summary>'
      .. opening "Rests on" .. '<th scope="col">Rests on</th>'
      .. '<th scope="col">Value</th><th scope="col">Evidence</th>'
      .. '<th scope="col">Where, and by whom</th></tr></thead><tbody>'
      .. "<tr><td>policy.written</td><td><bdi>&lt;b&gt;</bdi></td>"
      .. "<td><bdi>E-1</bdi></td>"
      .. "<td><bdi>/member/policy/written (evidenced)</bdi></td></tr>"
      .. "</tbody></table></div>"
      .. '<dl class="facts"><dt>Rule</dt><dd><bdi>line 1</bdi></dd></dl>'
      .. "</details></article>", page)
  end)
  it("show no way to the rules where nothing says one", function()
    assert.is_nil(put { kind = "item", tone = "minor", id = "1.1", title = "T",
      says = "S", fields = { { label = "Remedy", text = "Write one." } } }:find "<details")
  end)
  it("lead from a line to what it speaks of", function()
    assert.equal('<ul class="plain small"><li><a href="#f-pit_2F1.1">1.1</a> &ensp;'
      .. "<bdi>It is not.</bdi></li></ul>", put { kind = "line", id = "1.1",
        text = "It is not.", fields = {}, leads_to = { id = "pit/1.1" } })
  end)
  it("show what a line rests on, and each value apart from its words", function()
    assert.equal('<ul class="plain small"><li>1.1 &ensp;<bdi>It holds.</bdi>'
      .. '<p class="small soft">Rests on: policy.written = <bdi>&lt;b&gt;</bdi> '
      .. "[<bdi>E-1</bdi>]</p><p>Auditor: <bdi>agrees</bdi></p></li></ul>", put {
        kind = "line", id = "1.1", text = "It holds.", rests_on = { FACT },
        fields = { { label = "Auditor", text = "agrees" } } })
  end)
  it("show a table with heads", function()
    assert.equal(opening "Id, More" .. '<th scope="col">Id</th>'
      .. '<th scope="col">More</th></tr></thead><tbody><tr>'
      .. '<th scope="row"><bdi>a</bdi></th><td>x: <bdi>&lt;b&gt;</bdi></td></tr>'
      .. "</tbody></table></div>", put { kind = "table",
        columns = { "Id", "More" },
        rows = { { "a", { { label = "x", text = HOSTILE } } } } })
  end)
  it("escape every text", function()
    local page = put({ kind = "note", text = HOSTILE },
      { kind = "note", tone = "major", text = HOSTILE },
      { kind = "note", label = HOSTILE, facts = { FACT } },
      { kind = "place", text = HOSTILE },
      { kind = "item", id = HOSTILE, title = HOSTILE, says = HOSTILE, fields = {
        { label = HOSTILE, code = HOSTILE, text = HOSTILE, under = { HOSTILE } } } })
    assert.is_nil(page:find(HOSTILE, 1, true))
    assert.equal(12, select(2, page:gsub("&lt;b&gt;", "")))
  end)
end)
