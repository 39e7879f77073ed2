// Pages for people under axe-core, at three widths: none has a violation of WCAG 2.2 AA or
// of good practice, and none is wider than its window.
//
// usage: axe.mjs COMMAND FOLDER DOSSIER...      prints TAP
import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { check, end, runs } from "./tap.mjs";

const AXE = fileURLToPath(import.meta.resolve("axe-core"));
const WIDTHS = [390, 1100, 1920];
const [command, folder, ...dossiers] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// { name, path }: a page of each kind, and the report on each sample.
function pages() {
  const made = [];
  const make = (name, args) => {
    const path = join(folder, `${name}.html`);
    runs(command, [...args, "-o", path]);
    made.push({ name, path });
  };
  const mine = dossiers.find((path) => basename(path) === "large-gold-mine.json");
  const other = dossiers.find((path) => basename(path) === "gold-mine.json");
  for (const path of dossiers) make(`report on ${basename(path, ".json")}`, ["assess", path, "--format", "html"]);
  for (const list of ["questions", "remedies"]) make(list, [list, mine, "--format", "html"]);
  make("lapses", ["lapses", mine, "--until", "2015-03-14", "--format", "html"]);
  make("diff", ["diff", other, other, "--format", "html"]);
  make("rules", ["rules", "--format", "html"]);
  make("form", ["form", mine]);
  make("form in French", ["form", mine, "--language", "fr"]);
  runs(command, ["batch", ...dossiers, "-o", join(folder, "batch")]);
  made.push({ name: "batch", path: join(folder, "batch", "rollup.html") });
  return made;
}

const told = ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 3).map((node) =>
  `${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join("; ")}`).join("\n  ")}`;

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ bypassCSP: true });
const page = await context.newPage();

async function look(name, width) {
  await page.setViewportSize({ width, height: 900 });
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  check(`${name} at ${width} px: nothing that axe-core finds`, violations.map(told).join("\n"));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(`${name} at ${width} px: not wider than the window`, over > 0 && `by ${over} px`);
}

// The form shows a topic at a time.
async function lookAtTopics() {
  const topics = await page.$$eval("[data-topic]", (all) => all.map((one) => one.dataset.topic));
  check("the form has topics", topics.length < 10 && topics);
  for (const topic of topics) {
    await page.evaluate((id) => document.querySelector(`[data-topic="${id}"]`).click(), topic);
    await look(`form, ${topic}`, WIDTHS[0]);
  }
}

for (const { name, path } of pages()) {
  await page.goto(pathToFileURL(path).href);
  await page.addScriptTag({ path: AXE });
  for (const width of WIDTHS) await look(name, width);
  if (name === "form") await lookAtTopics();
}
await browser.close();
end();
