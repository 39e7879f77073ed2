-- What an item of a list says against the Member leaves a trace in every format of a
-- report, though the list is not said to be complete: taking it away changes each page.
local support = require "support.host"

local json = support.json
local array = json.array
local runtime = support.open_builtin()

-- ---- what speaks against the Member -----------------------------------------

local LONG_AGO <const> = "2001-02-03"

-- By list: an item, and the answers on it that speak against the Member.
local AGAINST <const> = {
  { "providers", { name = "X", kind = "private" }, {
    ["agreement.cites_vpshr"] = { false }, ["agreement.requires_training"] = { false },
    ["agreement.requires_conduct"] = { false }, defensive_only = { false } } },
  { "providers", { name = "X", kind = "private", agreement = { cites_vpshr = true } },
    { ["agreement.ends"] = { LONG_AGO } } },
  { "providers", { name = "X", kind = "public" }, {
    ["arrangement.follows_vpshr"] = { false },
    ["arrangement.policies_communicated"] = { false },
    ["arrangement.expectation_expressed"] = { false },
    ["arrangement.commitment"] = { "not_sought" }, ["arrangement.ends"] = { LONG_AGO } } },
  { "people", { id = "X", employer = "private", deployed = "on_duty", armed = true }, {
    vpshr_trained = { false }, weapons_trained = { false }, ["licence.held"] = { false },
    ["licence.expires"] = { LONG_AGO } } },
  { "shipments", { id = "X", carrier = "own", guarded = true }, {
    protection = { "none", "partial" }, crew_protected = { false } } },
  { "shipments", { id = "X", carrier = "courier" }, { protection = { "none", "partial" } } },
  { "security_documents", { id = "X" }, { access_controlled = { false },
    kept_safe = { false } } },
  { "threats", { id = "X", type = "theft", exposure = "low" }, { answered_by = { "none" } } },
  { "threats", { id = "X", type = "theft" }, { exposure = { "not_rated" } } },
  { "security_measures", { id = "X" }, { follows_from_risk = { false } } },
  { "consultations", { id = "X", with = "communities" }, { held_on = { LONG_AGO } } },
  { "incidents", { id = "X", force_used = true }, {
    looked_into_by = { "nobody", "provider" }, force_excessive = { true },
    shipment_lost_by = { "own", "carrier" } } },
  { "incidents", { id = "X" }, { force_used = { true } } },
  { "allegations", { id = "X", against = "private" }, {
    status = { "received", "open", "closed_founded" }, contested = { true },
    reported_to_authority = { "no" }, severity = { "serious", "death_or_injury" },
    alleges_force = { true } } },
  { "allegations", { id = "X", against = "private", status = "closed_founded",
    reported_to_authority = "not_appropriate" }, { discipline_taken = { "no" },
    reason_on_file = { false } } },
  { "allegations", { id = "X", against = "private", status = "closed_unfounded" },
    { closed_by = { "accused" }, investigation_began = { "never" } } },
}

-- Answers that tell one item from another, or speak neither way.
local NEITHER <const> = {}
for _, name in ipairs { "providers.name", "providers.kind", "providers.armed",
  "providers.arms_kinds", "people.employer", "people.deployed", "people.armed",
  "shipments.carrier", "shipments.guarded", "security_documents.withheld",
  "threats.type", "threats.sources", "consultations.with", "allegations.against",
  "allegations.made_on" } do
  NEITHER[name] = true
end

-- ---- a report with it, and without ---------------------------------------------

-- A mine where everything that is asked of a list applies.
local function mine(list, item)
  local facility = { id = "pit", kind = array { "mine" },
    handles_jewellery_products = true, ships_product = true,
    shipping = { own_carriage = true, carrier_used = true },
    security = { inhouse_used = true, private_used = true, public_engaged = true },
    risk_assessment = { exists = true }, arms = { used = true, armed_count = 9,
      trained_count = 9, licensed_count = 9, licence_required_by_law = true },
    community = { present = true }, [list] = { items = array { item } } }
  return { format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    member = { id = "m", has_mining_facilities = true },
    facilities = { complete = true, items = array { facility } } }
end

local function with(item, path, value)
  local copy = support.copy(item)
  local first, rest = path:match "^([^.]+)%.(.+)$"
  if not first then
    copy[path] = value
  else
    copy[first] = copy[first] or {}
    copy[first][rest] = value
  end
  return copy
end

-- Digests and positions change with every byte of a dossier, and say nothing of it.
local function told(text) return (text:gsub("%x%x%x%x%x%x%x%x[%x-]+", "")) end

local function pages_of(list, item)
  local _, text = assert(support.evaluate(runtime, mine(list, item)))
  local pages = { json = told(text) }
  for _, format in ipairs { "text", "html", "csv" } do
    pages[format] = told(assert(runtime.render(text, format)))
  end
  return pages
end

local tried = {}
for _, case in ipairs(AGAINST) do
  local list, item, answers = table.unpack(case)
  describe("in " .. list, function()
    local without
    for path, values in pairs(answers) do
      tried[list .. "." .. path] = true
      for _, value in ipairs(values) do
        it(("%s = %s of %s"):format(path, value, item.kind or item.carrier or item.status
          or "an item"), function()
          without = without or pages_of(list, item)
          for format, page in pairs(pages_of(list, with(item, path, value))) do
            assert.is_true(page ~= without[format], "no trace in " .. format)
          end
        end)
      end
    end
  end)
end

it("every answer of an item speaks against the Member, or is said not to", function()
  for _, list in ipairs(runtime.model().vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do
      local name = list.path .. "." .. entry.path
      if list.scope == "facility" and entry.path ~= "id" and entry.path ~= "name" then
        assert.is_true((tried[name] or NEITHER[name]) == true, name)
      end
    end
  end
end)
