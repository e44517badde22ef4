import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../core/document.ts";
import { loadLanguage, loadLexicon } from "../../resources.ts";
import { readLoaded } from "./loaded.ts";

interface Row {
  readonly id: string;
  readonly hits: string;
  readonly misses: string;
}
const rows = parse(readFileSync(new URL("../../../lexicon/en/loaded.yml", import.meta.url), "utf8")) as Row[];

async function read(paragraphs: readonly string[]) {
  let text = "";
  const blocks = paragraphs.map((paragraph): Document["blocks"][number] => {
    if (text !== "") text += "\n\n";
    text += paragraph;
    return { span: [text.length - paragraph.length, text.length], kind: "paragraph" };
  });
  const document: Document = { text, title: null, outlet: null, url: null, published: null, language: "en", encoding: "utf-8", blocks, sourceMap: [], notices: [] }; // biome-ignore format: one report
  const [language, lexicon] = [await loadLanguage(), await loadLexicon()];
  const found = readLoaded(language.parse(document), lexicon);
  return blocks.map(({ span }) => ({
    words: found.loaded.filter((term) => term.span[0] >= span[0] && term.span[1] <= span[1]),
    reasons: found.refusals.filter((r) => r.span[0] >= span[0] && r.span[1] <= span[1]).map((r) => r.reason),
    text: (term: { span: readonly [number, number] }) => text.slice(...term.span),
  }));
}

describe("rows", async () => {
  const hits = await read(rows.map((row) => row.hits.replaceAll("*", "")));
  const misses = await read(rows.map((row) => row.misses));
  test.each(rows.map((row, i) => [row.id, i] as const))("%s", (_, i) => {
    const wanted = rows[i]!.hits.split("*")[1]!;
    const found = hits[i]!.words.map(hits[i]!.text);
    expect(
      found.some((words) => wanted.includes(words) || words.includes(wanted)),
      `${found} for ${wanted}`,
    ).toBe(true);
    expect(misses[i]!.words.map(misses[i]!.text)).toEqual([]);
  });
});

test("the same rules for every side", async () => {
  const sides = [
    ["Russian", "Ukrainian"],
    ["Israeli", "Palestinian"],
    ["Turkish", "Kurdish"],
    ["Saudi", "Yemeni"],
  ];
  const frames = [
    (a: string, b: string) => `The ${a} army said that ${b} terrorists were neutralised near the village.`,
    (a: string, b: string) => `Heroic ${a} soldiers wiped out nine ${b} bandits, and two ${a} heroes fell as martyrs.`,
    (a: string, b: string) => `The ${a} regime called the ${b} report a lie.`,
    (a: string, b: string) => `${a} occupiers and their ${b} puppets murdered nine villagers.`,
  ];
  for (const [a, b] of sides) {
    const [one, other] = [await read(frames.map((f) => f(a!, b!))), await read(frames.map((f) => f(b!, a!)))];
    const words = (reading: Awaited<ReturnType<typeof read>>) =>
      reading.map((r) => r.words.map((term) => [r.text(term), term.kind, term.neutral]));
    expect(words(one)).toEqual(words(other));
    expect(words(one).every((found) => found.length > 0)).toBe(true);
  }
});

test("proper names and harmless company are spared, with the reason", async () => {
  const found = await read([
    "The Aqsa Martyrs' Brigades spoke.",
    "He is on the terrorist designation list.",
    "Engineers neutralised a bomb.",
    "The International Criminal Court met.",
    "There are still lions on the plates.",
  ]);
  expect(found.flatMap((f) => f.words)).toEqual([]);
  expect(found.every((f) => f.reasons.length > 0)).toBe(true);
});

test("what is said of several is read as several", async () => {
  const [one, many] = await read(["The terrorist fled.", "The terrorists fled."]);
  expect(one!.words[0]!.neutral).toBe("fighter");
  expect(many!.words[0]!.neutral).toBe("fighters");
});
