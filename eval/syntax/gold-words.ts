import type { Document } from "../../src/core/document.ts";
import { upos } from "../../src/core/tree.ts";
import type { English } from "../../src/languages/en/index.ts";
import type { GoldSentence } from "../conllu.ts";
import { bareRelation, RelationCounts, type RelationScore, relationName } from "./relations.ts";

export interface GoldScore {
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly lemma: number;
  readonly relations: ReadonlyMap<string, RelationScore>;
}

/** Scores from gold words and sentences; `written` changes the case of every word. */
export function scoreGold(
  english: English,
  sentences: readonly GoldSentence[],
  plain: (text: string, blocks: Document["blocks"]) => Document,
  written: (form: string) => string,
): GoldScore {
  let text = "";
  const start: number[] = [];
  const end: number[] = [];
  const sentenceStart: number[] = [];
  for (const sentence of sentences) {
    sentenceStart.push(start.length);
    sentence.form.forEach((form, i) => {
      start.push(text.length);
      text += written(form);
      end.push(text.length);
      // spaced as the treebank has it: a hyphen with space on both sides is a dash
      if (sentence.start[i + 1] !== sentence.end[i]) text += " ";
    });
  }
  sentenceStart.push(start.length);
  const document = plain(text, [{ span: [0, text.length], kind: "paragraph" }]);
  const s = english.analyse(document, {
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    sentenceStart: Int32Array.from(sentenceStart),
    block: new Int32Array(sentences.length),
  });

  const relations = new RelationCounts();
  const right = { upos: 0, xpos: 0, uas: 0, las: 0, lemma: 0 };
  let t = 0;
  for (const [n, sentence] of sentences.entries()) {
    for (let i = 0; i < sentence.form.length; i++, t++) {
      const head = s.head[t]! < 0 ? 0 : s.head[t]! - sentenceStart[n]! + 1;
      const sameHead = head === sentence.head[i];
      if (upos(s, t) === sentence.upos[i]) right.upos++;
      if (s.xpos[t] === sentence.xpos[i]) right.xpos++;
      if (s.lemma[t] === sentence.lemma[i] || sentence.lemma[i] === "_") right.lemma++;
      if (sameHead) right.uas++;
      if (sameHead && bareRelation(s.deprel[t]!) === bareRelation(sentence.deprel[i]!)) right.las++;
      relations.add(relationName(sentence.deprel[i]!), relationName(s.deprel[t]!), sameHead);
    }
  }
  const share = (count: number) => (100 * count) / t;
  return {
    upos: share(right.upos),
    xpos: share(right.xpos),
    uas: share(right.uas),
    las: share(right.las),
    lemma: share(right.lemma),
    relations: relations.scores(),
  };
}
