// ajv with every strict option compiles the schemas and accepts the samples.
//
// usage: strict.mjs COMMAND DOSSIER...      prints TAP
import { createRequire } from "node:module";
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
const subjects = {
  ...specimens(command, dossiers),
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
