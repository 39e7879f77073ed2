-- Words for the states of a fact: that it is not known, withheld, or does not apply.

local nearest = require "base.nearest"

local state_cures = {}

local UNKNOWN <const> = nearest.set_of { "?", "??", "-", "--", "don't know",
  "dont know", "do not know", "not known", "unclear", "n/k", "tbc", "tbd", "to be "
  .. "confirmed", "not sure", "unsure", "no idea",
  "not assessed", "not asked", "no data", "no information", "pending", "no answer", "n.k." }
local NOT_APPLICABLE <const> = nearest.set_of { "n/a", "na", "n.a.", "n.a",
  "not applicable", "does not apply", "not relevant", "irrelevant" }
local WITHHELD <const> = nearest.set_of { "refused", "declined", "confidential", "secret",
  "not disclosed", "undisclosed", "classified", "kept back", "refused to answer",
  "declined to answer", "denied" }
local CONFLICTING <const> = nearest.set_of { "disputed", "contradictory", "conflict",
  "inconsistent", "contested" }
local KNOWN <const> = nearest.set_of { "given", "answered", "confirmed", "verified",
  "ok", "reported", "stated", "done", "complete", "yes", "final" }
local REASON <const> = "the reason, in words"

-- A text such as "a_b" or "Not-known" as people say it.
local function plain(text)
  return (text:lower():gsub("[_%s]+", " "):match "^ ?(.-) ?$")
end

-- What `text`, in small letters, says of a fact of `entry` whose value it stands for;
-- nil where it names no state.
function state_cures.of_text(entry, text, written)
  if NOT_APPLICABLE[text] and entry.na_when then
    return { state = "not_applicable", na_reason = REASON }
  elseif NOT_APPLICABLE[text] or UNKNOWN[text] or text:find "^see " then
    return { state = "unknown", why = written }
  end
end

-- The same of a text that no value is near to: "refused" may be one.
function state_cures.of_refusal(text, written)
  return WITHHELD[text] and { state = "withheld", withheld_reason = written } or nil
end

-- The state with the reason that it needs, which may be `object`'s own.
local function with_reason(object, state, key)
  local cure = { state = state }
  if type(object[key]) ~= "string" then
    cure[key] = type(object.why) == "string" and object.why or REASON
  end
  return cure
end

-- What to write for the state `written`, which is none, in the object of a fact.
function state_cures.of_state(entry, object, written)
  if type(written) ~= "string" then return nil end
  local text = plain(written)
  if NOT_APPLICABLE[text] and entry.na_when then
    return with_reason(object, "not_applicable", "na_reason")
  elseif NOT_APPLICABLE[text] or UNKNOWN[text] then
    return { state = "unknown" }
  elseif WITHHELD[text] then
    return with_reason(object, "withheld", "withheld_reason")
  elseif CONFLICTING[text] then
    return { state = "conflicting" }
  elseif KNOWN[text] and object.value ~= nil then
    return { state = "known" }
  end
end

return state_cures
