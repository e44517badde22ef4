import { CompiledQuery, type DatabaseConnection, Kysely, type KyselyConfig, SqliteDialect, SqliteDriver } from "kysely";
import Libsql from "libsql";
import { Problem } from "../../core/problem.ts";
import { MIGRATIONS, type Tables } from "./schema.ts";

/** How long a process waits while another one writes. */
const PATIENCE_MS = 30_000;

/** Statements kept prepared. */
const PREPARED = 400;

/** A transaction takes the write lock at once: one that starts by reading could not get it later without starting over. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }
}

/** Opens the file, making it where it is not there, and brings its tables up to date. E-STORE-01 for what is no case, E-STORE-02 for one from a newer Hearsay. */
export function connect(path: string): { db: Kysely<Tables>; close: () => Promise<void> } {
  const database = open(path);
  const prepared = new Map<string, Libsql.Statement<unknown[]>>();
  const prepare = (sql: string): Libsql.Statement<unknown[]> => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= PREPARED) prepared.delete(prepared.keys().next().value!);
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const dialect = new ImmediateDialect({ database: { prepare, close: () => database.close() } as never });
  const config: KyselyConfig = { dialect };
  const db = new Kysely<Tables>(config);
  return { db, close: () => db.destroy() };
}

function open(path: string): Libsql.Database {
  try {
    const database = new Libsql(path, { timeout: PATIENCE_MS });
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    migrate(database, path);
    database.exec("PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
    return database;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      "E-STORE-01",
      `${path} cannot be opened as a case (${(error as Error).message}).`,
      "Give the path of a case file, or of a file that is not there yet.",
    );
  }
}

function migrate(database: Libsql.Database, path: string): void {
  const at = (): number => (database.prepare("PRAGMA user_version").all()[0] as { user_version: number }).user_version;
  if (at() === MIGRATIONS.length) return;
  if (at() > MIGRATIONS.length) {
    throw new Problem("E-STORE-02", `${path} was written by a newer Hearsay.`, "Update Hearsay, or open another case.");
  }
  database.exec("PRAGMA journal_mode = WAL");
  // Two processes may open a new case at once: the second one finds the work done.
  database.exec("BEGIN IMMEDIATE");
  try {
    for (let version = at(); version < MIGRATIONS.length; version++) {
      const step = MIGRATIONS[version]!;
      if (typeof step === "string") database.exec(step);
      else step(database);
    }
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
