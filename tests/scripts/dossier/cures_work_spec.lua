-- A text that shows no form costs steps for each look at it: what Lua and its patterns
-- do is charged, whatever the text.
local cures = require "dossier.cures"
local support = require "support.host"
local work = require "base.work"

local vocabulary = support.open_builtin().model().vocabulary

-- Texts that nest the shapes of numbers and days, and texts that show nothing.
local TEXTS <const> = { "maybe", "1 or so est ca approx about roughly estimated 2 at least",
  ("a"):rep(60), ("1 to "):rep(12), ("1-"):rep(30), ("?"):rep(60), ("~"):rep(60),
  ("between 1 and "):rep(4), ("early in "):rep(6), ("late "):rep(12), ("in "):rep(20),
  ("a,"):rep(30), ("partial "):rep(7), (" or so"):rep(10), "x" .. (" or more"):rep(7),
  "9" .. (" of"):rep(16) .. " men", ("1 "):rep(30) .. "guards", "some " .. ("4"):rep(50) }

-- A fact of each type, with the longest list of values there is.
local function entries()
  local by_type = {}
  for _, entry in ipairs(vocabulary.ordered) do
    local known = by_type[entry.type]
    local more = known and #(entry.values or {}) > #(known.values or {})
    if not known or more then by_type[entry.type] = entry end
  end
  return by_type
end

-- What is done and what is charged while `run` runs: instructions of Lua, and an
-- instruction for each 16 bytes that a pattern is matched against.
local PATTERNS <const> = { "find", "gsub", "match", "gmatch", "lower" }
local function done_and_charged(run)
  local done, charged, kept = 0, 0, {}
  for _, name in ipairs(PATTERNS) do
    local plain = string[name]
    kept[name] = plain
    rawset(string, name, function(text, ...)
      done = done + #text // 16
      return plain(text, ...)
    end)
  end
  work.charge_to(function(units) charged = charged + units end)
  debug.sethook(function() done = done + 1 end, "", 1)
  local ok, wrong = pcall(run)
  debug.sethook()
  work.charge_to(support.host.charge)
  for name, plain in pairs(kept) do rawset(string, name, plain) end
  assert(ok, wrong)
  return done, charged
end

it("each look at a text is charged, at least half of what it takes", function()
  for kind, entry in pairs(entries()) do
    cures.of(entry, "once before")
    for _, text in ipairs(TEXTS) do
      local done, charged = done_and_charged(function() cures.of(entry, text) end)
      assert.truthy(charged * 2 >= done, ("%s '%s': %d done, %d charged")
        :format(kind, text, done, charged))
    end
  end
end)
