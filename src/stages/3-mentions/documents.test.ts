import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Names of the speakers of all claims, each once. */
async function speakers(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return [...new Set(claims.map(({ source }) => actors.find((actor) => actor.id === source)!.name))];
}

test.each([
  [
    "In a statement, the group said it had attacked the base. The statement added that 14 soldiers were killed.",
    "group",
  ],
  [
    "The ministry issued a statement on Monday. It said nine rebels had been killed. The text added that two soldiers were wounded.",
    "ministry",
  ],
  [
    "A statement by the Islamic State said its fighters had bombed the church. The communique said 30 people were killed.",
    "Islamic State",
  ],
  [
    "In a message posted online, al-Shabab claimed the attack. The message said the bomber had killed 20 soldiers.",
    "Al-Shabaab",
  ],
  [
    "A rebel statement sent to news agencies put losses in the ambush at 14 dead. It said that only one guerrilla was killed.",
    "rebels",
  ],
  [
    "The UN mission released a report on Monday. According to the same document, rebels shelled the camp. The document adds that nine people died.",
    "UN mission",
  ],
  ["The commission wrote a report in May. Rebels shelled the camp, according to the report.", "commission"],
  ["Prosecutors filed an indictment on Friday. The indictment says soldiers killed nine prisoners.", "prosecutors"],
])("a document speaks for its author: %s", async (text, author) => {
  expect(await speakers(text)).toEqual([author]);
});

test.each([
  ["The bombing was reported on Monday. The report said nine people were killed.", "report"],
  ["The mayor read the statement. A leaflet said rebels had bombed the church.", "leaflet"],
])("a document whose author nobody names speaks for itself: %s", async (text, document) => {
  expect(await speakers(text)).toContain(document);
});

test("an empty it is nobody", async () => {
  expect(await speakers("The army issued a communique. It is said that rebels bombed the church.")).toEqual([
    "the report",
  ]);
});

/** Names of the agents of all events. */
async function agents(text: string): Promise<string[]> {
  const { events, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return events.flatMap(({ agent }) => agent.map((id) => actors.find((actor) => actor.id === id)!.name));
}

test.each([
  ["A statement released by the militia said it had ambushed a convoy.", ["militia"]],
  ["A statement released on Monday by the Kinfi Front said it had ambushed a convoy.", ["Kinfi Front"]],
  ["A communique issued by the rebels said they had ambushed a convoy.", ["rebels"]],
  // a paper does nothing, nor does who only passed it on
  ["A statement said it had ambushed a convoy.", []],
  ["A video released by the Syrian Observatory said it had ambushed a convoy.", []],
  ["The army said rebels had ambushed a convoy. A statement released by the mayor confirmed it.", ["rebels"]],
])("who issued a statement speaks of himself in it: %s", async (text, expected) => {
  expect(await agents(text)).toEqual(expected);
});

test.each([
  ["We shot three rebels, the commander said.", ["commander"]],
  ["The commander of the Kaga Front said: We killed nine soldiers.", ["Kaga Front"]],
  ["We killed nine soldiers in Goma, according to the commander of the Kaga Front.", ["Kaga Front"]],
  ["The commander said that we had shot three rebels.", ["the report"]],
  ["We shot three rebels.", ["the report"]],
])("who says we without quotation marks: %s", async (text, expected) => {
  expect(await agents(text)).toEqual(expected);
});
