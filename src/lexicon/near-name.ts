import { type ActorIndex, identity, type Known } from "./actor-index.ts";
import { foldName } from "./fold.ts";
import type { Trie } from "./trie.ts";

/** Letters below which a name has no spelling mistakes, only namesakes. */
const SHORTEST = 8;
/** Letters of the word in which the mistake stands. */
const SHORTEST_WORD = 5;

interface Entry {
  readonly key: string;
  readonly known: Known;
}

const made = new WeakMap<ActorIndex, Map<string, Entry[]>>();

/**
 * The one actor whose name is a single letter away from these folded words (one changed, left out, added, or two swapped), where no other known name
 * is within two letters. Names with figures ("47th Brigade") and words that are known as they stand are never bent.
 */
export function nearName(index: ActorIndex, keys: readonly string[]): Known | null {
  const key = keys.join(" ");
  if (!bends(key)) return null;
  const all = entriesOf(index);
  const near = new Map<string, { known: Known; distance: number; other: string }>();
  for (let length = key.length - 2; length <= key.length + 2; length++) {
    for (const { key: other, known } of all.get(`${key[0]}${length}`) ?? []) {
      const distance = editDistance(key, other, 2);
      if (distance === 0) return null;
      if (distance > 2) continue;
      const id = identity(known);
      const before = near.get(id);
      if (before === undefined || distance < before.distance) near.set(id, { known, distance, other });
    }
  }
  if (near.size !== 1) return null;
  const [only] = near.values();
  return only!.distance === 1 && isMistake(keys, only!.other.split(" ")) ? only!.known : null;
}

const bends = (key: string): boolean => key.replaceAll(" ", "").length >= SHORTEST && !/\d/.test(key);

/** The mistake stands inside one long word, the others are the same. */
function isMistake(keys: readonly string[], other: readonly string[]): boolean {
  if (keys.length !== other.length) return false;
  const differ = keys.filter((word, i) => word !== other[i]);
  return differ.length === 1 && differ[0]!.length >= SHORTEST_WORD;
}

function entriesOf(index: ActorIndex): Map<string, Entry[]> {
  let all = made.get(index);
  if (all !== undefined) return all;
  all = new Map();
  for (const known of valuesOf(index.names.root)) {
    const key = foldName(known.form).join(" ");
    // Names too short to be bent still bar others from being bent to theirs.
    const slot = `${key[0]}${key.length}`;
    const entries = all.get(slot) ?? [];
    entries.push({ key, known });
    all.set(slot, entries);
  }
  made.set(index, all);
  return all;
}

function* valuesOf(node: Trie<Known>["root"]): Generator<Known> {
  yield* node.values ?? [];
  for (const next of node.next.values()) yield* valuesOf(next);
}

/** Edits between two words, a swap of neighbours counted as one; `most + 1` where there are more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
