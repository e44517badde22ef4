import type { Attribution, Attributions } from "../../core/layers.ts";
import type { Act } from "../../core/ledger.ts";
import { contains, length, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { tokenAt } from "../../core/tree.ts";

/** The attributions that hold a stretch of text, innermost first. */
export type Chain = readonly Attribution[];

const contentLength = (attribution: Attribution): number =>
  attribution.value.content.reduce((sum, span) => sum + length(span), 0);

/**
 * Whose words are these? Finds for any span the attributions whose content holds it, innermost first: an attribution is inside
 * another where it says less. An attribution never governs its own cue or speaker. Looked up by sentence, so that the cost of a
 * question does not grow with the report.
 */
export function voices(syntax: Syntax, layer: Attributions): (span: Span) => Chain {
  const sentenceAt = (offset: number): number =>
    syntax.sentence[Math.min(tokenAt(syntax, offset), syntax.length - 1)] ?? 0;
  const bySize = [...layer.attributions].sort((a, b) => contentLength(a) - contentLength(b) || a.span[0] - b.span[0]);
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of bySize) {
    const sentences = new Set<number>();
    for (const [start, end] of attribution.value.content) {
      for (let s = sentenceAt(start); s <= sentenceAt(end - 1); s++) sentences.add(s);
    }
    for (const s of sentences) bySentence.set(s, [...(bySentence.get(s) ?? []), attribution]);
  }
  return (span) =>
    (bySentence.get(sentenceAt(span[0])) ?? []).filter(({ value }) =>
      value.content.some((part) => contains(part, span)),
    );
}

const DEEDS: ReadonlySet<Act> = new Set<Act>(["demand", "promise", "threaten"]);

/**
 * "The party *demanded* an inquiry", "the union *called a strike*": where the speaking is itself what happens, it is told by whoever does it,
 * as a demand, a promise or a threat. The attributions by the token of their cue.
 */
export function speechActs(syntax: Syntax, { attributions }: Attributions): ReadonlyMap<number, Attribution> {
  const spoken = attributions.filter(({ value }) => value.source !== null && DEEDS.has(value.act));
  return new Map(spoken.map((attribution) => [tokenAt(syntax, attribution.value.cue[0]), attribution]));
}
