import { STATE_SCALE } from "./kernel.ts";
import type { Model } from "./model.ts";
import { bestTree } from "./tree-decoder.ts";
import { up, type Workshop } from "./workshop.ts";

export interface Arcs {
  /** The best tree over `size` positions: head of each position, 0 the root. Valid until the next sentence. */
  tree(top: number, size: number): Int32Array;
  /** For tests: scores of one word's heads in the sentence just read. */
  scores(word: number): Float32Array;
}

/** Upper edges of the distance steps 1 2 3 4 5-6 7-9 10-14 15-22; the last step is what lies beyond. */
const DISTANCE_EDGES = [1, 2, 3, 4, 6, 9, 14, 22];

/** Biaffine arc scores with a term for the distance, decoded to a tree. */
export function makeArcs(shop: Workshop, model: Model): Arcs {
  const { k, rows, ones, scales } = shop;
  const S = 2 * model.config.hidden;
  const A = up(model.config.arc, 8);
  const dependent = shop.place(["arc_dependent"], ["arc_dependent_bias"], S, STATE_SCALE);
  const head = shop.place(["arc_head"], ["arc_head_bias"], S, STATE_SCALE);
  // (W a + b) · h: the bias of heads is added to the product with the dependent.
  const bilinear = shop.place(["arc_bilinear"], ["arc_bias"], A, 1);
  const distance = shop.place(["distance"], ["distance_bias"], A, 1);
  const dependents = shop.float(rows * A);
  const heads = shop.float(rows * A);
  const shorts = shop.short(rows * A);
  const products = shop.float(rows * A);
  const nearness = shop.float(rows * distance.outputs);
  const at = shop.float(rows * rows);
  const buckets = distanceBuckets(rows);
  const fromRoot = model.config.distances - 1;
  let columns = 4;

  return {
    tree(top, size) {
      columns = up(size, 4);
      shop.multiply(top, ones, dependent, dependents, size);
      shop.multiply(top, ones, head, heads, size);
      k.activate(dependents, size * A);
      k.activate(heads, size * A);
      k.quantise(dependents, shorts, scales, size, A);
      shop.multiply(shorts, scales, bilinear, products, size);
      shop.multiply(shorts, scales, distance, nearness, size);
      k.dots(products, heads, at, size, columns, A);
      const { floats } = k;
      for (let i = 1; i < size; i++) {
        const row = at / 4 + i * columns;
        const near = nearness / 4 + i * distance.outputs;
        floats[row]! += floats[near + fromRoot]!;
        for (let j = 1; j < size; j++) floats[row + j]! += floats[near + buckets[j - i + rows]!]!;
      }
      return bestTree(floats, at / 4, columns, size);
    },
    scores: (word) => k.floats.slice(at / 4 + word * columns, at / 4 + (word + 1) * columns),
  };
}

/** Bucket of head - dependent, at index difference + size: heads before the word first, then those after it. */
function distanceBuckets(size: number): Uint8Array {
  const buckets = new Uint8Array(2 * size + 1);
  for (let difference = -size; difference <= size; difference++) {
    const n = Math.abs(difference);
    let step = DISTANCE_EDGES.findIndex((edge) => n <= edge);
    if (step < 0) step = DISTANCE_EDGES.length;
    buckets[difference + size] = difference > 0 ? step + DISTANCE_EDGES.length + 1 : step;
  }
  return buckets;
}
