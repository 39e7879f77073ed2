-- The kinds of conditions: the one table.  What a kind means when it is evaluated
-- stands in plugin/core/node.c (its value), and in find.c and decided.c there (what
-- decided it); what is forgotten fails
-- tests/scripts/pack/kinds_spec.lua.  All else that tools know is here:
--
--   kind     its name in parsed conditions and trees
--   word     the word of rules that writes it; nil where no word does
--   shape    "joined" (parts), "list" (items of a list) or nil
--   keys     what may stand in its braces beside conditions
--   joins    how the texts of its parts are joined
--   said     how a list of it begins in words; `bare` without any condition
--   head     what stands above its parts in a drawn condition
--   swaps    the kind it is easily mistaken for; `slip`, how that is said
--   turns    true where it is met when its parts are not
--   adds     true where a part that becomes applicable can only add a shortfall
--   judged   true where lint can tell that it holds always or never
--   culprits true where its items are named in a finding
--   gives    the type of the value it gives; such a kind is no condition

local BRANCH <const> = { "never", "otherwise", "points", "remedy" }
local ITEMS <const> = { "never", "otherwise", "points", "remedy", "where" }

local ALL <const> = {
  { kind = "all", word = "all", shape = "joined", keys = BRANCH, joins = " and ",
    head = "all of these:", swaps = "any", slip = "all of: ", adds = true,
    judged = true },
  { kind = "any", word = "any", shape = "joined", keys = BRANCH, joins = " or ",
    head = "at least one of these:", swaps = "all", slip = "any of: ",
    judged = true },
  { kind = "none", word = "none", shape = "joined", keys = BRANCH,
    head = "none of these:", swaps = "any", slip = "none of: ", turns = true,
    judged = true },
  { kind = "every", word = "every", shape = "list", keys = ITEMS, said = "every",
    head = "each of %s%s:", swaps = "some", adds = true, culprits = true },
  { kind = "some", word = "any", shape = "list", keys = ITEMS, said = "any",
    bare = "one is listed in ", head = "at least one of %s%s:", swaps = "every" },
  { kind = "no", word = "none", shape = "list", keys = ITEMS, said = "none",
    bare = "none is listed in ", head = "none of %s%s:", swaps = "some",
    turns = true, culprits = true },
  { kind = "count", word = "count", shape = "list", keys = ITEMS,
    said = "the number", gives = "count" },
  { kind = "latest", word = "latest", shape = "list", keys = ITEMS,
    said = "the latest", gives = "date" },
  { kind = "when", word = "when", keys = BRANCH, adds = true },
  { kind = "auditor", word = "auditor",
    keys = { "ask", "no", "otherwise", "points", "remedy", "yes" } },
  { kind = "reading", word = "reading" },
  { kind = "compute", word = "compute",
    keys = { "facts", "otherwise", "points", "remedy", "says", "sum" } },
  { kind = "leaf", keys = BRANCH, judged = true },
  -- An item of a list is listed: what `none "people" {}` speaks of.
  { kind = "listed" },
}

-- What an editor shows of each word: its sentence; the type of its name or gate, nil
-- where it has none; the type of its braces, and of those where it takes the name of
-- a list too.
local WORDS <const> = {
  all = { "Every one of the conditions.", nil, "@group" },
  any = { "At least one of the conditions, or items of a list.", nil, "@group",
    items = "@items" },
  none = { "Not one of the conditions, or items of a list.", nil, "@group",
    items = "@items" },
  every = { "Each item of a list.", "@list", "@items" },
  count = { "How many items of a list; for `from` of a fact.", "@list",
    "@items" },
  latest = { "The latest day in a list; for `from` of a fact.", "@list",
    "@items" },
  when = { "Asked only where the condition holds.", "@condition", "@group" },
  auditor = { "Only the auditor may decide.", "string", "@question" },
  reading = { "Two readings of one point.", "@parameter",
    "table<string, @condition>" },
  compute = { "A plain function, as the last resort.", nil, "@computed" },
  advise = { "Points something out, and changes no outcome.", nil, "@advice" },
}

local kinds = { WORDS = WORDS, ALL = ALL, of = {}, by_word = {}, by_type = {} }
for _, one in ipairs(ALL) do
  kinds.of[one.kind] = one
  if one.gives then kinds.by_type[one.gives] = one end
  if one.word then
    local with = kinds.by_word[one.word] or {}
    with[one.shape == "list" and "list" or "plain"] = one
    kinds.by_word[one.word] = with
  end
end

-- Of a tree, which a host may have changed: nothing for what is no kind.
function kinds.shape_of(kind)
  local one = type(kind) == "string" and kinds.of[kind]
  return one and one.shape or nil
end

return kinds
