local host = require("support.host").host
local plain = require "base.plain"

describe("texts made safe", function()
  it("leave what people write as it is", function()
    for _, text in ipairs { "", "plain", "Größe, 上海, مصنع", "a\u{200D}b",
      "\u{1F642}" } do
      assert.equal(text, plain.line(text))
    end
  end)
  it("hold no control and no terminal escape", function()
    assert.equal("\u{FFFD}[2J", plain.line "\27[2J")
    assert.equal("\u{FFFD}]0;x\u{FFFD}", plain.line "\27]0;x\7")
    assert.equal("\u{FFFD}31m", plain.line "\u{9B}31m")
    for code = 0, 0x9F do
      local line = plain.line("a" .. utf8.char(code) .. "b")
      if code < 0x20 or code >= 0x7F then
        assert.is_true(line == "a b" or line == "a\u{FFFD}b", code)
      end
    end
  end)
  it("are one line", function()
    assert.equal("a b c d", plain.line "a\r\nb\nc\td")
  end)
  it("cannot turn the direction of writing or hide letters", function()
    for _, code in ipairs { 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
      0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xE0041 } do
      assert.equal("a\u{FFFD}b", plain.line("a" .. utf8.char(code) .. "b"))
    end
  end)
  it("hold nothing that neither XML nor YAML can", function()
    assert.equal("a\u{FFFD}\u{FFFD}b", plain.line "a\u{FFFE}\u{FFFF}b")
    assert.equal("\u{FFFC}\u{FFFD}", plain.line "\u{FFFC}\u{FFFD}")
  end)
  it("are looked through once where their letters are beyond ASCII", function()
    local gsub, calls = string.gsub, 0
    string.gsub = function(...) -- luacheck: ignore
      calls = calls + 1
      return gsub(...)
    end
    local line = plain.line(("\u{436}"):rep(1000))
    string.gsub = gsub -- luacheck: ignore
    assert.equal(("\u{436}"):rep(1000), line)
    assert.is_true(calls <= 1, calls)
  end)
  it("are UTF-8 whatever they were", function()
    assert.equal("a\u{FFFD}b", plain.line "a\xFFb")
    assert.equal("\u{FFFD}\u{FFFD}", plain.line "\xE4\xB8")
    assert.equal("a\u{FFFD}", plain.line "a\xC2")
  end)
end)

describe("typed getters", function()
  local odd = { 1, true, {}, { {} }, host.json.null, 1.5, "x", "" }

  it("give a text or nil", function()
    assert.equal("x", plain.text "x")
    assert.is_nil(plain.text "")
    assert.is_nil(plain.text(1))
    assert.is_nil(plain.text(host.json.null))
  end)
  it("give whole numbers, otherwise 0", function()
    assert.equal(3, plain.whole(3.0))
    for _, value in ipairs { 1.5, "3", true, {}, host.json.null, 1e300 } do
      assert.equal(0, plain.whole(value))
    end
  end)
  it("give lists of what they are asked for", function()
    assert.same({ {}, { {} } }, plain.objects(odd))
    assert.same({ "x" }, plain.texts(odd))
    assert.same({}, plain.objects "x")
    assert.same({}, plain.texts(nil))
  end)
end)

describe("values of facts", function()
  local function shown(value) return plain.value(value, host) end

  it("read as words", function()
    assert.equal("yes", shown(true))
    assert.equal("no", shown(false))
    assert.equal("3", shown(3.0))
    assert.equal("-0.5", shown(-0.5))
    assert.equal("mixed", shown "mixed")
    assert.equal("a, b", shown { "a", "b" })
    assert.equal("none", shown {})
    assert.equal("null", shown(host.json.null))
  end)
  it("read as words when only bounds are known", function()
    assert.equal("at least 3", shown { at_least = 3 })
    assert.equal("at most 2013-01-02", shown { at_most = "2013-01-02" })
    assert.equal("1 to 4", shown { at_least = 1, at_most = 4 })
    assert.equal("80%", shown { percent = 80 })
    assert.equal("some", shown { share = "some" })
    assert.equal("one of a, b", shown { one_of = { "a", "b" } })
    assert.equal("a and perhaps more", shown { includes = { "a" } })
  end)
  it("are JSON when they are nothing of ours", function()
    assert.equal('{"x":[1]}', shown { x = { 1 } })
    assert.equal("1, 2, x", shown { { 1, 2 }, "x" })
  end)
  it("are safe too", function()
    assert.equal("\u{FFFD}[2J, \u{FFFD}", shown { "\27[2J", "\u{202E}" })
    assert.equal('{"x":"\\u001b\u{FFFD}"}', shown { x = "\27\u{85}" })
  end)
end)

describe("words", function()
  it("count", function()
    assert.equal("1 check is", plain.plural(1, "check is", "checks are"))
    assert.equal("0 checks are", plain.plural(0, "check is", "checks are"))
  end)
  it("begin sentences and list ids", function()
    assert.equal("Minor", plain.sentence "minor")
    assert.equal("", plain.sentence "")
    assert.equal(" [a, b]", plain.in_brackets { "a", "b" })
    assert.equal("", plain.in_brackets {})
  end)
end)
