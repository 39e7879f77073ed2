-- Layers that change something of every kind, for the specs.

local support = require "support.host"

return {
  { name = "group", files = { { path = "pack.lua",
    text = support.read_file(support.root .. "/tests/layers/mining-group/pack.lua") } } },
  { name = "site", files = { { path = "pack.lua", text = [[
pack { title = "The site's own", version = "1" }
parameter "consultation.longest_interval" { value = 6, source = "us" }
parameter "training.longest_validity" { value = 24, source = "us" }
narrow "11.1.1" { applies = "security.private_used is yes", because = "agreed",
  by = "A. Head", until_date = "2013-11-29" }
narrow "11.2.1" { applies = { "security.private_used is yes", "arms.used is yes" },
  because = "agreed", by = "A. Head", until_date = "2013-11-30" }
check "11.1.org.recent" { title = "Recent", points = { "P11.1-01" }, ask = "Ask.",
  expect = "assessment.date is within consultation.longest_interval of today" }
]] } } } }
