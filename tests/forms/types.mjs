// Types made from the schemas read every sample and report, and write the same
// again: quicktype makes them for five languages, json-schema-to-typescript for
// TypeScript and datamodel-code-generator for pydantic.
//
// usage: types.mjs MAKER COMMAND FOLDER DOSSIER...      prints TAP
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check, difference, end, run, specimens } from "./tap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const bin = (name) => join(here, "node_modules", ".bin", name);
const venv = (name) => join(here, ".venv", "bin", name);
const JACKSON = "/usr/share/java";
const NEWTONSOFT = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll";

const [maker, command, folder, ...dossiers] = process.argv.slice(2);
const titled = (kind) => kind[0].toUpperCase() + kind.slice(1);

function quicktype(kind, language, out, ...more) {
  mkdirSync(join(folder, dirname(out)), { recursive: true });
  run(bin("quicktype"), ["--src-lang", "schema", "--src", `${kind}.schema.json`,
    "--top-level", titled(kind), "--lang", language, "--out", out, ...more], { cwd: folder });
}

// What a maker does: the types of one kind of document, a program that uses the
// types of both, and how to call it.  Some languages keep only the keys that they
// know, and Go leaves out empty lists.
const MAKERS = {
  typescript: {
    make: (kind) => quicktype(kind, "typescript", `${kind}.ts`),
    build: () => tsc(),
    program: ["node", "typescript.js"],
  },
  "json-schema-to-typescript": {
    make: (kind) => run(bin("json2ts"), ["--input", `${kind}.schema.json`, "--output",
      `${kind}.d.ts`], { cwd: folder }),
    build: literals,
  },
  go: {
    make: (kind) => quicktype(kind, "go", `${kind}/${kind}.go`, "--package", kind),
    build() {
      writeFileSync(join(folder, "go.mod"), "module cop11\n\ngo 1.18\n");
      run("go", ["build", "-o", "read", "."], { cwd: folder });
    },
    program: ["./read"],
    knownOnly: true,
    noEmptyLists: true,
  },
  java: {
    make: (kind) => quicktype(kind, "java", `cop11/${kind}/${titled(kind)}.java`,
      "--package", `cop11.${kind}`),
    build() {
      // Debian's build of Jackson declares an exception that others do not.
      for (const kind of ["dossier", "report"]) {
        const file = join(folder, "cop11", kind, "Converter.java");
        writeFileSync(file, readFileSync(file, "utf8").replaceAll("throws JsonProcessingException", "throws IOException"));
      }
      const sources = ["dossier", "report"].flatMap((kind) => readdirSync(join(folder, "cop11", kind))
        .map((name) => `cop11/${kind}/${name}`));
      run("javac", ["-nowarn", "-proc:none", "-cp", `${JACKSON}/*`, "-d", "classes", "java.java", ...sources],
        { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    },
    program: ["java", "-cp", `classes:${JACKSON}/*`, "Read"],
    knownOnly: true,
  },
  csharp: {
    make: (kind) => quicktype(kind, "csharp", `${kind}.cs`, "--framework", "NewtonSoft",
      "--csharp-version", "6", "--namespace", `Cop11.${titled(kind)}s`),
    build: () => run("mcs", ["-nowarn:1591", `-r:${NEWTONSOFT}`, "-out:read.exe", "csharp.cs",
      "dossier.cs", "report.cs"], { cwd: folder }),
    program: ["mono", "read.exe"],
    knownOnly: true,
  },
  python: {
    make: (kind) => quicktype(kind, "python", `${kind}.py`, "--python-version", "3.7"),
    program: [venv("python"), "read_quicktype.py"],
    knownOnly: true,
  },
  pydantic: {
    make: (kind) => run(venv("datamodel-codegen"), ["--input", `${kind}.schema.json`,
      "--input-file-type", "jsonschema", "--output", `${kind}.py`, "--output-model-type",
      "pydantic_v2.BaseModel", "--use-annotated", "--formatters", "builtin",
      "--disable-timestamp"], { cwd: folder }),
    program: [venv("python"), "read_pydantic.py"],
  },
};

function tsc(...files) {
  run(bin("tsc"), ["--strict", "--target", "es2020", "--module", "commonjs", 
    ...(files.length ? files : ["typescript.ts"])], { cwd: folder });
}

// Types without code are tried by the compiler: each document as a literal.
function literals(subjects) {
  for (const [kind, { documents }] of Object.entries(subjects)) {
    for (const { name, text } of documents) {
      const file = `${kind}-${name}.ts`;
      writeFileSync(join(folder, file), `import { ${titled(kind)} } from "./${kind}";\n` +
        `export const document: ${titled(kind)} = ${text};\n`);
    }
  }
  tsc("--noEmit", ...readdirSync(folder).filter((name) => name.includes("-") && name.endsWith(".ts")));
}

function attempt(name, action) {
  try {
    action();
    check(name);
    return true;
  } catch (error) {
    check(name, [error.message, error.stdout, error.stderr].join("\n").slice(0, 4000));
    return false;
  }
}

// One call reads all documents of a kind: a line each, as it would be written.
function readAll(kind, documents, { program, knownOnly, noEmptyLists }) {
  const [name, ...args] = program;
  const lines = run(name, [...args, kind, ...documents.map((one) => `${kind}-${one.name}.json`)],
    { cwd: folder, env: { ...process.env, PYTHONPATH: "." } }).trim().split("\n");
  documents.forEach((one, i) => {
    const place = difference(JSON.parse(one.text), JSON.parse(lines[i]),
      (key, value) =>
      knownOnly && key.startsWith("x-") || noEmptyLists && Array.isArray(value) && value.length === 0);
    check(`${maker} reads and writes the ${kind} ${one.name}`, place !== null && `differs at '${place}'`);
  });
}

rmSync(folder, { recursive: true, force: true });
cpSync(join(here, "types"), folder, { recursive: true });
const subjects = specimens(command, dossiers);
const how = MAKERS[maker];
let good = true;
for (const [kind, { schema, documents }] of Object.entries(subjects)) {
  writeFileSync(join(folder, `${kind}.schema.json`), schema);
  for (const one of documents) writeFileSync(join(folder, `${kind}-${one.name}.json`), one.text);
  good = attempt(`${maker} makes types of a ${kind}`, () => how.make(kind)) && good;
}
if (good && how.build) good = attempt(`${maker}: what is made compiles`, () => how.build(subjects));
if (good && how.program) {
  for (const [kind, { documents }] of Object.entries(subjects))
    attempt(`${maker} reads every ${kind}`, () => readAll(kind, documents, how));
}
end();
