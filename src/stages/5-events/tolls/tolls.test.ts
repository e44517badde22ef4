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
      ["killed 1 Marine", "killed 15 Iraqi civilians in Haditha"],
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
    // one person, told without a number
    ["A sniper killed the driver and wounded his cousin in Kaga.", ["killed 1 driver", "wounded 1 his cousin"]],
    ["In Kaga gunmen killed an elderly couple and a woman of 92.", ["killed 3 elderly couple, woman of 92"]],
    ["Nine soldiers died in the raid on Kaga. The driver was killed at the gate.", ["killed 9 soldiers"]],
    ["The brigade wiped out a whole column near Kaga.", []],
    ["Soldiers killed a family in Kaga.", []],
    ["Police came to Kaga to arrest the driver.", []],
    ["The rebels threatened to kill a banker and a judge.", []],
    ["The rebels threatened to kill two bankers.", ["killed 2 bankers"]],
    ["A wounded teacher said that jets had bombed the school in Kaga.", []],
    [
      "Gunmen attacked a bus in Kaga. Three wounded soldiers reached the hospital, a nurse said.",
      ["wounded 3 wounded soldiers"],
    ],
    // no figures
    ["The rebels attacked Kaga on Monday. There is no figure for the dead.", []],
    ["Gunmen took an unknown number of villagers from Kaga on Monday.", []],
    [
      "Nine people were killed in Kaga. A driver said that he had passed at eight and had waited until ten.",
      ["killed 9 people"],
    ],
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
