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
  tagPairs: file("models/en/tag-pairs.tsv"),
});
const pairs = new Set(new TextDecoder().decode(file("models/en/tag-pairs.tsv")).split("\n"));
const golden = JSON.parse(new TextDecoder().decode(file("models/en/golden.json"))) as Golden[];

test.each(golden.map((g) => [g.words.join(" "), g] as const))("%s", (_, g) => {
  const found = network.analyse(g.words, g.words.map(lowered));
  const n = g.words.length;
  const label = (kind: "upos" | "xpos" | "names" | "relations") =>
    [...found[kind].subarray(0, n)].map((i) => network.labels[kind][i]);
  expect([...found.heads.subarray(0, n)]).toEqual(g.heads);
  expect(label("relations")).toEqual(g.relations);
  // The reference takes each tag by itself; where its two go together, they are the best pair too.
  g.words.forEach((_, i) => {
    if (!pairs.has(`${g.upos[i]}\t${g.xpos[i]}`)) return;
    expect(label("upos")[i]).toBe(g.upos[i]);
    expect(label("xpos")[i]).toBe(g.xpos[i]);
  });
  label("upos").forEach((tag, i) => {
    expect(pairs.has(`${tag}\t${label("xpos")[i]}`)).toBe(true);
  });
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
