-- Whatever is changed in a program that passes the check: evaluating by it ends, and
-- under a sanitizer touches nothing that is not its own.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local core = require "core"
local corpus = require "corpus"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity
local ROUNDS <const> = tonumber(os.getenv "COP11_ROUNDS") or 300

describe("A program", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block, functions = program.compile(model, support.host.program.layout())
  local compute = core.computer(functions, support.host)
  local dumps, dossiers = {}, {}

  setup(function()
    for _, one in ipairs(corpus.generated(model, 1, 12)) do
      phases.each(model, one, function(phase, text)
        if phase == "read" and text ~= '{"errors":true}' then
          dumps[#dumps + 1] = text
          dossiers[#dossiers + 1] = one.text
        end
      end)
    end
  end)

  -- A linear congruence: the same changes in every run.
  local seed = tonumber(os.getenv "COP11_SEED") or 1
  local function random(n)
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return seed // 65536 % n
  end

  local EVALUATED <const> = { "check", "disagreement", "fact", "frame", "items", "node",
    "piece", "provision", "sentence", "setting", "word", "pack", "layer", "point", "prompt",
    "hint", "change", "rating" }

  -- Where the rows of a section begin, and how many words they have.
  local function rows_of(name)
    for i, section in ipairs(support.host.program.layout().sections) do
      if section.name == name then
        local offset, count, words = ("<I4I4I4"):unpack(block, 17 + (i - 1) * 12)
        return offset, count * words
      end
    end
  end

  -- Words of rows that evaluating follows become small numbers, which more often name
  -- something, or any.
  local function changed()
    local text = block
    for _ = 1, 1 + random(3) do
      local offset, words
      repeat
        offset, words = rows_of(EVALUATED[1 + random(#EVALUATED)])
      until words > 0
      local at = offset + random(words) * 4
      local word = random(8) == 0 and random(65536) * 65536 or random(400)
      text = text:sub(1, at) .. ("<I4"):pack(word) .. text:sub(at + 5)
    end
    return text
  end

  -- Whether a phase ends without an answer within a limit, or has the whole one.
  local function ends(phase, text, limits)
    local whole = parity.open(block)
    local expected, ended = phase(whole, text, compute), { [true] = 0, [false] = 0 }
    for _, limit in ipairs(limits) do
      local got = phase(whole, text, compute, limit.steps or 1e9, limit.memory)
      assert.is_true(got == nil or got == expected)
      ended[got == nil] = ended[got == nil] + 1
    end
    assert.is_true(ended[true] > 5 and ended[false] > 5)
  end

  it("ends where its steps or its memory do", function()
    table.sort(dumps, function(a, b) return #a < #b end)
    table.sort(dossiers, function(a, b) return #a < #b end)
    local limits = {}
    for steps = 0, 2000000, 20000 do limits[#limits + 1] = { steps = steps } end
    for memory = 0, 1 << 23, 1 << 16 do limits[#limits + 1] = { memory = memory } end
    for _, phase in ipairs { parity.settle, parity.evaluate } do
      ends(phase, dumps[#dumps // 2], limits)
    end
    ends(parity.report, dossiers[#dossiers // 2], limits)
  end)

  it("with changed words is refused, or harms nothing", function()
    local opened = 0
    for round = 1, ROUNDS do
      local ok, other = pcall(parity.open, changed())
      if ok then
        opened = opened + 1
        local text = dumps[round % #dumps + 1]
        parity.evaluate(other, text, compute, 1e7)
        parity.report(other, dossiers[round % #dossiers + 1], compute, 1e7)
      end
    end
    assert.is_true(opened > ROUNDS / 20, opened)
  end)
end)
