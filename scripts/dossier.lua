-- Reads a dossier into frames of cells, one frame a scope: the Member, each
-- facility, each item of a list.  Every problem is gathered, none is fatal
-- here; what a problem means is for the caller.

local ahead = require "dossier.ahead"
local all_facilities = require "dossier.all_facilities"
local diagnostic = require "base.diagnostic"
local values = require "base.values"
local envelope = require "dossier.envelope"
local findings = require "dossier.findings"
local ids = require "dossier.ids"
local legs = require "dossier.legs"
local list_slips = require "dossier.list_slips"
local records = require "dossier.records"
local registers = require "dossier.registers"
local told = require "dossier.told"
local top = require "dossier.top"

local dossier = {}

local LIST_TEXTS <const> = { "note", "stated_by", "why" }
-- About what one costs: a problem looks for the nearest name, an item has a
-- dozen facts.
local PROBLEM_COST <const>, ITEM_COST <const> = 500, 100

-- One JSON Pointer token.
local function escape(key)
  return (key:gsub("~", "~0"):gsub("/", "~1"))
end

local say <const> = diagnostic.new

-- ---- facts --------------------------------------------------------------

-- `{}` is no list, though lua-cjson gives both the same.
local function is_empty_object(r, value)
  return type(value) == "table" and r.empties[value] == "object"
end

-- What to write for `wrong`, which is `value` or of a set the member that is no value.
local function cure_of(r, entry, value, wrong)
  if wrong == value then return r.cure(entry, value) end
  return r.plain_cure({ type = "choice", values = entry.values, titles = entry.titles,
    allowed = entry.allowed, words = entry.words }, wrong)
end

local function read_fact(r, entry, value, frame)
  local before = r.secret
  r.secret = before or entry.hides_why and not r.show_sensitive
  local cell, what = values.read(entry, value, r.null)
  if is_empty_object(r, value) then cell = nil end
  if not cell and type(value) == "table" and value[1] == nil then
    cell = envelope.read(r, entry, value, frame["#pointer"] .. entry.suffix)
  elseif not cell then
    local at, wrong, expected = values.trouble(entry, value,
      frame["#pointer"] .. entry.suffix, what)
    values.expected(r, at, wrong, expected, cure_of(r, entry, value, wrong), entry.path)
  end
  if cell then
    frame[entry.path] = entry.type == "date" and ahead.check(r, entry, cell, frame) or cell
  end
  r.secret = before
end

-- ---- lists --------------------------------------------------------------

local read_group -- forward

local function read_items(r, list, items, pointer)
  local frames = {}
  if not values.is_list(items, r.empties) then
    r.error(pointer, say("wanted-list-of", { list = list.path }))
    return frames
  end
  for i = 1, #items do
    r.charge(ITEM_COST)
    local at = pointer .. "/" .. i - 1
    local frame = { ["#pointer"] = at, ["#list"] = list, ["#said"] = items[i] }
    if type(items[i]) == "table" and items[i][1] == nil then
      read_group(r, list.tree, items[i], frame, at)
    else
      list_slips.tell_item(r, list, items[i], at)
    end
    if r.ahead[frame] then ahead.blank(list, frame) end
    frames[i] = frame
  end
  return frames
end

-- What a list says of itself as a whole: who says so, and on what evidence.  Gives
-- whether all of that is from after the as-of date.
local function read_support(r, object, pointer)
  for _, key in ipairs(LIST_TEXTS) do
    envelope.check_text(r, object, pointer, key)
  end
  return object.evidence ~= nil
    and legs.are_late(r, object.evidence, pointer .. "/evidence")
end

-- How many items may be missing from the list; one against its own count holds none
-- that is known.  What it says of itself is no item's secret.
local function missing_items(r, content, object, pointer, is_late)
  r.secret = false
  local named, count = #content.items, object.count
  local low, high = 0, math.huge
  if count ~= nil then
    local whole = values.whole(count)
    if not whole or whole < 0 then
      values.expected(r, pointer .. "/count", count, say("wanted-whole-number",
        { from = 0, to = values.GREATEST }), list_slips.count_cure(r, count))
    else
      low, high = whole - named, whole - named
    end
  end
  if object.complete == true and not is_late then
    if low > 0 then high = -1 else high = math.min(high, 0) end
  elseif object.complete ~= nil and type(object.complete) ~= "boolean" then
    values.expected(r, pointer .. "/complete", object.complete, "wanted-yes-no",
      r.plain_cure({ type = "yes/no" }, object.complete))
  end
  if high < 0 then
    content.items = {}
    low, high = 0, math.huge
  end
  content.extra_lo, content.extra_hi = low, high
end

local function read_list(r, list, value, frame, pointer)
  local before = r.secret
  r.secret = before or list.sensitive and not r.show_sensitive
  local content = { items = {}, extra_lo = 0, extra_hi = math.huge,
    items_pointer = pointer }
  if type(value) ~= "table" then
    if value ~= r.null then list_slips.tell(r, list, value, pointer) end
  elseif value[1] ~= nil or r.empties[value] == "array" then
    content.items = read_items(r, list, value, pointer)
  elseif list_slips.is_one_item(list, value) then
    r.error(pointer, say("one-for-list", { list = list.path }))
  else
    list_slips.check_keys(r, list, value, pointer)
    content.items_pointer = pointer .. "/items"
    content.items = value.items ~= nil
      and read_items(r, list, value.items, pointer .. "/items") or {}
    missing_items(r, content, value, pointer, read_support(r, value, pointer))
  end
  ids.of_items(r, list, content.items)
  frame[list.path] = content
  r.secret = before
