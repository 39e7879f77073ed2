// The form without a server, in Chromium: every sample goes in and comes out the same,
// and a dossier that is filled in by hand comes out as the sample that it copies.
//
// usage: page.mjs COMMAND FOLDER DOSSIER...      prints TAP
// Pictures are left in FOLDER.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";
import { check, end, run } from "./tap.mjs";

const [command, folder, ...dossiers] = process.argv.slice(2);
const BLANK = { format: "cop11.dossier/1" };
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const page_ = join(folder, "form.html");
run(command, ["form", "-o", page_]);

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, acceptDownloads: true });
const asked = [];
context.on("request", (request) => asked.push(request.url()));
const page = await context.newPage();
page.on("pageerror", (error) => check("the page throws nothing", error.stack));
page.on("dialog", (dialog) => dialog.accept());
await page.goto(pathToFileURL(page_).href);

// ---- what a person does ---------------------------------------------------------

async function open(path) {
  await page.setInputFiles("#open", path);
  await page.waitForFunction((name) => document.getElementById("status").textContent.startsWith(name), basename(path));
}

async function saved() {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  return readFileSync(await download.path(), "utf8");
}

const go = (topic) => page.click(`[data-topic="${topic}"]`);
const question = (fact) => page.locator(`[data-fact="${fact}"]`);
const choose = (box, words) => box.getByLabel(words, { exact: true }).first().check();

async function type(box, words) {
  await box.fill(words);
  await box.press("Tab");
}

async function answer(fact, words, { evidence = [], note } = {}) {
  const box = question(fact);
  await choose(box, "Answer");
  if (typeof words === "string") await type(box.locator("input[type=text]").first(), words);
  else for (const word of words) await choose(box, word);
  if (evidence.length > 0 || note) await box.locator("summary", { hasText: "Evidence" }).click();
  for (const id of evidence) await box.locator("details").first().getByText(id, { exact: false }).click();
  if (note) await type(box.getByLabel("Remark", { exact: true }), note);
}

// ---- a dossier from nothing --------------------------------------------------------

async function fillEvidence(list) {
  await go("evidence");
  for (const [i, one] of list.entries()) {
    await page.getByRole("button", { name: "Add evidence" }).click();
    const item = page.locator(".item").nth(i);
    await item.locator("summary").click();
    await type(item.getByLabel("Id", { exact: true }), one.id);
    await item.getByLabel("Kind", { exact: true }).selectOption(one.kind);
    await type(item.getByLabel("Title", { exact: true }), one.title);
    await type(item.getByLabel("Date", { exact: true }), one.date);
    await item.getByLabel("Collected by").selectOption(one.collected_by);
  }
}

// The sample "office", typed as its auditor would.
async function fillOffice(sample) {
  await fillEvidence(sample.evidence);
  await go("assessment");
  await answer("assessment.date", sample.assessment.date);
  await answer("assessment.kind", ["Certification audit"]);
  await go("member");
  await answer("member.id", sample.member.id);
  await answer("member.name", sample.member.name);
  await answer("member.has_mining_facilities", ["No"], { evidence: ["E-01"] });
  await answer("member.provides_secure_transport", ["No"], { evidence: ["E-01"] });
  await answer("member.consecutive_one_year", "0");
  await go("facilities");
  await page.getByRole("button", { name: "Add a facility" }).click();
  await page.getByLabel("These are all facilities of the Member").check();
  await type(page.getByLabel("Who says so"), "Director");
  await page.locator(".card").last().getByText("E-01").click();
  await fillFacility();
}

async function fillFacility() {
  await go("0/facility");
  await type(question("facility.id").locator("input[type=text]").first(), "office");
  await answer("facility.name", "Office, second floor");
  await answer("facility.country", "NL");
  await answer("facility.kind", ["Office"], { evidence: ["E-02"] });
  await answer("facility.handles_jewellery_products", ["No"], { evidence: ["E-02", "E-03"],
    note: "prices and reports; samples are photographs" });
  await answer("facility.ships_product", ["No"], { evidence: ["E-03"] });
  await go("0/security");
  await answer("security.inhouse_used", ["No"], { evidence: ["E-02", "E-03"] });
  await answer("security.private_used", ["No"], { evidence: ["E-02", "E-03"],
    note: "the receptionist of the building greets and takes parcels; guarding is no part of the work" });
  await answer("security.public_engaged", ["No"], { evidence: ["E-03"] });
}

