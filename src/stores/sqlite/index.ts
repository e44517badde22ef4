import { type Kysely, sql } from "kysely";
import type { Correction } from "../../core/correction.ts";
import type { Decision } from "../../core/dossier.ts";
import type { Kept, Store, StoredFeed, StoreReader, StoreWriter } from "../store.ts";
import * as actors from "./actors.ts";
import { collector } from "./collect.ts";
import { connect } from "./connect.ts";
import { listDossiers, putDossier } from "./dossiers.ts";
import * as events from "./events.ts";
import { bytes } from "./pack.ts";
import * as reports from "./reports.ts";
import type { Tables } from "./schema.ts";

type Db = Kysely<Tables>;

/** The store of a case in one SQLite file. Several processes may use it at once. */
export function openSqlite(path: string): Store {
  const { db, close } = connect(path);
  const cache = new events.ProfileCache();
  const collect = collector();
  let version = -1;
  return {
    ...readerOf(db),
    write: async (work) => {
      collect();
      try {
        return await db.transaction().execute(async (trx) => {
          // Another process has written: what was met before may be out of date.
          const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(trx);
          if (rows[0]!.data_version !== version) cache.clear();
          version = rows[0]!.data_version;
          return work(writerOf(trx, cache));
        });
      } catch (error) {
        cache.clear();
        throw error;
      }
    },
    close,
  };
}

const kept = <T>(row: { body: string; undone_by: string | null; undone_at: string | null }): Kept<T> => ({
  item: JSON.parse(row.body) as T,
  undone: row.undone_by === null ? null : { author: row.undone_by, time: row.undone_at! },
});

function readerOf(db: Db): StoreReader {
  return {
    report: async (id) => (await reports.reports(db, [id]))[0] ?? null,
    reports: (ids) => reports.reports(db, ids),
    heads: (ids) => reports.heads(db, ids),
    listReports: (filter, paging) => reports.listReports(db, filter, paging),
    reportIds: async () => (await db.selectFrom("report").select("id").orderBy("seq").execute()).map((row) => row.id),
    reportsOfOriginal: async (hash) =>
      (await db.selectFrom("report").select("id").where("original", "=", hash).orderBy("seq").execute()).map(
        (row) => row.id,
      ),
    reportByExternalId: async (id) =>
      (await db.selectFrom("report").select("id").where("external_id", "=", id).executeTakeFirst())?.id ?? null,
    original: async (hash) => {
      const row = await db.selectFrom("original").select("bytes").where("hash", "=", hash).executeTakeFirst();
      return row ? bytes(row.bytes) : null;
    },
    signatures: (bands) => reports.signatures(db, bands),
    search: (words, paging) => reports.search(db, words, paging),
    posted: (keys, limit) => events.posted(db, keys, limit),
    profiles: (keys) => events.profiles(db, keys),
    profilesOfReport: (report) => events.profilesOfReport(db, report),
    edges: (keys) => events.edges(db, keys),
    dossiersOf: (keys) => events.dossiersOf(db, keys),
    members: (dossiers) => events.members(db, dossiers),
    waiting: (paging) => events.waiting(db, paging),
    stale: async (limit) =>
      (await db.selectFrom("dossier").select("id").where("stale", "=", 1).limit(limit).execute()).map((row) => row.id),
    actorNames: (kinds) => actors.actorNames(db, kinds),
    reportsNaming: (names, registered) => actors.reportsNaming(db, names, registered),
    listDossiers: (filter, paging) => listDossiers(db, filter, paging),
    dossierIds: async (prefix, limit) =>
      (
        await db
          .selectFrom("dossier")
          .select("id")
          .where("id", ">=", prefix)
          .where("id", "<", `${prefix}~`)
          .orderBy("id")
          .limit(limit)
          .execute()
      ).map((row) => row.id),
    decisions: async (withUndone = false) => {
      let query = db.selectFrom("decision").selectAll().orderBy("time").orderBy("id");
      if (!withUndone) query = query.where("undone_by", "is", null);
      return (await query.execute()).map((row) => kept<Decision>(row));
    },
    corrections: async (report, withUndone = false) => {
      let query = db.selectFrom("correction").selectAll().orderBy("time").orderBy("id");
      if (report !== null) query = query.where("report", "=", report);
      if (!withUndone) query = query.where("undone_by", "is", null);
      return (await query.execute()).map((row) => kept<Correction>(row));
    },
    feeds: () => db.selectFrom("feed").selectAll().orderBy("url").execute(),
    counts: async () => {
      const count = sql<{ reports: number; events: number; claims: number; dossiers: number }>`
        SELECT (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM event) AS events,
               (SELECT coalesce(sum(claims), 0) FROM report) AS claims, (SELECT count(DISTINCT dossier) FROM event) AS dossiers`;
      const { rows } = await count.execute(db);
      const { total } = await events.waiting(db, { offset: 0, limit: 1 });
      return { ...rows[0]!, waiting: total };
    },
  };
}

