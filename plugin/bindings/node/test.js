// The package as it was installed, on the samples and their golden reports.
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const cop11 = require("cop11");

const { COP11_GOLDEN: GOLDEN, COP11_DOSSIERS: DOSSIERS } = process.env;
const names = fs.readdirSync(DOSSIERS).filter((name) => name.endsWith(".json"));
const OFFICE = fs.readFileSync(path.join(DOSSIERS, "office.json"));
const RULE = `fact "org.badges" { type = "yes/no", ask = "Do guards wear a badge?" }
check "11.2.org.badges" { title = "Guards wear a badge", points = { "P11.2-01" },
  expect = { "org.badges is yes", otherwise = "Guards wear none." },
  ask = "Show a badge.", remedy = "Hand out badges." }
`;
const golden = (name) => fs.readFileSync(path.join(GOLDEN, name));
const engine = new cop11.Engine();
test.after(() => engine.close());
class Mine extends Error {}
const refuse = () => {
  throw new Mine();
};

test("reports are the golden ones", () => {
  assert.strictEqual(names.length, 13);
  for (const name of names) {
    const { bytes } = engine.evaluate(fs.readFileSync(path.join(DOSSIERS, name)));
    assert.ok(bytes.equals(golden(name)), name);
  }
});

test("calls are counted", () => {
  const counted = new cop11.Engine();
  assert.strictEqual(counted.stats().calls, 0);
  counted.evaluate(OFFICE);
  assert.throws(() => counted.evaluate("{"));
  const stats = counted.stats();
  counted.close();
  assert.deepStrictEqual([stats.calls, stats.errors, stats.states], [2, 1, 1]);
  assert.ok(stats.timeNs > 0 && 0 < stats.mostSteps && stats.mostSteps < stats.mostMemory);
  assert.throws(() => counted.stats());
});

test("a report carries its rating", () => {
  const text = engine.evaluate(OFFICE.toString());
  assert.deepStrictEqual(text.range, ["not-applicable"]);
  assert.strictEqual(text.basis, "auditor-verified");
});

test("other formats, other days, other calls", () => {
  const call = { format: "text", asOf: "2015-01-02", evaluatedAt: "2015-01-02T03:04:05Z" };
  assert.match(engine.evaluate(OFFICE, call).toString(), /2015-01-02T03:04:05Z/);
  const report = engine.evaluate(OFFICE).bytes;
  assert.match(engine.render(report, "html").toString(), /<html/);
  assert.strictEqual(engine.diff(report, report).json().format, "cop11.diff/1");
  assert.strictEqual(engine.validate(OFFICE).json().valid, true);
});

test("an error names line and column, or the pointer", () => {
  assert.throws(() => engine.evaluate('{"format":\n  }'),
    { name: "Cop11Error", status: "JSON", line: 2, column: 3 });
  assert.throws(() => engine.evaluate('{"format":"cop11.dossier/1","member":7}', { asOf: "2014-01-01" }),
    { status: "DOSSIER", where: "/member" });
});

test("what no option is, and what a NUL would cut off, is refused", () => {
  assert.throws(() => engine.evaluate(OFFICE, { asof: "2014-01-01" }), /asof is no option of a call/);
  assert.throws(() => new cop11.Engine({ layer: [] }), /layer is no option of an engine/);
  assert.throws(() => engine.describe("rules\0/11.1.1"), /NUL/);
});

test("callbacks that throw are carried through", () => {
  assert.throws(() => engine.evaluate(OFFICE, { cancel: refuse }), Mine);
  assert.throws(() => engine.evaluate(OFFICE, { cancel: () => true }), { status: "CANCELLED" });
  assert.ok(engine.evaluate(OFFICE, { cancel: () => false }).bytes.equals(golden("office.json")));
});

test("a layer is logged, linted, and may be closed before the engine", () => {
  const pack = new cop11.Pack("house").add("a.lua", "check 'bad' {}\n" + RULE);
  const lines = [];
  const options = { layers: [pack], log: (...line) => lines.push(line) };
  const house = new cop11.Engine(options);
  assert.strictEqual(lines[0][0], 1);
  assert.throws(() => new cop11.Engine({ layers: [pack], log: refuse }), Mine);
  assert.throws(() => new cop11.Engine({ layers: [pack], keys: [] }), { status: "ARGUMENT" });
  assert.strictEqual(cop11.lint({ layers: [pack] }).json().format, "cop11.lint/1");
  pack.close();
  assert.throws(() => new cop11.Engine({ layers: [pack] }), /the pack is closed/);
  assert.match(house.evaluate(OFFICE).toString(), /11\.2\.org\.badges/);
  house.close();
});

test("a handle cannot be used once it is closed, and is freed once", () => {
  const one = new cop11.Engine();
  const close = () => {
    one.close();
    return false;
  };
  assert.ok(one.evaluate(OFFICE, { cancel: close }).bytes.equals(golden("office.json")));
  one.close();
  assert.throws(() => one.evaluate(OFFICE), /the engine is closed/);
});
