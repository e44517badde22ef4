import type { Document } from "../../core/document.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import type { BoundaryModel } from "./boundary.ts";
import { makeSplitter, type Splitter } from "./sentences.ts";
import { makeTokeniser, type Tokeniser } from "./tokenise.ts";

/** Words and sentences of a text, before anything is known of them. Columns as in `Syntax`. */
export interface Segments {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly sentenceStart: Int32Array;
  readonly block: Int32Array;
}

export function makeSegmenter(
  lexicon: Pick<LexiconData, "abbreviations" | "starters" | "prefixes">,
  model: BoundaryModel,
) {
  const tokenise = makeTokeniser(lexicon);
  const split = makeSplitter(lexicon, model);
  return (document: Document): Segments => segment(document, tokenise, split);
}

/** Cuts each block into words and these into sentences; no sentence crosses a block. */
function segment(document: Document, tokenise: Tokeniser, split: Splitter): Segments {
  const { text } = document;
  const blocks = document.blocks.map((block) => tokenise(text, block.span[0], block.span[1]));
  const length = blocks.reduce((sum, tokens) => sum + tokens.length, 0);
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const sentenceStart: number[] = [];
  const block: number[] = [];
  let filled = 0;
  blocks.forEach((tokens, b) => {
    start.set(tokens.start, filled);
    end.set(tokens.end, filled);
    let first = 0;
    for (const last of split(text, tokens, document.blocks[b]!.kind)) {
      sentenceStart.push(filled + first);
      block.push(b);
      first = last;
    }
    filled += tokens.length;
  });
  sentenceStart.push(length);
  return { start, end, sentenceStart: Int32Array.from(sentenceStart), block: Int32Array.from(block) };
}
