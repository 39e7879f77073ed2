import { readFileSync } from "node:fs";
import { Cop11Error, Engine } from "cop11";

const engine = new Engine();
try {
  const report = engine.evaluate(readFileSync(process.argv[2])).json();
  console.log(report.member.text);
} catch (error) {
  if (!(error instanceof Cop11Error)) throw error;
  console.error(`${error.status} ${error.where}:${error.line} ${error.message}`);
}
engine.close();
