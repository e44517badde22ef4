import { z } from "@hono/zod-openapi";
import type {
  AddSummary,
  CaseCounts,
  Correction,
  ExplainStep,
  Exported,
  Feed,
  HistoryItem,
  Ledger,
  Note,
  Passage,
  Progress,
  Refusal,
  ReportRow,
  ReportView,
  Review,
  SearchHit,
  VerifySummary,
  WhyNot,
} from "../../../index.ts";
import { LOADED_KINDS } from "../../../index.ts";
import type { Job } from "../jobs.ts";
import { decision } from "./dossiers.ts";
import { ofLibrary, span } from "./parts.ts";

/** Reports, what was read in them, and what a coder corrects, as the library gives them. */

const text = z.string();
const maybe = z.string().nullable();
const figure = z.number();

const ledger = z.looseObject({ schema: z.literal("hearsay/ledger@1") }).openapi("Ledger", {
  description: "What Hearsay says of one report. Its JSON Schema is the package’s `hearsay/schema.json`.",
}) as unknown as z.ZodType<Ledger, Ledger>;

const finding = z.strictObject({
  kind: z.enum(["claim", "event", "actor", "place", "loaded", "report"]),
  id: text,
});
const correctionShape = {
  id: text,
  report: text,
  finding,
  anchor: z.strictObject({ span, exact: text, prefix: text, suffix: text }),
  likeness: z.record(text, text),
  author: text,
  time: text,
  reason: text,
};
export const correction = ofLibrary<Correction>()(
  z.union([
    z.strictObject({ ...correctionShape, verdict: z.literal("accept") }),
    z.strictObject({ ...correctionShape, verdict: z.literal("reject") }),
    z.strictObject({ ...correctionShape, verdict: z.literal("note") }),
    z.strictObject({ ...correctionShape, verdict: z.literal("correct"), field: text, value: z.unknown() }),
  ]),
).openapi("Correction", { description: "A coder’s word on one finding, anchored in the text." });

const review = ofLibrary<Review>()(
  z.strictObject({
    finding,
    state: z.enum(["accepted", "corrected", "rejected"]),
    corrections: z.array(correction),
    before: z.record(text, z.unknown()),
  }),
).openapi("Review");
const note = ofLibrary<Note>()(z.strictObject({ id: text, finding, words: text, author: text, time: text })).openapi(
  "Note",
);
const passage = ofLibrary<Passage>()(
  z.strictObject({
    span,
    label: z.enum(["propaganda", "graphic"]),
    loaded: z.partialRecord(z.enum(LOADED_KINDS), figure),
    events: z.array(text),
  }),
).openapi("Passage", { description: "A paragraph that a reader may want folded." });

export const reportRow = ofLibrary<ReportRow>()(
  z.strictObject({
    id: text,
    title: maybe,
    outlet: maybe,
    url: maybe,
    published: maybe,
    language: text,
    added: text,
    name: text,
    claims: figure,
    events: figure,
    doubts: figure,
    copyOf: maybe,
  }),
).openapi("ReportRow", { description: "A line of the inbox." });

export const reportView = ofLibrary<ReportView>()(
  z.strictObject({
    row: reportRow,
    machine: ledger,
    ledger,
    reviews: z.array(review),
    notes: z.array(note),
    unanchored: z.array(correction),
    dossiers: z.record(text, text),
    passages: z.array(passage),
  }),
).openapi("ReportView", { description: "The ledger as the machine read it and with corrections applied." });

export const explainStep = ofLibrary<ExplainStep>()(
  z.strictObject({ what: text, words: text, span, rule: text, entry: maybe }),
).openapi("ExplainStep", { description: "What was found, in which words, by which rule." });

const refusal = ofLibrary<Refusal>()(
  z.strictObject({
    kind: text,
    span,
    by: z.strictObject({ rule: text, entry: text.optional() }) as z.ZodType<Refusal["by"]>,
    reason: text,
  }),
).openapi("Refusal");
export const whyNot = ofLibrary<WhyNot>()(
  z.strictObject({ span, claims: z.array(text), refusals: z.array(refusal) }),
).openapi("WhyNot", { description: "What was read and what was refused on some words." });

export const searchHit = ofLibrary<SearchHit>()(
  z.strictObject({
    report: text,
    title: maybe,
    outlet: maybe,
    published: maybe,
    excerpt: text,
    hits: z.array(span),
    dossiers: z.array(text),
  }),
).openapi("SearchHit", { description: "Words around a hit." });

const progress = ofLibrary<Progress>()(
  z.strictObject({
    done: figure,
    total: figure,
    current: text,
    rate: figure,
    secondsLeft: figure.nullable(),
  }),
);
const summary = ofLibrary<AddSummary>()(
  z.strictObject({
    read: z.array(z.strictObject({ name: text, report: text, claims: figure })),
    skipped: z.array(z.strictObject({ name: text, report: text, why: z.enum(["known", "same-text"]) })),
    updated: z.array(z.strictObject({ name: text, report: text })),
    left: z.array(z.strictObject({ name: text, why: z.enum(["kind", "notes"]) })),
    failed: z.array(z.strictObject({ name: text, code: text, message: text })),
    seconds: figure,
  }),
).openapi("AddSummary");
export const job = ofLibrary<Job>()(
  z.strictObject({
    id: text,
    label: text,
    state: z.enum(["running", "done", "failed", "stopped"]),
    progress: progress.nullable(),
    summary: summary.nullable(),
    problem: maybe,
  }),
).openapi("Job", { description: "An import: its state, progress and, when done, its summary." });

export const feed = ofLibrary<Feed>()(
  z.strictObject({ id: text, url: text, title: maybe, pulled: maybe, problem: maybe }),
).openapi("Feed");

const undone = z.strictObject({ author: text, time: text }).nullable();
export const historyItem = ofLibrary<HistoryItem>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("decision"), decision, undone }),
    z.strictObject({ kind: z.literal("correction"), correction, undone }),
  ]),
).openapi("HistoryItem");

export const exported = ofLibrary<Exported>()(
  z.strictObject({
    files: z.array(z.strictObject({ name: text, text })),
    text,
    mediaType: text,
    extension: text,
    rows: figure,
    rule: maybe,
  }),
).openapi("Exported", { description: "The export as one text, with the rule used." });

export const verifySummary = ofLibrary<VerifySummary>()(
  z.strictObject({ reports: figure, faults: z.array(z.strictObject({ report: text, what: text })) }),
).openapi("VerifySummary");

export const caseCounts = ofLibrary<CaseCounts>()(
  z.strictObject({
    reports: figure,
    events: figure,
    claims: figure,
    dossiers: figure,
    waiting: figure,
    corrections: figure,
    decisions: figure,
  }),
).openapi("CaseCounts");
