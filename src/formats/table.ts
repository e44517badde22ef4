import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null | undefined;

/** Rows as RFC 4180 csv with a header. Cells that a spreadsheet would take for a formula are made plain text. */
export function csv(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => plain(row[column]))),
    { header: true, columns: [...columns], record_delimiter: "\r\n" },
  );
}

/** "=1+1", "+cmd", "-2+3", "@x": an apostrophe before it, but numbers stay numbers. */
function plain(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = cell.replace(/\s+/g, " ").trim();
  return /^[=+\-@\t]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}