const same = (a, b) => !isDeepStrictEqual(a, b) && `came out as\n${JSON.stringify(a, null, 1)}`;

async function fromNothing() {
  const path = dossiers.find((one) => basename(one) === "office.json");
  const sample = JSON.parse(readFileSync(path, "utf8"));
  await page.click("#anew");
  check("a blank form is a blank dossier", same(JSON.parse(await saved()), BLANK));
  await fillOffice(sample);
  check("what is typed from nothing is the sample", same(JSON.parse(await saved()), sample));
  check("nothing is asked that cannot matter", (await page.locator("[data-topic='0/arms']").count()) > 0 && "arms are asked about");
}

// ---- what else a person meets ---------------------------------------------------------

const status = () => page.locator("#status").textContent();
const write = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

async function asksByAnswers() {
  await open(write("mine.json", JSON.stringify({ ...BLANK, facilities: [{ id: "pit", kind: ["mine"] }] })));
  const then = "private_security.defensive_only";
  await go("0/private_security");
  check("what may matter is asked", !(await question(then).isVisible()) && "it is not");
  await go("0/security");
  await answer("security.private_used", ["No"]);
  await page.evaluate(() => document.querySelector('[data-topic="0/private_security"]')?.click());
  check("what cannot matter then is not", (await question(then).isVisible()) && "it is");
  await go("0/security");
  await answer("security.private_used", ["Yes"]);
  await go("0/private_security");
  check("and is again by another answer", !(await question(then).isVisible()) && "it is not");
  await go("0/security");
  await choose(question("security.private_used"), "Withheld");
  await type(question("security.private_used").getByLabel("Why it is withheld"), "by contract");
  const { security } = JSON.parse(await saved()).facilities[0];
  check("a refusal has its reason", same(security, { private_used: { state: "withheld", withheld_reason: "by contract" } }));
}

async function refusesSlips() {
  const box = question("security.inhouse_count");
  await type(box.locator("input[type=text]").first(), "about ten");
  check("what is no number is told beside it", !(await box.locator(".wrong").first().textContent()).includes("write a whole number")
    && "it is not");
  check("and is no answer", JSON.parse(await saved()).facilities[0].security.inhouse_count !== undefined && "it is one");
  const before = await saved();
  await page.setInputFiles("#open", write("slip.json", '{"format": '));
  await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("slip.json was not"));
  check("a file that is no JSON is told", !(await status()).includes("What you had stays") && await status());
  await page.setInputFiles("#open", write("other.json", '{"format": "cop11.report/1"}'));
  await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("other.json was not"));
  check("a file that is no dossier is told", !(await status()).includes("format is not cop11.dossier/1") && await status());
  check("and what was there stays", (await saved()) !== before && "it does not");
}

async function usesKeys() {
  await go("0/conduct");
  const box = question("conduct.policy_written");
  await box.getByLabel("Answer", { exact: true }).first().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const { conduct } = JSON.parse(await saved()).facilities[0];
  check("a question is answered by keys alone", same(conduct, { policy_written: true }));
}

async function hashesFiles() {
  await go("evidence");
  await page.setInputFiles("#files", write("gate.txt", "The gate.\n"));
  await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("1 added"));
  const hash = createHash("sha256").update("The gate.\n").digest("hex");
  check("a file is named with its SHA-256", same(JSON.parse(await saved()).evidence, [{ id: "E-1", kind: "document",
    title: "gate.txt", ref: "gate.txt", hash: `sha256:${hash}`, media_type: "text/plain" }]));
}

async function keepsDraft() {
  const before = JSON.parse(await saved());
  check("what was saved is no draft", (await page.evaluate(() => localStorage.length)) !== 0 && "it is");
  await go("0/facility");
  await answer("facility.name", "Pit");
  before.facilities[0].name = "Pit";
  await page.reload();
  await page.getByRole("button", { name: "Go on with the draft" }).click();
  check("a draft is kept in the browser", same(JSON.parse(await saved()), before));
}

