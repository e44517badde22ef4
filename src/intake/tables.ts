import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { Problem } from "../core/problem.ts";
import type { Given, Met } from "./source.ts";

export const ROLES = ["id", "text", "title", "outlet", "published", "url"] as const;
export type Role = (typeof ROLES)[number];
/** Which column holds what. */
export type Columns = Partial<Record<Role, string>>;

/** Names that columns go by in the exports of newspapers' archives, monitors and spreadsheets. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  id: ["id", "uid", "guid", "report_id", "event_id", "record", "record_id", "_id"],
  text: ["text", "body", "content", "article", "report", "notes", "description", "full_text", "story"],
  title: ["title", "headline", "subject", "name"],
  outlet: ["outlet", "source", "publisher", "publication", "newspaper", "site"],
  published: ["published", "date", "pubdate", "publication_date", "published_at", "time", "timestamp", "created_at"],
  url: ["url", "link", "address", "source_url", "permalink"],
};

/** What is given by the caller stands; the rest is guessed from the names of the columns. E-INTAKE-12 where no column holds the text. */
export function mapColumns(header: readonly string[], given: Columns, name: string): Columns {
  const plain = (column: string) =>
    column
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_");
  const mapped: Columns = {};
  for (const role of ROLES) {
    const wanted = given[role];
    if (wanted !== undefined) {
      const column = header.find((h) => h === wanted) ?? header.find((h) => plain(h) === plain(wanted));
      if (column === undefined) {
        throw new Problem("E-INTAKE-13", `${name} has no column "${wanted}".`, `It has: ${header.join(", ")}.`);
      }
      mapped[role] = column;
    } else mapped[role] = NAMES[role].map((n) => header.find((h) => plain(h) === n)).find((h) => h !== undefined);
  }
  if (mapped.text === undefined) {
    throw new Problem(
      "E-INTAKE-12",
      `${name}: no column is known to hold the text.`,
      `Say which: --columns text=NAME. It has: ${header.join(", ")}.`,
    );
  }
  return mapped;
}

/** Rows of a csv or tsv as reports, as they are read. A bad row is met as failed; the next ones go on. */
export async function* csvRows(
  bytes: Uint8Array,
  name: string,
  given: Columns,
  delimiter: string,
): AsyncGenerator<Met> {
  const parser = Readable.from([Buffer.from(bytes)]).pipe(
    parse({ bom: true, columns: false, delimiter, relax_column_count: true, skip_empty_lines: true }),
  );
  let header: string[] | null = null;
  let columns: Columns = {};
  let row = 1;
  yield { kind: "many", count: Math.max(0, countRows(bytes, true) - 1) };
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (header === null) {
        header = cells.map((cell) => cell.trim());
        columns = mapColumns(header, given, name);
        continue;
      }
      row++;
      yield rowSource(
        Object.fromEntries(header.map((h, i) => [h, cells[i] ?? ""])),
        columns,
        `${name}, row ${row}`,
        name,
      );
    }
  } catch (error) {
    yield { kind: "failed", name: header === null ? name : `${name}, row ${row + 1}`, error };
  }
}

/** Lines of a jsonl file as reports. */
export async function* jsonLines(bytes: Uint8Array, name: string, given: Columns): AsyncGenerator<Met> {
  const lines = createInterface({ input: Readable.from([Buffer.from(bytes)]), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  yield { kind: "many", count: countRows(bytes, false) };
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const where = `${name}, line ${number}`;
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row !== "object" || row === null || Array.isArray(row))
        throw new Problem("E-INTAKE-14", `${where} is no JSON object.`, "Give one object a line.");
      const cells = Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "object" ? JSON.stringify(value) : String(value),
        ]),
      );
      yield rowSource(cells, mapColumns(Object.keys(cells), given, where), where, name);
    } catch (error) {
      yield { kind: "failed", name: where, error };
    }
  }
}

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];

/** Rows that are not empty, without taking them apart; with `quotes`, a line end inside quotation marks ends none. */
export function countRows(bytes: Uint8Array, quotes: boolean): number {
  let rows = 0;
  let filled = false;
  let quoted = false;
  for (const byte of bytes) {
    if (quotes && byte === QUOTE) quoted = !quoted;
    if (byte === NEWLINE && !quoted) {
      if (filled) rows++;
      filled = false;
    } else if (byte !== RETURN) filled = true;
  }
  return filled ? rows + 1 : rows;
}

function rowSource(row: Readonly<Record<string, string>>, columns: Columns, where: string, table: string): Met {
  const cell = (role: Role): string | undefined => {
    const column = columns[role];
    const value = column === undefined ? "" : (row[column] ?? "").trim();
    return value === "" || value === "null" ? undefined : value;
  };
  const text = cell("text");
  if (text === undefined)
    return {
      kind: "failed",
      name: where,
      error: new Problem("E-INTAKE-15", `${where} has no text.`, "Fill it in, or leave the row out."),
    };
  const bytes = new TextEncoder().encode(text);
  const given: Given = { title: cell("title"), outlet: cell("outlet"), published: cell("published"), url: cell("url") };
  const id = cell("id");
  // Ids of two tables may clash: the table's name goes before.
  const externalId = id === undefined ? null : `${table.replace(/^.*[/\\]/, "")}#${id}`;
  return {
    kind: "source",
    source: { name: id === undefined ? where : `${where} (${id})`, bytes, mediaType: "text/plain", given, externalId },
  };
}
