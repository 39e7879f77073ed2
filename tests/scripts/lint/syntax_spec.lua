-- The slips that make a file unreadable for Lua, each told in plain words and
-- at the place where it was made.
require "support.host"
local diagnostic = require "base.diagnostic"
local syntax = require "lint.syntax"
local tokens = require "pack.tokens"

local FILE <const> = [[
check "1.1" {
  title  = "Everyone armed is trained",
  points = { "P1", "P2" },
  applies = "arms.used is yes",
  expect = all {
    { "arms.trained is yes",
      otherwise = "Not "
        .. "trained." },
    "arms.count is at least 3",
  },
  ask    = "Show it.",
}

check "1.2" {
  title  = "Second",
  expect = "x is yes",
}
]]

local function explain(text)
  local chunk, message = load(text, "=f", "t", {})
  assert(not chunk, "Lua can read it")
  local line, said = message:match("^f:(%d+): (.*)$")
  local found = syntax.explain(tokens.scan(text), math.tointeger(line), said)
  found.message = diagnostic.wrong(found.says)
  found.cure = diagnostic.cure(found.says)
  return found, said
end

-- With `to` for `from` in the file, the slip stands at `place`.
local function tells(title, from, to, place, says, cure)
  it(title, function()
    local first, last = FILE:find(from, 1, true)
    local found, said = explain(FILE:sub(1, first - 1) .. to
      .. FILE:sub(last + 1))
    assert.equal(place, ("%s:%s"):format(found.line, found.column))
    assert.truthy(found.message:find(says, 1, true), found.message)
    assert.equal(said, found.lua)
    assert.truthy(found.cure:find(cure, 1, true), found.cure)
  end)
end

describe("a comma", function()
  tells("missing at the end of a line", 'trained",\n  p', 'trained"\n  p',
    "2:39", 'a comma is missing behind "Everyone armed is trained"', "comma")
  tells("missing before otherwise", 'yes",\n      o', 'yes"\n      o',
    "6:28", "a comma is missing", "Put a comma there")
  tells("missing behind braces", "  },\n  ask", "  }\n  ask", "10:4",
    "a comma is missing behind }", "Put a comma there")
  tells("missing before a sentence", '." },\n    "', '." }\n    "', "8:24",
    "a comma is missing behind }", "Put a comma there")
  tells("missing between two texts", '"P1", "P2"', '"P1" "P2"', "3:18",
    'between the texts "P1" and "P2"', "a comma where they are two")
  tells("too many", 'trained",', 'trained",,', "2:40", "one comma too many",
    "Take this comma out")
  tells("before two dots", '"Not "', '"Not ",', "7:25", "two dots go on",
    "Take the comma")
end)

describe("a number", function()
  tells("with its unit behind", 'title  = "Everyone armed is trained"',
    "value = 12 months", "2:14", "'months' stands behind the number 12",
    'Write 12 alone; the unit stands in unit = "..."')
  tells("of years", 'title  = "Everyone armed is trained"', "value = 2 years",
    "2:13", "'years' stands behind the number 2", "2 years are 24 months.")
  tells("of days", 'title  = "Everyone armed is trained"', "value = 90 days",
    "2:14", "'days' stands behind the number 90", "which says what is counted.")
  tells("with a percent sign", 'title  = "Everyone armed is trained"',
    "value = 12%", "2:13", "a percent sign stands behind the number 12",
    "Write 12 alone")
end)

describe("a quotation mark", function()
  tells("of a word processor at the end alone", 'armed is trained",',
    "armed is trained\u{201D},", "2:38", "ends with \u{201D}",
    'Write " in its place.')
end)

describe("two dots", function()
  tells("missing between the lines of a text", '.. "trained', '"trained',
    "7:25", "something is missing", "Write two dots ..")
end)

describe("a quotation mark", function()
  tells("missing at the end", 'is trained",', "is trained,", "2:12",
    "has no quotation mark at its end", 'Put " behind the last word')
  tells("missing in front", '"Everyone', "Everyone", "2:12",
    "the text that begins with Everyone has no quotation mark at its start",
    'Put " in front of Everyone.')
  tells("missing on both sides", '"Everyone armed is trained"',
    "Everyone armed is trained", "2:12", "'Everyone armed ...' stand without",
    "in front of the first word")
  tells("missing in a list", '"P1", "P2"', '"P1, "P2"', "3:14",
    [[the text "P1, " ends here, yet 'P2' goes on]], "on this line")
  tells("inside a text", "Everyone armed", 'Everyone "armed" person', "2:12",
    "'armed' goes on behind it", "'...' in place of")
  tells("that is curly", '"Everyone', "\u{201C}Everyone", "2:12",
    "\u{201C} is not the plain one; word processors", 'mark " around')
  tells("that is curly and single", '"arms.used is yes"',
    "\u{2018}arms.used is yes\u{2019}", "4:13", "\u{2018} is not the plain",
    "mark ' around")
  tells("missing around words", '"Second"', "Second thing", "15:12",
    "'Second thing ...'", "quotation mark")
  tells("missing around a number and a word", '"arms.count is at least 3"',
    "12 months", "9:5", "'12 months ...'", "quotation mark")
  tells("missing around a number that is none", '"arms.count is at least 3"',
    "12months", "9:13", "is no number", "around a date or a text")
end)

