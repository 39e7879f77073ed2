-- What a pack says of its own changes, and what is wrong with how it is written.
require "support.host"
local diagnostic = require "base.diagnostic"
local releases = require "model.releases"

local GOOD <const> = { check = "11.2.1", effect = "any", because = "Agreed." }

local function read(body)
  local problem
  local ok, release = pcall(releases.read, { name = "0.2.0", body = body,
    file = "releases.lua", line = 3 }, function(says)
    local message = diagnostic.text(says)
    problem = message
    error(message, 0)
  end)
  return ok and release or nil, problem
end

describe("a release", function()
  it("lists its changes in their order", function()
    local release = read { GOOD, { provision = "11.2", effect = "milder",
      because = "So." } }
    assert.same({ version = "0.2.0", file = "releases.lua", line = 3,
      changes = { GOOD, { provision = "11.2", effect = "milder",
        because = "So." } } }, release)
  end)

  local function refuses(title, body, part)
    it("is refused with " .. title, function()
      local release, problem = read(body)
      assert.is_nil(release)
      assert.truthy(problem:find(part, 1, true), problem)
    end)
  end

  refuses("a name in it", { GOOD, note = "x" },
    "'note' is not part of a release")
  refuses("a gap in its list", { GOOD, nil, GOOD },
    "more than its changes one after another")
  refuses("a key that is no place in a list", { GOOD, [true] = GOOD },
    "more than its changes one after another")
  refuses("a change that is none", { "11.2.1" }, "does not stand in braces; write {")
  refuses("an unknown part of a change", { { check = "11.2.1", effct = "any",
    because = "x" } }, "'effct' is not part of a change; did you mean 'effect'?")
  refuses("a value without a name in a change", { { "11.2.1" } },
    "a value without a name stands in a change")
  refuses("both a check and a provision", { { check = "11.2.1",
    provision = "11.2", effect = "any", because = "x" } }, "write either")
  refuses("an unknown effect", { { check = "11.2.1", effect = "milde",
    because = "x" } }, "effect is 'milde'; write one of: any, milder, stricter")
  refuses("no reason", { { check = "11.2.1", effect = "any" } },
    "because is missing; write because = \"...\"")
end)
