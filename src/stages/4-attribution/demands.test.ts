import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "type speaker act modality" of each claim; nothing is added for what is told as certain, actual and so. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors, events } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return claims.map(({ event, source, act, polarity, certainty, modality }) =>
    [
      events.find(({ id }) => id === event)!.type.split("/")[1],
      actors.find(({ id }) => id === source)!.name,
      act,
      ...(polarity === "negative" ? ["not"] : []),
      ...(certainty === "certain" ? [] : [certainty]),
      ...(modality === "actual" ? [] : [modality]),
    ].join(" "),
  );
}

test.each([
  ["Rebels told residents to leave Kaga or face attack.", ["armed-attack rebels threaten future"]],
  ["Leave Kaga or face attack, the rebels told residents.", ["armed-attack rebels threaten future"]],
  [
    "The rebels demanded that the army withdraw or face attack.",
    ["withdraw rebels demand future", "armed-attack rebels threaten future"],
  ],
  ['"Stop the shelling of our villages," the mayor said.', ["ceasefire mayor demand future"]],
  ['"Do not attack civilians," the bishop told the fighters.', ["armed-attack bishop demand not future"]],
  ['"Kill the governor," the commander told his men.', ["assassination commander demand future"]],
  // nothing is asked for
  ['"Come and see how soldiers killed our sons," a woman said.', ["massacre woman state"]],
  ["The mayor told reporters that rebels had attacked Kaga.", ["armed-attack mayor state"]],
  ["The mayor said soldiers or rebels had attacked Kaga.", ["armed-attack mayor state"]],
])("asked for, and threatened beside it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ['"Any soldier who enters Kaga will be killed," the militia said.', ["armed-attack militia threaten future"]],
  ["Those who help the army will be killed, the rebels said.", ["armed-attack rebels threaten future"]],
  ["Whoever helps the army will be shot, the rebels said.", ["armed-attack rebels threaten future"]],
  ["Whoever attacks the post will be punished.", []],
  // what has been, and who is known
  ["Those who attacked the post will be punished, the army said.", ["armed-attack army state"]],
  ["The group that attacked the post will be punished, the army said.", ["armed-attack army state"]],
  ["Any doubt ended when rebels attacked the post.", ["armed-attack the report state"]],
])("whoever it may be has not done it: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["Unconfirmed reports said rebels had attacked Kaga.", ["armed-attack the report state unknown"]],
  ["Reports of a massacre in Kaga began to spread on Monday.", ["massacre the report state probable"]],
  ["According to reports, rebels attacked Kaga.", ["armed-attack the report state probable"]],
  ["Early reports suggested that rebels had attacked Kaga.", ["armed-attack the report suspect probable"]],
  // somebody's, or one that was brought in
  ["A report by Amnesty International said rebels had attacked Kaga.", ["armed-attack Amnesty International state"]],
  ["Media reports said rebels had attacked Kaga.", ["armed-attack media state"]],
  ["Reports from the army said rebels had attacked Kaga.", ["armed-attack army state"]],
])("accounts of nobody in particular are the outlet's, with doubt: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  ["Rebels attacked Kaga on Monday, per the mayor.", ["armed-attack mayor state"]],
  ["For the deputy mayor, the army shelled the market on purpose.", ["shelling deputy mayor state"]],
  // no speakers
  ["Rebels attacked nine posts per month in Kaga.", ["armed-attack the report state"]],
  ["For two hours, the army shelled the market in Kaga.", ["shelling the report state"]],
  ["For residents, the army shelled the market twice on Monday.", ["shelling the report state"]],
])("short words that bring a speaker: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});