describe("a character of a word processor", function()
  tells("for a space", "ask    =", "ask\u{A0}=", "11:6", "no-break space",
    "a plain space")
  tells("for a dash", '"Second"', "2013\u{2013}11", "15:16",
    "\u{2013} cannot stand outside", "Write -")
  for _, dash in ipairs { "\u{2014}", "\u{2013}" } do
    local CURE <const> = "Write -- (two hyphens) in front of a remark."
    tells("for the hyphens of a remark, " .. dash, '  ask    = "Show',
      "  " .. dash .. ' don\'t, seen in June\n  ask    = "Show', "11:3",
      "the line begins with " .. dash, CURE)
    tells("for those of a remark outside, " .. dash, 'check "1.2"',
      dash .. ' new\ncheck "1.2"', "14:1", "the line begins with " .. dash, CURE)
  end
end)

describe("a sign", function()
  tells(": for =", "title  =", "title:", "2:8", "a colon stands where =",
    "Write title = ...")
  tells(": after a name in quotation marks", "ask    =", '"ask":', "11:8",
    "a colon stands where =", '["ask"] =')
  tells("= after a name in quotation marks", "ask    =", '"ask" =', "11:3",
    "no quotation marks of its own", "Write ask = ...")
  tells("= after the name of a fact", "ask    =", "arms.used = true, ask =",
    "11:3", "'arms.used' cannot stand before =", '["arms.used"] = ...')
  tells("= after two words", "ask    =", "not applicable =", "11:3",
    "is two words", "Write not_applicable = ...")
  tells("= after a name with a dash", "ask    =", "not-applicable =", "11:3",
    "'not-applicable' cannot", "Write not_applicable = ...")
  tells("= with nothing behind", '"Show it."', "", "11:10",
    "nothing stands behind this =", "Write what it is")
  tells("\\ in a text", "Everyone", "Every\\done", "2:41", "a backslash",
    "two backslashes")
  tells("\\u in a text", "Everyone", "Every\\users", "2:42", "a backslash",
    "two backslashes")
end)

describe("a brace", function()
  tells("never closed, inside a check", '3",\n  },', '3",', "5:16",
    "the brace { that opens here is never closed", "Put } where")
  tells("never closed, of one condition", '"trained." },', '"trained.",',
    "6:5", "never closed", "Put }")
  tells("never closed, of a whole check", 'it.",\n}', 'it.",\n', "1:13",
    "never closed", "Put }")
  tells("never closed, nor a comma before", 'it.",\n}', 'it."\n', "1:13",
    "never closed", "Put }")
  tells("never closed, at the end of the file", 'x is yes",\n}',
    'x is yes",\n', "14:13", "never closed", "Put }")
  tells("too many, inside", '3",\n  },', '3",\n  },\n  },', "11:3",
    'this } ends check "1.1", yet more', "Take it out")
  tells("too many, at the end", 'it.",\n}', 'it.",\n}\n}', "13:1",
    "closes nothing", "Take it out")
  tells("too early", 'trained",\n', 'trained" },\n', "2:40",
    'this } ends check "1.1", yet more', "Take it out")
  tells("missing behind the id", '"1.1" {', '"1.1"', "1:1",
    'check "1.1" has no braces', 'Write check "1.1" {')
  tells("closed by another bracket", "  },\n  ask", "  ),\n  ask", "10:3",
    ") stands where } belongs, for the { in line 5", "Write }.")
end)

describe("a word or sign of other languages", function()
  tells("if", '= "arms.used', '= if "arms.used', "4:13", "'if' has no place",
    'Write when "..."')
  tells("then", 'used is yes"', 'used is yes" then "x"', "4:32",
    "'then' has no place", "Write when")
  tells("or", '"P1", "P2"', "or", "3:14", "'or' has no place", "Write any {")
  tells("//", "  ask ", "  // note\n  ask ", "11:3",
    "a comment does not begin with //", "two dashes")
  tells("one hyphen", "  ask ", "  - a note\n  ask ", "11:3",
    "the line begins with a single -", "Write -- (two hyphens) in front of a remark.")
  tells("one hyphen outside", 'check "1.2"', '- a note\ncheck "1.2"', "14:1",
    "the line begins with a single -", "Write -- (two hyphens)")
  tells("one hyphen with one word", "  ask ", "  - note\n  ask ", "11:3",
    "the line begins with a single -", "Write -- (two hyphens)")
  tells("#", "  ask ", "  # note\n  ask ", "11:3",
    "a comment does not begin with #", "two dashes")
  tells("a comment without any", 'check "1.2"', 'This is new\ncheck "1.2"',
    "14:1", "'This is' is no declaration", "two dashes")
  tells("a comment that never ends", 'check "1.2"', '--[[ check "1.2"',
    "14:1", "the comment that begins here never ends", "Put ]]")
end)

describe("anything else", function()
  tells("is told with the place and Lua's words", '"arms.used is yes"',
    "arms.count > = 3", "4:11", "'=' cannot stand here", "Compare this line")
  it("even in a file without a token", function()
    local found = syntax.explain({}, 1, "unexpected symbol near <eof>")
    assert.equal(1, found.line)
  end)
end)

-- Whatever stands in a file, lint answers with a place and words.
describe("a file cut off anywhere", function()
  it("is told with a place in it", function()
    local lines = select(2, FILE:gsub("\n", "")) + 1
    for cut = 1, #FILE do
      for _, more in ipairs { "", "\"", "}", "=", "\u{201D}", "{ (" } do
        local text = FILE:sub(1, cut) .. more
        if not load(text, "=f", "t", {}) then
          local found = explain(text)
          assert.truthy(found.line >= 1 and found.line <= lines, cut)
          assert.truthy(#found.message > 0 and #found.cure > 0)
        end
      end
    end
  end)
end)
