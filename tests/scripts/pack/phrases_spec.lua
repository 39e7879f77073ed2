-- Each phrase of the table has all that belongs to one, everywhere.  That the
-- README of the rules shows it, tests/rules/readme_spec.lua holds.
local support = require "support.host"
local diagnostic = require "base.diagnostic"
local meanings = require "pack.meanings"
local operands = require "pack.operands"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"

-- What stands on the right of a phrase, by its kind.
local RIGHT <const> = { words = "x", amount = "3", moment = "today",
  span = "12 months of today", bounds = "2 and 5", nothing = "" }
-- The cure that says what can be said of a fact of each type.
local CURE_FOR <const> = { ["yes/no"] = "phrases-for-yes-no",
  choice = "phrases-for-choice", ["ordered choice"] = "phrases-for-ordered-choice",
  choices = "phrases-for-choices",
  number = "phrases-for-number", percent = "phrases-for-number",
  months = "phrases-for-months", count = "phrases-for-count",
  date = "phrases-for-date", text = "phrases-for-text" }

local EVALUATED = {} -- by the core
for op in support.host.program.layout().enums.OP:gmatch "%S+" do EVALUATED[op] = true end

for _, phrase in ipairs(phrases.ALL) do
  describe("the phrase " .. phrase.says, function()
    local text = ("a.b %s %s"):format(phrase.says, RIGHT[phrase.operand])
      :gsub(" $", "")

    it("is read, and written again", function()
      local leaf = assert(sentence.parse(text))
      assert.equal(phrase.op, leaf.op)
      assert.equal(text, sentence.write(leaf))
    end)

    it("is evaluated, or means what others say", function()
      assert.truthy(EVALUATED[phrase.op] or meanings.by_op[phrase.op])
    end)

    it("has a kind of operand and types that it fits", function()
      assert.is_table(operands.KINDS[phrase.operand])
      assert.is_string(next(phrase.fits))
      local alone = phrase.operand == "words" or phrase.operand == "nothing"
      assert.equal(not alone, phrase.compares ~= nil)
    end)

    it("can be changed by a slip, for mutation", function()
      assert.truthy(#phrase.slips > 0 or phrase.denied
        or meanings.by_op[phrase.op])
      for _, list in ipairs { phrase.slips, phrase.slips_of_several or {} } do
        for _, op in ipairs(list) do assert.is_table(phrases.of[op], op) end
      end
    end)

    -- "is not yes" is better said as "is no", and a limit is compared.
    it("is offered where another does not fit", function()
      for type in pairs(phrase.fits) do
        local cure = diagnostic.cure(diagnostic.new("phrase-misfit", {},
          CURE_FOR[type]))
        assert.truthy(phrase.op == "is_not" and type ~= "choice"
          or cure:find("'" .. phrase.says, 1, true), cure)
      end
    end)
  end)
end

describe("other words for a phrase", function()
  it("are no phrase themselves", function()
    for _, pair in ipairs(phrases.OTHER_WORDS) do
      assert.is_nil(phrases.by_words[pair[1]], pair[1])
    end
  end)

  it("lead to it", function()
    for _, pair in ipairs(phrases.OTHER_WORDS) do
      local _, wrong = sentence.parse(("a.b %s %s"):format(pair[1],
        RIGHT[pair[2].operand]):gsub(" $", ""))
      assert.equal(pair[2].says, wrong and wrong.args.sentence
        and (wrong.args.sentence .. " "):match("^a%.b (" .. pair[2].says .. ") "),
        pair[1])
    end
  end)
end)
