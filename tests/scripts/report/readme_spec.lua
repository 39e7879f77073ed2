-- The page on the report in plugin/README.md: it describes every field, and what it
-- shows is what the command prints.
local support = require "support.host"

local runtime = support.open_builtin()
local page = support.read_file(support.root .. "/plugin/README.md")
  :match "\n## The report\n(.-)\n## "

local MINE <const> = support.root .. "/tests/dossiers/large-gold-mine.json"
local WITHOUT <const> = '"perspectives": { "value": ["political", "economic", '
local CHANGED <const> = WITHOUT .. '"civil", '

local function fields_of(schema, names)
  for name, inner in pairs(schema.properties or {}) do
    names[name] = true
    fields_of(inner, names)
  end
  for _, key in ipairs { "items", "additionalProperties" } do
    if type(schema[key]) == "table" then fields_of(schema[key], names) end
  end
  for _, inner in pairs(schema.definitions or {}) do fields_of(inner, names) end
  return names
end

local function holds(text, part)
  assert.truthy(("\n" .. text):find("\n" .. part, 1, true), part)
end

-- What the command prints for a dossier.
local function printed(path, format)
  local command = assert(os.getenv "COP11_COMMAND")
  local out <close> = assert(io.popen(("'%s' assess '%s' --format %s"):format(command, path,
    format)))
  return out:read "a"
end

-- How often `part` begins a line of `text`.
local function lines_with(text, part)
  local found, at = 0, 1
  repeat
    at = select(2, ("\n" .. text):find("\n" .. part, at, true))
    found = found + (at and 1 or 0)
  until not at
  return found
end

-- `line`, or what begins so where it is cut, stands in one text more often than in the
-- other.
local function shows(there, gone, line)
  local cut = line:match "^(.*)%.%.%.$"
  local part = cut or line .. "\n"
  local here, elsewhere = lines_with(there, part), lines_with(gone, part)
  assert.is_true(here > elsewhere, line)
end

-- How many lines are in one text and not in the other.
local function difference(before, after)
  local counts, total = {}, 0
  for line in before:gmatch "[^\n]*\n" do counts[line] = (counts[line] or 0) + 1 end
  for line in after:gmatch "[^\n]*\n" do counts[line] = (counts[line] or 0) - 1 end
  for _, count in pairs(counts) do total = total + math.abs(count) end
  return total
end

local FORMS <const> = { json = "JSON", csv = "CSV", text = "text", html = "HTML" }

describe("the page on the report", function()
  it("names every field of the schema", function()
    local schema = support.decode(assert(runtime.describe "report-schema"))
    local left = {}
    for name in pairs(fields_of(schema, {})) do
      if not page:find("`" .. name .. "`", 1, true) then left[#left + 1] = name end
    end
    table.sort(left)
    assert.same({}, left)
  end)
  it("shows lines of a report as the command prints them", function()
    local report, count = printed(MINE, "json"), 0
    for block in page:gmatch "```json\n(.-)```" do
      holds(report, block)
      count = count + select(2, block:gsub("\n", ""))
    end
    assert.is_true(count >= 20, count .. " lines")
  end)
  it("shows what one changed fact changes, as the command prints it, in each form",
    function()
      local changed = os.tmpname()
      local text = support.read_file(MINE)
      local at = assert(text:find(WITHOUT, 1, true))
      local file <close> = assert(io.open(changed, "wb"))
      file:write(text:sub(1, at - 1), CHANGED, text:sub(at + #WITHOUT))
      file:flush()
      local seen = {}
      for format, block in page:gmatch "```diff (%l+)\n(.-)```" do
        local before, after = printed(MINE, format), printed(changed, format)
        for sign, line in block:gmatch "([-+])([^\n]+)" do
          shows(sign == "-" and before or after, sign == "-" and after or before, line)
        end
        local told = page:match(("In %s these are (%%d+) lines"):format(FORMS[format]))
        assert.equal(told, tostring(difference(before, after)), format)
        seen[format] = true
      end
      os.remove(changed)
      assert.same({ json = true, csv = true, text = true, html = true }, seen)
    end)
end)
