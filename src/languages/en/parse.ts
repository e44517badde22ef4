import type { Document } from "../../core/document.ts";
import { linkTree, NAME_KINDS, type Syntax, UPOS, type Upos } from "../../core/syntax.ts";
import { lowered } from "./fold.ts";
import type { Lemmatiser } from "./lemma.ts";
import type { Network } from "./network.ts";
import type { Segments } from "./segment.ts";

const NAME_OF: Readonly<Record<string, (typeof NAME_KINDS)[number]>> = {
  PER: "person",
  ORG: "organisation",
  LOC: "place",
  OTH: "other",
};

/** Fills the columns of `Syntax` for words and sentences that are cut already: the network, sentence by sentence. */
export function makeAnalyser(network: Network, lemmatiser: Lemmatiser) {
  const uposIndex = network.upos.map((tag) => UPOS.indexOf(tag as Upos));
  const nameKind = network.names.map((label) => NAME_KINDS.indexOf(NAME_OF[label.slice(2)] ?? "none"));
  const opensName = network.names.map((label) => label.startsWith("B"));

  return (document: Document, segments: Segments): Syntax => {
    const { text } = document;
    const { start, end, sentenceStart, block } = segments;
    const length = start.length;
    const upos = new Uint8Array(length);
    const head = new Int32Array(length);
    const name = new Uint8Array(length);
    const nameStart = new Uint8Array(length);
    const sentence = new Int32Array(length);
    const xpos = new Array<string>(length);
    const deprel = new Array<string>(length);
    const lemma = new Array<string>(length);
    const lower = new Array<string>(length);
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      const first = sentenceStart[s]!;
      const words: string[] = [];
      for (let t = first; t < sentenceStart[s + 1]!; t++) words.push(text.slice(start[t], end[t]));
      const shouted = words.length > 0 && !/\p{Ll}/u.test(text.slice(start[first], end[sentenceStart[s + 1]! - 1]));
      const found = network.analyse(words);
      for (let i = 0; i < words.length; i++) {
        const t = first + i;
        const word = words[i]!;
        sentence[t] = s;
        upos[t] = uposIndex[found.upos[i]!]!;
        head[t] = found.heads[i]! === 0 ? -1 : first + found.heads[i]! - 1;
        xpos[t] = network.xpos[found.xpos[i]!]!;
        deprel[t] = network.relations[found.relations[i]!]!;
        lower[t] = lowered(word);
        lemma[t] = lemmatiser.lemma(word, lower[t]!, xpos[t]!, { upos: UPOS[upos[t]!]!, shouted });
        name[t] = nameKind[found.names[i]!]!;
        const opens = opensName[found.names[i]!]! || i === 0 || name[t - 1] !== name[t];
        nameStart[t] = name[t] !== 0 && opens ? 1 : 0;
      }
    }
    return linkTree({
      document,
      text,
      length,
      start,
      end,
      upos,
      xpos,
      deprel,
      head,
      lemma,
      lower,
      name,
      nameStart,
      sentence,
      sentenceStart,
      block,
    });
  };
}
