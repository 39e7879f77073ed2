-- The words for what lint finds in rules that can be read, by code: see
-- base/diagnostic.lua.  What each L code means stands in lint/codes.lua.

return {
  -- Notation.
  ["joins-nothing"] = { "'{it}' joins nothing here: Lua works it out at once and keeps "
    .. "one value only" },
  ["write-all"] = 'Write all { "...", "..." } around the two.',
  ["write-any"] = 'Write any { "...", "..." } around the two.',
  ["compare-in-words"] = "Write the comparison in words inside quotation marks, such "
    .. 'as "arms.armed_count is at least 3".',
  ["date-unquoted"] = { "{it} stands without quotation marks, so Lua subtracts",
    'Write "{it}".' },
  ["no-space-between"] = { "between '{first}' and '{second}' no space is left" },
  ["declares-nothing"] = { "{word} {name} has no braces and so declares nothing",
    "Write {word} {name} { ... }." },
  ["asks-for-nothing"] = { "{word} {name} has no braces and so asks for nothing",
    "Write {word} {name} { ... }[?when:, or when = ... with a sign = inside advise { "
    .. "... }?]." },
  ["braces-around"] = "Write {word} { {name} }.",
  ["key-twice"] = { "'{it}' stands twice in the same braces; the one in line {line} is "
    .. "lost", "Keep one of the two." },

  -- Files and the pack.
  ["file-not-read"] = { "the file {file} is not read", "Rename it to {right}" },
  ["files-not-read"] = { "the files {file} and {count} more that end in .lua.txt are "
    .. "not read", "Take .txt off each name, such as {right}" },
  ["pack-without-check"] = { "the pack holds no check", "Write one as the built-in "
    .. "rules do, or name the folder that holds them." },

  -- Parts of declarations.
  ["nameless-part"] = { "a value without a name stands in {what}",
    "Write a name and = in front of it." },
  ["stranger-part"] = { "'{it}' is not part of {what}",
    "Write one of: {allowed}." },
  ["write-near"] = "Write {near}.",
  ["part-lacking"] = { "{what} has no {key}", "Write {key} = ... in its braces." },

  -- Ids.
  ["id-retired"] = { "the id '{it}' was retired ({file}, line {line})" },
  ["id-declared"] = { "{word} '{it}' is already declared in {file}, line {line}" },
  ["take-new-id"] = "Take an id that was never used, such as {example}.",
  ["give-new-id"] = "Give one of them an id that was never used, such as {example}.",
  ["former-id"] = { "the id '{it}' is given as a former id here, but {file}, line "
    .. "{line} has it too" },

  -- From the guidance to the facts and back.
  ["fact-unread"] = { "no check reads the {what} '{it}'[?list: of the list '{list}'?]" },
  ["source-lacking"] = { "the parameter '{it}' names no source" },
  ["point-uncited"] = { "no check cites the point '{it}'" },
  ["check-without-point"] = { "check '{it}' cites no point of the guidance" },
  ["check-of-information"] = { "check '{it}' cites only points that ask for nothing" },
  ["provision-without-check"] = { "provision '{it}' has no check" },
  ["facility-id-missing"] = { "the vocabulary has no fact 'facility.id', so no facility "
    .. "can be assessed", 'Declare fact "facility.id" { type = "text", ask = "...?" '
    .. "}." },

  -- Examples.
  ["example-without-reason"] = { "an example of {check} does not say why it gives "
    .. "{gives}" },
  ["example-named-twice"] = { "two examples of {check} are called '{it}'; the other is "
    .. "in line {line}" },
  ["no-examples"] = { "check '{it}' has no examples", 'Write examples "{it}" { ... } '
    .. "that give: {outcomes}." },
  ["outcome-unshown"] = { "no example of check '{it}' gives {outcomes}" },

  -- How texts end, and what they hold.
  ["title-full-stop"] = { "{what} is a title and ends with a full stop",
    "Take the full stop out." },
  ["sentence-end"] = { "{what} does not end like a sentence",
    "Write a full stop at its end." },
  ["question-end"] = { "{what} is a question to a person and does not end with a "
    .. "question mark", "Write a question mark at its end." },
  ["brace-alone"] = { "{what} holds a brace without its partner", "Write the name of a "
    .. "fact between { and }." },
  ["prints-no-fact"] = { "{what} prints {name}, which is no fact[?list: of {list} or "
    .. "beside it?]" },
  ["write-near-fact"] = "Write {near}.",
  ["missing-without-set"] = { "{what} prints {missing}, but no condition there says "
    .. "that a set includes all of several values", "Write the name of a fact, or "
    .. "take the braces out." },
  ["round-brackets"] = { "{what} prints '{it}' as it stands", "Write {name} to fill in "
    .. "the fact." },
  ["accepts-nothing"] = { "the remark accepts {it}, and no such warning is here" },
  ["accepts-unsaid"] = { "the remark accepts {it} without a reason", "Write -- accept "
    .. "{it}: and the reason." },
  ["scaffold-words"] = { "{what} still holds the words of a new check",
    "Write your own." },
  ["never-stricter"] = { "check '{it}' is called stricter than {base}, and nowhere is; "
    .. "it is met where {base} falls short: {facts}", "Ask more than {base} does, or "
    .. "take stricter_than out." },
  ["fills-nothing"] = { "{what} holds {name}, but no facts are filled in there",
    "Take the braces out." },
  ["reason-missing"] = { "{what} does not say why it may not apply", 'Write '
    .. 'not_applicable = "..." with the reason as a sentence.' },
  ["finding-missing"] = { "{what} does not say what is wrong where '{text}' is not so",
    'Write { "...", otherwise = "The finding, as a sentence." }.' },
  ["finding-twice"] = { "'{it}' has a sentence of its own, and the group around it has "
    .. "one too" },
  ["remedy-missing"] = { "{what} does not say what would close a finding", 'Write '
    .. 'remedy = "...", what to do.' },
  ["question-missing"] = { "{what} has no question to ask for it",
    'Write ask = "...?".' },

  -- What conditions come to.
  ["always-holds"] = { "'{it}' always holds" },
  ["sentence-always-holds"] = { "'{it}' always holds", "Compare the fact with other "
    .. "values, or take it out: this is so of every value it can have." },
  ["never-holds"] = { "'{it}' can never hold" },
  ["sentence-never-holds"] = { "'{it}' can never hold", "Compare it with what it can "
    .. "be[?range:: {range}?]." },
  ["never-met"] = { "check '{it}' can never be met" },
  ["never-short"] = { "check '{it}' can never fall short" },
  ["names-unread"] = { "disagreement '{id}' names '{it}', which its when does not "
    .. "read" },
  ["limit-not-stated"] = { "'{it}' counts for nothing where '{limit}' is none-stated, "
    .. "and the rest of all { } decides alone", 'Write "{limit} is not none-stated" '
    .. "beside it." },
}
