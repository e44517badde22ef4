import { explain, whyNot } from "../core/explain.ts";
import { passagesOf } from "../core/passages.ts";
import { Problem } from "../core/problem.ts";
import { applyCorrections } from "../corrections/apply.ts";
import { type FetchLimits, fetchUrl, prepare, readFeed, sha256 } from "../intake/index.ts";
import { loadLexicon } from "../resources.ts";
import { openSqlite } from "../stores/sqlite/index.ts";
import type { ReportHead, Store } from "../stores/store.ts";
import { addInputs, addLedgers, failure, reread } from "./adding.ts";
import { actorNamed, aliasQueue } from "./aliases.ts";
import type { AddSummary, Case, ReportRow } from "./case.ts";
import { diff } from "./diff.ts";
import { fullId, loadDossier, queue, refresh, rowOf } from "./dossiers.ts";
import { exportCase } from "./exporting.ts";
import { correctionsOf, forget, regroupAll } from "./keep.ts";
import { inProcess, type Reader } from "./reader.ts";
import { correct, decide, history, undo } from "./review.ts";
import { search } from "./searching.ts";
import { verify } from "./verify.ts";

export interface CaseOptions {
  /** Reads reports; in this process where not given. */
  readonly reader?: Reader;
  /** Keeps what is read; the SQLite file at `path` where not given. */
  readonly store?: Store;
  readonly now?: () => Date;
  /** What addresses may be asked, how long and how much; the open internet only, where not given. */
  readonly limits?: FetchLimits;
}

