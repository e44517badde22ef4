import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { Hit, Listing, Paging, ReportFilter, ReportHead, StoredReport } from "../store.ts";
import { putActors } from "./actors.ts";
import { bytes, listed, packLedger, unpackLedger } from "./pack.ts";
import type { Tables } from "./schema.ts";

type Db = Kysely<Tables>;

const HEAD = [
  "id", "seq", "name", "original", "media_type", "external_id", "added", "copy_of", "given",
  "title", "outlet", "url", "published", "language", "claims", "events", "doubts",
] as const; // biome-ignore format: one list reads best

type HeadRow = Pick<Tables["report"], (typeof HEAD)[number]>;

const headOf = (row: HeadRow): ReportHead => ({
  id: row.id,
  order: row.seq,
  name: row.name,
  original: row.original,
  mediaType: row.media_type,
  externalId: row.external_id,
  added: row.added,
  copyOf: row.copy_of,
  given: JSON.parse(row.given) as Record<string, string>,
  title: row.title,
  outlet: row.outlet,
  url: row.url,
  published: row.published,
  language: row.language,
  claims: row.claims,
  events: row.events,
  doubts: row.doubts,
});

function reportOf(row: HeadRow & Pick<Tables["report"], "text" | "ledger">): StoredReport {
  const { id, order, name, original, mediaType, externalId, added, copyOf, given } = headOf(row);
  const ledger = unpackLedger(row.ledger, row.text);
  return { id, order, name, original, mediaType, externalId, added, copyOf, given, ledger };
}

export async function reports(db: Db, ids: readonly string[]): Promise<StoredReport[]> {
  const rows = await db
    .selectFrom("report")
    .select([...HEAD, "text", "ledger"])
    .where("id", "in", listed(ids))
    .execute();
  return rows.map(reportOf).sort((a, b) => a.order - b.order);
}

export async function heads(db: Db, ids: readonly string[]): Promise<ReportHead[]> {
  const rows = await db.selectFrom("report").select(HEAD).where("id", "in", listed(ids)).execute();
  return rows.map(headOf).sort((a, b) => a.order - b.order);
}

const SORT = { added: "seq", published: "published", outlet: "outlet", claims: "claims", doubts: "doubts" } as const;

export async function listReports(
  db: Db,
  filter: ReportFilter,
  { offset, limit }: Paging,
): Promise<Listing<ReportHead>> {
  const where = <O>(query: SelectQueryBuilder<Tables, "report", O>) => {
    let q = query;
    if (filter.outlet !== undefined) q = q.where("outlet", "=", filter.outlet);
    if (filter.language !== undefined) q = q.where("language", "=", filter.language);
    if (filter.from !== undefined) q = q.where("published", ">=", filter.from);
    if (filter.until !== undefined) q = q.where("published", "<=", `${filter.until}~`);
    if (filter.doubtful) q = q.where("doubts", ">", 0);
    const words = filter.words === undefined ? null : matchQuery(filter.words);
    if (words !== null) {
      q = q.where(
        "seq",
        "in",
        sql<number>`(SELECT rowid FROM report_words WHERE report_words MATCH ${words})` as never,
      );
    }
    return q;
  };
  const sort = filter.sort ?? "added";
  const rows = await where(db.selectFrom("report").select(HEAD))
    .orderBy(SORT[sort], sort === "outlet" ? "asc" : "desc")
    .orderBy("seq", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await where(
    db.selectFrom("report").select((e) => e.fn.countAll<number>().as("total")),
  ).executeTakeFirstOrThrow();
  return { items: rows.map(headOf), total };
}

/** Words as people type them, as an FTS5 query: all words, "phrases", -left out, prefix*. Null where nothing is asked. */
export function matchQuery(words: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of words.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)) {
    const text = (phrase ?? word ?? "").replaceAll('"', "");
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const prefix = phrase === undefined && text.endsWith("*");
    const term = `"${prefix ? text.slice(0, -1) : text}"${prefix ? "*" : ""}`;
    (minus === "-" ? unwanted : wanted).push(term);
  }
  if (wanted.length === 0) return null;
  return wanted.join(" AND ") + unwanted.map((term) => ` NOT ${term}`).join("");
}

export async function search(db: Db, words: string, { offset, limit }: Paging): Promise<Listing<Hit>> {
  const query = matchQuery(words);
  if (query === null) return { items: [], total: 0 };
  const { rows } = await sql<{ report: string; rank: number }>`
    SELECT report.id AS report, found.rank AS rank
    FROM (SELECT rowid, bm25(report_words, 4.0, 1.0) AS rank FROM report_words WHERE report_words MATCH ${query} ORDER BY rank LIMIT ${limit} OFFSET ${offset}) AS found
    JOIN report ON report.seq = found.rowid ORDER BY found.rank, report.seq`.execute(db);
  const total = await sql<{
    n: number;
  }>`SELECT count(*) AS n FROM report_words WHERE report_words MATCH ${query}`.execute(db);
  return { items: rows.map(({ report, rank }) => ({ report, score: -rank })), total: total.rows[0]!.n };
}

export async function putReport(
  db: Db,
  report: StoredReport,
  signature: Uint8Array | null,
  bands: readonly string[],
): Promise<number> {
  const { ledger } = report;
  const row = {
    id: report.id,
    name: report.name,
    original: report.original,
    media_type: report.mediaType,
    external_id: report.externalId,
    added: report.added,
    copy_of: report.copyOf,
    given: JSON.stringify(report.given),
    title: ledger.report.title,
    outlet: ledger.report.outlet,
    url: ledger.report.url,
    published: ledger.report.published,
    language: ledger.report.language,
    claims: ledger.claims.length,
    events: ledger.events.length,
    doubts: ledger.notices.length,
    text: ledger.report.text,
    ledger: packLedger(ledger),
    signature,
  };
  const { seq } = await db
    .insertInto("report")
    .values(row as never)
    .onConflict((c) => c.column("id").doUpdateSet(row as never))
    .returning("seq")
    .executeTakeFirstOrThrow();
  await putActors(db, ledger);
  await db.deleteFrom("band").where("report", "=", report.id).execute();
  if (bands.length > 0) {
    await sql`INSERT OR IGNORE INTO band (key, report) SELECT value, ${report.id} FROM json_each(${JSON.stringify(bands)})`.execute(
      db,
    );
  }
  return seq;
}

export async function signatures(
  db: Db,
  bands: readonly string[],
): Promise<{ report: string; signature: Uint8Array }[]> {
  const rows = await db
    .selectFrom("report")
    .select(["id", "signature"])
    .where("id", "in", db.selectFrom("band").select("report").where("key", "in", listed(bands)))
    .orderBy("seq")
    .execute();
  return rows.flatMap(({ id, signature }) => (signature === null ? [] : [{ report: id, signature: bytes(signature) }]));
}
