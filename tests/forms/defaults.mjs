// A form that fills itself with defaults holds no answer: rjsf under each of its
// settings, and what JSON Forms makes for a new dossier and a new facility.
//
// usage: defaults.mjs COMMAND      prints TAP
import { createRequire } from "node:module";
import { check, end, run } from "./tap.mjs";

const require = createRequire(import.meta.url);
const validator = require("@rjsf/validator-ajv8").default;
const { createSchemaUtils } = require("@rjsf/utils");
const { createDefaultValue, Resolve } = require("@jsonforms/core");

const command = process.argv[2];
const propsOf = (library) => JSON.parse(run(command, ["schema", `form/${library}`])).props;
const BLANK = { format: "cop11.dossier/1" };

// The pointers of what is neither empty nor the format.
function answers(value, pointer = "") {
  if (value === undefined || value === null || pointer === "/format") return [];
  if (typeof value !== "object") return [`${pointer} = ${value}`];
  return Object.entries(value).flatMap(([key, inner]) => answers(inner, `${pointer}/${key}`));
}

const SETTINGS = {
  emptyObjectFields: ["populateAllDefaults", "populateRequiredDefaults", "skipDefaults", "skipEmptyDefaults"],
  allOf: ["skipDefaults", "populateDefaults"],
  constAsDefaults: ["always", "skipOneOf", "never"],
  mergeDefaultsIntoFormData: ["useFormDataIfPresent", "useDefaultIfFormDataUndefined"],
};

const { schema, experimental_defaultFormStateBehavior: own } = propsOf("rjsf");
const given = { rjsf: [["its own settings", own]] };
for (const [setting, values] of Object.entries(SETTINGS))
  for (const value of values) given.rjsf.push([`${setting} ${value}`, { [setting]: value }]);
const FACILITY = { ...BLANK, facilities: [{ id: "pit" }] };
for (const [name, behavior] of given.rjsf) {
  for (const [what, dossier] of [["a blank dossier", BLANK], ["a facility", FACILITY]]) {
    const filled = createSchemaUtils(validator, schema, behavior).getDefaultFormState(schema, dossier);
    const found = answers(filled).filter((one) => one !== "/facilities/0/id = pit");
    check(`rjsf fills ${what} with no answer: ${name}`, found.length > 0 && found.slice(0, 10).join("\n"));
  }
}

const form = propsOf("jsonforms").schema;
const facility = Resolve.schema(form, "#/anyOf/0/properties/facilities/items", form);
for (const [what, part] of [["a dossier", form], ["a facility", facility]]) {
  const found = answers(createDefaultValue(part, form));
  check(`JSON Forms fills ${what} with no answer`, found.length > 0 && found.join("\n"));
}
end();
