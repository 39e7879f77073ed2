// The HDF of every sample, and of hostile reports, as inspecjs reads it, which is how
// Heimdall does; the status of each control against the report.
//
// usage: hdf.mjs COMMAND ROOM PYTHON DOSSIER...      prints TAP
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { check, end } from "../forms/tap.mjs";

const require = createRequire(new URL("../forms/package.json", import.meta.url));
const { convertFile, convertFileContextual } = require("inspecjs");
const HERE = fileURLToPath(new URL(".", import.meta.url));
const [command, room, python, ...dossiers] = process.argv.slice(2);
const STATUS = {
  conformance: "Passed", observation: "Passed", "insufficient-evidence": "Not Reviewed",
  "not-applicable": "Not Applicable", error: "Profile Error",
};

const run = (...args) => spawnSync(command, args, { encoding: "utf8", maxBuffer: 1e9 }).stdout;

// What Heimdall should say of each check at each place.
function wanted(report) {
  const statuses = {};
  const short = (name) => /^(minor|major)-/.test(name);
  const key = (place) => place.replaceAll("~", "~0").replaceAll("/", "~1");
  for (const one of report.results)
    for (const id of one.checks ?? [one.check])
      statuses[one.facility === undefined ? id : `${key(one.facility)}/${id}`] =
        short(one.outcome) || short(one.with_records?.outcome ?? "") ? "Failed"
          : STATUS[one.outcome];
  return statuses;
}

function found(text) {
  const { "1_0_ExecJson": exec } = convertFile(text);
  if (!exec) throw new Error("this is no result of InSpec 1.0");
  const statuses = {};
  for (const profile of convertFileContextual(text).contains)
    for (const control of profile.contains) statuses[control.data.id] = control.hdf.status;
  return statuses;
}

function attempt(name, text, report) {
  let problem;
  try {
    const [is, should] = [found(text), wanted(report)].map((all) =>
      JSON.stringify(Object.entries(all).sort()));
    problem = is === should ? "" : `found ${is}\nwanted ${should}`;
  } catch (error) {
    problem = error.message;
  }
  check(`inspecjs reads ${name}, and each status is that of the report`, problem);
}

mkdirSync(room, { recursive: true });
for (const dossier of dossiers) {
  const report = JSON.parse(run("assess", dossier, "--format", "json"));
  const text = run("export", "hdf", dossier);
  attempt(dossier, text, report);
  const passthrough = JSON.parse(text).passthrough;
  check(`${dossier}: the rating and its range stand beside it`,
    passthrough.rating === report.member.rating &&
    JSON.stringify(passthrough["possible-ratings"]) ===
      JSON.stringify(report.member.range ?? [report.member.rating]) ? "" : text.slice(-600));
}
const rich = dossiers.find((name) => name.includes("withheld"));
for (const first of [0, 7, 13]) {
  const text = execFileSync(python, [`${HERE}hostile.py`, `${first}`],
    { input: run("assess", rich, "--format", "json"), encoding: "utf8" });
  const file = `${room}/hostile-${first}.json`;
  writeFileSync(file, text);
  attempt(`hostile report ${first}`, run("export", "hdf", file), JSON.parse(text));
}
end();
