-- The words for what is wrong with a sentence or condition of a rule, by code: see
-- base/diagnostic.lua.

return {
  -- Cures that several share.
  ["write-sentence"] = 'write "{sentence}"',
  ["mean-sentence"] = 'did you mean "{sentence}"?',
  ["one-of-behind"] = "write behind it one of: {allowed}",
  ["write-denied"] = 'write none { "{first}" }',
  ["write-days"] = 'write days as "{sentence}"',
  ["numbers-in-figures"] = 'write numbers in figures: "{sentence}"',

  -- Words of rules.
  ["name-after-word"] = { "after {it} write a name in quotes, then braces; here "
    .. "stands {found}" },
  ["braces-after-word"] = { 'after {word} "{name}" write braces { ... }; here '
    .. "stands {found}" },
  ["condition-after-when"] = { "after when write a condition, then braces with "
    .. "what is expected where it holds" },
  ["word-unknown"] = { "the word '{it}' is not known here", "Use one of the words "
    .. "rules are made of, or put quotation marks around a text." },
  ["cannot-be-set"] = { "'{it}' cannot be set: a rule file only declares things",
    "put 'local' before a name of your own" },
  ["math-cannot-be-set"] = { "'math.{it}' cannot be set" },

  -- One sentence.
  ["foreign-character"] = { "'{it}' holds the character {character}",
    'write "{sentence}"' },
  ["sign-alone"] = { "'{it}' uses a sign", "write it in words, such as 'is', 'is "
    .. "at least' or 'is before'" },
  ["sign"] = { "'{it}' uses the sign {sign}", 'write it in words: "{sentence}"' },
  ["several-conditions"] = { "'{it}' holds several conditions, and a text holds one",
    'write {group} { "{parts}" }' },
  ["gate-inside"] = { "'{it}' holds a condition and where it is asked", 'write when '
    .. '"{first}" { "{second}" }' },
  ["unless"] = { "'{it}' can be read in two ways", 'write any { "{first}", "{second}" } '
    .. 'where one of the two is enough, or when(none { "{second}" }) { "{first}" } where '
    .. "the first is not asked beside the other" },
  ["share"] = { "'{it}' speaks of a share, which no sentence can", 'write compute { '
    .. 'facts = { "{part}", "{whole}" }, function(part, whole) return {of} * part '
    .. '{sign} {share} * whole end, says = "{it}" }' },
  ["age"] = { "'{it}' speaks of an age[?note:; {note}?]", 'write "{sentence}"' },
  ["whole-months"] = { "'is within' counts in whole months" },
  ["other-words"] = { "'{it}' says '{words}'", 'write "{sentence}"' },
  ["begins-with-not"] = { "'{it}' begins with 'not'", 'write none { "{first}" }' },
  ["quotes-inside"] = { "'{it}' holds quotation marks of its own",
    'write "{sentence}"' },
  ["denied"] = { "'{it}' denies a phrase", 'write none { "{first}" }' },
  ["better"] = { "'{it}' does not say which way is better", 'write "{first}", or '
    .. '"{second}"' },
  ["which-side"] = { "'{it}' does not say whether earlier or later will do", 'write '
    .. '"{first}", "{second}", or for that day alone "{any}"' },
  ["how-far"] = { "'{it}' does not say whether the other side will do too", 'write '
    .. '"{first}", or "{second}"' },
  ["two-days"] = { "'{it}': '{operand}' may be one of two days", 'write "{first}", '
    .. 'or "{second}"' },
  ["two-answers"] = { "'{it}' ends too early", 'write "{first}", or "{second}"' },
  ["words-unread"] = { "'{it}': '{operand}' is no value", "write a value behind the "
    .. "phrase, and each condition in quotation marks of its own" },
  ["two-numbers"] = { "'{it}': '{operand}' may be one of two numbers", 'write "{first}", '
    .. 'or "{second}"' },
  ["full-stop"] = { "'{it}' ends with a full stop", 'write "{sentence}"' },
  ["verb-missing"] = { "in '{it}' a word is missing", 'write "{sentence}"' },
  ["begins-with"] = { "'{it}' begins with '{word}'", 'write "{sentence}"' },
  ["name-with-spaces"] = { "the name '{it}' holds spaces", "write the name of a "
    .. "fact as it is declared, such as arms.used" },
  ["ends-early"] = { "'{it}' ends too early", "write behind it what the fact is "
    .. "compared with" },
  ["space-missing"] = { "in '{it}' a space is missing", 'write "{sentence}"' },
  ["phrase-unknown"] = { "'{it}' is not a condition this tool knows", "after the "
    .. "fact's name write one of: {allowed}" },
  ["no-sentence"] = { "'{it}' is not a whole condition", "write a fact's name, then "
    .. 'what it should be, such as "arms.used is yes"' },
  ["no-moment"] = { "'{it}': '{operand}' is not a date", "write a date as year, "
    .. "month and day, such as 2013-11-30, or today, or the name of a fact that "
    .. "holds a date" },
  ["no-amount"] = { "'{it}': '{operand}' is not a number", "write digits alone, such "
    .. "as 5, or the name of a fact or parameter that holds a number" },
  ["amount-beyond"] = { "'{it}': the number is beyond 1.8e308", "write a smaller one" },
  ["no-bounds"] = { "'{it}': '{operand}' are not two numbers or two dates", "write "
    .. "two, such as 'is between 2 and 5'" },
  ["no-span"] = { "'{it}': '{operand}' is not a number of months of today[?note:; "
    .. '{note}?]', 'write a number of months, such as "is within 12 months of '
    .. 'today"' },
  ["compare-dates"] = "compare a date by 'is on or after', 'is on or before', 'is "
    .. "after' or 'is before'",
  ["of-which-day"] = { "'{it}' does not say of which day", 'write "{sentence}"' },

  -- Whether a sentence fits its fact.
  ["phrase-misfit"] = { "'{it}' does not fit: '{fact}' is {type}" },
  ["phrases-for-yes-no"] = "write 'is yes' or 'is no'",
  ["phrases-for-choice"] = "write 'is ...' or 'is not ...' with one of its values",
  ["phrases-for-ordered-choice"] = "write 'is ...', 'is not ...', 'is at least "
    .. "...', 'is at most ...', 'is more than ...' or 'is less than ...' with one of "
    .. "its values",
  ["phrases-for-choices"] = "write 'includes ...', 'includes any of ...', 'includes "
    .. "only ...', 'does not include ...', 'is empty' or 'is not empty'",
  ["phrases-for-number"] = "write 'is at least', 'is at most', 'is more than', 'is "
    .. "less than' or 'is exactly' with a number, or 'is between' with two",
  ["phrases-for-months"] = "write 'is at least', 'is at most', 'is more than', 'is "
    .. "less than' or 'is exactly' with a number, 'is between' with two, or 'is "
    .. "none-stated'",
  ["phrases-for-count"] = "write 'is at least', 'is at most', 'is more than', 'is "
    .. "less than' or 'is exactly' with a number, 'is between' with two, or 'covers "
    .. "all of' another count",
  ["phrases-for-date"] = "write 'is on', 'is on or after', 'is on or before', 'is "
    .. "after' or 'is before' with a date, 'is between' with two, 'is within 12 "
    .. "months of today', or 'is never'",
  ["phrases-for-text"] = "write 'is ...' or 'is not ...' with words, in quotation "
    .. "marks ' where there are several",
  ["no-country"] = { "'{fact}' cannot be '{it}', for a country goes by its code",
    "write the two capital letters of ISO 3166" },
  ["no-value-beyond"] = { "'{it}' leaves no value, for that one stands at the end",
    "write 'is at least', 'is at most' or 'is', or another value" },
  ["bounds-misfit"] = { "'{it}' does not fit, for the fact is {type}", "write two "
    .. "days for a date, such as 2013-01-01 and today, and two numbers for the rest" },
  ["never-empty"] = { "'{it}' asks for what cannot be, for '{fact}' always holds "
    .. "something", "take it out, or write may_be_none = true where the fact is "
    .. "declared" },
  ["never-never"] = { "'{it}' asks for what cannot be, for '{fact}' always has a day",
    "take it out, or write may_be_never = true where the fact is declared" },
  ["only-all"] = { "'{it}' names every value, and so leaves none out",
    "leave a value out, or take the condition out" },
  ["only-or-each"] = { "'{it}' can be read in two ways", 'write "{any}" where '
    .. 'nothing else may be there, or all { "{all}", "{any}" } where each must be '
    .. "there too" },
  ["any-or-all"] = { "'{it}' can be read in two ways", 'write "{any}" where one is '
    .. 'enough, or "{all}" where each is needed' },
  ["none-or-not-all"] = { "'{it}' can be read in two ways", 'write "{any}" where not '
    .. 'one may be there, or none { "{all}" } where not all of them may be' },
  ["one-value"] = { "'{it}' joins by and what a fact can be only one of",
    'write "{sentence}"' },
  ["asks-whether-known"] = { "no condition can ask whether '{fact}' is {it}",
    "take it out, for what is not known leaves the outcome open by itself" },
  ["no-such-value"] = { "'{fact}' cannot be '{it}'[?near:; it is one of: {allowed}?]",
    "it is one of: {allowed}" },
  ["day-unknown"] = { "'{it}' is no date of the calendar", "write year, month and "
    .. "day of one, such as 2013-11-30" },
  ["operand-misfit"] = { "'{it}' compares with '{other}', which is {type}" },
  ["write-number"] = "write digits, such as 3, or the name of a fact or parameter",
  ["write-count"] = "write the name of the count that is the whole",
  ["write-date"] = "write a date such as 2013-11-30, today, or the name of one",
  ["write-months"] = 'write months in digits, such as "is within 12 months of '
    .. 'today", or the name of one',

  -- What a name means.
  ["name-unknown"] = { "'{it}' is not a fact or parameter[?list: (inside "
    .. "'{list}')?]", "write the name of one that is declared, or declare this one" },
  ["fact-of-items"] = { "'{it}' is a fact of each of '{list}'", 'write every '
    .. '"{list}" { ... } around it, or any or none in its place' },
  ["fact-of-facility"] = { "'{it}' is a fact of a facility", 'at the Member write '
    .. 'any "facilities" { ... }' },
  ["list-unknown"] = { "'{it}' is not a list of the vocabulary",
    "write one of: {allowed}" },

  -- Conditions.
  ["points-not-texts"] = { "points is no list of texts",
    'write points = { "..." }' },
  ["point-not-cited"] = { "'{it}' is not among the points of this check",
    "write some of: {allowed}" },
  ["part-not-text"] = { "{key} is no text", 'write {key} = "..."' },
  ["part-without-finding"] = { "never, remedy and points beside a condition are for "
    .. "the finding of its otherwise, and in expect alone", 'write otherwise = '
    .. '"..." beside them, or move them out of these braces' },
  ["braces-empty"] = { "there is no condition between these braces", 'write one, '
    .. 'such as "arms.used is yes", or take them out' },
  ["auditor-asks-nothing"] = { 'auditor "{name}" asks nothing', 'write ask = '
    .. '"...?", the question to the auditor' },
  ["compute-incomplete"] = { "'compute' lacks its facts or its function", 'write '
    .. 'compute { facts = { "..." }, function(a) return a > 2 end, says = "..." }' },
  ["sum-of-no-numbers"] = { "'compute' sums up '{name}', which is no number", 'name '
    .. "facts of type number, count or percent, or write a function" },
  ["compute-uses-outside"] = { "the function of 'compute' uses '{name}' from "
    .. "outside, which could carry something from one assessment to the next",
    "write it inside the function, or as local {name} <const> = a number or text" },
  ["compute-no-answer"] = { "the function returns no answer", 'write return and '
    .. 'true, false, "met", "lapse", "absent" or "not applicable"' },
  ["condition-missing"] = { "here a condition is missing", 'write a sentence in '
    .. 'quotes such as "arms.used is yes", or all { ... }, any { ... }, none { ... }, '
    .. 'every "list" { ... }' },
  ["beside-group"] = { "{key} stands beside {group}[?list: \"{list}\"?] { ... }, and not "
    .. "in its braces", 'write {group}[?list: "{list}"?] { ..., {key} = "..." }' },
  ["conditions-unjoined"] = { "several conditions stand in braces, and no word says "
    .. "how they belong together", "write all { ... } around them where each must "
    .. "hold, any { ... } where one is enough, none { ... } where not one may hold" },
  ["word-without-braces"] = { "a word such as when, every or auditor stands here "
    .. "without its braces", 'write when "..." { ... }' },
  ["too-many-conditions"] = { "too many conditions, for a rule may hold {most}, "
    .. "{deepest} within each other", "make several checks of it" },
  ["conditions-far"] = { "too many conditions, with those under which its facts do not "
    .. "apply: {most} may be met in all, {deepest} on the longest way down", "let fewer "
    .. "facts not apply under conditions on facts that may not apply themselves" },
  ["reading-no-parameter"] = { 'reading "{name}" { ... } goes by something else than '
    .. "a parameter", "write the name of a parameter of type choice" },
  ["reading-incomplete"] = { 'reading "{name}" { ... } says nothing for {value}',
    'write {value} = "..."' },
  ["reading-stranger"] = { "'{it}' is no value of '{name}'",
    "write one of: {allowed}" },
  ["latest-no-day"] = { 'latest "{name}" { ... } holds something else than one day',
    'write one sentence on a day that is past, such as "held_on is on or before '
    .. 'today"' },
  ["never-without-date"] = { "never is for a date that may be never, and none is "
    .. "here", "take it out" },
  ["lua-says"] = { "{text}" },
}
