import { expect, test } from "vitest";
import type { Ledger, LoadedKind } from "./ledger.ts";
import { passagesOf } from "./passages.ts";

const PLAIN = "The army said its men took the hill on Tuesday, and that nobody was hurt in the fighting there.";

/** A ledger of paragraphs: text, kinds of its loaded words, type and stage of its event. */
const ledger = (...parts: { text: string; loaded?: LoadedKind[]; type?: string; stage?: string }[]): Ledger => {
  let at = 0;
  const placed = parts.map((part) => {
    const start = at;
    at += part.text.length + 2;
    return { ...part, start };
  });
  return {
    report: { text: parts.map((p) => p.text).join("\n\n") },
    loaded: placed.flatMap((p) => (p.loaded ?? []).map((kind, i) => ({ span: [p.start + i, p.start + i + 1], kind }))),
    events: placed.flatMap((p) =>
      p.type ? [{ type: p.type, stage: p.stage ?? "accomplished", trigger: [p.start, p.start + 3] }] : [],
    ),
  } as unknown as Ledger;
};
const labels = (l: Ledger) => passagesOf(l, new Set(["violence/massacre"])).map((p) => [p.span[0], p.label]);

test("a paragraph dense in praise or formulas is propaganda; its neighbour is not", () => {
  const found = passagesOf(
    ledger({ text: PLAIN }, { text: PLAIN, loaded: ["glorifying", "formula", "label"] }),
    new Set(),
  );
  expect(found).toEqual([
    { span: [97, 192], label: "propaganda", loaded: { glorifying: 1, formula: 1, label: 1 }, events: [] },
  ]);
});

test.each<[string, LoadedKind[], boolean]>([
  ["one dehumanising word", ["dehumanising"], true],
  ["two partisan labels", ["label", "label"], false],
  ["one word of praise", ["glorifying"], false],
])("%s", (_, loaded, folds) => expect(labels(ledger({ text: PLAIN, loaded }))).toHaveLength(folds ? 1 : 0));

test("the same words thinly spread in a long paragraph are none", () => {
  expect(labels(ledger({ text: PLAIN.repeat(8), loaded: ["glorifying", "formula"] }))).toEqual([]);
});

test("what tells of an event of a graphic type is graphic, not where it is only threatened", () => {
  expect(labels(ledger({ text: PLAIN, type: "violence/massacre" }))).toEqual([[0, "graphic"]]);
  expect(labels(ledger({ text: PLAIN, type: "violence/massacre", stage: "threatened" }))).toEqual([]);
  expect(labels(ledger({ text: PLAIN, type: "violence/shelling" }))).toEqual([]);
});
