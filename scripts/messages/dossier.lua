-- The words for what is wrong with a dossier, by code: { what is wrong, the cure },
-- or the text of a cure alone; see base/diagnostic.lua.

return {
  ["did-you-mean"] = "did you mean '{near}'?",
  ["id-twice"] = { "the id '{it}' is used twice" },
  ["facility-without-id"] = { "every facility needs an id" },
}
