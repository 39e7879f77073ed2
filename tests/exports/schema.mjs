// ajv on documents: schema.mjs SCHEMA FILE...   prints a line for each that fails.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../forms/package.json", import.meta.url));
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;

const [schema, ...files] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.removeKeyword("id"); // of draft-04, in schemas that say they are draft-07
addFormats(ajv);
const valid = ajv.compile(read(schema));
for (const file of files)
  if (!valid(read(file)))
    console.log(file, JSON.stringify(valid.errors.slice(0, 4)));
