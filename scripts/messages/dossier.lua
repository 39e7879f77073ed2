-- The words for what is wrong with a dossier, or worth a note in it, by the code that
-- a problem of cop11.validation/1 and cop11.report/1 has: { what is wrong, the cure };
-- see base/diagnostic.lua.  This is the list of those codes.  A code keeps its meaning,
-- whatever its words become.  Those that begin with "wanted-" say what a value should
-- have been.

return {
  -- What a value should have been.
  ["wanted-yes-no"] = "true or false",
  ["wanted-one-of"] = "one of: {allowed}[?none:, or \"none\" in place of the list?]"
    .. "[?near:; did you mean '{near}'??]",
  ["wanted-set"] = "a list of values, each one of: {allowed}[?none:, or \"none\" in "
    .. "place of the list?][?near:; did you mean '{near}'??]",
  ["wanted-whole-number"] = "a whole number[?from: from {from}?][?to: to {to}?]"
    .. "[?least: of at least {least}?][?unit: ({unit})?][?greatest:, not beyond "
    .. "{greatest}?][?none:, or \"none-stated\" where no limit is stated?]",
  ["wanted-number"] = "a number[?from: from {from}?][?to: to {to}?][?least: of at "
    .. "least {least}?][?unit: ({unit})?]",
  ["wanted-date"] = "a date such as \"2013-11-30\", or \"2013-11\" or \"2013\" where "
    .. "only the month or year is known[?never:, or \"never\"?]",
  ["wanted-country"] = "the ISO 3166 code of a country, two capital letters"
    .. "[?near:; did you mean '{near}'??]",
  ["wanted-text"] = "a text with at least a letter or a figure",
  ["wanted-known-value"] = "a value, since one of these is said to be known",
  ["wanted-share"] = "\"all\", \"some\" or \"none\"",
  ["wanted-day"] = "a date such as \"2013-11-30\"",
  ["wanted-day-of-finding"] = "the day of the finding, such as \"2013-11-30\"",
  ["wanted-auditor"] = "the auditor's name",
  ["wanted-finding"] = "an object with value, by and date",
  ["wanted-for-or-against"] = "\"for\" or \"against\"",
  ["wanted-object"] = "an object",
  ["wanted-list"] = "a list",
  ["wanted-answer"] = "a value, or a list of values",
  ["wanted-evidence-ids"] = "a list of evidence ids",
  ["wanted-schema-address"] = "the address of a schema, a text",

  -- Names without a place.
  ["not-in-vocabulary"] = { "'{it}' is not in the vocabulary", "'cop11 rules WORD' finds "
    .. "the facts that speak of a word" },
  ["not-part-of-dossier"] = "'{it}' is not part of a dossier",
  ["not-part-of-list"] = "'{it}' is not part of a list",
  ["stands-at-top"] = { "'{it}' stands at the top of a dossier", "write it there, beside "
    .. "\"format\"" },
  ["stands-in-fact"] = { "'{it}' stands in a fact, beside its answer", "write that "
    .. "answer as \"value\", and \"{it}\" in the same braces" },
  ["item-by-name"] = { "'{it}' is not part of a list", "write each item into \"items\", "
    .. "with its name as \"id\"" },
  ["not-part-of-fact"] = "'{it}' is not part of a fact",
  ["not-parts-of-fact"] = "{it} [?one:is not part?][?many:are no parts?] of a fact",
  ["not-part-of-finding"] = "'{it}' is not part of an auditor's finding",
  ["not-part-of-leg"] = "'{it}' is not part of what evidence says",
  ["not-known-here"] = "'{it}' is not known here",
  ["said-of-facility"] = { "'{it}' is said of a facility, not of the Member",
    "write it at each facility, or in all_facilities" },
  ["at-facility-itself"] = { "'{it}' is no group of a facility", "write what it holds at "
    .. "the facility itself" },
  ["said-of-member"] = { "'{it}' is said of the Member, not of a facility",
    "write it in member" },
  ["list-of-one"] = { "a list belongs to one facility", "write {it} there" },
  ["fact-of-one"] = { "{it} is of one facility", "write it there" },

  -- The whole, its groups and lists.
  ["format-other"] = { "a dossier says \"format\": \"{wanted}\"[?found:, and this one "
    .. "{found}?][?nothing:, and this one does not?]", "write \"format\": "
    .. "\"{wanted}\"[?instead: in place of \"{instead}\"?]" },
  ["no-dossier"] = { "this is no dossier, which says \"format\": \"{wanted}\" and holds a "
    .. "member, facilities and what is known of them", "'cop11 new dossier' writes one "
    .. "to begin with" },
  ["other-document"] = { "this is {what}, and no dossier", "name a file that says "
    .. "\"format\": \"{wanted}\"" },
  ["byte-order-mark"] = { "the text begins with a byte order mark, which is passed "
    .. "over", "save it as plain UTF-8" },
  ["no-as-of"] = { "there is no as-of date[?given:, since '{given}' is no single day?]",
    "give one for the call, or put a day such as \"2013-11-30\" as \"date\" into the "
    .. "dossier's assessment; contradictions are looked for when there is one" },
  ["wanted-group"] = "expected an object that holds {names}, found {found}",
  ["wanted-list-of"] = { "expected a list of {list}[?found:, found {found}?]",
    "write [{...}, {...}], or {\"count\": 12} where only their number is known, or "
    .. "{\"complete\": true, \"items\": []} where there are none" },
  ["one-for-list"] = { "expected a list of {list}, found one alone", "put it into square "
    .. "brackets: [{...}]" },
  ["wanted-item-of"] = "expected an object that describes one of the {list}, found "
    .. "{found}",
  ["list-miscounted"] = { "{count} items are listed, but the list states another "
    .. "number", "Correct the list, or what it says of itself." },
  ["no-facility"] = { "no facility is listed, yet the list is said to be complete",
    "Correct the list, or what it says of itself." },
  ["facility-without-id"] = { "every facility needs an id", "write \"id\", a name that no "
    .. "other facility has and that stays the same" },
  ["own-answer-taken"] = "the facility's own answer is taken, though another is given "
    .. "for all facilities",
  ["assessed-all-the-same"] = { "the facility is said not to be assessed, yet its "
    .. "answers settle checks of each provision", "it counts as assessed" },

  -- Ids.
  ["id-twice"] = { "the id '{it}' is used twice", "give each an id of its own, or take "
    .. "out what is entered twice" },
  ["id-looks-alike"] = { "the id '{it}' looks like '{other}' and is another: "
    .. "{difference}", "write one id for one thing, and ids that nobody can take "
    .. "for each other for two" },
  ["id-taken-for-other"] = { "the id '{it}' is easily taken for '{other}': {one} stands "
    .. "where that has {two}", "give one of them another name" },
  ["id-holds-unseen"] = { "the id '{it}' holds {odd}, which nobody sees",
    "take it out" },

  -- Facts.
  ["empty-set"] = "an empty list is no answer and is read as unknown",
  ["value-repeated"] = { "a value stands twice in this list, and counts once",
    "take one of the two out" },
  ["percent-below-one"] = { "a percentage below 1 is less than one of a hundred",
    "write 80 for 80%, not 0.8; what is truly below one percent stands as it is" },
  ["number-rounded"] = { "{it} is read as {read}, for a number holds about 15 digits",
    "write it with no more digits than that" },
  ["dated-ahead"] = "{it} lies after the as-of date; it is read as unknown",
  ["entry-ahead"] = "{it} lies after the as-of date; what this entry of the list says is "
    .. "of a later day, and is read as unknown",
  ["bounds-crossed"] = { "at_least is above at_most", "write the smaller or earlier of "
    .. "the two as at_least" },
  ["one-of-empty"] = "expected a list of at least one value",
  ["bounds-of-other-type"] = { "at_least and at_most are for numbers and dates", "write "
    .. "its answer as \"value\"" },
  ["one-of-other-type"] = { "one_of is for a choice, and this fact is none", "write "
    .. "its answer as \"value\"" },
  ["share-of-other-type"] = { "share and percent are for counts of persons", "write "
    .. "its answer as \"value\"" },
  ["includes-of-other-type"] = { "includes is for facts that hold several values", "write "
    .. "its answer as \"value\"" },
  ["known-without-value"] = { "a known fact needs a value (or bounds such as "
    .. "at_least)", "write \"state\": \"unknown\" where it is not known" },
  ["value-twice"] = { "the value is said in several ways, {ways}",
    "take all but one out" },
  ["value-left-over"] = { "\"{it}\" is not used, for the fact is said to be {state}",
    "take out one of the two" },
  ["state-without-reason"] = "a fact that is {state} needs {key}, a reason in words",
  ["always-applicable"] = { "'{it}' cannot be not_applicable: [?gates:the answer "
    .. "decides the reach of {gates}?][?ungated:its vocabulary entry names no "
    .. "condition for that?]", "say unknown, or give its value" },
  ["na-claim-false"] = "this is marked not applicable, which counts only where {when}; "
    .. "that is not so, so it is read as unknown",
  ["na-claim-open"] = "this is marked not applicable, which counts only where {when}; "
    .. "that is not known, so it is read as unknown",

  -- An auditor's finding beside the Member's answer.
  ["finding-ahead"] = "this finding is later than the as-of date; the Member's answer "
    .. "is taken",
  ["auditor-differs"] = "the Member says [?member:{member}?][?hidden:something else?], "
    .. "and the auditor found [?auditor:{auditor}?][?hidden:another thing?]; the "
    .. "auditor's finding decides",
  ["auditor-does-not-know"] = "the Member says [?member:{member}?][?hidden:something?], "
    .. "and the auditor does not know it; the auditor's finding decides",

  -- Facts against each other.
  ["disagreement"] = { "{because}", "Correct one of these, or let the auditor decide "
    .. "each by a judgement on \"fact:\" and its pointer." },
  ["list-differs"] = { "{it} differs from what the list '{list}' gives", "Correct one "
    .. "of these, or let the auditor decide each by a judgement on \"fact:\" and its "
    .. "pointer." },
  ["part-too-great"] = { "{it} is greater than {whole}", "Correct one of these, or "
    .. "let the auditor decide each by a judgement on \"fact:\" and its pointer." },
  ["share-of-none"] = { "{it} is said to be {share} of {whole}, and no number of them "
    .. "is", "Correct one of these, or let the auditor decide each by a judgement on "
    .. "\"fact:\" and its pointer." },

  -- Evidence.
  ["evidence-inside"] = { "expected the id of a piece of evidence", "put what it is into "
    .. "the dossier's list \"evidence\", and name its id here: [\"E-1\"]" },
  ["no-evidence"] = { "evidence {it} is not in the dossier's list of evidence", "add it "
    .. "to the dossier's list \"evidence\", or name one that is there" },
  ["evidence-repeated"] = { "evidence {it} is named twice for this fact, and counts once",
    "take one of the two out" },
  ["evidence-ahead"] = "evidence {it} is of {day}, after the as-of date; it supports "
    .. "nothing",
  ["evidence-early"] = "evidence {it} is of {day}, before the day that it is to show; "
    .. "it supports nothing here",
  ["all-late-list"] = "{why}; that the list is complete is read as unknown",
  ["all-late-fact"] = "{why}; it is read as unknown",
  ["evidence-against"] = { "evidence {id} speaks against the value given[?sides: "
    .. "({sides})?]", "Correct the fact or what its evidence says, or let the auditor "
    .. "decide by a judgement on \"fact:\" and the pointer." },
  ["stand-ins-disagree"] = { "the interviews and observations that stand in for the "
    .. "withheld document disagree[?sides: ({sides})?]", "Correct the fact or what its "
    .. "evidence says, or let the auditor decide by a judgement on \"fact:\" and the "
    .. "pointer." },
  ["stand-ins-missing"] = "the document is withheld, and an interview and an "
    .. "observation by the auditor do not yet both speak for it[?sides: ({sides})?]",

  -- Records, findings and evidence: their fields.
  ["entry-lacks"] = "'{it}' is missing[?meaning:: {meaning}?]",
  ["day-ahead"] = { "{it} is after the as-of date {as_of}", "correct the date, or "
    .. "assess as of a later day" },
  ["not-in-self"] = { "{what}, yet this is a self-assessment, which has no auditor; it "
    .. "does not count as the auditor's", "Correct the kind of the assessment, or say "
    .. "whose this is." },
  ["closed-before-raised"] = "the finding would be closed on {closed}, before it was "
    .. "raised on {raised}",
  ["repeats-itself"] = { "a finding cannot repeat itself", "name the id of the earlier "
    .. "finding" },
  ["ends-before-it-begins"] = "the record would end on {last}, before it begins on "
    .. "{from}",

  -- What a record or a finding names.
  ["no-check"] = { "there is no check {it}", "'cop11 rules' lists them all" },
  ["is-a-provision"] = "that is a provision: write \"provision\": \"{id}\"",
  ["no-such-provision"] = { "there is no provision {it}; there are: {known}" },
  ["is-a-check"] = "that is a check: write \"check\": \"{id}\"",
  ["no-such-facility"] = { "{it} is not the id of a facility", "the ids are {known}" },
  ["asked-of-member"] = { "{about} is asked of the Member as a whole",
    "leave the facility out" },
  ["check-of-other-provision"] = "check {it} belongs to provision {provision}, not to "
    .. "{other}",
  ["no-fact-at"] = { "no fact stands at {it}", "write its key as reports do, such as "
    .. "\"mine/arms.used\", or its JSON Pointer as problems do" },
  ["no-fact-but"] = "{inner}; {instead}",
  ["fact-elsewhere"] = "the fact at {it} is not of facility '{facility}'",
  ["prompt-of-nothing"] = "there is no prompt {it}: a prompt is named by its check, "
    .. "provision or fact, such as \"{example}/extent\" or \"fact:/member/id\"; the "
    .. "report and 'questions' name each",
  ["no-such-prompt"] = "there is no prompt {it}; the prompts of {owner} are: {known}",

  -- Each kind of record.
  ["field-without-effect"] = { "{kind}, so '{it}' has no effect here", "leave it out, "
    .. "or write a record of another kind" },
  ["record-names-nothing"] = { "this record names nothing: {kind}",
    "add \"check\" or \"provision\"" },
  ["low-risk-is-no-reason"] = { "that a risk is low is never a reason for not "
    .. "applicable", "say what makes the requirement illogical or impossible here" },

  -- Which records are in force.
  ["record-without-force"] = { "a record [?party:of party '{party}'?][?unsaid:that does "
    .. "not say whose it is?] has no force: only the auditor's own (\"party\": "
    .. "\"auditor\") answers, verifies, overrides or waives", "put what others say into "
    .. "the facts and their evidence" },
  ["no-record"] = { "there is no record {it}", "name the \"id\" of a record of this "
    .. "dossier" },
  ["supersedes-itself"] = { "a record cannot supersede itself", "name the id of the "
    .. "earlier record" },
  ["supersedes-another's"] = "only a record of the auditor supersedes one, and only one "
    .. "of the auditor's",
  ["supersedes-other-matter"] = "record '{it}' speaks of {old}, not of {new}",
  ["supersedes-elsewhere"] = "record '{it}' speaks of facility '{old}', not of '{new}'",
  ["supersedes-later"] = "record '{it}' is of {day}, which is later; a record "
    .. "supersedes one from before it",
  ["supersede-in-circle"] = { "these records supersede each other in a circle", "let only "
    .. "the later of two name the earlier" },
  ["records-contradict"] = { "records contradict each other on {about}[?place: at "
    .. "{place}?]: {sides}", "Let the one that holds say \"supersedes\" with the id of "
    .. "the other, or end the other with \"until\"." },

  -- Records without effect.
  ["record-stale"] = "this record has no effect: {inner}",
}
