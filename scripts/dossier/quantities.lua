-- What people write for a number, and the bounds that it means: "40-50 guards" lies
-- between two, "approx. 40" about one.  A text is read as a whole or not at all, for
-- what is left over may turn its meaning round.

local amounts = require "base.amounts"
local nearest = require "base.nearest"
local work = require "base.work"

local quantities = {}

-- Words behind a number that say of what it is one, and nothing more.
local NOUNS <const> = nearest.set_of { "person", "persons", "people", "guard", "guards",
  "staff", "personnel", "employee", "employees", "worker", "workers", "men",
  "officer", "officers", "event", "events", "incident", "incidents", "case", "cases",
  "time", "times", "total", "altogether", "them", "us" }
local BEFORE_NOUN <const> = nearest.set_of { "of", "the", "our", "all", "in", "security" }

-- { pattern, what it says of the numbers in it }
local SHAPES <const> = {
  { "^between (.+) and (.+)$", "between" }, { "^from (.+) to (.+)$", "between" },
  { "^(.+) to (.+)$", "between" }, { "^(.+) or (.+)$", "between" },
  { "^(.-) ?%- ?(.+)$", "between" }, { "^(.-) ?%.%.+ ?(.+)$", "between" },
  { "^at least (.+)$", "at_least" }, { "^(.+) at least$", "at_least" },
  { "^min%.? (.+)$", "at_least" }, { "^a? ?minimum o?f? ?(.+)$", "at_least" },
  { "^(.+) min%.?$", "at_least" }, { "^(.+) minimum$", "at_least" },
  { "^no[t]? less than (.+)$", "at_least" }, { "^no[t]? fewer than (.+)$", "at_least" },
  { "^>= ?(.+)$", "at_least" }, { "^≥ ?(.+)$", "at_least" }, { "^(.-) ?%+$", "at_least" },
  { "^(.+) or more$", "at_least" }, { "^(.+) and more$", "at_least" },
  { "^more than (.+)$", "above" }, { "^over (.+)$", "above" }, { "^> ?(.+)$", "above" },
  { "^above (.+)$", "above" },
  { "^at most (.+)$", "at_most" }, { "^(.+) at most$", "at_most" },
  { "^up to (.+)$", "at_most" }, { "^max%.? (.+)$", "at_most" },
  { "^a? ?maximum o?f? ?(.+)$", "at_most" }, { "^(.+) max%.?$", "at_most" },
  { "^(.+) maximum$", "at_most" }, { "^no[t]? more than (.+)$", "at_most" },
  { "^<= ?(.+)$", "at_most" }, { "^≤ ?(.+)$", "at_most" }, { "^(.+) or less$", "at_most" },
  { "^(.+) or fewer$", "at_most" },
  { "^less than (.+)$", "below" }, { "^fewer than (.+)$", "below" },
  { "^under (.+)$", "below" }, { "^< ?(.+)$", "below" }, { "^below (.+)$", "below" },
  { "^exactly (.+)$", "just" }, { "^a total of (.+)$", "just" }, { "^= ?(.+)$", "just" },
  { "^total:? (.+)$", "just" },
  { "^approx%.? ?(.+)$", "about" }, { "^approximately (.+)$", "about" },
  { "^about (.+)$", "about" }, { "^around (.+)$", "about" }, { "^roughly (.+)$", "about" },
  { "^ca%.? ?(.+)$", "about" }, { "^c%. ?(.+)$", "about" }, { "^circa (.+)$", "about" },
  { "^~ ?(.+)$", "about" }, { "^≈ ?(.+)$", "about" }, { "^some (.+)$", "about" },
  { "^est%.? (.+)$", "about" }, { "^estimated:? (.+)$", "about" },
  { "^probably (.+)$", "about" }, { "^perhaps (.+)$", "about" }, { "^maybe (.+)$", "about" },
  { "^%+/%- ?(.+)$", "about" }, { "^nearly (.+)$", "nearly" }, { "^almost (.+)$", "nearly" },
  { "^(.-) ?%?+$", "about" }, { "^(.-) ?ish$", "about" }, { "^(.-)%-ish$", "about" },
  { "^(.+) or so$", "about" }, { "^(.-) ?%(?est%.?%)?$", "about" },
  { "^(.-) ?%(?estimated?%)?$", "about" },
  { "^(.-) ?%(?approx%.?%)?$", "about" }, { "^(.-) ?%(?approximately%)?$", "about" },
  { "^(.-) ?%(?about%)?$", "about" }, { "^(.-) ?%(?roughly%)?$", "about" },
  { "^(.-) ?%(?ca%.?%)?$", "about" }, { "^(.+) more or less$", "about" },
}

