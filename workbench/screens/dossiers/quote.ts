import type { Cell, Claim, ReportView, Span } from "../../../src/index.ts";
import { splitRef } from "./Dossier.tsx";

/** The claim a cell stands on, with its report. */
export function claimOf(
  cell: Cell,
  reports: ReadonlyMap<string, ReportView>,
): { view: ReportView; claim: Claim } | null {
  const [report, id] = splitRef(cell.claims[0]);
  const view = report === null ? undefined : reports.get(report);
  const claim = view?.ledger.claims.find((c) => c.id === id);
  return view && claim ? { view, claim } : null;
}

/** The words a cell stands on: the figure's for a toll, else the source's; loaded words are left out as […], and it ends at a word. */
export function quoteOf(cell: Cell, reports: ReadonlyMap<string, ReportView>, longest = 72): string {
  const found = claimOf(cell, reports);
  if (!found) return "";
  const { view, claim } = found;
  const count =
    cell.value?.kind === "toll"
      ? claim.counts.find((k) => cell.value?.kind === "toll" && k.low === cell.value.low)
      : undefined;
  const span = count?.span ?? claim.evidence.find((e) => e.role === "content")?.span;
  if (!span) return "";
  const words = withoutLoaded(view, span).replace(/\s+/g, " ").trim();
  if (words.length <= longest) return words;
  return `${words.slice(0, words.lastIndexOf(" ", longest))} […]`;
}

/** The text of a span with loaded words folded to […]. */
export function withoutLoaded(view: ReportView, [start, end]: Span): string {
  const { text } = view.ledger.report;
  let from = start;
  let words = "";
  for (const { span } of view.ledger.loaded) {
    if (span[0] < from || span[1] > end) continue;
    words += `${text.slice(from, span[0])}[…]`;
    from = span[1];
  }
  return words + text.slice(from, end);
}
