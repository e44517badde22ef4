import type { Correction, CorrectionDraft } from "../core/correction.ts";
import type { ActorRef, Decision, DecisionBody, Dossier, EventRef } from "../core/dossier.ts";
import type { ExplainStep, WhyNot } from "../core/explain.ts";
import type { Ledger } from "../core/ledger.ts";
import type { Span } from "../core/span.ts";
import type { Input } from "../intake/index.ts";
import type {
  AddOptions,
  AddSummary,
  AliasItem,
  CaseCounts,
  Diff,
  DossierQuery,
  DossierRow,
  Exported,
  ExportOptions,
  Feed,
  HistoryItem,
  Page,
  QueueItem,
  ReportQuery,
  ReportRow,
  ReportView,
  SearchHit,
  VerifySummary,
} from "./shapes.ts";

export type * from "./shapes.ts";

/**
 * A case: one file that holds the reports, their ledgers, the dossiers, and everything a coder decided. The command line, the HTTP
 * API and the workbench are thin over this. Every list is paged (`limit` at most 1,000) and says the total.
 * Errors are `Problem`s with a code.
 */
export interface Case {
  readonly path: string;

  // ── taking in ──────────────────────────────────────────────────────────────────────────────────────────────
  /** Reads and keeps what it is given. One bad input never stops the rest. Resumable: what is in is skipped. */
  add(inputs: readonly Input[], options?: AddOptions): Promise<AddSummary>;
  feeds(): Promise<readonly Feed[]>;
  addFeed(url: string): Promise<Feed>;
  /** Fetches every feed, or one, and adds what is new. */
  pullFeeds(options?: AddOptions & { readonly feed?: string }): Promise<AddSummary>;
  /** Keeps ledgers that were read elsewhere, as they are. */
  addLedgers(ledgers: readonly Ledger[]): Promise<AddSummary>;
  /** Reads all reports again with the engine at hand; corrections and decisions are re-anchored. */
  reread(options?: AddOptions): Promise<AddSummary>;
  /**
   * Groups all events anew, in order of publication, decisions in force. Adding regroups only what is near a report; in very crowded cases
   * (more than 60 events that hang together) its result may depend on the order of adding. This one never does.
   */
  regroup(): Promise<CaseCounts>;
  remove(report: string): Promise<void>;

  // ── reports ────────────────────────────────────────────────────────────────────────────────────────────────
  reports(query?: ReportQuery): Promise<Page<ReportRow>>;
  /** The ledger as the machine read it, the coder's reviews, and the ledger with them applied. E-CASE-01 where there is none. */
  report(id: string): Promise<ReportView>;
  original(id: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string }>;
  /** The chain of rules behind a finding, in words. */
  explain(report: string, finding: string): Promise<readonly ExplainStep[]>;
  /** What was refused on these words, and why. */
  whyNot(report: string, span: Span): Promise<WhyNot>;

  // ── dossiers ───────────────────────────────────────────────────────────────────────────────────────────────
  dossiers(query?: DossierQuery): Promise<Page<DossierRow>>;
  /** By id, or by a unique beginning of it. E-CASE-02 where there is none. */
  dossier(id: string): Promise<Dossier>;
  /** The dossier that holds an event. */
  dossierOf(ref: EventRef): Promise<Dossier>;
  /** Pairs that wait for a coder, the nearest miss first. */
  queue(query?: { readonly offset?: number; readonly limit?: number }): Promise<Page<QueueItem>>;
  /** Names of actors that may be one actor's and wait for a coder, the likeliest first. */
  aliases(query?: { readonly offset?: number; readonly limit?: number }): Promise<Page<AliasItem>>;
  /** The actor that a name means in this case; null where no report names it so. */
  actorNamed(name: string): Promise<ActorRef | null>;
  /** What two reports, or two outlets, say of the events they share. */
  diff(a: string, b: string): Promise<Diff>;

  // ── a coder's word ─────────────────────────────────────────────────────────────────────────────────────────
  decide(decision: DecisionBody & { readonly author: string; readonly reason: string }): Promise<Decision>;
  correct(draft: CorrectionDraft): Promise<Correction>;
  /** Takes back a decision or a correction; the state before it is restored exactly. */
  undo(id: string, author: string): Promise<void>;
  /** Decisions and corrections, latest first; those taken back are marked. */
  history(query?: {
    readonly report?: string;
    readonly offset?: number;
    readonly limit?: number;
  }): Promise<Page<HistoryItem>>;

  // ── finding and handing on ─────────────────────────────────────────────────────────────────────────────────
  search(query: string, options?: { readonly offset?: number; readonly limit?: number }): Promise<Page<SearchHit>>;
  /** The whole export as one text. `formats()` lists what there is. */
  export(options: ExportOptions): Promise<Exported>;
  /** Rehashes the original bytes and texts, and checks that every ledger still fits its text. */
  verify(): Promise<VerifySummary>;
  counts(): Promise<CaseCounts>;
  close(): Promise<void>;
}
