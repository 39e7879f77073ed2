-- What forms say beside the questions themselves.

local fact_card = require "describe.fact_card"

local words = {}

words.NOT_KNOWN = "Not known"
words.CHOOSE = "Choose" -- where "Not known" is no answer
words.WHICH = "Which evidence"
words.UNKNOWN_WHY = "Not known, for a reason"
words.WITHHELD = "Withheld from the auditor"
words.NOT_APPLICABLE = "Does not apply"
words.NO_ANSWER = "Otherwise" -- beside an answer, and on a phone
words.ABOUT = "About the facility"
words.EVIDENCE_ID = "#/definitions/evidence-id"
words.DEPENDS = "Whether this matters depends on the Member's answer to: %s"
words.WITH_EVIDENCE = "%s, with evidence or a note"
words.ANEW = "Clear it, to answer with evidence or a note"
words.SUPPORTED = "Answer with evidence or a note"
words.AUDITED = "Answer, and what the auditor found"
words.PARTLY = { at_least = "At least, at most", share = "All, some or none",
  percent = "Percent", one_of = "One of several, not known which",
  includes = "These, and perhaps others" }

words.TITLES = { value = "Answer", says = "Says", at_least = "At least", at_most = "At most",
  share = "Of them all", percent = "Percent of them all",
  one_of = "One of these", includes = "Among others",
  evidence = "Evidence", note = "Note", why = "Why",
  withheld_reason = "Why it is withheld", na_reason = "Why it does not apply",
  na_verified_by = "Who verified that", stated_by = "Stated by",
  as_of = "As of", auditor = "What the auditor found", by = "Found by",
  date = "Found on", set_by = "Set by", items = "Items",
  complete = "These are all there are", count = "How many in all" }

words.FOUND = { value = "Auditor found", by = "Found by", date = "Found on",
  note = "Auditor's note" }

-- The question as a label.
function words.label(target)
  return target.ask or target.label or fact_card.titled(target.path)
end

-- What may take a question or list away though it cannot be seen from where that is
-- asked; nil where there is nothing.
function words.depends(part)
  local parts = {}
  for i, fact in ipairs(part.member_facts or {}) do
    parts[i] = words.DEPENDS:format(words.label(fact))
  end
  return #parts > 0 and table.concat(parts, " ") or nil
end

-- The text under a question: its help, unit and what shows the answer.
function words.help(target)
  local parts = { target.help }
  if target.unit then
    parts[#parts + 1] = ("Counted in %s."):format(target.unit)
  end
  if target.evidence and #target.evidence > 0 then
    parts[#parts + 1] = ("Shown by: %s."):format(
      table.concat(target.evidence, ", "))
  end
  return #parts > 0 and table.concat(parts, " ") or nil
end

-- The help of a question or list, and what may take it away.
function words.help_of(part)
  local parts = { words.help(part.entry or part.list) }
  parts[#parts + 1] = words.depends(part)
  return #parts > 0 and table.concat(parts, " ") or nil
end

return words
