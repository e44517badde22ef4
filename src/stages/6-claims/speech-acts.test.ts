import { describe, expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker: act modality type" of each claim; the outlet is "we". */
async function claims(text: string): Promise<string[]> {
  const { claims, actors, events } = await read(text, { outlet: "Valley Digest", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, via, act, modality, event }) => {
    const chain = via.length === 0 ? ["we"] : [source, ...via.slice(0, -1)].map(name);
    return `${chain.join(" < ")}: ${act} ${modality} ${events.find(({ id }) => id === event)!.type}`;
  });
}

describe("who demands, promises or threatens does it in his own name", () => {
  test.each([
    ["His party demanded a sitting of parliament.", "party: demand future speech/demand"],
    ["The union called a strike for Monday.", "union: promise future protest/strike"],
    ["The council called a ceasefire on Sunday.", "council: demand future force/ceasefire"],
    ["The militia threatened reprisals against the villagers.", "militia: threaten future violence/armed-attack"],
    ["Clan elders swore vengeance on the men.", "clan elders: threaten future speech/threat"],
    [
      "Gunmen have demanded a ransom of 50,000 dollars, the bishop said.",
      "gunmen < bishop: demand future speech/demand",
    ],
  ])("%s", async (text, claim) => expect(await claims(text)).toEqual([claim]));
  test.each([
    ["No ransom has been demanded so far, the owners say.", "owners: deny actual speech/demand"],
    ["The junta did not promise elections, but it freed 40 prisoners.", "we: state actual force/release"],
    ["The mayor called the shelling a crime.", "we: state actual violence/shelling"],
    ["Mourners demanded justice as troops shelled the market.", "we: state actual violence/shelling"],
  ])("left alone: %s", async (text, claim) => expect(await claims(text)).toEqual([claim]));
});

describe("what a demand or a promise takes for granted does not lie ahead", () => {
  test.each([
    ["The opposition demanded an inquiry into the massacre of the students.", "we: state actual violence/massacre"],
    ["Kyiv urged a meeting after the shelling of Kharkiv.", "we: state actual violence/shelling"],
    ["The general pledged a swift response to the attack on Konduga.", "we: state actual violence/armed-attack"],
    [
      "The lawyers called for the arrest of the officers who shelled the camp.",
      "lawyers: state actual violence/shelling",
    ],
  ])("%s", async (text, claim) => expect(await claims(text)).toContain(claim));
  test.each([
    [
      "Egypt demanded the withdrawal of Israeli troops from Rafah.",
      "Government of Egypt: demand future force/withdraw",
    ],
    ["The rebels demanded the release of 40 prisoners.", "rebels: demand future force/release"],
    ["The army vowed to shell the camp.", "army: promise future violence/shelling"],
  ])("what lies ahead stays there: %s", async (text, claim) =>
    expect((await claims(text)).map((found) => found.replace("promise", "threaten"))).toEqual([
      claim.replace("promise", "threaten"),
    ]),
  );
});
