import { expect, test } from "vitest";
import { read } from "../../index.ts";

const types = async (text: string) =>
  (await read(text, { name: "x.txt", published: "2020-05-05" })).events.map((event) => event.type);

/** What a word means by what stands with it: weapons, doers, what is done to whom. */
test.each([
  ["Militants attacked an army post with rifles and grenades.", "violence/armed-attack"],
  ["Militants attacked an army post with grenades.", "violence/bombing"],
  ["A kamikaze drone crashed into an oil depot in Belgorod.", "violence/air-strike"],
  ["A suicide car bomb struck a convoy in Kandahar.", "violence/bombing/suicide"],
  ["A girl set off explosives strapped to her body at a checkpoint.", "violence/bombing"],
  ["Warplanes carried out seven raids on Gharyan.", "violence/air-strike"],
  ["Police carried out seven raids in Gharyan.", "force/raid"],
  ["Air defences destroyed nine drones over the port of Odesa.", "violence/shootdown"],
  ["The jet was hit by a missile and crashed near Luena.", "violence/shootdown"],
  ["Settlers opened fire at shepherds south of Hebron.", "violence/armed-attack"],
  ["Settlers attacked the house of a farmer south of Hebron.", "protest/riot"],
  ["Protesters clashed with police in Nairobi.", "protest/riot"],
  ["Rebels clashed with police in Nairobi.", "violence/armed-clash"],
  ["Soldiers looted the shops of Bor.", "violence/arson"],
  ["A mob looted the shops of Bor.", "protest/riot"],
  ["Agents captured a leader of the movement in Lima.", "coercion/arrest"],
  ["The movement captured two policemen in Lima.", "violence/abduction"],
  ["Two militants were hanged in Gazipur jail.", "coercion/sentence"],
  ["Students held a sit-in at the university of Dakar.", "protest/demonstration"],
  ["The cease-fire took effect in Taiz at noon.", "force/ceasefire"],
  ["Three people died in a drive-by shooting in Cali.", "violence/armed-attack"],
])("%s", async (text, type) => {
  expect(await types(text)).toEqual([type]);
});

/** Speaking is an event only where nothing told, asked or agreed is one. */
test.each([
  ["The front agreed to free the hostages.", "force/release"],
  ["The front agreed to talk about the border.", "speech/agreement"],
  ["The gang threatened the villagers of Bor.", "speech/threat"],
  ["The gang threatened to burn the village of Bor.", "violence/arson"],
])("%s", async (text, type) => {
  expect(await types(text)).toEqual([type]);
});

test.each([
  "A barrage of lawsuits hit the company.",
  "She fired her campaign manager on Monday.",
  "A gas explosion destroyed a restaurant in the city centre.",
  "The firm hit its target for sales in May.",
  "He was shelling out millions for a new house.",
  "Our surgical boxes were taken off the lorry.",
])("tells of no event: %s", async (text) => {
  expect(await types(text)).toEqual([]);
});
