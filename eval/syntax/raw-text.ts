import type { Syntax } from "../../src/core/syntax.ts";
import type { GoldDocument } from "../conllu.ts";
import { bareRelation } from "./relations.ts";

export interface RawScore {
  readonly las: number;
  readonly words: number;
  readonly sentence: number;
}

/** F from raw text: words and sentences are the same where their first and last characters are. */
export function scoreRaw(documents: readonly GoldDocument[], parsed: readonly Syntax[]): RawScore {
  let gold = 0;
  let found = 0;
  let sameWord = 0;
  let sameArc = 0;
  let goldSentences = 0;
  let foundSentences = 0;
  let sameSentence = 0;
  documents.forEach((document, d) => {
    const s = parsed[d]!;
    const at = new Map<string, number>();
    for (let t = 0; t < s.length; t++) at.set(`${s.start[t]}:${s.end[t]}`, t);
    const ends = new Set<string>();
    for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
      ends.add(`${s.start[s.sentenceStart[n]!]}:${s.end[s.sentenceStart[n + 1]! - 1]}`);
    }
    found += s.length;
    foundSentences += ends.size;
    for (const { gold: sentence, at: offset } of document.sentences) {
      const n = sentence.form.length;
      gold += n;
      goldSentences++;
      if (ends.has(`${offset + sentence.start[0]!}:${offset + sentence.end[n - 1]!}`)) sameSentence++;
      const own = sentence.start.map((start, i) => at.get(`${offset + start}:${offset + sentence.end[i]!}`) ?? -1);
      own.forEach((t, i) => {
        if (t < 0) return;
        sameWord++;
        const goldHead = sentence.head[i]! === 0 ? -1 : own[sentence.head[i]! - 1]!;
        const rooted = sentence.head[i]! === 0 ? s.head[t]! < 0 : goldHead >= 0 && goldHead === s.head[t];
        if (rooted && bareRelation(s.deprel[t]!) === bareRelation(sentence.deprel[i]!)) sameArc++;
      });
    }
  });
  const f = (right: number, a: number, b: number) => (200 * right) / (a + b);
  return {
    las: f(sameArc, gold, found),
    words: f(sameWord, gold, found),
    sentence: f(sameSentence, goldSentences, foundSentences),
  };
}
