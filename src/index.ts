/** Hearsay's public API, by name and nothing else. Nothing is loaded at import; `read` loads what it needs once. */
import type { Case } from "./case/case.ts";
import type { CaseOptions } from "./case/open.ts";
import type { Document } from "./core/document.ts";
import type { Ledger } from "./core/ledger.ts";
import type { Fetched } from "./intake/fetch.ts";
import { type ReadResult, readDocumentWith } from "./read.ts";
import { loadKnowledge, version } from "./resources.ts";
import { type DocumentOptions, MAX_SIZE, readDocument } from "./stages/1-document/index.ts";

export { type Candidate, makeCandidates, rowOf } from "./candidates.ts";
export type * from "./case/case.ts";
export type { CaseOptions } from "./case/open.ts";
export { pooledReader } from "./case/pool.ts";
export type { Reader } from "./case/reader.ts";
export type * from "./core/correction.ts";
export type * from "./core/dossier.ts";
export { CAMP, CAMPS } from "./core/dossier.ts";
export * from "./core/explain.ts";
export type * from "./core/finding.ts";
export * from "./core/ledger.ts";
export { sufferer } from "./core/neutral-words.ts";
export { type Passage, passagesOf } from "./core/passages.ts";
export { Problem } from "./core/problem.ts";
export type { Span } from "./core/span.ts";
export { reconcile } from "./dossier/reconcile.ts";
export { typeName } from "./dossier/type-name.ts";
export { type ExportInput, FORMATS, type Format, type NumberRule, RULES } from "./formats/index.ts";
export type { Fetched, FetchLimits } from "./intake/fetch.ts";
export type { Columns, Input } from "./intake/index.ts";
export { type Found, findMatches } from "./match.ts";
export { readDocumentWith } from "./read.ts";
export type { Document, DocumentOptions, ReadResult };
export { MAX_SIZE, readDocument, version };

/** Opens a case, making it where it is not there. The store loads on the first call. */
export async function openCase(path: string, options: CaseOptions = {}): Promise<Case> {
  return (await import("./case/open.ts")).openCase(path, options);
}

/** Checks a ledger's shape, ids and spans, and gives it back. Throws `E-LEDGER-01`. The schema loads on the first call. */
export async function checkLedger(value: unknown): Promise<Ledger> {
  return (await import("./formats/ledger.ts")).parseLedger(value);
}

/**
 * Fetches a page or file to read: http and https only, no private address, limits of size and time, a stated user agent.
 * Throws `E-INTAKE-04` and `16` to `20`.
 */
export async function fetchReport(address: string): Promise<Fetched> {
  return (await import("./intake/fetch.ts")).fetchUrl(address);
}

/** Reads one report: bytes of a .txt or .html file, or text. Throws a `Problem` where the input cannot be read. */
export async function read(input: Uint8Array | string, options: DocumentOptions = {}): Promise<Ledger> {
  return (await readInFull(input, options)).ledger;
}

/** As `read`, with the layers that `explain` and `whyNot` look into. */
export async function readInFull(input: Uint8Array | string, options: DocumentOptions = {}): Promise<ReadResult> {
  const [document, knowledge] = await Promise.all([readDocument(input, options), loadKnowledge()]);
  return readDocumentWith(document, knowledge);
}
