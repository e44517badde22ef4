import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Who did it, by name, in each event. */
async function agents(text: string): Promise<string[]> {
  const { actors, events } = await read(text);
  return events.map(({ agent }) => agent.map((id) => actors.find((a) => a.id === id)!.name).join(" "));
}

test.each([
  // a doer behind the noun of a deed belongs to it, whatever the verb
  ["Four people died in an attack by rebels.", ["rebels"]],
  ["Four people died on Monday in a raid by gunmen on a bar.", ["gunmen"]],
  ["Four people died in a blast caused by rebels.", ["rebels"]],
  ["Nine houses were burned in an attack by rebels.", ["rebels"]],
  // who is believed to have been killed did not do it; who was to have attacked would have
  ["A rebel leader is believed to have been killed in Kaga.", [""]],
  ["The rebels are believed to have killed nine men.", ["rebels"]],
  ["The rebels were to have attacked a base.", ["rebels"]],
  // another "by"
  ["Two men came to the site of the attack by bus.", [""]],
  ["The army opened an inquiry into the attack by the end of the week.", [""]],
  ["A child died after the attack by the river.", [""]],
])("%s", async (text, expected) => {
  expect(await agents(text)).toEqual(expected);
});
