import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "type by doers: speaker act" of each claim but the report's own, in the order of the text. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors, events } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims
    .filter(({ source }) => source !== "a0")
    .map(({ event, source, act, certainty }) => {
      const { type, agent } = events.find(({ id }) => id === event)!;
      const how = certainty === "certain" ? act : `${act} ${certainty}`;
      return `${type.split("/")[1]} by ${agent.map(name).join(", ")}: ${name(source)} ${how}`;
    });
}

test.each([
  ["the group said the police had done it", "shelling by police: group state"],
  ["the group said the police were behind it", "shelling by police: group state"],
  ["the group said the police were responsible", "shelling by police: group state"],
  ["the group said the police were to blame", "shelling by police: group state"],
  ['"the police are responsible," the group said', "shelling by police: group state"],
  ['"It was the police," the group said', "shelling by police: group state"],
  ["the group said it was the work of rebels", "shelling by rebels: group state"],
  ["the group said the police had carried out the attack", "shelling by police: group state"],
  ["the group said the police were behind the attack", "shelling by police: group state"],
  ["the police may be responsible, the group said", "shelling by police: group state possible"],
  ["the rebels said they were behind it", "shelling by rebels: rebels claim-responsibility"],
  ['"We did it," the rebels said', "shelling by rebels: rebels claim-responsibility"],
  ["the group said the police had not done it", "shelling by : group deny"],
])("who lays a deed told before on somebody says so: %s", async (said, expected) => {
  const sentence = said.charAt(0).toUpperCase() + said.slice(1);
  expect(await claimsOf(`A camp near Lumo was shelled on Monday. ${sentence}.`)).toEqual([expected]);
});

test.each([
  "The mayor said the police had done nothing.",
  "The mayor said the rescuers had done it well.",
  "The mayor said he was responsible for security.",
  "The mayor said the attack had frightened the town.",
  "The mayor said after the attack that schools would close.",
  '"It was a miracle," the mayor said.',
  "The mayor said it was the police who had closed the road.",
])("other words lay it on nobody: %s", async (said) => {
  expect(await claimsOf(`A camp near Lumo was shelled on Monday. ${said}`)).toEqual([]);
});

test.each([
  ["Rebels attacked Lumo on Monday. The army killed twenty of them.", ["rebels", "army"]],
  ["Gunmen stormed a post in Lumo. Soldiers killed six of the attackers.", ["gunmen", "soldiers"]],
  ["Rebels attacked Lumo on Monday. They killed twenty soldiers.", ["rebels", "soldiers"]],
  ["Rebels attacked Lumo on Monday. A blast killed three of them.", ["rebels", ""]],
])("who strikes down attackers is whom they attacked: %s", async (text, [by, on]) => {
  const { events, actors } = await read(text, { name: "report.txt" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)!.name).join(", ");
  expect([names(events[0]!.agent), names(events[0]!.target)]).toEqual([by, on]);
});
