-- What the guidance leaves open is a parameter: no check holds a number of its
-- own, and each parameter stands in every report with its value and its source.
local support = require "support.host"
local nodes = require "model.nodes"

local runtime = support.open_builtin { tolerant = true }
local model = runtime.model()
local array = support.json.array

-- 0 and 1 are no limits: they tell whether there is anything at all.
local function is_limit(operand)
  if type(operand) ~= "table" then return false end
  local number = operand.number or operand.amount or operand.count
  return number ~= nil and number > 1
end

describe("numbers", function()
  it("that limit something stand in no condition", function()
    local found, leaves = {}, 0
    for _, check in ipairs(model.checks) do
      for _, root in ipairs(nodes.of_check(check)) do
        nodes.walk(root[2], function(node)
          if node.kind == "leaf" then leaves = leaves + 1 end
          if is_limit(node.ast.operand)
            or node.ast.text:find("%f[%d]%d+ [dm]") then
            found[#found + 1] = check.id .. ": " .. node.ast.text
          end
        end)
      end
    end
    assert.same({}, found)
    assert.truthy(leaves > 100)
  end)
end)

describe("each parameter", function()
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "self" },
    member = { id = "M-1", has_mining_facilities = true },
    facilities = { complete = true, items = array { { id = "pit",
      kind = array { "mine" }, security = { inhouse_used = true,
        inhouse_count = 4 }, vpshr = { trained_inhouse = 4,
        training_validity = "none-stated",
        inhouse_training_date = "2009-11-30" } } } } }
  local report = assert(support.evaluate(support.open_builtin(), dossier))

  it("stands in the report with its source, and without a value as unknown",
    function()
      local values = {}
      for _, one in ipairs(report.parameters) do
        assert.truthy(#one.source > 20, one.name)
        values[one.name] = one.value or one.state
      end
      assert.same({ ["consultation.longest_interval"] = "unknown",
        ["icoc.reading"] = "literal",
        ["risk_assessment.longest_interval"] = "none-stated",
        ["training.longest_validity"] = "none-stated" }, values)
    end)

  it("is asked for in words", function()
    for _, entry in ipairs(model.parameter_list) do
      assert.truthy(entry.ask:find("%?$"), entry.path)
    end
  end)

  it("of a layer makes the house stricter and leaves COP 11 as it is",
    function()
      local layered = support.open_builtin { layers = { { name = "group",
        files = { { path = "pack.lua", text = 'parameter '
          .. '"training.longest_validity" { value = 24, source = "Group '
          .. 'training standard" }' } } } } }
      local result = support.result(assert(support.evaluate(layered, dossier)),
        "11.3.3")
      assert.equal("not-applicable", result.outcome)
      assert.equal("minor-nonconformance", result.with_layers.outcome)
      assert.truthy(result.with_layers.reason:find("at most: 24", 1, true))
    end)
end)
