-- What the top of a dossier may hold, and the numbers in it.
local support = require "support.host"

local runtime = support.open_builtin()

local function dossier(facility, top)
  return '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
    .. (top or "") .. '"facilities":[{"id":"f","kind":["mine"]' .. facility
    .. "}]}"
end

local function validate(text)
  return support.decode(assert(runtime.validate(text, {})))
end

local function first(text)
  local problem = validate(text).problems[1]
  return problem and ("%s %s %d:%d"):format(problem.message, problem.pointer,
    problem.line or 0, problem.column or 0)
end

local function percent(number)
  return dossier(',"vpshr":{"trained_private":{"percent":' .. number .. "}}")
end

describe("a number", function()
  it("is read as the nearest double, however a writer writes it", function()
    for _, number in ipairs { "84.21052631578948", "33.333333333333336",
      "0.30000000000000004", "1e-7", "3.14159265358979311599796346854", "1e-400"
    } do
      assert.is_nil(first(percent(number)))
      assert(runtime.evaluate(percent(number), {}))
    end
  end)

  it("is shown with all digits that it has", function()
    local report = support.decode(assert(runtime.evaluate(
      percent "84.21052631578948", {})))
    assert.truthy(support.json.write(report):find("84.21052631578948", 1, true))
  end)

  it("beyond 2^53 - 1 is no whole number", function()
    local function count(number)
      return first(dossier(',\n"security":{"private_count":' .. number .. "}"))
    end
    assert.is_nil(count "9007199254740991")
    for number, found in pairs { ["9007199254740992"] = "9007199254740992",
      ["12345678901234567890"] = "1.2345678901234567e%+19",
      ["1e400"] = "a number beyond 1.8e308" } do
      assert.matches("expected a whole number of at least 0[^,]*, not beyond "
        .. "9007199254740991, found " .. found
        .. " /facilities/0/security/private_count 2:13", count(number))
    end
  end)

  it("beyond 2^53 - 1 counts no list", function()
    assert.matches("expected a whole number from 0 to 9007199254740991, found "
      .. "9007199254740992 /facilities/count",
      first('{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
        .. '"facilities":{"items":[{"id":"a"}],"count":9007199254740993}}'))
  end)

  it("below an x- key is any number, and its digits are in the digest",
    function()
      local seen = {}
      for _, number in ipairs { "1234567890123456789", "1234567890123456788",
        "12345678901234567890123", "1e400", "1e401", "0.10000000000000000001",
        "0.1" } do
        local text = dossier(',"x-id":{"deep":[' .. number .. "]}")
        assert.is_nil(first(text))
        local digest = validate(text).dossier.digest
        assert.is_nil(seen[digest], number)
        seen[digest] = true
      end
      local function digest(number)
        return validate(dossier(',"x-id":' .. number)).dossier.digest
      end
      assert.equal(digest "0.1", digest "1.0e-1")
    end)
end)

describe("a dossier", function()
  it("may name its schema, for editors", function()
    local text = dossier("", '"$schema":"./dossier.schema.json",')
    assert.is_nil(first(text))
    assert(runtime.evaluate(text, {}))
  end)

  it("may begin with a byte order mark, which a note tells of", function()
    local text = "\u{FEFF}" .. dossier ',\n"gaurds":{}'
    local problems = validate(text).problems
    assert.equal("note", problems[1].kind)
    assert.matches("byte order mark", problems[1].message)
    assert.same({ "error", 2, 1 },
      { problems[2].kind, problems[2].line, problems[2].column })
    assert.equal(validate(dossier "").dossier.digest,
      validate("\u{FEFF}" .. dossier "").dossier.digest)
    assert(runtime.evaluate("\u{FEFF}" .. dossier "", {}))
    assert.is_nil((runtime.evaluate("\u{FEFF}\u{FEFF}" .. dossier "", {})))
  end)
end)
