import { expect, test } from "vitest";
import { findMatches, readInFull } from "./index.ts";

const text =
  "Soldiers opened fire on a crowd in Goma on Tuesday. Rebels shelled the town, the mayor said. She shelled peas for the guests.";
const result = await readInFull(text, { published: "2026-03-05" });
const found = async (pattern: string) =>
  (await findMatches(pattern, result)).map(({ span, what }) => `${text.slice(...span)}: ${what}`);

test("a pattern finds its words in any form, and says what it refused", async () => {
  expect(await found("open fire on")).toEqual(["opened fire on: matches"]);
  expect(await found("shell|bomb")).toEqual(["shelled: matches", "shelled: matches"]);
  expect(await found("shell [obj=town|camp]")).toEqual([
    "shelled: matches",
    expect.stringMatching(/^shelled: refused/),
  ]);
  expect(await found("shell [not obj=pea]")).toEqual([
    "shelled: matches",
    expect.stringMatching(/refused: not with obj/),
  ]);
  expect(await found("surrender")).toEqual([]);
});

test("a row of the lexicon finds what it made, and what it was refused", async () => {
  expect(await found("verbs/shell")).toEqual([
    expect.stringMatching(/^shelled: event e\d/),
    expect.stringMatching(/^shelled: refused/),
  ]);
});

test.each(["", "  ", "[obj=town]", "shell [town]", "shell [obj=town"])("%j is no pattern", async (pattern) => {
  await expect(findMatches(pattern, result)).rejects.toMatchObject({ code: "E-LEXICON-01" });
});
