import { describe, expect, test } from "vitest";
import { read } from "../../../index.ts";

/** "killed 30+ villagers" of each count of the report's claims, in the order of claims. */
async function counts(text: string): Promise<string[]> {
  const { claims } = await read(text, { published: "2020-05-05" });
  return claims.flatMap((claim) =>
    claim.counts.map(({ harm, low, high, whoText }) => {
      const figure = high === null ? `${low}+` : high === low ? `${low}` : `${low}-${high}`;
      return `${harm} ${figure} ${whoText}`;
    }),
  );
}

describe("figures of harm", () => {
  test.each([
    // reached
    [
      "The number of people killed in a strike on the market of Mayo, a poor quarter, rose to at least 46 on Sunday, a nurse said.",
      ["killed 46+ people"],
    ],
    [
      "The prosecutor raised the number of people who died in the raid of 21 June to 98, 62 of them policemen.",
      ["killed 98 people", "killed 62 policemen"],
    ],
    [
      "The army raid brought the dead to 40, five of them children, and the injured to 60, the ministry said.",
      ["killed 40 people", "killed 5 children", "wounded 60 people"],
    ],
    ["A bomb went off in Kaga. The hospital registered between 60 and 70 injured.", ["wounded 60-70 people"]],
    // rows of people
    [
      "The gun battle left 42 gunmen and one officer dead, the minister said.",
      ["killed 42 gunmen", "killed 1 officer"],
    ],
    [
      "The mission reports 15 dead, 25 wounded and three children missing after the attack on Kolom.",
      ["killed 15 people", "wounded 25 people", "missing 3 children"],
    ],
    [
      "A bomb killed a Marine and fifteen Iraqi civilians in Haditha.",
      ["killed 1 people", "killed 15 Iraqi civilians in Haditha"],
    ],
    ["Israel assassinated a general together with six fighters.", ["killed 7 general, fighters"]],
    ["Gunmen attacked Kaga. A girl of four and eight others were killed.", ["killed 9 girl of four, others"]],
    // parts are no addition
    [
      "Rebels said that they killed 24 soldiers, among them two captains, in the battle.",
      ["killed 24 soldiers", "killed 2 captains"],
    ],
    ["Eight people, six of them Jesuits, were shot dead in Kaga.", ["killed 8 people", "killed 6 Jesuits"]],
    ["At least 30 villagers, many of them women, were killed in Kaga.", ["killed 30+ villagers"]],
    // whose
    [
      "Of the 20 soldiers who had held the post, 14 were killed and six captured, the rebels said.",
      ["killed 14 soldiers", "captured 6 soldiers"],
    ],
    ["Two of the sect were neutralised, the army said.", ["killed 2 sect"]],
    ["Police arrested a Kenyan in Kaga.", ["arrested 1 Kenyan"]],
    // a place before a number
    ["In the raid on Kaga eight policemen and ten rebels were killed.", ["killed 8 policemen", "killed 10 rebels"]],
    ["On Monday in Kandahar five farmers were killed by a mine.", ["killed 5 farmers"]],
    ["In an attack with AK 47 rifles on Djibo 12 villagers died.", ["killed 12 villagers"]],
    // freed people are none taken
    ["Three sailors held since May were freed on Thursday.", []],
  ])("%s", async (text, expected) => expect(await counts(text)).toEqual(expected));
});

test.each([
  ["The Afghan army has lost nineteen dead in the battle of Kunduz, a governor said.", "Afghan armed forces"],
  ["In the fighting in Kunduz nine men died on the Taliban side.", "Taliban"],
])("whose losses: %s", async (text, side) => {
  const { claims, actors } = await read(text, { published: "2020-05-05" });
  const counted = claims.flatMap((claim) => claim.counts);
  expect(counted.map(({ who }) => actors.find(({ id }) => id === who)?.name)).toEqual([side]);
});
