import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lowered } from "../fold.ts";
import { loadNetwork } from "./index.ts";

/** `models/en/golden.json`: what the trainer's reference gives for a few sentences, in floating point. */
interface Golden {
  readonly words: readonly string[];
  readonly top1: readonly number[];
  readonly top_last: readonly number[];
  readonly arcs1: readonly (number | null)[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly names: readonly string[];
}

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../../../${path}`, import.meta.url)));
const network = await loadNetwork(file("dist/data/kernel.wasm"), {
  header: file("models/en/network.json"),
  tensors: file("models/en/network.bin"),
  words: file("models/en/words.bin"),
});
const golden = JSON.parse(new TextDecoder().decode(file("models/en/golden.json"))) as Golden[];

test.each(golden.map((g) => [g.words.join(" "), g] as const))("%s", (_, g) => {
  const found = network.analyse(g.words, g.words.map(lowered));
  const n = g.words.length;
  const label = (kind: "upos" | "xpos" | "names" | "relations") =>
    [...found[kind].subarray(0, n)].map((i) => network.labels[kind][i]);
  expect([...found.heads.subarray(0, n)]).toEqual(g.heads);
  expect(label("relations")).toEqual(g.relations);
  expect(label("upos")).toEqual(g.upos);
  expect(label("xpos")).toEqual(g.xpos);
  expect(label("names")).toEqual(g.names);
  const close = (a: ArrayLike<number>, b: readonly (number | null)[], within: number) => {
    b.forEach((x, i) => {
      if (x !== null) expect(Math.abs(a[i]! - x)).toBeLessThan(within);
    });
  };
  close(network.inside.top(1), g.top1, 0.02);
  close(network.inside.top(n), g.top_last, 0.02);
  close(network.inside.arcs(1), g.arcs1, 0.1);
});
