import type { Attribution } from "../../src/core/layers.ts";
import { contains, overlaps, type Span } from "../../src/core/span.ts";

/** One line of the data: a text and its attributions, offsets in characters of the text. */
export interface GoldDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}
export interface GoldAttribution {
  readonly clause: readonly (readonly [number, number])[];
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly content: readonly (readonly [number, number])[];
}

/** Right, found, wanted. */
export type Tally = [right: number, found: number, wanted: number];
export interface Score {
  readonly cue: Tally;
  readonly cueExact: Tally;
  readonly source: Tally;
  readonly sourceExact: Tally;
  readonly content: Tally;
}

export const emptyScore = (): Score => ({
  cue: [0, 0, 0],
  cueExact: [0, 0, 0],
  source: [0, 0, 0],
  sourceExact: [0, 0, 0],
  content: [0, 0, 0],
});

const any = (a: readonly Span[], b: readonly Span[]): boolean => a.some((x) => b.some((y) => overlaps(x, y)));
const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length > 0 && b.length > 0 && a[0]![0] === b[0]![0] && a.at(-1)![1] === b.at(-1)![1];

/**
 * Pairs findings with gold one to one: by cue; where gold marks no cue, by source; then counts. Content is counted in words, and only in
 * the sentences of the gold's words, where gold content ends by its making.
 */
export function scoreDocument(
  gold: GoldDocument,
  found: readonly Attribution[],
  sentences: readonly Span[],
  into: Score,
): { missed: GoldAttribution[]; extra: Attribution[]; poor: [GoldAttribution, Attribution][] } {
  const left = new Set(found);
  const missed: GoldAttribution[] = [];
  const poor: [GoldAttribution, Attribution][] = [];
  for (const g of gold.attributions) {
    const gContent = words(gold.text, g.content);
    let best: Attribution | null = null;
    let bestScore = 0;
    for (const a of left) {
      const byCue = g.cue.length > 0 && any([a.value.cue], g.cue);
      const bySource = a.value.sourceSpan !== null && any([a.value.sourceSpan], g.source);
      const inClause = any([a.value.cue], g.clause);
      if (!byCue && !(g.cue.length === 0 && (bySource || inClause))) continue;
      const aContent = words(gold.text, a.value.content);
      const shared = [...gContent].filter((w) => aContent.has(w)).length;
      const score = 1 + shared / (gContent.size + 1) + (bySource ? 0.5 : 0);
      if (score > bestScore) {
        best = a;
        bestScore = score;
      }
    }
    if (g.cue.length > 0) {
      into.cue[2]++;
      into.cueExact[2]++;
    }
    if (g.source.length > 0) {
      into.source[2]++;
      into.sourceExact[2]++;
    }
    into.content[2] += gContent.size;
    if (!best) {
      missed.push(g);
      continue;
    }
    left.delete(best);
    if (g.cue.length > 0) {
      into.cue[0]++;
      into.cue[1]++;
      into.cueExact[1]++;
      if (same([best.value.cue], g.cue)) into.cueExact[0]++;
    }
    const span = best.value.sourceSpan;
    if (span) {
      if (g.source.length > 0) {
        into.source[1]++;
        into.sourceExact[1]++;
        if (any([span], g.source)) into.source[0]++;
        if (same([span], g.source)) into.sourceExact[0]++;
      }
    }
    const home = sentences.filter((sentence) => any([sentence], g.content));
    const aContent = words(gold.text, clip(best.value.content, home));
    const shared = [...gContent].filter((w) => aContent.has(w)).length;
    into.content[0] += shared;
    into.content[1] += aContent.size;
    if ((2 * shared) / (gContent.size + aContent.size) < 0.6 || (span && g.source.length > 0 && !any([span], g.source)))
      poor.push([g, best]);
  }
  for (const a of left) {
    into.cue[1]++;
    into.cueExact[1]++;
    if (a.value.sourceSpan) {
      into.source[1]++;
      into.sourceExact[1]++;
    }
    const home = sentences.filter((sentence) => contains(sentence, a.value.cue));
    into.content[1] += words(gold.text, clip(a.value.content, home)).size;
  }
  return { missed, extra: [...left], poor };
}

function clip(spans: readonly Span[], within: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    within.filter((w) => overlaps(w, span)).map((w): Span => [Math.max(w[0], span[0]), Math.min(w[1], span[1])]),
  );
}

/** Words by their offset. */
function words(text: string, spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const [start, end] of spans)
    for (const m of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) found.add(start + m.index);
  return found;
}
