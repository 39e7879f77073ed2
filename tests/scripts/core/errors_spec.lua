-- Whatever stands in a dossier: the core sees an error in it where the scripts do, which
-- word it; and it ends where its steps do.

package.path = "tests/digests/?.lua;" .. package.path
local support = require "support.host"
local core = require "core"
local dossier = require "dossier"
local generate = require "generate"
local small = require "support.small"

local json = support.json
local DEPTH <const>, STEPS <const> = 64, 1 << 50
local ROUNDS <const> = tonumber(os.getenv "COP11_ROUNDS") or 1000

local FACTS <const> = [[
fact "t.yes" { type = "yes/no", ask = "?" }
fact "t.choice" { type = "choice", values = { "none", "some", "unknown" }, ask = "?" }
fact "t.set" { type = "choices", values = { "x", "y" }, ask = "?" }
fact "t.none" { type = "choices", values = { "x", "y" }, may_be_none = true, ask = "?" }
fact "t.count" { type = "count", ask = "?" }
fact "t.number" { type = "number", ask = "?" }
fact "t.between" { type = "number", least = 1.5, most = 3, ask = "?" }
fact "t.percent" { type = "percent", ask = "?" }
fact "t.months" { type = "months", ask = "?" }
fact "t.limit" { type = "months", may_be_none = true, ask = "?" }
fact "t.day" { type = "date", ask = "?" }
fact "t.never" { type = "date", may_be_never = true, ask = "?" }
fact "t.text" { type = "text", ask = "?" }
fact "t.place" { type = "country", ask = "?" }
check "1.1" { title = "A", points = { "SHALL" }, ask = "?", expect = "a.flag is yes" }
]]

local VALUES <const> = { "null", "true", "false", '""', '" \\t\\n\\u000b"', '"none"',
  '"x"', '"some"', '"unknown"', '"not_assessed"', '"none-stated"', '"never"',
  '"\\u00e9 and more"', '"ZA"', '"za"', '"ZAR"', '"Z"', "[]", "{}", '["x"]',
  '["y", "x"]', '["x", "x"]', '["x", "q"]', '["x", 1]', '[["x"]]', '{"a": 1}', "0", "-0",
  "1", "-1", "1.0", "1.5", "2.50", "3", "3.0000000000000004", "1e2", "1E+2", "100",
  "100.5", "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740991",
  "12345678901234567890", "0.1", "1e308", "123456789.123456789123", "1e-400",
  "4.9406564584124654e-324", '"2013-11-30"', '"2013-11"', '"2013"', '"2013-02-29"',
  '"2012-02-29"', '"1899"', '"2199-12-31"', '"2013-1-1"', '" 2013"' }

-- What may stand in place of any value.
local ODD <const> = { "null", "true", "false", "[]", "{}", "[[]]", "[{}]", "[null]", '""',
  '" "', '"x"', '"none"', '"unknown"', '"never"', '"none-stated"', '"E-1"', '["E-1"]',
  '[{"id":"E-1","says":true}]', '[{"id":"E-1","supports":"against"}]', "0", "-1", "3",
  "0.5", "100", "1e400", "9007199254740993", '"2013-11-30"', '"2013"', '"2999-01-01"',
  '{"value":true}', '{"value":null}', '{"value":3,"at_least":1}', '{"at_least":null}',
  '{"at_least":3,"at_most":2}', '{"at_most":3}', '{"one_of":[]}', '{"one_of":{"a":1}}',
  '{"includes":[]}', '{"share":"some"}', '{"percent":33.30}', '{"percent":1e-7}',
  '{"state":"withheld","withheld_reason":"x"}', '{"withheld_reason":null}',
  '{"state":"not_applicable","na_reason":"x"}', '{"state":"unknown","value":2}',
  '{"auditor":{"by":"A","date":"2013-11-30","value":true}}', '{"auditor":{}}',
  '{"auditor":{"by":"A","date":"2013-11-30","state":"unknown"},"value":true}',
  '{"items":[],"complete":true}', '{"items":[{}],"count":0}', '{"x-own":1}' }

