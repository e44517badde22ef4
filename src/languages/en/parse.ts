import type { Document } from "../../core/document.ts";
import { linkTree, NAME_KINDS, type NameKind, type Syntax, UPOS, type Upos } from "../../core/syntax.ts";
import { lowered } from "./fold.ts";
import type { Lemmatiser } from "./lemma.ts";
import type { Network } from "./network/index.ts";
import type { Segments } from "./segment.ts";

const NAME_OF: Readonly<Record<string, NameKind>> = { PER: "person", ORG: "organisation", LOC: "place", OTH: "other" };

/** Fills the columns of `Syntax` for words and sentences that are cut already: the network, sentence by sentence. */
export function makeAnalyser(network: Network, lemmatiser: Lemmatiser) {
  const { labels, longest } = network;
  const uposIndex = labels.upos.map((tag) => UPOS.indexOf(tag as Upos));
  const nameKind = labels.names.map((label) => NAME_KINDS.indexOf(NAME_OF[label.slice(2)] ?? "none"));
  const opensName = labels.names.map((label) => label.startsWith("B"));

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
      const stop = sentenceStart[s + 1]!;
      sentence.fill(s, first, stop);
      for (let from = first; from < stop; from += longest) read(from, Math.min(stop, from + longest), first);
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

    /** Reads the words [from, to) of the sentence that begins at `first`. Only given sentences are longer than one such window. */
    function read(from: number, to: number, first: number): void {
      const words = new Array<string>(to - from);
      const low = new Array<string>(to - from);
      for (let t = from; t < to; t++) {
        const word = text.slice(start[t], end[t]);
        words[t - from] = word;
        low[t - from] = lower[t] = lowered(word);
      }
      const found = network.analyse(words, low);
      const shouted = !/\p{Ll}/u.test(text.slice(start[from], end[to - 1]));
      for (let t = from; t < to; t++) {
        const i = t - from;
        upos[t] = uposIndex[found.upos[i]!]!;
        xpos[t] = labels.xpos[found.xpos[i]!]!;
        lemma[t] = lemmatiser.lemma(words[i]!, lower[t]!, xpos[t]!, { upos: UPOS[upos[t]!]!, shouted });
        const kind = nameKind[found.names[i]!]!;
        name[t] = kind;
        nameStart[t] = kind !== 0 && (opensName[found.names[i]!]! || i === 0 || name[t - 1] !== kind) ? 1 : 0;
        if (found.heads[i]! > 0) {
          head[t] = from + found.heads[i]! - 1;
          deprel[t] = labels.relations[found.relations[i]!]!;
        } else {
          head[t] = from === first ? -1 : rootOf(first);
          deprel[t] = from === first ? "root" : "parataxis";
        }
      }
    }

    function rootOf(first: number): number {
      let t = first;
      while (head[t]! >= 0) t = head[t]!;
      return t;
    }
  };
}
