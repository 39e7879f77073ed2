-- The changes that no example notices, less those that their author has listed
-- with a reason: unnoticed "11.1.5" { { was = ..., now = ..., because = ... } },
-- where `now` may be several texts in braces.

local diagnostic = require "base.diagnostic"
local mutation = require "mutation"

local say <const> = diagnostic.new

local unnoticed = {}

local KEYS <const> = { "because", "now", "was" }

local function key_of(id, was, now)
  return table.concat({ id, was, now }, "\n")
end

-- What is wrong with one listed change as it is written, or nil.
local function wrong_shape(written)
  if type(written) ~= "table" then
    return say "unnoticed-shape"
  end
  local strange, nameless = diagnostic.not_part(written, KEYS, "a change")
  if strange or nameless then
    return strange or say("value-nameless", { what = "a change" })
  end
  for _, key in ipairs(KEYS) do
    local value = written[key]
    if type(value) ~= "string"
      and not (key == "now" and type(value) == "table") then
      return say("unnoticed-part-missing", { key = key })
    end
  end
end

local function keep(by_key, order, declaration, written)
  local now = written.now
  for _, text in ipairs(type(now) == "table" and now or { now }) do
    local one = { because = written.because, was = written.was,
      now = tostring(text), declaration = declaration }
    by_key[key_of(declaration.name, one.was, one.now)] = one
    order[#order + 1] = one
  end
end

-- Listed changes by key, each { because, declaration }; what is wrong goes to
-- problem(diagnostic, declaration).
local function listed(m, problem)
  local by_key, order = {}, {}
  for _, layer in ipairs(m.layers) do
    for _, declaration in ipairs(mutation.is_tested(m, layer)
      and layer.unnoticed or {}) do
      local asked = not m.only or m.only[declaration.name]
      for _, written in ipairs(asked and declaration.body or {}) do
        local wrong = wrong_shape(written)
        if wrong then
          problem(say("in-declaration", { word = "unnoticed",
            name = declaration.name, inner = wrong }), declaration)
        else
          keep(by_key, order, declaration, written)
        end
      end
    end
  end
  return by_key, order
end

local function report_unused(order, problem)
  for _, one in ipairs(order) do
    if not one.used then
      problem(say("unnoticed-unused", { name = one.declaration.name, it = one.was,
        now = one.now }), one.declaration)
    end
  end
end

-- is_listed(id, was, now): whether an author has listed that change.
function unnoticed.lister(m)
  local by_key = listed(m, function() end)
  return function(id, was, now) return by_key[key_of(id, was, now)] ~= nil end
end

-- Runs every change.  Returns { tried, unnoticed, listed, not_tried }: lists of
-- changes, and of checks that have no examples.
function unnoticed.run(m, host, blocks, problem)
  local ran = mutation.run(m, host, blocks)
  local by_key, order = listed(m, problem)
  local open, with_reason = {}, {}
  for _, change in ipairs(ran.unnoticed) do
    local one = by_key[key_of(change.id, change.was, change.now)]
    if one then
      one.used, change.because = true, one.because
      with_reason[#with_reason + 1] = change
    else
      open[#open + 1] = change
    end
  end
  report_unused(order, problem)
  return { tried = ran.tried, unnoticed = host.json.array(open),
    listed = host.json.array(with_reason),
    not_tried = host.json.array(ran.not_tried) }
end

return unnoticed
