import { type Kysely, sql } from "kysely";
import type Libsql from "libsql";
import type { ActorKind, Ledger } from "../../core/ledger.ts";
import type { NamedActor } from "../../dossier/alias-candidates.ts";
import { listed, tableOf, unpackLedger } from "./pack.ts";
import type { Tables } from "./schema.ts";

type Db = Kysely<Tables>;

const rowsOf = ({ report, actors }: Ledger) =>
  actors.map(({ name, entry, kind, country }) => ({ report: report.id, name, entry, kind, country }));

/** Keeps the actors of a report in the place of those of its former reading. */
export async function putActors(db: Db, ledger: Ledger): Promise<void> {
  await db.deleteFrom("actor").where("report", "=", ledger.report.id).execute();
  const rows = rowsOf(ledger).map((row) => [row.report, row.name, row.entry, row.kind, row.country]);
  await sql`INSERT INTO actor (report, name, entry, kind, country)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM ${tableOf(rows)}`.execute(db);
}

/** For cases from before actors had a table of their own. */
export function indexActors(database: Libsql.Database): void {
  const insert = database.prepare("INSERT INTO actor (report, name, entry, kind, country) VALUES (?, ?, ?, ?, ?)");
  const reports = database.prepare("SELECT id, ledger FROM report").all() as { id: string; ledger: Uint8Array }[];
  for (const { id, ledger } of reports)
    for (const row of rowsOf(unpackLedger(ledger, ""))) insert.run(id, row.name, row.entry, row.kind, row.country);
}

export async function actorNames(db: Db, kinds: readonly ActorKind[]): Promise<NamedActor[]> {
  const rows = await db
    .selectFrom("actor")
    .select((e) => ["name", "entry", "kind", "country", e.fn.count<number>("report").distinct().as("reports")])
    .where("kind", "in", kinds)
    .groupBy(["name", "entry", "kind", "country"])
    .orderBy("name")
    .execute();
  return rows as NamedActor[];
}

export async function reportsNaming(db: Db, names: readonly string[], registered = false): Promise<string[]> {
  let query = db
    .selectFrom("actor")
    .innerJoin("report", "report.id", "actor.report")
    .select(["report.id", "report.seq"])
    .distinct()
    .where("actor.name", "in", listed(names));
  if (!registered) query = query.where("actor.entry", "is", null);
  return (await query.orderBy("report.seq").execute()).map(({ id }) => id);
}
