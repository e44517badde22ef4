import { describe, expect, test } from "vitest";
import { read } from "../../../index.ts";

/** "killed 18 revised" of each count of a report's claims. */
async function counts(text: string): Promise<string[]> {
  const { claims } = await read(text, { published: "2020-05-05" });
  return claims.flatMap((claim) =>
    claim.counts.map(({ harm, low, role }) => `${harm} ${low}${role ? ` ${role}` : ""}`),
  );
}

describe("figures that took the place of others", () => {
  test.each([
    ["The toll of the bombing in Kaga rose to 18 from 12, a nurse said.", ["killed 18 revised", "killed 12 earlier"]],
    ["The toll of the raid has been revised down to 9 from 15.", ["killed 9 revised", "killed 15 earlier"]],
    ["The number of wounded in the blast was corrected from 60 to 48.", ["wounded 60 earlier", "wounded 48 revised"]],
    [
      "The army raised its count of soldiers killed in the ambush to 22, from an earlier 17.",
      ["killed 22 revised", "killed 17 earlier"],
    ],
    [
      "Rebels shelled Kaga. The governor put the dead at 31, up from 24 the day before.",
      ["killed 31 revised", "killed 24 earlier"],
    ],
    ["The blast killed 27 people, compared with 19 told on Monday.", ["killed 27 revised", "killed 19 earlier"]],
    ["The office now counts 54 dead in the attack, against 38 on Monday.", ["killed 54 revised", "killed 38 earlier"]],
    [
      "The clashes displaced 4,000 people, up from 2,500 last week.",
      ["displaced 4000 revised", "displaced 2500 earlier"],
    ],
    [
      "The militia admits to 30 dead in the battle for Kaga; it had earlier spoken of 12.",
      ["killed 30 revised", "killed 12 earlier"],
    ],
    [
      "The toll of the bombing has risen to 19, the ministry said on Friday; on Wednesday it had spoken of 17.",
      ["killed 19 revised", "killed 17 earlier"],
    ],
    ["A bomb killed 19 people in Kaga, the ministry said; a doctor spoke of 17.", ["killed 19", "killed 17"]],
    [
      "The hospital, which had earlier given a figure of eight dead, says ten were killed in the shelling of Kaga.",
      ["killed 8 earlier", "killed 10 revised"],
    ],
    [
      "Three more people died overnight, bringing the toll of the bombing to 21, a nurse said.",
      ["killed 3 part", "killed 21 revised"],
    ],
    ["The toll of the bombing rose by three to 21, a nurse said.", ["killed 21 revised"]],
  ])("%s", async (text, expected) => {
    expect(await counts(text)).toEqual(expected);
  });

  test.each([
    ["The price of bread rose to 18 pesos from 12 after the blast killed four people.", ["killed 4"]],
    ["The number of posts went up to 14 from nine after the attack, which left six dead.", ["killed 6"]],
    ["Gunmen fired from 12 metres at a car, killing two men.", ["killed 2"]],
    ["The bombing killed nine people from 12 families.", ["killed 9"]],
    ["The raid killed nine fighters. The militia had sent 40 men against 12 at the post.", ["killed 9"]],
    ["Police put the dead of the bombing at 12. Earlier, a bomb had wounded six in Kaga.", ["killed 12", "wounded 6"]],
    ["The attack killed 14 people; in hospital six are on drips, up from the floor.", ["killed 14"]],
    ["Fighters retook 18 villages, up from 12, in the offensive, which killed seven.", ["killed 7"]],
    ["Gunmen from 12 clans killed 18 herders.", ["killed 18"]],
  ])("leaves alone: %s", async (text, expected) => {
    expect(await counts(text)).toEqual(expected);
  });
});
