import type { Cell, Dossier, Row } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { columns, indent, ruled } from "./layout.ts";
import { type Style, styleFor } from "./style.ts";
import { fieldName, MARKS, valueName } from "./values.ts";
import { dateName } from "./words.ts";

/** One source's word as one outlet brought it on one day. */
interface Entry {
  readonly day: string | null;
  readonly source: string;
  readonly outlet: string;
  readonly words: string[];
}

const OWN_VOICE = "in its own voice";

/** Who said what when, and where it could be read: revisions and denials in the order in which they came out. */
export function showTimeline(dossier: Dossier, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const lines: string[] = [style.strong(ruled(dossier.title, terminal.columns))];
  let day: string | null | undefined;
  for (const entry of entriesOf(dossier)) {
    if (entry.day !== day) lines.push("", style.strong(entry.day === null ? "Undated" : dateName(entry.day)));
    day = entry.day;
    lines.push(...entryLines(entry, style, terminal.columns));
  }
  return `${lines.join("\n")}\n`;
}

function entriesOf(dossier: Dossier): Entry[] {
  const entries = new Map<string, Entry>();
  const names = new Map(dossier.origins.map((o) => [o.key, o.actor]));
  for (const row of dossier.matrix) {
    if (row.field !== "what" && row.field !== "agent" && !row.field.includes(":")) continue;
    for (const cell of row.cells.filter((c) => c.stance !== "silent")) {
      const day = cell.published?.slice(0, 10) ?? null;
      for (const outlet of outletsOf(dossier, cell)) {
        const key = `${day}|${cell.origin}|${outlet}`;
        const entry = entries.get(key) ?? { day, source: names.get(cell.origin) ?? cell.origin, outlet, words: [] };
        entries.set(key, entry);
        entry.words.push(cellLine(row, cell));
      }
    }
  }
  return [...entries.values()].sort((a, b) => ((a.day ?? "9") < (b.day ?? "9") ? -1 : a.day === b.day ? 0 : 1));
}

/** The outlets in which a cell's claims stand; the last of those who passed them on. */
function outletsOf(dossier: Dossier, cell: Cell): string[] {
  const origin = dossier.origins.find((o) => o.key === cell.origin);
  const reports = new Set(cell.claims.map((claim) => claim.slice(0, claim.lastIndexOf("/"))));
  const carriers = (origin?.carriedBy ?? []).filter((c) => reports.has(c.report));
  return [...new Set(carriers.map((c) => c.via.at(-1) ?? OWN_VOICE))];
}

function cellLine(row: Row, cell: Cell): string {
  const { name, side } = fieldName(row.field);
  const value = valueName(cell.value);
  const revised = cell.supersedes === null ? "" : ", revising what it said before";
  const words =
    row.field === "what"
      ? value
      : row.field === "agent"
        ? `by ${value}`
        : `${value} ${name}${side === "" ? "" : ` (${side})`}`;
  return `${MARKS[cell.stance]} ${words}${revised}`;
}

function entryLines({ source, outlet, words }: Entry, style: Style, width: number): string[] {
  const who = Math.min(30, Math.floor(width * 0.3));
  const where = Math.min(24, Math.floor(width * 0.22));
  const lines = words.flatMap((line, i) =>
    columns([
      { text: i === 0 ? source : "", width: who },
      { text: line, width: width - who - where - 6 },
      { text: i === 0 ? outlet : "", width: where, paint: style.quiet },
    ]),
  );
  return indent(lines, 2);
}
