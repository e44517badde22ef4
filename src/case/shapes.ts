import type { Correction, Note, Review } from "../core/correction.ts";
import type { ActorRef, Decision, EventRef, Field, Reason } from "../core/dossier.ts";
import type { ActorKind, Ledger } from "../core/ledger.ts";
import type { Passage } from "../core/passages.ts";
import type { Span } from "../core/span.ts";
import type { Columns, LeftOut } from "../intake/index.ts";

/** What goes into a case and comes out of it: queries, rows, summaries. All plain, readonly data. */

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface AddOptions {
  /** Forbids all network use: a URL is refused with E-INTAKE-01. */
  readonly offline?: boolean;
  /** For csv and jsonl: which column holds what; guessed from the header where not given. */
  readonly columns?: Columns;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly done: number;
  /** As far as is known: folders are counted before, rows of tables and entries of feeds when they are opened. */
  readonly total: number;
  readonly current: string;
  /** Reports a second, over the last ten seconds. */
  readonly rate: number;
  readonly secondsLeft: number | null;
}

export interface AddSummary {
  readonly read: readonly { readonly name: string; readonly report: string; readonly claims: number }[];
  /** In already, or a copy of a report that is: which, and in what way. */
  readonly skipped: readonly { readonly name: string; readonly report: string; readonly why: "known" | "same-text" }[];
  readonly updated: readonly { readonly name: string; readonly report: string }[];
  /** Files of a folder that are no reports: of a kind that is not read, or telling of the folder itself (README, LICENSE). */
  readonly left: readonly { readonly name: string; readonly why: LeftOut }[];
  readonly failed: readonly { readonly name: string; readonly code: string; readonly message: string }[];
  readonly seconds: number;
}

export interface Feed {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** ISO 8601 date-time; null before the first pull. */
  readonly pulled: string | null;
  readonly problem: string | null;
}

export interface ReportQuery {
  readonly outlet?: string;
  readonly language?: string;
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  readonly doubtful?: boolean;
  readonly sort?: "added" | "published" | "outlet" | "claims" | "doubts";
  readonly offset?: number;
  readonly limit?: number;
}

export interface ReportRow {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly added: string;
  readonly name: string;
  readonly claims: number;
  readonly events: number;
  /** Notices on the ledger. */
  readonly doubts: number;
  /** "same wire copy as …": the report whose text this one carries in another frame. */
  readonly copyOf: string | null;
}

export interface ReportView {
  readonly row: ReportRow;
  /** As the machine read it. */
  readonly machine: Ledger;
  /** With the coder's corrections applied; what dossiers and exports use. */
  readonly ledger: Ledger;
  readonly reviews: readonly Review[];
  readonly notes: readonly Note[];
  /** Corrections whose words or finding could not be found again after a re-reading. */
  readonly unanchored: readonly Correction[];
  /** Event id -> dossier id. */
  readonly dossiers: Readonly<Record<string, string>>;
  /** Paragraphs of the text that a reader may want folded: propaganda, or graphic. */
  readonly passages: readonly Passage[];
}

export interface DossierQuery {
  /** Node of the event tree; its children are included. */
  readonly type?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly place?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  /** Only those told by at least this many reports. */
  readonly minReports?: number;
  readonly verdict?: "contradict" | "differ";
  readonly sort?: "time" | "reports" | "origins";
  readonly offset?: number;
  readonly limit?: number;
}

export interface DossierRow {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly place: {
    readonly name: string;
    readonly entry: string | null;
    readonly country: string | null;
    readonly admin1: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly precision: number;
  } | null;
  readonly time: { readonly start: string; readonly end: string; readonly precision: string } | null;
  readonly reports: number;
  readonly independent: number;
  /** Over all sides and sources. */
  readonly killed: { readonly low: number; readonly high: number | null } | null;
  readonly verdict: "agree" | "differ" | "contradict" | "one-voice" | "silent";
  readonly waiting: number;
}

/** Two that may be one, with what speaks for and against it. */
interface Pair<T> {
  readonly a: T;
  readonly b: T;
  readonly score: number;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}
export type QueueItem = Pair<EventSummary>;
export type AliasItem = Pair<ActorSummary>;

export interface ActorSummary extends ActorRef {
  readonly kind: ActorKind;
  readonly country: string | null;
  /** Reports that name it so. */
  readonly reports: number;
  /** The first of them, and a sentence of it that names the actor. */
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly quote: string;
}

export interface EventSummary {
  readonly ref: EventRef;
  readonly dossier: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly type: string;
  readonly agent: readonly string[];
  readonly target: readonly string[];
  readonly place: string | null;
  readonly time: string | null;
  /** The sentence of the trigger, from the report. */
  readonly quote: string;
}

export interface Diff {
  readonly a: string;
  readonly b: string;
  readonly shared: readonly {
    readonly dossier: string;
    readonly title: string;
    readonly rows: readonly {
      readonly field: Field;
      readonly a: readonly string[];
      readonly b: readonly string[];
      readonly verdict: "agree" | "differ" | "contradict" | "only-a" | "only-b";
    }[];
  }[];
  readonly onlyA: readonly { readonly dossier: string; readonly title: string }[];
  readonly onlyB: readonly { readonly dossier: string; readonly title: string }[];
}

export type HistoryItem =
  | {
      readonly kind: "decision";
      readonly decision: Decision;
      readonly undone: { readonly author: string; readonly time: string } | null;
    }
  | {
      readonly kind: "correction";
      readonly correction: Correction;
      readonly undone: { readonly author: string; readonly time: string } | null;
    };

export interface SearchHit {
  readonly report: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Words around the hit; the hits themselves as ranges into `excerpt`. */
  readonly excerpt: string;
  readonly hits: readonly Span[];
  readonly dossiers: readonly string[];
}

export interface ExportOptions extends DossierQuery {
  /** One of `formats()`. */
  readonly format: string;
  /** Rule that picks a single number; one of `profiles(format)`. The format's own where not given. */
  readonly profile?: string;
  readonly redactPeople?: boolean;
  /** Only these dossiers or reports. */
  readonly ids?: readonly string[];
}

export interface Exported {
  /** One file, or several for formats that need them (brat). */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** The file, or all of them one after the other with their names between. */
  readonly text: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly rows: number;
  readonly rule: string | null;
}

export interface VerifySummary {
  readonly reports: number;
  readonly faults: readonly { readonly report: string; readonly what: string }[];
}

export interface CaseCounts {
  readonly reports: number;
  readonly events: number;
  readonly claims: number;
  readonly dossiers: number;
  readonly waiting: number;
  readonly corrections: number;
  readonly decisions: number;
}
