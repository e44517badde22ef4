import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker act polarity certainty" of each claim, with its figures. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05", outlet: "Lakes Wire" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, act, polarity, certainty, counts }) =>
    [name(source), act, polarity, certainty, ...counts.map((c) => `${c.harm} ${c.low}`)].join(" "),
  );
}

test.each([
  ["Soldiers killed nine people, went the rumour.", ["Lakes Wire state positive unknown killed 9"]],
  ["Rebels burned the village, or so the rumour goes.", ["Lakes Wire state positive unknown"]],
  ["The rumour went that soldiers killed nine people.", ["Lakes Wire state positive unknown killed 9"]],
  ["Rumour has it that rebels attacked the town.", ["Lakes Wire state positive unknown"]],
  ["The attack, if it happened, left no trace.", ["Lakes Wire state positive unknown"]],
  ["If confirmed, the raid on Kinfi would be the first this year.", ["Lakes Wire state positive unknown"]],
  ["If the reports are confirmed, the attack would be the third.", ["Lakes Wire state positive unknown"]],
  ["The attack, which happened at dawn, left nine dead.", ["Lakes Wire state positive certain killed 9"]],
  [
    "Rebels raided the town on Monday, killing nine. If confirmed, the attack would be the deadliest this year.",
    ["Lakes Wire state positive certain killed 9"],
  ],
  ["The story of the attack was long. Rebels attacked the town.", ["Lakes Wire state positive certain"]],
])("what a rumour or a condition leaves open: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["The rebels pretended to attack Kinfi.", []],
  ["The rebels feigned an attack on Kinfi.", []],
  ["Far from attacking Kinfi, the rebels left.", ["Lakes Wire deny negative certain"]],
  ["The army neither shelled nor burned the camp.", ["Lakes Wire deny negative certain"]],
  [
    "The army did not attack the village but shelled the camp.",
    ["Lakes Wire deny negative certain", "Lakes Wire state positive certain"],
  ],
  ["The rebels never attacked the town or shelled the camp.", ["Lakes Wire deny negative certain"]],
  ["The army gave no figure but said 30 rebels had been killed.", ["army state positive certain killed 30"]],
  ["The blast killed 15, not 12 as first reported.", ["Lakes Wire state positive certain killed 15"]],
  ["The bomb killed 15 people, not nine as the army said.", ["Lakes Wire state positive certain killed 15"]],
  ["As first reported, the blast killed 15.", ["Lakes Wire state positive probable killed 15"]],
  ["The bomb almost killed the mayor.", ["Lakes Wire state positive certain"]],
  ["The gunmen tried to kill nine officers.", ["Lakes Wire state positive certain"]],
  ["The strike almost destroyed the market and killed nine people.", ["Lakes Wire state positive certain killed 9"]],
  ["The rebels nearly captured the town, killing nine soldiers.", ["Lakes Wire state positive certain killed 9"]],
])("what did not happen, and what did beside it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  [
    "Rebels killed nine soldiers and, the mayor said, two children.",
    ["Lakes Wire state positive certain killed 9", "mayor state positive certain killed 2"],
  ],
  ["Rebels shot nine men and, in Kinfi, two women.", ["Lakes Wire state positive certain killed-or-wounded 11"]],
  ["The army's version, that rebels fired first, was disputed.", ["army state positive certain"]],
  ["The army denied the charge: rebels had shelled the camp, it said.", ["army state positive certain"]],
  ["The army denied the charge: rebels had shelled the camp.", ["army state positive certain"]],
  [
    "The army said rebels burned the village. Residents said otherwise.",
    ["army state positive certain", "residents deny negative certain"],
  ],
  [
    "The army said rebels killed nine men. Residents disagreed.",
    ["army state positive certain killed 9", "residents deny negative certain"],
  ],
  ["The army denied shelling the camp. Residents said otherwise.", ["army deny negative certain"]],
  [
    "Rebels killed nine men. Residents disagreed about the number of attackers.",
    ["Lakes Wire state positive certain killed 9"],
  ],
  ["Any column that enters Kinfi will be destroyed, the rebels said.", ["rebels threaten positive certain"]],
  [
    "A bomb killed nine people. Police suspect rebels were behind it.",
    ["Lakes Wire state positive certain killed 9", "police suspect positive probable"],
  ],
  [
    "Army denies killing nine in Kinfi, admits raid.",
    ["army deny negative certain killed 9", "army confirm positive certain"],
  ],
  [
    "Rebels claim attack on Kinfi, deny killing civilians.",
    ["rebels claim-responsibility positive certain", "rebels deny negative certain"],
  ],
  ["Rebels kill nine soldiers, seize base.", ["Lakes Wire state positive certain killed 9"]],
  [
    "Five people were killed according to the local council, seven according to the hospital.",
    ["local council state positive certain killed 5", "hospital state positive certain killed 7"],
  ],
  [
    "Residents accused soldiers of burning 30 houses. An army spokesman called the allegation baseless.",
    ["residents accuse positive certain", "army deny negative certain"],
  ],
  [
    "Gunmen killed nine people. None of the claims could be confirmed.",
    ["Lakes Wire state positive certain killed 9", "Lakes Wire doubt positive unknown"],
  ],
  [
    "Two aid workers kidnapped in April were freed. The charity denied that a ransom had been paid.",
    ["Lakes Wire state positive certain"],
  ],
  ["Had our fighters wished to strike the capital, they would have struck the palace.", []],
  [
    "The minister said: those who raise arms against the state will share the fate of the others.",
    ["minister threaten positive certain"],
  ],
  [
    "A bomb killed nine men. The governor accused the rebels of planting it.",
    ["Lakes Wire state positive certain killed 9", "governor accuse positive certain"],
  ],
  [
    "A bomb killed nine men. The governor blamed the rebels.",
    ["Lakes Wire state positive certain killed 9", "governor accuse positive certain"],
  ],
])("whose words they are: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["It was rebels, said the mayor, who shot the nine men.", "rebels"],
  ["It was soldiers, residents said, who burned the market.", "soldiers"],
  ["It was the mayor who said that rebels shot nine men.", "rebels"],
])("who did it: %s", async (text, agent) => {
  const { events, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  expect(events.flatMap((e) => e.agent.map((id) => actors.find((a) => a.id === id)!.name))).toEqual([agent]);
});
