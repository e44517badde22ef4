import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "type: figures with whose they are" of each event, in the order of the text. */
async function tollsOf(text: string): Promise<string[]> {
  const { events, claims, actors } = await read(text, { name: "report.txt", published: "2025-06-18" });
  const name = (id: string | null) => actors.find((actor) => actor.id === id)?.name ?? "people";
  return events.map(({ id, type }) => {
    const counts = claims.filter(({ event }) => event === id).flatMap((claim) => claim.counts);
    return `${type.split("/")[1]}: ${counts.map(({ low, who }) => `${low} ${name(who)}`).join(", ")}`.trim();
  });
}

test.each([
  ["There was a massacre in Lumo in 1994. The clinic has treated 83 wounded since Sunday.", ["massacre:"]],
  [
    "Rebels shelled Lumo on Sunday. The town had been the scene of a massacre in 1994. The clinic has treated 83 wounded since Sunday.",
    ["shelling: 83 people", "massacre:"],
  ],
  ["Rebels shelled Lumo on Monday. Nine people died on Tuesday.", ["shelling: 9 people"]],
  ["There was a massacre in Lumo in 1994. Nine people died.", ["massacre: 9 people"]],
])("a figure that says when is of no event of long before: %s", async (text, expected) => {
  expect(await tollsOf(text)).toEqual(expected);
});

const TWO = "Gunmen attacked a police post in Lumo on Monday. A bomb hit a market in Gulu on Tuesday, wounding four.";

test.each([
  [`${TWO} There were nine dead among the policemen, a doctor said.`, ["armed-attack: 9 police", "bombing: 4 people"]],
  [`${TWO} There were nine dead, a doctor said.`, ["armed-attack:", "bombing: 4 people, 9 people"]],
  [`${TWO} There were nine dead among the shoppers, a doctor said.`, ["armed-attack:", "bombing: 4 people, 9 people"]],
])("the dead among somebody are his, in what befell him: %s", async (text, expected) => {
  expect(await tollsOf(text)).toEqual(expected);
});
