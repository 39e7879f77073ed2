-- A condition in one place, step by step: what each part of it comes to, and the facts by
-- which, as the core found them (plugin/core/steps.h).  Answers are those of the language:
-- yes, no, not known, and not asked for what counts for nothing.

local kinds = require "pack.kinds"

local steps = {}

local YES <const>, NO <const>, OPEN <const>, NOT_ASKED <const> =
  "yes", "no", "not known", "not asked"
local RANK <const> = { [NOT_ASKED] = 1, [YES] = 2, [OPEN] = 3, [NO] = 4 }

steps.OPEN, steps.NOT_ASKED = OPEN, NOT_ASKED

-- Of two answers the one that says more against it.
function steps.worse(a, b)
  return RANK[b] > RANK[a] and b or a
end

local heads = {}

function heads.when() return "asked only where the first of these holds:" end
function heads.reading(step) return ("as %s says:"):format(step.facts[1].name) end
function heads.choice(step) return step.text .. ":" end

-- What stands above the parts of a condition, or its own words.
local function text_of(step)
  local head, kind = heads[step.kind], kinds.of[step.kind]
  if head then return head(step) end
  return kind and kind.head and kind.head:format(step.list,
    step.where and " where " .. step.where or "") or step.text
end

-- The steps that the core `found`, in words: { depth, text, answer, facts }.
function steps.told(found, json)
  local list = {}
  for i, step in ipairs(found) do
    list[i] = { depth = step.depth, text = text_of(step), answer = step.answer,
      facts = step.facts and step.facts[1] and json.array(step.facts) or nil }
  end
  return json.array(list)
end

return steps
