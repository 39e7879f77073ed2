-- What an auditor writes reaches every form of the report: reasons, remarks and
-- references, and findings with their corrective action, closed ones too.
local support = require "support.host"

local array, json = support.json.array, support.json
local runtime = support.open_builtin()

local DOSSIER <const> = {
  format = "cop11.dossier/1",
  assessment = { kind = "certification", date = "2014-01-31" },
  member = { id = "M" },
  evidence = array { { id = "E", kind = "interview", title = "Talk at the gate",
    date = "2014-01-20", collected_by = "auditor", ref = "DMS/77-b",
    note = "Held at dusk." } },
  facilities = { complete = true, items = array { {
    id = "pit", kind = array { "mine" }, security = { present = true,
      private_used = true },
    risk_assessment = { exists = { value = true, auditor = { value = false,
      by = "Ama Auditor", date = "2014-01-21", why = "The file was empty.",
        note = "It was promised.",
      evidence = array { "E" } } } } } } },
  records = array { { id = "W", kind = "waiver", check = "11.1.1", facility = "pit",
    by = "Kofi Lead", party = "auditor", authority = "lead auditor",
    date = "2014-01-22", why = "The plan is agreed.", note = "By letter.",
    ref = "WP-12, page 4" } },
  findings = array { { id = "F-7", provision = "11.1", facility = "pit",
    rating = "minor-nonconformance", nature = "A lock is broken.", by = "Yaw Former",
    party = "auditor", raised = "2012-05-02", cause = "No rounds were made.",
    containment = "A guard stood there.", action = "Lock and rounds",
    owner = "Site manager", due = "2012-08-15", verified_by = "Efua Second",
    closed_on = "2012-07-30", note = "Seen twice.", ref = "WP-15", evidence = array { "E" } } },
}

local WORDS <const> = {
  ["the auditor's finding"] = { "Ama Auditor", "2014-01-21", "The file was empty.",
    "It was promised." },
  ["what evidence is"] = { "Talk at the gate", "DMS/77-b", "Held at dusk." },
  ["a record's reason"] = { "Kofi Lead", "lead auditor", "The plan is agreed.",
    "2014-01-22", "By letter.", "WP-12, page 4" },
  ["a closed finding with its corrective action and both dates"] = { "F-7",
    "A lock is broken.", "Yaw Former", "2012-05-02", "No rounds were made.",
    "A guard stood there.", "Lock and rounds", "Site manager", "2012-08-15",
    "Efua Second", "2012-07-30", "Seen twice.", "WP-15" },
}

local PARTS <const> = {}
for what in pairs(WORDS) do PARTS[#PARTS + 1] = what end
table.sort(PARTS)

-- Text is wrapped, HTML holds markup: what a reader sees of it, on one line.
local function seen(format)
  local text = assert(runtime.evaluate(json.write(DOSSIER), { format = format }))
  if format == "html" then text = text:gsub("<[^>]*>", ""):gsub("&#39;", "'") end
  return (text:gsub("%s+", " "))
end

describe("every form of a report", function()
  for _, format in ipairs { "json", "text", "html", "csv" } do
    local text
    for _, what in ipairs(PARTS) do
      it(("shows %s: %s"):format(what, format), function()
        text = text or seen(format ~= "json" and format or nil)
        for _, word in ipairs(WORDS[what]) do
          assert.truthy(text:find(word, 1, true), word)
        end
      end)
    end
  end
end)

describe("each sample", function()
  for _, sample in ipairs(support.samples()) do
    it("is laid out in every form: " .. sample.name, function()
      for _, format in ipairs { "text", "html", "csv" } do
        assert.truthy(runtime.evaluate(sample.text, { format = format }))
      end
    end)
  end
end)
