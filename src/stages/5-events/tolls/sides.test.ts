import { expect, test } from "vitest";
import { read } from "../../../index.ts";
import { countsIn } from "./testing.ts";

const countsOf = async (text: string) => countsIn(await read(text, { published: "2020-05-05" }));

const FIGHT = "Soldiers and rebels fought near Kaga.";

test.each([
  [`${FIGHT} Both sides lost men: the army nine, the rebels fourteen.`, ["killed 9 army", "killed 14 rebels"]],
  ["In a fight near Kaga the army lost nine men, the rebels fourteen.", ["killed 9 army", "killed 14 rebels"]],
  ["The army lost nine and the rebels fourteen in the fight near Kaga.", ["killed 9 army", "killed 14 rebels"]],
  [`${FIGHT} Seven died on each side.`, ["killed 7 soldiers", "killed 7 rebels"]],
  [`${FIGHT} Seven men were killed on both sides.`, ["killed 7 both sides"]],
  ["Militias fought near Kaga. Seven died on each side.", ["killed 7 each side"]],
  [
    "Rebels attacked Kaga, and the army said nine of its men and 30 rebels died.",
    ["killed 9 army", "killed 30 rebels"],
  ],
  ["The rebels killed 30 soldiers near Kaga at a cost of two wounded.", ["killed 30 soldiers", "wounded 2 rebels"]],
  ["The rebels killed 30 soldiers near Kaga for the loss of two men.", ["killed 30 soldiers", "killed 2 rebels"]],
  // nobody's price, no list of sides
  [
    "The ministry reported 30 rebels killed near Kaga at a cost of two soldiers.",
    ["killed 30 rebels", "killed 2 soldiers"],
  ],
  ["In a fight near Kaga the army lost nine men, and the rebels left 14 days later.", ["killed 9 army"]],
  [`${FIGHT} There were casualties on both sides.`, []],
  ["The blast in Kaga killed nine men on the road to the rebels.", ["killed 9 men"]],
])("whose: %s", async (text, expected) => expect(await countsOf(text)).toEqual(expected));

test.each([
  ["Three policemen were wounded near Herat.", ["wounded 3 Afghan police"]],
  ["Gunmen wounded two guards in Herat.", ["wounded 2 guards"]],
  ["The remark wounded his pride in Herat.", []],
  ["Two soldiers were wounded in a traffic accident near Herat.", []],
  ["Nine people were killed in a bus crash near Herat.", []],
  ["Two soldiers were killed when their lorry overturned near Herat.", []],
  ["Four hikers were hurt in Herat on Monday.", []],
])("alone in its report: %s", async (text, expected) => expect(await countsOf(text)).toEqual(expected));
