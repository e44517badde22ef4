import { paragraphSpans } from "../../../src/core/passages.ts";
import type { Claim, Ledger, LoadedTerm, Span } from "../../../src/index.ts";

/** A run of the text over which nothing changes: the claims that cover it, and what it bears out. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Claims whose words these are, the one that began first on top; at most `LANES` are drawn. */
  readonly claims: readonly string[];
  readonly loaded: LoadedTerm | null;
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
  /** Claims that begin here, for the margin. */
  readonly begins: readonly Claim[];
}

export const LANES = 3;

/** Paragraphs of the untouched text, cut where a claim or a loaded word begins or ends. Linear in text and claims. */
export function paragraphs(ledger: Ledger): Paragraph[] {
  const { text } = ledger.report;
  const starts = new Map<number, { opens: string[]; closes: string[] }>();
  const at = (offset: number) => {
    const found = starts.get(offset) ?? { opens: [], closes: [] };
    starts.set(offset, found);
    return found;
  };
  const firstOf = new Map<string, number>();
  for (const claim of ledger.claims) {
    const spans = merge(claim.evidence.filter((e) => e.role === "content").map((e) => e.span));
    for (const [start, end] of spans) {
      at(start).opens.push(claim.id);
      at(end).closes.push(claim.id);
    }
    firstOf.set(claim.id, spans[0]?.[0] ?? claim.evidence[0]?.span[0] ?? 0);
  }
  const loadedAt = new Map<number, LoadedTerm>();
  for (const term of ledger.loaded) {
    at(term.span[0]);
    at(term.span[1]);
    loadedAt.set(term.span[0], term);
  }

  const bounds = [...starts.keys()].sort((a, b) => a - b);
  const open: string[] = [];
  let loaded: LoadedTerm | null = null;
  let next = 0;
  const pass = (offset: number): void => {
    for (; next < bounds.length && bounds[next]! <= offset; next++) {
      const { opens, closes } = starts.get(bounds[next]!)!;
      for (const id of closes) open.splice(open.indexOf(id), 1);
      open.push(...opens);
      if (loaded && loaded.span[1] <= bounds[next]!) loaded = null;
      loaded = loadedAt.get(bounds[next]!) ?? loaded;
    }
  };

  return paragraphSpans(text).map(([start, end]) => {
    const segments: Segment[] = [];
    let from = start;
    while (from < end) {
      pass(from);
      const to = Math.min(end, bounds[next] ?? end);
      segments.push({ start: from, end: to, claims: [...open], loaded });
      from = to;
    }
    const begins = ledger.claims.filter(({ id }) => {
      const first = firstOf.get(id)!;
      return first >= start && first < end;
    });
    return { start, end, segments, begins };
  });
}

function merge(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
