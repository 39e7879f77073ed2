-- A small baseline and layers over it, for specs of what layers may do.

local assert = require "luassert"
local support = require "support.host"
local small = require "support.small"

local layered = {}

-- Three checks: a shall on a.flag, a should on b.flag, and one with a limit.
layered.BASELINE = [[
check "1.1" { title = "A", points = { "SHALL" }, ask = "Ask a.",
  expect = { "a.flag is yes", otherwise = "No a." } }
check "1.2" { title = "B", points = { "SHOULD" }, ask = "Ask b.",
  applies = "a.flag is yes", expect = "b.flag is yes" }
check "1.3" { title = "Recent", points = { "SHALL" }, ask = "Ask when.",
  expect = { "a.day is within limit of today", otherwise = "Over {limit}." } }
check "1.4" { title = "Old", points = { "SHALL" }, ask = "Ask.",
  retired = "merged", expect = "b.flag is yes" }
]]
layered.LIMIT = 'parameter "most" { type = "count", value = 2, source = "base",\n'
  .. 'ask = "Most?" }\ncheck "1.5" { title = "Few", points = { "SHALL" },\n'
  .. 'ask = "Ask.", expect = { "a.total is at most most",\n'
  .. 'otherwise = "More than {most}." } }\n'
layered.GROUNDS = 'because = "agreed", by = "A. Head", until_date = "2013-12-31"'

function layered.layer(text, name)
  return { name = name or "acme", files = { { path = "acme.lua", text = text } } }
end

function layered.open(text, options)
  options = options or {}
  options.layers = options.layers or { layered.layer(text) }
  return small.open(options.baseline or layered.BASELINE, options)
end

-- a.flag no; b.flag yes; a.day half a year old: 1.1 is a major non-conformance
-- (a shall, plainly no), 1.2 does not apply, 1.3 waits for its limit.
layered.FACTS = { a = { flag = false, day = "2013-05-30" }, b = { flag = true } }
-- All three well, but for 1.3, which waits for its limit.
layered.WELL = { a = { flag = true, day = "2013-05-30" }, b = { flag = true } }

function layered.report_of(text, facts, options)
  local runtime, problem = layered.open(text, options)
  assert.is_nil(problem and problem.message)
  return assert(support.evaluate(runtime, small.dossier(facts or layered.FACTS)))
end

function layered.plain(facts, baseline)
  return assert(support.evaluate(small.open(baseline or layered.BASELINE),
    small.dossier(facts or layered.FACTS)))
end

-- What the engine says when it refuses the layer.
function layered.refusal(text, options)
  local runtime, problem = layered.open(text, options)
  assert.is_nil(runtime)
  assert.equal("pack", problem.status)
  return problem.message, problem
end

function layered.ratings(report)
  local list = { report.member.rating }
  for _, one in ipairs(report.provisions) do list[#list + 1] = one.rating end
  for _, one in ipairs(report.facilities) do list[#list + 1] = one.rating end
  return list
end

return layered
