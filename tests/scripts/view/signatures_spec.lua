require "support.host"
local signatures = require "view.signatures"

local KEY <const> = ("e"):rep(64)

local function layers(...)
  local list = {}
  for i, signature in ipairs { ... } do
    list[i] = { name = "pack" .. i, digest = "d", signature = signature }
  end
  return signatures.layers_of { layers = list }
end

describe("who signed a pack", function()
  it("is said in words", function()
    local read = layers({ state = "built-in", files = {} },
      { state = "unsigned", files = {} },
      { state = "signed", key = KEY, files = {} },
      { state = "modified", key = KEY, files = { "a.lua", "b.lua" } },
      { state = "modified", files = { "pack.signature" } })
    assert.equal("built into the library", read[1].signature)
    assert.equal("unsigned", read[2].signature)
    assert.equal("signed by key " .. KEY, read[3].signature)
    assert.equal("modified since signing (key " .. KEY .. "): a.lua, b.lua",
      read[4].signature)
    assert.equal("modified since signing: pack.signature", read[5].signature)
  end)
  it("is not said where the report does not", function()
    for _, given in ipairs { {}, { state = "splendid" }, { state = 3 }, "x" } do
      local read = layers(given)
      assert.is_nil(read[1].signature)
      assert.is_false(read[1].modified)
      assert.is_nil(signatures.line(read))
    end
  end)
  it("is one line for a cell", function()
    assert.equal("pack1: unsigned; pack2: signed by key " .. KEY,
      signatures.line(layers({ state = "unsigned" },
        { state = "signed", key = KEY })))
  end)
  it("is a sentence for each that was modified, and no other", function()
    assert.same({ "The rules pack2 were modified since signing: pack.signature." },
      signatures.modified(layers({ state = "signed", key = KEY },
        { state = "modified", files = { "pack.signature" } })))
  end)
  it("holds no control characters", function()
    assert.equal("modified since signing: a\u{FFFD}[2J.lua",
      layers { state = "modified", files = { "a\27[2J.lua" } }[1].signature)
  end)
  it("tells of rules that are not the library's own", function()
    local function other(state)
      return signatures.other_rules { layers = { { name = "mine",
        signature = { state = state } }, { name = "over",
        signature = { state = "unsigned" } } } }
    end
    for _, state in ipairs { "unsigned", "signed", "modified" } do
      assert.equal("Rated by the rules of 'mine', in place of those that come "
        .. "with the library.", other(state))
    end
    assert.is_nil(other "built-in")
    assert.is_nil(other(nil))
    assert.is_nil(signatures.other_rules { layers = 3 })
    assert.is_nil(signatures.other_rules(nil))
  end)
end)
