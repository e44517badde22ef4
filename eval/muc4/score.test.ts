import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ceafRee } from "./entities.ts";
import { figures, scoreAll } from "./score.ts";
import { type Answers, answerTemplate, keyTemplate, type RawDocument } from "./slots.ts";

/** Expected figures are those of tools/score_muc4.py (lenient) on the same three invented messages. */
const documents = (
  JSON.parse(readFileSync(new URL("fixture.json", import.meta.url), "utf8")) as (RawDocument & { answers: Answers[] })[]
).map((raw) => ({ raw, keys: raw.templates.map(keyTemplate), responses: raw.answers.map(answerTemplate) }));

const EXPECTED = {
  all: { pos: 27, act: 30, cor: 9, par: 12, inc: 4, spu: 5, mis: 2 },
  templates: [2, 4, 2],
  filtering: { a: 2, b: 1, c: 0, d: 0 },
  f: 52.63,
  entities: [37.5, 50],
} as const;

describe("MUC-4 scores", () => {
  it("agree with the reference scorer", () => {
    const { all, templates, filtering } = scoreAll(documents);
    expect(all).toEqual(EXPECTED.all);
    expect([templates.pos, templates.act, templates.cor]).toEqual(EXPECTED.templates);
    expect(filtering).toEqual(EXPECTED.filtering);
    expect(figures(all).f).toBeCloseTo(EXPECTED.f, 2);
  });

  it("agree on entities", () => {
    const { p, r } = ceafRee(documents);
    expect([p, r]).toEqual([expect.closeTo(EXPECTED.entities[0], 2), expect.closeTo(EXPECTED.entities[1], 2)]);
  });

  it("give the keys themselves full marks", () => {
    const same = documents.map(({ raw, keys }) => ({ raw, keys, responses: keys }));
    expect(figures(scoreAll(same).all).f).toBe(100);
  });
});
