-- Says a condition on a list in words, as an author would write it.

local phrase = {}

local SAID_OF_LIST <const> = { every = "every", some = "any", no = "none",
  count = "the number", latest = "the latest" }
local LISTED <const> = { some = "one is listed in ", no = "none is listed in " }

-- A condition on a list; `where` and `expect` are parsed too, `where` may be nil.
function phrase.of_list(kind, list, where, expect)
  local named = list .. (where and " where " .. where.text or "")
  if expect.kind == "listed" and LISTED[kind] then return LISTED[kind] .. named end
  return ("%s of %s: %s"):format(SAID_OF_LIST[kind], named, expect.text)
end

return phrase
