import type { Tokens } from "./tokenise.ts";

const FINAL = /^[.!?…]+$/;
const DOTTED = /^(?:\p{L}\.){2,}$/u;
const CLOSER = /^["”’')\]]$/;
const QUOTE = /^["”’']$/;
const STARTER = /^[\p{Lu}\d"“‘'([\-–—*•]/u;
const AFTER_ABBREVIATION =
  /^(?:The|A|An|He|She|They|It|We|I|In|On|At|But|And|This|That|These|Those|There|Mr|Mrs|However|According|Meanwhile|Officials|“|")/u;
/** Longer "sentences" are cut into windows: parsing takes time quadratic in the sentence. */
const LONGEST = 220;

/** Index after the last token of each sentence of one block, in order. */
export function sentenceEnds(text: string, tokens: Tokens): number[] {
  const ends: number[] = [];
  let first = 0;
  const word = (i: number) => text.slice(tokens.start[i], tokens.end[i]);
  for (let i = 0; i < tokens.length; i++) {
    const j = endAt(i);
    if (j >= 0 || i - first + 1 >= LONGEST) {
      i = Math.max(i, j);
      ends.push(i + 1);
      first = i + 1;
    }
  }
  if (first < tokens.length) ends.push(tokens.length);
  return ends;

  /** Last token of the sentence that ends with token i and the closing marks after it; -1 where none does. */
  function endAt(i: number): number {
    const w = word(i);
    const final = FINAL.test(w);
    const dotted = DOTTED.test(w);
    if (!final && !(w.length > 2 && w.endsWith("."))) return -1;
    let j = i;
    while (j + 1 < tokens.length && tokens.start[j + 1] === tokens.end[j] && CLOSER.test(word(j + 1))) j++;
    if (j + 1 >= tokens.length) return j;
    if (tokens.start[j + 1] === tokens.end[j]) return -1;
    const next = word(j + 1);
    let end = false;
    if (final) end = STARTER.test(next) || (w !== "." && w !== "..." && w !== "…" && !QUOTE.test(word(j)));
    else if (dotted && !/^(?:e\.g|i\.e|cf)\.$/i.test(w)) end = AFTER_ABBREVIATION.test(next);
    if (j > i && /^\p{Ll}/u.test(next)) end = false;
    return end ? j : -1;
  }
}
