import fc from "fast-check";
import { expect, test } from "vitest";
import { bestTree } from "./tree-decoder.ts";

const size = 5;
/** All trees over words 1 … 4 with one word on the root. */
const trees: number[][] = [];
for (let code = 0; code < size ** (size - 1); code++) {
  const heads = [0, 1, 2, 3].map((k) => Math.floor(code / size ** k) % size);
  const climbs = heads.every((_, i) => {
    let word = i + 1;
    for (let step = 0; word !== 0 && step < size; step++) word = heads[word - 1]!;
    return word === 0;
  });
  if (climbs && heads.filter((head) => head === 0).length === 1) trees.push(heads);
}

test("finds the best tree with one root", () => {
  expect(trees.length).toBe(64);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -40, max: 40 }), { minLength: size * size, maxLength: size * size }),
      (values) => {
        const scores = Float32Array.from(values);
        const total = (heads: ArrayLike<number>) =>
          [1, 2, 3, 4].reduce((sum, word, i) => sum + scores[word * size + heads[i]!]!, 0);
        const found = [...bestTree(scores, 0, size, size)].slice(1, size);
        expect(trees.some((tree) => tree.join() === found.join())).toBe(true);
        expect(total(found)).toBe(Math.max(...trees.map(total)));
      },
    ),
    { numRuns: 2000 },
  );
});

test("a hundred pairs that point at each other", () => {
  const n = 201;
  const scores = new Float32Array(n * n);
  for (let i = 1; i < n; i++) scores[i * n + (i % 2 === 1 ? i + 1 : i - 1)] = 10;
  const heads = bestTree(scores, 0, n, n);
  expect([...heads.subarray(1, n)].filter((head) => head === 0).length).toBe(1);
});
