// The form's page asks what the engine asks: each fact and list of each sample, at each
// place, by the page's own reading of conditions and by the engine's.
//
// usage: asked.mjs COMMAND LUA FOLDER_OF_TESTHOST DOSSIER...      prints TAP
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { check, end, run } from "./tap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const [command, lua, testhost, ...dossiers] = process.argv.slice(2);
for (const file of ["logic.js", "places.js"])
  runInThisContext(readFileSync(join(root, "plugin/form", file), "utf8"), { filename: file });
const { form } = globalThis;
const [, questions] = run(command, ["form"]).match(/id="questions">(.*)<\/script>/);
form.read(JSON.parse(questions));

// What is asked at a place: its questions, and the lists with the questions of their items.
function* askedAt(dossier, scope, name, facility) {
  const place = form.place(dossier, facility);
  for (const section of form.sections.filter((one) => one.scope === scope)) {
    if (!section.list) {
      for (const question of section.questions) yield [`${name} ${question.fact}`, form.isAsked(question, place)];
      continue;
    }
    yield [`${name} ${section.list}`, form.isAsked(section, place)];
    for (const [i, item] of place.list(section.list).items.entries())
      for (const question of section.questions)
        yield [`${name} ${section.list}[${i}] ${question.fact}`, form.isAsked(question, item)];
  }
}

function* askedIn(dossier) {
  yield* askedAt(dossier, "assessment", "assessment");
  yield* askedAt(dossier, "member", "member");
  for (const [i, facility] of form.items(dossier.facilities).items.entries())
    yield* askedAt(dossier, "facility", `facility ${i}`, facility);
}

const idle = JSON.parse(run(lua, [join(here, "asked.lua"), testhost, ...dossiers],
  { env: { ...process.env, COP11_SOURCE_DIR: root } }));
let notAsked = 0;
for (const path of dossiers) {
  const expected = { ...idle[path] }, wrong = [];
  for (const [name, asked] of askedIn(JSON.parse(readFileSync(path, "utf8")))) {
    if (expected[name] !== !asked) wrong.push(`${name}: the engine ${expected[name] ? "needs no answer" : "asks"}`);
    notAsked += asked ? 0 : 1;
    delete expected[name];
  }
  wrong.push(...Object.keys(expected).map((name) => `${name}: the page does not know it`));
  check(`${basename(path, ".json")}: the page asks what the engine asks`, wrong.join("\n"));
}
check("some questions are not asked", notAsked < 100 && `${notAsked} are not`);
end();