// Whatever a dossier holds is text, in the page and where it is written into it.
async function isSafe() {
  const hostile = { ...BLANK, member: { name: "</script><script>window.hit = 1</script>" },
    facilities: [{ id: "<img src=x onerror='window.hit = 1'>" }] };
  const path = join(folder, "hostile.html");
  run(command, ["form", write("hostile.json", JSON.stringify(hostile)), "-o", path]);
  await page.goto(pathToFileURL(path).href);
  await go("member");
  await go("0/facility");
  check("a dossier cannot act in the page", (await page.evaluate(() => window.hit)) && "it did");
  check("and begins it as it is", same(JSON.parse(await saved()), hostile));
}

// Each topic at the width of a phone and of a desk; two pictures of each width.
async function fits() {
  await open(dossiers.find((one) => basename(one) === "mixed-group.json"));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => [...document.querySelectorAll("[data-topic]")].map((one) => one.dataset.topic)
      .filter((topic) => {
        document.querySelector(`[data-topic="${topic}"]`).click();
        return document.documentElement.scrollWidth > innerWidth;
      }));
    check(`no topic is wider than ${width} pixels`, wide.join(", "));
    const unnamed = await page.evaluate(() => [...document.querySelectorAll("input, textarea, select, progress")]
      .filter((one) => one.labels?.length === 0 && !one.getAttribute("aria-label")).map((one) => one.outerHTML));
    check("each control has a name", unnamed.join("\n"));
    for (const topic of ["0/security", "evidence"]) {
      await page.evaluate((name) => document.querySelector(`[data-topic="${name}"]`).click(), topic);
      await page.screenshot({ path: join(folder, `${topic.replace("0/", "")}-${width}.png`) });
    }
  }
}

// ---- another language -------------------------------------------------------------------

// The page in French: each word of it is, and what it saves is the same dossier.
async function speaksFrench() {
  const path = join(folder, "formulaire.html");
  const sample = dossiers.find((one) => basename(one) === "mixed-group.json");
  run(command, ["form", sample, "--language", "fr", "-o", path]);
  await page.goto(pathToFileURL(path).href);
  check("the page says that it is French", (await page.getAttribute("html", "lang")) !== "fr" && "it does not");
  const notice = await page.locator("#notice").textContent();
  check("and who reviewed its words", !notice.includes("L\u2019équipe n\u2019a relu que les textes anglais.") && notice);
  check("and lacks no sentence", notice.includes("sans traduction") && notice);
  await go("0/security");
  await choose(question("security.private_used"), "Réponse");
  await choose(question("security.private_used"), "Oui");
  const { security } = JSON.parse(await saved()).facilities.items[0];
  check("an answer in French is the same answer", security.private_used !== true && JSON.stringify(security));
  await open(sample);
  check("a dossier goes in and comes out the same", same(JSON.parse(await saved()), JSON.parse(readFileSync(sample, "utf8"))));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const topic of ["0/security", "evidence"]) {
      await page.evaluate((name) => document.querySelector(`[data-topic="${name}"]`).click(), topic);
      await page.screenshot({ path: join(folder, `${topic.replace("0/", "")}-fr-${width}.png`) });
      const over = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      check(`${topic} in French fits ${width} pixels`, over && "it is wider");
    }
  }
}

// ---- the whole ------------------------------------------------------------------------

for (const path of dossiers) {
  const sample = JSON.parse(readFileSync(path, "utf8"));
  await open(path);
  await page.evaluate(() => {
    const topics = [...document.querySelectorAll("[data-topic]")].map((one) => one.dataset.topic);
    for (const topic of topics) document.querySelector(`[data-topic="${topic}"]`).click();
  });
  check(`${basename(path, ".json")} goes in, is shown and comes out the same`, same(JSON.parse(await saved()), sample));
}
for (const part of [fromNothing, asksByAnswers, refusesSlips, usesKeys, hashesFiles, keepsDraft, isSafe, fits,
  speaksFrench])
  await part().catch((error) => check(`${part.name} ends`, error.stack));
check("nothing is asked of a network", asked.filter((url) => !/^(file|blob|data):/.test(url)).join("\n"));
await browser.close();
end();
