import { expect, test } from "vitest";
import { read } from "../../../index.ts";

/** "by doers on whom" of the first event. */
async function partiesOf(text: string): Promise<string> {
  const { events, actors } = await read(text, { name: "report.txt" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)!.name).join(", ");
  return `by ${names(events[0]!.agent)} on ${names(events[0]!.target)}`;
}

test.each([
  ["Nine rebels killed in Goma", "by  on rebels"],
  ["At least nine rebels killed in Goma", "by  on rebels"],
  ["Mayor kidnapped in Goma", "by  on mayor"],
  ["Rebels killed in two attacks in Goma", "by  on rebels"],
  ["Nine rebels killed by soldiers in Goma", "by soldiers on rebels"],
  // those counted behind the verb are whom it befell
  ["Rebels killed at least nine soldiers in Goma.", "by rebels on soldiers"],
  ["Suspected rebels killed at least 25 villagers and guards on Sunday.", "by rebels on villagers, guards"],
  ["Rebels killed up to 50 soldiers.", "by rebels on soldiers"],
  ["Rebels killed as many as 50 soldiers.", "by rebels on soldiers"],
  ["Rebels killed between 40 and 50 soldiers.", "by rebels on soldiers"],
  ["Rebels killed close to 50 soldiers.", "by rebels on soldiers"],
  ["Rebels killed at least nine in Goma.", "by rebels on "],
  ["The rebels killed without mercy.", "by rebels on "],
])("headlines without auxiliaries, and sentences with an object: %s", async (text, expected) => {
  expect(await partiesOf(text)).toBe(expected);
});
