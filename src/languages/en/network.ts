/**
 * The parser network of `models/en/FORMAT.md`: word inputs, BiLSTM layers, tags, arcs, relations. Integers inside (int8 weights,
 * int16 activations), so one text gives one parse everywhere. Nothing is allocated while a sentence is read but its result.
 */
import { type Kernel, STATE_SCALE, startKernel } from "./kernel/kernel.ts";
import { type ModelFiles, openModel, type Quantised } from "./model.ts";
import { bestTree } from "./tree-decoder.ts";
import { makeWordInput } from "./word-input.ts";

/** One sentence: heads as 1-based positions (0 is the root), the rest as label indices. Valid until the next sentence. */
export interface Analysis {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly names: Int32Array;
}

export interface Network {
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    readonly names: readonly string[];
    readonly relations: readonly string[];
  };
  /** Most words a sentence may have. */
  readonly longest: number;
  /** `words` as written, `low` folded as in `Syntax.lower`. */
  analyse(words: readonly string[], low: readonly string[]): Analysis;
  /** For tests: states of the last layer at a position, and arc scores of a word, of the sentence just analysed. */
  readonly inside: { top(position: number): Float32Array; arcs(word: number): Float32Array };
}

export const LONGEST = 256;
/** Word types whose first-layer products are kept. */
const TYPES = 4096;
/** Upper edges of the distance steps 1 2 3 4 5-6 7-9 10-14 15-22. */
const DISTANCE_EDGES = [1, 2, 3, 4, 6, 9, 14, 22];

const up = (n: number, to: number) => Math.ceil(n / to) * to;

