require "support.host"
local ratings = require "view.ratings"

describe("the answer to a question", function()
  local function answer(range)
    return ratings.questions_of { { point = "Q", text = "So?", answer = "yes",
      range = range, checks = { "1.1" } } }[1].answer
  end
  it("is in words that follow from its range", function()
    assert.equal("in part", answer { "in-part" })
    assert.equal("does not apply", answer { "not-applicable" })
    assert.equal("not known: at best yes, at worst no",
      answer { "no", "in-part", "yes" })
  end)
  it("says at which facilities, the worst first", function()
    local function at(by_answer)
      return ratings.questions_of { { answer = "in-part", at = by_answer } }[1].at
    end
    assert.equal("no at head; yes at deep, shop and smelter; not known at yard",
      at { yes = { "deep", "shop", "smelter" }, no = { "head" },
        ["not-known"] = { "yard" } })
    assert.equal("in part at a; does not apply at b, c, d, e, f, g and 2 more",
      at { ["not-applicable"] = { "b", "c", "d", "e", "f", "g", "h", "i" },
        ["in-part"] = { "a" } })
    for _, none in ipairs { 3, {}, { yes = "head" }, { yes = { "a" } } } do
      assert.is_nil(at(none))
    end
  end)
  it("is not known without a range", function()
    for _, range in ipairs { "yes", {}, { "splendid" }, 3 } do
      assert.equal("not known", answer(range))
    end
  end)
end)

describe("the rating of a report", function()
  it("is in words that follow from its range", function()
    local rating = ratings.rating_of { rating = "conformance",
      text = "RJC certified", range = { "major-nonconformance", "conformance" },
      basis = "stated" }
    assert.equal("not-determined", rating.rating)
    assert.equal("not determined: at best conformance, at worst major "
      .. "non-conformance", rating.text)
    assert.equal("stated", rating.basis)
  end)
  it("is its only member where there is one", function()
    local rating = ratings.rating_of { range = { "minor-nonconformance" } }
    assert.equal("minor-nonconformance", rating.rating)
    assert.equal("minor non-conformance", rating.text)
  end)
  it("is not determined without a range", function()
    for _, range in ipairs { "conformance", {}, { "splendid" }, { {} }, 3 } do
      local rating = ratings.rating_of { rating = "conformance",
        range = range }
      assert.equal("not-determined", rating.rating)
      assert.equal("not determined", rating.text)
    end
  end)
  it("beside another says too what is only stated", function()
    local member = { support = { stated = 2 }, completeness = { settled = 3 },
      house_rating = { range = { "conformance" } },
      with_records = { range = { "conformance" }, records = { "O-1" } } }
    local words = "; as stated: 2 of 3 checks without evidence for a deciding fact"
    assert.equal("conformance" .. words,
      ratings.beside(member, "house_rating").said)
    assert.equal("conformance (O-1)" .. words, ratings.recorded(member))
    member.support = nil
    assert.equal("conformance", ratings.beside(member, "house_rating").said)
    assert.is_nil(ratings.beside(member, "of_assessed"))
  end)
  it("is none where there is no object", function()
    assert.is_nil(ratings.rating_of "conformance")
    assert.is_nil(ratings.rating_of(nil))
  end)
  it("counts open checks", function()
    local counts = ratings.rating_of { completeness = { settled = 3,
      unknown = 1, withheld = 2, conflicting = "4", error = 1 } }.counts
    assert.equal(4, counts.open)
    assert.equal(7, counts.all)
  end)
end)
