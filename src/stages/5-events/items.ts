import type { Mentions } from "../../core/layers.ts";
import { contains } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { rangeSpan, upos } from "../../core/tree.ts";

/** The number of the item that a token stands in. */
export type ItemOf = (token: number) => number;

/** In tokens: the longest line that heads an item. */
const HEADER = 12;

/**
 * The items of a digest: paragraphs that open with a place and a day, "Idlib, 5 May. …", each of which tells of something else, with all that
 * follows up to the next. A report without two of them is one item.
 */
export function makeItems(s: Syntax, { placeMentions, times }: Mentions): ItemOf {
  const opening: number[] = [];
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    if (n > 0 && s.block[n] === s.block[n - 1]) continue;
    const [first, last] = [s.sentenceStart[n]!, s.sentenceStart[n + 1]! - 1];
    if (last - first >= HEADER || hasVerb(s, first, last)) continue;
    const span = rangeSpan(s, first, last);
    const dated = times.some((time) => contains(span, time.span));
    if (dated && placeMentions.some((place) => contains(span, place.span))) opening.push(n);
  }
  const itemOf = new Int32Array(s.sentenceStart.length);
  if (opening.length < 2) return () => 0;
  let item = 0;
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    if (opening[item] === n) item++;
    itemOf[n] = item;
  }
  return (token) => itemOf[s.sentence[Math.min(token, s.length - 1)]!]!;
}

function hasVerb(s: Syntax, first: number, last: number): boolean {
  for (let t = first; t <= last; t++) if (upos(s, t) === "VERB" || upos(s, t) === "AUX") return true;
  return false;
}
