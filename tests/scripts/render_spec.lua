local support = require "support.host"
local sample = require "support.sample_report"
local render = require "render"
local small = require "support.small"
local host, json = support.host, support.json

local FORMATS <const> = { "text", "html", "csv", "json" }

local function problem(status, message, where)
  return nil, { status = status, message = message, where = where }
end

local function answer(document, format, empties)
  return render.answer(document, format, host, problem, empties)
end

describe("rendering", function()
  it("gives the same bytes each time, in every format", function()
    for _, format in ipairs(FORMATS) do
      assert.equal(answer(sample(), format), answer(sample(), format))
    end
  end)
  it("ends every text with a line end", function()
    for _, format in ipairs(FORMATS) do
      assert.equal("\n", answer(sample(), format):sub(-1))
    end
  end)
  it("prints the notice in every format", function()
    for _, format in ipairs(FORMATS) do
      assert.truthy(answer(sample(), format):find(
        "Indicative rating; not an audit.", 1, true))
    end
  end)
  it("leaves the report as it was", function()
    local report = sample()
    for _, format in ipairs(FORMATS) do answer(report, format) end
    assert.same(sample(), report)
  end)
  it("refuses a format it does not know", function()
    local text, wrong = answer(sample(), "htlm")
    assert.is_nil(text)
    assert.equal("argument", wrong.status)
    assert.equal("'htlm' is not a format; use text, html, csv or json, or "
      .. "sarif, junit or github for what lint and test find, or oscal, hdf, xccdf "
      .. "or ciso-assistant for a report; "
      .. "did you mean 'html'?", wrong.message)
  end)
  it("refuses what is not a report", function()
    for _, document in ipairs { {}, { format = 3 }, { 1, 2 }, "x", 3,
      { format = "cop11.report/2" }, { format = "cop11.dossier/1" },
      { format = json.null } } do
      local text, wrong = answer(document, "text")
      assert.is_nil(text)
      assert.equal("dossier", wrong.status)
    end
    local _, list = answer({ 1, 2 }, "json")
    assert.equal("a report is a JSON object", list.message)
    local _, wrong = answer({ format = "x\27y" }, "html")
    assert.equal("this is not a report: it says \"format\": \"x\u{FFFD}y\", "
      .. "where a report has \"cop11.report/1\"", wrong.message)
    assert.equal("/format", wrong.where)
  end)
  it("gives JUnit that XML can hold, whatever a message says", function()
    local text = answer({ format = "cop11.lint/1", diagnostics = json.array { {
      code = "x", severity = "error", file = "a.lua", message = "a\u{FFFF}<" } } }, "junit")
    assert.truthy(text:find('message="a\u{FFFD}&lt;"', 1, true))
    assert.is_nil(text:find("\u{FFFF}", 1, true))
  end)
  it("shows other documents as text and json alone", function()
    local _, wrong = answer({ format = "cop11.lint/1" }, "csv")
    assert.equal("cop11.lint/1 can be shown as text, sarif, junit, github or json, not as csv",
      wrong.message)
  end)
end)

describe("rendering as json", function()
  local function pretty(text)
    local document, _, empties = json.read(text, 32)
    return answer(document, "json", empties)
  end

  it("indents", function()
    assert.equal('{\n  "a": 1,\n  "format": "cop11.x/1"\n}\n',
      pretty '{"format":"cop11.x/1","a":1}')
  end)
  it("tells empty lists from empty objects, at any depth", function()
    local text = '{"$schema":"s","a":[],"b":{},"c":[[],{"d/e~":[]}]}'
    local shown = pretty(text):gsub("%s", "")
    assert.equal(text, shown)
  end)
  it("refuses what is nothing of ours", function()
    assert.is_nil((pretty '{"format":"x"}'))
    assert.is_nil((pretty '{"a":1}'))
  end)
end)

-- Every field of a report, replaced in turn by something it should never be.
describe("a report that is not what it says", function()
  local odd = { false, 3, -1.5, "\27[2J<b>", json.null, {}, { 1, "x", {} },
    { x = { y = "z" } } }

  -- Calls `visit(parent, key)` for every field.
  local function each_field(value, visit)
    local keys = {}
    for key in pairs(value) do keys[#keys + 1] = key end
    table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
    for _, key in ipairs(keys) do
      visit(value, key)
      if type(value[key]) == "table" then each_field(value[key], visit) end
    end
  end

  local runtime = assert(small.open(small.check '"a.flag is yes"'))

  local function rendered(report, format)
    return runtime.render(json.write(report), format)
  end

  it("is rendered where it is whole", function()
    for _, format in ipairs(FORMATS) do
      assert.is_string(assert(rendered(sample(), format)))
    end
  end)
  it("is refused with its place, or rendered, and never fails", function()
    local count, refused = 0, 0
    local report = sample()
    each_field(report, function(parent, key)
      if parent == report and key == "format" then return end
      local before = parent[key]
      count = count + 1
      parent[key] = odd[count % #odd + 1]
      local text, wrong = rendered(report, FORMATS[count % 3 + 1])
      if text then
        assert.is_nil(text:find("\27", 1, true))
      else
        assert.equal("dossier", wrong.status)
        refused = refused + 1
      end
      parent[key] = before
    end)
    assert.is_true(count > 500 and refused > count / 2)
  end)
  it("is rendered whatever a host's own key of evidence holds", function()
    local report = sample()
    local _, first = next(report.evidence)
    first["x-host"] = { a = json.array { 1, { b = "deep" } } }
    for _, format in ipairs(FORMATS) do
      assert.matches("deep", (assert(rendered(report, format))))
    end
  end)
  it("is rendered where it lists no layer", function()
    local report = sample()
    report.pack.layers = json.array {}
    for _, format in ipairs(FORMATS) do
      assert.is_string(assert(rendered(report, format)))
    end
  end)
  it("is refused where a key leads nowhere", function()
    for where, change in pairs {
      ["/results/0"] = function(r) r.checks["1.1"] = nil end,
      ["/results/0/rests_on/0"] = function(r)
        r.facts["pit/policy.written"] = nil
      end,
      ["/results/10/checks/0"] = function(r) r.results[11].checks[1] = "9" end,
      ["/checks/1.1/points/0"] = function(r) r.points["P-1.1"] = nil end,
      ["/missing/0/at/0"] = function(r) r.facts["member.day"] = nil end,
    } do
      local report = sample()
      change(report)
      local text, wrong = rendered(report, "text")
      assert.is_nil(text)
      assert.matches("^" .. where:gsub("%W", "%%%0"), wrong.where)
    end
  end)
  it("is refused when it is empty but for its format", function()
    assert.is_nil((rendered({ format = "cop11.report/1" }, "text")))
  end)
end)

describe("rendering a real report", function()
  it("works in every format for every sample dossier", function()
    local runtime = support.open_builtin()
    for _, one in ipairs(support.samples()) do
      local report = assert(runtime.evaluate(one.text, {}))
      for _, format in ipairs(FORMATS) do
        assert.is_string((runtime.render(report, format)))
      end
    end
  end)
  it("indents it without changing it", function()
    local runtime = support.open_builtin()
    local report = assert(runtime.evaluate(support.samples()[1].text, {}))
    local shown = runtime.render(report, "json")
    assert.equal(select(2, json.read(report, 32)),
      select(2, json.read(shown, 32)))
  end)
  it("refuses text that is not JSON, with its place", function()
    local text, wrong = support.open_builtin().render('{\n"a":}', "text")
    assert.is_nil(text)
    assert.equal("json", wrong.status)
    assert.equal(2, wrong.line)
  end)
end)
