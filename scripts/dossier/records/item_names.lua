-- What the items of a list are called in keys: the same in every report, so that a
-- record can name one.  An item without an id or a name of its own is called by what
-- it answers, so that the order of the list and the other items do not show.

local keys = require "base.keys"
local deep = require "base.deep"
local wording = require "base.wording"

local item_names = {}

local ANSWER <const> = { "state", "at_least", "at_most", "percent", "share",
  "one_of", "includes" }
local DIGITS <const> = 8
local LABELS <const> = { "id", "name" }

-- The values of a set in one order, whatever order they are written in.
local function in_order(value, json)
  if type(value) ~= "table" or value[1] == nil then return value end
  local texts, by_text = {}, {}
  for i, one in ipairs(value) do
    texts[i] = json.write(one)
    by_text[texts[i]] = one
  end
  table.sort(texts)
  for i, text in ipairs(texts) do texts[i] = by_text[text] end
  return texts
end

-- What is answered where `written` is, without what supports or explains it;
-- null, [] and {} are no answer.
local function answer_of(written, json)
  local envelope = type(written) == "table" and written[1] == nil
  if envelope and written.value ~= nil then
    written = written.value
    envelope = type(written) == "table" and written[1] == nil
  end
  if written == json.null then return nil end
  if not envelope then return in_order(written, json) end
  local answer = {}
  for _, key in ipairs(ANSWER) do answer[key] = in_order(written[key], json) end
  return next(answer) ~= nil and answer or nil
end

-- "#" and some digits of what an item answers.  Sensitive answers are left out: who
-- guesses one could try it.
local function mark_of(item, host)
  local said = {}
  for _, entry in ipairs(item["#list"].ordered) do
    if not entry.sensitive then
      said[entry.path] = answer_of(deep.at(item["#said"], entry.keys), host.json)
    end
  end
  return "#" .. host.sha256(host.json.write(said)):sub(1, DIGITS)
end

-- The places in `items` of those that are marked alike, in the order of all that is
-- said of them; of what is the same in everything either may come first.
local function sort_alike(places, items, host)
  local texts = {}
  for _, i in ipairs(places) do texts[i] = host.json.write(items[i]["#said"]) end
  table.sort(places, function(a, b)
    if texts[a] ~= texts[b] then return texts[a] < texts[b] end
    return a < b
  end)
end

-- What an item may be called by anyone: an id or a name that is not sensitive; or nil.
local function label_of(item)
  local list = item["#list"]
  for _, path in ipairs(list and LABELS or {}) do
    local entry, cell = list.entries[path], item[path]
    if entry and not entry.sensitive and cell and cell.state == "known"
      and cell.value ~= nil then
      return wording.value(entry, cell)
    end
  end
end

-- The label of each item, where no other item has it too.
local function own_labels(items)
  local labels, counts = {}, {}
  for i, item in ipairs(items) do
    local label = label_of(item)
    if label and not label:find "^#" then -- as marks begin
      labels[i], counts[label] = label, (counts[label] or 0) + 1
    end
  end
  for i, label in pairs(labels) do
    if counts[label] > 1 then labels[i] = nil end
  end
  return labels
end

-- The names of `items`, in their order: each item's id or name where that is not
-- sensitive and no other item has it, else its mark, numbered among those alike.
function item_names.of(items, host)
  if items["#names"] then return items["#names"] end
  local names, labels, marked = {}, own_labels(items), {}
  for i, item in ipairs(items) do
    if labels[i] then
      names[i] = keys.escape(labels[i])
    else
      host.charge(#item["#list"].ordered)
      local mark = mark_of(item, host)
      marked[mark] = marked[mark] or {}
      table.insert(marked[mark], i)
    end
  end
  for mark, places in pairs(marked) do
    if #places > 1 then sort_alike(places, items, host) end
    for n, i in ipairs(places) do
      names[i] = n == 1 and mark or ("%s-%d"):format(mark, n)
    end
  end
  items["#names"] = names
  return names
end

-- The item of `items` that is called `name`, or nil.
function item_names.find(items, name, host)
  for i, one in ipairs(item_names.of(items, host)) do
    if one == name then return items[i] end
  end
end

return item_names
