-- Whatever is changed in a program that passes the check: evaluating by it ends, and
-- under a sanitizer touches nothing that is not its own.

package.path = "tests/digests/?.lua;" .. package.path
local support = require "support.host"
local core = require "core"
local generate = require "generate"
local program = require "program"

local host = support.host
local ROUNDS <const> = tonumber(os.getenv "COP11_ROUNDS") or 300
local STEPS <const>, DOSSIERS <const> = 10000000, 12

describe("A program", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block, functions = program.compile(model, host.program.layout())
  local compute = core.computer(functions, host)
  local dossiers = {}
  for i = 1, DOSSIERS do dossiers[i] = generate.dossier(model, i, support.json) end

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

  local PARTS <const> = { { part = "report" }, { part = "problems" },
    { part = "steps", check = "11.2.1" }, { part = "steps", check = "11.1.1" },
    { part = "checks", more = '{"checks":[1,2,3]}' } }

  it("with changed words is refused, or harms nothing", function()
    local opened, answered = 0, 0
    for round = 1, ROUNDS do
      local ok, other = pcall(host.core.open, changed())
      if ok then
        opened = opened + 1
        local part = PARTS[round % #PARTS + 1]
        host.refill(STEPS)
        local _, got = pcall(host.core.report, other, dossiers[round % #dossiers + 1],
          { part = part.part, check = part.check, more = part.more }, compute)
        if got then answered = answered + 1 end
      end
    end
    assert.is_true(opened > ROUNDS / 20, opened)
    assert.is_true(answered > 0)
  end)
end)
