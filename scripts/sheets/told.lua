-- What is wrong with a workbook, by sheet and cell: of a cell that cannot be read, and of
-- the dossier that the workbook says.

local places = require "sheets.places"
local register_fields = require "schema.register_fields"

local told = {}

-- 1 is A, 27 is AA.
local function letters(number)
  local text = ""
  while number > 0 do
    local rest = (number - 1) % 26
    text = string.char(65 + rest) .. text
    number = (number - 1 - rest) // 26
  end
  return text
end

local function cell_name(here, column)
  local index = here.sheet.index[column]
  return index and letters(index) .. ("%d"):format(here.number) or nil
end

-- Tells what is wrong (`kind` "error"), or what to know ("note"), of the cell in `column`
-- of the row `here`, or of its sheet.
function told.add(state, kind, here, column, message)
  state.problems[#state.problems + 1] = { kind = kind, sheet = here.sheet.name,
    cell = column and cell_name(here, column) or nil, message = message }
end

-- The pointers of the facilities, of the items of their lists, and of the registers.
local function pointers_of(root, facilities_list)
  local pointers = {}
  local function add(keys)
    local items, at = places.items(root, keys)
    for i, item in ipairs(items) do
      if type(item) == "table" then pointers[item] = places.item(at, i) end
    end
    return items, at
  end
  for _, name in ipairs(register_fields.NAMES) do add { name } end
  local facilities, at = add { "facilities" }
  for i, one in ipairs(facilities) do
    for _, list in ipairs(type(one) == "table" and facilities_list or {}) do
      add(places.below(places.item(at, i), list.suffix))
    end
  end
  return pointers
end

-- The part of a fact that `rest` of a pointer lies in.
local function part_at(fact, rest)
  local part = rest:match "^/(%a+)"
  if part == "withheld_reason" or part == "na_reason" or rest:find "_reason" then
    part = "why"
  end
  return fact.columns[part] or fact.columns.answer
end

-- Each pointer that a cell stands for, with where that is.
local function written_at(state)
  local pointers, at = pointers_of(state.root, state.model.vocabulary.ordered_lists), {}
  for _, one in ipairs(state.written) do
    local base = one.object and pointers[one.object] or one.base
    at[places.pointer(places.below(base, one.fact.suffix))] = one
  end
  return at
end

local function tell_problem(state, at, problem)
  local pointer, rest = problem.pointer, ""
  while pointer ~= "" do
    local one = at[pointer]
    if one then
      return told.add(state, "error", one.here, part_at(one.fact, rest), problem.message)
    end
    local head = pointer:match "^(.*)/[^/]*$"
    rest = pointer:sub(#head + 1) .. rest
    pointer = head
  end
  state.problems[#state.problems + 1] = { kind = "error", message = problem.message,
    pointer = problem.pointer }
end

-- Tells the errors of the dossier `text`, which read(text) reads, where they were written.
function told.check(state, read, text)
  local r, wrong = read(text)
  if not r then
    state.problems[#state.problems + 1] = { kind = "error", message = wrong.message }
    return
  end
  local at = written_at(state)
  for _, problem in ipairs(r.problems) do
    if problem.kind == "error" then tell_problem(state, at, problem) end
  end
end

return told
