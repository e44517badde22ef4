import type { EventType, Ledger, LoadedKind } from "./ledger.ts";
import { overlaps, type Span } from "./span.ts";

/** A paragraph that a reader may want folded, and why: what the ledger holds of it, never words of its own. */
export interface Passage {
  readonly span: Span;
  readonly label: "propaganda" | "graphic";
  /** Kinds of its loaded words, and how many of each. */
  readonly loaded: Readonly<Partial<Record<LoadedKind, number>>>;
  /** Types of its events that are hard to read of. */
  readonly events: readonly EventType[];
}

/** Praise, religious formulas and words that make people less than people are what propaganda is made of; partisan labels stand in any report. */
const WEIGHT: Readonly<Record<LoadedKind, number>> = {
  dehumanising: 3,
  glorifying: 2,
  formula: 2,
  delegitimising: 1,
  euphemism: 1,
  label: 1,
};
/** Weight that a paragraph needs, in all and on a hundred words. */
const ENOUGH = 3;
const DENSE = 5;

/** Paragraphs of propaganda (dense in loaded words) and graphic ones (told of an event of a `graphic` type as having happened), in order of the text. */
export function passagesOf(ledger: Ledger, graphic: ReadonlySet<EventType>): Passage[] {
  return paragraphSpans(ledger.report.text).flatMap((span): Passage[] => {
    const terms = ledger.loaded.filter((term) => overlaps(term.span, span));
    const events = ledger.events.filter(
      (e) => overlaps(e.trigger, span) && e.stage === "accomplished" && graphic.has(e.type),
    );
    const loaded: Partial<Record<LoadedKind, number>> = {};
    for (const { kind } of terms) loaded[kind] = (loaded[kind] ?? 0) + 1;
    const types = [...new Set(events.map((e) => e.type))];
    if (isDense(ledger.report.text.slice(...span), terms))
      return [{ span, label: "propaganda", loaded, events: types }];
    return types.length > 0 ? [{ span, label: "graphic", loaded, events: types }] : [];
  });
}

function isDense(text: string, terms: readonly { readonly kind: LoadedKind }[]): boolean {
  const weight = terms.reduce((sum, { kind }) => sum + WEIGHT[kind], 0);
  if (weight < ENOUGH) return false;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return (100 * weight) / words >= DENSE;
}

/** Spans of the text between blank lines. */
export function paragraphSpans(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    if (match.index > start) found.push([start, match.index]);
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push([start, text.length]);
  return found;
}
