import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker act polarity" of each claim, with its relays, figures and what is not plain of it, in the order of the text. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, via, act, polarity, modality, counts }) =>
    [
      name(source),
      ...via.slice(0, -1).map((id) => `via ${name(id)}`),
      act,
      ...(polarity === "negative" ? ["not"] : []),
      ...(modality === "actual" ? [] : [modality]),
      ...counts.map((c) => `${c.harm} ${c.low}`),
    ].join(" "),
  );
}

test.each([
  [
    "Police said rebels shot six farmers, which the rebels deny.",
    ["police state killed-or-wounded 6", "rebels deny not"],
  ],
  ["The mayor said rebels burned a clinic, a charge the rebels reject.", ["mayor state", "rebels deny not"]],
  ["Rebels killed nine guards, a group said, a figure the mayor denies.", ["group state killed 9", "mayor deny not"]],
  [
    "Nine men were shot in Bria, a version that the mayor denies.",
    ["the report state killed-or-wounded 9", "mayor deny not"],
  ],
  [
    "Rebels burned the clinic, a charge they deny, according to the mayor.",
    ["mayor state", "rebels via mayor deny not"],
  ],
  ["The rebels deny shelling the market, the mayor says.", ["rebels via mayor deny not"]],
  // not asides: what the speaker himself says
  ["The mayor said that rebels who deny God had burned the clinic.", ["mayor state"]],
  ["The mayor said the raid, which killed nine guards, lasted an hour.", ["mayor state killed 9"]],
  ["The mayor denied that rebels had burned the clinic.", ["mayor deny not"]],
])("a denial put in is its speaker's, and takes nothing from who told it: %s", async (text, expected) => {
  const found = await claimsOf(text);
  expect(found.map((claim) => claim.replace(/ killed \d+$/, ""))).toEqual(
    expected.map((c) => c.replace(/ killed \d+$/, "")),
  );
});

test.each([
  [
    "The mayor denied any part in the bombing, which killed eighteen people.",
    ["mayor deny not", "the report state killed 18"],
  ],
  ["The army denied that its strike on the house had killed children.", ["the report state", "army deny not"]],
  [
    "The army denied that soldiers had looted shops after the shelling of the port.",
    ["army deny not", "the report state"],
  ],
  ["The mayor predicted that the bombing of the school would turn people against the rebels.", ["the report state"]],
  // what is denied itself
  ["Police denied that the raid had taken place.", ["police deny not"]],
  ["The army denied that the attack was carried out by its men.", ["army deny not"]],
  ["The rebels denied the killing of the nuns.", ["rebels deny not"]],
])("what a clause takes for granted is not denied with it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["The army neither confirmed nor denied that its planes had bombed the school.", ["army doubt"]],
  ["A spokesman declined to confirm or deny the killing of nine fishermen.", ["spokesman doubt killed 9"]],
  [
    "Neither the police nor the army would confirm that rebels had shot two students.",
    ["police doubt killed-or-wounded 2", "army doubt killed-or-wounded 2"],
  ],
  // who says nothing doubts nothing
  ["The army has neither admitted nor denied the raid on Kinfi.", ["the report state"]],
  ["The general refused to comment on the raid on Kinfi.", ["the report state"]],
  ["The army did not answer a request for comment on the shelling of Bria.", ["the report state"]],
  ["Asked about the killing of the nuns, the minister said he knew nothing.", ["the report state"]],
  [
    "Asked who had shot the two students, the chief said three soldiers had done it.",
    ["the report state killed-or-wounded 2", "chief state"],
  ],
  ["Asked whether his men had shot the priest, the colonel smiled.", []],
])("silence: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["The report that rebels seized the airport is fake news, the mayor said.", ["mayor deny not"]],
  ["The shelling of the village is a false rumour.", ["the report deny not"]],
  ["There were false reports that a gunman had killed students.", ["the report deny not"]],
  ["The story that soldiers had raped women was made up, the mayor said.", ["mayor deny not"]],
  ["A blogger falsely claimed that police had shot a student.", ["the report deny not", "blogger state"]],
  ["The mayor repeated the baseless claim that migrants had shot a girl.", ["the report deny not", "mayor state"]],
  ["Claims that police shot six people in Kisumu are false.", ["the report deny not killed-or-wounded 6"]],
  // a denial of false reports agrees with it
  ["The army denied the false reports that its jets had bombed a market.", ["army deny not"]],
  ["The reports that police had shot a student were new, the mayor said.", ["mayor state"]],
  ["The mayor made up his mind after rebels had shot a student.", ["the report state"]],
])("a word that calls it untrue denies it: %s", async (text, expected) => {
  expect((await claimsOf(text)).map((claim) => claim.replace(/ killed \d+$/, ""))).toEqual(expected);
});

test.each([
  ["Residents fear another attack.", ["residents suspect future"]],
  ["The aid workers are worried that rebels will attack the camp.", ["aid workers suspect future"]],
  ["The army was to have attacked the base on Monday.", ["the report state future"]],
  ["The base in Kaga was to be attacked on Monday.", ["the report state future"]],
  ["The base in Kaga was attacked on Monday.", ["the report state"]],
  ["The town is braced for an assault by rebels.", []],
  ["People live in fear of attacks by rebels.", []],
  ["The army was due to bomb the camp at dawn.", ["the report state future"]],
  ["The minister said an assault on Bria was imminent.", ["minister state future"]],
  // what has been
  ["Residents fear that rebels have killed the teacher.", ["residents suspect"]],
  ["The attack on Bria was possible because the guards slept.", ["the report state"]],
])("ahead, and not done: %s", async (text, expected) => {
  expect((await claimsOf(text)).map((claim) => claim.replace(/ killed \d+$/, ""))).toEqual(expected);
});

test.each([
  ["The brigade's claim of the bombing came hours later.", ["brigade claim-responsibility"]],
  [
    "The governor cast doubt on the army's claim that it had shot a rebel.",
    ["governor doubt not", "army state killed-or-wounded 1"],
  ],
  ["The mayor said he was seeking to verify the reports of an attack on the school.", ["mayor doubt"]],
  ["The army has no record of an attack on the village.", ["army doubt not"]],
  ["Nothing suggests that rebels shot the priest, the bishop said.", ["bishop doubt not"]],
  ["Nobody was hurt in the blast, police said.", ["police state wounded 0"]],
  ["The brigade's claim of victory came after the bombing.", ["the report state"]],
])("owned or doubted in a noun, or by nobody: %s", async (text, expected) => {
  expect((await claimsOf(text)).map((claim) => claim.replace(/ killed \d+$/, ""))).toEqual(expected);
});
