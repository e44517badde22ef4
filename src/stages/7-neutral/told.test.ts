import { expect, test } from "vitest";
import { read } from "../../index.ts";

test("a claim's sentence says what its source says, not what another says of the same event", async () => {
  const { claims } = await read(
    "KUNDUZ, 4 March 2026 - Taliban fighters attacked a police post in Kunduz on Tuesday, killing 11 policemen, a provincial official said.\n\nA doctor said the attack wounded six shopkeepers.",
    { name: "report.txt" },
  );
  const doctor = claims.find(({ neutral }) => neutral.startsWith("The doctor"))!;
  expect(doctor.neutral).toContain("6 wounded");
  expect(doctor.neutral).not.toMatch(/Taliban|police/);
});

test.each([
  ["Hamas said that Fatah had shelled the camp. Fatah denied it.", /^Fatah denied that it /],
  ["Fatah said that Hamas had shelled the camp. Hamas denied it.", /^Hamas denied that it /],
])("who is accused denies the deed, not that it happened: %s", async (text, sentence) => {
  const { claims } = await read(text, { name: "report.txt" });
  expect(claims.at(-1)!.neutral).toMatch(sentence);
});

test("in an interview it is the one who answers that has done it, and his group", async () => {
  const { claims } = await read(
    "Commander Arsenio Rojas of the National Liberation Army receives us in Saravena, Colombia.\n\nQ: What happened?\n\nA: We attacked a police post there on Thursday.",
    { name: "report.txt", outlet: "Highland Weekly", published: "2002-06-03" },
  );
  expect(claims.map(({ neutral }) => neutral).join()).toContain("National Liberation Army attacked");
});

test.each([
  ["Our heroic fighters hit an enemy column near Gulu, the front said.", /heroic|fighter fighters|opponent column/],
  ["The terrorist regime shelled the camp, the front said.", /terrorist|fighter government/],
  ["Hooded delinquents attacked the station, the police said.", /delinquents|armed/],
  ["THE BISHOP'S OFFICE SAID 11 CIVILIANS DIED IN AN AIR STRIKE.", /BISHOP|OFFICE/],
  ["Gunmen abducted two engineers in Cabo Delgado, the mayor said.", /Cabo Delgado.*Cabo Delgado/],
])("no loaded, doubled or shouted words: %s", async (text, never) => {
  const { claims } = await read(text, { name: "report.txt", published: "2024-05-08" });
  expect(claims.length).toBeGreaterThan(0);
  for (const { neutral } of claims) expect(neutral).not.toMatch(never);
});

test("whom a toll counts is told without the loaded word for them", async () => {
  const { claims } = await read('The army said its troops had killed eleven "rats" in a raid on a farm in Hawija.', {});
  expect(claims.map(({ neutral }) => neutral).join()).toContain("11 killed (opponents)");
});

test.each([
  ["Nine people died in air strikes allegedly carried out by the army in Kaga.", ["9 killed", "probably"]],
  ["Nine people died in an air strike reportedly carried out by the army in Kaga.", ["9 killed", "probably"]],
  ["Nine people died in an attack believed to have been carried out by the army in Kaga.", ["9 killed", "suspected"]],
  ["Nine people died in an attack blamed on the army in Kaga.", ["9 killed", "alleged"]],
])(
  "who is only said to have done it is in no sentence of a claim that does not say so: %s",
  async (text, [own, doubted]) => {
    const { claims } = await read(text, { name: "report.txt", published: "2024-05-08" });
    for (const { neutral } of claims)
      expect(neutral).toMatch(neutral.includes("army") ? new RegExp(doubted!) : new RegExp(own!));
    expect(claims).toHaveLength(2);
  },
);

test.each([
  ["Nine people were killed in Kaga, reportedly by soldiers.", "soldiers probably"],
  ["Nine people died in an air strike carried out by the army in Kaga.", "army carried out"],
  ["The army said nine people died in an attack blamed on rebels in Kaga.", "rebels"],
])("who did it stands in the sentence of whoever says so: %s", async (text, words) => {
  const { claims } = await read(text, { name: "report.txt", published: "2024-05-08" });
  expect(claims[0]!.neutral).toContain(words);
});
