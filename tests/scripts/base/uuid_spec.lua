-- UUIDs of version 5, against those that the standards and Python's uuid5 give.
require "support.host"
local uuid = require "base.uuid"

describe("a UUID that follows from a name", function()
  it("is the one of the standard", function()
    -- RFC 9562, A.4: www.example.com in the space of DNS names.
    assert.equal("2ed6657d-e927-568b-95e1-2665a8aea6a2",
      uuid.of("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"))
  end)
  it("is right where the text just fits a block, just does not, and in UTF-8", function()
    -- python3 -c 'import uuid; print(uuid.uuid5(uuid.NAMESPACE_URL, "x" * 39))'
    for name, wanted in pairs {
      [""] = "1b4db7eb-4057-5ddf-91e0-36dec72071f5",
      [("x"):rep(39)] = "f4eaee1e-e483-528b-88bd-6b8932ab6e2b",
      [("x"):rep(40)] = "f562c38a-a8fe-5cdd-b523-6f30cfb54847",
      [("x"):rep(200)] = "cd3580b9-d244-586a-8077-74317319b48d",
      ["M\u{FC}ller"] = "088eed20-dbd4-57e4-9f55-ed3cf00c8093",
    } do
      assert.equal(wanted, uuid.of(uuid.URLS, name))
    end
  end)
end)
