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
      "10.300000000000001", "1e+1", "3.14159265358979311599796346854"
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
      ["9007199254740993"] = "9007199254740993",
      ["12345678901234567890"] = "12345678901234567890", ["1e400"] = "1e400" } do
      assert.matches("expected a whole number of at least 0[^,]*, not beyond "
        .. "9007199254740991, found " .. found
        .. " /facilities/0/security/private_count 2:13", count(number))
    end
  end)

  it("beyond 2^53 - 1 counts no list", function()
    assert.matches("expected a whole number from 0 to 9007199254740991, found "
      .. "9007199254740993 /facilities/count",
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

-- ---- random numbers -----------------------------------------------------

-- The value of a number as one text: its sign, its digits without zeros around them,
-- and the power of ten of the last.
local function value_of(text)
  local sign, whole, part, power = text:match "^(-?)(%d+)%.?(%d*)[eE]?([-+]?%d*)$"
  local digits = (whole .. part):gsub("^0+", "")
  local kept = digits:gsub("0+$", "")
  if kept == "" then return "0" end
  local exponent = (tonumber(power) or 0) - #part + #digits - #kept
  return ("%s%s e%d"):format(sign, kept, exponent // 1)
end

-- Whether the nearest double, written as short as it can be, is the same number.
local function is_kept(text)
  local number = tonumber(text) + 0.0
  if value_of(text) == "0" then return true end
  if number - number ~= 0 then return false end
  local written
  for digits = 15, 17 do
    written = ("%%.%dg"):format(digits):format(number)
    if tonumber(written) == number then break end
  end
  return value_of(written) == value_of(text)
end

-- Any text that the grammar of JSON has for a number, and one that is near to it.
local function number_text(random)
  local function digits(most)
    local list = {}
    for i = 1, random(0, most) do list[i] = random(0, 9) end
    return table.concat(list)
  end
  local MOST <const> = ({ 3, 17, 25 })[random(3)]
  local whole = random(4) == 1 and "0" or random(1, 9) .. digits(MOST)
  local part = random(2) == 1 and "." .. digits(MOST) .. random(0, 9) or ""
  local power = random(2) == 1 and ({ "e", "E" })[random(2)]
    .. ({ "", "+", "-" })[random(3)] .. random(0, ({ 9, 40, 400 })[random(3)]) or ""
  return (random(4) == 1 and "-" or "") .. whole .. part .. power
end

local function near_to(text, random)
  local number, power = text:match "^([^eE]+)[eE]?(.*)$"
  local how = random(4)
  if how == 1 then return number .. (number:find("%.") and "0" or ".0") .. (power ~= ""
    and "e" .. power or "") end
  if how == 2 and number:find "[1-9]" and not number:find "%." then
    return ("%s0e%d"):format(number, (tonumber(power) or 0) - 1)
  end
  if how == 3 then
    return (text:gsub("^(.*)(%d)", function(before, digit)
      return before .. (tonumber(digit) + 1) % 10
    end))
  end
  return number_text(random)
end

describe("any number below an x- key", function()
  it("is taken, and is the same in the digest only where nothing of it is lost",
    function()
      math.randomseed(12) -- the same numbers on every run
      local same, lost, other = 0, 0, 0
      local function digest(number)
        return select(2, support.json.read(dossier(',"x-id":[' .. number .. "]"), 32))
      end
      local taken = {}
      for _ = 1, 4000 do
        local one = number_text(math.random)
        local two = near_to(one, math.random)
        taken[#taken + 1] = one
        local are_equal = value_of(one) == value_of(two)
        local expected = one == two or are_equal and is_kept(one)
        assert.equal(expected, digest(one) == digest(two), one .. " and " .. two)
        same = same + (expected and 1 or 0)
        lost = lost + (are_equal and not expected and 1 or 0)
        other = other + (not are_equal and tonumber(one) == tonumber(two) and 1 or 0)
      end
      assert.is_nil(first(dossier(',"x-id":[' .. table.concat(taken, ",") .. "]")))
      assert.is_true(same > 200 and lost > 200 and other > 20,
        ("%d %d %d"):format(same, lost, other))
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
