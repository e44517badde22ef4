import type { Correction } from "../core/correction.ts";
import type { CellValue, Decision } from "../core/dossier.ts";
import type { ActorKind, Ledger } from "../core/ledger.ts";
import type { NamedActor } from "../dossier/alias-candidates.ts";
import type { Edge } from "../dossier/cluster.ts";
import type { Profile } from "../dossier/profile.ts";

/**
 * What a case needs of a store. SQLite is the default; whatever passes `conformance.ts` will do. A store keeps, finds and hands back; it
 * decides nothing.
 *
 * - Every call outside `write` sees what is committed. `write` is atomic and exclusive across processes: it commits when its work
 *   resolves and leaves nothing behind when it throws, or when the process is killed.
 * - What was committed survives `kill -9`.
 * - Lists are in a stated order, and equal keys in order of arrival.
 */
export interface Store extends StoreReader {
  write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A report as it is kept. */
export interface StoredReport {
  /** "sha256:…" of the clean text. */
  readonly id: string;
  /** Order of arrival, from 1; 0 before it is kept. */
  readonly order: number;
  /** File name, address, or row of a table. */
  readonly name: string;
  /** "sha256:…" of the original bytes. */
  readonly original: string;
  readonly mediaType: string;
  /** Id that the input gave it (a csv's id column), for updates; unique where not null. */
  readonly externalId: string | null;
  /** ISO 8601 date-time. */
  readonly added: string;
  /** The report whose text it carries in another frame. */
  readonly copyOf: string | null;
  /** What the caller knew of it (title, outlet, url, published): it is read anew with the same. */
  readonly given: Readonly<Record<string, string>>;
  /** As the machine read it. */
  readonly ledger: Ledger;
}

/** What lists show, without the ledger. */
export interface ReportHead extends Omit<StoredReport, "ledger"> {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly claims: number;
  readonly events: number;
  readonly doubts: number;
}

export interface Listing<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Paging {
  readonly offset: number;
  readonly limit: number;
}

export interface ReportFilter {
  readonly outlet?: string;
  readonly language?: string;
  /** Published on or after, on or before: ISO dates. */
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  readonly doubtful?: boolean;
  readonly sort?: "added" | "published" | "outlet" | "claims" | "doubts";
}

/** What lists show of a dossier, and what they filter by. */
export interface DossierHead {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly place: (CellValue & { readonly kind: "place" }) | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly timePrecision: string | null;
  readonly reports: number;
  readonly independent: number;
  readonly killedLow: number | null;
  readonly killedHigh: number | null;
  readonly verdict: string;
  readonly waiting: number;
  /** Folded names of actors and origins, for filters. */
  readonly actors: readonly string[];
}

export interface DossierFilter {
  readonly type?: string;
  readonly country?: string;
  readonly place?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  readonly minReports?: number;
  readonly verdict?: string;
  readonly sort?: "time" | "reports" | "origins";
  readonly ids?: readonly string[];
}

export interface StoredFeed {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly pulled: string | null;
  readonly problem: string | null;
}

/** Taken back, by whom and when. */
export interface Undone {
  readonly author: string;
  readonly time: string;
}

export interface Kept<T> {
  readonly item: T;
  readonly undone: Undone | null;
}

export interface Hit {
  readonly report: string;
  /** Better matches are larger. */
  readonly score: number;
}

export interface StoreReader {
  report(id: string): Promise<StoredReport | null>;
  reports(ids: readonly string[]): Promise<readonly StoredReport[]>;
  heads(ids: readonly string[]): Promise<readonly ReportHead[]>;
  listReports(filter: ReportFilter, paging: Paging): Promise<Listing<ReportHead>>;
  /** Ids of all reports, in order of arrival. */
  reportIds(): Promise<readonly string[]>;
  /** Ids of the reports read from these original bytes. */
  reportsOfOriginal(hash: string): Promise<readonly string[]>;
  reportByExternalId(id: string): Promise<string | null>;
  original(hash: string): Promise<Uint8Array | null>;
  /** Signatures of the reports that share a band key. */
  signatures(bands: readonly string[]): Promise<readonly { readonly report: string; readonly signature: Uint8Array }[]>;
  search(words: string, paging: Paging): Promise<Listing<Hit>>;

