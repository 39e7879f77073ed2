-- Writes rules/CONNECTED.md from the rules and, where a file is named, the full
-- table of pairs:
--
--   lua5.4 tests/rules/write_pairs.lua FOLDER_OF_TESTHOST [TABLE.csv]

local folder, csv = arg[1], arg[2]
package.cpath = folder .. "/?.so;" .. package.cpath
package.path = "scripts/?.lua;tests/scripts/?.lua;tests/rules/?.lua;"
  .. package.path

local pairs_of = require "pairs"
local support = require "support.host"

local function write(path, text)
  local file <close> = assert(io.open(path, "w"))
  file:write(text)
end

local model = support.open_builtin { tolerant = true }.model()
write("rules/CONNECTED.md", pairs_of.summary(model))
if csv then
  write(csv, pairs_of.full(model, pairs_of.reviewed(
    support.read_file "rules/PAIRS.md")))
end
