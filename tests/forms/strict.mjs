// ajv with every strict option compiles the schemas and accepts the samples.
//
// usage: strict.mjs COMMAND DOSSIER...      prints TAP
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, end, run, specimens } from "./tap.mjs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;

const STRICT = {
  strict: true, strictSchema: true, strictNumbers: true, strictTypes: true,
  strictTuples: true, strictRequired: true, allowUnionTypes: false,
  allErrors: true, validateFormats: true,
};

function compiled(schema) {
  const warnings = [];
  const note = (message) => warnings.push(message);
  const ajv = new Ajv({ ...STRICT, logger: { log: note, warn: note, error: note } });
  addFormats(ajv);
  try {
    return { validate: ajv.compile(schema), problem: warnings.join("\n") };
  } catch (error) {
    return { problem: error.message };
  }
}

const [command, ...dossiers] = process.argv.slice(2);
// The roll-up of all of them, and of one that is none.
function rollup() {
  const folder = mkdtempSync(join(tmpdir(), "batch-"));
  writeFileSync(join(folder, "bad.json"), "{");
  try {
    execFileSync(command, ["batch", ...dossiers, join(folder, "bad.json"), "--skip-bad",
      "-o", join(folder, "out")], { stdio: "ignore" });
  } catch { /* a finding ends with 1, a bad one with 2 */ }
  const text = readFileSync(join(folder, "out", "rollup.json"), "utf8");
  rmSync(folder, { recursive: true });
  return text;
}
const subjects = {
  ...specimens(command, dossiers),
  batch: {
    schema: run(command, ["schema", "batch"]),
    documents: [{ name: "of all samples", text: rollup() }],
  },
  questionnaire: {
    schema: run(command, ["schema", "questionnaire-schema"]),
    documents: [{ name: "of the built-in rules", text: run(command, ["schema", "questionnaire"]) }],
  },
};
for (const [kind, { schema, documents }] of Object.entries(subjects)) {
  const { validate, problem } = compiled(JSON.parse(schema));
  check(`ajv compiles the schema of a ${kind} with every strict option`, problem);
  for (const { name, text } of validate ? documents : [])
    check(`ajv accepts the ${kind} ${name}`, !validate(JSON.parse(text)) &&
      JSON.stringify(validate.errors.slice(0, 3), null, 1));
}
end();
