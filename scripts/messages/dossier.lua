-- The words for what is wrong with a dossier, by code: { what is wrong, the cure },
-- or the text of a cure alone; see base/diagnostic.lua.

return {
  ["id-twice"] = { "the id '{it}' is used twice" },
  ["id-looks-alike"] = { "the id '{it}' looks like '{other}' and is another: "
    .. "{difference}", "write one id for one thing, and ids that nobody can take "
    .. "for each other for two" },
  ["id-holds-unseen"] = { "the id '{it}' holds {odd}, which nobody sees",
    "take it out" },
  ["facility-without-id"] = { "every facility needs an id" },
}
