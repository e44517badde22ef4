/**
 * Hearsay without a file system: stages 2 to 7 over a document and knowledge that the caller has loaded (`dist/data` and
 * `models/en` of this package, served as they are). Reading files and pages is for `hearsay` itself.
 */

export type { Document } from "./core/document.ts";
export * from "./core/explain.ts";
export type * from "./core/finding.ts";
export * from "./core/ledger.ts";
export { Problem } from "./core/problem.ts";
export type { Span } from "./core/span.ts";
export { loadEnglish } from "./languages/en/index.ts";
export { openGazetteer } from "./lexicon/gazetteer.ts";
export type { LexiconData } from "./lexicon/index.ts";
export { type Knowledge, type ReadResult, readDocumentWith } from "./read.ts";
