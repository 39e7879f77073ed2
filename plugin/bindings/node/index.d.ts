import type { Report } from "./report";
export type { Report };

export const version: string;

export type Status =
  "ARGUMENT" | "MEMORY" | "LIMIT" | "CANCELLED" | "JSON" | "DOSSIER" | "PACK" | "IO" | "INTERNAL";
export type Rating =
  "not-applicable" | "conformance" | "minor-nonconformance" | "major-nonconformance";
export type Basis = "stated" | "evidenced" | "auditor-verified";

/** What a call throws when it fails; what a callback throws comes out as it is. */
export class Cop11Error extends Error {
  readonly status: Status;
  /** A file name or a JSON Pointer; "" where there is none. */
  readonly where: string;
  /** From 1, and in bytes; 0 where there is none. */
  readonly line: number;
  readonly column: number;
}

export interface CallOptions {
  /** "YYYY-MM-DD"; without it the dossier's assessment.date. */
  asOf?: string;
  format?: "json" | "text" | "html" | "csv";
  evaluatedAt?: string;
  showSensitive?: boolean;
  /** Asked again and again; true ends the call. */
  cancel?: () => boolean;
  timeLimitMs?: number;
}

export interface EngineOptions {
  pack?: Pack;
  layers?: readonly Pack[];
  keys?: readonly string[];
  log?: (level: number, text: string) => void;
  maxMemory?: number | bigint;
  maxSteps?: number | bigint;
  maxDossier?: number | bigint;
  maxReport?: number | bigint;
  maxDepth?: number;
  maxIdle?: number;
}

/** What an engine has done since it was opened, as in cop11_stats. */
export interface Stats {
  states: number;
  /** A bigint where it is beyond what a number holds. */
  calls: number | bigint;
  errors: number | bigint;
  timeNs: number | bigint;
  mostSteps: number | bigint;
  mostMemory: number | bigint;
}

/** The bytes of a result, in UTF-8. */
export class Text<Document = unknown> {
  readonly bytes: Buffer;
  /** Of a report: the ratings that the Member may still have. */
  readonly range: Rating[];
  readonly basis: Basis | undefined;
  toString(): string;
  json(): Document;
}

export class Pack {
  constructor(name: string);
  add(path: string, text: string | Uint8Array): this;
  addFolder(folder: string, call?: CallOptions): this;
  addSignature(text: string | Uint8Array): this;
  close(): void;
}

export class Engine {
  constructor(options?: EngineOptions, call?: CallOptions);
  evaluate(dossier: string | Uint8Array, call?: CallOptions): Text<Report>;
  validate(dossier: string | Uint8Array, call?: CallOptions): Text;
  describe(what: string, call?: CallOptions): Text;
  render(report: string | Uint8Array, format: string, call?: CallOptions): Text;
  diff(one: string | Uint8Array, other: string | Uint8Array, call?: CallOptions): Text;
  /** For a host's metrics; waits for no call. */
  stats(): Stats;
  close(): void;
}

export function lint(options?: EngineOptions, call?: CallOptions): Text;
export function test(options?: EngineOptions, call?: CallOptions): Text;
