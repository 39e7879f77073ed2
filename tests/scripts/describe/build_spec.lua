-- What the library says of itself.
local small_pack = require "support.small_pack"
local support = require "support.host"

describe("describe build", function()
  local build = support.decode(assert(small_pack.open().describe "build"))

  it("gives the library's version", function()
    assert.equal("cop11.build/1", build.format)
    assert.same({ name = "libcop11", version = support.host.version },
      build.engine)
    assert.equal(2, build.abi)
  end)
  it("gives the versions of what is inside it, and what says so", function()
    local names = {}
    for i, part in ipairs(build.parts) do
      names[i] = part.name
      assert.matches("^%d+%.%d+%.%d", part.version)
      assert.matches("%S", part.from)
    end
    assert.same({ "Lua", "lua-cjson", "libsodium" }, names)
  end)
  it("gives the bill of materials that is installed", function()
    assert.equal("CycloneDX", build.sbom.bomFormat)
    for i, part in ipairs(build.parts) do
      assert.equal(part.name, build.sbom.components[i].name)
      assert.equal(part.version, build.sbom.components[i].version)
    end
  end)
end)
