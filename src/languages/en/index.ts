/**
 * English: words, sentences, syntax, names, numbers, dates. `loadEnglish` reads the model once; parsing is synchronous.
 */
import type { Document } from "../../core/document.ts";
import type { Language } from "../../core/language.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { openBoundaryModel } from "./boundary.ts";
import { makeCalendar } from "./calendar/index.ts";
import { knownNames } from "./known-names.ts";
import { makeLemmatiser } from "./lemma.ts";
import { loadNetwork } from "./network/index.ts";
import { makeSentences } from "./neutral/index.ts";
import { makeNumbers } from "./numbers.ts";
import { makeAnalyser } from "./parse.ts";
import { makeRepair } from "./repair/index.ts";
import { makeSegmenter, type Segments } from "./segment.ts";

/** Gives the bytes of a file of the model by name: from disk in Node, by fetch in a browser. */
export type ReadModel = (name: string) => Promise<Uint8Array>;

export interface English extends Language {
  /** Syntax over words and sentences that are cut already: for measuring the network apart from the tokeniser. */
  analyse(document: Document, segments: Segments): Syntax;
}

export async function loadEnglish(read: ReadModel, lexicon: LexiconData): Promise<English> {
  const [kernel, header, tensors, words, tagPairs, lemmas, sentences] = await Promise.all([
    read("kernel.wasm"),
    read("network.json"),
    read("network.bin"),
    read("words.bin"),
    read("tag-pairs.tsv"),
    read("lemmas.tsv"),
    read("sentences.bin"),
  ]);
  const network = await loadNetwork(kernel, { header, tensors, words, tagPairs });
  const analyse = makeAnalyser(
    network,
    makeLemmatiser(new TextDecoder().decode(lemmas)),
    knownNames(lexicon),
    makeRepair(lexicon),
  );
  const segment = makeSegmenter(lexicon, openBoundaryModel(sentences));
  return {
    tag: "en",
    parse: (document) => analyse(document, segment(document)),
    analyse,
    numbers: makeNumbers(lexicon),
    sentence: makeSentences(lexicon.neutral),
    times: makeCalendar(lexicon),
  };
}
