import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker act" of each claim. */
async function speakers(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return claims.map(({ source, act }) => `${actors.find((actor) => actor.id === source)!.name} ${act}`);
}

test.each([
  ["Army: 12 killed in ambush", "army state"],
  ["Police: gunmen killed five traders in the market", "police state"],
  ["Gunmen kill five traders in the market – police", "police state"],
  ["Five killed in the bombing: officials", "officials state"],
  ["'12 killed in raid' - Hamas", "Hamas state"],
  ['Hamas: "Gunmen killed two hostages"', "Hamas state"],
  ["Iraqi PM: militia attack on base killed two soldiers", "Iraqi PM state"],
  ["Kyiv: Russian missile strike kills 9 in Odesa", "Government of Ukraine state"],
  ["Kremlin: Ukraine shelled Donetsk", "Presidency of Russia state"],
  ["Residents: soldiers burned houses in the village", "residents state"],
  ["Nine killed in Plateau (police)", "Nigerian police state"],
  ["Witnesses: soldiers fired on the crowd", "witnesses state"],
  ["Nine die in clash - police source", "police source state"],
  ["Rebels kill nine in Kaga - security sources", "security sources state"],
  ["Nine soldiers killed in Kaga clash: army source", "army source state"],
  ["Nine soldiers killed in ambush – Reuters citing army", "army state"],
  ["Rebels behind Kaga blast, says minister", "minister state"],
  ["No soldiers killed in Kaga, army insists", "army state"],
  ["Col. Smith: The rebels shelled the camp on Monday and killed nine people.", "Smith state"],
])("a speaker before a colon or after a dash: %s", async (text, expected) => {
  expect(await speakers(text)).toEqual([expected]);
});

test.each([
  "Syria: five soldiers killed in blast",
  "Breaking: five killed in bombing",
  "Damascus: bomb kills four near mosque",
  "HERAT: Four policemen were killed on Monday in a bomb blast.",
  "Victims of the raid: two cooks killed, a driver wounded",
  "Nine killed in Kaga - more to follow",
  "Blast kills nine in Kaga: official",
  "Report: army shelled market in Kaga",
  "Rebels 'killed nine' in Kaga",
  "The army - what is left of it - shelled the camp on Monday.",
])("no speaker: %s", async (text) => {
  expect(new Set(await speakers(text))).toEqual(new Set(["the report state"]));
});

test("losses listed under the names of sides are no statements of theirs", async () => {
  for (const line of await speakers("Rebels: 12 killed, 30 wounded. Army: 9 killed."))
    expect(line).toMatch(/^the report/);
});

test("a turn of a transcript holds to the end of its paragraph, and a question asserts nothing", async () => {
  const text =
    "QUESTION: Did the army shell the market?\n\nSPOKESMAN: Gunmen attacked the village. Nine people were killed.";
  expect(await speakers(text)).toEqual(["spokesman state"]);
});

test("who is interviewed answers", async () => {
  const text =
    "We spoke to Anna Berg, who runs the clinic, about the bombing.\n\nQ: What happened?\n\nA: A car bomb killed nine patients on Monday.";
  expect((await speakers(text)).at(-1)).toBe("Anna Berg state");
});

test("whoever's name opens the turn is the one who says we", async () => {
  const { events, actors } = await read("Col. Smith: We shelled the camp on Monday and killed nine rebels.", {
    name: "report.txt",
  });
  expect(events[0]!.agent.map((id) => actors.find((actor) => actor.id === id)!.name)).toEqual(["Smith"]);
});

/** "type agents > targets certainty" of each claim in the outlet's own voice. */
async function told(text: string): Promise<string[]> {
  const { claims, events, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)!.name).join();
  return claims.map(({ event, source, act, certainty }) => {
    const { agent, target } = events.find(({ id }) => id === event)!;
    return `${names([source])} ${act} ${certainty}: ${names(agent)} > ${names(target)}`;
  });
}

test.each([
  ["Army says nine rebels killed in Kaga", ["army state certain:  > rebels"]],
  ["Rebels accused of killing nine in Kaga", ["the report accuse probable: rebels > "]],
  ["Army blamed for killing nine in Kaga", ["the report accuse probable: army > "]],
  ["Report: army shelled market in Kaga", ["the report state probable: army > "]],
  ["Blast kills nine in Kaga: official", ["the report state probable:  > "]],
  ["Rebels 'killed nine' in Kaga", ["the report state probable: rebels > "]],
  // whole sentences, and doers
  ["Rebels accused the army of shelling the market.", ["rebels accuse certain: army > "]],
  ["The rebels killed and looted in Kaga.", ["the report state certain: rebels > "]],
  ["The men who killed in Kaga fled.", ["the report state certain: men > "]],
])("who is told of in a headline, and as what: %s", async (text, expected) => {
  expect((await told(text)).slice(0, 1)).toEqual(expected);
});

test.each([
  ["Mayor Petro Hnatiuk spoke on Monday.\n\nHnatiuk: Rebels killed nine men.", ["Petro Hnatiuk state"]],
  ["Mayor Petro Hnatiuk spoke on Monday.\n\nUpdate: Rebels killed nine men.", ["the report state"]],
])("a surname alone is that of somebody named before: %s", async (text, expected) => {
  expect(await speakers(text)).toEqual(expected);
});
