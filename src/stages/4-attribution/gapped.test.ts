import { expect, test } from "vitest";
import { read } from "../../index.ts";

test.each([
  ["The governor put the dead of the raid on Kaga at 12, the rebels at 40.", ["governor 12", "rebels 40"]],
  ["The army says 12 people died in the raid on Kaga, the rebels 40.", ["army 12", "rebels 40"]],
  [
    "The UN says 12 people died in the raid on Kaga, the government eight and the rebels more than 20.",
    ["United Nations 12", "government 8", "rebels 21"],
  ],
  ["Police put the toll of the raid on Kaga at 12, the UN at 15.", ["police 12", "United Nations 15"]],
  // whose the dead are, how many live there, how old, how far
  ["The governor says the army lost nine men in the raid on Kaga, the rebels fourteen.", ["governor 9"]],
  ["Police said 12 people died in the raid on Kaga, a town of 4,000.", ["police 12"]],
  ["Police said 12 people died in the raid on Kaga, a farmer and a boy of nine.", ["police 12"]],
  ["Police said 12 people died in the raid on Kaga, unit 34, and Dora.", ["police 12"]],
  ["Police said 12 people died in the raid on Kaga, the army on 12 May.", ["police 12"]],
])("who gives which figure: %s", async (text, expected) => {
  const { claims, actors } = await read(text, { published: "2020-05-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)?.name;
  expect(claims.flatMap((c) => c.counts.map(({ low }) => `${name(c.source)} ${low}`))).toEqual(expected);
});
