-- Where a JSON Pointer points in a text.
local position = require "dossier.json_position"
local support = require "support.host"

local function find(text, ...)
  local found = position.find(text, { ... }, support.json)
  local places = {}
  for i, pointer in ipairs { ... } do
    places[i] = found[pointer].line .. ":" .. found[pointer].column
  end
  return table.concat(places, " ")
end

describe("json_position", function()
  local text = [==[
{ "a": {"b": [10, {"c": "x"}, [ ]],
    "d": true},
  "e": "}]\"{",
  "f": [
    1,
    {}
  ] }]==]

  it("finds members at their key and items at their value", function()
    assert.equal("1:3 1:9 1:15 1:19 1:20 1:31", find(text, "/a", "/a/b",
      "/a/b/0", "/a/b/1", "/a/b/1/c", "/a/b/2"))
    assert.equal("2:5 3:3 4:3 5:5 6:5", find(text, "/a/d", "/e", "/f", "/f/0",
      "/f/1"))
  end)

  it("finds what is not there at the nearest thing around it", function()
    assert.equal("1:1 1:1", find(text, "", "/z"))
    assert.equal("2:5 1:3 6:5 4:3", find(text, "/a/d/deeper/still", "/a/z",
      "/f/1/z", "/f/9"))
  end)

  it("reads keys as JSON writes them and pointers as RFC 6901 does", function()
    local odd = '{"a/b":1,"m~n":2,"\\u0061\\n\\"":3,"\\ud83d\\ude00":4,"":5}'
    assert.equal("1:2 1:10 1:18 1:33 1:50", find(odd, "/a~1b", "/m~0n",
      '/a\n"', "/\u{1F600}", "/"))
  end)

  it("does not stumble over signs inside texts", function()
    assert.equal("1:23", find([=[{"a":["\\","]","\"]"],"b":1}]=], "/b"))
    assert.equal("1:25", find([=[{"a":{"x":"}","y":[{}]},"b":-1.5e3}]=], "/b"))
  end)

  it("counts lines after any number of places on one line", function()
    local lines, pointers = {}, {}
    for i = 1, 200 do
      lines[i], pointers[i] = ('"k%d": [%d]'):format(i, i), "/k" .. i .. "/0"
    end
    local found = position.find("{\n" .. table.concat(lines, ",\n") .. "}",
      pointers, support.json)
    for i = 1, 200 do assert.equal(i + 1, found[pointers[i]].line) end
  end)

  it("takes time that grows with the text, not with its square", function()
    local items = {}
    for i = 1, 20000 do items[i] = '{"n": ' .. i .. "}" end
    local long = '{"a": [' .. table.concat(items, ",\n") .. '], "z": 0}'
    local pointers = { "/z" }
    for i = 1, 20000 do pointers[i + 1] = ("/a/%d/n"):format(i - 1) end
    local found = position.find(long, pointers, support.json)
    assert.equal(20000, found["/z"].line)
    assert.equal(7777, found["/a/7776/n"].line)
  end)
end)
