local source = require "pack.source"

-- A finder from line 2 of `text`, and what it has charged.
local function finder(text)
  local charged = { units = 0 }
  return source.finder(source.new(text), 2, function(units)
    assert.is_true(units >= 0)
    charged.units = charged.units + units
  end), charged
end

describe("a finder", function()
  it("finds a sentence from its declaration on, and the next one then", function()
    local find = finder 'a is yes\ncheck {\n "a is yes", "a is yes" }\na is yes'
    for _, place in ipairs { { 3, 3 }, { 3, 15 }, { 4, 1 }, { 3, 3 } } do
      assert.same(place, { find "a is yes" })
    end
  end)

  it("finds one that is written in pieces", function()
    assert.same({ 2, 4 }, { (finder '\n  "a is " ..\n "yes"') "a is yes" })
  end)

  it("gives the line of the declaration for one that is not there", function()
    assert.same({ 2 }, { (finder "\ncheck\n") "a is yes" })
  end)

  it("charges for what it searches", function()
    local find, charged = finder("\n" .. ("d"):rep(40000))
    find "door is yes"
    assert.is_true(charged.units >= 40000 / 4)
  end)

  it("charges for each beginning of pieces that it compares", function()
    local find, charged = finder("\n" .. ('"' .. ("a"):rep(1000)):rep(4) .. ".")
    assert.same({ 2 }, { find(("a"):rep(1000) .. "b") })
    assert.is_true(charged.units >= 4 * 1000)
  end)

  it("finds what stands far from its declaration", function()
    local find = finder("\n" .. ("d\n"):rep(10000) .. '"a is yes"')
    assert.same({ 10002, 2 }, { find "a is yes" })
    assert.same({ 10002, 2 }, { find "a is yes" })
  end)

  it("searches a file only so often for what does not stand in it", function()
    local text = "\n" .. ("d"):rep(200000)
    local find, charged = finder(text)
    for i = 1, 2000 do
      assert.same({ 2 }, { find(("door %d is yes"):format(i)) })
    end
    assert.is_true(charged.units < 100 * #text, charged.units)
  end)
end)
