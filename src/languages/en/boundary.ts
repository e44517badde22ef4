/**
 * How likely a sentence ends after a word: a linear model over hashed features (`models/en/sentences.bin`, made by
 * `scripts/train/sentences.ts`). It sees words and shapes around the place, what the rules say, and how long the sentence is already.
 */
import type { Tokens } from "./tokenise.ts";

export const BUCKETS = 1 << 17;
export const FEATURES = 62;

/** Codes of the words of a block: of the word in small letters, of its last three letters, of its shape. */
export interface WordCodes {
  readonly word: Int32Array;
  readonly ending: Int32Array;
  readonly shape: Int32Array;
  /** The colon before a word (itself included), and the first one behind it: -1 where the block has none there. */
  readonly colonBefore: Int32Array;
  readonly colonAfter: Int32Array;
  /** The block holds an address with "@": it is mail, which puts lines one behind the other. */
  readonly mail: boolean;
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
const AT = 64;

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
  let mail = false;
  for (let t = 0; t < length; t++) {
    let [whole, shaped, last, run, marks] = [SEED, SEED, 0, 0, 0];
    // Long words are known by their beginning: what follows tells nothing here.
    const end = Math.min(tokens.end[t]!, tokens.start[t]! + 40);
    for (let i = tokens.start[t]!; i < end; i++) {
      const code = text.charCodeAt(i);
      const mark = markOf(code, text[i]!);
      mail ||= code === AT;
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
  return { word, ending, shape, ...colons(text, tokens), mail };
}

function colons(text: string, tokens: Tokens) {
  const { length } = tokens;
  const colonBefore = new Int32Array(length);
  const colonAfter = new Int32Array(length);
  const isColon = (t: number) => text[tokens.start[t]!] === ":" && tokens.end[t]! === tokens.start[t]! + 1;
  for (let t = 0, last = -1; t < length; t++) {
    if (isColon(t)) last = t;
    colonBefore[t] = last;
  }
  for (let t = length - 1, next = -1; t >= 0; t--) {
    colonAfter[t] = next;
    if (isColon(t)) next = t;
  }
  return { colonBefore, colonAfter };
}

/** What is known of a place between words beside the words. */
export interface Place {
  /** The last word of the sentence, if it ends here. */
  readonly at: number;
  /** First word of the sentence so far. */
  readonly first: number;
  /** First word of the sentence before; -1 where there is none. */
  readonly previous: number;
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
  // Wider context, and what lists and mail repeat: "Game 12: … Game 13: …", "To: … cc: …".
  const mail = codes.mail ? 1 : 0;
  const near = (distance: number) => (distance < 4 ? distance : distance < 8 ? 5 : distance < 16 ? 6 : 7);
  const colon = codes.colonBefore[at]!;
  const before = colon >= first ? near(at - colon) : 8;
  const label = colon > first ? w(colon - 1) : 3;
  const ahead = codes.colonAfter[at]! < 0 ? 8 : near(codes.colonAfter[at]! - at);
  const again =
    (w(at + 1) === w(first) ? 1 : 0) +
    (at + 1 < word.length && place.previous >= 0 && w(at + 1) === w(place.previous) ? 2 : 0);
  const alike =
    (s(at + 1) === s(first) ? 1 : 0) + (s(at + 2) === s(first + 1) ? 2 : 0) + (s(at + 3) === s(first + 2) ? 4 : 0);
  put(s(at - 2), s(at - 1), s(at));
  put(s(at + 2), s(at + 3), s(at + 4));
  put(w(at - 1), w(at), w(at + 1));
  put(w(at + 1), w(at + 2), w(at + 3));
  put(w(at - 2), s(at), s(at + 1));
  put(w(at + 3), s(at), s(at + 1));
  put(w(first), w(at + 1), 0);
  put(w(first), w(at), 0);
  put(w(first), w(first + 1), long);
  put(w(first - 1), w(first), long);
  put(s(first), s(first + 1), long);
  put(w(first), s(at), s(at + 1));
  put(mail, s(at), s(at + 1));
  put(mail, w(at), 0);
  put(mail, w(at + 1), 0);
  put(mail, long, s(at));
  put(mail, ruled, spaced);
  put(before, ahead, s(at + 1));
  put(before, w(at), s(at + 1));
  put(label, before, s(at + 1));
  put(label, w(at), w(at + 1));
  put(label, s(at), s(at + 1));
  put(ahead, w(at + 1), 0);
  put(ahead, s(at + 1), s(at + 2));
  put(again, s(at + 1), 0);
  put(again, alike, s(at));
  put(again, alike, mail);
  put(alike, s(at + 1), s(at));
  put(first === 0 ? 1 : 0, long, w(at));
  put(s(at - 3), s(at - 2), s(at - 1));
  put(w(at - 2), w(at - 1), w(at));
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
