// The forms in Chromium, drawn by the real libraries: a blank dossier stays
// blank, every sample goes in and comes out the same, and what a person answers
// is what comes out.
//
// usage: browser.mjs LIBRARY COMMAND FOLDER DOSSIER...      prints TAP
// Pictures of each form are left in FOLDER.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { check, end, run } from "./tap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [library, command, folder, ...dossiers] = process.argv.slice(2);
const BLANK = { format: "cop11.dossier/1" };

async function makePage() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "form.json"), run(command, ["schema", `form/${library}`]));
  copyFileSync(join(here, "browser", `${library}.jsx`), join(folder, "form.jsx"));
  await build({
    entryPoints: [join(folder, "form.jsx")], outfile: join(folder, "form.js"), bundle: true,
    define: { "process.env.NODE_ENV": '"production"' }, logLevel: "error",
    nodePaths: [join(here, "node_modules")],
  });
  cpSync(join(here, "node_modules/bootstrap/dist"), join(folder, "bootstrap"), { recursive: true });
  const style = library === "rjsf" ? '<link rel="stylesheet" href="bootstrap/css/bootstrap.min.css">' : "";
  writeFileSync(join(folder, "form.html"), `<!doctype html><meta charset="utf-8">${style}` +
    '<div id="root" style="padding: 20px"></div><script src="form.js"></script>');
}

