/**
 * The first network (BiLSTM and biaffine heads, int8 weights opened to float32). It stands until the distilled one replaces it.
 */
import { bestTree } from "./tree-decoder.ts";

interface Tensor {
  readonly shape: readonly number[];
  readonly type: "int8" | "float32";
  readonly at: number;
  readonly scales_at?: number;
}
interface Meta {
  readonly wv: readonly string[];
  readonly ul: readonly string[];
  readonly xl: readonly string[];
  readonly dl: readonly string[];
  readonly nl: readonly string[];
  readonly H: number;
  readonly buckets: readonly [number, number, number, number];
  readonly tensors: Readonly<Record<string, Tensor>>;
}
interface Kernel {
  readonly mem: WebAssembly.Memory;
  readonly gemm: (a: number, b: number, c: number, m: number, n: number, k: number) => void;
}

export interface NetworkFiles {
  readonly kernel: Uint8Array;
  readonly meta: Uint8Array;
  readonly weights: Uint8Array;
  readonly vectors: Uint8Array;
  readonly vectorScales: Uint8Array;
  readonly vectorWords: Uint8Array;
}

/** One sentence: heads as 1-based positions (0 is the root), the rest as label indices. */
export interface Analysis {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly names: Int32Array;
}
export interface Network {
  readonly relations: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly names: readonly string[];
  analyse(words: readonly string[]): Analysis;
}

const up4 = (n: number) => (n + 3) & ~3;
const INPUT = 296;
const LONGEST = 320;

