local html = require "base.markup"
local matrix = require "render.matrix"
local outcomes = require "base.outcomes"

local function result(provision, more)
  local one = { provision = provision, entered = {} }
  for name, given in pairs(more or {}) do one[name] = given end
  return one
end

local function place(id, groups)
  local one = { id = id, is_member = id == nil }
  for _, group in ipairs(outcomes.GROUPS) do one[group] = groups[group] or {} end
  return one
end

local function put(...)
  local page = html.new_page()
  matrix.put(page, { provisions = { { id = "11.1" }, { id = "11.2" } }, places = { ... } })
  return (page.finish():gsub("\n", ""))
end

local function holds(page, part) assert.truthy(page:find(part, 1, true), part) end

describe("the picture of places by provisions", function()
  it("is none where nothing was checked", function()
    assert.equal("", put(place("pit", {})))
  end)
  it("draws each check as its part of a bar, what is open hatched", function()
    local page = put(place("pit", { major = { result "11.1" }, open = { result "11.1" },
      not_applicable = { result "11.1", result "11.1" }, conforming = { result "11.2" } }))
    holds(page, '<path class="tone-major whole" d="M0.0 4H25.0"/>'
      .. '<path class="tone-open open" d="M25.0 4H50.0"/>'
      .. '<path class="tone-none rest" d="M50.0 4H100.0"/>')
    holds(page, '<path class="tone-fine whole" d="M0.0 4H100.0"/>')
  end)
  it("says the numbers, for eyes and for a screen reader", function()
    local page = put(place("pit", { minor = { result "11.1", result "11.1" },
      broken = { result "11.1" } }))
    holds(page, 'aria-label="minor 2, in error 1"')
    holds(page, '<span class="tone tone-minor">2m</span> '
      .. '<span class="tone tone-open">1!</span> ')
  end)
  it("marks where the auditor speaks of a check", function()
    assert.is_nil(put(place("pit", { minor = { result "11.1" } })):find("&#9679;", 1, true))
    for _, more in ipairs { { auditor = {} }, { entered = { "F-1" } } } do
      holds(put(place("pit", { minor = { result("11.1", more) } })), "<b>&#9679;</b>")
    end
  end)
  it("has a row for the Member and for each place, and no layer's own checks", function()
    local page = put(place(nil, { conforming = { result "11.2" } }),
      place("pit", { conforming = { result "11.1" } }),
      place("shop", { major = { result("11.1", { is_own = true }) } }))
    holds(page, "<bdi>The Member</bdi>")
    holds(page, "<bdi>pit</bdi>")
    assert.is_nil(page:find("shop", 1, true))
  end)
end)
