-- The built-in pack as a program: what C's check says of it, and what is read back.

local support = require "support.host"
local declared = {
  kinds = require "pack.kinds", phrases = require "pack.phrases",
  values = require "base.values", outcomes = require "base.outcomes",
  points = require "model.points", registers = require "dossier.registers",
  nodes = require "model.nodes" }
local program = require "program"

local core = support.host.program
local layout = core.layout()

-- The rows of a block, as numbers by field; texts and lists by what they name.
local function read_back(block)
  local found, sections, header = {}, {}, 17
  for _, section in ipairs(layout.sections) do
    local offset, count, words = ("<I4I4I4"):unpack(block, header)
    header = header + 12
    sections[section.name] = { offset = offset, count = count, words = words,
      fields = section.fields }
  end
  function found.count(name) return sections[name].count end
  function found.word(name, row, index)
    local section = sections[name]
    return (("<I4"):unpack(block, section.offset
      + ((row - 1) * section.words + index - 1) * 4 + 1))
  end
  function found.get(name, row, field)
    for i, one in ipairs(sections[name].fields) do
      if one.name == field then return found.word(name, row, i), one end
    end
    error("no field " .. field)
  end
  function found.text(row)
    if row == 0 then return nil end
    local from = sections.byte.offset + found.get("text", row, "offset")
    return block:sub(from + 1, from + found.get("text", row, "size"))
  end
  function found.list(at)
    local rows = {}
    for i = 1, at > 0 and found.word("word", at, 1) or 0 do
      rows[i] = found.word("word", at + i, 1)
    end
    return rows
  end
  return found
end

local function names(list, key)
  local found = {}
  for i, one in ipairs(list) do found[i] = one[key] end
  return table.concat(found, " ")
end

