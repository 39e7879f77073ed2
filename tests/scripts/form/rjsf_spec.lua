-- How a form for react-jsonschema-form lies: what a person would stumble over.
local support = require "support.host"

local runtime = support.open_builtin()
local form = support.decode(assert(runtime.describe "form/rjsf"))

-- Calls see(ui) for each part of the uiSchema, and those that definitions share.
local function each_ui(see)
  local function walk(value)
    if type(value) ~= "table" then return end
    see(value)
    for _, inner in pairs(value) do walk(inner) end
  end
  walk(form.props.uiSchema)
end

describe("a form for rjsf", function()
  it("fills each row of fields", function()
    local rows, filled = 0, 0
    each_ui(function(ui)
      for _, name in ipairs(ui["ui:order"] or {}) do
        local class = ui[name] and ui[name]["ui:classNames"]
        local part = class and tonumber(class:match "^col%-md%-(%d+)$")
        assert.is_true(filled + (part or 12) <= 12 or not part and filled == 0, name)
        filled = (filled + (part or 0)) % 12
        rows = rows + (filled > 0 and 1 or 0)
      end
      assert.equal(0, filled)
    end)
    assert.is_true(rows > 100, rows)
  end)
  it("asks who found something in one line", function()
    local count = 0
    each_ui(function(ui)
      if ui.by and ui.date then
        count = count + 1
        assert.not_equal("textarea", ui.by["ui:widget"])
      end
    end)
    assert.is_true(count > 0)
  end)
  it("says the way of answering once, where it is chosen", function()
    local ways = 0
    each_ui(function(ui)
      for _, way in ipairs(type(ui.anyOf) == "table" and ui.anyOf or {}) do
        if way["ui:order"] then
          ways = ways + 1
          assert.is_false(way["ui:label"])
        end
      end
    end)
    assert.is_true(ways > 100, ways)
  end)
end)

describe("evidence in a form for rjsf", function()
  it("may say what the answer is, and is in no order", function()
    local count = 0
    each_ui(function(ui)
      local legs = type(ui.items) == "table" and ui.items.anyOf or {}
      if legs[2] and legs[2].supports then
        count = count + 1
        assert.truthy(legs[2].says)
        assert.is_false(ui["ui:options"].orderable)
      end
    end)
    assert.is_true(count > 0)
  end)
end)
