import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Names of the speakers of all claims, each once. */
async function speakers(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return [...new Set(claims.map(({ source }) => actors.find((actor) => actor.id === source)!.name))];
}

test.each([
  [
    "In a statement, the army said rebels had attacked the base. Nine soldiers were killed. He added that two rebels had been wounded.",
    "army",
  ],
  ["Colonel Smith said rebels had attacked the base on Monday. Nine soldiers had been killed, he added.", "Smith"],
  [
    "A hospital director said 12 bodies had been brought in after the shelling. Another 30 people were wounded.",
    "hospital director",
  ],
])("an account goes on: %s", async (text, speaker) => {
  expect(await speakers(text)).toEqual([speaker]);
});

test.each([
  "The army said rebels had attacked the base. In Kabul, a bomb killed two policemen on Sunday.",
  "The army said rebels had attacked the base. The rebels shelled a camp on Sunday.",
])("another story is the outlet's: %s", async (text) => {
  expect(await speakers(text)).toContain("the report");
});
