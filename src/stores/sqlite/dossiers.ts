import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { DossierFilter, DossierHead, Listing, Paging } from "../store.ts";
import { listed } from "./pack.ts";
import type { Tables } from "./schema.ts";

type Db = Kysely<Tables>;

const escaped = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);
const like = (text: string) => sql<string>`${`%${escaped(text)}%`} ESCAPE '\\'`;

export async function putDossier(db: Db, id: string, head: DossierHead | null): Promise<void> {
  if (head === null) {
    await db.deleteFrom("dossier").where("id", "=", id).execute();
    return;
  }
  const row = {
    id,
    stale: 0,
    title: head.title,
    type: head.type,
    country: head.place?.place.country ?? null,
    place: head.place?.place.name ?? null,
    start: head.start,
    end: head.end,
    reports: head.reports,
    independent: head.independent,
    verdict: head.verdict,
    actors: `|${head.actors.join("|")}|`,
    head: JSON.stringify(head),
  };
  await db
    .insertInto("dossier")
    .values(row)
    .onConflict((c) => c.column("id").doUpdateSet(row))
    .execute();
}

export async function listDossiers(
  db: Db,
  filter: DossierFilter,
  { offset, limit }: Paging,
): Promise<Listing<DossierHead>> {
  const where = <O>(query: SelectQueryBuilder<Tables, "dossier", O>) => {
    let q = query.where("stale", "=", 0);
    if (filter.type !== undefined)
      q = q.where((e) => e.or([e("type", "=", filter.type!), e("type", "like", `${filter.type}/%`)]));
    if (filter.country !== undefined) q = q.where("country", "=", filter.country);
    if (filter.place !== undefined) q = q.where("place", "like", like(filter.place));
    if (filter.actor !== undefined) q = q.where("actors", "like", like(filter.actor));
    if (filter.from !== undefined) q = q.where("end", ">=", filter.from);
    if (filter.until !== undefined) q = q.where("start", "<=", `${filter.until}~`);
    for (const word of filter.words?.split(/\s+/).filter(Boolean) ?? []) q = q.where("title", "like", like(word));
    if (filter.minReports !== undefined) q = q.where("reports", ">=", filter.minReports);
    if (filter.verdict !== undefined) q = q.where("verdict", "=", filter.verdict);
    if (filter.ids !== undefined) q = q.where("id", "in", listed(filter.ids));
    return q;
  };
  const ordered = (() => {
    const query = where(db.selectFrom("dossier").select("head"));
    if (filter.sort === "reports")
      return query.orderBy("reports", "desc").orderBy("independent", "desc").orderBy("start", "desc");
    if (filter.sort === "origins")
      return query.orderBy("independent", "desc").orderBy("reports", "desc").orderBy("start", "desc");
    return query.orderBy(sql`start IS NULL`).orderBy("start", "desc");
  })();
  const rows = await ordered.orderBy("id").limit(limit).offset(offset).execute();
  const { total } = await where(
    db.selectFrom("dossier").select((e) => e.fn.countAll<number>().as("total")),
  ).executeTakeFirstOrThrow();
  return { items: rows.map((row) => JSON.parse(row.head) as DossierHead), total };
}
