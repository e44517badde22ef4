import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker < relay < outlet" of each claim. */
async function chains(text: string): Promise<string[]> {
  const { claims, actors } = await read(`---\noutlet: Valley Digest\n---\n${text}`, {
    name: "report.txt",
    published: "2026-03-05",
  });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return [...new Set(claims.map(({ source, via }) => [source, ...via].map(name).join(" < ")))];
}
const BODY =
  "Rebels bombed the church on Monday, killing nine people.\n\nSoldiers shelled the camp on Tuesday, residents said.";

test.each([
  "Source: Agence France-Presse",
  "This article was first published by Agence France-Presse.",
  "-- Agence France-Presse",
])("the credit at the foot of a republished article relays all of it: %s", async (credit) => {
  expect(await chains(`${BODY}\n\n${credit}`)).toEqual([
    "Agence France-Presse < Valley Digest",
    "residents < Agence France-Presse < Valley Digest",
  ]);
});

test.each([
  "This article was first published by Lake Times.",
  "This article is republished from the Lake Times under licence.",
  "Originally published by the Lake Times on 3 March.",
  "This story first appeared in the Lake Times.",
  "Source: Lake Times",
])("so does one whose organ nobody knows: %s", async (credit) => {
  const [first] = await chains(`${BODY}\n\n${credit}`);
  expect(first).toMatch(/^(?:Lake )?Times < Valley Digest$/);
});

test.each([
  "The camp was first built by Hill Works.",
  "The camp was first shelled by the Hill Front.",
  "The first to flee were traders from Hill Town.",
])("but not a last sentence of the report: %s", async (sentence) => {
  expect((await chains(`${BODY}\n\n${sentence}`))[0]).toBe("Valley Digest");
});

test("an agency in brackets relays its paragraph", async () => {
  const text = `Two attacks\n\nRebels bombed the church on Monday. (Reuters)\n\nSoldiers shelled the camp on Tuesday.`;
  expect(await chains(text)).toEqual(["Reuters < Valley Digest", "Valley Digest"]);
});

test("the head of an item in a digest of broadcasts relays the item", async () => {
  const text =
    "Radio Orient, Paris, Thursday, 1800. Rebels bombed the church on Monday. A doctor said nine people had died.\n\nNo station was heard on Friday.";
  expect(await chains(text)).toEqual(["Radio Orient < Valley Digest", "doctor < Radio Orient < Valley Digest"]);
});

test.each([
  "The minister told Agence France-Presse that he had slept well.",
  "Soldiers seized a reporter of Agence France-Presse on Wednesday (see map).",
])("an organ in a sentence of Valley Digest credits nothing: %s", async (last) => {
  expect((await chains(`${BODY}\n\n${last}`)).slice(0, 2)).toEqual(["Valley Digest", "residents < Valley Digest"]);
});
