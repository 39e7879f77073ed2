-- What the specs of the report look at, small packs with odd facts and records, holds for
-- the core too: each report that they make is made a second time, the same bytes.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local shadow = require "shadow"

shadow.begin()
for _, name in ipairs { "auditor", "branches", "determining", "findings", "prompts",
  "questions", "records", "registers_in_full" } do
  local path = ("%s/tests/scripts/report/%s_spec.lua"):format(support.root, name)
  assert(loadfile(path, "t", _ENV))()
end

describe("Those reports", function()
  it("were written by the core too", function()
    assert.is_true(shadow.compared > 100, shadow.compared)
  end)
end)
