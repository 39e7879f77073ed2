-- The words for what is wrong with a file that Lua cannot read or run, by code: see
-- base/diagnostic.lua.

return {
  -- Cures that several share.
  ["join-all"] = 'Write all { "...", "..." } around the conditions.',
  ["join-any"] = 'Write any { "...", "..." } around the conditions.',
  ["write-none"] = 'Write none { "..." }, or is not inside the sentence.',
  ["write-when"] = 'Write when "..." { ... } around what is expected only in that '
    .. 'case, or applies = "..." for the whole check.',
  ["write-key"] = "Write {key} = ...",
  ["write-quoted-key"] = "Write [{quoted}] = ...",
  ["write-key-or-sentence"] = 'Write ["{it}"] = ..., or the sentence "{it} is ...".',

  -- Words and remarks.
  ["no-place-in-rule"] = { "the word '{it}' has no place in a rule: rules only "
    .. "declare what holds", 'Write the condition as a sentence in quotation marks, '
    .. 'such as "arms.used is yes".' },
  ["dash-for-hyphens"] = { "the line begins with {it}, which word processors write for "
    .. "two hyphens", "Write -- (two hyphens) in front of a remark." },
  ["one-hyphen"] = { "the line begins with a single -", "Write -- (two hyphens) in "
    .. "front of a remark." },
  ["other-comment"] = { "a comment does not begin with {it}", "Begin the line with two "
    .. "dashes: -- a comment." },

  -- Names and their signs.
  ["name-quoted"] = { "a name that stands before = has no quotation marks of its own" },
  ["name-no-word"] = { "'{it}' cannot stand before = like this" },
  ["name-two-words"] = { "'{it}' is two words; a name is one", "Write {key} = ..." },
  ["colon"] = { "a colon stands where = belongs", "Write = ." },
  ["two-equals"] = { "two signs == stand behind '{it}' where one belongs",
    "Write {it} = ... with one sign." },
  ["equals-missing"] = { "the sign = is missing behind '{it}'",
    "Write {it} = {value}." },

  -- Commas, dots and what is missing between.
  ["comma-too-many"] = { "there is one comma too many here", "Take this comma out." },
  ["nothing-behind-equals"] = { "nothing stands behind this =", "Write what it is, in "
    .. "quotation marks where it is a text." },
  ["percent-sign"] = { "a percent sign stands behind the number {number}",
    'Write {number} alone; the unit stands in unit = "...".' },
  ["comma-before-dots"] = { "this comma ends the text, yet two dots go on with it",
    "Take the comma before the two dots out." },
  ["nothing-behind"] = { "nothing that can be used stands behind this {sign}",
    "Write what it is, in quotation marks where it is a text." },
  ["text-ends-early"] = { "the text {text} ends here, yet '{word}' goes on behind it",
    "Look for a quotation mark that is missing or one too many on this line; inside a "
    .. "text write '...' in place of \"...\"." },
  ["between-texts"] = { "between the texts {first} and {second} something is missing",
    "Write two dots .. between them where they are one long text, or a comma where "
    .. "they are two." },
  ["unit-behind"] = { "the word '{it}' stands behind the number {number}", "Write "
    .. '{number} alone; the unit stands in unit = "...", which says what is counted.'
    .. "[?months: {number} {unit} are {months} months.?]" },
  ["no-declaration"] = { "'{it}' is no declaration", "Begin the line with two dashes "
    .. "where it is a comment." },
  ["quote-missing-before"] = { "the text that begins with {it} has no quotation mark at "
    .. "its start", 'Put " in front of {it}.' },
  ["group-behind-when"] = { "the group behind 'when' stands without round brackets",
    "Write when({group} { ... }) { ... }." },
  ["unquoted-words"] = { "the words '{it} ...' stand without quotation marks", "Put a "
    .. "quotation mark in front of the first word and behind the last." },
  ["comma-missing"] = { "a comma is missing behind {token}", "Put a comma there." },
  ["braces-too-deep"] = { "too many braces are open within each other here", "Join "
    .. "groups that say the same (all within all), or make several checks of them." },
  ["no-number"] = { "'{it}' is no number", "Put quotation marks around a date or a "
    .. "text; write a number as digits alone." },
  ["file-ends"] = { "the file ends too early", "Compare this line and the one before "
    .. "with another rule: commas between entries, quotation marks around texts, "
    .. "braces in pairs." },
  ["stands-wrong"] = { "'{it}' cannot stand here", "Compare this line and the one "
    .. "before with another rule: commas between entries, quotation marks around "
    .. "texts, braces in pairs." },

  -- Brackets.
  ["never-closed"] = { "the {bracket} that opens here is never closed", "Put {closing} "
    .. "where what it holds ends[?alone:, on a line of its own behind line {alone}?]"
    .. "[?before:, before the {before} in line {line}?]." },
  ["closes-nothing"] = { "this {it} closes nothing: there is one too many", "Take it "
    .. "out, or look for an opening one that is missing above." },
  ["other-bracket"] = { "{it} stands where {closing} belongs, for the {opening} in line "
    .. "{line}", "Write {closing}." },
  ["no-braces"] = { "{word} {name} has no braces", "Write {word} {name} { before what "
    .. "belongs to it, and } behind." },
  ["ends-before-more"] = { "this {it} ends {word} {name}, yet more of it goes on "
    .. "behind", "Take it out, or look for an opening one that is missing above." },
  ["outside-braces"] = { "'{it}' stands outside all braces", "Move it inside the braces "
    .. "of what it belongs to." },

  -- Quotation marks.
  ["other-quotes"] = { "the quotation mark {it} is not the plain one; word processors "
    .. "put it there", "Write the plain quotation mark {plain} around texts." },
  ["other-character"] = { "the character {character} cannot stand outside quotation "
    .. "marks", "Take it out, or put quotation marks around the text it belongs to." },
  ["write-plain"] = "Write {plain} in its place.",
  ["other-quote-at-end"] = { "the text that begins with {begins} ends with {it}, which "
    .. "is not the plain quotation mark; word processors put it there",
    "Write {plain} in its place." },
  ["text-unfinished"] = { "the text that begins with {begins} has no quotation mark at "
    .. "its end", "Put {plain} behind the last word of the text, before any comma. A "
    .. 'text of several lines is joined with two dots: "..." .. "...".' },
  ["comment-never-ends"] = { "the comment that begins here never ends", "Put ]] where "
    .. "it ends, or begin each line of a comment with two dashes." },
  ["text-never-ends"] = { "the text that begins here never ends", "Put ]] where it "
    .. "ends, or begin each line of a comment with two dashes." },
  ["backslash"] = { "a backslash in a text has a meaning of its own here", "Write two "
    .. "backslashes \\\\ for one, or do without." },

  -- Files that Lua reads, and cannot run.
  ["write-figures"] = "Write numbers in figures: {number}.",
  ["name-unquoted"] = { "'{it}' stands without quotation marks", "Put quotation marks "
    .. 'around the whole condition, such as "arms.used is yes".' },
  ["word-as-text"] = 'Write "{it}" in quotation marks where it is meant as a text.',
  ["comma-behind-brace"] = { "a comma is missing behind this }",
    "Put a comma there." },
  ["sign-calculates"] = { "the sign {sign} calculates here, with something that is no "
    .. "number", "Put quotation marks around the whole text or date; write comparisons "
    .. 'in words, such as "is at least 3".' },
}
