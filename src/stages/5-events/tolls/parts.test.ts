import { expect, test } from "vitest";
import { read } from "../../../index.ts";
import { countsIn } from "./testing.ts";

const countsOf = async (text: string) => countsIn(await read(text, { published: "2020-05-05" }));

const BLAST = "The blast in Kaga killed nine people.";

test.each([
  // some of the dead, told before their number or behind it
  [
    `${BLAST} Among the dead were two policemen and a nurse.`,
    ["killed 9 people", "killed 2 policemen/part", "killed 1 nurse/part"],
  ],
  [`${BLAST} Two children were among the dead.`, ["killed 9 people", "killed 2 children/part"]],
  [`${BLAST} Four of those killed were women.`, ["killed 9 people", "killed 4 women/part"]],
  [`${BLAST} Four of them were women.`, ["killed 9 people", "killed 4 women/part"]],
  [`${BLAST} Four were women.`, ["killed 9 people", "killed 4 women/part"]],
  ["The blast in Kaga killed nine people, four of whom were women.", ["killed 9 people", "killed 4 women/part"]],
  ["The blast in Kaga killed nine people, of whom four were women.", ["killed 9 people", "killed 4 women/part"]],
  ["The blast in Kaga killed nine people, four women among them.", ["killed 9 people", "killed 4 women/part"]],
  [
    "The blast in Kaga killed nine people, including a policeman and two nurses.",
    ["killed 9 people", "killed 1 policeman/part", "killed 2 nurses/part"],
  ],
  ["A bomb in Kaga wounded 20 people, five of them critically.", ["wounded 20 people", "wounded 5 people/part"]],
  [
    "A bomb in Kaga wounded 25 people, a dozen of whom had lost a limb.",
    ["wounded 25 people", "wounded 12 people/part"],
  ],
  ["Two of the dead were policemen, the hospital said after the blast in Kaga.", ["killed 2 policemen/part"]],
  ["The dead include four women, the hospital said after the blast in Kaga.", ["killed 4 women/part"]],
  // no parts
  [`${BLAST} Most of the dead were women.`, ["killed 9 people"]],
  [`${BLAST} Twelve were policemen.`, ["killed 9 people"]],
  [
    "The blast in Kaga killed nine people and hurt 20. Four of them were women.",
    ["killed 9 people", "wounded 20 people"],
  ],
  [`${BLAST} Four of the doctors were women.`, ["killed 9 people"]],
  [
    "The blast in Kaga killed 34 people, nineteen of them under eighteen.",
    ["killed 34 people", "killed 19 people/part"],
  ],
])("parts: %s", async (text, expected) => expect(await countsOf(text)).toEqual(expected));

test.each([
  // several harms in one row of words
  ["The raid on Kaga left nine dead and 12 wounded.", ["killed 9 people", "wounded 12 people"]],
  [
    "The raid on Kaga left nine dead, twelve wounded and three missing.",
    ["killed 9 people", "wounded 12 people", "missing 3 people"],
  ],
  ["The raid on Kaga left nine dead and wounded twelve.", ["killed 9 people", "wounded 12 people"]],
  ["The raid on Kaga left nine people dead and wounded 20 others.", ["killed 9 people", "wounded 20 people"]],
  ["The raid on Kaga left at least nine dead and dozens wounded.", ["killed 9+ people", "wounded 24+ people"]],
  [
    "The raid on Kaga killed nine, wounded twelve and displaced hundreds.",
    ["killed 9 people", "wounded 12 people", "displaced 200+ people"],
  ],
  ["The raid on Kaga killed nine soldiers and wounded dozens.", ["killed 9 soldiers", "wounded 24+ soldiers"]],
  ["The strike on Kaga left 12 dead and wounded.", ["killed-or-wounded 12 people"]],
  ["The strike left 12 dead and wounded.", ["killed-or-wounded 12 people"]],
  ["The strike on Kaga killed and wounded 30 people.", ["killed-or-wounded 30 people"]],
  ["The raid on Kaga killed nine soldiers and three wounded civilians.", ["killed 9 soldiers", "killed 3 civilians"]],
  // rows of people that the parser takes for descriptions
  ["Two teachers, a nurse and three pupils died in the shelling of Kaga.", ["killed 6 teachers, nurse, pupils"]],
  ["The blast in Kaga killed the mayor, two of his guards and a driver.", ["killed 4 mayor, his guards, driver"]],
  ["Two Kenyans, a German and four Somalis were killed in an attack in Kaga.", ["killed 7 Kenyans, German, Somalis"]],
  ["The raid on Kaga killed a Frenchman and two Italians.", ["killed 3 Frenchman, Italians"]],
  [
    "A shell killed a family of five and their neighbour in Kaga.",
    ["killed 6 family of five, their neighbour in Kaga"],
  ],
  ["Killed in the blast in Kaga were two nurses and a farmer.", ["killed 3 nurses, farmer"]],
  [
    "The raid on Kaga killed 12 people, seven men and five women.",
    ["killed 12 people", "killed 7 men/part", "killed 5 women/part"],
  ],
  ["The raid on Kaga killed two brothers, a farmer and a teacher.", ["killed 2 brothers"]],
])("rows: %s", async (text, expected) => expect(await countsOf(text)).toEqual(expected));
