// The functions and structs of cop11.h, as koffi sees them.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const koffi = require("koffi");

const DRAFT = 2; // COP11_ABI_VERSION of the header that these structs follow

koffi.opaque("cop11_engine");
koffi.opaque("cop11_text");
koffi.opaque("cop11_pack");
koffi.proto("void cop11_log_fn(void *data, int32_t level, const uint8_t *text, size_t size)");
koffi.proto("int32_t cop11_cancel_fn(void *data)");
const Failure = koffi.struct("cop11_error", {
  struct_size: "uint32_t",
  status: "int32_t",
  line: "int32_t",
  column: "int32_t",
  where: koffi.array("char", 256),
  message: koffi.array("char", 1024),
});
const Options = koffi.struct("cop11_options", {
  struct_size: "uint32_t",
  flags: "uint32_t",
  pack: "cop11_pack *",
  layers: "cop11_pack **",
  layer_count: "size_t",
  max_memory: "uint64_t",
  max_steps: "uint64_t",
  max_dossier: "uint64_t",
  max_report: "uint64_t",
  max_depth: "uint32_t",
  max_idle: "uint32_t",
  log: "cop11_log_fn *",
  log_data: "void *",
  keys: "const char **",
  key_count: "size_t",
});
const Call = koffi.struct("cop11_call", {
  struct_size: "uint32_t",
  flags: "uint32_t",
  as_of: "const char *",
  cancel: "cop11_cancel_fn *",
  cancel_data: "void *",
  time_limit_ms: "uint32_t",
  reserved: "uint32_t",
  format: "const char *",
  evaluated_at: "const char *",
});

const Stats = koffi.struct("cop11_stats", {
  struct_size: "uint32_t",
  states: "uint32_t",
  calls: "uint64_t",
  errors: "uint64_t",
  time_ns: "uint64_t",
  most_steps: "uint64_t",
  most_memory: "uint64_t",
});

// A struct of cop11.h: zeros, but for its own size and the fields given.
function sized(type, fields = {}) {
  const zeros = koffi.decode(Buffer.alloc(koffi.sizeof(type)), type);
  return { ...zeros, struct_size: koffi.sizeof(type), ...fields };
}

// The library that lies in this package; without one, the system's.
const own = path.join(__dirname, "libcop11.so");
const library = koffi.load(fs.existsSync(own) ? own : `libcop11.so.0.${DRAFT}`);
const version = library.func("const char *cop11_version(void)")();
const draft = library.func("uint32_t cop11_abi_version(void)")();
if (draft !== DRAFT)
  throw new Error(`this is the binding for draft ${DRAFT} of libcop11, but the library is draft ${draft}`);

const CALL = "const cop11_call *call";
const OUT = "_Out_ cop11_text **out, _Inout_ cop11_error *err";
const DOSSIER = `(cop11_engine *engine, const uint8_t *text, size_t size, ${CALL}, ${OUT})`;
const lib = {
  // void *, because koffi would copy a char * up to the first NUL.
  text_data: library.func("void *cop11_text_data(const cop11_text *text)"),
};
for (const signature of [
  "size_t cop11_text_size(const cop11_text *text)",
  "uint32_t cop11_text_range(const cop11_text *text)",
  "uint32_t cop11_text_basis(const cop11_text *text)",
  "void cop11_text_free(cop11_text *text)",
  "int32_t cop11_pack_new(const char *name, _Out_ cop11_pack **out, _Inout_ cop11_error *err)",
  "int32_t cop11_pack_add(cop11_pack *pack, const char *path, const uint8_t *text, size_t size, _Inout_ cop11_error *err)",
  `int32_t cop11_pack_add_folder(cop11_pack *pack, const char *folder, ${CALL}, _Inout_ cop11_error *err)`,
  "int32_t cop11_pack_add_signature(cop11_pack *pack, const uint8_t *text, size_t size, _Inout_ cop11_error *err)",
  "void cop11_pack_free(cop11_pack *pack)",
  `int32_t cop11_engine_open(const cop11_options *options, ${CALL}, _Out_ cop11_engine **out, _Inout_ cop11_error *err)`,
  "void cop11_engine_close(cop11_engine *engine)",
  "int32_t cop11_engine_stats(const cop11_engine *engine, _Inout_ cop11_stats *stats, _Inout_ cop11_error *err)",
  `int32_t cop11_describe(cop11_engine *engine, const char *what, ${CALL}, ${OUT})`,
  `int32_t cop11_lint(const cop11_options *options, ${CALL}, ${OUT})`,
  `int32_t cop11_test(const cop11_options *options, ${CALL}, ${OUT})`,
  `int32_t cop11_validate${DOSSIER}`,
  `int32_t cop11_evaluate${DOSSIER}`,
  `int32_t cop11_render(cop11_engine *engine, const uint8_t *text, size_t size, const char *format, ${CALL}, ${OUT})`,
  `int32_t cop11_diff(cop11_engine *engine, const uint8_t *old, size_t old_size, const uint8_t *text, size_t size, ${CALL}, ${OUT})`,
])
  lib[/cop11_(\w+)\(/.exec(signature)[1]] = library.func(signature);

module.exports = { koffi, lib, version, sized, Failure, Options, Call, Stats };
