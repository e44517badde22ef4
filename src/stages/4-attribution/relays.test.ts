import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker < relay" of each claim. */
async function chains(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { outlet: "Valley Digest", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, via }) => [source, ...via.slice(0, -1)].map(name).join(" < "));
}

test.each([
  ["Speaking to a local radio station, the mayor said rebels had shelled the camp.", "mayor < local radio station"],
  ["A resident, speaking to Al Jazeera, said rebels had shelled the camp.", "resident < Al Jazeera"],
  ["Interviewed by the BBC, the mayor said rebels had shelled the camp.", "mayor < BBC"],
  ["The rebels claimed the raid in a call to a local newspaper.", "rebels < local newspaper"],
  ["The mayor said through a translator that rebels had shelled the camp.", "mayor < translator"],
  ["The mayor said on state television that rebels had shelled the camp.", "mayor < state television"],
])("passed on: %s", async (text, chain) => expect(await chains(text)).toEqual([chain]));

test.each([
  ["The mayor said on television that rebels had shelled the camp.", "mayor"],
  ["The mayor said by radio that rebels had shelled the camp.", "mayor"],
  ["On his Telegram channel, the mayor wrote that rebels had shelled the camp.", "mayor"],
  ["The mayor announced on his WhatsApp channel that rebels had shelled the camp.", "mayor"],
  ["In a letter to the Red Cross, the mayor said that rebels had shelled the camp.", "mayor"],
  ["The mayor said through tears that rebels had shelled the camp.", "mayor"],
  ["A resident told a reporter of ours that rebels had shelled the camp.", "resident"],
])("a channel, the air, a hearer pass nothing on: %s", async (text, chain) =>
  expect(await chains(text)).toEqual([chain]),
);

test.each([
  ["A statement posted on the militia's Telegram account said rebels had shelled the camp.", "militia"],
  ["A Facebook page run by residents says rebels shelled the camp.", "residents"],
  ["Rebels shelled the camp, according to a tally by the monitor.", "monitor"],
  ["According to the panel, rebels shelled the camp.", "panel"],
])("whose words a page or a tally holds: %s", async (text, chain) => expect(await chains(text)).toEqual([chain]));

test("according to plan, nobody speaks", async () => {
  expect(await chains("According to plan, rebels shelled the camp.")).toEqual(["Valley Digest"]);
});