export async function loadNetwork(module: Uint8Array, files: ModelFiles): Promise<Network> {
  const model = openModel(files);
  const { config, labels } = model;
  const H = config.hidden;
  const G = 4 * H;
  const S = 2 * H;
  const A = up(config.arc, 8);
  const R = config.relation;
  const rows = LONGEST + 4;
  const input = makeWordInput(model);
  const inputs = up(input.width, 8);
  const joined = up(3 * R, 8);

  const working = rows * (8 * G + 4 * S + 4 * S + 12 * A + 8 * R + 8 * joined + 4 * 128 + 4 * rows + 64);
  const k = await startKernel(module, 2 * files.tensors.byteLength + TYPES * G * 8 + working + 65536);
  const layer = (name: string, columns: number, scale = 1, bias = `${name}_bias`) =>
    place(k, [model.quantised(name)], [bias === "" ? null : model.floats(bias)], columns, scale);

  // Weights.
  const layers = Array.from({ length: config.layers }, (_, l) =>
    [0, 1].map((d) => {
      const name = `lstm_${l}_${d}`;
      return {
        input: layer(`${name}_input`, l === 0 ? inputs : S, l === 0 ? 1 : STATE_SCALE, `${name}_bias`),
        recurrent: layer(`${name}_recurrent`, H, STATE_SCALE, ""),
      };
    }),
  );
  const tagNames = ["upos", "xpos", "names"] as const;
  const tags = place(
    k,
    tagNames.map((name) => model.quantised(name)),
    tagNames.map((name) => model.floats(`${name}_bias`)),
    S,
    STATE_SCALE,
  );
  const arcDependent = layer("arc_dependent", S, STATE_SCALE);
  const arcHead = layer("arc_head", S, STATE_SCALE);
  const arcBilinear = layer("arc_bilinear", A, 1, "arc_bias");
  const distance = layer("distance", A);
  const relationDependent = layer("relation_dependent", S, STATE_SCALE);
  const relationHead = layer("relation_head", S, STATE_SCALE);
  const relationOut = layer("relation_out", joined);

  // Work space.
  const float = (count: number) => k.allocate(4 * count);
  const short = (count: number) => k.allocate(2 * count);
  const ones = float(rows);
  k.floats.fill(1, ones / 4, ones / 4 + rows);
  const scales = float(rows);
  const types = float(TYPES * 2 * G);
  const given = float(rows * G);
  const scratch = float(G + H);
  const states = [short(rows * S), short(rows * S)] as const;
  const wordAt = float(inputs);
  const wordShorts = short(inputs);
  const dependents = float(rows * A);
  const heads = float(rows * A);
  const shorts = short(rows * Math.max(A, joined));
  const products = float(rows * A);
  const nearness = float(rows * distance.outputs);
  const arcAt = float(rows * rows);
  const relDependents = float(rows * relationDependent.outputs);
  const relHeads = float(rows * relationHead.outputs);
  const joint = float(rows * joined);
  const relAt = float(rows * relationOut.outputs);
  const tagAt = float(rows * tags.outputs);

  const multiply = (x: number, scale: number, w: Placed, y: number, count: number) =>
    k.multiply(x, scale, w.at, w.scales, w.bias, y, count, w.outputs, w.inputs);

  // Word types: first-layer products of both directions, made once a type.
  const typeOf = new Map<string | null, number>();
  const embedding = new Float32Array(inputs);
  function type(word: string | null, low: string): number {
    const known = typeOf.get(word);
    if (known !== undefined) return known;
    if (typeOf.size === TYPES) typeOf.clear();
    const slot = typeOf.size;
    input.write(word, low, embedding);
    k.floats.set(embedding, wordAt / 4);
    k.quantise(wordAt, wordShorts, scales, 1, inputs);
    for (const d of [0, 1]) multiply(wordShorts, scales, layers[0]![d]!.input, types + 4 * (2 * slot + d) * G, 1);
    typeOf.set(word, slot);
    return slot;
  }

  const slots = new Int32Array(rows);
  const found = {
    heads: new Int32Array(rows),
    relations: new Int32Array(rows),
    upos: new Int32Array(rows),
    xpos: new Int32Array(rows),
    names: new Int32Array(rows),
  };
  const root = labels.relations.indexOf("root");
  const distanceOf = distanceBuckets(rows);
  const farthest = config.distances - 1;
  let last = states[0];
  let lastColumns = 4;

  /** Layers over `size` positions; returns where the last layer and the one below it left their states. */
  function encode(size: number): { top: number; below: number } {
    let below = 0;
    let out = 0;
    for (let l = 0; l < config.layers; l++) {
      below = out;
      out = states[l & 1]!;
      for (const d of [0, 1] as const) {
        const weights = layers[l]![d]!;
        if (l === 0) {
          for (let t = 0; t < size; t++) {
            const from = types / 4 + (2 * slots[t]! + d) * G;
            k.floats.copyWithin(given / 4 + t * G, from, from + G);
          }
        } else multiply(below, ones, weights.input, given, size);
        k.lstm(given, weights.recurrent.at, weights.recurrent.scales, out + 2 * d * H, 2 * S, scratch, size, H, d);
      }
    }
    return { top: out, below: config.layers > 1 ? below : out };
  }

  function readTags(from: number, size: number): void {
    multiply(from, ones, tags, tagAt, size);
    const [upos, xpos] = [labels.upos.length, labels.xpos.length];
    for (let i = 1; i < size; i++) {
      const at = tagAt / 4 + i * tags.outputs;
      found.upos[i - 1] = most(k.floats, at, upos);
      found.xpos[i - 1] = most(k.floats, at + upos, xpos);
      found.names[i - 1] = most(k.floats, at + upos + xpos, labels.names.length);
    }
  }

  function readArcs(top: number, size: number): Int32Array {
    const columns = up(size, 4);
    multiply(top, ones, arcDependent, dependents, size);
    multiply(top, ones, arcHead, heads, size);
    k.activate(dependents, size * A);
    k.activate(heads, size * A);
    k.quantise(dependents, shorts, scales, size, A);
    multiply(shorts, scales, arcBilinear, products, size);
    multiply(shorts, scales, distance, nearness, size);
    k.dots(products, heads, arcAt, size, columns, A);
    const { floats } = k;
    for (let i = 1; i < size; i++) {
      const row = arcAt / 4 + i * columns;
      const near = nearness / 4 + i * distance.outputs;
      floats[row]! += floats[near + farthest]!;
      for (let j = 1; j < size; j++) floats[row + j]! += floats[near + distanceOf[j - i + rows]!]!;
    }
    return bestTree(floats, arcAt / 4, columns, size);
  }

  function readRelations(top: number, size: number, tree: Int32Array): void {
    multiply(top, ones, relationDependent, relDependents, size);
    multiply(top, ones, relationHead, relHeads, size);
    k.activate(relDependents, size * relationDependent.outputs);
    k.activate(relHeads, size * relationHead.outputs);
    const { floats } = k;
    for (let i = 0; i < size; i++) {
      const r = relDependents / 4 + i * relationDependent.outputs;
      const s = relHeads / 4 + tree[i]! * relationHead.outputs;
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
    multiply(shorts, scales, relationOut, relAt, size);
    for (let i = 1; i < size; i++) {
      const at = relAt / 4 + i * relationOut.outputs;
      floats[at + root] = tree[i] === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      found.relations[i - 1] = most(floats, at, labels.relations.length);
      found.heads[i - 1] = tree[i]!;
    }
  }

  return {
    labels,
    longest: LONGEST,
    analyse(words, low) {
      const size = words.length + 1;
      // A full cache is emptied, so a sentence's types must be in it together: room for them is made beforehand.
      if (typeOf.size + size > TYPES) typeOf.clear();
      slots[0] = type(null, "");
      for (let i = 1; i < size; i++) slots[i] = type(words[i - 1]!, low[i - 1]!);
      const { top, below } = encode(size);
      last = top;
      lastColumns = up(size, 4);
      readTags(config.tags_from === "top" ? top : below, size);
      readRelations(top, size, readArcs(top, size));
      return found;
    },
    inside: {
      top: (position) =>
        Float32Array.from(
          k.shorts.subarray(last / 2 + position * S, last / 2 + (position + 1) * S),
          (x) => x * STATE_SCALE,
        ),
      arcs: (word) => k.floats.slice(arcAt / 4 + word * lastColumns, arcAt / 4 + (word + 1) * lastColumns),
    },
  };
}

/** A weight matrix in the kernel's memory: rows and columns padded to multiples of 8. Addresses in bytes. */
interface Placed {
  readonly at: number;
  readonly scales: number;
  readonly bias: number;
  readonly outputs: number;
  readonly inputs: number;
}

/** Copies matrices, one below the other, with their biases into memory. `scale` is that of the activations they will meet. */
function place(
  k: Kernel,
  parts: readonly Quantised[],
  biases: readonly (Float32Array | null)[],
  columns: number,
  scale: number,
): Placed {
  const outputs = up(
    parts.reduce((sum, part) => sum + part.rows, 0),
    8,
  );
  const at = k.allocate(outputs * columns);
  const scales = k.allocate(4 * outputs);
  const bias = k.allocate(4 * outputs);
  let row = 0;
  parts.forEach((part, p) => {
    for (let r = 0; r < part.rows; r++) {
      k.bytes.set(part.values.subarray(r * part.columns, (r + 1) * part.columns), at + (row + r) * columns);
      k.floats[scales / 4 + row + r] = part.scales[r]! * scale;
    }
    const own = biases[p];
    if (own) k.floats.set(own, bias / 4 + row);
    row += part.rows;
  });
  return { at, scales, bias, outputs, inputs: columns };
}

/** Index of the greatest of `count` values from `at`; the first of equals. */
function most(values: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[at + i]! > values[at + best]!) best = i;
  return best;
}

/** Bucket of the distance head - dependent, at index difference + size. */
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
