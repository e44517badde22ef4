import type { Syntax } from "../../src/core/syntax.ts";
import type { GoldDocument } from "../conllu.ts";

/** Prints where words and sentences were cut otherwise than in the treebank: «wrong» with its surroundings. */
export function errorsOf(documents: readonly GoldDocument[], parsed: readonly Syntax[]): void {
  documents.forEach((document, d) => {
    const s = parsed[d]!;
    const clean = (text: string) => text.replace(/\s+/g, " ");
    const around = (from: number, to: number) =>
      clean(
        `${document.text.slice(Math.max(0, from - 25), from)}«${document.text.slice(from, to)}»${document.text.slice(to, to + 25)}`,
      );
    const gold = new Set<string>();
    const goldEnds = new Set<number>();
    for (const { gold: sentence, at } of document.sentences) {
      sentence.start.forEach((start, i) => {
        gold.add(`${at + start}:${at + sentence.end[i]!}`);
      });
      goldEnds.add(at + sentence.end[sentence.end.length - 1]!);
    }
    for (let t = 0; t < s.length; t++) {
      if (!gold.has(`${s.start[t]}:${s.end[t]}`)) console.log(`word\t${around(s.start[t]!, s.end[t]!)}`);
      const last = t + 1 === s.length || s.sentence[t + 1] !== s.sentence[t];
      if (last && !goldEnds.has(s.end[t]!)) console.log(`cut\t${around(s.end[t]!, s.end[t]!)}`);
      if (!last && goldEnds.has(s.end[t]!)) console.log(`joined\t${around(s.end[t]!, s.end[t]!)}`);
    }
  });
}
