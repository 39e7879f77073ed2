require "support.host"
local html = require "render.markup"

describe("HTML", function()
  it("escapes whatever fills a template", function()
    local page = html.new_page()
    page.put('<p title="%s">%s</p>', "a\"b'c", "<script>&amp;")
    page.put("%s%s", 3, "%s")
    assert.equal("<p title=\"a&quot;b&#39;c\">&lt;script&gt;&amp;amp;</p>3%s",
      page.finish())
  end)
  it("leaves out a row without a text", function()
    local page = html.new_page()
    page.field("Remedy", "<b>")
    page.field("Basis", nil)
    assert.equal("<dt>Remedy</dt><dd><bdi>&lt;b&gt;</bdi></dd>", page.finish())
  end)
  it("knows a digest in base64", function()
    -- RFC 4648, section 10
    local function of(text)
      return html.base64_of_hex((text:gsub(".", function(c)
        return ("%02x"):format(c:byte())
      end)))
    end
    assert.equal("", of "")
    assert.equal("Zg==", of "f")
    assert.equal("Zm8=", of "fo")
    assert.equal("Zm9v", of "foo")
    assert.equal("Zm9vYg==", of "foob")
    assert.equal("Zm9vYmE=", of "fooba")
    assert.equal("Zm9vYmFy", of "foobar")
    assert.equal("+/8=", of "\xFB\xFF")
  end)
end)
