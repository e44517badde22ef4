import type { Kernel } from "./kernel.ts";
import type { Model, Quantised } from "./model.ts";

/** `n` rounded up to a multiple of `to`. */
export const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/** A weight matrix in the kernel's memory: rows and columns padded to multiples of 8. Addresses in bytes. */
export interface Placed {
  readonly at: number;
  readonly scales: number;
  readonly bias: number;
  readonly outputs: number;
  readonly inputs: number;
}

/** What every part of the network works with: the kernel, the model's matrices in its memory, and room for the longest sentence. */
export interface Workshop {
  readonly k: Kernel;
  /** Most positions a sentence takes, the root and padding included. */
  readonly rows: number;
  /** Scales of rows that have none of their own. */
  readonly ones: number;
  /** Scales that `quantise` found, until the next one. */
  readonly scales: number;
  /** Room for a number of float32 or int16. */
  float(count: number): number;
  short(count: number): number;
  /** Copies matrices of the model, one below the other, with their biases (null: none); `scale` is that of the activations they meet. */
  place(names: readonly string[], biases: readonly (string | null)[], columns: number, scale: number): Placed;
  /** y = x W + b for `count` rows. */
  multiply(x: number, scales: number, w: Placed, y: number, count: number): void;
}

export function makeWorkshop(k: Kernel, model: Model, rows: number): Workshop {
  const float = (count: number) => k.allocate(4 * count);
  const ones = float(rows);
  k.floats.fill(1, ones / 4, ones / 4 + rows);
  return {
    k,
    rows,
    ones,
    scales: float(rows),
    float,
    short: (count) => k.allocate(2 * count),
    place(names, biases, columns, scale) {
      const parts = names.map(model.quantised);
      const placed = allocate(k, parts, columns);
      let row = 0;
      parts.forEach((part, p) => {
        copy(k, part, placed, row, scale);
        const bias = biases[p];
        if (bias) k.floats.set(model.floats(bias), placed.bias / 4 + row);
        row += part.rows;
      });
      return placed;
    },
    multiply(x, scales, w, y, count) {
      k.multiply(x, scales, w.at, w.scales, w.bias, y, count, w.outputs, w.inputs);
    },
  };
}

function allocate(k: Kernel, parts: readonly Quantised[], columns: number): Placed {
  const outputs = up(
    parts.reduce((sum, part) => sum + part.rows, 0),
    8,
  );
  return {
    at: k.allocate(outputs * columns),
    scales: k.allocate(4 * outputs),
    bias: k.allocate(4 * outputs),
    outputs,
    inputs: columns,
  };
}

function copy(k: Kernel, part: Quantised, to: Placed, row: number, scale: number): void {
  for (let r = 0; r < part.rows; r++) {
    k.bytes.set(part.values.subarray(r * part.columns, (r + 1) * part.columns), to.at + (row + r) * to.inputs);
    k.floats[to.scales / 4 + row + r] = part.scales[r]! * scale;
  }
}

/** Index of the greatest of `count` values from `at`; the first of equals. */
export function most(values: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[at + i]! > values[at + best]!) best = i;
  return best;
}
