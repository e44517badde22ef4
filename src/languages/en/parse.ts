import type { Document } from "../../core/document.ts";
import { linkTree, NAME_KINDS, type Syntax, UPOS, type Upos } from "../../core/syntax.ts";
import type { Lemmatiser } from "./lemma.ts";
import type { Network } from "./network.ts";
import { sentenceEnds } from "./sentences.ts";
import { type Tokens, tokenise } from "./tokenise.ts";

const NAME_OF: Readonly<Record<string, (typeof NAME_KINDS)[number]>> = {
  PER: "person",
  ORG: "organisation",
  LOC: "place",
};

/** The parser of one report: blocks, words, sentences, then the network sentence by sentence. */
export function makeParser(network: Network, lemmatiser: Lemmatiser): (document: Document) => Syntax {
  const uposIndex = network.upos.map((tag) => UPOS.indexOf(tag as Upos));
  const nameKind = network.names.map((label) => NAME_KINDS.indexOf(NAME_OF[label.slice(2)] ?? "none"));

  return (document) => {
    const { text } = document;
    const blocks = document.blocks.map((block) => tokenise(text, block.span[0], block.span[1]));
    const length = blocks.reduce((sum, tokens) => sum + tokens.length, 0);
    const start = new Int32Array(length);
    const end = new Int32Array(length);
    const sentence = new Int32Array(length);
    const sentenceStart: number[] = [];
    const block: number[] = [];
    let filled = 0;
    blocks.forEach((tokens: Tokens, b) => {
      start.set(tokens.start, filled);
      end.set(tokens.end, filled);
      let first = 0;
      for (const last of sentenceEnds(text, tokens)) {
        sentence.fill(sentenceStart.length, filled + first, filled + last);
        sentenceStart.push(filled + first);
        block.push(b);
        first = last;
      }
      filled += tokens.length;
    });
    sentenceStart.push(length);

    const upos = new Uint8Array(length);
    const head = new Int32Array(length);
    const name = new Uint8Array(length);
    const nameStart = new Uint8Array(length);
    const xpos: string[] = [];
    const deprel: string[] = [];
    const lemma: string[] = [];
    const lower: string[] = [];
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      const first = sentenceStart[s]!;
      const words: string[] = [];
      for (let t = first; t < sentenceStart[s + 1]!; t++) words.push(text.slice(start[t], end[t]));
      const found = network.analyse(words);
      words.forEach((word, i) => {
        const t = first + i;
        upos[t] = uposIndex[found.upos[i]!]!;
        head[t] = found.heads[i]! === 0 ? -1 : first + found.heads[i]! - 1;
        xpos.push(network.xpos[found.xpos[i]!]!);
        deprel.push(network.relations[found.relations[i]!]!);
        lower.push(lowered(word));
        lemma.push(lemmatiser.lemma(word, lower[t]!, xpos[t]!));
        name[t] = nameKind[found.names[i]!]!;
        const begins = network.names[found.names[i]!]!.startsWith("B") || i === 0 || name[t - 1] !== name[t];
        nameStart[t] = name[t] !== 0 && begins ? 1 : 0;
      });
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
      sentenceStart: Int32Array.from(sentenceStart),
      block: Int32Array.from(block),
    });
  };
}

/** For look-up: lower case, quotes and apostrophes straightened, zero-width characters gone. */
export function lowered(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "");
}
