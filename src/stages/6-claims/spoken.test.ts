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

describe("whose words they are", () => {
  /** "source: low high" of each figure; "own" where the outlet gives it. */
  async function figures(text: string): Promise<string[]> {
    const { claims, actors } = await read(text, { outlet: "Valley Digest", published: "2026-03-05" });
    const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
    return claims.flatMap(({ source, via, counts }) =>
      counts.map(({ harm, low }) => `${via.length > 0 ? name(source) : "own"}: ${harm} ${low}`),
    );
  }
  test.each([
    [
      "Seven people died when rockets fell on Bria, the doctor said; nine were hurt.",
      ["doctor: killed 7", "doctor: wounded 9"],
    ],
    ["A blast killed two men, police said; a nurse put the dead at four.", ["police: killed 2", "nurse: killed 4"]],
    ["A blast killed two men in Bria; nine were hurt, officials said.", ["own: killed 2", "officials: wounded 9"]],
    [
      "The doctor said the town was calm. Shells killed two men in Bria; nine were hurt.",
      ["own: killed 2", "own: wounded 9"],
    ],
  ])("a semicolon goes on in the voice before it: %s", async (text, found) =>
    expect(await figures(text)).toEqual(found),
  );

  test.each([
    ['"We shelled the post at Daquq," a man who gave his name as Abu Rida said in a voice message.', "Abu Rida"],
    ['"We shelled the post at Daquq," said a man who called himself Abu Rida.', "man"],
  ])("a quotation is his who speaks behind it: %s", async (text, source) =>
    expect((await claims(text)).map((claim) => claim.replace(/: .*/, ""))).toEqual([source]),
  );

  test.each([
    ['The army said its troops had killed eleven "rats" in a raid on a farm in Hawija.', true],
    ["The army said its troops had killed eleven dogs in a raid on a farm in Hawija.", false],
  ])("an animal's name for people counts people: %s", async (text, counts) => {
    const found = await figures(text);
    expect(found.some((figure) => figure.endsWith(": killed 11"))).toBe(counts);
  });
});
