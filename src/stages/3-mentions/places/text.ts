import { type Syntax, UPOS } from "../../../core/syntax.ts";

const PROPN = UPOS.indexOf("PROPN");
const LETTER = /\p{L}/u;
const UPPER = /^\p{Lu}/u;

/** Which sentences are written in capitals throughout ("GUERRILLAS ATTACKED APOPA"): there a capital says nothing. */
export function shouting(s: Syntax): readonly boolean[] {
  const loud: boolean[] = [];
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    let upper = 0;
    let lower = 0;
    for (let t = s.sentenceStart[n]!; t < s.sentenceStart[n + 1]!; t++) {
      const word = s.text.slice(s.start[t], s.end[t]);
      if (word.length < 2 || !LETTER.test(word)) continue;
      if (word === word.toUpperCase()) upper += word.length;
      else lower += word.length;
    }
    // A short line of names in capitals is a heading, in capitals too.
    loud.push(upper > 2 * lower && upper >= 12);
  }
  return loud;
}

export const isProper = (s: Syntax, token: number): boolean => s.upos[token] === PROPN;
export const isCapital = (s: Syntax, token: number): boolean =>
  UPPER.test(s.text.charAt(s.start[token]!) + (s.text[s.start[token]! + 1] ?? ""));
export const isWord = (s: Syntax, token: number): boolean => LETTER.test(s.text.charAt(s.start[token]!));
/** Whether nothing stands between a token and the next: "al" and "-" of "al-Jina". */
export const joined = (s: Syntax, token: number): boolean =>
  token + 1 < s.length && s.end[token] === s.start[token + 1];
export const textOf = (s: Syntax, first: number, last: number): string =>
  s.text.slice(s.start[first], s.end[last]).replace(/\s+/g, " ");
