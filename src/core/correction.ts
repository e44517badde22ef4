import type { Span } from "./span.ts";

/** What a coder may correct: any finding of a ledger. A whole report takes notes only. */
export type FindingKind = "claim" | "event" | "actor" | "place" | "loaded" | "report";

/** Where a finding stood in the text, so that it is found again after a re-reading: W3C TextQuoteSelector and TextPositionSelector. */
export interface Anchor {
  readonly span: Span;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export type CorrectionBody =
  | { readonly verdict: "accept" }
  | { readonly verdict: "reject" }
  /** Words for other coders; the reason holds them. Changes nothing that was read. */
  | { readonly verdict: "note" }
  /** `field` is a field of the finding ("act", "source", "place", "time", "counts" …), `value` what should stand there. */
  | { readonly verdict: "correct"; readonly field: string; readonly value: unknown };

/** A coder's word on one finding, kept beside the machine's reading. */
export type Correction = {
  readonly id: string;
  readonly report: string;
  readonly finding: { readonly kind: FindingKind; readonly id: string };
  readonly anchor: Anchor;
  /** What tells this finding from others on the same words: a claim's source and act, an event's type, an actor's name. */
  readonly likeness: Readonly<Record<string, string>>;
  readonly author: string;
  /** ISO 8601 date-time. */
  readonly time: string;
  readonly reason: string;
} & CorrectionBody;

/** What the caller gives; the case adds id, anchor and likeness. */
export type CorrectionDraft = Pick<Correction, "report" | "finding" | "author" | "reason"> & CorrectionBody;

/** A coder's note on a finding, or on a whole report. */
export interface Note {
  /** Of the correction that holds it: undo takes it back. */
  readonly id: string;
  readonly finding: { readonly kind: FindingKind; readonly id: string };
  readonly words: string;
  readonly author: string;
  readonly time: string;
}

/** How a finding stands after review. */
export interface Review {
  readonly finding: { readonly kind: FindingKind; readonly id: string };
  readonly state: "accepted" | "corrected" | "rejected";
  readonly corrections: readonly Correction[];
  /** What the machine had read, for the fields that were corrected. */
  readonly before: Readonly<Record<string, unknown>>;
}
