import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Agents and targets of each event of a text, by name. */
async function parties(text: string): Promise<(readonly [string[], string[]])[]> {
  const { events, actors } = await read(text, { name: "x.txt", published: "2024-05-08" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((a) => a.id === id)!.name);
  return events.map(({ agent, target }) => [names(agent), names(target)]);
}

test.each([
  ["Rebel leader Adam Bakhit said his men had burned a church.", "Adam Bakhit's men"],
  ["The warlord said his fighters had burned a church.", "leader's fighters"],
  ["General Ahmed Nour of the Rapid Support Forces said his forces had burned a church.", "Rapid Support Forces"],
  ["President Bola Tinubu of Nigeria said his troops had burned a church.", "Nigerian armed forces"],
  ["Joseph Kony's fighters were there, a priest said. His men burned a church.", "Lord's Resistance Army"],
  // left alone: the body's own men are the body
  ["The Tigray People's Liberation Front said its troops had burned a church.", "Tigray People's Liberation Front"],
  ["Colonel Doumbia of the Malian army said his soldiers had burned a church.", "Malian armed forces"],
  ["The men of the village burned a church.", "men of the village"],
])("whose men they are is said: %s", async (text, agent) => {
  expect((await parties(text)).map(([agents]) => agents)).toEqual([[agent]]);
});

test.each([
  ["Police beat off the bandits on Monday, killing three of their men.", "armed men"],
  ["Police said gunmen had killed two of their officers in Karachi.", "Pakistani police"],
  ["The rebels ambushed the army on Monday. The army killed two of their fighters.", "rebels"],
])("who kills kills not his own: %s", async (text, target) => {
  expect((await parties(text)).at(-1)![1]).toContain(target);
});

test.each([
  ["Activists accused the army of having shelled the market.", ["army"]],
  ["Residents blamed the militia for burning the church.", ["militia"]],
  ["The army attacked the village for sheltering rebels.", ["army"]],
  ["The army shelled the market after accusing the rebels of hiding there.", ["army"]],
  ["The army shelled the market before leaving.", ["army"]],
  ["Two traders were shot dead by gunmen in Tibu, the mayor said.", ["gunmen"]],
  ["Two traders were shot dead by the road in Tibu, the mayor said.", []],
])("the one accused did it, and not who accuses: %s", async (text, agent) => {
  expect((await parties(text))[0]![0]).toEqual(agent);
});

test.each([
  ["GAZA - The Zionist enemy's planes bombed a house in Rafah.", "Israeli armed forces"],
  ["KYIV - The orcs shelled Kherson.", "Russian armed forces"],
  ["KHARTOUM - The Rapid Support Forces took Nyala. The paramilitary burned a church.", "Rapid Support Forces"],
  ["NDJAMENA - The enemy burned a church.", "opponent"],
  ["BOGOTA - The FARC burned a school. A paramilitary abducted a nun.", "paramilitary"],
])("nicknames of a side where it fights: %s", async (text, agent) => {
  expect((await parties(text)).at(-1)![0]).toEqual([agent]);
});

test.each([
  [
    "SIDON - Hezbollah targeted enemy soldiers near Khiam. The Zionist enemy shelled Odaisseh.",
    0,
    "Israeli armed forces",
  ],
  ["SIDON - The Zionist enemy shelled Odaisseh. Hezbollah attacked the enemy near Khiam.", 1, "Israeli armed forces"],
  ["SIDON - Hezbollah targeted soldiers near Khiam.", 0, "Lebanese armed forces"],
  ["MOPTI - The rebels killed dozens of soldiers and Russian mercenaries near Kidal.", 0, "Russian fighters"],
  [
    "The Karenni Nationalities Defence Force spoke on Monday. Soldiers had attacked the resistance group.",
    0,
    "Karenni Nationalities Defence Force",
  ],
])("the enemy is whom the report calls so: %s", async (text, event, target) => {
  expect((await parties(text))[event]![1]).toContain(target);
});

test.each([
  ["Hezbollah shelled the Israeli army near Tyre on Monday. The Israeli army then shelled Khiam.", 2],
  ["Hezbollah shelled the Israeli army near Tyre on Monday. Hezbollah shelled the post again.", 1],
])("what the stricken strike is another strike: %s", async (text, count) => {
  expect(await parties(text)).toHaveLength(count);
});
