-- All checks as a page to search and as rows for a spreadsheet.
local small = require "support.small"
local support = require "support.host"

local array, json = support.json.array, support.json

local RULES <const> = [[
check "1.1" { title = "Guards, all", points = { "SHALL" }, ask = "Ask \"them\".",
  applies = "b.flag is yes", not_applicable = "No <b>.",
  expect = all { { "a.flag is yes", otherwise = "Not a & b." },
    when "b.flag is yes" { "a.total is at least 2" } },
  remedy = "=SUM(1)", aliases = { "1.9" },
  prompts = { advise { "Still so?" } } }
check "1.2" { title = "Gone", points = { "SHALL" }, retired = "Merged.", ask = "Ask.",
  expect = any "people" { "armed is yes", otherwise = "No." } }
]]

local function rendered(document, format)
  local runtime = assert(small.open(RULES))
  return assert(runtime.render(document or assert(runtime.describe "rules"), format))
end

describe("the catalogue as a page", function()
  local page = rendered(nil, "html")

  it("leads to each check and tells all of it", function()
    for _, part in ipairs { '<a href="#1.1">1.1</a> Guards, all', '<article id="1.1">',
      "<dt>Expects</dt>", "<bdi>- a.flag is yes</bdi>", "<bdi>- - finding: Not a &amp; b.</bdi>",
      "Ask &quot;them&quot;.", "Still so?", "<dt>Earlier ids</dt><dd><bdi>1.9</bdi>",
      "retired: Merged." } do
      assert.truthy(page:find(part, 1, true), part)
    end
  end)
  it("tells of each fact which checks read it", function()
    assert.truthy(page:find("<dt>a.flag</dt><dd><bdi>1.1</bdi></dd>", 1, true))
    assert.truthy(page:find("<dt>people: armed</dt><dd><bdi>1.2</bdi></dd>", 1, true))
  end)
  it("takes nothing for markup", function()
    assert.is_nil(page:find("No <b>", 1, true))
    assert.truthy(page:find("No &lt;b&gt;.", 1, true))
  end)
end)

describe("the catalogue as rows", function()
  it("has a row a check, in which no cell is a formula", function()
    local rows = rendered(nil, "csv")
    assert.equal(3, select(2, rows:gsub("\r\n", "")))
    assert.truthy(rows:find('^Check,Provision,Title,Status,'))
    assert.truthy(rows:find('\r\n1.1,1,"Guards, all",', 1, true))
    assert.truthy(rows:find(",'=SUM(1),", 1, true))
    assert.truthy(rows:find(",retired: Merged.,", 1, true))
  end)
end)

it("odd documents make a page and rows all the same", function()
  local odd = json.write { format = "cop11.rules/1", provisions = array { 1, {} },
    checks = array { {}, { id = {}, reads = array { 7 }, points = "x", prompts = 3,
      applies = 5, expect = { tree = { kind = 4 } }, line = "x" } } }
  assert.truthy(rendered(odd, "html"):find("</html>", 1, true))
  assert.truthy(rendered(odd, "csv"):find("\r\n", 1, true))
end)
