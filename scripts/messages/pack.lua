-- The words for what is wrong with a declaration of a pack or layer, by code: see
-- base/diagnostic.lua.

return {
  -- Where a diagnostic stands.
  ["in-declaration"] = { '{word} "{name}": {inner}' },
  ["in-key"] = { "{key}: {inner}" },

  -- Cures that several share.
  ["did-you-mean"] = "did you mean '{near}'?",

  -- Any declaration.
  ["name-no-path"] = { "the name '{it}' is not made of words in small letters with "
    .. "dots between", "write a name such as arms.used" },
  ["write-path"] = 'write "{path}"',
  ["part-kind"] = { "'{it}' needs {kind}", "write {it} = {written}" },
  ["not-part"] = { "'{it}' is not part of {what}", "write one of: {allowed}" },
  ["value-nameless"] = { "a value without a name stands in {what}",
    "write its name and = in front of it" },
  ["said-twice"] = { "{word} { ... } stands in {file} line {line} already",
    "keep one of the two" },
  ["part-missing"] = { "{key} is missing", 'write {key} = "..."' },
  ["internal"] = { "{text}" },

  -- Checks, prompts, hints.
  ["prompt-names"] = { "names = { ... } of a prompt holds '{it}', which is no fact of "
    .. "a list that its when looks at", 'look at the list with any "list" { ... }, '
    .. "and name facts of its items" },
  ["prompt-shape"] = { "a prompt is not written as one", 'write advise { "what the '
    .. 'auditor should look at", when = "..." }, where where_not_asked = true may be '
    .. "added" },
  ["prompts-shape"] = { "prompts holds '{it}' beside its prompts", 'write prompts = { '
    .. 'advise { "what the auditor should look at", when = "..." } }, with braces '
    .. "around all of them" },
  ["no-provision"] = { "no provision has an id that begins '{it}'", "write the "
    .. "provision's id, a dot and a number, such as {example}.1" },
  ["expect-missing"] = { "expect is missing", 'write expect = { "arms.used is yes", '
    .. 'otherwise = "The finding, as a sentence." }' },
  ["hint-shape"] = { "it is not written as a hint", 'write hint "name" { "text", '
    .. 'ratings = { ... }, source = "where it stands" }' },

  -- Points.
  ["strength-missing"] = { 'point "{name}" needs strength[?near:; write strength = '
    .. "one of: information, {allowed}?]", "write strength = one of: information, "
    .. "{allowed}" },
  ["point-unknown"] = { "'{it}' is not a point of the guidance", "cop11 rules points "
    .. "lists them all" },
  ["row-missing"] = { "ratings { ... } has no row '{it}'", "write one with lapse and "
    .. "absent, each one of: {allowed}" },
  ["beyond-lowers"] = { "what goes beyond the guidance lowers no rating",
    "write observation for lapse and absent of beyond" },

  -- Releases.
  ["change-shape"] = { "a change does not stand in braces", 'write { check = '
    .. '"11.2.13", effect = "stricter", because = "..." }' },
  ["change-of-what"] = { "it does not say what changed", 'write either check = "..." '
    .. 'or provision = "..."' },
  ["effect-unknown"] = { "effect is '{it}'", "write one of: {allowed}" },
  ["release-part"] = { "'{it}' is not part of a release", "write it inside the braces "
    .. "of one change" },
  ["release-shape"] = { "a release holds more than its changes one after another",
    'write each as { check = "...", effect = "...", because = "..." }' },

  -- Facts, lists and parameters.
  ["type-missing"] = { '{word} "{name}": the type is missing',
    "use one of: {allowed}" },
  ["type-unknown"] = { '{word} "{name}": the type is \'{it}\'[?near:; use one of: '
    .. "{allowed}?]", "use one of: {allowed}" },
  ["of-beside-other"] = { "fact \"{name}\": of is for a count of each facility that is a "
    .. "part of another", "take it out" },
  ["beside-unknown"] = { "list \"{list}\": beside names '{it}', which is no fact of its "
    .. "items" },
  ["of-unknown"] = { "fact \"{name}\": of names '{it}', which is not a fact",
    "write the name of the count that is the whole" },
  ["of-no-count"] = { "fact \"{name}\": of names '{it}', which is no count of each "
    .. "facility", "write the name of the count that is the whole" },
  ["order-beside-other"] = { "fact \"{name}\": order is for a choice", "take it out, "
    .. 'or write type = "choice"' },
  ["order-stranger"] = { "fact \"{name}\": '{it}' in its order is none of its values",
    "write one of: {allowed}" },
  ["order-twice"] = { "fact \"{name}\": '{it}' stands twice in its order",
    "write it once" },
  ["values-missing"] = { '{word} "{name}" has no values to choose from',
    'write values = { "...", "..." }' },
  ["values-too-many"] = { '{word} "{name}" has {count} values; {most} is the most',
    "make two facts of it" },
  ["name-too-deep"] = { 'the name of {word} "{name}" has {count} parts; {most} is the '
    .. "most", "write a shorter name" },
  ["evidence-kind-unknown"] = { "'{it}' is no kind of evidence[?near:; write some of: "
    .. "{allowed}?]", "write some of: {allowed}" },
  ["scope-unknown"] = { "there is no scope '{it}'", "write one of: {allowed}" },
  ["declared-twice"] = { '"{name}" is declared twice[?list: in the list "{list}"?]',
    "take one of the two out" },
  ["from-other-kind"] = { 'from = count "list" { ... } gives a count, latest a date, '
    .. "and nothing else does", "write every, any or none for other facts" },
  ["from-no-list"] = { "from = ... rests on a list, and this names none",
    'write every, any or none "list" { ... }, or follows = ... for what follows from '
    .. "other facts" },
  ["choice-from-list"] = { "a choice does not follow from this", 'write every "list" '
    .. "{ ... } and three values: for all, some and none of the items" },
  ["type-from-facts"] = { "a fact of type '{it}' cannot follow from other facts, "
    .. "which give a yes or a no", "take follows = ... out" },
  ["type-from-list"] = { "a fact of type '{it}'[?future: that may lie ahead?] cannot "
    .. "follow from a list", "take from = ... out" },
  ["parameter-value"] = { 'parameter "{name}": found {found} in place of a value' },
  ["parameter-misfit"] = { 'parameter "{name}": found {found}, expected {expected}' },
  ["write-yes-or-no"] = "write yes or no",
  ["write-true-or-false"] = "write true or false, without quotation marks",
  ["write-whole-months"] = "write whole months, in figures: nothing else is counted "
    .. "here",
  ["write-in-figures"] = "write the number in figures: {number}",
  ["write-without-quotes"] = "write {number} without quotation marks[?months:: the "
    .. "unit stands in unit?]",
  ["two-values"] = { 'parameter "{name}": {whole},{rest} is read as two values' },
  ["write-no-comma"] = "write a whole number, without a comma",
  ["write-point"] = "write a point: {whole}.{rest}",
  ["write-one-number"] = "write {whole}{rest}, or {whole}.{rest} with a point",
  ["parameter-again"] = { 'parameter "{name}" is already declared in {file} line '
    .. "{line}", "write value = ... there" },

  -- Layers.
  ["only-baseline"] = { "a layer cannot declare a {word}" },
  ["not-in-layer-disagreement"] = "it would make facts unknown for the baseline's "
    .. "checks",
  ["not-in-layer-standard"] = "it speaks for the standard",
  ["not-in-layer-list"] = "declare counts as facts under 'org.'",
  ["not-in-layer-point"] = "it is a point of the guidance; cite those there are",
  ["not-in-layer-provision"] = "put your checks under the provisions there are",
  ["not-in-layer-ratings"] = "how findings weigh is the baseline's to say",
  ["only-layer"] = { '{word} "{name}" stands in the pack itself', "it belongs to a "
    .. "layer over it, here change the check" },
  ["org-in-baseline"] = { "fact \"{name}\": names under 'org.' are kept for layers",
    "choose another" },
  ["fact-without-org"] = { "fact \"{name}\": a layer declares facts under 'org.'",
    "call it 'org.{name}'" },
  ["of-baseline"] = { 'fact "{name}": of names \'{it}\', and a fact of a layer can be '
    .. "a part of another fact under 'org.' alone", "a contradiction would reach the "
    .. "checks of the baseline, so take it out, and compare the two in a check" },
  ["layer-as-pack"] = { "nothing here says pack or provision, so this looks like a "
    .. "layer", "write --layer {name}" },
  ["layers-alike"] = { "two packs are called '{it}'", "give each layer a name of its "
    .. "own" },
  ["id-of-layer"] = { "a layer's checks are called by their provision, 'org.' and a "
    .. "name of your own", "call it '{right}'" },
  ["id-of-stricter"] = { "stricter_than names a check of provision {provision}",
    "call this one '{right}'" },
  ["grounds-missing"] = { "{names} {are} missing", "write {cures}" },
  ["grounds-day"] = { "until_date is '{it}'", 'write a day such as "2014-12-31"' },
  ["weakens"] = { "this weakens the check, and {inner}" },
  ["favourable"] = { "this value can turn an outcome more favourable than the one "
    .. "beneath ({beneath}), and {inner}" },
  ["or-at-most"] = "{cure}, or keep it at most {limit}",
  ["or-at-least"] = "{cure}, or keep it at least {limit}",
  ["no-place-in"] = { '{word} "{name}": \'{it}\' has no place in it[?near:; did you '
    .. "mean '{near}'??]", "write {allowed}" },
  ["nameless-in"] = { '{word} "{name}": a value without a name has no place in it',
    "write {allowed}" },
  ["no-such-check"] = { "the baseline has no check '{it}'" },
  ["check-of-layer"] = { "'{it}' is a layer's own check", "change it where it "
    .. "stands, in {file}" },
  ["check-retired"] = { "check '{it}' is retired", "take this out" },
  ["stricter-in-baseline"] = { "stricter_than is for layers", "here change the "
    .. "check" },
  ["id-taken"] = { "the id is taken by {file} line {line}", "choose another" },
  ["applies-missing"] = { "applies is missing", "write applies = the condition to "
    .. "which the check is narrowed" },
  ["weakened-twice"] = { "{file} line {line} weakens the same check",
    "keep one of the two" },
  ["grounds-needless"] = { "the baseline gives it no value that could be weakened",
    "take because, by and until_date out" },
  ["layer-value-missing"] = { "a layer gives it a value", "write value = a value for "
    .. "type {type}" },
  ["source-missing"] = { "source is missing", 'write source = "who set it, and '
    .. 'where"' },
  ["set-twice"] = { "the layer sets it twice", "keep one of the two" },
  ["no-parameter-beneath"] = { "there is no such parameter beneath this layer[?near:; "
    .. "did you mean '{near}'??]", "one of your own begins with 'org.'" },

  -- Listed changes that no example notices.
  ["unnoticed-shape"] = { "a change stands in braces: { was = \"...\", now = \"...\", "
    .. 'because = "..." }' },
  ["unnoticed-part-missing"] = { "{key} = a text is missing" },
  ["unnoticed-unused"] = { "unnoticed \"{name}\" lists '{it}' becoming '{now}', which "
    .. "an example notices, or which no longer can be made", "take it out" },
}
