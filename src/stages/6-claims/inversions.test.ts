import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker act polarity certainty" of each claim, with its figures. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, act, polarity, certainty, counts }) =>
    [name(source), act, polarity, certainty, ...counts.map((c) => `${c.harm} ${c.low}`)].join(" "),
  );
}

test.each([
  ["Reuters was unable to verify the attack.", "Reuters doubt positive unknown"],
  ["The army refused to confirm the attack.", "army doubt positive unknown"],
  ["The governor did not rule out that rebels had carried out the bombing.", "governor suspect positive possible"],
  ["It is not true that the army attacked the town.", "the report deny negative certain"],
  [
    "Moscow did not comment, but has repeatedly denied targeting civilians.",
    "Government of Russia deny negative certain",
  ],
  [
    "Human Rights Watch, citing its records, said nine people were killed in the attack.",
    "Human Rights Watch state positive certain killed 9",
  ],
  [
    "Gunmen shot nine villagers, residents said. The army did not give a toll.",
    "residents state positive certain killed-or-wounded 9",
  ],
  ["No one was hurt in the attack, the mayor said.", "mayor state positive certain wounded 0"],
  // whoever asks for a number gives none
  ["The mayor could not say how many civilians had died in the shelling.", "mayor doubt positive unknown"],
])("%s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual([expected]);
});

test.each([
  ["The army denied that any soldiers had died in the bombing on Monday.", "army deny negative certain"],
  ["The ministry denied that there had been any casualties in the raid.", "ministry deny negative certain"],
  ["The army said no soldiers had died in the bombing on Monday.", "army state positive certain killed 0"],
  ["The army denied killing any civilians in the village.", "army deny negative certain"],
  ["The ministry denied that a single civilian was hurt in the raid.", "ministry deny negative certain"],
  ["The army denied that a second soldier had been abducted.", "army deny negative certain"],
  ["The army denied that 12 soldiers had been killed in the raid.", "army deny negative certain killed 12"],
  ["The army denied any attack on the village.", "army deny negative certain"],
])(
  "whoever denies without a figure counts nobody; who says that nobody died counts none: %s",
  async (text, expected) => {
    expect(await claimsOf(text)).toEqual([expected]);
  },
);

test.each([
  ["The army said reports that it had bombed the clinic were false.", ["army deny negative certain"]],
  ["Officials said rumours that the base had been stormed were baseless.", ["officials deny negative certain"]],
  ["The army denied reports that it had shelled the camp on Monday.", ["army deny negative certain"]],
  [
    "The governor dismissed the group's claim that it had captured the base on Sunday.",
    ["governor deny negative certain", "group state positive certain"],
  ],
  [
    "The UN expressed alarm over reports that militiamen had executed 300 people.",
    ["reports state positive certain killed 300"],
  ],
  ["There were reports that rebels had shelled the camp.", ["the report state positive probable"]],
])("an account stays with whoever gives it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test("who speaks of an account that nobody owns only passes it on", async () => {
  const text = "The UN expressed alarm over reports that militiamen had executed 300 people.";
  const { claims, actors } = await read(text, { name: "report.txt" });
  expect(claims[0]!.via.map((id) => actors.find((actor) => actor.id === id)!.name)[0]).toBe("United Nations");
});

test("a figure given beside a denial is no denial", async () => {
  const claims = await claimsOf(
    "Rebels attacked the base. The ministry denied that the base had fallen and put the attackers' losses at 15.",
  );
  expect(claims.filter((claim) => claim.includes(" 15"))).toEqual([expect.stringMatching(/^ministry state positive/)]);
});

test.each([
  "No group claimed the bombing.",
  "The group has yet to claim responsibility for the bombing.",
  "FARC dissidents have not been linked to the bombing.",
])("nobody is named by a blame that is denied: %s", async (text) => {
  const { events } = await read(text, { name: "report.txt", published: "2026-03-05" });
  expect(events.map((event) => event.agent)).toEqual([[]]);
});

test("who is named only to be left out is no party", async () => {
  const { events, actors } = await read("The group said its fighters had targeted militias, not civilians.", {
    name: "report.txt",
  });
  const targets = events[0]!.target.map((id) => actors.find((actor) => actor.id === id)!.name);
  expect(targets.join()).toMatch(/militias/);
  expect(targets.join()).not.toMatch(/civilians/);
});

