import { expect, test } from "vitest";
import { read } from "../../index.ts";

const told = async (text: string) => {
  const { events, claims, actors } = await read(text, { name: "x.txt", published: "2020-05-05" });
  const name = (id: string | null) => actors.find((a) => a.id === id)?.name ?? null;
  return { events, claims, name };
};

test.each([
  ["The army repelled three attacks by rebels near Goma on Sunday, killing 12 fighters.", "rebels", "army"],
  ["Rebels said they had repulsed a government offensive in the Masisi hills.", "Government of DR Congo", "rebels"],
  ["The garrison beat back an assault by M23 rebels on the town of Kitchanga.", "March 23 Movement", undefined],
  ["The Somali army thwarted an al-Shabaab attack on its base, killing 17 militants.", "Al-Shabaab", undefined],
  ["M23 attacked the army in Goma. The army repelled two more attacks at dawn.", "March 23 Movement", undefined],
])("who repels an attack stands against it: %s", async (text, agent, target) => {
  const { events, name } = await told(text);
  const repelled = events.find((event) => event.stage === "attempted") ?? events[0]!;
  expect(repelled.type).toBe("violence/armed-attack");
  expect(repelled.agent.map(name)).toEqual([agent]);
  if (target !== undefined) expect(repelled.target.map(name)).toEqual([target]);
});

test("who drives off attackers has fought them", async () => {
  const { events, name } = await told("The village guards drove off the attackers.");
  expect(events.map(({ type, target }) => [type, target.map(name)])).toEqual([["violence/armed-clash", ["attackers"]]]);
});

test.each([
  "The intelligence service said it had prevented a suicide attack on a mosque.",
  "A bombing was averted in Lahore.",
])("what is prevented is not denied: %s", async (text) => {
  const { events, claims } = await told(text);
  expect(events.map(({ stage }) => stage)).toEqual(["attempted"]);
  expect(claims).toMatchObject([{ polarity: "positive" }]);
});

test.each([
  ["M23 attacked the army near Goma. The enemy fled after losing nine men, an army spokesman said.", null],
  [
    'Ukrainian forces shelled Donetsk on Monday. "The enemy lost 30 men when we answered," a Russian army spokesman said.',
    "Ukrainian armed forces",
  ],
  [
    "The Taliban said its fighters ambushed an Afghan army convoy. It said two mujahideen were martyred in the fight.",
    "Taliban",
  ],
  ["The army lost 12 men in the battle with M23 rebels.", "Congolese armed forces"],
  ["The rebels inflicted 30 casualties on the army in an ambush.", "army"],
  ["Seventeen policemen were killed and nine others wounded in the ambush.", "policemen"],
])("whose the losses are: %s", async (text, side) => {
  const { claims, name } = await told(text);
  const sides = claims.flatMap(({ counts }) => counts.map(({ who }) => name(who)));
  if (side !== null) expect([...new Set(sides)]).toEqual([side]);
});

test.each([
  ["More than 400 people have been killed in the insurgency since January.", []],
  ["In total, 444 aircraft have been destroyed since the beginning of the operation.", []],
  ["The conflict has killed more than 30,000 people over the past decade.", []],
  ["Over the last three months 60 people died in such attacks.", []],
  ["In recent months dozens of farmers have been abducted.", ["violence/abduction"]],
  ["Since Monday, 12 people have been killed in shelling.", ["violence/shelling"]],
  ["Since the siege of the town began, 240 residents have died.", ["coercion/siege"]],
  ["An attack in 2014 killed 298 people.", ["violence/massacre"]],
])("a sum over many happenings is no event of its own: %s", async (text, types) => {
  const { events, claims } = await told(text);
  expect(events.map((event) => event.type)).toEqual(types);
  if (types.length === 0) expect(claims).toEqual([]);
});

test("a sum is no toll of the event beside it", async () => {
  const { events, claims } = await told(
    "A mine killed four farmers near Goma on Monday. Mines have killed 89 people this year, an aid group said.",
  );
  expect(events).toHaveLength(1);
  expect(claims.flatMap(({ counts }) => counts.map(({ low }) => low))).toEqual([4]);
});