-- And in place of a key.
local KEYS <const> = { "x-own", "\\u0078-own", "odd", "value", "at_most", "why", "note",
  "state", "auditor", "evidence", "id", "items", "complete", "count", "supersedes",
  "stated_by", "as_of", "set_by" }

-- A linear congruence: the same changes in every run.
local seed = tonumber(os.getenv "COP11_SEED") or 1
local function random(n)
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return seed // 65536 % n + 1
end

-- Where the text's values begin: after a colon, a comma or a bracket.
local FOUND <const> = { '"[^"]*"', "%-?%d[%d.eE+-]*", "true", "false", "%b{}", "%b[]" }

-- One value or key of `text`, from a place by chance on, becomes an odd one.
local function changed(text)
  local from = random(#text)
  if random(4) == 1 then
    local first, last = text:find('"[^"]*":', from)
    if not first then return text end
    return text:sub(1, first) .. KEYS[random(#KEYS)] .. text:sub(last - 1)
  end
  local first, last = text:find(FOUND[random(#FOUND)], from)
  if not first or text:sub(last + 1, last + 1) == ":" then return text end
  return text:sub(1, first - 1) .. ODD[random(#ODD)] .. text:sub(last + 1)
end

-- The core's report; and whether the scripts see an error.
local function both(assess, model, text)
  support.host.refill(STEPS)
  local value, _, empties = json.read(text, DEPTH)
  local r = dossier.read(value, model, empties, support.host)
  local wrong, notes = r.no_as_of ~= nil and r.no_as_of ~= false, json.array {}
  for _, one in ipairs(r.problems) do
    wrong = wrong or one.kind == "error"
    if one.code == "id-holds-unseen" then
      notes[#notes + 1] = { code = one.code, pointer = one.pointer, message = one.message }
    end
  end
  return assess(text, { more = { notes = notes } }), wrong
end

local function is_object(text)
  local value, digest = json.read(text, DEPTH)
  return type(value) == "table" and digest ~= nil and text:find "^{" ~= nil
end

describe("A plain value", function()
  local model = assert(small.open(FACTS)).model()
  local assess = core.compiled(model, support.host)

  local function check(entry, value)
    local text = json.write(small.dossier { t = { [entry.keys[2]] = "the value" } })
    local first, last = text:find('"the value"', 1, true)
    text = text:sub(1, first - 1) .. value .. text:sub(last + 1)
    assert.is_true(is_object(text), text)
    local report, wrong = both(assess, model, text)
    assert.equal(wrong, report == nil, entry.path .. " " .. value)
  end

  it("of any type is one where the scripts take it", function()
    local count = 0
    for _, entry in ipairs(model.vocabulary.ordered) do
      if entry.path:find "^t%." then
        count = count + 1
        for _, text in ipairs(VALUES) do check(entry, text) end
      end
    end
    assert.equal(14, count)
  end)

  it("is a country where the scripts know its code", function()
    local entry = model.vocabulary.entries["t.place"]
    for first = 65, 90 do
      for second = 65, 90 do
        check(entry, ('"%s"'):format(string.char(first, second)))
      end
    end
  end)
end)

describe("A dossier that anybody wrote", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local assess = core.compiled(model, support.host)

  it("is wrong for both or for neither", function()
    local list, ended = {}, { [true] = 0, [false] = 0 }
    for i = 1, 60 do list[i] = generate.dossier(model, i, json) end
    for _ = 1, ROUNDS do
      local text = list[random(#list)]
      for _ = 1, random(2) do text = changed(text) end
      if is_object(text) then
        local report, wrong = both(assess, model, text)
        assert.equal(wrong, report == nil, text)
        ended[wrong] = ended[wrong] + 1
      end
    end
    assert.is_true(ended[true] > ROUNDS / 10 and ended[false] > ROUNDS / 20)
  end)

  it("ends where its steps do", function()
    local text = support.samples()[1].text
    local whole, done, stopped = assess(text, {}), 0, 0
    for steps = 0, 400000, 4000 do
      support.host.refill(steps)
      local ok, got = pcall(assess, text, {})
      if ok then
        done = done + 1
        assert.equal(whole, got)
      else
        stopped = stopped + 1
      end
    end
    assert.is_true(done > 5 and stopped > 5, done .. " " .. stopped)
  end)
end)