export async function loadNetwork(files: NetworkFiles): Promise<Network> {
  const { instance } = await WebAssembly.instantiate(files.kernel as BufferSource as ArrayBuffer);
  const { mem, gemm } = instance.exports as unknown as Kernel;
  const memory = new Float32Array(mem.buffer);
  const decoder = new TextDecoder();
  const meta = JSON.parse(decoder.decode(files.meta)) as Meta;
  const H = meta.H;
  const G = 4 * H;
  let top = 16;
  const allocate = (floats: number) => {
    const at = top;
    top += up4(floats) * 4;
    if (top > mem.buffer.byteLength) throw new Error("the parser model does not fit its memory");
    return at;
  };
  const view = new DataView(files.weights.buffer, files.weights.byteOffset, files.weights.byteLength);

  function tensor(name: string): { values: Float32Array; shape: readonly number[] } {
    const t = meta.tensors[name]!;
    const count = t.shape.reduce((a, b) => a * b, 1);
    const values = new Float32Array(count);
    if (t.type === "float32") {
      for (let i = 0; i < count; i++) values[i] = view.getFloat32(t.at + 4 * i, true);
    } else {
      const columns = t.shape[t.shape.length - 1]!;
      for (let i = 0; i < count; i++) {
        values[i] = view.getInt8(t.at + i) * view.getFloat32(t.scales_at! + 4 * Math.floor(i / columns), true);
      }
    }
    return { values, shape: t.shape };
  }
  function matrix(values: Float32Array, rows: number, columns: number) {
    const r = up4(rows);
    const c = up4(columns);
    const at = allocate(r * c);
    for (let i = 0; i < rows; i++) memory.set(values.subarray(i * columns, (i + 1) * columns), at / 4 + i * c);
    return { at, rows: r, columns: c };
  }
  function linear(name: string) {
    const weight = tensor(`${name}.weight`);
    const m = matrix(weight.values, weight.shape[0]!, weight.shape[1]!);
    const bias = new Float32Array(m.rows);
    bias.set(tensor(`${name}.bias`).values);
    return { ...m, bias, labels: weight.shape[0]! };
  }
  type Linear = ReturnType<typeof linear>;

  const layers = [0, 1].flatMap((layer) =>
    ["", "_reverse"].map((direction) => {
      const input = tensor(`lstm.weight_ih_l${layer}${direction}`);
      const recurrent = tensor(`lstm.weight_hh_l${layer}${direction}`);
      const b2 = tensor(`lstm.bias_hh_l${layer}${direction}`).values;
      return {
        input: matrix(input.values, G, input.shape[1]!),
        recurrent: matrix(recurrent.values, G, H),
        bias: tensor(`lstm.bias_ih_l${layer}${direction}`).values.map((x, i) => x + b2[i]!),
      };
    }),
  );
  const [arcHead, arcDep, relHead, relDep] = [linear("ah"), linear("ad"), linear("rh"), linear("rd")];
  const [tagUpos, tagXpos, tagName] = [linear("tu"), linear("tx"), linear("tn")];
  const u = tensor("U");
  const A = u.shape[0]!;
  const transposed = new Float32Array(A * A);
  for (let i = 0; i < A; i++) for (let j = 0; j < A; j++) transposed[j * A + i] = u.values[i * A + j]!;
  const arcMatrix = matrix(transposed, A, A);
  const headBias = tensor("ub").values;
  const v = tensor("V");
  const R1 = v.shape[1]!;
  const R4 = up4(R1);
  const relations = meta.dl.length;
  const relTransposed = new Float32Array(relations * R1 * R1);
  for (let l = 0; l < relations; l++) {
    for (let i = 0; i < R1; i++) {
      for (let j = 0; j < R1; j++) relTransposed[(l * R1 + j) * R1 + i] = v.values[(l * R1 + i) * R1 + j]!;
    }
  }
  const relMatrix = matrix(relTransposed, relations * R1, R1);

  const [wordTable, prefixTable, suffixTable, endingTable, shapeTable] = ["we", "pe", "s3", "s2", "sh"].map(
    (name) => tensor(`${name}.weight`).values,
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const wordIndex = new Map(meta.wv.map((w, i) => [w, i]));
  const vectorIndex = new Map(
    decoder
      .decode(files.vectorWords)
      .split("\n")
      .map((w, i) => [w, i]),
  );
  const vectors = new Int8Array(files.vectors.buffer, files.vectors.byteOffset, files.vectors.byteLength);
  const scales = new DataView(files.vectorScales.buffer, files.vectorScales.byteOffset, files.vectorScales.byteLength);

  function embed(word: string | null, out: Float32Array) {
    out.fill(0);
    let ids: readonly [number, number, number, number, number, number];
    if (word === null) ids = [-1, 1, 0, 0, 0, 0];
    else {
      const low = word.toLowerCase();
      const vector = vectorIndex.get(low) ?? vectorIndex.get(low.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')) ?? -1;
      const letters = [...low];
      const bucket = (text: string, i: 0 | 1 | 2 | 3) => 1 + (fnv(text) % (meta.buckets[i] - 1));
      ids = [
        vector,
        wordIndex.get(low) ?? 0,
        bucket(letters.slice(0, 3).join(""), 0),
        bucket(letters.slice(-3).join(""), 1),
        bucket(letters.slice(-2).join(""), 2),
        bucket(shape(word), 3),
      ];
    }
    if (ids[0] >= 0) {
      const scale = scales.getFloat32(4 * ids[0], true);
      for (let j = 0; j < 100; j++) out[j] = vectors[ids[0] * 100 + j]! * scale;
    }
    out.set(wordTable.subarray(ids[1] * 100, ids[1] * 100 + 100), 100);
    out.set(prefixTable.subarray(ids[2] * 24, ids[2] * 24 + 24), 200);
    out.set(suffixTable.subarray(ids[3] * 32, ids[3] * 32 + 32), 224);
    out.set(endingTable.subarray(ids[4] * 16, ids[4] * 16 + 16), 256);
    out.set(shapeTable.subarray(ids[5] * 24, ids[5] * 24 + 24), 272);
  }

  const X = allocate(INPUT);
  const P = allocate(LONGEST * G);
  const O1 = allocate(LONGEST * 2 * H);
  const O2 = allocate(LONGEST * 2 * H);
  const hidden = allocate(H);
  const gates = allocate(G);
  const B1 = allocate(LONGEST * A);
  const B2 = allocate(LONGEST * A);
  const B3 = allocate(LONGEST * A);
  const C1 = allocate(LONGEST * R4);
  const C2 = allocate(LONGEST * R4);
  const D = allocate(R4);
  const scoreAt = allocate(LONGEST * LONGEST);
  const relAt = allocate(relMatrix.rows);
  const tagAt = allocate(LONGEST * 64);
  const embedding = new Float32Array(INPUT);
  const cell = new Float32Array(H);

  /** First-layer input projections of each word, both directions; kept, as words come again. */
  const cache = new Map<string | null, readonly [Float32Array, Float32Array]>();
  function project(word: string | null) {
    const known = cache.get(word);
    if (known) return known;
    embed(word, embedding);
    memory.set(embedding, X / 4);
    const made = [0, 1].map((d) => {
      memory.set(layers[d]!.bias, gates / 4);
      gemm(X, layers[d]!.input.at, gates, 1, G, INPUT);
      return memory.slice(gates / 4, gates / 4 + G);
    }) as [Float32Array, Float32Array];
    if (cache.size > 50_000) cache.clear();
    cache.set(word, made);
    return made;
  }
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  function recur(layer: number, size: number, out: number, offset: number, input: (t: number) => Float32Array) {
    const h = hidden / 4;
    const g = gates / 4;
    memory.fill(0, h, h + H);
    cell.fill(0);
    const reverse = layer % 2 === 1;
    for (let step = 0; step < size; step++) {
      const t = reverse ? size - 1 - step : step;
      memory.set(input(t), g);
      gemm(hidden, layers[layer]!.recurrent.at, gates, 1, G, H);
      for (let j = 0; j < H; j++) {
        const value =
          sigmoid(memory[g + H + j]!) * cell[j]! + sigmoid(memory[g + j]!) * Math.tanh(memory[g + 2 * H + j]!);
        cell[j] = value;
        memory[h + j] = sigmoid(memory[g + 3 * H + j]!) * Math.tanh(value);
      }
      memory.copyWithin(out / 4 + t * 2 * H + offset, h, h + H);
    }
  }
  function apply(l: Linear, source: number, size: number, to: number, activate: boolean) {
    for (let i = 0; i < size; i++) memory.set(l.bias, to / 4 + i * l.rows);
    gemm(source, l.at, to, size, l.rows, l.columns);
    if (!activate) return;
    for (let i = to / 4; i < to / 4 + size * l.rows; i++) if (memory[i]! < 0) memory[i]! *= 0.1;
  }
  function tag(l: Linear, size: number): Int32Array {
    apply(l, O2, size, tagAt, false);
    const found = new Int32Array(size - 1);
    for (let i = 1; i < size; i++) {
      const p = tagAt / 4 + i * l.rows;
      let best = 0;
      for (let k = 1; k < l.labels; k++) if (memory[p + k]! > memory[p + best]!) best = k;
      found[i - 1] = best;
    }
    return found;
  }

  function analyse(words: readonly string[]): Analysis {
    const size = words.length + 1;
    const inputs = [project(null), ...words.map(project)];
    recur(0, size, O1, 0, (t) => inputs[t]![0]);
    recur(1, size, O1, H, (t) => inputs[t]![1]);
    for (const d of [0, 1]) {
      const layer = layers[2 + d]!;
      for (let i = 0; i < size; i++) memory.set(layer.bias, P / 4 + i * G);
      gemm(O1, layer.input.at, P, size, G, 2 * H);
      recur(2 + d, size, O2, d * H, (t) => memory.subarray(P / 4 + t * G, P / 4 + (t + 1) * G));
    }
    apply(arcHead, O2, size, B1, true);
    apply(arcDep, O2, size, B2, true);
    memory.fill(0, B3 / 4, B3 / 4 + size * A);
    gemm(B2, arcMatrix.at, B3, size, A, A);
    const padded = up4(size);
    memory.fill(0, scoreAt / 4, scoreAt / 4 + size * padded);
    memory.fill(0, B1 / 4 + size * A, B1 / 4 + padded * A);
    gemm(B3, B1, scoreAt, size, padded, A);
    const bias = new Float32Array(size);
    for (let j = 0; j < size; j++) {
      let x = 0;
      for (let k = 0; k < A; k++) x += memory[B1 / 4 + j * A + k]! * headBias[k]!;
      bias[j] = x;
    }
    const tree = bestTree(size, (i, j) => memory[scoreAt / 4 + i * padded + j]! + bias[j]!);

    apply(relHead, O2, size, C1, true);
    apply(relDep, O2, size, C2, true);
    const found = new Int32Array(size - 1);
    const rel = relAt / 4;
    for (let i = 1; i < size; i++) {
      memory.fill(0, D / 4, D / 4 + R4);
      memory.copyWithin(D / 4, C2 / 4 + i * relDep.rows, C2 / 4 + i * relDep.rows + R1 - 1);
      memory[D / 4 + R1 - 1] = 1;
      memory.fill(0, rel, rel + relMatrix.rows);
      gemm(D, relMatrix.at, relAt, 1, relMatrix.rows, R4);
      const h = C1 / 4 + tree[i]! * relHead.rows;
      let top = Number.NEGATIVE_INFINITY;
      for (let l = 0; l < relations; l++) {
        let x = memory[rel + l * R1 + R1 - 1]!;
        for (let j = 0; j < R1 - 1; j++) x += memory[rel + l * R1 + j]! * memory[h + j]!;
        if (x > top) {
          top = x;
          found[i - 1] = l;
        }
      }
    }
    return {
      heads: tree.subarray(1),
      relations: found,
      upos: tag(tagUpos, size),
      xpos: tag(tagXpos, size),
      names: tag(tagName, size),
    };
  }
  return { relations: meta.dl, upos: meta.ul, xpos: meta.xl, names: meta.nl, analyse };
}

const encoder = new TextEncoder();
function fnv(text: string): number {
  let hash = 2166136261;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}

function shape(word: string): string {
  let made = "";
  for (const c of word) {
    const kind = /\p{Lu}/u.test(c) ? "X" : /\p{L}/u.test(c) ? "x" : /\p{Nd}/u.test(c) ? "d" : c;
    if (made.length >= 2 && made.endsWith(kind + kind)) continue;
    made += kind;
  }
  return [...made].slice(0, 10).join("");
}
