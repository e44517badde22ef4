import type { Document } from "./document.ts";

/** Universal POS tags, in the order of `Syntax.upos`. */
export const UPOS = [
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
] as const; // biome-ignore format: one line reads best
export type Upos = (typeof UPOS)[number];

/** Kinds of named spans, in the order of `Syntax.name` (0 is "no name"). */
export const NAME_KINDS = ["none", "person", "organisation", "place", "other"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * Layer 2: words, sentences and syntax as columns; one row a token, in text order.
 * A token is a syntactic word of Universal Dependencies ("don't" is two: "do", "n't"); offsets point into `document.text`.
 */
export interface Syntax {
  readonly document: Document;
  readonly text: string;
  /** Number of tokens. */
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into UPOS. */
  readonly upos: Uint8Array;
  /** Penn tag: "VBD", "NNS" … */
  readonly xpos: readonly string[];
  /** UD relation to the head, with subtype: "nsubj", "nsubj:pass", "obl:agent", "acl:relcl" … */
  readonly deprel: readonly string[];
  /** Token index of the head; -1 for the root of a sentence. */
  readonly head: Int32Array;
  readonly lemma: readonly string[];
  /** Lower case, quotes and apostrophes straightened, zero-width characters gone: for look-up only. */
  readonly lower: readonly string[];
  /** Index into NAME_KINDS. */
  readonly name: Uint8Array;
  /** 1 where a named span begins. */
  readonly nameStart: Uint8Array;
  /** Sentence number of each token. */
  readonly sentence: Int32Array;
  /** First token of each sentence, and `length` at the end: sentence s is [sentenceStart[s], sentenceStart[s + 1]). */
  readonly sentenceStart: Int32Array;
  /** Block number (of `document.blocks`) of each sentence. */
  readonly block: Int32Array;
  /** Dependents as linked lists in text order: first child of a token, next sibling of a child; -1 ends. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** First and last token of each token's subtree (its yield may have gaps). */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** The columns a parser fills; `linkTree` adds the derived ones. */
export type ParsedColumns = Omit<Syntax, "firstChild" | "nextSibling" | "left" | "right">;

/** Adds child links and subtree edges. Heads must form a forest. Linear in the number of tokens. */
export function linkTree(columns: ParsedColumns): Syntax {
  const n = columns.length;
  const firstChild = new Int32Array(n).fill(-1);
  const nextSibling = new Int32Array(n).fill(-1);
  const left = new Int32Array(n);
  const right = new Int32Array(n);
  const waiting = new Int32Array(n);
  for (let i = n - 1; i >= 0; i--) {
    left[i] = right[i] = i;
    const head = columns.head[i]!;
    if (head < 0) continue;
    nextSibling[i] = firstChild[head]!;
    firstChild[head] = i;
    waiting[head]!++;
  }
  // Leaves first: a token hands its edges up once all its children have handed up theirs.
  const ready: number[] = [];
  for (let i = 0; i < n; i++) if (waiting[i] === 0) ready.push(i);
  for (let token = ready.pop(); token !== undefined; token = ready.pop()) {
    const head = columns.head[token]!;
    if (head < 0) continue;
    if (left[token]! < left[head]!) left[head] = left[token]!;
    if (right[token]! > right[head]!) right[head] = right[token]!;
    if (--waiting[head]! === 0) ready.push(head);
  }
  return { ...columns, firstChild, nextSibling, left, right };
}