// Draws the form on `dossier`; waits until it stands.
async function draw(page, dossier) {
  await page.evaluate((data) => window.show(data), dossier);
  await page.waitForFunction(() => document.getElementById("root").innerText.length > 100);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

async function problemOf(page, dossier) {
  const [given, wrong] = await page.evaluate(() => [window.given(), window.wrong()]);
  if (!isDeepStrictEqual(given, dossier)) return `came out as ${JSON.stringify(given).slice(0, 2000)}`;
  const lost = await page.evaluate(() => /No applicable renderer|Unsupported field/.test(document.body.innerText));
  if (lost) return "the library cannot draw a part of it";
  const misread = await page.evaluate(() => [...document.querySelectorAll("input:not([type=radio]), textarea")]
    .filter((input) => input.value.includes("[object")).map((input) => input.id));
  if (misread.length > 0) return `an answer is shown in a control for another kind:\n${misread.join("\n")}`;
  const wordless = await page.evaluate(() => [...document.querySelectorAll("select")]
    .filter(({ options: [first] }) => first && !first.text.trim()).map((select) => select.id));
  if (wordless.length > 0) return `a choice begins with an empty line:\n${wordless.join("\n")}`;
  return wrong.length > 0 && wrong.slice(0, 5).join("\n");
}

// ---- what a person does ---------------------------------------------------------

// What rjsf names for a topic of the first facility, of a list written in either way.
const firstAt = ({ name }, end) => ["", "_items"].map((list) => `[id="root_facilities${list}_0_${name}${end}"]`).join();

// A topic is opened before its questions are asked.
const HANDS = {
  rjsf: {
    async openFacility() {},
    async openTopic(page, topic) {
      const add = page.locator(firstAt(topic, "__optionalAdd"));
      if (await add.count()) await add.click();
    },
    seeTopic: (page, topic) => page.locator(firstAt(topic, "")).evaluate((box) => box.scrollIntoView()),
    async answer(page, ask, title) {
      const box = page.locator('label[for^="root_facilities"]', { hasText: ask }).locator("xpath=ancestor::*[.//select][1]");
      await box.locator("select").first().selectOption({ label: title });
    },
    asks: (page, ask) => page.locator('label[for^="root_facilities"]', { hasText: ask }).count(),
    picked: (page) => page.locator("select[id^=root_member_name_evidence]").last()
      .evaluate((select) => select.selectedOptions[0].label),
  },
  jsonforms: {
    async openFacility(page) {
      await page.getByRole("tab", { name: "Facilities", exact: true }).click();
      await page.locator(".MuiAccordionSummary-root").first().click();
    },
    async openTopic(page, { tabs }) {
      for (const tab of tabs) await page.getByRole("tab", { name: tab, exact: true }).last().click();
    },
    // In another width the tabs stay where they were.
    async seeTopic(page) {
      for (const tab of await page.locator('[role=tab][aria-selected="true"]:visible').all())
        await tab.evaluate((one) => one.scrollIntoView({ inline: "center" }));
    },
    async answer(page, ask, title) {
      const box = page.getByText(ask).locator("xpath=ancestor::*[.//input][1]");
      await box.getByRole("combobox").first().click();
      await page.getByRole("option", { name: title, exact: true }).click();
    },
    asks: (page, ask) => page.getByText(ask).count(),
    picked: (page) => page.locator("label", { has: page.locator("input[type=checkbox]:checked") }).innerText(),
  },
};

const ASK = "Is a private security company engaged at the facility?";
const THEN = "Do all private security companies provide preventative and defensive";

const PROVIDERS = { name: "security", tabs: ["Who provides security"] };
const ARMS = { name: "arms", tabs: ["Conduct and incidents", "Arms"] };
const COMPANIES = { name: "private_security", tabs: ["Voluntary Principles", "Private security companies"] };

async function answers(page) {
  const hands = HANDS[library];
  await draw(page, { ...BLANK, facilities: { items: [{ id: "pit", name: "Pit", kind: ["mine"] }] } });
  await hands.openFacility(page);
  await hands.openTopic(page, PROVIDERS);
  await hands.answer(page, ASK, "No");
  await page.waitForFunction(() => JSON.stringify(window.given()).includes("false"));
  // What is undefined is in no JSON text.
  const dossier = JSON.parse(await page.evaluate(() => JSON.stringify(window.given())));
  const answer = dossier.facilities.items[0].security?.private_used;
  check("an answer comes out where the dossier holds it", (answer?.value ?? answer) !== false &&
    JSON.stringify(dossier));
  const pit = { id: "pit", name: "Pit", kind: ["mine"], security: { private_used: answer } };
  check("nothing else comes out", !isDeepStrictEqual(dossier, { ...BLANK, facilities: { items: [pit] } }) &&
    JSON.stringify(dossier));
  await hands.openTopic(page, COMPANIES);
  check("what then does not matter is not asked", (await hands.asks(page, THEN)) !== 0 && "it is asked");
  await hands.openTopic(page, PROVIDERS);
  await hands.answer(page, ASK, "Yes");
  await page.waitForFunction(() => JSON.stringify(window.given()).includes("true"));
  await hands.openTopic(page, COMPANIES);
  check("what then matters is asked", (await hands.asks(page, THEN)) !== 1 && "it is not asked");
}

// A plain answer becomes one beside which evidence may stand, and one that is taken back
// leaves nothing.
async function givenPlainly(page) {
  const given = async (facility) => {
    const { items: [one] } = JSON.parse(await page.evaluate(() => JSON.stringify(window.given()))).facilities;
    return isDeepStrictEqual(one, { id: "pit", name: "Pit", kind: ["mine"], ...facility }) ? false : JSON.stringify(one);
  };
  const drawPit = async (facility, topic) => {
    await draw(page, { ...BLANK, facilities: { items: [{ id: "pit", name: "Pit", kind: ["mine"], ...facility }] } });
    await HANDS.jsonforms.openFacility(page);
    await HANDS.jsonforms.openTopic(page, topic);
  };
  const tick = (label) => page.getByLabel(label, { exact: true }).first().click();
  await drawPit({ security: { private_used: true } }, PROVIDERS);
  await HANDS.jsonforms.answer(page, ASK, "Yes, with evidence or a note");
  check("a plain answer takes evidence, and stays", await given({ security: { private_used: { value: true } } }));
  await page.getByLabel("Note", { exact: true }).last().fill("two shifts");
  await page.waitForFunction(() => JSON.stringify(window.given()).includes("two shifts"));
  check("a note then stands beside it",
    await given({ security: { private_used: { value: true, note: "two shifts" } } }));
  await drawPit({ security: { inhouse_count: 12 } }, PROVIDERS);
  await tick("Withheld from the auditor");
  check("a plain number can be withheld", await given({ security: { inhouse_count: { state: "withheld" } } }));
  await drawPit({ people_first: { groups: ["visitors"] } }, TOPICS[1]);
  await tick("Visitors");
  await tick("Clear it, to answer with evidence or a note");
  check("choices that are all taken back are none", await given({ people_first: { groups: {} } }));
}

// What a host may add: evidence is then picked by its title.
async function picksEvidence(page) {
  const pieces = [{ id: "D-1", kind: "document", title: "Guard roster" }, { id: "D-2", kind: "document", title: "Letter" }];
  const dossier = { ...BLANK, evidence: pieces, member: { name: { value: "Ore Ltd", evidence: ["D-1"] } } };
  await page.evaluate((data) => window.offer(data.evidence), dossier);
  await draw(page, dossier);
  check("a form that offers evidence takes what names it", await problemOf(page, dossier));
  check("evidence is picked by its title", (await HANDS[library].picked(page)) !== "Guard roster" &&
    await HANDS[library].picked(page));
  await page.screenshot({ path: join(folder, "evidence.png") });
}

// A reason for no answer stands alone where no auditor found anything; where one did, the
// finding is asked for from the first.
async function reasons(page) {
  const topic = { name: "arms" };
  await draw(page, { ...BLANK, facilities: { items: [{ id: "pit", name: "Pit", kind: ["mine"] }] } });
  await HANDS.rjsf.openTopic(page, topic);
  const at = (end) => page.locator(firstAt(topic, end));
  await at("_used__anyof_select").selectOption({ label: "Withheld from the auditor" });
  await at("_used_withheld_reason").fill("counsel asked");
  const used = async () => JSON.parse(await page.evaluate(() => JSON.stringify(window.given()))).facilities.items[0].arms.used;
  check("a reason stands alone", "auditor" in await used() && JSON.stringify(await used()));
  await at("_used__anyof_select").selectOption({ label: "Answer, and what the auditor found" });
  await at("_used_value").selectOption({ label: "Yes" });
  check("the finding stays within reach of the answer", (await at("_used_auditor_by").count()) !== 1 && "it is gone");
}

// The groups of questions that a facility's form offers, by whether the Member mines.
async function gatedByMember(page) {
  const facilities = { items: [{ id: "pit", name: "Pit", kind: ["mine"] }] };
  const offered = {};
  for (const mines of [true, false]) {
    await draw(page, { ...BLANK, member: { has_mining_facilities: mines }, facilities });
    offered[mines] = await page.locator("[id^=root_facilities_items_0_][id$=__optionalAdd]")
      .evaluateAll((all) => all.map((one) => one.id));
  }
  check("what the Member's facts decide is not asked",
    (offered[false].length >= offered[true].length ||
      offered[false].some((id) => !offered[true].includes(id))) && "it is not so");
}

// Open topics with each kind of question and answer, as a person sees them on a desk
// and on a phone.
const SEEN = { ...BLANK, evidence: [{ id: "D-1", kind: "document", title: "Guard roster", date: "2013-10-02" }],
  facilities: { complete: true, items: [{ id: "pit", name: "Pit", kind: ["mine"],
    security: { inhouse_used: true, private_used: { value: true, evidence: ["D-1"], note: "two shifts" },
      public_engaged: { state: "withheld", withheld_reason: "the contract forbids it" }, inhouse_count: 12 },
    people_first: { in_practice: { state: "unknown", why: "nobody was asked" }, groups: ["employees", "visitors"] },
    community: { engaged_on_security: { state: "not_applicable", na_reason: "no neighbours" } },
    allegations: { complete: true, items: [{ id: "2013-1", against: "private", severity: "low" }] } }] } };
const TOPICS = [
  PROVIDERS, { name: "people_first", tabs: ["Measures", "People before product"] },
  { name: "allegations", tabs: ["Conduct and incidents", "Allegations of abuse"] }];

// What lies on what a person reads or answers: the words of each button that does.
const covering = (page) => page.evaluate(() => {
  const shown = (what) => [...document.querySelectorAll(what)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const lies = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const boxed = (what) => shown(what).map((one) => [one, one.getBoundingClientRect()]);
  const parts = boxed("label, legend, select, input");
  return boxed("button").filter(([button, of]) => parts.some(([part, box]) => lies(of, box) &&
    !part.contains(button) && !button.contains(part))).map(([button]) => button.outerHTML.slice(0, 200));
});

// The buttons whose words do not fit.
const cut = (page) => page.evaluate(() => [...document.querySelectorAll("button.btn")]
  .filter((button) => button.scrollWidth > button.clientWidth + 1).map((button) => `${button.id} is cut off`));

// Pictures of `topics` of the first facility of the form that is drawn, at both widths.
async function pictures(page, name, topics) {
  await HANDS[library].openFacility(page);
  const covers = [];
  for (const topic of topics) {
    await HANDS[library].openTopic(page, topic);
    for (const [width, height] of [[390, 844], [1100, 1400]]) {
      await page.setViewportSize({ width, height });
      await HANDS[library].seeTopic(page, topic);
      await page.mouse.move(0, 0); // what lies below it shows more than the rest
      await page.screenshot({ path: join(folder, `${name}-${topic.name}-${width}.png`) });
      covers.push(...await covering(page), ...await cut(page));
    }
  }
  check(`${name}: each button has its room`, covers.join("\n"));
}

// What stands in the tests as an example of everything that is in reach.
const EVERYTHING = { ...BLANK,
  all_facilities: { arms: { used: { value: false, note: "nowhere" } } },
  facilities: [{ id: "pit", arms: { used: { value: true, evidence: ["D-1", { id: "D-2", supports: "against" }],
    auditor: { value: false, by: "A. Lead", date: "2013-11-20", evidence: ["D-2"], note: "none were seen" } } },
    security: { private_used: { state: "withheld", withheld_reason: "the contract forbids it",
      auditor: { value: true, by: "A. Lead", date: "2013-11-20" } } } }],
};

// ---- the whole ------------------------------------------------------------------

await makePage();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
page.setDefaultTimeout(0); // a busy machine takes long; ctest stops what hangs
page.on("pageerror", (error) => check(`${library} throws nothing`, error.stack));
await page.goto(pathToFileURL(join(folder, "form.html")).href);

await draw(page, BLANK);
check("a blank dossier stays blank", await problemOf(page, BLANK));
await page.screenshot({ path: join(folder, "blank.png") });
for (const path of dossiers) {
  const dossier = JSON.parse(readFileSync(path, "utf8"));
  await draw(page, dossier);
  const name = basename(path, ".json");
  check(`${name} goes in and comes out the same`, await problemOf(page, dossier));
  const [facility] = dossier.facilities.items ?? dossier.facilities;
  await pictures(page, name, [facility.arms ? ARMS : PROVIDERS]);
}
await draw(page, EVERYTHING);
check("what holds for all facilities and what the auditor found come out the same", await problemOf(page, EVERYTHING));
await page.screenshot({ path: join(folder, "everything.png"), fullPage: true });
await answers(page).catch((error) => check("a person can answer", error.stack));
if (library === "rjsf") {
  await gatedByMember(page);
  await reasons(page).catch((error) => check("a reason is given", error.stack));
} else await givenPlainly(page).catch((error) => check("a plain answer takes more", error.stack));
await picksEvidence(page).catch((error) => check("evidence is picked", error.stack));
await draw(page, SEEN);
await pictures(page, "seen", TOPICS);
await browser.close();
end();
