-- What validates can be assessed with the same call, and nothing else can: the law
-- over all samples, the same with something changed, and calls.
local support = require "support.host"

local runtime = support.open_builtin()
local json = support.json

local CALLS <const> = { {}, { as_of = "2013-11-30" }, { as_of = "2000-01-01" },
  { as_of = "2013-11" }, { as_of = "2013-02-30" }, { show_sensitive = true },
  { evaluated_at = "2014-01-02T03:04:05Z" }, { evaluated_at = "today" },
  { format = "text" }, { format = "json" }, { format = "html" }, { format = "csv" },
  { format = "sarif" }, { format = "pdf" } }

local CODES <const> = require "messages.dossier"

local function status_of(_, problem) return problem and problem.status or "ok" end

local seen_codes = {} -- those of the problems that were found

-- What the two calls say of `text`: each "ok", or why it could not be done.
local function agree(text, call, what)
  local found, refused = runtime.validate(text, call)
  local assessed = status_of(runtime.evaluate(text, call))
  if not found then
    assert.equal(refused.status, assessed, what)
  else
    local answer = support.decode(found)
    assert.equal(answer.valid, assessed == "ok", what .. ": " .. assessed)
    for _, one in ipairs(answer.problems) do
      assert.truthy(CODES[one.code], what .. ": " .. tostring(one.code))
      seen_codes[one.code] = true
    end
  end
  return assessed
end

-- ---- something changed ---------------------------------------------------

-- Numbers that are the same on every run.
local function sequence(seed)
  return function(most)
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    return (seed >> 8) % most + 1
  end
end

local ODD <const> = { json.null, true, false, 0, -1, 1.5, 1e300, 9007199254740993,
  "", " ", "unknown", "never", "none", "yes", "n/a", "2013-11", "2099-01-01", "E-01",
  "\u{A0}", {}, { 1 }, { "mine" }, { value = true }, { state = "unknown" },
  { state = "withheld" }, { state = "conflicting" }, { items = {} }, { at_least = 3 } }

-- The places of a document: { holder, key }, in an order that is always the same.
local function places(value, list)
  local keys = {}
  for key in pairs(value) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  for _, key in ipairs(keys) do
    list[#list + 1] = { value, key }
    if type(value[key]) == "table" then places(value[key], list) end
  end
  return list
end

local function change(document, random)
  local all = places(document, {})
  local holder, key = table.unpack(all[random(#all)])
  local odd = random(#ODD + 2)
  if odd <= #ODD then
    holder[key] = support.copy(ODD[odd])
  elseif type(key) == "string" then
    if odd == #ODD + 2 then holder[key .. "s"] = holder[key] end
    holder[key] = nil
  end
end

describe("validate and evaluate agree", function()
  local seen = {} -- how many ended how

  for n, sample in ipairs(support.samples()) do
    it("on " .. sample.name .. " with every call", function()
      for i, call in ipairs(CALLS) do agree(sample.text, call, "call " .. i) end
    end)

    it("on " .. sample.name .. " with something changed", function()
      local random = sequence(n)
      for i = 1, 40 do
        local document = support.decode(sample.text)
        for _ = 1, random(2) do change(document, random) end
        local call = CALLS[random(#CALLS)]
        local how = agree(json.write(document), call, sample.name .. " " .. i)
        seen[how] = (seen[how] or 0) + 1
      end
    end)
  end

  it("on enough of each kind", function()
    for _, how in ipairs { "ok", "dossier", "argument" } do
      assert.is_true((seen[how] or 0) > 10, how)
    end
  end)

  it("on problems of many codes, each of which is listed", function()
    local count = 0
    for _ in pairs(seen_codes) do count = count + 1 end
    assert.is_true(count > 30, count)
  end)

  it("on texts that are no dossier", function()
    for _, text in ipairs { "", "[]", "null", "{", "{}", '{"format":"cop11.dossier/2"}',
      '{"format":"cop11.dossier/1"}', '\xEF\xBB\xBF{"format":"cop11.dossier/1"}' } do
      for i, call in ipairs(CALLS) do agree(text, call, text .. " with call " .. i) end
    end
  end)
end)
