local support = require "support.host"

local json = support.json
local builtin = support.open_builtin()

local KINDS <const> = { "mine", "exploration", "refinery", "cutting", "manufacture",
  "trade", "retail", "laboratory", "transport", "office" }

local function text_of(words)
  local answer = assert(builtin.describe("template/" .. words))
  return table.concat(support.decode(answer).lines, "\n")
end

local function dossier_of(words) return support.decode(text_of(words)) end

local function first(words) return dossier_of(words).facilities.items[1] end

-- The ratings of a report, and what is settled.
local function said(text)
  local report = support.decode(assert(builtin.evaluate(text, {})))
  local out = { report.member, report.provisions, report.facilities }
  return json.write(json.array(out))
end

describe("a dossier to begin with", function()
  it("validates without a problem, for each kind", function()
    for _, kind in ipairs(KINDS) do
      local found = support.decode(assert(builtin.validate(text_of("2014-01-31," .. kind),
        {})))
      assert.is_true(found.valid, kind)
      assert.same({}, found.problems)
    end
  end)
  it("says nothing but the day and the kinds", function()
    local bare = json.write { format = "cop11.dossier/1",
      assessment = { date = "2014-01-31" }, facilities = { complete = false,
        items = json.array { { id = "mine", kind = json.array { "mine" } },
          { id = "office", kind = json.array { "office" } } } } }
    assert.equal(said(bare), said(text_of "2014-01-31,mine,office"))
  end)
  it("puts each question right before its answer", function()
    local lines, questions = {}, 0
    for line in (text_of "2014-01-31,mine" .. "\n"):gmatch "([^\n]*)\n" do
      lines[#lines + 1] = line
    end
    for i, line in ipairs(lines) do
      local indent, name = line:match '^( +)"x%-([%w_]+)": "'
      if name and name ~= "how" then
        questions = questions + 1
        local next_name = lines[i + 1]:match('^' .. indent .. '"([^"]+)": ')
        assert.truthy(next_name == name or next_name == "x-" .. name .. "-item", line)
      end
    end
    assert.is_true(questions > 100)
  end)
  it("holds each question that the rules then ask for", function()
    for _, kind in ipairs(KINDS) do
      local text = text_of("2014-01-31," .. kind)
      local report = support.decode(assert(builtin.evaluate(text, {})))
      for _, question in ipairs(report.missing) do
        assert.truthy(text:find(json.write(question.ask):sub(2, -2), 1, true),
          kind .. ": " .. question.ask)
      end
    end
  end)
  it("leaves out what cannot apply to the kind", function()
    assert.is_nil(first("office").vpshr["x-inhouse_subjects"])
    assert.is_nil(first("office").vpshr["x-in_strategy"])
    assert.truthy(first("mine").vpshr["x-inhouse_subjects"])
    assert.truthy(first("2014-01-31").vpshr["x-in_strategy"])
  end)
  it("tells facilities of one kind apart", function()
    local items = dossier_of("mine,mine").facilities.items
    assert.same({ "mine", "mine-2" }, { items[1].id, items[2].id })
  end)
  it("is of a facility of any kind where none is named", function()
    assert.equal("site-1", first("2014-01-31").id)
    assert.truthy(text_of("2014-01-31"):find('"kind": null', 1, true))
  end)
  it("says which kinds there are", function()
    local text, wrong = builtin.describe "template/minee"
    assert.is_nil(text)
    assert.matches("'minee' is no kind of facility", wrong.message)
    assert.matches("did you mean 'mine'", wrong.message)
    assert.matches("no day", select(2, builtin.describe "template/2014-13-01").message)
  end)
end)
