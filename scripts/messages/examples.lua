-- The words for what is wrong with an example of a check, by code: see
-- base/diagnostic.lua.

return {
  ["in-example"] = { "example '{name}': {inner}" },
  ["in-dossier"] = { "{text}" },

  ["outcome-missing"] = { "gives = nothing", "write the outcome that is right, one "
    .. "of: {allowed}" },
  ["outcome-unknown"] = { "gives = '{it}'[?near:; write the outcome that is right, one "
    .. "of: {allowed}?]", "write the outcome that is right, one of: {allowed}" },
  ["range-unknown"] = { "range holds '{it}'[?near:; write some of: {allowed}?]",
    "write some of: {allowed}" },
  ["as-of-unknown"] = { "as_of = '{it}' is no day of the calendar", "write year, month "
    .. 'and day of one, such as "{example}"' },
  ["part-is-text"] = { "{key} is a text", "write it in quotation marks" },
  ["part-is-list"] = { "{key} is a list", "write it in braces" },
  ["example-shape"] = { "an example does not stand in braces", 'write { gives = '
    .. '"conformance", because = "...", facts = { "..." } }' },
  ["example-no-data"] = { "an example holds what no dossier can", "write numbers, "
    .. "texts, true and false, in braces with names alone or without any; 10000 "
    .. "values at most, 32 braces deep" },
  ["examples-of-none"] = { 'examples "{it}" belong to no check', "give them the id of "
    .. "the check they are about; a check that is given up stays, with retired = "
    .. "\"why\"" },

  ["fact-unknown"] = { "'{it}' is not a fact of [?list:the list '{list}'?]"
    .. "[?vocabulary:the vocabulary?]", "write the name of one that is declared, or "
    .. "declare this one" },
  ["no-value-stated"] = { "'{it}' states no value that it can have",
    "write {expected}" },
  ["no-fact-stated"] = { "'{it}' states no fact", 'write one such as "arms.used is '
    .. 'yes"' },
  ["one-or-other"] = { "'{it}' says that one or the other is there, which states no "
    .. "value", "write and between values that are all there" },
  ["write-is"] = "after its name write is, is at least, is at most or includes",
  ["facts-shape"] = { "facts stand without braces", 'write facts = { "arms.used is '
    .. 'yes" }' },
  ["fact-shape"] = { "a fact is no sentence", 'write one such as "arms.used is yes", '
    .. 'or ["arms.used"] = true' },
  ["items-shape"] = { "{it} is a list", "write {it} = { { facts of one }, ... }" },
  ["parameter-unknown"] = { "'{it}' is not a parameter", "write one of: {allowed}" },
  ["parameter-cannot-be"] = { "'{it}' cannot be {found}", "write {expected}" },
}
