import type { Syntax } from "../../core/syntax.ts";

/** Words of an opener such as "more on this story". */
const LONGEST = 5;
const MARK = /^(?:[:|>»–—-]|>>|--|\.\.\.|…)$/;

/**
 * The words that point to other reports: "*Read also: Rebels kill twenty in Ituri*", and the headlines under "Related stories". They are told elsewhere,
 * and nothing here vouches for them.
 */
export function makeElsewhere(s: Syntax, openers: ReadonlySet<string>): (token: number) => boolean {
  const sentences = new Set<number>();
  let [pointing, under] = [-1, false];
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    const [first, next] = [s.sentenceStart[n]!, s.sentenceStart[n + 1]!];
    const block = s.block[n]!;
    const opens = n === 0 || s.block[n - 1] !== block;
    const mark = openerAt(s, first, next, openers);
    const alone = mark >= next - 1 && opens && (n + 2 >= s.sentenceStart.length || s.block[n + 1] !== block);
    if (opens && under && !isHeadline(s, next)) under = false;
    if (mark > 0 && (alone || MARK.test(s.lower[mark]!))) {
      sentences.add(n);
      if (alone) under = true;
      else pointing = block;
    } else if (under || pointing === block) sentences.add(n);
  }
  return (token) => sentences.has(s.sentence[token]!);
}

/** The token behind an opener at the beginning of a sentence; -1 where there is none. */
function openerAt(s: Syntax, first: number, next: number, openers: ReadonlySet<string>): number {
  let words = "";
  for (let t = first; t < Math.min(next, first + LONGEST); t++) {
    words = words === "" ? s.lower[t]! : `${words} ${s.lower[t]}`;
    if (openers.has(words) && (t + 1 >= next || MARK.test(s.lower[t + 1]!))) return t + 1;
  }
  return -1;
}

/** A line that ends like no sentence. */
const isHeadline = (s: Syntax, next: number): boolean => !/^[.!?"”]$/.test(s.lower[next - 1]!);
