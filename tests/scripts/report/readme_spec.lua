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
    local command = assert(os.getenv "COP11_COMMAND")
    local out <close> = assert(io.popen(("'%s' assess '%s' --format json"):format(
      command, MINE)))
    local report, count = out:read "a", 0
    for block in page:gmatch "```json\n(.-)```" do
      holds(report, block)
      count = count + select(2, block:gsub("\n", ""))
    end
    assert.is_true(count >= 20, count .. " lines")
  end)
  it("shows what one changed fact changes in the text", function()
    local text = support.read_file(MINE)
    local at = assert(text:find(WITHOUT, 1, true))
    local changed = text:sub(1, at - 1) .. CHANGED .. text:sub(at + #WITHOUT)
    local before = assert(runtime.evaluate(text, { format = "text" }))
    local after = assert(runtime.evaluate(changed, { format = "text" }))
    for sign, line in page:gmatch "\n([-+])(  [^\n]+)" do
      local there, gone = before, after
      if sign == "+" then there, gone = after, before end
      holds(there, line .. "\n")
      assert.is_nil(gone:find(line .. "\n", 1, true), line)
    end
  end)
end)
