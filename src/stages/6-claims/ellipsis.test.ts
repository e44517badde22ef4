import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker act polarity" of each claim, in the order of the text. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, act, polarity }) => `${name(source)} ${act}${polarity === "negative" ? " not" : ""}`);
}

test.each([
  ["The army denied it had shelled the market. Residents said it had.", ["army deny not", "residents state"]],
  ["Residents said the army had shelled the market. The army said it had not.", ["residents state", "army deny not"]],
  ["The army denied shelling the market. Residents insisted it had done so.", ["army deny not", "residents state"]],
  [
    "The mayor denied that soldiers had shot two students, but a witness said they had.",
    ["mayor deny not", "witness state"],
  ],
  ["Rebels attacked Kaga on Monday. The mayor said they did not.", ["the report state", "mayor deny not"]],
  ["Rebels attacked Kaga on Monday. Not so, said the mayor.", ["the report state", "mayor deny not"]],
  ["Rebels attacked Kaga on Monday, the army said. Not true, said the mayor.", ["army state", "mayor deny not"]],
  // words that tell something of themselves, or nothing of the event
  ["Rebels attacked Kaga on Monday. The mayor said they had dinner.", ["the report state"]],
  ["The army denied it had shelled the market. Residents say they do not know.", ["army deny not"]],
  ["The army denied shelling the market. A witness said it was early.", ["army deny not"]],
  ["Rebels attacked Kaga on Monday. So far, said the mayor, nobody had come.", ["the report state"]],
  // who calls a denial untrue denies no event
  ["The army denied shelling the market. Residents said that was not true.", ["army deny not"]],
])("what is left out was told before: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["Did the army shell the market? Residents say it did.", ["residents state"]],
  ["Did the army shell the market?", []],
  ["Were rebels behind the attack on the school?", []],
  ["Had the guards not fired, the crowd would have burned the post.", []],
  ["The army shelled the market. Did it mean to?", ["the report state"]],
  ["Who shelled the market in Kaga?", ["the report state"]],
  ["Had breakfast at noon when rebels attacked the post in Kaga.", ["the report state"]],
])("an auxiliary before its subject asks or supposes: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});
