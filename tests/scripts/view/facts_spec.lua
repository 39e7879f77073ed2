-- What people call the items of lists in a report, which may be anyone's.
require "support.host"
local view_facts = require "view.facts"

describe("the name of an item", function()
  it("is its number where it has but a mark", function()
    assert.equal("people[#3]",
      view_facts.item_name("people[#ab12]", "/facilities/0/people/2"))
  end)
  it("is its key where it has an id, or no number", function()
    assert.equal("people[ann]", view_facts.item_name("people[ann]", "/people/2"))
    assert.equal("people[#ab12]", view_facts.item_name("people[#ab12]", "/people/x"))
    assert.equal("people[#ab12]", view_facts.item_name("people[#ab12]", nil))
  end)
  it("is its key where the number is larger than any list", function()
    local pointer = "/people/" .. ("9"):rep(40)
    assert.equal("people[#ab12]", view_facts.item_name("people[#ab12]", pointer))
  end)
end)
