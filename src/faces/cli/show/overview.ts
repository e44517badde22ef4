import type { CaseCounts, DossierRow } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { columns, wrap } from "./layout.ts";
import { type Style, styleFor } from "./style.ts";
import { plural } from "./words.ts";

/** What `hearsay events` lists, and what it says of the case above the list. */
export interface Overview {
  readonly rows: readonly DossierRow[];
  readonly total: number;
  /** Of the dossiers that the filters let through: told by several reports, contradicted, differing. */
  readonly several: number;
  readonly contradicted: number;
  readonly differing: number;
  readonly counts: CaseCounts;
  /** Whether the list goes from the most told to the least, and so falls into two parts. */
  readonly byReports: boolean;
  readonly offset: number;
}

const SIGNS = { agree: "=", differ: "≠", contradict: "✕", "one-voice": "1", silent: " " } as const;
const LEGEND = "= agree   ≠ differ   ✕ contradict   1 one voice";

/** The case in a sentence, then its dossiers: those that several reports tell first, since there is something to compare. */
export function showOverview(overview: Overview, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const { rows, total, byReports, offset } = overview;
  const lines = [...summary(overview).flatMap((words) => wrap(words, terminal.columns)), ""];
  if (rows.length === 0) lines.push(total === 0 ? "No dossier." : "No more dossiers.");
  const parts = byReports
    ? [
        { head: "Told by several reports", rows: rows.filter((row) => row.reports > 1) },
        { head: "Told by one report", rows: rows.filter((row) => row.reports <= 1) },
      ].filter((part) => part.rows.length > 0)
    : [{ head: "Dossiers", rows }].filter((part) => part.rows.length > 0);
  for (const part of parts)
    lines.push(style.strong(part.head), ...part.rows.flatMap((row) => rowLines(row, style, terminal.columns)), "");
  const last = offset + rows.length;
  if (total > last) lines.push(style.quiet(`${offset + 1} to ${last} of ${total}; the next: --offset ${last}`));
  lines.push(style.quiet(`${LEGEND}   hearsay event ID shows one`));
  return `${lines.join("\n")}\n`;
}

function summary({ total, several, contradicted, differing, counts }: Overview): string[] {
  const events = `${plural(counts.reports, "report")}, ${plural(counts.events, "event")} told in ${plural(counts.claims, "claim")}`;
  const of = total === counts.dossiers ? plural(total, "dossier") : `${total} of ${plural(counts.dossiers, "dossier")}`;
  const parts = [
    several === 0 ? "" : `${several} told by several reports`,
    contradicted === 0 ? "" : `${contradicted} contradicted`,
    differing === 0 ? "" : `${differing} with versions that differ`,
  ].filter((part) => part !== "");
  const waiting =
    counts.waiting === 0 ? [] : [`${plural(counts.waiting, "pair waits", "pairs wait")} for a decision: hearsay queue`];
  return [`${events}.`, `${of}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.`, ...waiting];
}

const TOLL = 13;
const TOLD = 22;
const ID = 13;

function rowLines(row: DossierRow, style: Style, width: number): string[] {
  const origins = row.independent === 0 ? "outlet alone" : plural(row.independent, "origin");
  return columns([
    { text: SIGNS[row.verdict], width: 1, paint: row.verdict === "contradict" ? style.strong : undefined },
    {
      text: row.title,
      width: Math.max(20, width - TOLL - TOLD - ID - 9),
      paint: row.reports > 1 ? style.strong : undefined,
    },
    { text: row.killed ? `${range(row.killed)} killed` : "", width: TOLL },
    { text: `${origins} in ${plural(row.reports, "report")}`, width: TOLD, paint: style.quiet },
    { text: row.id, width: ID, paint: style.quiet },
  ]);
}

const range = ({ low, high }: { low: number; high: number | null }): string =>
  high === null ? `${low}+` : low === high ? `${low}` : `${low}–${high}`;