end

-- ---- groups -------------------------------------------------------------

function read_group(r, tree, object, frame, pointer)
  local children = tree.children
  for key, value in next, object do
    local node = children[key]
    if node == nil then
      r.stranger_in(tree, pointer, key, value, frame)
    elseif node.entry then
      read_fact(r, node.entry, value, frame)
    elseif node.list and frame["#all"] then
      all_facilities.refuse_list(r, node.list, pointer .. "/" .. escape(key))
    elseif node.list then
      read_list(r, node.list, value, frame, pointer .. "/" .. escape(key))
    elseif type(value) == "table" and value[1] == nil then
      read_group(r, node, value, frame, pointer .. "/" .. escape(key))
    elseif value ~= r.null then
      local at = pointer .. "/" .. escape(key)
      r.not_a_group(at, value, node, key, at:sub(#frame["#pointer"] + 1))
    end
  end
end

-- ---- the whole ----------------------------------------------------------

local function check_facility_ids(r, facilities)
  local add = ids.register(r)
  for _, frame in ipairs(facilities.items) do
    local cell = frame["facility.id"]
    local id = cell and cell.value
    if id then
      add(id, frame["#pointer"] .. "/id")
    elseif type(frame["#said"]) == "table" and (cell or frame["#said"].id == nil) then
      r.error(frame["#pointer"] .. "/id", say "facility-without-id")
    end
    frame["#id"] = id or ""
  end
end

-- The facilities, and what is said of all of them at once.
local function read_facilities(r, root, member)
  local list, trees = r.vocabulary.facilities, r.vocabulary.trees
  read_list(r, list, root.facilities == nil and r.null or root.facilities, member,
    "/facilities")
  local facilities = member[list.path]
  if root.all_facilities ~= nil then
    local frame = all_facilities.frame()
    read_group(r, trees.facility, top.object_at(r, root, "all_facilities"), frame,
      frame["#pointer"])
    all_facilities.refuse_own(r, frame)
  end
  check_facility_ids(r, facilities)
  return facilities
end

-- What a problem is called: where a value should have been another, by what it should
-- have been.
local function code_of(says)
  return says.code == "expected" and says.args.what.code or says.code
end

-- The state of one reading.  `as_of` is a day number, or nil when the dossier's
-- own assessment.date is to be used.
local function new_reading(vocabulary, empties, host, as_of, show_sensitive)
  local r = { problems = {}, vocabulary = vocabulary, empties = empties,
    host = host, null = host.json.null, charge = host.charge, as_of = as_of, escape = escape,
    ahead = {}, show_sensitive = show_sensitive }
  -- `says` is a diagnostic.
  function r.problem(kind, pointer, says)
    r.charge(PROBLEM_COST)
    local problem = { kind = kind, pointer = pointer, says = says,
      code = code_of(says), message = diagnostic.text(says) }
    r.problems[#r.problems + 1] = problem
    return problem
  end
  function r.say_again(problem, says)
    problem.says, problem.message = says, diagnostic.text(says)
  end
  function r.error(pointer, says) r.problem("error", pointer, says) end
  told.prepare(r, host.json)
  return r
end

-- Why there is no as-of day.
local function no_day(cell)
  return say("no-as-of", { given = cell and type(cell.raw) == "string" and cell.raw
    or nil })
end

-- The as-of day: the caller's, else the day of the assessment, else none.
local function settle_as_of(r, assessment)
  if r.as_of then return end
  local cell = assessment["assessment.date"]
  r.as_of = cell and cell.value
  r.no_as_of = r.as_of == nil and no_day(cell)
  r.as_of = r.as_of or math.huge
end

-- A self-assessment is the Member's own: nothing in it counts as an auditor's.
local function is_self(assessment)
  local kind = assessment["assessment.kind"]
  return kind ~= nil and kind.value == "self"
end

-- Reads the decoded JSON object `root` by the vocabulary and checks of `model`.
-- Returns { member, assessment, facilities, all_records, findings, evidence, problems,
-- as_of }.
function dossier.read(root, model, empties, host, as_of, show_sensitive)
  local vocabulary = model.vocabulary
  local r = new_reading(vocabulary, empties, host, as_of, show_sensitive)
  root = top.refuse_other(r, root)
  top.check(r, root)
  local assessment = { ["#pointer"] = "/assessment" }
  local shown_as_of = r.as_of
  r.as_of = r.as_of or math.huge
  registers.read_evidence(r, root.evidence)
  read_group(r, vocabulary.trees.assessment, top.object_at(r, root, "assessment"),
    assessment, "/assessment")
  r.self_assessment = is_self(assessment)
  r.as_of = shown_as_of
  settle_as_of(r, assessment)
  local member = { ["#pointer"] = "/member" }
  read_group(r, vocabulary.trees.member, top.object_at(r, root, "member"), member,
    "/member")
  local facilities = read_facilities(r, root, member)
  registers.read_records(r, root.records)
  registers.read_findings(r, root.findings)
  r.member, r.assessment, r.facilities = member, assessment, facilities
  records.check(model, r)
  findings.check(model, r)
  r.end_told()
  return r
end

dossier.FORMAT = top.FORMAT

return dossier
