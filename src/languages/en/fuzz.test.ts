import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../core/document.ts";
import type { Syntax } from "../../core/syntax.ts";
import { loadLanguage } from "../../resources.ts";
import { LONGEST_SENTENCE } from "./sentences.ts";
import { documentOf } from "./testing.ts";

const language = await loadLanguage();

/** What holds of every parse, whatever the text. */
function check(document: Document): Syntax {
  const s = language.parse(document);
  let end = 0;
  for (let t = 0; t < s.length; t++) {
    if (!(s.start[t]! >= end && s.end[t]! > s.start[t]!)) throw new Error(`token ${t} overlaps or is empty`);
    end = s.end[t]!;
  }
  expect(end).toBeLessThanOrEqual(document.text.length);
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    const [first, last] = [s.sentenceStart[n]!, s.sentenceStart[n + 1]! - 1];
    expect(last - first).toBeGreaterThanOrEqual(0);
    expect(last - first + 1).toBeLessThanOrEqual(LONGEST_SENTENCE);
    const [from, to] = document.blocks[s.block[n]!]!.span;
    expect(s.start[first]! >= from && s.end[last]! <= to).toBe(true);
    let roots = 0;
    for (let t = first; t <= last; t++) {
      if (s.head[t] === -1) roots++;
      else if (s.head[t]! < first || s.head[t]! > last) throw new Error(`head of ${t} lies outside its sentence`);
      expect((s.head[t] === -1) === (s.deprel[t] === "root")).toBe(true);
      let climbed = t;
      for (let step = 0; climbed >= 0; step++) {
        if (step > last - first + 1) throw new Error(`token ${t} is on a cycle`);
        climbed = s.head[climbed]!;
      }
    }
    expect(roots).toBe(1);
  }
  // Every character that is a letter or a digit belongs to a word.
  const taken = new Uint8Array(document.text.length);
  for (let t = 0; t < s.length; t++) taken.fill(1, s.start[t], s.end[t]);
  for (const { span } of document.blocks) {
    for (const match of document.text.slice(...span).matchAll(/[\p{L}\p{Nd}]/gu))
      expect(taken[span[0] + match.index]).toBe(1);
  }
  for (const n of language.numbers(s)) {
    expect(n.first <= n.head && n.head <= n.last && n.last < s.length).toBe(true);
    expect(n.high === null || n.low <= n.high).toBe(true);
  }
  language.times(s, { date: "2024-03-03", from: "publication date" });
  return s;
}

const newsy = fc.array(
  fc.constantFrom(
    "Gen.",
    "U.S.",
    "said",
    "“",
    "”",
    '"',
    "'",
    "’s",
    "n't",
    "-",
    "—",
    "(",
    ")",
    "[",
    "]",
    "at least",
    "10",
    "2,500",
    "between",
    "and",
    "35",
    ".",
    "...",
    "?",
    "!",
    ",",
    ":",
    ";",
    "al-",
    "KABUL",
    "(AFP) -",
    "on Tuesday",
    "no",
    "one",
    "hundred",
    "dozens",
    "of",
    "3-5",
    "www.",
    "http://",
    "a@b",
    "1.",
    "•",
    "\n",
    "\u200b",
    "\u00a0",
    "Sana'a",
    "killed",
    "was",
    "The",
    "the",
    "%",
    "$",
    "/",
    "16/08/2000",
  ),
  { maxLength: 120 },
);

test("any Unicode", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 5 }), (blocks) => {
      check(documentOf(...blocks));
    }),
    { numRuns: 150 },
  );
});

test("words of the trade in any order", () => {
  fc.assert(
    fc.property(newsy, fc.constantFrom(" ", ""), (words, glue) => {
      check(documentOf(words.join(glue)));
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["an endless sentence", "the rebels that shelled the camp near ".repeat(2900)],
  ["endless bounds", "about ".repeat(3_000)],
  ["endless numbers", "one hundred and ".repeat(1_000)],
  ["an endless word", "a".repeat(200_000)],
  ["an endless number", `${"1".repeat(100_000)}x`],
  ["endless groups of digits", "111,".repeat(10_000)],
  ["endless dots", "aa.".repeat(3_000)],
  ["endless hyphens", "aa-".repeat(3_000)],
  ["endless addresses", "a.a@".repeat(4_000)],
  ["endless stops", ". ".repeat(4_000)],
  ["endless notes", "[A] ".repeat(1_000)],
  ["endless brackets", "(".repeat(4_000)],
  ["endless apostrophes", "a'".repeat(10_000)],
  ["endless combining marks", `e${"\u0301".repeat(50_000)}`],
  ["half characters", "\ud83d ".repeat(2_000)],
])("%s", (_, text) => {
  check(documentOf(text));
});

test("the same text gives the same parse", () => {
  const text = "Twelve were killed, the army said. ".repeat(30);
  const columns = (s: Syntax) => JSON.stringify([[...s.head], s.deprel, s.xpos, s.lemma, [...s.name]]);
  const before = columns(check(documentOf(text)));
  check(
    documentOf(
      "Other words go through the caches meanwhile, many of them: ".concat(
        Array.from({ length: 6000 }, (_, i) => `w${i}`).join(" "),
      ),
    ),
  );
  expect(columns(check(documentOf(text)))).toBe(before);
});
