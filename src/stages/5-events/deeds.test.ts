import { expect, test } from "vitest";
import { read } from "../../index.ts";

const told = async (text: string) => {
  const { events, claims, actors } = await read(text, { name: "x.txt", published: "2020-05-05" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((a) => a.id === id)!.name);
  return { events, claims, names };
};

test.each([
  ["Police foiled an attempt by militants to blow up a bridge near Quetta.", "violence/bombing", ["militants"]],
  ["Security forces foiled a bid by gunmen to attack a church in Kaduna.", "violence/armed-attack", ["gunmen"]],
  ["The army frustrated an attempt by the rebels to kidnap a priest in Goma.", "violence/abduction", ["rebels"]],
  ["An attempt by insurgents to seize the airport was foiled by the guards.", "force/seize-territory", ["insurgents"]],
  ["Troops thwarted a new attempt by Al-Shabaab to storm Kismayo.", "violence/armed-attack", ["Al-Shabaab"]],
])("an attempt is the deed of who made it: %s", async (text, type, agent) => {
  const { events, names } = await told(text);
  expect(events.map((event) => [event.type, event.stage, names(event.agent)])).toEqual([[type, "attempted", agent]]);
});

test.each([
  ["The general ordered his troops to shell the town of Kutum.", ["general", "general's troops"]],
  ["The commander sent fighters to attack a convoy near Beni.", ["commander", "fighters"]],
  ["The governor told his guards to open fire on the crowd.", ["governor", "governor's guards"]],
  ["Moscow sent warplanes to strike a depot near Lviv.", ["Government of Russia"]],
])("who has others do it does it with them: %s", async (text, agent) => {
  const { events, names } = await told(text);
  expect(events.map((event) => names(event.agent))).toEqual([agent]);
});

test.each([
  ["Israeli jets bombed a camp near Tyre.", ["Israeli armed forces"]],
  ["Turkish warplanes struck PKK camps in Dohuk.", ["Turkish air force"]],
  ["Drones hit a school in Kutum.", []],
])("what flies is of the side that is named with it: %s", async (text, agent) => {
  const { events, names } = await told(text);
  expect(events.map((event) => names(event.agent))).toEqual([agent]);
});

test.each([
  [
    "In retaliation for the killing of six herders, Misseriya militiamen attacked the village of Kolom and killed nine farmers.",
    [["herders"], ["farmers"]],
    [[], ["Misseriya"]],
  ],
  ["Gunmen attacked the town of Gao to avenge the death of four traders.", [[], ["traders"]], [["gunmen"], []]],
  ["The militia burned twelve houses in revenge for the murder of a chief.", [[], ["chief"]], [["militia"], []]],
])("what is avenged is a deed of its own: %s", async (text, target, agent) => {
  const { events, names } = await told(text);
  expect(events.map((event) => names(event.target))).toEqual(target);
  expect(events.map((event) => names(event.agent))).toEqual(agent);
});

test("what is avenged keeps its own toll, and its own kind", async () => {
  const { events, claims } = await told(
    "Israeli jets bombed a camp near Tyre in retaliation for the killing of two soldiers.",
  );
  expect(events.map(({ type }) => type)).toEqual(["violence/air-strike", "violence/armed-attack"]);
  const counted = claims.flatMap(({ event, counts }) => counts.map(({ low }) => [event, low]));
  expect(counted).toEqual([["e2", 2]]);
});

test.each([
  ["Rebels attacked an army camp near Gao on Sunday.", ["army"]],
  ["Gunmen stormed a police post in Kandahar.", ["Afghan police"]],
  ["Militants ambushed a UN convoy near Kidal.", ["United Nations"]],
  ["Fighters shelled a Turkish base in northern Iraq.", ["Turkish armed forces"]],
  ["A bomb exploded outside an army checkpoint.", ["army"]],
  ["Gunmen attacked a refugee camp near Goma.", []],
  ["Gunmen attacked the Palestinian camp of Jenin.", []],
  ["The truck was hit by a mine near Beni.", []],
])("a camp, post or convoy of a side is that side: %s", async (text, target) => {
  const { events, names } = await told(text);
  expect(events.map((event) => names(event.target))).toEqual([target]);
});

test.each([
  ["Police arrested nine students on Monday and released them on Tuesday.", ["coercion/arrest", "force/release"]],
  ["Soldiers detained forty villagers; all of them were freed on Friday.", ["coercion/arrest", "force/release"]],
  ["The police arrested two reporters in Bamako, but let them go after an hour.", ["coercion/arrest", "force/release"]],
  ["Gunmen kidnapped a priest in Jos. The priest was released on Sunday.", ["violence/abduction", "force/release"]],
  ["Police kidnapped two students in Iguala.", ["violence/abduction"]],
  ["The army captured two rebels near Goma.", ["coercion/arrest"]],
  ["Troops destroyed an arsenal of the rebels near Beni.", ["force/weapons-find"]],
  ["Soldiers destroyed a weapons depot belonging to the group.", ["force/weapons-find"]],
  ["Israeli jets destroyed a weapons depot near Damascus.", ["violence/air-strike"]],
  ["Gunmen burned two police vehicles in Kisumu.", ["violence/arson"]],
])("types: %s", async (text, types) => {
  expect((await told(text)).events.map(({ type }) => type)).toEqual(types);
});
