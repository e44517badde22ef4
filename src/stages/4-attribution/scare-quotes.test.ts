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
  'The so-called "liberation" of Kaga by the army left the town in ruins.',
  'What the army calls the "liberation" of Kaga left the town in ruins.',
  "What the army calls the liberation of Kaga took place on Monday.",
])("the outlet does not vouch for what it sets in quotation marks: %s", async (text) => {
  expect(await first(text)).toBe("the report unknown");
});

test.each([
  ['Rebels carried out a "surprise attack" on the base on Monday.', "the report certain"],
  ['The army said the "attack" on the base had left three soldiers dead.', "army certain"],
  ['The army called the "liberation" of Kaga a success after it captured the town.', "the report certain"],
  ["What soldiers did in Kaga on Monday was a massacre of nine villagers.", "the report certain"],
  ["The so-called Islamic State attacked the base on Monday.", "the report certain"],
])("a quotation, a description and a name doubt nothing: %s", async (text, expected) => {
  expect(await first(text)).toBe(expected);
});
