import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker via relays act polarity harm figure" of each claim, in the order of the text. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, via, act, polarity, counts }) =>
    [
      name(source),
      ...via.slice(0, -1).map((id) => `via ${name(id)}`),
      act,
      ...(polarity === "negative" ? ["not"] : []),
      ...counts.map((c) => `${c.harm} ${c.low}`),
    ].join(" "),
  );
}

test.each([
  [
    "The army shelled the market and, according to residents, burned the school.",
    ["the report state", "residents state"],
  ],
  ["Rebels attacked the post and, said the mayor, burned two houses.", ["the report state", "mayor state"]],
  ["Police fired tear gas and, according to the opposition, live bullets at protesters.", ["the report state"]],
  // about the whole
  ["The army shelled the market and burned the school, according to residents.", ["residents state"]],
  ["The army, according to residents, shelled the market and burned the school.", ["residents state"]],
])("what is put in behind a conjunction is about what it joins: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  [
    "Nine soldiers died in an attack that Islamic State claimed in a statement.",
    ["the report state killed 9", "Islamic State claim-responsibility"],
  ],
  [
    "Nine soldiers died in an attack claimed by Islamic State.",
    ["the report state killed 9", "Islamic State claim-responsibility"],
  ],
  [
    "Nine soldiers died in an attack on Kaga, which Islamic State claimed.",
    ["the report state killed 9", "Islamic State claim-responsibility"],
  ],
  [
    "The bridge was bombed on Friday. Islamic State claimed it.",
    ["the report state", "Islamic State claim-responsibility"],
  ],
  [
    "The bridge was bombed on Friday. Islamic State said it was behind it.",
    ["the report state", "Islamic State claim-responsibility"],
  ],
  ["The bridge was bombed on Friday. Islamic State claimed that it was poor.", ["the report state"]],
  ["Nine soldiers died in an attack that the mayor called a crime.", ["the report state killed 9"]],
])("a deed that is claimed in a clause of its own: %s", async (text, expected) => {
  expect((await claimsOf(text)).slice(0, 2)).toEqual(expected);
});

test.each([
  [
    "Clashes between the army and the rebels broke out in Kaga. Each side blamed the other.",
    ["army accuse", "rebels accuse"],
  ],
  [
    "Clashes between the army and the rebels broke out in Kaga. Both sides accused each other of firing first.",
    ["army accuse", "rebels accuse"],
  ],
  ["Clashes broke out in Kaga. Each side blamed the other.", ["side accuse"]],
  ["Rebels attacked Kaga. The other side of the river was quiet.", []],
])("each side is one of the two told of before: %s", async (text, expected) => {
  expect((await claimsOf(text)).slice(1)).toEqual(expected);
});

test.each([
  [
    "UN peacekeepers reported 46 dead in the raid on Kaga; the provincial government says 41.",
    ["UN peacekeepers state killed 46", "provincial government state killed 41"],
  ],
  ["Residents reported 46 dead in the raid on Kaga; the priest said a prayer.", ["residents state killed 46"]],
  [
    'The army rejected accusations by Amnesty that its soldiers had killed villagers in Kaga, calling the report "a total fabrication".',
    ["army deny not", "Amnesty International accuse"],
  ],
  ["French forces said they had not carried out any strike in the area of Kaga.", ["French armed forces deny not"]],
])("another figure, another word for a denial: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  [
    "Hamas said its fighters had killed nine soldiers. The statement was carried by Reuters.",
    ["Hamas via Reuters claim-responsibility killed 9"],
  ],
  [
    "Hamas said its fighters had killed nine soldiers, in a statement carried by Reuters and translated by SITE.",
    ["Hamas via Reuters via SITE Intelligence Group claim-responsibility killed 9"],
  ],
  // nobody passes it on
  [
    "Hamas said its fighters had killed nine soldiers. A video of a wedding was carried by Reuters.",
    ["Hamas claim-responsibility killed 9"],
  ],
  [
    "Hamas said its fighters had killed nine soldiers. The statement was read at noon.",
    ["Hamas claim-responsibility killed 9"],
  ],
])("a document whose carrier is named afterwards: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["There was speculation that rebels had attacked Kaga.", ["the report suspect"]],
  ["The mayor's insistence that rebels had attacked Kaga convinced nobody.", ["mayor state"]],
  [
    "The daily Horizon said on its website that, according to the mayor, rebels had attacked Kaga.",
    ["mayor via Horizon state"],
  ],
  ["A video released by the group showed its fighters attacking the base.", ["group claim-responsibility"]],
  ["A video showed soldiers shooting nine men in Kaga.", ["video state killed-or-wounded 9"]],
  // who tells of the whole, and what is only shown
  ["Rebels had attacked Kaga, the daily Horizon said, according to the mayor.", ["Horizon via mayor state"]],
  ["The museum showed a film. Rebels attacked Kaga on Monday.", ["the report state"]],
])("whose the words are: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

/** Names of the agents of all events. */
async function agents(text: string): Promise<string[]> {
  const { events, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return events.flatMap(({ agent }) => agent.map((id) => actors.find((actor) => actor.id === id)!.name));
}

test.each([
  ["The claim that rebels shot nine men in Kaga was made by the mayor.", ["rebels"]],
  ["A spokesman for the Kaga Front told Al Jazeera that it had attacked the base.", ["Kaga Front"]],
  ["The attack on Kaga was carried out by the rebels.", ["rebels"]],
])("who makes a claim or is told of a deed did not do it: %s", async (text, expected) => {
  expect(await agents(text)).toEqual(expected);
});

/** Stage of the first event with the polarity of its first claim. */
async function stageOf(text: string): Promise<string> {
  const { events, claims } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return `${events[0]?.stage} ${claims[0]?.polarity}`;
}

test.each([
  ["The rebels almost captured Kaga.", "attempted positive"],
  ["The rebels stopped short of attacking Kaga.", "accomplished negative"],
  ["The rebels narrowly missed killing the mayor.", "accomplished negative"],
  ["Nearly 40 people were killed in an attack on Kaga.", "accomplished positive"],
  ["The rebels attacked Kaga, and were short of fuel.", "accomplished positive"],
])("not quite done: %s", async (text, expected) => {
  expect(await stageOf(text)).toBe(expected);
});
