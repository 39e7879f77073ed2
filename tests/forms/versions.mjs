// The versions of tools that README lists are those that are locked and installed.
//
// usage: versions.mjs PYTHON      prints TAP
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check, end, run } from "./tap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [python] = process.argv.slice(2);
const read = (path) => readFileSync(join(here, path), "utf8");

const LOCK = JSON.parse(read("package-lock.json")).packages;
const PINNED = Object.fromEntries(read("requirements.txt").split("\n").filter(Boolean).map((line) => line.split("==")));
const INSTALLED = Object.fromEntries(JSON.parse(run(python, ["-c",
  "import importlib.metadata as m, json; print(json.dumps([[d.name, d.version] for d in m.distributions()]))"])));

const ofNode = (name) => [LOCK[`node_modules/${name}`].version, JSON.parse(read(`node_modules/${name}/package.json`)).version];
const ofPython = (name) => [PINNED[name], INSTALLED[name]];

// The tools of each row of README, in its order.
const ROWS = {
  "ajv, ajv-formats": ["ajv", "ajv-formats"].map(ofNode),
  "jsonschema, fastjsonschema (Python)": ["jsonschema", "fastjsonschema"].map(ofPython),
  quicktype: [ofNode("quicktype")],
  "datamodel-code-generator, pydantic": ["datamodel-code-generator", "pydantic"].map(ofPython),
  "json-schema-to-typescript": [ofNode("json-schema-to-typescript")],
  "react-jsonschema-form (@rjsf/core)": [ofNode("@rjsf/core")],
  "JSON Forms (Material renderers)": [ofNode("@jsonforms/material-renderers")],
  "axe-core": [ofNode("axe-core")],
};

const table = read("../../README.md").split("## Tools that read the schemas and forms")[1].split("\n## ")[0];
const listed = Object.fromEntries([...table.matchAll(/^\| ([^|]+) \| ([\d., ]+) \|/gm)].map(([, tool, versions]) => [tool, versions]));

check("README lists each tool", Object.keys(listed).join() !== Object.keys(ROWS).join() && Object.keys(listed).join());
for (const [tool, versions] of Object.entries(ROWS)) {
  for (const [k, source] of ["locked", "installed"].entries()) {
    const found = versions.map((version) => version[k]).join(", ");
    check(`${tool}: listed as ${source}`, listed[tool] !== found && `README has ${listed[tool]}, ${source} is ${found}`);
  }
}
const tsc = table.match(/tsc ([\d.]+)/)[1];
check("tsc: listed as locked and installed", ofNode("typescript").some((one) => one !== tsc) && ofNode("typescript").join());
end();
