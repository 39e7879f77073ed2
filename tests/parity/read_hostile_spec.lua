-- Whatever stands in a dossier: the core sees an error in it where Lua does, and reads
-- it as Lua does where there is none; and it ends where its steps or its memory do.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local corpus = require "corpus"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity
local CHUNK <const> = 1 << 16
local ROUNDS <const> = tonumber(os.getenv "COP11_ROUNDS") or 2000

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

describe("A dossier that anybody wrote", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))

  -- A linear congruence: the same changes in every run.
  local seed = tonumber(os.getenv "COP11_SEED") or 1
  local function random(n)
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return seed // 65536 % n + 1
  end

  -- Where the text's values begin: after a colon, a comma or a bracket.
  local VALUES <const> = { '"[^"]*"', "%-?%d[%d.eE+-]*", "true", "false", "%b{}", "%b[]" }

  -- One value or key of `text`, from a place by chance on, becomes an odd one.
  local function changed(text)
    local from = random(#text)
    if random(4) == 1 then
      local first, last = text:find('"[^"]*":', from)
      if not first then return text end
      return text:sub(1, first) .. KEYS[random(#KEYS)] .. text:sub(last - 1)
    end
    local first, last = text:find(VALUES[random(#VALUES)], from)
    if not first or text:sub(last + 1, last + 1) == ":" then return text end
    return text:sub(1, first - 1) .. ODD[random(#ODD)] .. text:sub(last + 1)
  end

  local function expected_of(one)
    local expected
    phases.each(model, one, function(phase, text)
      if phase == "read" then expected = support.decode(text) end
    end)
    expected.parameters, expected.show = nil, nil
    return expected
  end

  local function is_json(text)
    return (support.json.read(text, 64)) ~= nil
  end

  it("is read by both alike", function()
    local list, ended = corpus.generated(model, 1, 60), { [true] = 0, [false] = 0 }
    for round = 1, ROUNDS do
      local text = list[random(#list)].text
      for _ = 1, random(2) do text = changed(text) end
      local one = { text = text, call = { show_sensitive = random(2) == 1 } }
      if is_json(text) then
        local got = parity.read(block, text, nil, nil, nil, {
          show = one.call.show_sensitive })
        if got ~= "for Lua" then
          local expected = expected_of(one)
          local difference = compare.difference(expected, support.decode(got))
          if difference then
            error(("round %d: %s\n%s"):format(round, difference, text))
          end
          ended[expected.errors == true] = ended[expected.errors == true] + 1
        end
      end
    end
    assert.is_true(ended[true] > ROUNDS / 10 and ended[false] > ROUNDS / 20)
  end)

  it("ends where its steps or its memory do", function()
    local text = corpus.samples()[1].text
    local whole, done, stopped = parity.read(block, text), 0, 0
    local function see(got)
      assert.is_true(got == nil or got == whole)
      if got then done = done + 1 else stopped = stopped + 1 end
    end
    for steps = 0, 3000, 10 do see(parity.read(block, text, nil, steps)) end
    -- One chunk of memory, of which ever less is left: each allocation is the last.
    for wasted = 0, 1 << 16, 16 do
      see(parity.read(block, text, nil, 1e9, CHUNK, { wasted = wasted }))
    end
    assert.is_true(done > 500 and stopped > 500)
  end)
end)