  /** Events that are posted under one of these keys; of a crowded key the latest `limit`. */
  posted(keys: readonly string[], limit: number): Promise<readonly Profile[]>;
  profiles(keys: readonly string[]): Promise<readonly Profile[]>;
  profilesOfReport(report: string): Promise<readonly Profile[]>;
  /** Pairs with one of these events. */
  edges(keys: readonly string[]): Promise<readonly Edge[]>;
  /** Event key -> dossier id. */
  dossiersOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  members(dossiers: readonly string[]): Promise<readonly Profile[]>;
  /** Pairs whose events are in different dossiers and that no decision settled, best first. */
  waiting(paging: Paging): Promise<Listing<Edge>>;
  /** Dossiers whose head is out of date. */
  stale(limit: number): Promise<readonly string[]>;
  listDossiers(filter: DossierFilter, paging: Paging): Promise<Listing<DossierHead>>;
  /** Ids that begin so, at most `limit`. */
  dossierIds(prefix: string, limit: number): Promise<readonly string[]>;

  /** Names of actors of these kinds in the reports as they were read, one row a name and registry id. */
  actorNames(kinds: readonly ActorKind[]): Promise<readonly NamedActor[]>;
  /** Reports with an actor under one of these names (exactly) and no registry id, in order of arrival; all that name them where `registered`. */
  reportsNaming(names: readonly string[], registered?: boolean): Promise<readonly string[]>;
  /** In order of time; those taken back only where asked for. */
  decisions(withUndone?: boolean): Promise<readonly Kept<Decision>[]>;
  corrections(report: string | null, withUndone?: boolean): Promise<readonly Kept<Correction>[]>;
  feeds(): Promise<readonly StoredFeed[]>;
  counts(): Promise<{
    readonly reports: number;
    readonly events: number;
    readonly claims: number;
    readonly dossiers: number;
    readonly waiting: number;
  }>;
}

/** A profile and the keys it is found under. */
export interface PostedProfile {
  readonly profile: Profile;
  readonly posts: readonly string[];
}

export interface StoreWriter extends StoreReader {
  putOriginal(hash: string, bytes: Uint8Array): Promise<void>;
  /** Keeps or replaces a report (same id); returns its order of arrival. Its text becomes searchable. */
  putReport(report: StoredReport, signature: Uint8Array | null, bands: readonly string[]): Promise<number>;
  /** Forgets a report, its events, pairs and copy signature; the original where no other report needs it. */
  removeReport(id: string): Promise<void>;
  putProfiles(profiles: readonly PostedProfile[]): Promise<void>;
  /** Forgets the events of a report and their pairs; events in `keep` keep their order of arrival and their dossier, to be put anew. */
  removeProfiles(report: string, keep?: ReadonlySet<string>): Promise<void>;
  /** Forgets all pairs, posted keys and dossiers; events keep their order of arrival, to be put anew. */
  forgetMatches(): Promise<void>;
  putEdges(edges: readonly Edge[]): Promise<void>;
  /** Which dossier each event is in from now on. Dossiers that gained or lost a member become stale. */
  setDossiers(dossierOf: ReadonlyMap<string, string>): Promise<void>;
  /** Makes a head current; null removes it. */
  putDossier(id: string, head: DossierHead | null): Promise<void>;
  /** Marks dossiers stale, for changes that leave membership alone. */
  touch(dossiers: readonly string[]): Promise<void>;
  /** A pair that a decision settles is no longer waiting; `settled` false lets it wait again. */
  settle(pairs: readonly (readonly [a: string, b: string])[], settled: boolean): Promise<void>;
  putDecision(decision: Decision): Promise<void>;
  putCorrection(correction: Correction): Promise<void>;
  /** Takes back a decision or correction; false where there is none in force. */
  undo(id: string, undone: Undone): Promise<boolean>;
  putFeed(feed: StoredFeed): Promise<void>;
}
