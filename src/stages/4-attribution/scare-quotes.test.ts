import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker certainty" of the first claim. */
async function first(text: string): Promise<string> {
  const { claims, actors } = await read(text, { name: "report.txt" });
  const { source, certainty } = claims[0]!;
  return `${actors.find((actor) => actor.id === source)!.name} ${certainty}`;
}

test.each([
  'The "attack" on the base on Monday left three soldiers dead.',
  "The so-called attack on the convoy left three soldiers dead.",
])("the outlet does not vouch for what it sets in quotation marks: %s", async (text) => {
  expect(await first(text)).toBe("the report unknown");
});

test.each([
  ['Rebels carried out a "surprise attack" on the base on Monday.', "the report certain"],
  ['The army said the "attack" on the base had left three soldiers dead.', "army certain"],
  ["The so-called Islamic State attacked the base on Monday.", "the report certain"],
])("a quotation, a description and a name doubt nothing: %s", async (text, expected) => {
  expect(await first(text)).toBe(expected);
});
