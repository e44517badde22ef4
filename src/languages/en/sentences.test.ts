import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BlockKind } from "../../core/document.ts";
import { loadLexicon } from "../../resources.ts";
import { openBoundaryModel } from "./boundary.ts";
import { LONGEST_SENTENCE, makeSplitter } from "./sentences.ts";
import { makeTokeniser } from "./tokenise.ts";

const lexicon = await loadLexicon();
const tokenise = makeTokeniser(lexicon);
const split = makeSplitter(
  lexicon,
  openBoundaryModel(readFileSync(new URL("../../../models/en/sentences.bin", import.meta.url))),
);

function sentences(text: string, kind: BlockKind = "paragraph"): string[] {
  const tokens = tokenise(text, 0, text.length);
  let first = 0;
  return split(text, tokens, kind).map((last) => {
    const sentence = text.slice(tokens.start[first], tokens.end[last - 1]);
    first = last;
    return sentence;
  });
}

/** The sentences of a text are written with a bar between them. */
test.each([
  "He died.|She fled.",
  "Lt. Gen. Salah al-Din of the U.S. Army spoke.|The army denied it.",
  "He lives in the U.S.|The army denied it.",
  "It fell at 6 p.m.|The army fled.",
  "It fell at 6 p.m. Tuesday.|No. 5 company fled.",
  "“We fired.”|The army denied it.",
  "“Why?” he asked.|“No!” said Gen. Haftar.",
  '"We fired." said one.|"We did not."',
  "Some 1.5 million fled.|6.30 was the hour.",
  "(A man was hurt.)|The rest fled.",
  "He was shot.[20]|He died.",
  "Rebels fled.|al-Shabaab said so.",
  "GEN. LOPEZ ARRIVED.|THE U.S. EMBASSY WAS HIT BY COL. X. Y. ZUNIGA'S MEN.",
  "GOMA, Congo (Reuters) -|Rebels shelled a camp.",
  "ALGIERS, 23 September -|During the night men came.",
  "SAN SALVADOR, 15 JAN 90 (ACAN-EFE) --|[TEXT]|THE ARMY SAID SO.",
  "N'DJAMENA, March 25 (CAW) —|The army fled.",
  "SKOPJE -|The army fled.",
  "1. The army fled.",
  "The army\nfled from the\ntown.|It came\nback.",
  "Twelve dead in blast",
  "The army - what is left of it - fled.",
  "Abu Bakr al-Baghdadi - the leader - died.",
  "Gaza City - and Rafah - were hit.",
  "He said: they came...|Then they left.",
  "They came... then they left.",
  "He was J. F. Kennedy.",
  "Army: 20 killed",
  "Kessler@press.example 06/04/01 08:38 AM|Tom: Attached is the list.",
])("%s", (marked) => {
  expect(sentences(marked.replaceAll("|", " "))).toEqual(marked.split("|"));
});

test("a headline has no dateline", () => {
  expect(sentences("KABUL - Twelve dead", "heading")).toEqual(["KABUL - Twelve dead"]);
});

test("endless sentences are cut after a comma", () => {
  const long = "killed, wounded and missing, ".repeat(200);
  const found = sentences(long);
  expect(found.length).toBeGreaterThan(4);
  for (const sentence of found)
    expect(tokenise(sentence, 0, sentence.length).length).toBeLessThanOrEqual(LONGEST_SENTENCE);
  expect(found[0]!.endsWith(",")).toBe(true);
});
