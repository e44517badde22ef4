import { expect, test } from "vitest";
import type { LoadedTerm } from "./ledger.ts";
import { neutralWords } from "./neutral-words.ts";

const text = "The rats fled; a martyr and nine bandits fell.";
const term = (words: string, neutral: string | null): LoadedTerm => ({
  span: [text.indexOf(words), text.indexOf(words) + words.length],
  kind: "label",
  neutral,
});

test.each([
  ["nine bandits", "nine armed men"],
  ["nine old bandits of the hills", "nine old armed men of the hills"],
  ["narrative of rats", "narrative of opponents"],
  ["martyrology", "martyrology"],
  ["martyr", "person"],
  ["Bandits", "armed men"],
])("loaded words are replaced as whole words: %s", (words, expected) => {
  expect(
    neutralWords(words, [term("rats", "opponents"), term("martyr", "person"), term("bandits", "armed men")], text),
  ).toBe(expected);
});
