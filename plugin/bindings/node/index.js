// libcop11 from Node.js; index.d.ts says what each of these takes and gives.
"use strict";

const { koffi, lib, version, sized, Failure, Options, Call, Stats } = require("./native.js");
const { Handle } = require("./handle.js");

const STATUSES = ["OK", "ARGUMENT", "MEMORY", "LIMIT", "CANCELLED", "JSON", "DOSSIER", "PACK", "IO", "INTERNAL"];
const RATINGS = ["not-applicable", "conformance", "minor-nonconformance", "major-nonconformance"];
const BASES = [undefined, "stated", "evidenced", "auditor-verified"];
const SHOW_SENSITIVE = 1;

class Cop11Error extends Error {
  constructor({ status, message, where, line, column }) {
    super(message);
    this.name = "Cop11Error";
    this.status = STATUSES[status];
    Object.assign(this, { where, line, column });
  }
}

// ---- one call ---------------------------------------------------------------

let raised; // by a callback of the call under way, in an object of its own

// `action` as C may call it: what it throws ends the call and comes out of it.
function caught(action, otherwise) {
  return (...args) => {
    try {
      return action(...args);
    } catch (error) {
      raised ??= { error };
      return otherwise;
    }
  };
}

function known(options, names, what) {
  for (const name of Object.keys(options))
    if (!names.includes(name))
      throw new TypeError(`${name} is no option of ${what}; these are: ${names.join(", ")}`);
  return options;
}

function plain(text) {
  if (text !== undefined && String(text).includes("\0")) throw new TypeError("a NUL would end this text");
  return text ?? null;
}

const bytes = (text) => (typeof text === "string" ? Buffer.from(text) : text);

function nativeCall(options = {}) {
  known(options, ["asOf", "format", "evaluatedAt", "showSensitive", "cancel", "timeLimitMs"], "a call");
  const { cancel } = options;
  return sized(Call, {
    flags: options.showSensitive ? SHOW_SENSITIVE : 0,
    as_of: plain(options.asOf),
    format: plain(options.format),
    evaluated_at: plain(options.evaluatedAt),
    time_limit_ms: options.timeLimitMs ?? 0,
    cancel: cancel ? caught(() => (cancel() ? 1 : 0), 1) : null,
  });
}

// Calls cop11_`name`, which takes an error behind its arguments; throws what went
// wrong.
function check(name, ...args) {
  const error = sized(Failure);
  const before = raised;
  raised = undefined;
  const status = lib[name](...args, error);
  const found = raised;
  raised = before;
  if (found) throw found.error;
  if (status !== 0) throw new Cop11Error({ ...error, status });
}

class Text {
  constructor(handle) {
    const size = lib.text_size(handle);
    this.bytes = Buffer.from(koffi.decode(lib.text_data(handle), "uint8_t", size));
    const range = lib.text_range(handle);
    this.range = RATINGS.filter((_, bit) => range & (1 << bit));
    this.basis = BASES[lib.text_basis(handle)];
  }
  toString() {
    return this.bytes.toString();
  }
  json() {
    return JSON.parse(this.toString());
  }
}

// Calls a function that returns a text.
function returned(name, ...args) {
  const out = [null];
  try {
    check(name, ...args, out);
    return new Text(out[0]);
  } finally {
    lib.text_free(out[0]);
  }
}

// ---- rules ------------------------------------------------------------------

class Pack {
  #handle;

  constructor(name) {
    const out = [null];
    check("pack_new", plain(name), out);
    this.#handle = Handle.of(this, "pack", out[0], lib.pack_free);
  }
  static use(pack, action) {
    return pack.#handle.use(action);
  }
  add(path, text) {
    const data = bytes(text);
    this.#handle.use((pack) => check("pack_add", pack, plain(path), data, data.length));
    return this;
  }
  addFolder(folder, call) {
    this.#handle.use((pack) => check("pack_add_folder", pack, plain(folder), nativeCall(call)));
    return this;
  }
  addSignature(text) {
    const data = bytes(text);
    this.#handle.use((pack) => check("pack_add_signature", pack, data, data.length));
    return this;
  }
  close() {
    this.#handle.close();
  }
}

const LIMITS = {
  maxMemory: "max_memory", maxSteps: "max_steps", maxDossier: "max_dossier",
  maxReport: "max_report", maxDepth: "max_depth", maxIdle: "max_idle",
};

// What `action` makes of the pointers of packs, which stay open until it returns.
function usePacks(packs, action, pointers = []) {
  if (packs.length === 0) return action(pointers);
  return Pack.use(packs[0], (pointer) => usePacks(packs.slice(1), action, [...pointers, pointer]));
}

// What `action` makes of the struct.
function withOptions(options, log, action) {
  known(options, ["pack", "layers", "keys", "log", ...Object.keys(LIMITS)], "an engine");
  const { pack, layers = [], keys } = options;
  return usePacks([...layers, ...(pack ? [pack] : [])], (pointers) => {
    const fields = { log, pack: pack ? pointers.pop() : null };
    if (layers.length > 0) Object.assign(fields, { layers: pointers, layer_count: pointers.length });
    // Not even an empty list may stand for "any pack is accepted".
    if (keys) Object.assign(fields, { keys: [...keys.map(plain), null], key_count: keys.length });
    for (const [name, field] of Object.entries(LIMITS)) fields[field] = options[name] ?? 0;
    return action(sized(Options, fields));
  });
}

const lint = (options = {}, call) =>
  withOptions(options, null, (native) => returned("lint", native, nativeCall(call)));
const test = (options = {}, call) =>
  withOptions(options, null, (native) => returned("test", native, nativeCall(call)));

// C's pointer to `log`, which lives as long as the engine.
function register(log) {
  if (!log) return null;
  return koffi.register(caught((_, level, text, size) =>
    log(level, Buffer.from(koffi.decode(text, "uint8_t", size)).toString())), "cop11_log_fn *");
}

// ---- an engine --------------------------------------------------------------

class Engine {
  #handle;

  constructor(options = {}, call = {}) {
    const out = [null];
    const log = register(options.log);
    const close = (engine) => {
      lib.engine_close(engine);
      if (log) koffi.unregister(log);
    };
    try {
      withOptions(options, log, (native) => check("engine_open", native, nativeCall(call), out));
    } catch (error) {
      close(out[0]); // the log may have thrown
      throw error;
    }
    this.#handle = Handle.of(this, "engine", out[0], close);
  }
  #do(name, ...args) {
    return this.#handle.use((engine) => returned(name, engine, ...args));
  }
  stats() {
    const stats = sized(Stats);
    this.#handle.use((engine) => check("engine_stats", engine, stats));
    const { states, calls, errors, time_ns: timeNs, most_steps: mostSteps, most_memory: mostMemory } = stats;
    return { states, calls, errors, timeNs, mostSteps, mostMemory };
  }
  evaluate(dossier, call) {
    const data = bytes(dossier);
    return this.#do("evaluate", data, data.length, nativeCall(call));
  }
  validate(dossier, call) {
    const data = bytes(dossier);
    return this.#do("validate", data, data.length, nativeCall(call));
  }
  describe(what, call) {
    return this.#do("describe", plain(what), nativeCall(call));
  }
  render(report, format, call) {
    const data = bytes(report);
    return this.#do("render", data, data.length, plain(format), nativeCall(call));
  }
  diff(one, other, call) {
    const [before, after] = [bytes(one), bytes(other)];
    return this.#do("diff", before, before.length, after, after.length, nativeCall(call));
  }
  close() {
    this.#handle.close();
  }
}

module.exports = { Cop11Error, Engine, Pack, Text, lint, test, version };
