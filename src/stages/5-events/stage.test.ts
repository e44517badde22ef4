import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Each event of a text, its stage and the modality of its first claim. */
async function stages(text: string): Promise<string[]> {
  const { events, claims } = await read(text, { name: "x.txt", published: "2025-06-18" });
  return events.map(({ id, stage }) => `${stage} ${claims.find(({ event }) => event === id)?.modality}`);
}

const [DONE, TRIED, AHEAD] = ["accomplished actual", "attempted actual", "threatened future"];

test.each([
  ["Militants stormed the base.", DONE],
  ["The rebels managed to seize the airport.", DONE],
  ["The judge escaped unhurt when gunmen opened fire on his car.", DONE],
  ["A bomb went off before the minister arrived.", DONE],
  ["Police foiled a plan by militants to attack the embassy.", TRIED],
  ["Police foiled an attempt to assassinate the president.", TRIED],
  ["The president survived an assassination attempt.", TRIED],
  ["Rebels failed to capture the town.", TRIED],
  ["Gunmen tried in vain to break into the bank.", TRIED],
  ["A bomb planted under a car failed to explode.", TRIED],
  ["A would-be suicide bomber was shot dead before he could detonate his vest.", TRIED],
  ["Soldiers prevented the militants from storming the prison.", TRIED],
  ["The army was poised to attack the town.", AHEAD],
  ["The troops were about to storm the building.", AHEAD],
  ["The militants were going to attack the base.", AHEAD],
  ["Workers are to strike on Thursday.", AHEAD],
  ["The men had been plotting to bomb a train.", AHEAD],
  ["The plot to blow up the parliament was uncovered by police.", AHEAD],
  ["The group vowed to attack the oil fields.", AHEAD],
  ["The general cancelled a planned raid on the camp.", AHEAD],
])("stage: %s", async (text, stage) => {
  expect(await stages(text)).toEqual([stage]);
});

test("a threat is done by being made", async () => {
  const { claims } = await read("The judge received death threats from the militia.", { name: "x.txt" });
  expect(claims[0]!.neutral).toContain("the militia threatened the judge");
});

test("an order is for those who are ordered", async () => {
  const { claims } = await read("The commander ordered his fighters to burn the village.", { name: "x.txt" });
  expect(claims[0]!.neutral).toContain("demanded that the commander's fighters burn");
});
