import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compile } from "../../../scripts/lexicon/events.ts";
import { documentOf } from "../../languages/en/testing.ts";
import { loadLanguage, loadLexicon } from "../../resources.ts";
import { eventKnowledge } from "./knowledge.ts";
import { findSupports } from "./supports.ts";
import { findTriggers } from "./triggers.ts";

/**
 * Every row of the event lexicon has to be found in its `hits` (it, or a row of the same meaning that speaks first) and must not be
 * found in its `misses`.
 */

const SECTIONS = [
  { file: "verbs", part: "verb" },
  { file: "nouns", part: "noun" },
  { file: "phrases", part: "verb" },
  { file: "supports", part: "verb" },
  { file: "harms", part: "verb" },
] as const;

interface Example {
  readonly row: string;
  readonly sentence: string;
  readonly hit: boolean;
  /** Event type, harm, or the row itself. */
  readonly meaning: string;
}

type Written = Parameters<typeof compile>[2];
const list = (value: string | string[]): string[] => (typeof value === "string" ? [value] : value);
const read = (file: string): Written[] =>
  parse(readFileSync(new URL(`../../../lexicon/en/${file}.yml`, import.meta.url), "utf8")) as Written[];

const examples: Example[] = SECTIONS.flatMap(({ file, part }) =>
  read(file).flatMap((row) => {
    const { id, means, harm } = compile(file, part, row) as { id: string; means?: string; harm?: string };
    const meaning = harm ?? means ?? id;
    return [
      ...list(row.hits).map((sentence) => ({ row: id, sentence, hit: true, meaning })),
      ...list(row.misses).map((sentence) => ({ row: id, sentence, hit: false, meaning })),
    ];
  }),
);

/** Rows found in each sentence, all sentences read as one document. */
let found: readonly ReadonlySet<string>[] = [];

beforeAll(async () => {
  const [lexicon, language] = await Promise.all([loadLexicon(), loadLanguage()]);
  const s = language.parse(documentOf(...examples.map((example) => example.sentence)));
  const rows = examples.map(() => new Set<string>());
  const know = eventKnowledge(lexicon);
  const { triggers } = findTriggers(s, know, () => false, new Set(), new Set());
  for (const { head, row, harm } of triggers) {
    const at = rows[s.block[s.sentence[head]!]!]!;
    if (row) at.add(row.id).add(row.means);
    if (harm) at.add(harm.id).add(harm.harm);
  }
  const heads = new Set(triggers.map((trigger) => trigger.head));
  for (const list of findSupports(s, know, heads, new Set()).values()) {
    for (const { verb, row } of list) rows[s.block[s.sentence[verb]!]!]!.add(row.id);
  }
  found = rows;
}, 120_000);

describe("event rows", () => {
  const failures = (hit: boolean): string[] =>
    examples.flatMap((e, i) =>
      e.hit === hit && found[i]!.has(hit ? e.meaning : e.row) !== hit ? [`${e.row}: ${e.sentence}`] : [],
    );
  it("are found in their hits", () => expect(failures(true)).toEqual([]));
  it("are not found in their misses", () => expect(failures(false)).toEqual([]));
});
