import type { Span } from "./span.ts";
import { type Syntax, UPOS, type Upos } from "./syntax.ts";

/** Walking the syntax of a report. Tokens are indices into the columns of `Syntax`. */

export const upos = (s: Syntax, token: number): Upos => UPOS[s.upos[token]!]!;

/** Relation without its subtype: "nsubj:pass" -> "nsubj". */
export function relation(s: Syntax, token: number): string {
  const full = s.deprel[token]!;
  const colon = full.indexOf(":");
  return colon < 0 ? full : full.slice(0, colon);
}

export const tokenText = (s: Syntax, token: number): string => s.text.slice(s.start[token]!, s.end[token]!);
export const tokenSpan = (s: Syntax, token: number): Span => [s.start[token]!, s.end[token]!];
export const rangeSpan = (s: Syntax, first: number, last: number): Span => [s.start[first]!, s.end[last]!];
/** Characters from the first to the last word of the subtree. */
export const subtreeSpan = (s: Syntax, token: number): Span => rangeSpan(s, s.left[token]!, s.right[token]!);

/** Dependents in text order. */
export function children(s: Syntax, token: number): number[] {
  const found: number[] = [];
  for (let c = s.firstChild[token]!; c >= 0; c = s.nextSibling[c]!) found.push(c);
  return found;
}

/** First dependent with this relation: exact ("nsubj:pass"), or any subtype of it where `rel` has none. */
export function child(s: Syntax, token: number, rel: string): number {
  for (let c = s.firstChild[token]!; c >= 0; c = s.nextSibling[c]!) {
    if (s.deprel[c] === rel || relation(s, c) === rel) return c;
  }
  return -1;
}

/** Whether `token` is `ancestor` or below it. */
export function isBelow(s: Syntax, token: number, ancestor: number): boolean {
  for (let t = token; t >= 0; t = s.head[t]!) if (t === ancestor) return true;
  return false;
}

/** `token` and its conjuncts ("A, B and C"), in text order. */
export function conjuncts(s: Syntax, token: number): number[] {
  const found = [token];
  for (let c = s.firstChild[token]!; c >= 0; c = s.nextSibling[c]!) {
    if (relation(s, c) === "conj") found.push(...conjuncts(s, c));
  }
  return found;
}

/** Index of the token that holds this offset, or the next one after it; `length` past the end. */
export function tokenAt(s: Syntax, offset: number): number {
  let low = 0;
  let high = s.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (s.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
