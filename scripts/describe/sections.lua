-- Puts the facts of a vocabulary into sections, in the order an auditor works:
-- the assessment, the Member, what a facility is, then each group of facts when
-- the first check asks for it.  A pack may say otherwise, and name its groups:
--   pack { sections = { { "arms", "Arms", "Conduct" }, ... } }
-- The third, the chapter, gathers topics under one title.

local fact_card = require "describe.fact_card"

local sections = {}

local SCOPES <const> = { "assessment", "member", "facility" }

-- The group a fact is shown in: the object it stands in.
local function group_of(entry)
  if #entry.keys == 1 then return entry.scope end
  return entry.keys[1]
end

-- ---- gathering ----------------------------------------------------------

local function section_of(state, scope, id, list)
  local key = scope .. "\n" .. id
  local section = state.by_key[key]
  if not section then
    section = { id = id, scope = scope, list = list, entries = {},
      rank = math.huge, number = #state.all }
    state.by_key[key] = section
    state.all[#state.all + 1] = section
  end
  return section
end

local function note_rank(section, use)
  if use and use.rank < section.rank then section.rank = use.rank end
end

local function gather(vocabulary, uses)
  local state = { by_key = {}, all = {} }
  for _, entry in ipairs(vocabulary.ordered) do
    local section = section_of(state, entry.scope, group_of(entry))
    section.entries[#section.entries + 1] = entry
    note_rank(section, uses[entry])
  end
  for _, list in ipairs(vocabulary.ordered_lists) do
    local section = section_of(state, list.scope, list.path, list)
    for _, entry in ipairs(list.ordered) do
      section.entries[#section.entries + 1] = entry
    end
    note_rank(section, uses[list])
  end
  return state.all
end

-- ---- order and titles ---------------------------------------------------

-- What the pack says of sections: { [group] = { place, title } }.
local function wishes_of(model)
  local wishes = {}
  local written = model.about.sections
  for i, one in ipairs(type(written) == "table" and written or {}) do
    if type(one) == "table" and type(one[1]) == "string" then
      wishes[one[1]] = { place = i,
        title = type(one[2]) == "string" and one[2] or nil,
        chapter = type(one[3]) == "string" and one[3] or nil }
    end
  end
  return wishes
end

local function title_of(section)
  local list = section.list
  return list and list.label or fact_card.titled(section.id)
end

local function add_keys(section, wishes, scope_rank)
  local wish = wishes[section.id]
  section.title = wish and wish.title or title_of(section)
  section.chapter = wish and wish.chapter
  local identity = section.id == section.scope
  section.key = { scope_rank[section.scope], identity and 0 or 1,
    wish and wish.place or math.huge, section.rank, section.number }
end

local function before(a, b)
  for i, value in ipairs(a.key) do
    if value ~= b.key[i] then return value < b.key[i] end
  end
  return false
end

-- The sections of `model`: { id, title, chapter, scope, list, entries } in order.
-- `uses` is what need.of found.
function sections.of(model, uses)
  local all, wishes, scope_rank = gather(model.vocabulary, uses),
    wishes_of(model), {}
  for i, scope in ipairs(SCOPES) do scope_rank[scope] = i end
  for _, section in ipairs(all) do add_keys(section, wishes, scope_rank) end
  table.sort(all, before)
  return all
end

return sections
