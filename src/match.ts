import type { Span } from "./core/span.ts";
import { rangeSpan } from "./core/tree.ts";
import { indexPatterns, matchAt } from "./lexicon/pattern.ts";
import { parsePattern } from "./lexicon/pattern-text.ts";
import type { ReadResult } from "./read.ts";
import { loadLexicon } from "./resources.ts";

/** A place where a row or a pattern stands, and what came of it. */
export interface Found {
  readonly span: Span;
  /** "event e1", "toll e2", "matches", or "refused: …" with the reason. */
  readonly what: string;
}

/** What a lexicon row ("verbs/shell") or a pattern over the syntax ("open fire on [nsubj=@military]") finds in a report, in text order. */
export async function findMatches(rowOrPattern: string, { reading }: ReadResult): Promise<Found[]> {
  const found = /^[a-z-]+\/\S+$/.test(rowOrPattern)
    ? ofRow(rowOrPattern, reading)
    : await ofPattern(rowOrPattern, reading);
  const once = new Map(found.map((hit) => [`${hit.span}|${hit.what}`, hit]));
  return [...once.values()].sort((a, b) => a.span[0] - b.span[0]);
}

function ofRow(row: string, { events, attributions, refusals }: ReadResult["reading"]): Found[] {
  return [
    ...[...events.mentions, ...events.tolls]
      .filter(({ by }) => by.entry === row)
      .map((finding) => ({ span: finding.span, what: `${finding.kind} ${finding.value.event}` })),
    ...[...attributions.attributions, ...attributions.scopes]
      .filter(({ by }) => by.entry === row)
      .map(({ kind, span }) => ({ span, what: kind })),
    ...refusals.filter(({ by }) => by.entry === row).map(({ span, reason }) => ({ span, what: `refused: ${reason}` })),
  ];
}

async function ofPattern(text: string, { syntax }: ReadResult["reading"]): Promise<Found[]> {
  const index = indexPatterns([parsePattern(text)]);
  const { nounClasses } = await loadLexicon();
  const found: Found[] = [];
  for (let token = 0; token < syntax.length; token++) {
    const { match, barred } = matchAt(syntax, token, index, nounClasses);
    if (match)
      found.push({ span: rangeSpan(syntax, Math.min(...match.tokens), Math.max(...match.tokens)), what: "matches" });
    for (const { by } of barred) found.push({ span: rangeSpan(syntax, token, token), what: `refused: ${by}` });
  }
  return found;
}
