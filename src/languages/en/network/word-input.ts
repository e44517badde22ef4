import type { Model, Quantised } from "./model.ts";

const LONGEST = 20;
const UNKNOWN = 1;
const START = 2;
const END = 3;
const FIRST_CHARACTER = 4;
const SLOPE = 0.1;

export interface WordInput {
  /** Values of a word's input vector. */
  readonly width: number;
  /** Writes the input vector of a word as written; null is the root. `low` is the word as `Syntax.lower` has it. */
  write(word: string | null, low: string, out: Float32Array): void;
}

/** What the network sees of a word alone: its vector, learnt row, beginning, ending, shape and characters. */
export function makeWordInput(model: Model): WordInput {
  const learned = model.quantised("learned");
  const learnedKeys = model.keys("learned_keys");
  const [prefix3, suffix3, suffix2, shapes] = ["prefix3", "suffix3", "suffix2", "shape"].map((name) =>
    model.quantised(`affix_${name}`),
  ) as [Quantised, Quantised, Quantised, Quantised];
  const characters = new Map(model.characters.map((character, i) => [character, i + FIRST_CHARACTER]));
  const filters = characterFilters(model);
  const { vectors } = model;
  const width =
    vectors.columns +
    learned.columns +
    prefix3.columns +
    suffix3.columns +
    suffix2.columns +
    shapes.columns +
    filters.count;
  const ids = new Int32Array(LONGEST + 2);

  return {
    width,
    write(word, low, out) {
      let at = 0;
      const row = (table: Quantised, index: number) => {
        const scale = table.scales[index]!;
        const from = index * table.columns;
        for (let i = 0; i < table.columns; i++) out[at + i] = table.values[from + i]! * scale;
        at += table.columns;
      };
      if (word === null) {
        out.fill(0, 0, vectors.columns);
        at = vectors.columns;
        row(learned, 1);
        for (const table of [prefix3, suffix3, suffix2, shapes]) row(table, 0);
        out.fill(0, at, at + filters.count);
        return;
      }
      const key = fnv1a(low, 0, low.length);
      const vector = find(model.vectorKeys, key);
      if (vector >= 0) row(vectors, vector);
      else {
        out.fill(0, 0, vectors.columns);
        at = vectors.columns;
      }
      const known = find(learnedKeys, key);
      row(learned, known < 0 ? 0 : known + 2);
      const bucket = (text: string, from: number, to: number, table: Quantised) =>
        1 + (fnv1a(text, from, to) % (table.rows - 1));
      row(prefix3, bucket(low, 0, forward(low, 3), prefix3));
      row(suffix3, bucket(low, backward(low, 3), low.length, suffix3));
      row(suffix2, bucket(low, backward(low, 2), low.length, suffix2));
      const shaped = shape(word);
      row(shapes, bucket(shaped, 0, shaped.length, shapes));
      let count = 0;
      ids[count++] = START;
      for (const character of word) {
        if (count > LONGEST) break;
        ids[count++] = characters.get(character) ?? UNKNOWN;
      }
      ids[count++] = END;
      filters.write(ids, count, out, at);
    },
  };
}

/** The character convolution, as three tables: what a character adds to each filter before, at and after the middle. */
function characterFilters(model: Model) {
  const weight = model.quantised("filters");
  const bias = model.floats("filters_bias");
  const characters = model.quantised("characters");
  const count = weight.rows;
  const width = characters.columns;
  const tables = [0, 1, 2].map((place) => {
    const table = new Float32Array(characters.rows * count);
    for (let c = 0; c < characters.rows; c++) {
      for (let f = 0; f < count; f++) {
        let sum = 0;
        for (let k = 0; k < width; k++) {
          sum += characters.values[c * width + k]! * weight.values[f * weight.columns + place * width + k]!;
        }
        table[c * count + f] = sum * characters.scales[c]! * weight.scales[f]!;
      }
    }
    return table;
  }) as [Float32Array, Float32Array, Float32Array];
  const [before, middle, after] = tables;
  return {
    count,
    write(ids: Int32Array, length: number, out: Float32Array, at: number): void {
      for (let f = 0; f < count; f++) {
        let most = Number.NEGATIVE_INFINITY;
        for (let i = 1; i < length - 1; i++) {
          const sum = before[ids[i - 1]! * count + f]! + middle[ids[i]! * count + f]! + after[ids[i + 1]! * count + f]!;
          if (sum > most) most = sum;
        }
        const value = length > 2 ? most + bias[f]! : 0;
        out[at + f] = value > 0 ? value : SLOPE * value;
      }
    },
  };
}

/** Row of a key in rising keys; -1 where it is not there. */
function find(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! === key) return middle;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** 32-bit FNV-1a over the UTF-8 bytes of text[from, to). */
export function fnv1a(text: string, from: number, to: number): number {
  let hash = 2166136261;
  const add = (byte: number) => {
    hash = Math.imul(hash ^ byte, 16777619);
  };
  for (let i = from; i < to; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      add(code);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const next = i + 1 < to ? text.charCodeAt(i + 1) : 0;
      if (code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
        i++;
      } else code = 0xfffd;
    }
    if (code < 0x800) add(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) add(0xe0 | (code >> 12));
      else {
        add(0xf0 | (code >> 18));
        add(0x80 | ((code >> 12) & 63));
      }
      add(0x80 | ((code >> 6) & 63));
    }
    add(0x80 | (code & 63));
  }
  return hash >>> 0;
}

/** Offset after the first `count` code points. */
function forward(text: string, count: number): number {
  let i = 0;
  for (let n = 0; n < count && i < text.length; n++) i += pairAt(text, i) ? 2 : 1;
  return i;
}

/** Offset of the last `count` code points. */
function backward(text: string, count: number): number {
  let i = text.length;
  for (let n = 0; n < count && i > 0; n++) i -= i > 1 && pairAt(text, i - 2) ? 2 : 1;
  return i;
}

function pairAt(text: string, i: number): boolean {
  const a = text.charCodeAt(i);
  const b = text.charCodeAt(i + 1);
  return a >= 0xd800 && a < 0xdc00 && b >= 0xdc00 && b < 0xe000;
}

const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** "McDonald-7" -> "XxXxx-d": X capitals, x letters, d digits; runs longer than two are cut, ten marks kept. */
export function shape(word: string): string {
  let made = "";
  let last = "";
  let run = 0;
  let marks = 0;
  for (const c of word) {
    const code = c.codePointAt(0)!;
    let mark: string;
    if (code < 128) {
      mark = code >= 65 && code <= 90 ? "X" : code >= 97 && code <= 122 ? "x" : code >= 48 && code <= 57 ? "d" : c;
    } else mark = UPPER.test(c) ? "X" : LETTER.test(c) ? "x" : DIGIT.test(c) ? "d" : c;
    if (mark === last && run >= 2) continue;
    run = mark === last ? run + 1 : 1;
    last = mark;
    made += mark;
    if (++marks === 10) break;
  }
  return made;
}