describe("The program of a pack", function()
  local model, block, found

  setup(function()
    model = support.open_builtin().model()
    block = program.compile(model, layout)
    found = read_back(block)
  end)

  it("passes the check of the core", function()
    assert.same({ true }, { core.check(block) })
  end)

  it("is the same bytes each time", function()
    assert.equal(block, program.compile(support.open_builtin().model(), layout))
  end)

  it("names kinds, phrases, types and outcomes as the scripts do", function()
    local enums = layout.enums
    assert.equal(names(declared.kinds.ALL, "kind"), enums.KIND)
    local evaluated, ops = {}, (" %s "):format(enums.OP) -- the others are written out in these
    for _, phrase in ipairs(declared.phrases.ALL) do
      if ops:find((" %s "):format(phrase.op), 1, true) then
        evaluated[#evaluated + 1] = phrase
      end
    end
    assert.equal(names(evaluated, "op"), enums.OP)
    assert.equal(table.concat(declared.outcomes.NAMES, " "), enums.OUTCOME)
    local strengths = table.concat(declared.points.STRENGTHS, " ")
    assert.equal(strengths .. " beyond information", enums.STRENGTH)
    local types = {}
    for one in enums.TYPE:gmatch "%S+" do types[one] = true end
    for _, one in ipairs(declared.values.TYPES) do
      assert.truthy(types[one] or one == "country", one)
    end
  end)

  it("holds every row of the model", function()
    local items = 0
    for _, list in ipairs(model.vocabulary.ordered_lists) do
      items = items + #list.ordered
    end
    assert.equal(#model.vocabulary.ordered + items + #model.parameter_list,
      found.count "fact")
    assert.equal(#model.checks, found.count "check")
    assert.equal(#model.provisions, found.count "provision")
    assert.equal(#model.disagreements, found.count "disagreement")
    assert.equal(#model.point_list, found.count "point")
  end)

  it("gives back what checks say, in their order", function()
    for i, check in ipairs(model.checks) do
      assert.equal(check.id, found.text(found.get("check", i, "id")))
      assert.equal(check.title, found.text(found.get("check", i, "title")))
      assert.equal(check.ask, found.text(found.get("check", i, "ask")))
      local points = {}
      for k, row in ipairs(found.list(found.get("check", i, "points"))) do
        points[k] = found.text(found.get("point", row, "id"))
      end
      assert.same(check.points, points)
    end
  end)

  it("gives back every condition as it is written", function()
    local function compare(node, row)
      assert.equal(node.text, found.text(found.get("node", row, "text")))
      assert.equal(node.entry and node.entry.path,
        node.entry and found.text(found.get("fact",
          found.get("node", row, "fact"), "path")))
      local children = found.list(found.get("node", row, "children"))
      assert.equal(#(node.children or {}), #children)
      for i, child in ipairs(children) do compare(node.children[i], child) end
    end
    for i, check in ipairs(model.checks) do
      for _, root in ipairs(declared.nodes.of_check(check)) do
        if root[1] ~= "prompt" then
          compare(root[2], found.get("check", i, root[1]))
        end
      end
    end
  end)

  it("gives each sentence the condition by which its fact does not apply", function()
    local count = 0
    for i, check in ipairs(model.checks) do
      local node = check.expect
      if node.kind == "leaf" and node.entry.na_when then
        local row = found.get("node", found.get("check", i, "expect"), "na_when")
        assert.equal(node.entry.na_when.text,
          found.text(found.get("node", row, "text")))
        count = count + 1
      end
    end
    assert.is_true(count > 0)
  end)

  it("gives every outcome of the table of ratings", function()
    for row = 1, found.count "rating" do
      local strength = ({ "background", "could", "should", "must", "shall",
        "beyond" })[found.get("rating", row, "strength")]
      local cell = model.outcome_tables[strength][found.get("rating", row, "mask")]
      if cell then
        assert.equal(cell.range, found.get("rating", row, "range"))
      end
    end
  end)

  it("puts a sentence together again out of its pieces", function()
    for i, check in ipairs(model.checks) do
      if check.met then
        local sentence, text = found.get("check", i, "met"), ""
        for _, row in ipairs(found.list(found.get("sentence", sentence,
          "pieces"))) do
          local words = found.text(found.get("piece", row, "text"))
          text = text .. (found.get("piece", row, "kind") == 1 and words
            or "{" .. words .. "}")
        end
        assert.equal(check.met, text)
      end
    end
  end)

  local SIMPLE <const> = [[
check "1.1" { title = "A", points = { "SHALL" }, ask = "Ask.",
  expect = "a.flag is yes" }
]]
  local WHOLE <const> = [[
list "crew" { ask = "Who?", facts = {
  fact "name" { type = "text", ask = "Name?" },
  fact "role" { type = "choice", values = { "guard", "other" }, ask = "Role?" },
  fact "since" { type = "date", ask = "Since when?" } } }
fact "c.one" { type = "yes/no", ask = "One?", sensitive = true,
  not_applicable_when = "c.many is at least 3" }
fact "c.many" { type = "count", ask = "How many?",
  from = count "crew" { "role is guard" } }
fact "c.last" { type = "date", ask = "When?", may_be_never = true,
  from = latest "crew" { "since is on or before today" } }
fact "c.kinds" { type = "choices", values = { "x", "y", "z" }, may_be_none = true,
  ask = "Which?" }
fact "c.place" { type = "country", ask = "Where?" }
parameter "way" { type = "choice", values = { "p", "q" }, value = "p",
  source = "us", ask = "Which way?" }
check "1.1" { title = "All", points = { "SHALL" }, ask = "Ask.",
  applies = any { "c.many is more than 1", none { "c.one is yes" } },
  expect = all {
    when "c.one is no" { "c.kinds includes only x or y" },
    every "crew" { where = "role is guard", "since is before 3 days after today",
      otherwise = "{name} since {since} on {today}." },
    none "crew" {}, any "crew" { "name is Ann" },
    reading "way" { p = "c.many is between 1 and 5", q = "c.last is never" },
    "c.last is within 12 months of today", "c.kinds is empty",
    auditor "asked" { ask = "Well?", yes = "Well.", no = "Not well." },
    compute { facts = { "c.many" }, function(n) return n > 2 end },
    compute { facts = { "c.many", "c.many" }, sum = "is at most" },
  },
  prompts = { advise { "Look.", when = any "crew" { "role is other" },
    names = { "name" } } } }
]]

  it("holds every kind of condition, and the rules of layers", function()
    local small, layered = require "support.small", require "support.layered"
    local whole = assert(small.open(WHOLE)).model()
    assert.same({}, whole.diagnostics)
    assert.same({ true }, { core.check(program.compile(whole, layout)) })
    local layer = assert(layered.open([[
check "org.1" { title = "Ours", points = {}, ask = "Ask.",
  stricter_than = "1.1", expect = "b.flag is yes" }
switch_off "1.2" { because = "agreed", by = "A. Head", until_date = "2013-12-31" }
narrow "1.1" { applies = "b.flag is yes", because = "agreed", by = "A. Head",
  until_date = "2013-12-31" }
parameter "limit" { value = 12, source = "us" }
]])).model()
    local changed = program.compile(layer, layout)
    assert.same({ true }, { core.check(changed) })
    local rows, kinds = read_back(changed), {}
    for i = 1, rows.count "change" do
      kinds[i] = rows.text(rows.get("change", i, "says"))
    end
    assert.same({ "The layer acme sets limit to 12 (source: us), for the COP 11 rating too",
      "The layer acme switches off check 1.2" }, { kinds[1], kinds[3] })
  end)

  it("has a bit for each value of a fact", function()
    local function pack_of(count)
      local values = {}
      for i = 1, count do values[i] = ('"v%d"'):format(i) end
      return ('fact "c.many" { type = "choice", ask = "Which?", values = { %s } }\n%s')
        :format(table.concat(values, ", "), SIMPLE)
    end
    local small = require "support.small"
    local most = assert(small.open(pack_of(64))).model()
    assert.same({ true }, { core.check(program.compile(most, layout)) })
    local none, problem = small.open(pack_of(65))
    assert.is_nil(none)
    assert.equal('fact "c.many" has 65 values; 64 is the most; make two facts of it',
      problem.message)
  end)

  it("holds a check that is broken", function()
    local broken = assert(require("support.small").open([[
fact "a.one" { type = "yes/no", ask = "One?" }
check "1.1" { title = "A", points = { "SHALL" }, ask = "Ask.",
  expect = "a.one is yes" }
check "1.2" { title = "A", points = { "SHALL" }, ask = "Ask.",
  expect = "a.none is yes" }
]])).model()
    assert.is_truthy(broken.checks[2].broken)
    assert.same({ true }, { core.check(program.compile(broken, layout)) })
  end)

  -- A linear congruence: the same changes in every run.
  local function changes(count, change)
    local seed = 1
    local function random(n)
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed // 256 % n
    end
    local refused = 0
    for _ = 1, count do
      local changed = change(random)
      if not core.check(changed) then refused = refused + 1 end
    end
    return refused
  end

  it("is checked whatever byte of it is another, or missing", function()
    assert.is_true(changes(400, function(random)
      local at = random(#block)
      return block:sub(1, at) .. string.char(random(256)) .. block:sub(at + 2)
    end) > 100)
    assert.equal(100, changes(100, function(random)
      return block:sub(1, random(#block))
    end))
  end)
end)

describe("The words that the build copies for the core", function()
  local in_c = require("program.messages").in_c

  it("are there for each code, a row each", function()
    local codes = support.host.message_codes()
    local _, rows = in_c(table.concat(codes, "\n")):gsub("\n", "\n")
    assert.equal(#codes, rows)
    assert.has_error(function() in_c "no-such-code" end, "there are no words for no-such-code")
  end)

  it("are literals of C, and have no mark that C does not know", function()
    local dossier = require "messages.dossier"
    dossier["spec-two"] = "an"
    dossier["spec-one"] = { 'a "b" \\ \u{e9}\n1', "c" }
    assert.equal('    {"a \\042b\\042 \\134 \\303\\251\\0121", "c"},\n    {"an", NULL},\n',
      in_c "spec-one\nspec-two" or "")
    for _, bad in ipairs { "an [?open: end", "a [?: b?]", "do {cure}" } do
      dossier["spec-one"] = bad
      assert.has_error(function() in_c "spec-one" end)
    end
    dossier["spec-one"], dossier["spec-two"] = nil, nil
  end)
end)
