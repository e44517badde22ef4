import type { Attribution, Attributions } from "../../core/layers.ts";
import { contains, length, type Span } from "../../core/span.ts";

/** The attributions that hold a stretch of text, innermost first. */
export type Chain = readonly Attribution[];

const contentLength = (attribution: Attribution): number =>
  attribution.value.content.reduce((sum, span) => sum + length(span), 0);

/**
 * Whose words are these? Finds for any span the attributions whose content holds it, innermost first: an attribution is inside
 * another where it says less. An attribution never governs its own cue or speaker.
 */
export function voices(layer: Attributions): (span: Span) => Chain {
  const bySize = [...layer.attributions].sort((a, b) => contentLength(a) - contentLength(b) || a.span[0] - b.span[0]);
  return (span) => bySize.filter(({ value }) => value.content.some((part) => contains(part, span)));
}
