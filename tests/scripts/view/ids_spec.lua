-- Ids of checks and pointers of items as a person reads them.
local view_ids = require "view.ids"

describe("ids of checks", function()
  local function text(ids)
    local list = {}
    for id in ids:gmatch "%S+" do list[#list + 1] = id end
    return view_ids.text(list)
  end

  it("are a range where three or more follow each other", function()
    assert.equal("11.3.1 to 11.3.3", text "11.3.1 11.3.2 11.3.3")
    assert.equal("11.3.7, 11.3.9 to 11.3.11, 11.3.13",
      text "11.3.7 11.3.9 11.3.10 11.3.11 11.3.13")
  end)
  it("are named each where fewer do", function()
    assert.equal("11.3.1, 11.3.2", text "11.3.1 11.3.2")
    assert.equal("", text "")
  end)
  it("stand in the order of their numbers, whatever the rules' order", function()
    assert.equal("11.3.0 to 11.3.2", text "11.3.2 11.3.1 11.3.0")
    assert.equal("11.1.9 to 11.1.11, 11.2.1", text "11.2.1 11.1.10 11.1.9 11.1.11")
    assert.equal("11.1.2, org.b, 11.1.1", text "11.1.2 org.b 11.1.1")
  end)
  it("of two provisions are no range", function()
    assert.equal("11.1.1, 11.2.2, 11.3.3", text "11.1.1 11.2.2 11.3.3")
  end)
  it("without a number, or with an odd one, are named each", function()
    assert.equal("11.2.org.a, 11.2.org.b, x", text "11.2.org.a 11.2.org.b x")
    assert.equal("1.01, 1.02, 1.03", text "1.01 1.02 1.03")
    local huge = ("9"):rep(30)
    assert.equal(("1.%s, 1.%s, 1.%s"):format(huge, huge, huge),
      text(("1.%s 1.%s 1.%s"):format(huge, huge, huge)))
  end)
end)

describe("keys of items", function()
  local function places(numbers)
    local list = {}
    for number in numbers:gmatch "%d+" do list[#list + 1] = "p[#" .. number .. "]" end
    return view_ids.places(list)
  end

  it("are a range where three or more follow each other", function()
    assert.same({ "p[#1] to [#3]", "p[#5]", "p[#6]", "p[#10] to [#12]" },
      places "1 2 3 5 6 10 11 12")
    assert.same({}, places "")
  end)
  it("of two lists are no range", function()
    assert.same({ "a[#1]", "b[#2]", "c[#3]" },
      view_ids.places { "a[#1]", "b[#2]", "c[#3]" })
  end)
end)

describe("ids of facilities", function()
  it("are a range where three or more of one length follow each other", function()
    assert.equal("pit, s08 to s11 and works",
      view_ids.facilities { "pit", "s08", "s09", "s10", "s11", "works" })
    assert.equal("s8, s9 and s10", view_ids.facilities { "s8", "s9", "s10" })
    assert.equal("a, b", view_ids.facilities({ "a", "b", "c" }, 2):match "^a, b")
  end)
  it("say how many more there are than the most", function()
    assert.equal("a, b and 2 more", view_ids.facilities({ "a", "b", "d", "f" }, 2))
    assert.equal("a, s1 to s3 and 6 more", view_ids.facilities({ "a", "s1", "s2", "s3", "b",
      "t1", "t2", "t3", "t4", "t5" }, 2))
  end)
end)
