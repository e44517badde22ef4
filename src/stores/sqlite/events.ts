import { type Kysely, sql } from "kysely";
import type { Edge } from "../../dossier/cluster.ts";
import type { Profile } from "../../dossier/profile.ts";
import { JOIN } from "../../dossier/weights.ts";
import type { Listing, Paging, PostedProfile } from "../store.ts";
import { hashKey, listed, tableOf } from "./pack.ts";
import type { Tables } from "./schema.ts";

type Db = Kysely<Tables>;

interface ProfileRow {
  readonly id: number;
  readonly profile: string;
}
const profileOf = (row: ProfileRow): Profile => ({ ...(JSON.parse(row.profile) as Profile), order: row.id });
const inOrder = (profiles: Profile[]): Profile[] => profiles.sort((a, b) => a.order - b.order);

/** Profiles that a writer has met, by event id: in a crowded case the same hundreds are compared again and again. */
export class ProfileCache {
  private readonly known = new Map<number, Profile>();
  private readonly ids = new Map<string, number>();
  /** About a hundred megabytes. */
  private static readonly MOST = 60_000;

  get = (id: number): Profile | undefined => this.known.get(id);
  idOf = (key: string): number | undefined => this.ids.get(key);
  put(profile: Profile): void {
    if (this.known.size >= ProfileCache.MOST && !this.known.has(profile.order))
      this.forget(this.known.keys().next().value!);
    this.known.set(profile.order, profile);
    this.ids.set(profile.key, profile.order);
  }
  /** Event id -> ids of the events it is paired with -> score; all of an event's pairs or none. */
  readonly pairs = new Map<number, Map<number, number>>();

  forget(id: number): void {
    this.pairs.delete(id);
    const profile = this.known.get(id);
    if (profile) this.ids.delete(profile.key);
    this.known.delete(id);
  }
  clear(): void {
    this.known.clear();
    this.pairs.clear();
    this.ids.clear();
  }
}

/** Keys looked up in one statement. */
const KEYS = 16;

export async function posted(
  db: Db,
  keys: readonly string[],
  limit: number,
  cache: ProfileCache = new ProfileCache(),
): Promise<Profile[]> {
  const ids = new Set<number>();
  const hashes = [...new Set(keys.map(hashKey))];
  // One statement for many keys, each read from its end and no further than the limit; padded, so that few statements are prepared.
  for (let i = 0; i < hashes.length; i += KEYS) {
    const parts = Array.from(
      { length: KEYS },
      (_, k) =>
        sql`SELECT event FROM (SELECT event FROM block WHERE key = ${hashes[i + k] ?? -1} ORDER BY event DESC LIMIT ${limit})`,
    );
    const { rows } = await sql<{ event: number }>`${sql.join(parts, sql` UNION ALL `)}`.execute(db);
    for (const row of rows) ids.add(row.event);
  }
  return profilesById(db, [...ids], cache);
}

async function profilesById(db: Db, ids: readonly number[], cache: ProfileCache): Promise<Profile[]> {
  const found = ids.flatMap((id) => cache.get(id) ?? []);
  if (found.length < ids.length) {
    const unmet = ids.filter((id) => cache.get(id) === undefined);
    const rows = await db.selectFrom("event").select(["id", "profile"]).where("id", "in", listed(unmet)).execute();
    for (const row of rows) {
      const profile = profileOf(row);
      cache.put(profile);
      found.push(profile);
    }
  }
  return inOrder(found);
}

type By = "key" | "dossier" | "report";
async function profilesBy(db: Db, column: By, values: readonly string[], cache?: ProfileCache): Promise<Profile[]> {
  if (values.length === 0) return [];
  if (cache) {
    const rows = await db.selectFrom("event").select("id").where(column, "in", listed(values)).execute();
    return profilesById(db, rows.map((row) => row.id), cache); // biome-ignore format: one thought
  }
  const query = db.selectFrom("event").select(["id", "profile"]).where(column, "in", listed(values));
  return inOrder((await query.execute()).map(profileOf));
}
type Values = readonly string[];
export const profiles = (db: Db, keys: Values, cache?: ProfileCache) => profilesBy(db, "key", keys, cache);
export const members = (db: Db, dossiers: Values, cache?: ProfileCache) => profilesBy(db, "dossier", dossiers, cache);
export const profilesOfReport = (db: Db, report: string, cache?: ProfileCache) =>
  profilesBy(db, "report", [report], cache);

export async function edges(db: Db, keys: readonly string[], cache?: ProfileCache): Promise<Edge[]> {
  if (keys.length === 0) return [];
  if (cache) return edgesById(db, [...(await idsOf(db, keys, cache)).values()], cache);
  const { rows } = await sql<Edge>`
    SELECT x.key AS a, y.key AS b, edge.score AS score FROM event AS x JOIN edge ON edge.a = x.id JOIN event AS y ON y.id = edge.b WHERE x.key IN ${listed(keys)}
    UNION SELECT x.key, y.key, edge.score FROM event AS y JOIN edge ON edge.b = y.id JOIN event AS x ON x.id = edge.a WHERE y.key IN ${listed(keys)}`.execute(
    db,
  );
  return rows.map(({ a, b, score }) => (a < b ? { a, b, score } : { a: b, b: a, score }));
}

