import { type Kysely, sql } from "kysely";
import type { Edge } from "../../dossier/cluster.ts";
import type { Profile } from "../../dossier/profile.ts";
import { JOIN } from "../../dossier/weights.ts";
import type { Listing, Paging, PostedProfile } from "../store.ts";
import { chunks, hashKey } from "./pack.ts";
import type { Tables } from "./schema.ts";

type Db = Kysely<Tables>;

const profileOf = (row: { id: number; profile: string }): Profile => ({
  ...(JSON.parse(row.profile) as Profile),
  order: row.id,
});

/** Keys looked up in one statement. */
const KEYS = 16;

export async function posted(db: Db, keys: readonly string[], limit: number): Promise<Profile[]> {
  const ids = new Set<number>();
  // One statement for many keys, each read from its end and no further than the limit; padded, so that few statements are prepared.
  for (const some of chunks([...new Set(keys.map(hashKey))], KEYS)) {
    const padded = [...some, ...Array<number>(KEYS - some.length).fill(-1)];
    const parts = padded.map(
      (key) => sql`SELECT event FROM (SELECT event FROM block WHERE key = ${key} ORDER BY event DESC LIMIT ${limit})`,
    );
    const { rows } = await sql<{ event: number }>`${sql.join(parts, sql` UNION ALL `)}`.execute(db);
    for (const row of rows) ids.add(row.event);
  }
  const found: Profile[] = [];
  for (const some of chunks([...ids])) {
    found.push(
      ...(await db.selectFrom("event").select(["id", "profile"]).where("id", "in", some).execute()).map(profileOf),
    );
  }
  return found.sort((a, b) => a.order - b.order);
}

async function profilesBy(db: Db, column: "key" | "dossier" | "report", values: readonly string[]): Promise<Profile[]> {
  const found: Profile[] = [];
  for (const some of chunks(values)) {
    found.push(
      ...(await db.selectFrom("event").select(["id", "profile"]).where(column, "in", some).execute()).map(profileOf),
    );
  }
  return found.sort((a, b) => a.order - b.order);
}
export const profiles = (db: Db, keys: readonly string[]) => profilesBy(db, "key", keys);
export const members = (db: Db, dossiers: readonly string[]) => profilesBy(db, "dossier", dossiers);
export const profilesOfReport = (db: Db, report: string) => profilesBy(db, "report", [report]);

export async function edges(db: Db, keys: readonly string[]): Promise<Edge[]> {
  const found = new Map<string, Edge>();
  for (const some of chunks(keys, 100)) {
    const list = sql.join(some);
    const { rows } = await sql<Edge>`
      SELECT x.key AS a, y.key AS b, edge.score AS score FROM event AS x JOIN edge ON edge.a = x.id JOIN event AS y ON y.id = edge.b WHERE x.key IN (${list})
      UNION SELECT x.key, y.key, edge.score FROM event AS y JOIN edge ON edge.b = y.id JOIN event AS x ON x.id = edge.a WHERE y.key IN (${list})`.execute(
      db,
    );
    for (const { a, b, score } of rows) {
      const edge = a < b ? { a, b, score } : { a: b, b: a, score };
      found.set(`${edge.a}|${edge.b}`, edge);
    }
  }
  return [...found.values()];
}

export async function dossiersOf(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks(keys)) {
    const rows = await db.selectFrom("event").select(["key", "dossier"]).where("key", "in", some).execute();
    for (const { key, dossier } of rows) if (dossier !== null) found.set(key, dossier);
  }
  return found;
}

