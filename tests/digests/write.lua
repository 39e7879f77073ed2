-- Writes tests/digests/digests.txt, after a change of reports that is meant:
--
--   lua5.4 tests/digests/write.lua FOLDER_OF_TESTHOST
--
-- or shows what is made of one dossier, to be compared with what it was before:
--
--   lua5.4 tests/digests/write.lua FOLDER_OF_TESTHOST NUMBER

local folder, number = arg[1], math.tointeger(tonumber(arg[2]))
package.cpath = folder .. "/?.so;" .. package.cpath
package.path = "scripts/?.lua;tests/scripts/?.lua;tests/digests/?.lua;" .. package.path

local digests = require "digests"

if number then
  local plain, layered = digests.runtimes()
  print((digests.text(plain, layered, number)))
else
  local file <close> = assert(io.open(digests.FILE, "w"))
  file:write(table.concat(digests.lines(), "\n"), "\n")
end
