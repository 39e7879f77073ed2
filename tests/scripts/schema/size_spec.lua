-- How large the schemas and forms are: README.md says so, in thousands of bytes.
local support = require "support.host"

local runtime = support.open_builtin()
local readme = support.read_file(support.root .. "/README.md")
  :match "\n## Tools that read the schemas and forms\n(.-)\n## ":gsub("%s+", " ")

local NEAR <const> = 1.02 -- a vocabulary grows by a few questions

local function is_said(pattern, bytes)
  local figure = assert(readme:match(pattern), pattern):gsub(",", "")
  local said = tonumber(figure) * 1000
  assert.is_true(bytes <= said * NEAR and bytes >= said / NEAR,
    ("README says %d KB, it is %d bytes"):format(said // 1000, bytes))
end

local function without_white_space(what)
  return #support.json.write(support.decode(assert(runtime.describe(what))))
end

-- What the command prints.
local function printed(arguments)
  local out <close> = assert(io.popen(("'%s' schema %s"):format(
    assert(os.getenv "COP11_COMMAND"), arguments)))
  return #out:read "a"
end

describe("the size that README.md names", function()
  it("is that of the schema of dossiers, half of what it was", function()
    local bytes, bare = printed "", without_white_space "dossier-schema"
    is_said("The schema of dossiers is ([%d,]+) KB", bytes)
    is_said("without white space it is ([%d,]+) KB", bare)
    assert.is_true(bytes <= 616224 / 2, bytes)
    assert.is_true(bare <= 268837 / 2, bare)
  end)
  it("is that of the schema of reports", function()
    is_said("The schema of reports is ([%d,]+) KB", without_white_space "report-schema")
  end)
  it("is that of each form", function()
    is_said("`form/rjsf` ([%d,]+) ", without_white_space "form/rjsf")
    is_said("`form/jsonforms` ([%d,]+) ", without_white_space "form/jsonforms")
  end)
end)
