import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "type speaker act polarity" of each claim, and the notices of answers that are about no event. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors, events, notices } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const told = claims.map(({ event, source, act, polarity }) =>
    [
      events.find(({ id }) => id === event)!.type.split("/")[1],
      actors.find(({ id }) => id === source)!.name,
      act,
      polarity,
    ].join(" "),
  );
  return [...told, ...notices.filter(({ code }) => code === "N-EVENT-06").map(({ code }) => code)];
}

const ATTACK = "armed-attack the report state positive";

test.each([
  ["Rebels attacked Goma on Monday. Rwanda denied having troops in Congo.", [ATTACK, "N-EVENT-06"]],
  ["Rebels attacked Goma on Monday. Rwanda rejected accusations that its troops are in Congo.", [ATTACK, "N-EVENT-06"]],
  [
    "Rebels attacked Goma on Monday. The minister rejected reports that troops had fled.",
    [ATTACK, "withdraw minister deny negative"],
  ],
  [
    "Rebels attacked Goma on Monday. Rwanda denied any role in it.",
    [ATTACK, "armed-attack Government of Rwanda deny negative"],
  ],
  [
    "Rebels attacked Goma on Monday. Rwanda dismissed the report.",
    [ATTACK, "armed-attack Government of Rwanda deny negative"],
  ],
  ["Rebels attacked Goma on Monday. Rwanda denied supporting the rebels.", [ATTACK, "N-EVENT-06"]],
  ["Rebels attacked Goma on Monday. Diplomats feared that the road would fall.", [ATTACK, "N-EVENT-06"]],
  [
    "Rebels attacked Goma on Monday. The rebels denied having had any men there.",
    [ATTACK, "armed-attack rebels deny negative"],
  ],
])("what is denied is what the words deny, and not the event told before it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["Hamas denied having targeted civilians.", ["armed-attack Hamas deny negative"]],
  [
    "The group claimed responsibility for the rocket attack on Erbil. It denied having targeted civilians.",
    ["shelling group claim-responsibility positive", "shelling group deny negative"],
  ],
])("who denies having done something denies it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});
