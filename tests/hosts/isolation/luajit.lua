-- A host that is itself a Lua: LuaJIT's own symbols are in the process, and the
-- library is loaded for all to see.  Prints the report of one dossier.
--   luajit luajit.lua LIBRARY DOSSIER
local ffi = require "ffi"

ffi.cdef [[
  int32_t cop11_engine_open(const void *options, const void *call, void **out, void *err);
  int32_t cop11_evaluate(void *engine, const char *dossier, size_t size,
                         const void *call, void **out, void *err);
  const char *cop11_text_data(const void *text);
  size_t cop11_text_size(const void *text);
  void cop11_text_free(void *text);
  void cop11_engine_close(void *engine);
]]

local lib = ffi.load(arg[1], true)
local file = assert(io.open(arg[2], "rb"))
local dossier = file:read "*a"
file:close()

local engine, report = ffi.new "void *[1]", ffi.new "void *[1]"
assert(lib.cop11_engine_open(nil, nil, engine, nil) == 0)
assert(lib.cop11_evaluate(engine[0], dossier, #dossier, nil, report, nil) == 0)
io.write(ffi.string(lib.cop11_text_data(report[0]),
  tonumber(lib.cop11_text_size(report[0]))))
lib.cop11_text_free(report[0])
lib.cop11_engine_close(engine[0])
