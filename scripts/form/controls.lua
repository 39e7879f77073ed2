-- What a person answers a fact with, as plain as forms know it: one of some
-- options, several of them, a number or a text; beside that perhaps one word,
-- such as "never".

local fact_card = require "describe.fact_card"

local controls = {}

local KINDS <const> = { ["yes/no"] = "one", choice = "one", choices = "several",
  count = "integer", months = "integer", number = "number",
  percent = "number", date = "date", text = "text" }

local function word_of(entry)
  if entry.may_be_never then return { const = "never", title = "Never" } end
  if not entry.may_be_none then return nil end
  return entry.type == "months"
      and { const = "none-stated", title = "No limit is stated" }
    or { const = "none", title = "None of these" }
end

local function options_of(entry)
  local options = {}
  for i, one in ipairs(fact_card.values(entry) or {}) do
    options[i] = { const = one.value, title = one.title }
  end
  return options
end

function controls.of(entry)
  return { kind = entry.is_country and "country" or KINDS[entry.type], options = options_of(entry),
    least = entry.least, most = entry.most, word = word_of(entry) }
end

-- What is known in part, by type: groups of fields of which one is used.
local BOUNDS <const> = { "at_least", "at_most" }
local PARTIAL <const> = { count = { BOUNDS, { "share" }, { "percent" } },
  number = { BOUNDS }, percent = { BOUNDS }, months = { BOUNDS },
  date = { BOUNDS }, choice = { { "one_of" } }, choices = { { "includes" } },
}

function controls.partial(entry) return PARTIAL[entry.type] or {} end

controls.SHARES = { { const = "all", title = "All" },
  { const = "some", title = "Some" }, { const = "none", title = "None" } }
controls.SET_BY = { { const = "member", title = "The Member's own procedure" },
  { const = "law", title = "Law" }, { const = "contract", title = "Contract" },
  { const = "other", title = "Other" } }
controls.YES_NO = { { const = true, title = "Yes" }, { const = false, title = "No" } }
controls.SUPPORTS = { { const = "for", title = "For the answer" },
  { const = "against", title = "Against it" } }

-- The values and the titles of options, apart.
function controls.values(options)
  local values, titles = {}, {}
  for i, one in ipairs(options) do values[i], titles[i] = one.const, one.title end
  return values, titles
end

return controls
