-- Values in words are the same bytes in the core as in Lua, for each cell of many
-- dossiers, settled.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local corpus = require "corpus"
local dump = require "dump"
local phases = require "phases"
local program = require "program"
local wording = require "evaluate.wording"

local parity = support.host.parity
local json = support.json

describe("A value in words", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))
  local writer = dump.new_dump(model, json)

  -- Each text is compared once.
  local seen, texts = {}, 0
  local function check(entry, cell)
    if entry.scope == "item" then return end -- another fact may have its path
    for _, show in ipairs { false, true } do
      local asked = json.write { fact = entry.path, show = show,
        cell = dump.cell_of(entry, cell, writer) }
      if not seen[asked] then
        seen[asked], texts = true, texts + 1
        assert.equal(wording.value(entry, cell, show), parity.words(block, asked), asked)
      end
    end
  end

  local function check_frame(frame)
    for path, cell in pairs(frame) do
      local entry = model.vocabulary.entries[path]
      if entry then check(entry, cell) end
    end
  end

  it("is that of Lua", function()
    for _, list in ipairs { corpus.samples(), corpus.generated(model, 1, 120) } do
      for _, one in ipairs(list) do
        local r = phases.each(model, one, function() end)
        for _, facility in ipairs(r and r.facilities.items or {}) do
          check_frame(facility)
        end
        if r then check_frame(r.member) end
      end
    end
    assert.is_true(texts > 3000)
  end)

  it("is that of Lua for parameters", function()
    for _, entry in ipairs(model.parameter_list) do
      local cell = model.parameter_frame[entry.path]
      if cell then check(entry, cell) end
    end
  end)
end)