/** Opens a case, making it where it is not there. */
export async function openCase(path: string, options: CaseOptions = {}): Promise<Case> {
  const store = options.store ?? openSqlite(path);
  const reader = options.reader ?? inProcess;
  const now = options.now ?? (() => new Date());
  const { limits } = options;

  const stored = async (id: string) => {
    const kept = await store.report(id);
    if (!kept) throw new Problem("E-CASE-01", `There is no report ${id}.`, "List them with: hearsay reports.");
    return kept;
  };
  const readAgain = async (id: string) => {
    const { name, mediaType, given, externalId, original } = await stored(id);
    const bytes = await store.original(original);
    if (bytes === null)
      throw new Problem("E-CASE-04", `The original of ${name} is not in the case.`, "Run hearsay verify.");
    const { content, options } = await prepare({ name, bytes, mediaType, given, externalId });
    return reader.readInFull(content, options);
  };
  const dossier = async (id: string) => {
    const found = await loadDossier(store, await fullId(store, id));
    if (found === null) throw new Problem("E-CASE-02", `There is no dossier ${id}.`, "List them with: hearsay events.");
    return found;
  };
  const counts = async () => {
    const { reports, events, claims, dossiers, waiting } = await store.counts();
    const corrections = (await store.corrections(null)).length;
    return { reports, events, claims, dossiers, waiting, corrections, decisions: (await store.decisions()).length };
  };
  const refreshed = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    await refresh(store);
    return result;
  };

  return {
    path,
    add: (inputs, options = {}) => refreshed(addInputs(store, reader, inputs, { ...options, limits }, now)),
    addLedgers: (ledgers) => refreshed(addLedgers(store, ledgers, now)),
    reread: (options = {}) => refreshed(reread(store, reader, options)),
    regroup: async () => {
      await refreshed(regroupAll(store));
      return counts();
    },
    remove: async (report) => {
      await stored(report);
      await refreshed(store.write((writer) => forget(writer, report)));
    },
    feeds: () => store.feeds(),
    addFeed: async (url) => {
      const { bytes } = await fetchUrl(url, limits);
      const { title } = readFeed(new TextDecoder().decode(bytes), url);
      const feed = { id: sha256(new TextEncoder().encode(url)).slice(7, 19), url, title, pulled: null, problem: null };
      await store.write((writer) => writer.putFeed(feed));
      return feed;
    },
    pullFeeds: async (options = {}) => {
      const feeds = (await store.feeds()).filter(
        (f) => options.feed === undefined || f.id === options.feed || f.url === options.feed,
      );
      const all: AddSummary[] = [];
      for (const feed of feeds) {
        const summary = await addInputs(
          store,
          reader,
          [{ kind: "feed", url: feed.url }],
          { ...options, limits },
          now,
        ).catch(
          (error): AddSummary => ({
            read: [],
            skipped: [],
            updated: [],
            left: [],
            failed: [failure(feed.url, error)],
            seconds: 0,
          }),
        );
        const whole = summary.failed.find((f) => f.name === feed.url);
        await store.write((writer) =>
          writer.putFeed({ ...feed, pulled: now().toISOString(), problem: whole?.message ?? null }),
        );
        all.push(summary);
      }
      await refresh(store);
      return merged(all);
    },

    reports: async (query = {}) => {
      const { items, total } = await store.listReports(query, paging(query));
      return { items: items.map(reportRow), total };
    },
    report: async (id) => {
      const { ledger: machine } = await stored(id);
      const [head] = await store.heads([id]);
      const { ledger, reviews, notes, unanchored } = applyCorrections(machine, await correctionsOf(store, id));
      const profiles = await store.profilesOfReport(id);
      const dossiers = await store.dossiersOf(profiles.map((p) => p.key));
      const ofEvent = Object.fromEntries(profiles.map((p) => [p.ref.event, dossiers.get(p.key)!]));
      const { eventTypes } = await loadLexicon();
      const passages = passagesOf(ledger, new Set(eventTypes.filter((row) => row.graphic).map((row) => row.type)));
      return { row: reportRow(head!), machine, ledger, reviews, notes, unanchored, dossiers: ofEvent, passages };
    },
    original: async (id) => {
      const { name, mediaType, original } = await stored(id);
      const bytes = await store.original(original);
      if (bytes === null)
        throw new Problem("E-CASE-04", `The original of ${name} is not in the case.`, "Run hearsay verify.");
      return { bytes, mediaType, name };
    },
    explain: async (report, finding) => explain(await readAgain(report), finding),
    whyNot: async (report, span) => whyNot(await readAgain(report), span)[0]!,

    dossiers: async (query = {}) => {
      await refresh(store);
      const { items, total } = await store.listDossiers(query, paging(query));
      return { items: items.map(rowOf), total };
    },
    dossier,
    dossierOf: async (ref) => {
      const id = (await store.dossiersOf([`${ref.report}/${ref.event}`])).get(`${ref.report}/${ref.event}`);
      if (id === undefined)
        throw new Problem("E-CASE-03", `${ref.report}/${ref.event} is no event.`, "Open the report again.");
      return dossier(id);
    },
    queue: ({ offset = 0, limit = 50 } = {}) => queue(store, offset, Math.min(limit, 1000)),
    aliases: ({ offset = 0, limit = 50 } = {}) => aliasQueue(store, offset, Math.min(limit, 1000)),
    actorNamed: (name) => actorNamed(store, name),
    diff: (a, b) => diff(store, a, b),

    decide: (draft) => refreshed(decide(store, draft, now)),
    correct: (draft) => refreshed(correct(store, draft, now)),
    undo: (id, author) => refreshed(undo(store, id, author, now)),
    history: ({ report, offset = 0, limit = 100 } = {}) => history(store, report, offset, Math.min(limit, 1000)),

    search: (query, { offset = 0, limit = 20 } = {}) => search(store, query, offset, Math.min(limit, 1000)),
    export: async (options) => {
      await refresh(store);
      return exportCase(store, options);
    },
    verify: () => verify(store),
    counts,
    close: async () => {
      await reader.close();
      await store.close();
    },
  };
}

const paging = ({ offset = 0, limit = 50 }: { offset?: number; limit?: number }) => ({
  offset,
  limit: Math.min(limit, 1000),
});

const reportRow = (head: ReportHead): ReportRow => {
  const { id, title, outlet, url, published, language, added, name, claims, events, doubts, copyOf } = head;
  return { id, title, outlet, url, published, language, added, name, claims, events, doubts, copyOf };
};

const merged = (all: readonly AddSummary[]): AddSummary => ({
  read: all.flatMap((s) => s.read),
  skipped: all.flatMap((s) => s.skipped),
  updated: all.flatMap((s) => s.updated),
  left: all.flatMap((s) => s.left),
  failed: all.flatMap((s) => s.failed),
  seconds: all.reduce((sum, s) => sum + s.seconds, 0),
});
