import type { Document } from "../../core/document.ts";
import { linkTree, NAME_KINDS, type NameKind, type Syntax, UPOS, type Upos } from "../../core/syntax.ts";
import { lowered } from "./fold.ts";
import type { KnownNames } from "./known-names.ts";
import type { Lemmatiser } from "./lemma.ts";
import type { Network } from "./network/index.ts";
import type { Repair } from "./repair/index.ts";
import type { Segments } from "./segment.ts";

const NAME_OF: Readonly<Record<string, NameKind>> = { PER: "person", ORG: "organisation", LOC: "place", OTH: "other" };

/** The dash that the network knows. */
const DASH = "–";

/** Fills the columns of `Syntax` for words and sentences that are cut already: the network, sentence by sentence. */
export function makeAnalyser(network: Network, lemmatiser: Lemmatiser, names: KnownNames, repair: Repair) {
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
    repair({ length, upos, xpos, deprel, head, lemma, sentence });
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
      const shouted = !/\p{Ll}/u.test(text.slice(start[from], end[to - 1]));
      const { words, low, last, word } = asSeen(from, to, shouted);
      const found = network.analyse(words, low);
      for (let t = from; t < to; t++) {
        const i = word[t - from]!;
        const begins = t === from || word[t - from - 1] !== i;
        upos[t] = uposIndex[found.upos[i]!]!;
        xpos[t] = labels.xpos[found.xpos[i]!]!;
        const form = text.slice(start[t], end[t]);
        lemma[t] = lemmatiser.lemma(form, lower[t]!, xpos[t]!, { upos: UPOS[upos[t]!]!, shouted });
        const kind = nameKind[found.names[i]!]!;
        name[t] = kind;
        const opens = begins && (opensName[found.names[i]!]! || i === 0 || name[t - 1] !== kind);
        nameStart[t] = kind !== 0 && opens ? 1 : 0;
        if (t !== last[i]) {
          head[t] = last[i]!;
          deprel[t] = "compound";
        } else if (found.heads[i]! > 0) {
          head[t] = last[found.heads[i]! - 1]!;
          deprel[t] = labels.relations[found.relations[i]!]!;
        } else {
          head[t] = from === first ? -1 : rootOf(first);
          deprel[t] = from === first ? "root" : "parataxis";
        }
      }
    }

    /** Words as the network sees them: a known name is one word, but not in capitals throughout, where "IS" is no group. `last` is each word's last token, `word` each token's word. */
    function asSeen(from: number, to: number, shouted: boolean) {
      const words: string[] = [];
      const low: string[] = [];
      const last: number[] = [];
      const word = new Int32Array(to - from);
      for (let t = from; t < to; t++) {
        const form = text.slice(start[t], end[t]);
        const known = shouted ? undefined : names.longest(text, start[t]!, form);
        const stop = known ? lastOf(known.name, t, to) : t;
        const seen = known && stop >= 0 ? known.standIn : isDash(t) ? DASH : form;
        for (lower[t] = lowered(form), word[t - from] = words.length; t < stop; word[t - from] = words.length)
          lower[++t] = lowered(text.slice(start[t], end[t]));
        words.push(seen);
        low.push(lowered(seen));
        last.push(t);
      }
      return { words, low, last, word };
    }

    /** "killed in a clash - police": a hyphen with space on both sides is a dash. */
    function isDash(t: number): boolean {
      return text[start[t]!] === "-" && /\s-\s/.test(text.slice(start[t]! - 1, end[t]! + 1));
    }

    /** Last token of the name that begins at a token; -1 where it ends inside one. */
    function lastOf(known: string, t: number, to: number): number {
      const stop = start[t]! + known.length;
      for (let last = t; last < to && end[last]! <= stop; last++) if (end[last]! === stop) return last;
      return -1;
    }

    function rootOf(first: number): number {
      let t = first;
      while (head[t]! >= 0) t = head[t]!;
      return t;
    }
  };
}
