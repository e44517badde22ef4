import { describe, expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker < relay: act modality type [agents]" of each claim but those in the outlet's own voice. */
async function claims(text: string): Promise<string[]> {
  const { claims, actors, events } = await read(text, { outlet: "Valley Digest", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims
    .filter(({ via }) => via.length > 0)
    .map(({ source, via, act, modality, event }) => {
      const { type, agent } = events.find(({ id }) => id === event)!;
      return `${[source, ...via.slice(0, -1)].map(name).join(" < ")}: ${act} ${modality} ${type} [${agent.map(name)}]`;
    });
}

describe("a threat under a condition is one claim, and its condition none", () => {
  test.each([
    [
      "The rebels threatened to kill the hostages unless the army withdrew from the valley.",
      "rebels: threaten conditional violence/massacre [rebels]",
    ],
    [
      "The group threatened to attack the capital if the army did not withdraw from the border towns.",
      "group: threaten conditional violence/armed-attack [group]",
    ],
    [
      "Militants vowed to bomb the pipeline until the government released their leader.",
      "militants: promise future violence/bombing [militants]",
    ],
    [
      "Should the drones return, the militia will shell the airport, its spokesman said.",
      "militia: threaten conditional violence/shelling [militia]",
    ],
  ])("%s", async (text, claim) => expect(await claims(text)).toEqual([claim]));
  test("what was done until something else was done is no condition", async () => {
    const { events } = await read("The road stayed open until the army shelled the market.", {});
    expect(events.map(({ type }) => type)).toContain("violence/shelling");
  });
  test("what is asked is none", async () => {
    expect(await claims("Police asked whether the rebels had attacked the convoy.")).toEqual([
      "police: suspect actual violence/armed-attack [rebels]",
    ]);
  });
});

describe("an answer to an event told before", () => {
  const said = async (answer: string) =>
    (await claims(`A drone hit the hospital on Monday, killing five people. ${answer}`)).map((claim) =>
      claim.replace(/ actual.*/, ""),
    );
  test.each([
    ["The army said it had nothing to do with it.", "army: deny"],
    ["The rebels had nothing to do with it, an officer said.", "officer: deny"],
    ["The army said its men had no part in the strike.", "army: deny"],
    ["Rebel leaders said that they were not behind the attack.", "rebel leaders: deny"],
    ["The army said it was not responsible.", "army: deny"],
  ])("%s", async (answer, claim) => expect(await said(answer)).toEqual([claim]));
  test.each([
    "The army denied that the road was closed.",
    "The ministry denied that the budget was cut.",
    "The ministry said it had no role in the talks.",
    "The minister said there was no link to the election.",
    "The minister said he had no plans to resign.",
  ])("not: %s", async (answer) => expect(await said(answer)).toEqual([]));
});

describe("several speakers", () => {
  test.each([
    ["The army and the rebels accused each other of shelling the market.", ["army", "rebels"], "army,rebels"],
    ["Armenia and Azerbaijan traded blame for the shelling of the village.", ["Government of Armenia", "Government of Azerbaijan"], "Government of Armenia,Government of Azerbaijan"], // biome-ignore format: a row
    [
      "Farmers and herders blamed one another for the killing of six villagers.",
      ["farmers", "herders"],
      "farmers,herders",
    ],
    [
      "An elder and two members of an armed group said gunmen had killed six herders.",
      ["elder", "armed group"],
      "gunmen",
    ],
    ["According to police and medics, rebels killed four people.", ["police", "medics"], "rebels"],
  ])("%s", async (text, speakers, agents) => {
    const found = await claims(text);
    expect(found.map((claim) => claim.replace(/: .*/, ""))).toEqual(speakers);
    for (const claim of found) expect(claim).toContain(`[${agents}]`);
  });
  test.each([
    ["The army accused the rebels of shelling the market.", ["army"]],
    ["The rebels said they had killed two officers and four soldiers.", ["rebels"]],
    ["Army: 12 rebels killed in clash; rebels: 20 soldiers killed", ["army", "rebels"]],
    ["IDF: 3 killed; Hamas: 14 killed", ["Israeli armed forces", "Hamas"]],
  ])("%s", async (text, speakers) =>
    expect((await claims(text)).map((claim) => claim.replace(/: .*/, ""))).toEqual(speakers),
  );
});

describe("the organ in a dateline", () => {
  const story = "Rebels killed nine soldiers near Goma, a priest said.";
  test.each([
    ["GOMA, Oct 3 (AFP) - ", "priest < Agence France-Presse"],
    ["GOMA (Savanna Post) - ", "priest < Savanna Post"],
    ["GOMA (North Kivu) - ", "priest"],
    ["GOMA (VD) - ", "priest"],
  ])("%s", async (dateline, chain) =>
    expect((await claims(`${dateline}${story}`)).map((claim) => claim.replace(/: .*/, ""))).toEqual([chain]),
  );
  test("is the outlet where the publication names none", async () => {
    const { actors, notices } = await read(`GOMA (Savanna Post) - ${story}`, { published: "2026-03-05" });
    expect(actors[0]?.name).toBe("Savanna Post");
    expect(notices.map(({ code }) => code)).toContain("N-ACTOR-05");
  });
});

describe("rumours that are judged are denied for certain", () => {
  test.each([
    "Reports that a soldier was abducted are incorrect.",
    "Rumours that the emir was killed on Monday are unfounded.",
    "There is no truth in a message according to which the village was burned on Tuesday.",
  ])("%s", async (text) => {
    const { claims } = await read(text, {});
    expect(claims.map(({ act, polarity, certainty }) => `${act} ${polarity} ${certainty}`)).toEqual([
      "deny negative certain",
    ]);
  });
});

describe("the outlet is no relay besides itself", () => {
  test.each([
    ["Rebels killed nine people, a priest told this station.", "priest"],
    ["A priest, reached by this paper, said nine people died in the shelling.", "priest"],
    ["A priest told our correspondent that rebels had killed nine people.", "priest"],
    ["A priest, reached by Radio Orient, said nine people died in the shelling.", "priest < Radio Orient"],
    ["A priest told Radio Orient that rebels had killed nine people.", "priest < Radio Orient"],
  ])("%s", async (text, chain) =>
    expect((await claims(text)).map((claim) => claim.replace(/: .*/, ""))).toEqual([chain]),
  );
});
