/**
 * How likely a sentence ends after a word: a linear model over hashed features (`models/en/sentences.bin`, made by
 * `scripts/train/sentences.ts`). It sees words and shapes around the place, what the rules say, and how long the sentence is already.
 */
import type { Tokens } from "./tokenise.ts";

export const BUCKETS = 1 << 15;
export const FEATURES = 31;

/** Codes of the words of a block: of the word in small letters, of its last three letters, of its shape. */
export interface WordCodes {
  readonly word: Int32Array;
  readonly ending: Int32Array;
  readonly shape: Int32Array;
}

const SEED = 0x811c9dc5 | 0;
const mix = (hash: number, value: number) => Math.imul(hash ^ value, 16777619);

/** Spreads what the hash holds over its low bits. */
function scattered(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35 | 0);
  return twice ^ (twice >>> 16);
}

const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const [X, x, d] = [88, 120, 100];

/** The mark of a character in a shape: X, x, d, or the character itself. */
function markOf(code: number, character: string): number {
  if (code < 128)
    return code >= 65 && code <= 90 ? X : code >= 97 && code <= 122 ? x : code >= 48 && code <= 57 ? d : code;
  return UPPER.test(character) ? X : LETTER.test(character) ? x : DIGIT.test(character) ? d : code;
}

export function wordCodes(text: string, tokens: Tokens): WordCodes {
  const { length } = tokens;
  const word = new Int32Array(length);
  const ending = new Int32Array(length);
  const shape = new Int32Array(length);
  for (let t = 0; t < length; t++) {
    let [whole, shaped, last, run, marks] = [SEED, SEED, 0, 0, 0];
    // Long words are known by their beginning: what follows tells nothing here.
    const end = Math.min(tokens.end[t]!, tokens.start[t]! + 40);
    for (let i = tokens.start[t]!; i < end; i++) {
      const code = text.charCodeAt(i);
      const mark = markOf(code, text[i]!);
      whole = mix(whole, code < 128 ? (mark === X ? code + 32 : code) : text[i]!.toLowerCase().charCodeAt(0));
      if (marks === 6 || (mark === last && run === 2)) continue;
      run = mark === last ? run + 1 : 1;
      last = mark;
      shaped = mix(shaped, mark);
      marks++;
    }
    let tail = SEED;
    for (let i = Math.max(tokens.start[t]!, tokens.end[t]! - 3); i < tokens.end[t]!; i++) {
      tail = mix(tail, text.charCodeAt(i) | 32);
    }
    word[t] = whole;
    ending[t] = tail;
    shape[t] = shaped;
  }
  return { word, ending, shape };
}

/** What is known of a place between words beside the words. */
export interface Place {
  /** The last word of the sentence, if it ends here. */
  readonly at: number;
  /** First word of the sentence so far. */
  readonly first: number;
  /** Whether white space follows. */
  readonly spaced: boolean;
  /** What the rules say. */
  readonly ruled: boolean;
}

/** Writes the features of a place into `out` (FEATURES bucket numbers). */
export function features(codes: WordCodes, place: Place, out: Int32Array): void {
  const { word, ending, shape } = codes;
  const { at, first } = place;
  const w = (i: number) => (i < 0 || i >= word.length ? (i < 0 ? 1 : 2) : word[i]!);
  const s = (i: number) => (i < 0 || i >= shape.length ? (i < 0 ? 1 : 2) : shape[i]!);
  const since = at - first + 1;
  const long = since < 12 ? since : since < 25 ? 13 : 14;
  const ruled = place.ruled ? 1 : 0;
  const spaced = place.spaced ? 1 : 0;
  let n = 0;
  const put = (a: number, b: number, c: number) => {
    const hash = mix(mix(mix(mix(SEED, n + 1), a), b), c);
    out[n++] = scattered(hash) & (BUCKETS - 1);
  };
  put(ruled, 0, 0);
  put(spaced, 0, 0);
  put(w(at), 0, 0);
  put(w(at + 1), 0, 0);
  put(w(at + 2), 0, 0);
  put(w(at - 1), 0, 0);
  put(s(at), 0, 0);
  put(s(at + 1), 0, 0);
  put(s(at + 2), 0, 0);
  put(s(at - 1), 0, 0);
  put(s(at + 3), 0, 0);
  put(w(at), w(at + 1), 0);
  put(s(at), s(at + 1), 0);
  put(s(at - 1), s(at), s(at + 1));
  put(s(at), s(at + 1), s(at + 2));
  put(w(at), s(at + 1), 0);
  put(s(at), s(at + 1), w(at + 1));
  put(ruled, s(at + 1), 0);
  put(ruled, w(at), 0);
  put(ruled, long, 0);
  put(long, s(at), s(at + 1));
  put(long, w(at + 1), 0);
  put(s(at + 1), w(at + 2), 0);
  put(w(at + 1), w(at + 2), 0);
  put(w(at - 1), w(at), 0);
  put(w(at - 1), s(at), s(at + 1));
  put(spaced, s(at), s(at + 1));
  put(s(first), w(at), long);
  put(s(first), s(at + 1), s(at));
  put(ending[at]!, s(at + 1), 0);
  put(s(at + 1), s(at + 2), s(at + 3));
}

/** Log odds that a sentence ends at a place. */
export type BoundaryModel = (codes: WordCodes, place: Place) => number;

/** Opens `models/en/sentences.bin`: bias and scale as float32, then BUCKETS int8 weights. */
export function openBoundaryModel(file: Uint8Array): BoundaryModel {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const bias = view.getFloat32(0, true);
  const scale = view.getFloat32(4, true);
  const weights = new Int8Array(file.buffer, file.byteOffset + 8, BUCKETS);
  const buckets = new Int32Array(FEATURES);
  return (codes, place) => {
    features(codes, place, buckets);
    let sum = 0;
    for (let i = 0; i < FEATURES; i++) sum += weights[buckets[i]!]!;
    return bias + scale * sum;
  };
}
