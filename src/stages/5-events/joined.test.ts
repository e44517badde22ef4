import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "type by doers on whom" of each event, with its stage where it is not done, in the order of the text. */
async function eventsOf(text: string): Promise<string[]> {
  const { events, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)!.name).join(", ");
  return events.map(({ type, agent, target, stage }) =>
    `${type.split("/")[1]} by ${names(agent)} on ${names(target)}${stage === "accomplished" ? "" : ` (${stage})`}`.trim(),
  );
}

test.each([
  ["Fourteen soldiers were killed when rebels overran a base in Lumo.", ["seize-territory by rebels on soldiers"]],
  ["Nine people died when gunmen stormed a market in Lumo.", ["armed-attack by gunmen on people"]],
  // who surrenders does so to those who attack, and not the other way round
  [
    "Troops stormed the camp. Nine rebels were killed and twelve surrendered.",
    ["armed-attack by troops on rebels", "surrender by  on"],
  ],
  // killing outweighs the booty; a find alone is one
  [
    "The group said its men had killed 22 soldiers, burned two trucks and seized ammunition.",
    ["armed-attack by group on soldiers"],
  ],
  ["Soldiers found a cache of rifles in Lumo.", ["weapons-find by soldiers on"]],
  // what flies in is no part of what was done on foot, and two towns are two spots
  [
    "Gunmen killed nine farmers. Drones struck a camp, residents said.",
    ["massacre by gunmen on farmers", "air-strike by  on"],
  ],
  [
    "Gunmen attacked a village in Goma. Rebels burned a post in Sake.",
    ["armed-attack by gunmen on", "arson by rebels on"],
  ],
  ["Jets struck a camp in Lumo. Drones struck a market there.", ["air-strike by  on"]],
  ["The army attacked Lumo. Its jets struck two houses.", ["air-strike by army on"]],
  // going after the doers is no part of what they did
  [
    "Rebels stormed a village and killed a teacher. The army pursued the attackers and killed two.",
    ["armed-attack by rebels on teacher", "raid by army on rebels"],
  ],
  ["Rebels stormed a village and killed a teacher.", ["armed-attack by rebels on teacher"]],
  // a pipeline blown up is no siege; a cut road alone is one
  ["The guerrillas blew up a pipeline and cut the road.", ["bombing by guerrillas on"]],
  ["The rebels have cut the roads to Lumo.", ["siege by rebels on"]],
  ["The archive showed nine photographs. It could not establish when they had been taken.", []],
  ["Gunmen took nine villagers.", ["abduction by gunmen on villagers"]],
  ["Police said 12 died in the raid.", ["raid by  on"]],
  ["Police raided a flat.", ["raid by police on"]],
  ["A court convicted the colonel of murder.", ["sentence by court on colonel"]],
])("what is one event, and what is another: %s", async (text, expected) => {
  expect(await eventsOf(text)).toEqual(expected);
});

test.each([
  [
    "The governor threatened to close the camps to which villagers had fled unless the army returned.",
    ["expel by  on villagers"],
  ],
  [
    "Rebels threatened to kill the hostages whom they had abducted in May.",
    ["massacre by rebels on hostages (threatened)", "abduction by rebels on hostages"],
  ],
  ["The commander threatened to burn the villages that had helped the army.", ["arson by commander on  (threatened)"]],
  ["Our pilots see what they strike.", []],
])("what had happened is no part of a threat: %s", async (text, expected) => {
  expect(await eventsOf(text)).toEqual(expected);
});

test("a threat is not dated by what its victims went through before", async () => {
  const { events } = await read("Rebels threatened to kill the hostages whom they had abducted in May 2025.");
  expect(events.map(({ time }) => time?.start ?? null)).toEqual([null, "2025-05-01"]);
});

test("the outlet's last word names the outlet", async () => {
  const text = "Rebels shelled Lumo, an officer told the Monitor. The Monitor could not reach the army.";
  const { actors, claims } = await read(text, { outlet: "Lake Chad Monitor" });
  expect(actors.filter(({ name }) => /monitor/i.test(name)).map(({ name }) => name)).toEqual(["Lake Chad Monitor"]);
  expect(claims.map(({ via }) => via)).toEqual([["a0"]]);
  const other = await read("Rebels shelled Lumo, an officer told the Monitor.", { outlet: "Lake Wire" });
  expect(other.claims[0]!.via).toHaveLength(2);
});

test.each([
  ["A bomb fell on the market, a resident said, killing a woman and her two children.", "woman's children"],
  ["The mayor said gunmen had shot his brother.", "mayor's brother"],
])("whose they are: %s", async (text, name) => {
  expect((await read(text)).actors.map((actor) => actor.name)).toContain(name);
});

test("what is told of once, and later, gives its type to nothing before it", async () => {
  const text =
    "Gunmen killed nine farmers in Goma. The group claimed the attack. Drones struck a camp in Butembo, residents said.";
  expect(await eventsOf(text)).toEqual(["massacre by gunmen, group on farmers", "air-strike by  on"]);
});

test.each([
  ["The group claimed the attack on Goma in a message published on Monday night.", null],
  ["The group claimed the attack on Goma on Monday in a message.", "2026-03-02"],
])("a message's day is not the deed's: %s", async (text, start) => {
  const { events } = await read(text, { published: "2026-03-05" });
  expect(events[0]!.time?.start ?? null).toBe(start);
});
