import { STATE_SCALE } from "./kernel.ts";
import type { Model } from "./model.ts";
import { most, up, type Workshop } from "./workshop.ts";

/** One sentence: heads as 1-based positions (0 is the root), the rest as label indices. Valid until the next sentence. */
export interface Analysis {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly names: Int32Array;
}

/** Writes the tags of the words of a sentence, from the states at `from`: the likeliest two that go together, and names. */
export function makeTags(shop: Workshop, model: Model, found: Analysis): (from: number, size: number) => void {
  const { floats } = shop.k;
  const kinds = ["upos", "xpos", "names"] as const;
  const weights = shop.place(
    kinds,
    kinds.map((kind) => `${kind}_bias`),
    2 * model.config.hidden,
    STATE_SCALE,
  );
  const tags = shop.float(shop.rows * weights.outputs);
  const [upos, xpos, names] = kinds.map((kind) => model.labels[kind].length) as [number, number, number];
  const pairs = model.tagPairs;
  return (from, size) => {
    shop.multiply(from, shop.ones, weights, tags, size);
    for (let i = 1; i < size; i++) {
      const at = tags / 4 + i * weights.outputs;
      let best = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let p = 0; p < pairs.length; p += 2) {
        const odds = floats[at + pairs[p]!]! + floats[at + upos + pairs[p + 1]!]!;
        if (odds > top) {
          top = odds;
          best = p;
        }
      }
      found.upos[i - 1] = pairs[best]!;
      found.xpos[i - 1] = pairs[best + 1]!;
      found.names[i - 1] = most(floats, at + upos + xpos, names);
    }
  };
}

/** Writes heads and relations, given the tree; the word on the root gets `root`, no other does. */
export function makeRelations(shop: Workshop, model: Model, found: Analysis) {
  const { k, rows, ones, scales } = shop;
  const { floats } = k;
  const S = 2 * model.config.hidden;
  const R = model.config.relation;
  const joined = up(3 * R, 8);
  const dependent = shop.place(["relation_dependent"], ["relation_dependent_bias"], S, STATE_SCALE);
  const head = shop.place(["relation_head"], ["relation_head_bias"], S, STATE_SCALE);
  const out = shop.place(["relation_out"], ["relation_out_bias"], joined, 1);
  const dependents = shop.float(rows * dependent.outputs);
  const heads = shop.float(rows * head.outputs);
  const joint = shop.float(rows * joined);
  const shorts = shop.short(rows * joined);
  const scores = shop.float(rows * out.outputs);
  const count = model.labels.relations.length;
  const root = model.labels.relations.indexOf("root");

  return (top: number, size: number, tree: Int32Array): void => {
    shop.multiply(top, ones, dependent, dependents, size);
    shop.multiply(top, ones, head, heads, size);
    k.activate(dependents, size * dependent.outputs);
    k.activate(heads, size * head.outputs);
    for (let i = 0; i < size; i++) {
      const r = dependents / 4 + i * dependent.outputs;
      const s = heads / 4 + tree[i]! * head.outputs;
      const to = joint / 4 + i * joined;
      for (let n = 0; n < R; n++) {
        const a = floats[r + n]!;
        const b = floats[s + n]!;
        floats[to + n] = a * b;
        floats[to + R + n] = a;
        floats[to + 2 * R + n] = b;
      }
    }
    k.quantise(joint, shorts, scales, size, joined);
    shop.multiply(shorts, scales, out, scores, size);
    for (let i = 1; i < size; i++) {
      const at = scores / 4 + i * out.outputs;
      floats[at + root] = tree[i] === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      found.relations[i - 1] = most(floats, at, count);
      found.heads[i - 1] = tree[i]!;
    }
  };
}
