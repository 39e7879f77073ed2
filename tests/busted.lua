-- Starts busted on the interpreter that runs this file; busted's own wrapper
-- would choose another Lua, and splits paths at spaces.
--
--   lua5.4 tests/busted.lua FOLDER_OF_TESTHOST [BUSTED_ARGUMENT...]

package.cpath = table.remove(arg, 1) .. "/?.so;" .. package.cpath
package.path = "scripts/?.lua;tests/scripts/?.lua;" .. package.path

-- As in the library (plugin/sandbox/libs.c), no arithmetic on strings: "10" + 1 is a
-- mistake, and a test must see it.
for _, event in ipairs { "add", "sub", "mul", "div", "idiv", "mod", "pow", "unm" } do
  getmetatable ""["__" .. event] = nil
end

require "busted.runner" { standalone = false }
