import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker act figure" of each claim with a figure. */
async function figuresOf(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", outlet: "Lake Wire" });
  return claims.flatMap(({ source, act, counts }) =>
    counts.map(({ harm, low }) => `${actors.find(({ id }) => id === source)!.name} ${act} ${harm} ${low}`),
  );
}

test.each([
  ["The mayor claims 40 dead.", "mayor state killed 40"],
  ["The mayor claims dozens of dead.", "mayor state killed 24"],
  ["The mayor claimed forty wounded.", "mayor state wounded 40"],
  ["The mayor concedes nine dead.", "mayor confirm killed 9"],
  ["The mayor maintains nine dead.", "mayor state killed 9"],
  ["The mayor spoke of nine dead.", "mayor state killed 9"],
  ["The mayor wrote of nine dead.", "mayor state killed 9"],
  ["The mayor insists on nine dead.", "mayor state killed 9"],
  ["The mayor verified nine dead.", "mayor confirm killed 9"],
  ["The mayor denied nine dead.", "mayor deny killed 9"],
  // told by the report itself
  ["The hospital received nine dead.", "Lake Wire state killed 9"],
  ["The mayor buried nine dead.", "Lake Wire state killed 9"],
])("whose figure it is: %s", async (said, expected) => {
  expect(await figuresOf(`Gunmen attacked a post in Goma. ${said}`)).toEqual([expected]);
});

test("a bare figure beside another is its speaker's", async () => {
  expect(await figuresOf("Gunmen attacked a post in Goma. The army reports nine dead, the mayor claims 40.")).toEqual([
    "army state killed 9",
    "mayor state killed 40",
  ]);
});

test("who claims something else gives no figure", async () => {
  expect(await figuresOf("Gunmen attacked a post in Goma. The mayor claimed 40 seats.")).toEqual([]);
});

test("who names another as the doer owns nothing, though others name him", async () => {
  const text = "The M23 rebels denied that they had shelled a camp near Goma. They said the army had done it.";
  const { claims } = await read(text, { name: "report.txt", outlet: "Lake Wire" });
  expect(claims.map(({ act }) => act)).toEqual(["deny", "state"]);
});
