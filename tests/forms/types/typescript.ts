// Reads each file with the types of its kind, and prints it again in one line.
declare const require: (name: string) => any;
declare const process: { argv: string[] };
import { Convert as Dossiers } from "./dossier";
import { Convert as Reports } from "./report";

const { readFileSync } = require("fs");
const [kind, ...files] = process.argv.slice(2);
for (const file of files) {
  const text: string = readFileSync(file, "utf8");
  const again = kind === "dossier" ? Dossiers.dossierToJson(Dossiers.toDossier(text))
    : Reports.reportToJson(Reports.toReport(text));
  console.log(JSON.stringify(JSON.parse(again)));
}
