// What the package holds beside its own files: the library (COP11_LIBRARY, or that
// of build/), and the types of a report, made from the schema that it describes.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const built = process.env.COP11_LIBRARY ?? path.join(__dirname, "../../../build/libcop11.so");
fs.copyFileSync(built, path.join(__dirname, "libcop11.so"));

async function main() {
  const { compile } = require("json-schema-to-typescript");
  const { Engine } = require("./index.js");
  const engine = new Engine();
  const types = await compile(engine.describe("report-schema").json(), "Report");
  engine.close();
  fs.writeFileSync(path.join(__dirname, "report.d.ts"), types);
}

main();