export async function waiting(db: Db, { offset, limit }: Paging): Promise<Listing<Edge>> {
  // One row a pair of dossiers, its best pair; pairs above JOIN that clustering kept apart come with the others.
  const { rows } = await sql<Edge>`
    SELECT x.key AS a, y.key AS b, max(edge.score) AS score
    FROM edge JOIN event AS x ON x.id = edge.a JOIN event AS y ON y.id = edge.b
    WHERE edge.settled = 0 AND x.dossier <> y.dossier AND x.report <> y.report
    GROUP BY min(x.dossier, y.dossier), max(x.dossier, y.dossier)
    ORDER BY abs(max(edge.score) - ${JOIN}), a, b LIMIT ${limit} OFFSET ${offset}`.execute(db);
  const total = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (SELECT DISTINCT min(x.dossier, y.dossier), max(x.dossier, y.dossier)
      FROM edge JOIN event AS x ON x.id = edge.a JOIN event AS y ON y.id = edge.b
      WHERE edge.settled = 0 AND x.dossier <> y.dossier AND x.report <> y.report)`.execute(db);
  return { items: rows, total: total.rows[0]!.n };
}

export async function putProfiles(db: Db, items: readonly PostedProfile[]): Promise<void> {
  for (const { profile, posts } of items) {
    const { key, ref } = profile;
    const row = { key, report: ref.report, profile: JSON.stringify(profile) };
    const { id } = await db
      .insertInto("event")
      .values(row as never)
      .onConflict((c) => c.column("key").doUpdateSet({ profile: row.profile }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await db.deleteFrom("block").where("event", "=", id).execute();
    for (const some of chunks([...new Set(posts.map(hashKey))])) {
      await db
        .insertInto("block")
        .values(some.map((hash) => ({ key: hash, event: id })))
        .execute();
    }
  }
}

export async function removeProfiles(db: Db, report: string, keep: ReadonlySet<string> = new Set()): Promise<void> {
  const known = await db.selectFrom("event").select(["id", "key", "dossier"]).where("report", "=", report).execute();
  for (const some of chunks(known.map((row) => row.id))) {
    await db.deleteFrom("block").where("event", "in", some).execute();
    await db.deleteFrom("edge").where("a", "in", some).execute();
    await db.deleteFrom("edge").where("b", "in", some).execute();
  }
  const lost = known.filter((row) => !keep.has(row.key)).map((row) => row.id);
  for (const some of chunks(lost)) await db.deleteFrom("event").where("id", "in", some).execute();
  await markStale(
    db,
    known.map((row) => row.dossier).filter((dossier) => dossier !== null),
  );
}

async function idsOf(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const some of chunks(keys)) {
    for (const { key, id } of await db.selectFrom("event").select(["key", "id"]).where("key", "in", some).execute())
      found.set(key, id);
  }
  return found;
}

export async function putEdges(db: Db, items: readonly Edge[]): Promise<void> {
  const ids = await idsOf(db, [...new Set(items.flatMap((e) => [e.a, e.b]))]);
  const rows = items.flatMap(({ a, b, score }) => {
    const [x, y] = [ids.get(a), ids.get(b)];
    return x === undefined || y === undefined ? [] : [{ a: Math.min(x, y), b: Math.max(x, y), score, settled: 0 }];
  });
  for (const some of chunks(rows)) {
    await db
      .insertInto("edge")
      .values(some)
      .onConflict((c) => c.columns(["a", "b"]).doUpdateSet((e) => ({ score: e.ref("excluded.score") })))
      .execute();
  }
}

export async function settle(db: Db, pairs: readonly (readonly [string, string])[], settled: boolean): Promise<void> {
  const ids = await idsOf(db, [...new Set(pairs.flat())]);
  for (const [a, b] of pairs) {
    const [x, y] = [ids.get(a), ids.get(b)];
    if (x === undefined || y === undefined) continue;
    await db
      .updateTable("edge")
      .set({ settled: settled ? 1 : 0 })
      .where("a", "=", Math.min(x, y))
      .where("b", "=", Math.max(x, y))
      .execute();
  }
}

const EMPTY_HEAD = {
  title: "",
  type: "",
  country: null,
  place: null,
  start: null,
  end: null,
  reports: 0,
  independent: 0,
  verdict: "silent",
  actors: "",
  head: "",
};

export async function markStale(db: Db, dossiers: readonly string[]): Promise<void> {
  for (const some of chunks([...new Set(dossiers)])) {
    await db
      .insertInto("dossier")
      .values(some.map((id) => ({ id, stale: 1, ...EMPTY_HEAD })))
      .onConflict((c) => c.column("id").doUpdateSet({ stale: 1 }))
      .execute();
  }
}

export async function setDossiers(db: Db, dossierOf: ReadonlyMap<string, string>): Promise<void> {
  const former = await dossiersOf(db, [...dossierOf.keys()]);
  const touched = new Set<string>();
  for (const [key, dossier] of dossierOf) {
    const before = former.get(key);
    if (before === dossier) continue;
    touched.add(dossier);
    if (before !== undefined) touched.add(before);
    await db.updateTable("event").set({ dossier }).where("key", "=", key).execute();
  }
  await markStale(db, [...touched]);
}