test("'they' in a speaker's mouth is nobody whom only the report told of", async () => {
  const ledger = await read(
    'The minister denied reports that troops had fled the site. "They shot anyone who ran," a woman said.',
  );
  const shot = ledger.events.find(({ trigger }) => ledger.report.text.slice(...trigger) === "shot");
  expect(shot?.agent).toEqual([]);
});

test.each([
  ["It seems that rebels attacked the convoy near Goma.", ["the report state positive probable"]],
  ["It looks as if rebels attacked the convoy near Goma.", ["the report state positive probable"]],
  ["The army shelled the village in order to blame the rebels.", ["the report state positive certain"]],
  [
    "The minister called a press conference to accuse the rebels of the attack on Goma.",
    ["minister accuse positive certain"],
  ],
])("a guess is no fact, and a blame that was only meant is none: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["Gunmen killed nine villagers in Benue. The toll comes from the hospital.", "hospital"],
  ["Nine villagers were killed in Benue, according to figures from the hospital.", "hospital"],
  ["Nine villagers were killed in Benue. The figures were provided by the hospital.", "hospital"],
  ["Nine villagers were killed in Benue, Reuters reported, citing figures from the hospital.", "hospital"],
  ["Nine villagers were killed in Benue. The toll comes as no surprise.", "the report"],
])("figures are whose they are: %s", async (text, speaker) => {
  expect(await claimsOf(text)).toEqual([`${speaker} state positive certain killed 9`]);
});

test.each([
  [
    "A claim by the Aqsa Martyrs' Brigades that a third settler had been kidnapped proved to be false.",
    "Al-Aqsa Martyrs' Brigades",
  ],
  ["Messages to the effect that the post has been abandoned by our forces are devoid of any foundation.", null],
  ["An evacuation of 400 patients is being discussed, and a truce in both areas would be part of it.", null],
  ["A ceasefire is not part of the deal.", null],
  ['Its "national emir", Madani Mezrag, had ordered all units to cease fire from 1 October.', "Madani Mezrag"],
  ["In the script units of the army mutiny and Tbilisi is shelled from the hills.", null],
  ["The novel came late. Its colonel mutinies because his pension is late; he kills 212 people.", null],
  [
    'By noon the fighters had won back the hill, the commander went on; a pro-army "observatory" denies it.',
    "commander",
  ],
])("told by somebody, denied, only discussed or made up is no plain fact: %s", async (text, speaker) => {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const plain = claims.filter(
    ({ source, polarity, certainty, modality }) =>
      source === "a0" && polarity === "positive" && certainty === "certain" && modality === "actual",
  );
  expect(plain).toEqual([]);
  if (speaker !== null)
    expect(claims.map(({ source }) => actors.find(({ id }) => id === source)!.name)).toContain(speaker);
});

test.each([
  "The army blamed the shelling on Boko Haram.",
  "The army blamed Boko Haram for the shelling.",
  "Nine people died in the shelling of Kwanar, which the army blamed on Boko Haram.",
])("who is blamed is the doer and none of those hit: %s", async (text) => {
  const { events, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const names = (ids: readonly string[]) => actors.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  expect(names(events[0]!.agent)).toEqual(["Boko Haram"]);
  expect(names(events[0]!.target)).not.toContain("Boko Haram");
});

test("a spokesman called by name is his body in every sentence", async () => {
  const text =
    "The Nigerian army killed nine militants. Its spokesman, Colonel Sani Idris, said that two soldiers had died. He denied that the army had shelled a clinic.";
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const denial = claims.find(({ act }) => act === "deny")!;
  expect(actors.find(({ id }) => id === denial.source)!.name).toBe("Nigerian armed forces");
});

test("what one speaker calls the dead is not put into the mouth of another", async () => {
  const text =
    'The Islamic State claimed the attack, saying that its fighters had killed 18 "spies". A nurse said that 31 wounded people had been brought in, four of them children; two died, she added.';
  const { claims } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const counts = claims.filter(({ act }) => act !== "claim-responsibility").flatMap((claim) => claim.counts);
  expect(counts.map(({ harm, low, whoText }) => `${harm} ${low} ${whoText}`)).toEqual([
    "wounded 31 wounded people",
    "wounded 4 children",
    "killed 2 wounded people",
  ]);
});
