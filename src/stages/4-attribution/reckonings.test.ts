import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker: lowest number killed" of each figure. */
async function figures(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { outlet: "Valley Digest", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.flatMap(({ source, counts }) => counts.map(({ low }) => `${name(source)}: ${low}`));
}

test.each([
  [
    "Gunmen attacked a bus on Friday. The ministry gives 31 dead; the hospital has it at 17.",
    ["ministry: 31", "hospital: 17"],
  ],
  ["Nine people were killed in the raid, by the monitor's count.", ["monitor: 9"]],
  ["By the mayor's own reckoning, 14 soldiers died in the ambush.", ["mayor: 14"]],
  [
    "Rebels stormed the post on Sunday. The mayor puts the toll at 9; the ministry's figure is 12.",
    ["mayor: 9", "ministry: 12"],
  ],
  ["According to the health ministry's tally, 23 people were killed in the raid.", ["health ministry: 23"]],
])("whose figure it is: %s", async (text, expected) => expect(await figures(text)).toEqual(expected));

test.each([
  ["Nine people were killed in the raid by the count's men.", ["Valley Digest: 9"]],
  ["Nine people were killed in the raid on Monday, on the road to Goma.", ["Valley Digest: 9"]],
  ["The toll of the raid is nine dead.", ["Valley Digest: 9"]],
  ["Rebels killed nine people. The cook has it in the oven at 17 degrees.", ["Valley Digest: 9"]],
])("nobody's but the outlet's: %s", async (text, expected) => expect(await figures(text)).toEqual(expected));
