-- What a record of the auditor makes of a provision stands in every format of a report,
-- with whose it is and why, also where nothing falls short.
local support = require "support.host"

local array = support.json.array
local runtime = support.open_builtin()

-- A shop of which nothing is known, and a record on a provision of it.
local function shop(record)
  local one = { party = "auditor", by = "L. Auditor", authority = "lead auditor",
    date = "2013-11-25", why = "agreed with the secretariat" }
  for key, value in pairs(record) do one[key] = value end
  return { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = { id = "shop", has_mining_facilities = { value = false, why = "a shop" },
      provides_secure_transport = { value = false, why = "a shop" } },
    facilities = { complete = true, items = array { { id = "t", kind = array { "retail" },
      handles_jewellery_products = true } } },
    records = array { one } }
end

local OVERRIDE <const> = { kind = "override", provision = "11.1", outcome = "not-applicable" }
local ANSWER <const> = { kind = "judgement", prompt = "11.1/applies", answer = "no" }

local function page(record, format)
  local _, text = assert(support.evaluate(runtime, shop(record)))
  local shown = assert(runtime.render(text, format))
  return (shown:gsub("<[^>]*>", ""):gsub("%s+", " "))
end

for name, record in pairs { override = OVERRIDE, judgement = ANSWER } do
  describe("a provision set aside by record: " .. name, function()
    for _, format in ipairs { "text", "html", "csv" } do
      it("has person, party and reason in " .. format, function()
        local shown = page(record, format)
        assert.matches(("ot applicable %%(/records/0%%); %s by L. Auditor %%(lead auditor%%): "
          .. "agreed with the secretariat"):format(name), shown)
        assert.matches("party: auditor", format == "csv" and shown:gsub(
          "L. Auditor,auditor,lead auditor", "party: auditor") or shown, 1, true)
      end)
    end
    it("names its record in JSON, which says who and why", function()
      local report = assert(support.evaluate(runtime, shop(record)))
      for _, one in ipairs { report.provisions[1], report.facilities[1].provisions[1] } do
        assert.same({ "not-applicable", { "/records/0" } },
          { one.with_records.rating, one.with_records.records })
      end
      local said = report.records[1]
      assert.same({ "/records/0", "auditor", "L. Auditor", "agreed with the secretariat" },
        { said.pointer, said.party, said.by, said.why })
    end)
  end)
end

describe("what a record changes is said before the ratings where no finding stands", function()
  for _, format in ipairs { "text", "summary", "html" } do
    it("in " .. format, function()
      assert.matches("On provision 11.1 at t: override by L. Auditor (lead auditor) lifts it "
        .. "from not determined to not applicable; why: agreed with the secretariat.",
        page(OVERRIDE, format), 1, true)
    end)
  end
end)
