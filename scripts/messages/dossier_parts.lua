-- What fills the words of messages/dossier.lua: cures that several share, and what
-- stands in a sentence.  No problem has one of these codes.

return {
  -- What a value should have been.
  ["expected"] = { "[?fact:{fact}: ?]expected {what}, found {found}[?odd:, which holds "
    .. "{odd}?]" },

  -- Other documents that were given for a dossier.
  ["a-report"] = "a report",
  ["a-diff"] = "a comparison of two reports",
  ["a-validation"] = "a list of what is wrong with a dossier",
  ["days-that-lapse"] = "a list of days on which something ceases to hold",
  ["render-or-name-dossier"] = "'cop11 render' prints a report; to assess, name the "
    .. "dossier it was made from",

  -- Cures that several share.
  ["write"] = "write {form}",
  ["write-for-example"] = "write for example {form}",
  ["write-for-braces"] = "write {form} in place of {...}",
  ["write-if"] = "if that is {it}, write {form}",
  ["in-place"] = "{form} in place of \"{key}\"",
  ["write-which"] = "is that {one} or {two}? Write {form}[?other: or {other}?]"
    .. "[?sole: if it is {one}?]",
  ["write-one-of"] = "write, as the case may be, {forms}[?key: in place of \"{key}\"?]",
  ["write-each"] = "write {names}",
  ["name-for-name"] = "\"{name}\" in place of \"{key}\"",
  ["count-as-note"] = "write {form} in place of \"count\": a list without a count may "
    .. "hold more than it names",
  ["write-the-day"] = "a month or a year alone is not taken here: write the day, such "
    .. "as {form}",
  ["no-such-day"] = "there is no day {it} in that month, whose last is {form}",
  ["no-such-month"] = "there is no month {it}; a year has 01 to 12",
  ["years-from-to"] = "a date lies between 1900-01-01 and 2199-12-31",
  ["no-clock"] = "no clock is read: write the day itself, such as \"2013-11-30\"",
  ["finding-such-as"] = "write for example {\"value\": true, \"by\": \"A. Lead\", "
    .. "\"date\": \"2013-11-20\"}",
  ["in-braces"] = "write its parts into braces: {\"...\": ...}",
  ["in-brackets"] = "put each into square brackets: [{...}, {...}]",
  ["write-either"] = "write {either}",
  ["no-confidence"] = "how sure a fact is follows from its \"evidence\" and bounds; write "
    .. "\"x-{it}\" to keep your own mark of it",
  ["see-facts"] = "see {facts}",
  ["may-hold"] = "it may hold {allowed}",
  ["may-hold-nothing"] = "these rules ask nothing of it",
  ["did-you-mean-copy"] = "did you mean '{near}'? {difference}",
  ["write-none-of-these"] = "write \"none\" where none of these is the answer",
  ["name-a-value"] = "name at least one value",

  -- Evidence.
  ["all-late"] = "all evidence for it is from after the as-of date",
  ["side"] = "{who}: {says}",
  ["side-given"] = "given: {says}",
  ["against"] = "against it",
  ["yes"] = "yes",
  ["no"] = "no",
  ["longer-text"] = "a longer text",
  ["other-value"] = "something else",

  -- Records, findings and evidence: their fields.
  ["meaning-by"] = "who says so",
  ["meaning-date"] = "the day it was made",
  ["meaning-party"] = "whose it is",
  ["collected-by-auditor"] = "evidence {it} is said to be collected by an auditor",
  ["found-by-auditor"] = "this is said to be found by an auditor",
  ["record-of-auditor"] = "a record is said to be the auditor's",

  -- What a record or a finding names.
  ["and-more"] = "and {count} more",
  ["none-there"] = "none: no facility is listed",
  ["the-check"] = "check {it}",
  ["the-provision"] = "provision {it}",
  ["the-finding"] = "finding {it}",
  ["none-listed"] = "no {what} are listed at {at}",
  ["listed"] = "the {what} stand at {first} to {last}",
  ["the-items"] = "items",
  ["the-facilities"] = "facilities",
  ["name-at-facility"] = "what is said for all facilities is named at each, such as {at}",
  ["did-you-mean-prompt"] = "did you mean one of check '{near}'?",

  -- Each kind of record.
  ["judgement-is"] = "a judgement answers a prompt",
  ["override-is"] = "an override gives a check or a provision another outcome",
  ["waiver-is"] = "a waiver accepts a check or a provision for a time",
  ["attestation-is"] = "an attestation verifies a fact",

  -- Which records are in force.
  ["side-of-record"] = "{who} says {says}",
  ["another-value"] = "another value",
  ["a-waiver"] = "a waiver",
  ["outcome-of"] = "the outcome of {it}",

  -- Records without effect.
  ["judged-known"] = "the fact is known without it",
  ["judged-withheld"] = "the fact is withheld, and no interview or observation by the "
    .. "auditor speaks for it",
  ["judged-not-applicable"] = "the fact is marked not applicable",
  ["judged-unknown"] = { "the fact is unknown: a judgement chooses where evidence "
    .. "speaks, and does not replace it", "give the fact its value and evidence" },
  ["judged-without-value"] = "its answer gives no value",
  ["attested-unshown"] = { "what it vouches for is shown by {kinds} alone",
    "name evidence of such a kind, collected by an auditor, at the fact" },
  ["attested-unknown"] = "the fact is not known, so there is nothing to verify",
}