-- ---- one number ---------------------------------------------------------

-- "1,200" with a mark that may part thousands or decimals: `how.decimal` says which,
-- and how.is_split becomes true.
local function marked(text, how)
  local whole, part = text:match "^(%d+)[.,](%d+)$"
  if not whole then return nil end
  local may_group = #part == 3 and #whole <= 3 and not whole:find "^0"
  how.is_split = how.is_split or may_group
  return tonumber(whole .. (may_group and not how.decimal and "" or ".") .. part)
end

-- "1 200", "1'200" or "1,200,000"
local function grouped(text)
  local first, mark, rest = text:match "^(%d%d?%d?)([,.' ])(.+)$"
  if not first then return nil end
  rest = mark .. rest
  return rest:gsub("%" .. mark .. "%d%d%d", "") == ""
    and tonumber(first .. rest:gsub("%D", "")) or nil
end

local function figure(text, how)
  local number = amounts.number(text) or marked(text, how) or grouped(text)
  return number and (math.tointeger(number) or number)
end

-- "40 of the guards" -> "40"
local function without_nouns(text)
  local head, last = text:match "^(.+) (%a+)$"
  if not head or not NOUNS[last] then return text end
  repeat
    local shorter, word = head:match "^(.+) (%a+)$"
    local may_go = shorter and BEFORE_NOUN[word]
    if may_go then head = shorter end
  until not may_go
  return head
end

-- ---- what is said of it -------------------------------------------------

local function is_exact(read) return read and read.low and read.low == read.high end

local function around(number)
  local off = math.max(1, math.floor(number / 10))
  return { low = math.max(0, number - off), high = number + off, is_example = true }
end

local says = {}

function says.between(a, b)
  return is_exact(b) and a.low <= b.low and { low = a.low, high = b.low } or nil
end
function says.at_least(a) return { low = a.low } end
function says.above(a) return { low = a.low, is_above = true } end
function says.at_most(a) return { high = a.low } end
function says.below(a) return { high = a.low, is_below = true } end
function says.just(a) return a end
function says.about(a) return around(a.low) end
function says.nearly(a)
  return { low = around(a.low).low, high = a.low, is_example = true }
end

local function with_example(read)
  read.is_example = true
  return read
end

local read -- forward
-- Of shapes within each other; more would cost much and mean nothing.
local DEEPEST <const> = 3
local SHAPES_COST <const> = 25 * #SHAPES

local function read_shape(text, how, depth, shape)
  local first, second = text:match(shape[1])
  local a = first and first ~= "" and read(first, how, depth)
  if not a then return nil end
  if shape[2] == "about" and not is_exact(a) then return with_example(a) end
  return is_exact(a) and says[shape[2]](a, second and read(second, how, depth))
end

function read(text, how, depth)
  text = without_nouns(text)
  local number = figure(text, how)
  if number then return { low = number, high = number } end
  if depth == DEEPEST then return nil end
  work.charge(SHAPES_COST + #SHAPES * #text // 2)
  for _, shape in ipairs(SHAPES) do
    local found = read_shape(text, how, depth + 1, shape)
    if found then return found end
  end
end

-- ---- the whole ----------------------------------------------------------

-- What `text`, in small letters, means: { low, high, is_above, is_below, is_example };
-- and the same with its mark read as the other one, where it has two readings.
function quantities.read(text)
  text = text:gsub("\u{2013}", "-"):gsub("\u{2014}", "-"):gsub("\u{A0}", " ")
    :gsub("\u{2019}", "'")
  local how = {}
  local found = read(text, how, 0)
  if not found or not how.is_split then return found end
  return found, read(text, { decimal = true }, 0)
end

quantities.without_nouns = without_nouns

return quantities
