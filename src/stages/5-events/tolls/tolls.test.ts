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
    // a sum is of the deeds that it names, and of no other
    [
      "At least 108 civilians have been killed in drone strikes by the army since January, the monitor said.",
      ["killed 108+ civilians"],
    ],
    ["A mine in Kaga killed a nurse. More than 400 people have been killed since January.", ["killed 1 nurse"]],
    ["Between 19 and 24 soldiers were killed in the attack on Kaga.", ["killed 19-24 soldiers"]],
    ["Between 2012 and 2014 soldiers were killed in Kaga.", []],
    // who speaks is not counted; one man called twice is one
    ["Gunmen opened fire at a market in Kaga, killing nine people, two guards said.", ["killed 9 people"]],
    ["The blast in Kaga killed three soldiers and a policeman, doctors said.", ["killed 4 soldiers, policeman"]],
    ["The raid on Kaga killed a farmer, Ahmed Ali, and his two sons, relatives said.", ["killed 3 farmer, sons"]],
    ["The wounded number 19, the hospital said after the bombing of Kaga.", ["wounded 19 people"]],
    ["After the raid on Kaga the ward on floor number 19 was full.", []],
    [
      'The army put the dead at 68 and the injured at "at least 142" after the raid on Kaga.',
      ["killed 68 people", "wounded 142+ people"],
    ],
    ["The toll of the attack on Kaga rose from 12 to 18, a nurse said.", ["killed 12 people", "killed 18 people"]],
    ["By the ministry's count 23 died in the raid on Kaga.", ["killed 23 people"]],
    ["Killed: 12. Wounded: 31. So the hospital after the raid on Kaga.", ["killed 12 people", "wounded 31 people"]],
    [
      "A bomb killed at least 66 people and wounded 197 in Kaga, the health ministry said on Sunday. Late on Saturday it had spoken of 58.",
      ["killed 66+ people", "wounded 197 people", "killed 58 people"],
    ],
    ["Militants left between 19 and 24 soldiers dead in an attack on Kaga.", ["killed 19-24 soldiers"]],
    ["The attack on Kaga cost 13 lives, the police reported.", ["killed 13 people"]],
    ["The committee has a list of 745 names of people killed in the massacre in Kaga.", ["killed 745 people"]],
    // bodies and losses
    [
      "A bomb went off in Kaga. Officials put the number of bodies brought in to the morgue at six.",
      ["killed 6 people"],
    ],
    ["Gunmen attacked a farm in Kaga. Villagers found seven bodies in the maize.", ["killed 7 people"]],
    ["Soldiers shelled Kaga. The remains of nine people were taken to Dora, a nurse said.", ["killed 9 people"]],
    ["The ministry admits to the loss of 12 soldiers in the fight for Kaga.", ["killed 12 soldiers"]],
    ["The army lost two helicopters and a colonel in the battle.", ["killed 1 colonel in the battle"]],
    ["The attack on Kaga cost the rebels 25 fighters, the army said.", ["killed 25 fighters"]],
    ["The rockets fired at Kaga caused no injuries.", ["wounded 0 people"]],
    ["Shelling of Kaga: 40 dead, 12 wounded.", ["killed 40 people", "wounded 12 people"]],
    ["Rebels lost 15 fighters and the army six in clashes.", ["killed 15 fighters", "killed 6 people"]],
    ["The blast in Kaga wounded nine. Of the nine, four lost weight, a surgeon said.", ["wounded 9 people"]],
    ["The region lost 12 doctors to emigration after the attack on Kaga.", []],
    ["The convoy lost four lorries in the ambush.", []],
    ["The governing bodies of two hospitals met after the attack on Kaga.", []],
    // nobody in number
    ["Eight people were shot at a university in Kaga.", ["killed-or-wounded 8 people"]],
    ["Police shot and killed two men in Kaga.", ["killed 2 men in Kaga"]],
    ["Gunmen shot a driver in Kaga.", []],
    ["Rumours that the emir of Kaga was killed on Monday are unfounded.", []],
    ["The army denied that 12 of its soldiers had been killed in Kaga.", ["killed 12 its soldiers"]],
    // parts
    [
      "At least 45 people, including 30 civilians and five attackers, died in the assault on Kaga.",
      ["killed 45+ people", "killed 30 civilians", "killed 5 attackers"],
    ],
    [
      "The attack on Kaga killed nine people. Three of the dead were children, police said.",
      ["killed 9 people", "killed 3 children"],
    ],
    ["The attack on Kaga killed nine people. Three of the dead were old, police said.", ["killed 9 people"]],
    ["The raid killed a commander and three guards, for a total of four dead.", ["killed 4 commander, guards"]],
    [
      "Soldiers murdered thirty-five villagers in Kaga. A farmer who lost his wife and four of his children in the attack wept.",
      ["killed 35 villagers in Kaga"],
    ],
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
    [
      "The dead of the raid on Kaga were 32 men, a woman and a boy of seventeen, the group said.",
      ["killed 34 men, woman, boy of seventeen"],
    ],
    ["A gunman killed a family of six in Kaga.", ["killed 6 family of six"]],
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
