// libcop11 from Node.js, with koffi: the same report as the C command.
//
// usage: node evaluate.js LIBRARY COMMAND DOSSIER...      prints TAP
"use strict";

const { spawnSync } = require("child_process");
const fs = require("fs");

let koffi;
try {
  koffi = require("koffi");
} catch {
  console.log("not ok 1 - koffi is installed");
  console.log("# ./setup.sh test installs it with npm; run that again");
  process.exit(1);
}

koffi.opaque("cop11_engine");
koffi.opaque("cop11_text");
koffi.proto("void cop11_log_fn(void *data, int32_t level, " +
  "const char *text, size_t size)");
koffi.proto("int32_t cop11_cancel_fn(void *data)");
const Error = koffi.struct("cop11_error", {
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
  pack: "void *",
  layers: "void *",
  layer_count: "size_t",
  max_memory: "uint64_t",
  max_steps: "uint64_t",
  max_dossier: "uint64_t",
  max_report: "uint64_t",
  max_depth: "uint32_t",
  max_idle: "uint32_t",
  log: "cop11_log_fn *",
  log_data: "void *",
  keys: "void *",
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
});

function load(path) {
  const lib = koffi.load(path);
  return {
    statusName: lib.func("const char *cop11_status_name(int32_t status)"),
    open: lib.func("int32_t cop11_engine_open(const cop11_options *options, " +
      "const cop11_call *call, _Out_ cop11_engine **out, _Inout_ cop11_error *err)"),
    close: lib.func("void cop11_engine_close(cop11_engine *engine)"),
    evaluate: lib.func("int32_t cop11_evaluate(cop11_engine *engine, " +
      "const uint8_t *dossier, size_t size, const cop11_call *call, " +
      "_Out_ cop11_text **out, _Inout_ cop11_error *err)"),
    // void *, because koffi would copy a char * up to the first NUL.
    data: lib.func("void *cop11_text_data(const cop11_text *text)"),
    size: lib.func("size_t cop11_text_size(const cop11_text *text)"),
    free: lib.func("void cop11_text_free(cop11_text *text)"),
  };
}

// A struct of cop11.h: zeros, but for its own size and the fields given.
function sized(type, fields = {}) {
  const zeros = koffi.decode(Buffer.alloc(koffi.sizeof(type)), type);
  return { ...zeros, struct_size: koffi.sizeof(type), ...fields };
}

// The status, and the report's bytes or the error's message.
function evaluate(lib, engine, dossier, call = null) {
  const out = [null];
  const error = sized(Error);
  const status = lib.evaluate(engine, dossier, dossier.length, call, out,
    error);
  if (status !== 0) return { status, message: error.message };
  const data = koffi.decode(lib.data(out[0]), "uint8_t", lib.size(out[0]));
  const report = Buffer.from(data);
  lib.free(out[0]);
  return { status, report };
}

// JSON without the white space between its tokens; these stay, byte for byte and
// in their order.
function compact(text) {
  return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g,
    (_, string = "") => string);
}

function main(library, command, dossiers) {
  let number = 0;
  let failed = 0;
  function check(name, passed) {
    number += 1;
    if (!passed) failed += 1;
    console.log(`${passed ? "" : "not "}ok ${number} - ${name}`);
  }

  const lib = load(library);
  const out = [null];
  const options = sized(Options, { log: () => {} });
  check("node opens an engine", lib.open(options, null, out, sized(Error)) === 0);
  const engine = out[0];
  for (const path of dossiers) {
    const dossier = fs.readFileSync(path);
    const wanted = spawnSync(command, ["assess", "--format", "json", path],
      { maxBuffer: 1 << 28 }).stdout.toString();
    const { status, report } = evaluate(lib, engine, dossier);
    check(`node and the command write the same tokens for ${path}`,
      status === 0 && report.length > 2 &&
      report.equals(Buffer.from(compact(wanted))));
  }
  const stopped = evaluate(lib, engine, fs.readFileSync(dossiers[0]),
    sized(Call, { cancel: () => 1 }));
  check("node cancels a call",
    lib.statusName(stopped.status) === "COP11_E_CANCELLED");
  const refused = evaluate(lib, engine, Buffer.from('{"a":'));
  check("node reads why a dossier is refused",
    lib.statusName(refused.status) === "COP11_E_JSON" &&
    refused.message.length > 0);
  lib.close(engine);
  console.log(`1..${number}`);
  return failed === 0 ? 0 : 1;
}

const [, , library, command, ...dossiers] = process.argv;
process.exitCode = main(library, command, dossiers);
