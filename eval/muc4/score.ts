import { FULL, fillLevel, PART, tokens } from "./compare.ts";
import { type Fill, MAP_SLOTS, SLOT_NAMES, SLOTS, type Slot, type Template } from "./slots.ts";

/** The official MUC-4 measures, as restated in the README of the data; the same figures as tools/score_muc4.py (lenient). */

export interface Tally {
  pos: number;
  act: number;
  cor: number;
  par: number;
  inc: number;
  spu: number;
  mis: number;
}

export const nothing = (): Tally => ({ pos: 0, act: 0, cor: 0, par: 0, inc: 0, spu: 0, mis: 0 });

export function add(into: Tally, from: Tally): void {
  for (const key of Object.keys(from) as (keyof Tally)[]) into[key] += from[key];
}

export function scoreSlot(slot: Slot, keys: readonly Fill[], responses: readonly Fill[]): Tally {
  const tally = nothing();
  let [left, given] = [[...keys], [...responses]];
  for (const want of [FULL, PART]) {
    for (const key of [...left]) {
      const answer = given.find((response) => fillLevel(slot, key, response) === want);
      if (!answer) continue;
      tally.pos++;
      tally.act++;
      tally[want === FULL ? "cor" : "par"]++;
      left = left.filter((k) => k !== key);
      given = given.filter((r) => r !== answer);
    }
  }
  const required = left.filter((key) => !key.optional).length;
  const [nk, nr] = [left.length, given.length];
  tally.act += nr;
  if (nk < nr) {
    tally.pos += nk;
    tally.inc += nk;
    tally.spu += nr - nk;
  } else if (nr <= required) {
    tally.pos += required;
    tally.inc += nr;
    tally.mis += required - nr;
  } else {
    tally.pos += nr;
    tally.inc += nr;
  }
  return tally;
}

const wordsOf = (fills: readonly Fill[]): Set<string> =>
  new Set(fills.flatMap((f) => f.alternatives.flatMap((a) => a.values.flatMap((v) => tokens(v)))));

function mayPair(key: Template, response: Template): boolean {
  const hit = (slot: Slot): boolean | null => {
    const [k, r] = [key.fills[slot], response.fills[slot]];
    if (k.length === 0 && r.length === 0) return null;
    if (k.some((a) => r.some((b) => fillLevel(slot, a, b) > 0))) return true;
    if (SLOTS[slot].kind !== "string") return false;
    const words = wordsOf(k);
    return [...wordsOf(r)].some((word) => words.has(word));
  };
  if (hit("incident_type") !== true) return false;
  const got = MAP_SLOTS.map(hit);
  return got.some((g) => g === true) || got.every((g) => g === null);
}

/** Python's round: halves go to the even neighbour. */
const roundEven = (x: number): number => {
  const floor = Math.floor(x);
  return x - floor === 0.5 ? floor + (floor % 2) : Math.round(x);
};

/** Pairs of key and response, one to one, in order of falling recall. */
export function align(keys: readonly Template[], responses: readonly Template[]): [key: number, response: number][] {
  const candidates: { recall: number; i: number; j: number }[] = [];
  keys.forEach((key, i) => {
    responses.forEach((response, j) => {
      if (!mayPair(key, response)) return;
      const sum = nothing();
      for (const slot of SLOT_NAMES) add(sum, scoreSlot(slot, key.fills[slot], response.fills[slot]));
      candidates.push({ recall: sum.pos ? roundEven((100 * (sum.cor + sum.par / 2)) / sum.pos) : 100, i, j });
    });
  });
  candidates.sort((a, b) => b.recall - a.recall || a.i - b.i || a.j - b.j);
  const [usedKeys, usedResponses] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const { i, j } of candidates) {
    if (usedKeys.has(i) || usedResponses.has(j)) continue;
    usedKeys.add(i);
    usedResponses.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}

export interface Scores {
  readonly all: Tally;
  readonly slots: Record<Slot, Tally>;
  readonly templates: Tally;
  /** Messages: relevant and answered, irrelevant and answered, relevant and not answered, neither. */
  readonly filtering: { a: number; b: number; c: number; d: number };
}

export function scoreAll(documents: readonly { keys: readonly Template[]; responses: readonly Template[] }[]): Scores {
  const all = nothing();
  const slots = Object.fromEntries(SLOT_NAMES.map((slot) => [slot, nothing()])) as Record<Slot, Tally>;
  const templates = nothing();
  const filtering = { a: 0, b: 0, c: 0, d: 0 };
  for (const { keys, responses } of documents) {
    const pairs = align(keys, responses);
    const [matchedKeys, matchedResponses] = [new Map(pairs), new Set(pairs.map(([, j]) => j))];
    const work: [Template | null, Template | null][] = [
      ...pairs.map(([i, j]): [Template, Template] => [keys[i]!, responses[j]!]),
      ...keys.flatMap((key, i): [Template, null][] => (matchedKeys.has(i) || key.optional ? [] : [[key, null]])),
      ...responses.flatMap((response, j): [null, Template][] => (matchedResponses.has(j) ? [] : [[null, response]])),
    ];
    for (const [key, response] of work) {
      templates.pos += key ? 1 : 0;
      templates.act += response ? 1 : 0;
      templates.cor += key && response ? 1 : 0;
      for (const slot of SLOT_NAMES) {
        const tally = scoreSlot(slot, key?.fills[slot] ?? [], response?.fills[slot] ?? []);
        add(all, tally);
        add(slots[slot], tally);
      }
    }
    const answered = responses.length > 0;
    const relevant = keys.length > 0 && (keys.every((key) => key.optional) ? answered : true);
    filtering[relevant ? (answered ? "a" : "c") : answered ? "b" : "d"]++;
  }
  return { all, slots, templates, filtering };
}

export function figures(tally: Tally): { r: number; p: number; f: number } {
  const got = tally.cor + tally.par / 2;
  const r = tally.pos ? (100 * got) / tally.pos : 0;
  const p = tally.act ? (100 * got) / tally.act : 0;
  return { r, p, f: r + p > 0 ? (2 * r * p) / (r + p) : 0 };
}
