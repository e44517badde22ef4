import type { Ledger } from "../../core/ledger.ts";
import type { Profile } from "../../dossier/profile.ts";
import type { DossierHead, Store, StoredReport } from "../store.ts";

/** One promise of the contract, tried on a fresh store; `again` opens the same place once more. */
export type WithStore = (what: string, work: (store: Store, again: () => Store) => Promise<void>) => void;

export const reportOf = (ledger: Ledger, more: Partial<StoredReport> = {}): StoredReport => ({
  id: ledger.report.id,
  order: 0,
  name: "a.txt",
  original: `sha256:${ledger.report.text}`,
  mediaType: "text/plain",
  externalId: null,
  added: "2026-03-05T10:00:00.000Z",
  copyOf: null,
  given: {},
  ledger,
  ...more,
});

export const profileOf = (report: string, event: string): Profile => ({
  ref: { report, event },
  key: `${report}/${event}`,
  order: 0,
  anchor: `${report}${event}`,
  type: "violence/bombing",
  stage: "accomplished",
  contested: false,
  time: null,
  published: null,
  place: null,
  agents: [],
  targets: [],
  tolls: [],
  things: [],
  nearby: [],
  story: [],
  copyGroup: report,
});

export const headOf = (id: string, more: Partial<DossierHead> = {}): DossierHead => ({
  id,
  title: `Bombing ${id}`,
  type: "violence/bombing",
  place: null,
  start: "2026-03-05",
  end: "2026-03-05",
  timePrecision: "day",
  reports: 1,
  independent: 1,
  killedLow: null,
  killedHigh: null,
  verdict: "one-voice",
  waiting: 0,
  actors: [],
  ...more,
});

export const ALL = { offset: 0, limit: 100 };