async function edgesById(db: Db, ids: readonly number[], cache: ProfileCache): Promise<Edge[]> {
  await meetPairs(db, ids, cache);
  const pairs = new Map<string, { a: number; b: number; score: number }>();
  for (const id of ids)
    for (const [other, score] of cache.pairs.get(id) ?? []) {
      const [a, b] = [Math.min(id, other), Math.max(id, other)];
      pairs.set(`${a} ${b}`, { a, b, score });
    }
  const ends = [...new Set([...pairs.values()].flatMap(({ a, b }) => [a, b]))];
  const met = new Map((await profilesById(db, ends, cache)).map((p) => [p.order, p.key]));
  return [...pairs.values()].map(({ a, b, score }) => {
    const [x, y] = [met.get(a)!, met.get(b)!];
    return x < y ? { a: x, b: y, score } : { a: y, b: x, score };
  });
}

/** Looks up the pairs of the events whose pairs are not known yet. */
async function meetPairs(db: Db, ids: readonly number[], cache: ProfileCache): Promise<void> {
  const unmet = ids.filter((id) => !cache.pairs.has(id));
  if (unmet.length === 0) return;
  const { rows } = await sql<{ a: number; b: number; score: number }>`
    SELECT a, b, score FROM edge WHERE a IN ${listed(unmet)} UNION SELECT a, b, score FROM edge WHERE b IN ${listed(unmet)}`.execute(
    db,
  );
  for (const id of unmet) cache.pairs.set(id, new Map());
  for (const { a, b, score } of rows) {
    cache.pairs.get(a)?.set(b, score);
    cache.pairs.get(b)?.set(a, score);
  }
}

export async function dossiersOf(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const rows = await db.selectFrom("event").select(["key", "dossier"]).where("key", "in", listed(keys)).execute();
  for (const { key, dossier } of rows) if (dossier !== null) found.set(key, dossier);
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

export async function putProfiles(db: Db, items: readonly PostedProfile[], cache?: ProfileCache): Promise<void> {
  for (const { profile, posts } of items) {
    const { key, ref } = profile;
    const row = { key, report: ref.report, profile: JSON.stringify(profile) };
    const { id } = await db
      .insertInto("event")
      .values(row as never)
      .onConflict((c) => c.column("key").doUpdateSet({ profile: row.profile }))
      .returning("id")
      .executeTakeFirstOrThrow();
    cache?.put({ ...profile, order: id });
    await db.deleteFrom("block").where("event", "=", id).execute();
    const hashes = JSON.stringify([...new Set(posts.map(hashKey))]);
    await sql`INSERT INTO block (key, event) SELECT value, ${id} FROM json_each(${hashes})`.execute(db);
  }
}

export async function removeProfiles(
  db: Db,
  report: string,
  keep: ReadonlySet<string> = new Set(),
  cache?: ProfileCache,
): Promise<void> {
  const known = await db.selectFrom("event").select(["id", "key", "dossier"]).where("report", "=", report).execute();
  const ids = known.map((row) => row.id);
  for (const id of ids) cache?.forget(id);
  cache?.pairs.clear();
  await db.deleteFrom("block").where("event", "in", listed(ids)).execute();
  await db.deleteFrom("edge").where("a", "in", listed(ids)).execute();
  await db.deleteFrom("edge").where("b", "in", listed(ids)).execute();
  const lost = known.filter((row) => !keep.has(row.key)).map((row) => row.id);
  await db.deleteFrom("event").where("id", "in", listed(lost)).execute();
  await markStale(
    db,
    known.map((row) => row.dossier).filter((dossier) => dossier !== null),
  );
}

export async function forgetMatches(db: Db, cache: ProfileCache): Promise<void> {
  cache.pairs.clear();
  await db.deleteFrom("block").execute();
  await db.deleteFrom("edge").execute();
  await db.updateTable("event").set({ dossier: null }).execute();
  await db.updateTable("dossier").set({ stale: 1 }).execute();
}

async function idsOf(db: Db, keys: readonly string[], cache?: ProfileCache): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const key of keys) {
    const id = cache?.idOf(key);
    if (id !== undefined) found.set(key, id);
  }
  const unmet = keys.filter((key) => !found.has(key));
  if (unmet.length === 0) return found;
  const rows = await db.selectFrom("event").select(["key", "id"]).where("key", "in", listed(unmet)).execute();
  for (const { key, id } of rows) found.set(key, id);
  return found;
}

export async function putEdges(db: Db, items: readonly Edge[], cache?: ProfileCache): Promise<void> {
  const ids = await idsOf(db, [...new Set(items.flatMap((e) => [e.a, e.b]))], cache);
  const rows = items.flatMap(({ a, b, score }) => {
    const [x, y] = [ids.get(a), ids.get(b)];
    return x === undefined || y === undefined ? [] : [[Math.min(x, y), Math.max(x, y), score]];
  });
  await sql`INSERT INTO edge (a, b, score, settled) SELECT value ->> 0, value ->> 1, value ->> 2, 0 FROM ${tableOf(rows)} WHERE true
    ON CONFLICT (a, b) DO UPDATE SET score = excluded.score`.execute(db);
  for (const [a, b, score] of rows as [number, number, number][]) {
    cache?.pairs.get(a)?.set(b, score);
    cache?.pairs.get(b)?.set(a, score);
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

export async function markStale(db: Db, dossiers: readonly string[]): Promise<void> {
  if (dossiers.length === 0) return;
  await sql`INSERT INTO dossier (id, stale, title, type, reports, independent, verdict, actors, head)
    SELECT DISTINCT value, 1, '', '', 0, 0, 'silent', '', '' FROM json_each(${JSON.stringify(dossiers)}) WHERE true
    ON CONFLICT (id) DO UPDATE SET stale = 1`.execute(db);
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