function writerOf(db: Db, cache: events.ProfileCache): StoreWriter {
  return {
    ...readerOf(db),
    posted: (keys, limit) => events.posted(db, keys, limit, cache),
    profiles: (keys) => events.profiles(db, keys, cache),
    profilesOfReport: (report) => events.profilesOfReport(db, report, cache),
    members: (dossiers) => events.members(db, dossiers, cache),
    edges: (keys) => events.edges(db, keys, cache),
    putOriginal: async (hash, content) => {
      await db
        .insertInto("original")
        .values({ hash, bytes: Buffer.from(content) })
        .onConflict((c) => c.doNothing())
        .execute();
    },
    putReport: (report, signature, bands) => reports.putReport(db, report, signature, bands),
    removeReport: async (id) => {
      const row = await db.selectFrom("report").select("original").where("id", "=", id).executeTakeFirst();
      if (!row) return;
      await events.removeProfiles(db, id, new Set(), cache);
      await db.deleteFrom("band").where("report", "=", id).execute();
      await db.deleteFrom("actor").where("report", "=", id).execute();
      await db.deleteFrom("report").where("id", "=", id).execute();
      const others = await db.selectFrom("report").select("id").where("original", "=", row.original).executeTakeFirst();
      if (!others) await db.deleteFrom("original").where("hash", "=", row.original).execute();
    },
    putProfiles: (items) => events.putProfiles(db, items, cache),
    removeProfiles: (report, keep) => events.removeProfiles(db, report, keep, cache),
    forgetMatches: () => events.forgetMatches(db, cache),
    putEdges: (items) => events.putEdges(db, items, cache),
    setDossiers: (dossierOf) => events.setDossiers(db, dossierOf),
    putDossier: (id, head) => putDossier(db, id, head),
    touch: (dossiers) => events.markStale(db, dossiers),
    settle: (pairs, settled) => events.settle(db, pairs, settled),
    putDecision: async (decision) => {
      const row = {
        id: decision.id,
        time: decision.time,
        body: JSON.stringify(decision),
        undone_by: null,
        undone_at: null,
      };
      await db
        .insertInto("decision")
        .values(row)
        .onConflict((c) => c.column("id").doUpdateSet({ body: row.body }))
        .execute();
    },
    putCorrection: async (correction) => {
      const { id, report, time } = correction;
      const row = { id, report, time, body: JSON.stringify(correction), undone_by: null, undone_at: null };
      await db
        .insertInto("correction")
        .values(row)
        .onConflict((c) => c.column("id").doUpdateSet({ body: row.body, report }))
        .execute();
    },
    undo: async (id, { author, time }) => {
      let found = 0n;
      for (const table of ["decision", "correction"] as const) {
        const result = await db
          .updateTable(table)
          .set({ undone_by: author, undone_at: time })
          .where("id", "=", id)
          .where("undone_by", "is", null)
          .executeTakeFirst();
        found += result.numUpdatedRows;
      }
      return found > 0n;
    },
    putFeed: async (feed: StoredFeed) => {
      await db
        .insertInto("feed")
        .values(feed)
        .onConflict((c) => c.column("id").doUpdateSet({ ...feed }))
        .execute();
    },
  };
}
