-- What lint and test find, in the forms that other programs take: SARIF 2.1.0, JUnit
-- XML, and the lines by which GitHub marks files.

local markup = require "base.markup"
local places = require "render.places"
local plain = require "base.plain"

local machines = {}

-- A document may come from anyone, and lack what ours have.
local function code_of(one) return one.code or "unknown" end

local function told(one)
  return one.cure and one.message .. " " .. one.cure or one.message
end

local function tool(document)
  return document.format == "cop11.lint/1" and "cop11 lint" or "cop11 test"
end

-- ---- SARIF ----------------------------------------------------------------

-- A path as a reference: bytes that none may hold stand as %XX.
local function reference(path)
  return (path:gsub("[^%w%-._~/]", function(byte)
    return ("%%%02X"):format(byte:byte())
  end))
end

-- Columns count bytes here, and characters there.
local function column(one)
  local before = one.source and one.column and one.source:sub(1, one.column - 1)
  local count = before and utf8.len(before)
  return count and count + 1 or one.column
end

local function location(one)
  local region = one.line and { startLine = one.line, startColumn = column(one),
    snippet = one.source and { text = one.source } or nil }
  return { physicalLocation = {
    artifactLocation = { uri = reference(one.path) }, region = region or nil } }
end

local function result(one, host)
  return { ruleId = code_of(one), level = one.severity, message = { text = told(one) },
    locations = host.json.array { location(one) },
    suppressions = one.reason and host.json.array { { kind = "inSource",
      justification = one.reason } } or nil }
end

-- Each code once, in the order of the alphabet.
local function rules(document, list)
  local seen, codes, all = {}, {}, {}
  for _, one in ipairs(list) do
    local code = code_of(one)
    if not seen[code] then codes[#codes + 1] = code end
    seen[code] = true
  end
  table.sort(codes)
  local says = plain.object(document.codes)
  for i, code in ipairs(codes) do
    all[i] = { id = code, shortDescription = plain.text(says[code])
      and { text = plain.text(says[code]) } or nil }
  end
  return all
end

function machines.sarif(document, host)
  local list, results = places.findings(document), {}
  for i, one in ipairs(list) do results[i] = result(one, host) end
  return host.json.pretty { version = "2.1.0", runs = host.json.array { {
    tool = { driver = { name = tool(document),
      rules = host.json.array(rules(document, list)) } },
    columnKind = "unicodeCodePoints", results = host.json.array(results) } } } .. "\n"
end

-- ---- JUnit ----------------------------------------------------------------

local function case(lines, suite, name, body)
  lines[#lines + 1] = ('    <testcase classname="%s" name="%s"%s'):format(
    markup.escape(suite), markup.escape(name), body and ">" or "/>")
  if body then
    lines[#lines + 1] = body
    lines[#lines + 1] = "    </testcase>"
  end
end

local function failure(one)
  return ('      <failure type="%s" message="%s">%s</failure>'):format(
    markup.escape(one.severity), markup.escape(one.message),
    markup.escape(places.address(one) .. ": " .. told(one)))
end

-- The examples that pass, as "CHECK: NAME".
local function passed(document)
  local names = {}
  for _, check in ipairs(plain.objects(document.checks)) do
    for _, example in ipairs(plain.objects(check.examples)) do
      if example.ok == true then
        names[#names + 1] = ("%s: %s"):format(plain.text(check.check) or "?",
          plain.text(example.name) or "an example without a name")
      end
    end
  end
  return names
end

function machines.junit(document)
  local suite, lines, failures, count = tool(document), {}, 0, 0
  for _, name in ipairs(passed(document)) do
    count = count + 1
    case(lines, suite, name)
  end
  for _, one in ipairs(places.findings(document)) do
    count = count + 1
    local bad = not one.reason
    if bad then failures = failures + 1 end
    case(lines, suite, ("%s %s"):format(code_of(one), places.address(one)),
      bad and failure(one) or nil)
  end
  if count == 0 then
    count = 1
    case(lines, suite, "nothing is wrong")
  end
  local totals = ('tests="%d" failures="%d"'):format(count, failures)
  return ('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites %s>\n'
    .. '  <testsuite name="%s" %s>\n%s\n  </testsuite>\n</testsuites>\n'):format(totals,
    suite, totals, table.concat(lines, "\n"))
end

-- ---- GitHub ---------------------------------------------------------------

local function escaped(value, more)
  local text = tostring(value):gsub("%%", "%%25"):gsub("\r", "%%0D")
    :gsub("\n", "%%0A")
  if not more then return text end
  return (text:gsub(":", "%%3A"):gsub(",", "%%2C"))
end

function machines.github(document)
  local lines = {}
  for _, one in ipairs(places.findings(document)) do
    if not one.reason then
      local at = { "file=" .. escaped(one.path, true) }
      if one.line then at[#at + 1] = "line=" .. one.line end
      if one.line and one.column then at[#at + 1] = "col=" .. column(one) end
      at[#at + 1] = "title=" .. escaped(code_of(one), true)
      lines[#lines + 1] = ("::%s %s::%s\n"):format(one.severity, table.concat(at, ","),
        escaped(told(one)))
    end
  end
  return table.concat(lines)
end

return machines
