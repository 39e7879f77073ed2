// What the tests of this folder share: TAP, the documents under test, and
// whether two documents say the same.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

let count = 0;
let failed = 0;

export function check(name, problem) {
  count++;
  if (problem) failed++;
  console.log(`${problem ? "not ok" : "ok"} ${count} - ${name}`);
  if (problem) console.log(String(problem).replace(/^/gm, "# "));
}

export function end() {
  console.log(`1..${count}`);
  process.exitCode = failed ? 1 : 0;
}

export function run(program, args, options = {}) {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
}

// The same where the status says what was found.
export function runs(program, args) {
  try {
    return run(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (error.status === 2) throw error;
    return error.stdout;
  }
}

// { dossier: { schema, documents: [{ name, text }] }, report: ... }: the samples
// and the reports on them, with the schemas that describe them.
export function specimens(command, dossiers) {
  const documents = (text) => dossiers.map((path) => ({ name: basename(path, ".json"), text: text(path) }));
  return {
    dossier: {
      schema: run(command, ["schema", "dossier"]),
      documents: documents((path) => readFileSync(path, "utf8")),
    },
    report: {
      schema: run(command, ["schema", "report"]),
      documents: documents((path) => report(command, path)),
    },
  };
}

// The status says what was found; the report is whole all the same.
function report(command, path) {
  try {
    return run(command, ["assess", "--format", "json", path], { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (!error.stdout) throw error;
    return error.stdout;
  }
}

// The pointer of the first place where `b` says something else than `a`; what is
// null is the same as what is not there.  What `drops` names may be gone.
export function difference(a, b, drops = () => false, pointer = "") {
  if (a === null || a === undefined) return b === null || b === undefined ? null : pointer;
  if (typeof a !== "object") return a === b ? null : pointer;
  if (typeof b !== "object" || b === null || Array.isArray(a) !== Array.isArray(b)) return pointer;
  if (Array.isArray(a) && a.length !== b.length) return pointer;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (drops(key, a[key])) continue;
    const found = difference(a[key], b[key], drops, `${pointer}/${key}`);
    if (found !== null) return found;
  }
  return null;
}
